"""`portfolio export`: one offline file that a teacher keeps."""

from datetime import date as Date
from pathlib import Path

import click

from generator.commands.common import (
    content_option,
    print_problems,
    require_content_folder,
    translator_for,
)
from generator.exit_status import ExitStatus
from generator.writing.whole_file import write_whole


@click.command(short_help="One offline file that a teacher keeps.")
@click.argument("teacher")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--drafts", is_flag=True, help="With the inquiries that are not published.")
@content_option
def export(teacher: str, file: Path | None, drafts: bool, content: Path, today: Date | None) -> int:
    """Write TEACHER's portfolio as one .html file with charts, data and photos inside.

    FILE is TEACHER.html unless it is named.

    \b
    Example:  portfolio export ana-lopez
              portfolio export ana-lopez keep/ana-lopez.html --drafts
    """
    from generator.authoring.content_paths import find_teacher
    from generator.building.export import export_teacher
    from generator.building.options import BuildOptions

    require_content_folder(content)
    translator = translator_for(content)
    folder = find_teacher(content, teacher, "TEACHER").name
    target = file or Path(f"{folder}.html")
    if not target.parent.is_dir():
        raise click.UsageError(
            translator.gettext("There is no folder {folder} to write to.", folder=target.parent)
        )
    options = BuildOptions(content, content.parent / "output", today or Date.today(), drafts=drafts)
    data, problems = export_teacher(options, folder)
    print_problems([problem.under(content.name) for problem in problems if problem.is_error], translator)
    if data is None:
        click.echo(translator.gettext("Nothing was written: correct the errors first."), err=True)
        return ExitStatus.PROBLEMS
    write_whole(target, data)
    click.echo(
        translator.gettext("Written: {file} ({size})", file=target, size=translator.format_size(len(data)))
    )
    return ExitStatus.PROBLEMS if any(problem.is_error for problem in problems) else ExitStatus.DONE
