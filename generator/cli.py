"""Every command.  The only room that prints or exits; heavy rooms are imported where they are used.

Exit status: 0 done; 1 problems in the content; 2 wrong use; 3 the machine, or a program.yml that
cannot be read; 130 interrupted.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date as Date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator import __version__

if TYPE_CHECKING:
    from generator.build import Outcome
    from generator.problems import Problem
    from generator.runchart.plot import Plot

PROBLEMS, WRONG_USE, MACHINE, INTERRUPTED = 1, 2, 3, 130
PATIENCE = 2.0  # seconds before progress is shown
Command = TypeVar("Command", bound=Callable[..., Any])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="portfolio")
def portfolio() -> None:
    """Make a portfolio site from reflections and run charts.

    \b
    First steps:
      portfolio init my-program --demo     a full example to look at
      cd my-program
      portfolio build                      the site, in output/
    """


def main(args: Sequence[str] | None = None) -> None:
    """The command `portfolio`: runs one command and exits with its status."""
    typed = list(sys.argv[1:] if args is None else args)
    debug = "--debug" in typed
    try:
        status = portfolio.main(typed, prog_name="portfolio", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.ClickException as mistake:
        mistake.show()
        sys.exit(mistake.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; what was there before is still whole.", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as trouble:
        if debug:
            raise
        click.echo(f"The computer says no: {_plain(trouble)}", err=True)
        sys.exit(MACHINE)


def _plain(trouble: OSError) -> str:
    """The reason and the file, without the way to somebody's home folder."""
    name = Path(trouble.filename).name if isinstance(trouble.filename, str) else ""
    reason = trouble.strerror or type(trouble).__name__
    return f"{reason} ({name})." if name else f"{reason}."


def common(command: Command) -> Command:
    """The options of every command that works on a program."""
    command = click.option("--debug", is_flag=True, help="Show tracebacks.")(command)
    return click.option(
        "--content",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("content"),
        show_default=True,
        help="The content folder.",
    )(command)


