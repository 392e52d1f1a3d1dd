"""`portfolio submit`: the inquiry as it stands, frozen for the assessors."""

from datetime import date as Date
from functools import partial
from pathlib import Path

import click

from generator.commands.common import (
    content_option,
    print_content_problems,
    print_problems,
    require_content_folder,
    translator_for_program,
)
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus
from generator.writing.whole_file import write_below


@click.command(short_help="Freeze an inquiry for the assessors.")
@click.argument("inquiry", required=False)
@content_option
def submit(inquiry: str | None, content: Path, today: Date | None) -> int:
    """Write submissions/N.json: the digests of the files and the findings as they are today.

    INQUIRY is TEACHER/INQUIRY, or the path of its folder; it may be left out where there is only one.

    \b
    Example:  portfolio submit ana-lopez/visible-thinking
    """
    from generator.authoring.content_paths import find_inquiry
    from generator.authoring.submission_plan import plan_submission
    from generator.building.teacher_boundary import confine_to_teacher
    from generator.reading.content_files import load_program, load_teacher
    from generator.reading.program_files import read_program

    require_content_folder(content)
    folder = find_inquiry(content, inquiry, "INQUIRY").folder
    shared, problems = load_program(content)
    program, program_problems = read_program(shared)
    translator = translator_for_program(content, program)
    if program is None:
        print_problems(
            [problem.under(content.name) for problem in (*problems, *program_problems)], translator
        )
        return ExitStatus.MACHINE
    teacher, _ = load_teacher(content, folder.parent.name)
    inquiry_path = folder.relative_to(content).as_posix()
    plan, failures = confine_to_teacher(
        folder.parent.name,
        partial(plan_submission, program, teacher, inquiry_path, today or Date.today()),
    )
    plan_problems = plan.problems if plan else failures
    print_content_problems(plan_problems, content, program, translator)
    if plan is None or plan.evaluated is None:
        print_line(translator.gettext("Nothing was submitted: correct the errors first."), err=True)
        return ExitStatus.PROBLEMS
    if plan.unchanged:
        print_line(
            translator.gettext(
                "Nothing has changed since attempt {attempt}, so nothing was submitted again.",
                attempt=plan.attempt,
            )
        )
        return ExitStatus.DONE
    write_below(content, plan.files)
    print_line(
        translator.gettext(
            "Submitted: attempt {attempt}, in {file}",
            attempt=plan.attempt,
            file=(folder / "submissions" / f"{plan.attempt}.json").as_posix(),
        )
    )
    if not plan.evaluated.inquiry.publish:
        print_line(
            translator.gettext(
                "No one can see it yet: change publish to true in {file}", file=folder / "inquiry.md"
            )
        )
    if plan.evaluated.credential is None:
        print_line(translator.gettext("It names no micro-credential, so there is no rubric to assess it by."))
    return ExitStatus.DONE
