"""`portfolio export`: one offline file that a teacher keeps, or a table for other programs."""

from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    content_option,
    print_problems,
    require_content_folder,
    translator_for,
    translator_for_language,
)
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus
from generator.user_error import UserError
from generator.writing.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.building.options import ExportedFile
    from generator.problems import Problem


@click.command(short_help="One offline file for a teacher to keep.")
@click.argument("teacher")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--drafts", is_flag=True, help="Include inquiries that are not published.")
@click.option(
    "--study",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Instead: the data of TEACHER/INQUIRY as a table for scan, SingleCaseES and scdhlm (R).",
)
@content_option
def export(
    teacher: str, file: Path | None, drafts: bool, study: Path | None, content: Path, today: Date | None
) -> int:
    """Write TEACHER's portfolio as one .html file with charts, data and photos inside.

    FILE is TEACHER.html unless it is named.

    \b
    Example:  portfolio export ana-lopez
              portfolio export ana-lopez keep/ana-lopez.html --drafts
              portfolio export ana-lopez/visible-thinking --study study.csv
    """
    from generator.authoring.content_paths import find_inquiry, find_teacher
    from generator.building.export import export_teacher
    from generator.building.options import BuildOptions
    from generator.building.study_export import export_study
    from generator.site.audience import Audience

    if study and (file or drafts):
        raise UserError("--study FILE writes one table: leave out the other file name and --drafts.")
    require_content_folder(content)
    audience = Audience.PREVIEW if drafts else Audience.PUBLIC
    options = BuildOptions(content, content.parent / "output", today or Date.today(), audience)
    if study:
        inquiry = find_inquiry(content, teacher, "TEACHER/INQUIRY")
        target = study
        _require_folder(target)
        exported, problems = export_study(options, inquiry.folder.parent.name, inquiry.inquiry)
    else:
        folder = find_teacher(content, teacher, "TEACHER").name
        target = file or Path(f"{folder}.html")
        _require_folder(target)
        exported, problems = export_teacher(options, folder)
    return _write(content, target, exported, problems, is_study=bool(study))


def _write(
    content: Path,
    target: Path,
    exported: "ExportedFile | None",
    problems: "Sequence[Problem]",
    *,
    is_study: bool,
) -> ExitStatus:
    """Write the file, and say what is wrong and what was written."""
    translator = (
        translator_for_language(exported.named_language, own_catalogue=exported.own_catalogue)
        if exported
        else translator_for(content)
    )
    gettext = translator.gettext
    errors = [problem.under(content.name) for problem in problems if problem.is_error]
    print_problems(errors, translator)
    if exported is None or exported.data is None:
        if is_study and not errors:
            print_line(gettext("Nothing was written: this inquiry has no data yet."), err=True)
        else:
            print_line(gettext("Nothing was written: correct the errors first."), err=True)
        return ExitStatus.PROBLEMS
    write_whole(target, exported.data)
    size = translator.format_size(len(exported.data))
    print_line(gettext("Written: {file} ({size})", file=target, size=size))
    return ExitStatus.PROBLEMS if errors else ExitStatus.DONE


def _require_folder(target: Path) -> None:
    """Raises UserError where there is no folder to write to."""
    if not target.parent.is_dir():
        raise UserError("There is no folder {folder} to write to.", folder=target.parent)
