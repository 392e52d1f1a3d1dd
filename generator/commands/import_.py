"""`portfolio import`: a tally page's log, a form's export, a workbook -> the inquiry's own tables."""

from datetime import date as Date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator.commands.common import (
    content_option,
    log_quoting_of,
    print_content_problems,
    print_problems,
    require_content_folder,
    translator_for_program,
)
from generator.commands.terminal_output import can_be_asked, print_line
from generator.exit_status import ExitStatus
from generator.layout import INQUIRY, PRIVATE, root_of
from generator.user_error import UserError
from generator.writing.whole_file import write_below, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.intake.existing_tables import ExistingTables
    from generator.intake.remembered_answers import ImportAnswers
    from generator.model import Program
    from generator.privacy.masking import LogQuoting
    from generator.problems import Problem
    from generator.reading.parsed_folder import ParsedFolder
    from generator.words.translator import Translator


@click.command("import", short_help="Add a table of visits to an inquiry.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--inquiry", "named", help="T/I, for example ana-lopez/visible-thinking.")
@click.option("--class", "class_name", default="", help="The class, if the table does not say it.")
@click.option("--new-classes", is_flag=True, help="Accept classes that the inquiry does not have yet.")
@click.option("--fill-down", is_flag=True, help="A blank class cell means the class above it.")
@click.option("--accept", is_flag=True, help="Read what is unclear as runfolio proposed.")
@click.option("--observer", default="", help="Who counted, if two people did; a letter is enough.")
@click.option(
    "--same",
    type=click.Choice(["later", "lessons", "observers"]),
    help="What two rows of one visit are: a corrected form, two lessons, two observers.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    help='"HEADING=class", or date, time, n, a prompt, observer, group, condition, note, skip.',
)
@click.option("--prompt", default="", help="The prompt, for a table with only a date and a value.")
@click.option(
    "--date-format", type=click.Choice(["m/d/y", "d/m/y"]), help="For dates that can be read both ways."
)
@click.option("--sheet", help="The sheet of an Excel workbook.")
@click.option("--dry-run", is_flag=True, help="Show what would be imported, and write nothing.")
@content_option
def import_table(
    file: Path,
    named: str | None,
    class_name: str,
    new_classes: bool,
    fill_down: bool,
    accept: bool,
    observer: str,
    same: str | None,
    columns: tuple[str, ...],
    prompt: str,
    date_format: str | None,
    sheet: str | None,
    dry_run: bool,
    content: Path,
    today: Date | None,
) -> int:
    """Read FILE, show how each column was understood, and add its visits to the inquiry's table.

    FILE is what the tally page saved, a Google or Microsoft Forms export, an Excel workbook, or a table
    with a date and a value.  Personal columns are dropped.  The same file twice adds nothing twice.
    What is unclear is asked; where no one can be asked, nothing is written. What you say about a column is
    kept in inquiry.md for the next file.  FILE itself is kept in private/, which is never published.

    \b
    Example:  portfolio import math-talk-2025-10-06.csv
              portfolio import answers.csv --class "Period 2" --column "Comments=skip"
    """
    from generator.authoring.content_paths import find_inquiry
    from generator.commands.import_reader import FileReader, ImportRequest, Refused
    from generator.intake.import_plan import plan_import
    from generator.intake.import_report import ImportReport

    require_content_folder(content)
    data = _read_export(file)
    inquiry = find_inquiry(content, named, "--inquiry").folder
    program, problems = _open_program(content)
    console = _ImportConsole(content, translator_for_program(content, program), _quoting(content, program))
    if program is None:
        raise console.exit(problems, ExitStatus.MACHINE)
    target = console.open_target(program, inquiry)
    request = ImportRequest(
        class_name, observer, prompt, date_format, sheet, columns, same, fill_down, new_classes, accept
    )
    day = today or Date.today()
    try:
        understood = FileReader(target.existing, request, console.translator, day, console.quoting.text).read(
            data, file.name
        )
    except Refused as refused:
        return console.refuse(refused.problems)
    report = ImportReport(console.translator, console.quoting.text, console.quoting.path)
    console.print(understood.problems)
    _echo(report.parsed_file(file.name, understood.parsed))
    settings = _settings_with_answers(target, understood.answers)
    folder = target.folder.replace_files({**target.folder.files, **settings})
    plan = plan_import(target.existing, understood.parsed, folder, target.program, understood.same)
    plan_problems = [
        problem if problem.place.file == understood.parsed.table.raw.file else problem.under(content.name)
        for problem in plan.problems
    ]
    if plan.is_refused:
        return console.refuse(plan_problems)
    console.print(plan_problems)
    if dry_run:
        _echo(report.result(content.name, plan.merged, dry_run=True))
    else:
        write_below(content, {**plan.merged.files, **settings})
        kept = _keep(root_of(content), file.name, data, day)
        _echo(report.result(content.name, plan.merged, dry_run=False))
        _echo([report.kept_answers(f"{content.name}/{path}") for path in settings])
        _echo([report.kept(kept)])
    return ExitStatus.DONE


