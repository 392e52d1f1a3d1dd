"""`portfolio analyse`: any table in, report, JSON or pictures out."""

import sys
from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator.commands.common import Day, debug_option, print_problems, translator_for_language
from generator.commands.terminal_output import print_document, print_line
from generator.exit_status import ExitStatus
from generator.user_error import UserError
from generator.writing.whole_file import write_whole

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.reading.tables.columns import ColumnAnswers
    from generator.runchart.chart_picture import ChartPicture
    from generator.words.translator import Translator

STANDARD_INPUT = "-"
_PICTURES = (".svg", ".png", ".html")


@click.command(short_help="Run chart rules on any table.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--baseline", type=click.IntRange(min=0), help="The first N rows of each series are the baseline."
)
@click.option("--baseline-until", type=Day(), help="The baseline's last day.")
@click.option(
    "--better",
    type=click.Choice(["higher", "lower"]),
    default="higher",
    show_default=True,
    help="Which way is good.",
)
@click.option(
    "--date-format", type=click.Choice(["m/d/y", "d/m/y"]), help="For dates that can be read both ways."
)
@click.option("--class", "classes", multiple=True, help="Only this class; may be given again.")
@click.option("--from", "first", type=Day(), help="Only rows from this day on.")
@click.option("--to", "last", type=Day(), help="Only rows up to this day.")
@click.option("--json", "as_json", is_flag=True, help="Every figure, for programs.")
@click.option("--chart", type=click.Path(dir_okay=False, path_type=Path), help="Draw it: .svg, .png or .html")
@click.option(
    "--column",
    "columns",
    multiple=True,
    help='What a column holds: "HEADING=class" (date, time, n, skip ...).',
)
@click.option("--sheet", help="The sheet of an Excel workbook.")
@debug_option
def analyse(
    file: Path,
    baseline: int | None,
    baseline_until: Date | None,
    better: str,
    date_format: str | None,
    classes: tuple[str, ...],
    first: Date | None,
    last: Date | None,
    as_json: bool,
    chart: Path | None,
    columns: tuple[str, ...],
    sheet: str | None,
) -> int:
    """Median, runs, shifts, verdict, effect, and the chance of luck, for any table.

    FILE is a CSV, TSV or YAML table or an Excel workbook: a date and a value; a column for each prompt; or
    class, prompt, count, and n.  A column  phase  says where the baseline ends: baseline, A or 0 is
    before the change, anything else is after it. A hyphen reads standard input.

    \b
    Example:  portfolio analyse period-2.csv --baseline-until 2025-10-05
              portfolio analyse period-2.csv --baseline 8 --chart period-2.svg
    """
    from generator.analyse import AnalysisRequest, Baseline, TableFilter
    from generator.analyse import analyse as analyse_table
    from generator.analysis_report import AnalysisReport
    from generator.model import Better
    from generator.reading.tables.dates import DateOrder

    if baseline is not None and baseline_until is not None:
        raise UserError("Use --baseline or --baseline-until, not both.")
    translator = translator_for_language()
    chart_writer = _ChartWriter(chart, translator) if chart else None
    if chart_writer:
        chart_writer.check()
    data = _read_table(file)
    name = translator.gettext("standard input") if str(file) == STANDARD_INPUT else str(file)
    request = AnalysisRequest(
        Baseline(baseline, baseline_until),
        Better(better),
        DateOrder(date_format) if date_format else None,
        TableFilter(classes, first, last),
        _read_answers(columns),
    )
    text, problems = _read_workbook(data, name, sheet)
    print_problems(problems, translator)
    if text is None:
        return ExitStatus.PROBLEMS
    analysis, problems = analyse_table(text, name, request)
    print_problems(problems, translator)
    if analysis is None:
        return ExitStatus.PROBLEMS
    if baseline_until is not None and analysis.series and not analysis.dated:
        raise UserError("--baseline-until needs a column with dates; use --baseline N.")
    report = AnalysisReport(analysis, translator)
    print_document(report.json() if as_json else report.text())
    if chart_writer:
        chart_writer.write(report.pictures())
    return ExitStatus.DONE


def _read_answers(columns: "Sequence[str]") -> "ColumnAnswers":
    """What --column says.  Raises UserError where it is not understood."""
    from generator.reading.tables.columns import read_answers

    answers = dict(column.rpartition("=")[::2] for column in columns)
    read, misunderstood = read_answers(answers, None)
    if misunderstood:
        raise UserError(
            'Type --column "HEADING=class", or date, time, n, observer, group, condition, phase, note '
            "or skip."
        )
    return read


def _read_workbook(data: bytes, name: str, sheet: str | None) -> "tuple[bytes | None, list[Problem]]":
    """The sheet of a workbook as text; any other file as it is."""
    from generator.intake.workbook import is_workbook, workbook_to_csv

    return workbook_to_csv(data, name, sheet) if is_workbook(data) else (data, [])


def _read_table(file: Path) -> bytes:
    """The bytes of the file, or of standard input.  Raises UserError where there is no such file."""
    if str(file) == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise UserError("There is no file {file}.", file=file) from missing
    except IsADirectoryError as folder:
        raise UserError("{file} is a folder; name one table in it.", file=file) from folder


class _ChartWriter(Struct, frozen=True):
    """Draws the charts of a table into `path`, or beside it where there is more than one."""

    path: Path
    translator: "Translator"

    def check(self) -> None:
        """Raise UserError where nothing can be drawn there."""
        if self.path.suffix.lower() not in _PICTURES:
            raise UserError(
                "--chart draws .svg, .png and .html, not {other}.", other=self.path.suffix or self.path.name
            )
        if not self.path.parent.is_dir():
            raise UserError("There is no folder {folder} to save the chart in.", folder=self.path.parent)

    def write(self, pictures: "Sequence[tuple[str, ChartPicture]]") -> None:
        """`pictures` are (name, picture); of several one file each, or one page that holds all."""
        if not pictures:
            print_line(self.translator.gettext("There is nothing to draw."), err=True)
            return
        for path, data in self._files(pictures).items():
            write_whole(path, data)
            print_line(self.translator.gettext("Drawn: {path}", path=path), err=True)

    def _files(self, pictures: "Sequence[tuple[str, ChartPicture]]") -> dict[Path, bytes]:
        from generator.runchart.chart_picture import PictureFormat, draw_page, draw_picture
        from generator.slugs import slug

        form = PictureFormat(self.path.suffix.lower()[1:])
        if form is PictureFormat.HTML:
            page = draw_page(
                [picture.plot for _, picture in pictures],
                language=self.translator.language,
                heading=self.translator.gettext("Run charts"),
            )
            return {self.path: page}
        if len(pictures) == 1:
            return {self.path: draw_picture(pictures[0][1], form)}
        return {
            self.path.with_stem(f"{self.path.stem}-{slug(name) or number}"): draw_picture(picture, form)
            for number, (name, picture) in enumerate(pictures, start=1)
        }
