"""`portfolio import`: a tally page's log, a form's export, a workbook -> the inquiry's own tables."""

import sys
from dataclasses import dataclass
from datetime import date as Date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    content_option,
    print_problems,
    require_content_folder,
    translator_for,
)
from generator.exit_status import ExitStatus
from generator.layout import PRIVATE, root_of
from generator.user_error import UserError
from generator.writing.whole_file import write_below, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.intake.existing_tables import ExistingTables
    from generator.model import Program
    from generator.problems import Problem
    from generator.reading.parsed_folder import ParsedFolder
    from generator.words.translator import Translator


@click.command("import", short_help="Take over a table of visits.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--inquiry", "named", help="T/I, for example ana-lopez/visible-thinking.")
@click.option("--class", "class_name", default="", help="The class, where the table does not say it.")
@click.option("--observer", default="", help="Who counted, where two people did; a letter is enough.")
@click.option("--prompt", default="", help="The prompt of a table with a date and a value only.")
@click.option(
    "--date-format", type=click.Choice(["m/d/y", "d/m/y"]), help="Where dates can be read both ways."
)
@click.option("--sheet", help="The sheet of an Excel workbook.")
@click.option("--dry-run", is_flag=True, help="Show what would be taken over, and write nothing.")
@content_option
def import_table(
    file: Path,
    named: str | None,
    class_name: str,
    observer: str,
    prompt: str,
    date_format: str | None,
    sheet: str | None,
    dry_run: bool,
    content: Path,
    today: Date | None,
) -> int:
    """Read FILE, show how it was understood, and add its visits to the inquiry's table.

    FILE is what the tally page saved, a Google Forms or Sheets export, an Excel workbook, or a table
    with a date and a value.  Personal columns are dropped.  The same file twice adds nothing twice.
    The file itself is kept in private/, which is never published.

    \b
    Example:  portfolio import math-talk-2025-10-06.csv
              portfolio import answers.csv --inquiry ana-lopez/visible-thinking --class "Period 2"
    """
    from generator.authoring.content_paths import find_inquiry
    from generator.intake.import_plan import class_of_import, plan_import
    from generator.intake.import_report import ImportReport
    from generator.intake.parse_file import ImportOptions, parse_file
    from generator.reading.tables.dates import DateOrder

    require_content_folder(content)
    console = _ImportConsole(content, translator_for(content))
    data = _read_export(file)
    target = console.open_target(find_inquiry(content, named, "--inquiry").folder)
    existing = target.existing
    guess, sure = class_of_import(existing, file.name, class_name)
    options = ImportOptions(
        date_format=DateOrder(date_format) if date_format else existing.date_format,
        class_name=guess,
        prompt=prompt,
        observer=observer,
        ignore=existing.ignore,
        excel_sheet=sheet,
    )
    parsed, problems = parse_file(data, file.name, existing.tool, options)
    if parsed is None:
        return console.refuse(problems)
    if not parsed.has_class and not sure:
        parsed = parsed.with_class(console.ask_class(guess))
    report = ImportReport(console.translator)
    _echo(report.parsed_file(file.name, parsed))
    plan = plan_import(existing, parsed, target.folder, target.program)
    plan_problems = [problem.under(content.name) for problem in plan.problems]
    if plan.is_refused:
        return console.refuse(plan_problems)
    print_problems(plan_problems, console.translator)
    if dry_run:
        _echo(report.result(content.name, plan.merged, dry_run=True))
    else:
        write_below(content, plan.merged.files)
        kept = _keep(root_of(content), file.name, data, today or Date.today())
        _echo(report.result(content.name, plan.merged, dry_run=False))
        _echo([report.kept(kept)])
    return ExitStatus.PROBLEMS if plan.merged.differing else ExitStatus.DONE


@dataclass(frozen=True, slots=True)
class _Target:
    """Where the visits go: the program, the teacher's files and the inquiry's tables."""

    program: "Program"
    folder: "ParsedFolder"
    existing: "ExistingTables"


@dataclass(frozen=True, slots=True)
class _ImportConsole:
    """What is asked and said on the terminal; `content` is the content folder."""

    content: Path
    translator: "Translator"

    def open_target(self, inquiry: Path) -> _Target:
        """Read the inquiry in the folder `inquiry`; print its problems and exit where visits cannot be
        added."""
        from generator.building.teacher_boundary import confine_to_teacher
        from generator.intake.existing_tables import read_existing_tables
        from generator.reading.content_files import load_program, load_teacher
        from generator.reading.parsed_folder import parse_folder
        from generator.reading.program_files import read_program

        shared, problems = load_program(self.content)
        program, new_problems = read_program(shared)
        if program is None:
            raise self._exit([*problems, *new_problems], ExitStatus.MACHINE)
        folder = parse_folder(load_teacher(self.content, inquiry.parent.name)[0])
        path = inquiry.relative_to(self.content).as_posix()
        read, failures = confine_to_teacher(
            inquiry.parent.name, partial(read_existing_tables, path, folder, program)
        )
        existing, problems = read or (None, failures)
        if existing is None:
            raise self._exit(problems, ExitStatus.PROBLEMS)
        return _Target(program, folder, existing)

    def _exit(self, problems: "Sequence[Problem]", status: ExitStatus) -> click.exceptions.Exit:
        print_problems([problem.under(self.content.name) for problem in problems], self.translator)
        return click.exceptions.Exit(status)

    def refuse(self, problems: "Sequence[Problem]") -> ExitStatus:
        """Say why nothing is imported."""
        print_problems(problems, self.translator)
        click.echo(self.translator.gettext("Nothing was taken over."), err=True)
        return ExitStatus.PROBLEMS

    def ask_class(self, guess: str) -> str:
        """The class, where neither the table nor the file's name is sure of it."""
        if not sys.stdin.isatty():
            return guess
        question = self.translator.gettext("Which class is it? The table does not say")
        return str(click.prompt(question, default=guess)).strip() or guess


def _echo(lines: "Sequence[str]") -> None:
    for line in lines:
        click.echo(line)


def _read_export(file: Path) -> bytes:
    """The bytes of the file.  Raises UserError where there is no such file, or where it is too large."""
    from generator.reading.tables.raw_table import MAX_BYTES

    try:
        if file.stat().st_size > 4 * MAX_BYTES:  # a workbook holds more than a table does
            raise UserError("{file} is far too large for a table of visits.", file=file.name)
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
    return UserError("There is no file {file}. Downloads are often in the folder Downloads.", file=file)


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