class Day(click.ParamType[Date]):
    """A day typed as 2026-01-30."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Date:
        if isinstance(value, Date):
            return value
        try:
            return Date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is no date; type it as 2026-01-30.", param, ctx)


@portfolio.command(short_help="Make the site.")
@common
@click.option("--output", type=click.Path(path_type=Path), help="Where the site lands.  [default: output/]")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--clean", is_flag=True, help="Remove what earlier builds wrote first.")
@click.option("--explain", is_flag=True, help="Say which files were written, and why.")
@click.option("--today", type=Day(), help="The date to take for today.")
def build(
    content: Path,
    output: Path | None,
    strict: bool,
    clean: bool,
    explain: bool,
    today: Date | None,
    debug: bool,
) -> int:
    """Make the site from the content folder.

    Everything without an error is built; what has one is listed, and left out.

    \b
    Example:  portfolio build --output public
    """
    from generator.build import Options
    from generator.build import build as build_site
    from generator.report import closing
    from generator.writing.output import OutputBusy, OutputRefused

    options = Options(content, output or _beside(content), today or Date.today(), clean=clean)
    try:
        with _progress() as progress:
            outcome = build_site(options, progress)
    except OutputBusy as refused:
        click.echo(str(refused), err=True)
        return MACHINE
    except OutputRefused as refused:
        click.echo(str(refused), err=True)
        return WRONG_USE
    _print_problems(outcome.problems)
    if not outcome.readable:
        return MACHINE
    if explain and outcome.written:
        for why, names in (
            ("new", outcome.written.new),
            ("changed", outcome.written.changed),
            ("removed", outcome.written.gone),
        ):
            for name in names:
                click.echo(f"{why}: {name}")
    counts = (outcome.teachers, outcome.inquiries, outcome.pages)
    click.echo(closing(counts, outcome.bytes_total, outcome.problems, len(outcome.withheld)))
    click.echo(f"Open {options.output / 'index.html'}")
    return _status(outcome, strict)


@portfolio.command(short_help="Find every problem in every file.")
@common
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
def check(content: Path, strict: bool, form: str, debug: bool) -> int:
    """Read everything, say back what was understood, and list every problem with its remedy.

    \b
    Example:  portfolio check --format json
    """
    from generator.build import Options
    from generator.build import check as check_site
    from generator.report import as_github, as_json, attention, in_order

    with _progress() as progress:
        outcome = check_site(Options(content, _beside(content), Date.today(), drafts=True), progress)
    if form == "json":
        summary: dict[str, object] = {
            "teachers": outcome.teachers,
            "inquiries": outcome.inquiries,
            "withheld": list(outcome.withheld),
            "strict": strict,
        }
        click.echo(as_json(outcome.problems, summary))
    elif form == "github":
        for problem in in_order(outcome.problems):
            click.echo(as_github(problem))
    else:
        for line in outcome.echo:
            click.echo(line)
        _print_problems(outcome.problems)
        click.echo(attention(outcome.problems, len(outcome.withheld)))
    return MACHINE if not outcome.readable else _status(outcome, strict)


@portfolio.command(short_help="Run chart rules on any table.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--baseline", type=click.IntRange(min=0), help="The first N rows of each series are the baseline."
)
@click.option("--baseline-until", type=Day(), help="The baseline's last day.")
@click.option("--better", type=click.Choice(["higher", "lower"]), default="higher", show_default=True)
@click.option(
    "--date-format", type=click.Choice(["m/d/y", "d/m/y"]), help="Where dates can be read both ways."
)
@click.option("--json", "as_json", is_flag=True, help="Every figure, for programs.")
@click.option("--chart", type=click.Path(dir_okay=False, path_type=Path), help="Draw it: .svg, .png or .html")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
def analyse(
    file: Path,
    baseline: int | None,
    baseline_until: Date | None,
    better: str,
    date_format: str | None,
    as_json: bool,
    chart: Path | None,
    debug: bool,
) -> int:
    """Median, runs, shifts, verdict, effect and the chance of luck, for any table.

    FILE is a CSV, TSV or YAML table: a date and a value; a column a prompt; or class, prompt,
    count and n.  A hyphen reads from standard input.

    \b
    Example:  portfolio analyse period-2.csv --baseline-until 2025-10-05 --chart period-2.svg
    """
    from generator import analyse as room
    from generator.model import Better

    if baseline is not None and baseline_until is not None:
        raise click.UsageError("Use --baseline or --baseline-until, not both.")
    if chart and chart.suffix.lower() not in (".svg", ".png", ".html"):
        raise click.UsageError(f"--chart draws .svg, .png and .html, not {chart.suffix or chart.name}.")
    data = _bytes_of(file)
    found, problems = room.analyse(
        data, str(file), room.Baseline(baseline, baseline_until), Better(better), date_format
    )
    _print_problems(problems)
    if found is None:
        return PROBLEMS
    if baseline_until is not None and not found.dated:
        raise click.UsageError("--baseline-until needs a column with dates; use --baseline N.")
    click.echo(room.as_json(found) if as_json else room.as_text(found))
    if chart:
        _draw(room.plots(found), chart)
    return 0


@portfolio.command(short_help="Start a new program.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--demo", is_flag=True, help="A full example program, to look at and to change.")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
def init(folder: Path, demo: bool, debug: bool) -> int:
    """Write the files of a new program into FOLDER; files that are there already are kept.

    \b
    Example:  portfolio init my-program
    """
    from generator.scaffold import init_program

    made = init_program(folder, demo=demo)
    for name in made.kept:
        click.echo(f"kept:  {name}")
    click.echo(f"{len(made.written)} files written to {folder}/" if made.written else "Nothing was written.")
    if folder != Path():
        click.echo(f"Next:  cd {folder}")
    click.echo("Next:  portfolio build")
    return 0


@portfolio.command(short_help="JSON Schemas of the files, for editors.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path(".schemas"))
@click.option("--debug", is_flag=True, help="Show tracebacks.")
def schema(folder: Path, debug: bool) -> int:
    """Write the JSON Schema of each kind of file into FOLDER.

    \b
    Example:  portfolio schema .schemas
    """
    from generator.reading.schema import json_schemas

    folder.mkdir(parents=True, exist_ok=True)
    for name, shape in json_schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(shape, ensure_ascii=False, indent=1) + "\n", "utf-8")
        click.echo(str(path))
    return 0


def _beside(content: Path) -> Path:
    """output/ beside the content folder."""
    return content.parent / "output"


def _status(outcome: "Outcome", strict: bool) -> int:
    from generator.report import fails

    return PROBLEMS if fails(outcome.problems, strict) else 0


def _bytes_of(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as missing:
        raise click.UsageError(f"There is no file {file}.") from missing


def _draw(plots: "Sequence[tuple[str, Plot]]", chart: Path) -> None:
    """One picture; of several series one file each, or one page that holds all."""
    from generator.names import slug
    from generator.runchart.draw import page, picture

    form = chart.suffix.lower()[1:]
    if form == "html":
        chart.write_bytes(page([plot for _, plot in plots]))
        click.echo(f"Drawn: {chart}", err=True)
        return
    for name, plot in plots:
        path = chart if len(plots) == 1 else chart.with_stem(f"{chart.stem}-{slug(name)}")
        path.write_bytes(picture(plot, form))
        click.echo(f"Drawn: {path}", err=True)


def _print_problems(problems: "Sequence[Problem]") -> None:
    from generator.report import in_order, lines_of

    colours = {"error": "red", "warning": "yellow", "notice": "cyan"}
    plain = bool(os.environ.get("NO_COLOR"))
    for problem in in_order(problems):
        first, *rest = lines_of(problem)
        click.echo(first if plain else click.style(first, fg=colours[problem.severity]), err=True)
        for line in rest:
            click.echo(line, err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Progress on a terminal, for anything that takes longer than people like to wait."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    begun = monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    tasks: dict[str, Any] = {}

    def show(stage: str, done: int, total: int) -> None:
        if monotonic() - begun < PATIENCE:
            return
        if not bar.live.is_started:
            bar.start()
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=total)
        bar.update(tasks[stage], completed=done, total=total)

    try:
        yield show
    finally:
        bar.stop()
