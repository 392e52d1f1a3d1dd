"""`portfolio submit`: the inquiry as it stands, frozen for the assessors."""

from datetime import date as Date
from pathlib import Path

import click

from generator.commands.asking import inquiry_folder
from generator.commands.shared import (
    DONE,
    MACHINE,
    PROBLEMS,
    no_program,
    on_a_program,
    print_problems,
    words_for,
    write_whole,
)


@click.command(short_help="Freeze an inquiry for the assessors.")
@click.argument("inquiry", required=False)
@on_a_program
def submit(inquiry: str | None, content: Path, today: Date | None) -> int:
    """Write submissions/N.json: the digests of the files and the findings as they are today.

    INQUIRY is TEACHER/INQUIRY, or the path of its folder; it may be left out where there is only one.

    \b
    Example:  portfolio submit ana-lopez/visible-thinking
    """
    from generator.authoring.submitting import submitting
    from generator.reading.files import load_program, load_teacher
    from generator.reading.program import read_program

    if missing := no_program(content):
        click.echo(missing, err=True)
        return MACHINE
    words = words_for(content)
    folder = inquiry_folder(words, content, inquiry, "INQUIRY")
    shared, problems = load_program(content)
    program, found = read_program(shared)
    if program is None:
        print_problems([one.under(content.name) for one in (*problems, *found)], words)
        return MACHINE
    own, _ = load_teacher(content, folder.parent.name)
    planned = submitting(program, own, folder.relative_to(content).as_posix(), today or Date.today())
    print_problems([one.under(content.name) for one in planned.problems], words)
    if planned.case is None:
        click.echo(words.say("Nothing was submitted: correct the errors first."), err=True)
        return PROBLEMS
    if planned.unchanged:
        click.echo(
            words.say(
                "Nothing has changed since attempt {attempt}, so nothing was submitted again.",
                attempt=planned.attempt,
            )
        )
        return DONE
    write_whole(content, planned.files)
    click.echo(
        words.say(
            "Submitted: attempt {attempt}, in {file}",
            attempt=planned.attempt,
            file=(folder / "submissions" / f"{planned.attempt}.json").as_posix(),
        )
    )
    if not planned.case.inquiry.publish:
        click.echo(
            words.say("Nobody can see it yet: change publish to true in {file}", file=folder / "inquiry.md")
        )
    if planned.case.credential is None:
        click.echo(words.say("It names no micro-credential, so there is no rubric to assess it by."))
    return DONE