def _quoting(content: Path, program: "Program | None") -> "LogQuoting":
    """How the file and the content may be quoted: on a terminal, where a person answers, as they are."""
    from generator.privacy.masking import LogQuoting

    return LogQuoting() if can_be_asked() else log_quoting_of(content, program)


def _open_program(content: Path) -> tuple["Program | None", list["Problem"]]:
    """The program, and what is wrong with its files; None where program.yml cannot be read."""
    from generator.reading.content_files import load_program
    from generator.reading.program_files import read_program

    shared, problems = load_program(content)
    program, new_problems = read_program(shared)
    return program, [*problems, *new_problems]


def _settings_with_answers(target: "_Target", answers: "ImportAnswers") -> dict[str, bytes]:
    """inquiry.md with what was answered, by its path; nothing where it stays as it is."""
    from generator.intake.remembered_answers import remember_answers

    path = f"{target.existing.folder}/{INQUIRY}"
    text = remember_answers(target.folder.files[path], answers, target.existing)
    return {} if text is None else {path: text}


class _Target(Struct, frozen=True):
    """Where the visits go: the program, the teacher's files and the inquiry's tables."""

    program: "Program"
    folder: "ParsedFolder"
    existing: "ExistingTables"


class _ImportConsole(Struct, frozen=True):
    """What is asked and said on the terminal; `content` is the content folder."""

    content: Path
    translator: "Translator"
    quoting: "LogQuoting"

    def print(self, problems: "Sequence[Problem]") -> None:
        """Print the problems as they may be said here."""
        print_problems(self.quoting.problems(problems), self.translator)

    def open_target(self, program: "Program", inquiry: Path) -> _Target:
        """Read the inquiry in the folder `inquiry`; print its problems and exit where visits cannot be
        added."""
        from generator.building.teacher_boundary import confine_to_teacher
        from generator.intake.existing_tables import read_existing_tables
        from generator.reading.content_files import load_teacher
        from generator.reading.parsed_folder import parse_folder

        folder = parse_folder(load_teacher(self.content, inquiry.parent.name)[0])
        path = inquiry.relative_to(self.content).as_posix()
        read, failures = confine_to_teacher(
            inquiry.parent.name, partial(read_existing_tables, path, folder, program)
        )
        existing, problems = read or (None, failures)
        if existing is None:
            print_content_problems(problems, self.content, program, self.translator)
            raise click.exceptions.Exit(ExitStatus.PROBLEMS)
        return _Target(program, folder, existing)

    def exit(self, problems: "Sequence[Problem]", status: ExitStatus) -> click.exceptions.Exit:
        """Print the problems; what to raise to end with this status."""
        self.print([problem.under(self.content.name) for problem in problems])
        return click.exceptions.Exit(status)

    def refuse(self, problems: "Sequence[Problem]") -> ExitStatus:
        """Say why nothing is imported."""
        self.print(problems)
        print_line(self.translator.gettext("Nothing was imported."), err=True)
        return ExitStatus.PROBLEMS


def _echo(lines: "Sequence[str]") -> None:
    for line in lines:
        print_line(line)


def _read_export(file: Path) -> bytes:
    """The bytes of the file.  Raises UserError where there is no such file, or where it is too large."""
    from generator.reading.file_sizes import LARGEST_TABLE

    try:
        if file.stat().st_size > 4 * LARGEST_TABLE:  # a workbook holds more than a table does
            raise UserError("{file} is too large for a table of visits.", file=file.name)
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise _no_such_file(file) from missing
    except (IsADirectoryError, PermissionError) as folder:
        if not file.is_dir():
            raise
        raise UserError("{file} is a folder; name one table in it.", file=file) from folder


def _no_such_file(file: Path) -> UserError:
    from generator.nearest import nearest

    names = [neighbour.name for neighbour in file.parent.iterdir()] if file.parent.is_dir() else []
    near = nearest(file.name, names)
    if near:
        return UserError("There is no file {file}. Did you mean {near}?", file=file, near=file.parent / near)
    return UserError(
        "There is no file {file}. Look in the Downloads folder, and type the path too.", file=file
    )


def _keep(root: Path, name: str, data: bytes, today: Date) -> str:
    """Keep the raw file below private/, which git is told to leave alone; returns its path from the
    program's folder `root`."""
    private = root / PRIVATE
    folder = private / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    ignore = private / ".gitignore"
    if not ignore.exists():
        write_whole(ignore, b"# names and raw exports must never be published\n*\n")
    path = folder / f"{today.isoformat()}-{name}"
    number = 1
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = folder / f"{today.isoformat()}-{number}-{name}"
    write_whole(path, data)
    return path.relative_to(root).as_posix()
