"""What commands have in common: options, exit statuses, problems on the screen, progress."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.exit_status import ExitStatus
from generator.layout import CONTENT, SETTINGS, has_settings
from generator.user_error import UserError

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.words.translator import Translator

PATIENCE = 2.0  # seconds before progress is shown
_COLOURS = {"error": "red", "warning": "yellow", "notice": "cyan"}
# where a person says which language to be spoken to in; the first that is set counts
_LANGUAGE = ("PORTFOLIO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
Command = TypeVar("Command", bound=Callable[..., Any])


def translator_for_language(language: str = "", environment: Mapping[str, str] = os.environ) -> "Translator":
    """The words to say things in: the program's language, else that of the person at the machine."""
    from generator.words.catalogue import language_in
    from generator.words.translator import Translator

    said = next((environment[name] for name in _LANGUAGE if environment.get(name)), "")
    return Translator(language or language_in(said))


class Day(click.ParamType[Date]):
    """A day typed as 2026-01-30."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Date:
        if isinstance(value, Date):
            return value
        try:
            return Date.fromisoformat(str(value))
        except ValueError:
            said = translator_for_language().gettext(
                "{value} is no date; type it as 2026-01-30.", value=value
            )
            self.fail(said, param, ctx)


def debug_option(command: Command) -> Command:
    """--debug, which cli.main looks for before any command is read."""
    return click.option(
        "--debug", is_flag=True, expose_value=False, help="Show tracebacks.", callback=_remember_debug
    )(command)


def _remember_debug(context: click.Context, _: click.Parameter, debug: bool) -> bool:
    context.ensure_object(CurrentRun).debug = debug
    return debug


def is_debug() -> bool:
    """Whether the command that runs was given --debug."""
    context = click.get_current_context(silent=True)
    run = context.find_object(CurrentRun) if context else None
    return run is not None and run.debug


@dataclass(slots=True)
class CurrentRun:
    """The click object of a run: options of the command that matter outside it, once they are read.

    `content` is where cli.main looks for the language of a UserError; `debug` has tracebacks printed.
    """

    content: Path | None = None
    debug: bool = False


def content_option(command: Command) -> Command:
    """The options of every command that works on a program: --content, --today and --debug."""
    command = click.option("--today", type=Day(), help="The date to take for today.")(debug_option(command))
    return content_folder_option(command)


def content_folder_option(command: Command) -> Command:
    """--content alone."""
    return click.option(
        "--content",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(CONTENT),
        show_default=True,
        help="The content folder.",
        callback=_remember_content,
    )(command)


def _remember_content(context: click.Context, _: click.Parameter, content: Path) -> Path:
    context.ensure_object(CurrentRun).content = content
    return content


def strict_option(command: Command) -> Command:
    return click.option("--strict", is_flag=True, help="Warnings count as errors.")(command)


def require_content_folder(content: Path) -> None:
    """Raise UserError where there is no content folder."""
    if content.is_dir():
        return
    if has_settings(Path()):
        raise UserError(
            "This is the content folder itself. Type  cd ..  and then the command again.", ExitStatus.MACHINE
        )
    raise UserError(
        "There is no folder {content} here. Go to the folder that holds it, "
        "or type  portfolio init  for a new program.",
        ExitStatus.MACHINE,
        content=content,
    )


def translator_for(content: Path) -> "Translator":
    """In the program's language; where there is none to read, in that of whoever types."""
    from generator.reading.yaml.strict_yaml import parse_yaml
    from generator.words.catalogue import languages

    path = content / SETTINGS
    try:
        document, _ = parse_yaml(
            (path if path.exists() else path.with_suffix(".yaml")).read_bytes(), path.name
        )
    except OSError:
        return translator_for_language()
    value = document.value if document else None
    said = str(value.get("language") or "") if isinstance(value, dict) else ""
    return translator_for_language(said if said in languages() else "")


def print_problems(
    problems: "Sequence[Problem]", translator: "Translator | None" = None, *, err: bool = True
) -> None:
    """Errors first, by file; in colour on a terminal, unless NO_COLOR says otherwise."""
    from generator.words.problem_format import ProblemFormat, sort_problems

    told = ProblemFormat(translator or translator_for_language())
    plain = bool(os.environ.get("NO_COLOR"))
    for problem in sort_problems(problems):
        first, *rest = told.lines(problem)
        click.echo(first if plain else click.style(first, fg=_COLOURS[problem.severity]), err=err)
        for line in rest:
            click.echo(line, err=err)
        if problem.traceback and is_debug():
            click.echo(problem.traceback, err=True)


@contextmanager
def show_progress(translator: "Translator | None" = None) -> Iterator[Callable[[str, int, int], None]]:
    """Progress on a terminal, for anything that takes longer than people like to wait."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    begun, said = monotonic(), translator or translator_for_language()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    tasks: dict[str, Any] = {}

    def show(stage: str, done: int, total: int) -> None:
        if monotonic() - begun < PATIENCE:
            return
        if not bar.live.is_started:
            bar.start()
        if stage not in tasks:
            tasks[stage] = bar.add_task(said.gettext(stage), total=total)
        bar.update(tasks[stage], completed=done, total=total)

    try:
        yield show
    finally:
        bar.stop()
