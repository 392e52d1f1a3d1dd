"""`portfolio analyse`: any table in, report, JSON or pictures out."""

import sys
from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import Day, debug_option, print_problems, translator_for_language
from generator.exit_status import ExitStatus
from generator.writing.whole_file import write_whole

if TYPE_CHECKING:
    from generator.runchart.plot import Plot
    from generator.words.translator import Translator

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
    "--date-format", type=click.Choice(["m/d/y", "d/m/y"]), help="Where dates can be read both ways."
)
@click.option("--class", "classes", multiple=True, help="Only this class; may be given again.")
@click.option("--from", "first", type=Day(), help="Only rows from this day on.")
@click.option("--to", "last", type=Day(), help="Only rows up to this day.")
@click.option("--json", "as_json", is_flag=True, help="Every figure, for programs.")
@click.option("--chart", type=click.Path(dir_okay=False, path_type=Path), help="Draw it: .svg, .png or .html")
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
) -> int:
    """Median, runs, shifts, verdict, effect and the chance of luck, for any table.

    FILE is a CSV, TSV or YAML table: a date and a value; a column a prompt; or class, prompt,
    count and n.  A hyphen reads from standard input.

    \b
    Example:  portfolio analyse period-2.csv --baseline-until 2025-10-05
              portfolio analyse period-2.csv --baseline 8 --chart period-2.svg
    """
    from generator.analyse import AnalysisReport, AnalysisRequest, Baseline, TableFilter
    from generator.analyse import analyse as analyse_table
    from generator.model import Better
    from generator.reading.tables.dates import DateOrder

    translator = translator_for_language()
    if baseline is not None and baseline_until is not None:
        raise click.UsageError(translator.gettext("Use --baseline or --baseline-until, not both."))
    if chart:
        _refuse_chart(chart, translator)
    data, name = _bytes_of(file, translator)
    request = AnalysisRequest(
        Baseline(baseline, baseline_until),
        Better(better),
        DateOrder(date_format) if date_format else None,
        TableFilter(classes, first, last),
    )
    analysis, problems = analyse_table(data, name, request)
    print_problems(problems, translator)
    if analysis is None:
        return ExitStatus.PROBLEMS
    if baseline_until is not None and analysis.series and not analysis.dated:
        raise click.UsageError(
            translator.gettext("--baseline-until needs a column with dates; use --baseline N.")
        )
    report = AnalysisReport(analysis, translator)
    click.echo(report.json() if as_json else report.text())
    if chart:
        _draw(report.plots(), chart, translator)
    return ExitStatus.DONE


def _refuse_chart(chart: Path, translator: "Translator") -> None:
    if chart.suffix.lower() not in _PICTURES:
        raise click.UsageError(
            translator.gettext(
                "--chart draws .svg, .png and .html, not {other}.", other=chart.suffix or chart.name
            )
        )
    if not chart.parent.is_dir():
        raise click.UsageError(
            translator.gettext("There is no folder {folder} to draw in.", folder=chart.parent)
        )


def _bytes_of(file: Path, translator: "Translator") -> tuple[bytes, str]:
    """The table, and what to call it in messages."""
    if str(file) == "-":
        return sys.stdin.buffer.read(), translator.gettext("standard input")
    try:
        return file.read_bytes(), str(file)
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise click.UsageError(translator.gettext("There is no file {file}.", file=file)) from missing
    except IsADirectoryError as folder:
        raise click.UsageError(
            translator.gettext("{file} is a folder; name one table in it.", file=file)
        ) from folder


def _draw(plots: "Sequence[tuple[str, Plot]]", chart: Path, translator: "Translator") -> None:
    """One picture; of several series one file each, or one page that holds all."""
    from generator.runchart.chart_renderer import draw_page, draw_picture
    from generator.slugs import slug

    form = chart.suffix.lower()[1:]
    if not plots:
        click.echo(translator.gettext("There is nothing to draw."), err=True)
        return
    pictures: dict[Path, bytes]
    if form == "html":
        pictures = {
            chart: draw_page(
                [plot for _, plot in plots],
                language=translator.language,
                heading=translator.gettext("Run charts"),
            )
        }
    elif len(plots) == 1:
        pictures = {chart: draw_picture(plots[0][1], form)}
    else:
        pictures = {
            chart.with_stem(f"{chart.stem}-{slug(name) or number}"): draw_picture(plot, form)
            for number, (name, plot) in enumerate(plots, start=1)
        }
    for path, data in pictures.items():
        write_whole(path, data)
        click.echo(translator.gettext("Drawn: {path}", path=path), err=True)
