"""`portfolio new review`: a level and feedback for each criterion of the rubric."""

from datetime import date as Date
from pathlib import Path

import click

from generator.commands.common import Day
from generator.commands.prompts import Prompter, prompt_options
from generator.commands.terminal_output import print_line
from generator.user_error import UserError


@click.command()
@click.option("--inquiry", "named", help="T/I, for example ana-lopez/visible-thinking.")
@click.option("--assessor", help="A name; an alias such as A is fine.")
@click.option("--date", "date", type=Day(), help="The day of the review.  [default: today]")
@click.option("--level", "levels", multiple=True, help="CRITERION=LEVEL; once for each criterion.")
@click.option(
    "--recommend",
    type=click.Choice(["grant", "not yet", "return incomplete"]),
    help="Shown beside the review; decides nothing.",
)
@prompt_options
def review(
    named: str | None,
    assessor: str | None,
    date: Date | None,
    levels: tuple[str, ...],
    recommend: str | None,
    content: Path,
    yes: bool,
) -> int:
    """A new review: a level and feedback for each criterion of the rubric.

    \b
    Example:  portfolio new review --inquiry ana-lopez/visible-thinking --assessor A
    """
    from generator.authoring.new_file_requests import NewReview
    from generator.authoring.new_files import NewFileWriter
    from generator.authoring.review_rubric import changes_warning, parse_levels, reviewed_inquiry
    from generator.reading.file_digests import CITED_DIGITS, combined_digest

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    folder = prompter.inquiry(named)
    program = prompter.program()
    inquiry = reviewed_inquiry(content, folder, program)
    credential = program.micro_credentials.get(inquiry.micro_credential) if inquiry else None
    submission = inquiry.latest_submission if inquiry else None
    level_by_criterion, wrong = parse_levels(levels, credential)
    if wrong:
        raise UserError(
            "{typed} is not a level of a criterion; type it as CRITERION=LEVEL.", typed=", ".join(wrong)
        )
    assessor = prompter.text(
        assessor, gettext("The assessor's name or alias"), option="--assessor", default="A"
    )
    feedback: dict[str, str] = {}
    if credential and not yes:
        scale = [(level, level) for level in credential.mastery.levels]
        for criterion in credential.mastery.criteria:
            if criterion.id in level_by_criterion:
                continue
            if level := prompter.choice(None, criterion.title, scale):
                level_by_criterion[criterion.id] = level
                feedback[criterion.id] = prompter.text(None, gettext("Feedback (optional)"))
    answers = NewReview(
        folder=folder.as_posix(),
        assessor=assessor,
        date=date or Date.today(),
        credential=credential,
        levels=level_by_criterion,
        feedback=feedback,
        inquiry=f"{inquiry.teacher}/{inquiry.id}" if inquiry else "",
        attempt=submission.attempt if submission else None,
        content=combined_digest(inquiry.digests)[:CITED_DIGITS] if inquiry and submission else "",
        recommend=recommend or "",
    )
    path = prompter.write(NewFileWriter(prompter.translator).review(answers))
    _warn(changes_warning(inquiry, prompter.translator))
    return prompter.next(
        gettext("open {file}, and point to the evidence of each level", file=path.as_posix())
    )


def _warn(text: str) -> None:
    """Say what there is to say, if anything."""
    if text:
        print_line(text, err=True)
