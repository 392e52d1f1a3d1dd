"""`portfolio import`: a tally page's log, a form's export, a workbook -> the inquiry's own tables."""

import sys
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from generator.intake.understand import Understood
    from generator.words.speech import Words


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
@on_a_program
def take_over(
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
    from generator.intake.plan import class_for, plan
    from generator.intake.said import done_lines, understood_lines
    from generator.intake.standing import standing
    from generator.intake.understand import understand
    from generator.reading.files import load_program, load_teacher
    from generator.reading.program import read_program

    if missing := no_program(content):
        click.echo(missing, err=True)
        return MACHINE
    words = words_for(content)
    data = _bytes_of(words, file)
    folder = inquiry_folder(words, content, named, "--inquiry")
    shared, problems = load_program(content)
    program, found = read_program(shared)
    if program is None:
        print_problems([one.under(content.name) for one in (*problems, *found)], words)
        return MACHINE
    own, _ = load_teacher(content, folder.parent.name)
    stands, problems = standing(folder.relative_to(content).as_posix(), own.files, program)
    if stands is None:
        print_problems([one.under(content.name) for one in problems], words)
        return PROBLEMS
    own_class, sure = class_for(stands, file.name, class_name)
    understood, problems = understand(
        data,
        file.name,
        stands.tool,
        date_format=date_format or stands.date_format,
        class_name=own_class,
        prompt=prompt,
        observer=observer,
        ignore=stands.ignore,
        excel_sheet=sheet,
    )
    if understood is None:
        print_problems(problems, words)
        click.echo(words.say("Nothing was taken over."), err=True)
        return PROBLEMS
    if not understood.has_class and not sure:
        own_class = _ask_class(words, own_class)
        understood = _with_class(understood, own_class)
    for line in understood_lines(words, file.name, understood):
        click.echo(line)
    planned = plan(stands, understood, own.files, program)
    print_problems([one.under(content.name) for one in planned.problems], words)
    if planned.is_refused:
        click.echo(words.say("Nothing was taken over."), err=True)
        return PROBLEMS
    if not dry_run:
        write_whole(content, planned.merged.files)
        kept = _keep(content.parent / "private", file.name, data, today or Date.today())
    for line in done_lines(words, content.name, planned.merged, dry_run):
        click.echo(line)
    if not dry_run:
        click.echo(words.say("The file itself is kept in {path}, which is never published.", path=kept))
    return PROBLEMS if planned.merged.differing else DONE


def _bytes_of(words: "Words", file: Path) -> bytes:
    from generator.reading.sheet import MAX_BYTES

    try:
        if file.stat().st_size > 4 * MAX_BYTES:
            raise click.UsageError(
                words.say("{file} is far too large for a table of visits.", file=file.name)
            )
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise click.UsageError(_missing(words, file)) from missing
    except (IsADirectoryError, PermissionError) as folder:
        if not file.is_dir():
            raise
        raise click.UsageError(words.say("{file} is a folder; name one table in it.", file=file)) from folder


def _missing(words: "Words", file: Path) -> str:
    from difflib import get_close_matches

    beside = [one.name for one in file.parent.iterdir()] if file.parent.is_dir() else []
    near = get_close_matches(file.name, beside, n=1, cutoff=0.6)
    if near:
        return words.say(
            "There is no file {file}. Did you mean {near}?", file=file, near=file.parent / near[0]
        )
    return words.say("There is no file {file}. Downloads are often in the folder Downloads.", file=file)


def _ask_class(words: "Words", guess: str) -> str:
    """The class, where neither the table nor the file's name is sure of it."""
    if not sys.stdin.isatty():
        return guess
    question = words.say("Which class is it? The table does not say")
    return str(click.prompt(question, default=guess)).strip() or guess


def _with_class(understood: "Understood", class_name: str) -> "Understood":
    from dataclasses import replace

    from generator.names import slug

    rows = tuple(
        replace(row, class_name=class_name, class_id=slug(class_name)) for row in understood.observations
    )
    return replace(understood, observations=rows)


def _keep(private: Path, name: str, data: bytes, today: Date) -> str:
    """The raw file below private/, which git is told to leave alone."""
    folder = private / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    ignore = private / ".gitignore"
    if not ignore.exists():
        ignore.write_text("# names and raw exports must never be published\n*\n", "utf-8")
    path = folder / f"{today.isoformat()}-{name}"
    number = 1
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = folder / f"{today.isoformat()}-{number}-{name}"
    path.write_bytes(data)
    return path.as_posix()
