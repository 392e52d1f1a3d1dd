"""`portfolio attest`: a person says which versions they have read for students' names."""

from collections.abc import Iterator
from datetime import date as Date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    content_option,
    print_problems,
    require_content_folder,
    translator_for_program,
)
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus
from generator.layout import ATTESTATIONS, root_of
from generator.user_error import UserError
from generator.writing.whole_file import write_whole

if TYPE_CHECKING:
    from generator.model import Inquiry, Program


@click.command(short_help="Say that you have read pages for students' names.")
@click.option("--by", "reader", required=True, help="Your name, as the page shows it.")
@click.argument("inquiries", metavar="[T/I]...", nargs=-1)
@content_option
def attest(reader: str, inquiries: tuple[str, ...], content: Path, today: Date | None) -> int:
    """Write into privacy-attested.txt that you have read these inquiries as they are now.

    Without T/I: every published inquiry whose present version no one has read. When its data, texts, or
    photos change later, the page no longer says that it was read.

    \b
    Example:  portfolio attest --by "J. Park" ana-lopez/visible-thinking
    """
    from generator.authoring.attestation_plan import plan_attestation
    from generator.authoring.content_paths import find_inquiry
    from generator.privacy.attestations import read_attestations
    from generator.privacy.privacy_files import load_privacy_files
    from generator.reading.content_files import load_program
    from generator.reading.program_files import read_program

    require_content_folder(content)
    reader = " ".join(reader.split())
    if not reader or not reader.isprintable():
        raise UserError('Type your name after --by, for example  --by "J. Park"', ExitStatus.WRONG_USE)
    named = [find_inquiry(content, name, "T/I").id for name in inquiries]
    shared, problems = load_program(content)
    program, program_problems = read_program(shared)
    translator = translator_for_program(content, program)
    if program is None:
        every_problem = [*problems, *program_problems]
        print_problems([problem.under(content.name) for problem in every_problem], translator)
        return ExitStatus.MACHINE
    privacy_files, file_problems = load_privacy_files(content)
    before, line_problems = read_attestations(privacy_files.attested or b"")
    print_problems([*file_problems, *line_problems], translator)
    if any(problem.place.file == ATTESTATIONS for problem in file_problems):
        return ExitStatus.PROBLEMS
    readable = _readable_inquiries(content, program)
    plan = plan_attestation(readable, before, named, reader, today or Date.today())
    for name in plan.unreadable:
        text = translator.gettext("{inquiry} has an error, so it has no page to read yet.", inquiry=name)
        print_line(text, err=True)
    if plan.unreadable:
        return ExitStatus.PROBLEMS
    if not plan.attested:
        print_line(translator.gettext("Every published inquiry has been read as it is now."))
        return ExitStatus.DONE
    write_whole(root_of(content) / ATTESTATIONS, plan.data)
    for name in plan.attested:
        print_line(translator.gettext("{inquiry}: read by {reader}", inquiry=name, reader=reader))
    print_line(
        translator.gettext("Written to {file}. Commit it with the pages that you read.", file=ATTESTATIONS)
    )
    return ExitStatus.DONE


def _readable_inquiries(content: Path, program: "Program") -> "Iterator[Inquiry]":
    """All inquiries without an error, drafts too; what is wrong with the others `check` says."""
    from generator.building.teacher_boundary import confine_to_teacher
    from generator.reading.content_files import load_teacher, teacher_names
    from generator.reading.parsed_folder import parse_folder
    from generator.reading.teacher_folder import read_teacher

    for name in teacher_names(content)[0]:
        loaded, _ = confine_to_teacher(name, partial(load_teacher, content, name))
        if loaded is None:
            continue
        folder, load_problems = loaded
        refused = [problem.place.file for problem in load_problems if problem.is_error]
        parsed = parse_folder(folder)
        read, _ = confine_to_teacher(name, partial(read_teacher, parsed, program, refused))
        if read and read[0]:
            yield from read[0].inquiries
