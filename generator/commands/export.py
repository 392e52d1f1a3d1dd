"""`portfolio export`: one offline file that a teacher keeps."""

from datetime import date as Date
from pathlib import Path

import click

from generator.commands.asking import teacher_folder
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


@click.command(short_help="One offline file that a teacher keeps.")
@click.argument("teacher")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--drafts", is_flag=True, help="With the inquiries that are not published.")
@on_a_program
def export(teacher: str, file: Path | None, drafts: bool, content: Path, today: Date | None) -> int:
    """Write TEACHER's portfolio as one .html file with charts, data and photos inside.

    FILE is TEACHER.html unless it is named.

    \b
    Example:  portfolio export ana-lopez
              portfolio export ana-lopez keep/ana-lopez.html --drafts
    """
    from generator.keep import export_teacher
    from generator.making.options import Options

    if missing := no_program(content):
        click.echo(missing, err=True)
        return MACHINE
    words = words_for(content)
    folder = teacher_folder(words, content, teacher, "TEACHER")
    target = file or Path(f"{folder}.html")
    if not target.parent.is_dir():
        raise click.UsageError(words.say("There is no folder {folder} to write to.", folder=target.parent))
    options = Options(content, content.parent / "output", today or Date.today(), drafts=drafts)
    data, problems = export_teacher(options, folder)
    print_problems([one.under(content.name) for one in problems if one.is_error], words)
    if data is None:
        click.echo(words.say("Nothing was written: correct the errors first."), err=True)
        return PROBLEMS
    write_whole(target.parent, {target.name: data})
    click.echo(words.say("Written: {file} ({size})", file=target, size=words.size(len(data))))
    return PROBLEMS if any(problem.is_error for problem in problems) else DONE
