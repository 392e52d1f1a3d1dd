"""What commands have in common: options, the language they speak, problems on the screen."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

from generator.commands.terminal_output import is_screen, print_document, print_line
from generator.exit_status import ExitStatus
from generator.layout import CONTENT, OUTPUT, has_settings, own_catalogue_file, settings_files
from generator.user_error import UserError

if TYPE_CHECKING:
    from generator.building.options import BuildOutcome
    from generator.model import Program
    from generator.privacy.masking import LogQuoting
    from generator.problems import Problem
    from generator.words.translator import Translator

_COLOURS = {"error": "red", "warning": "yellow", "notice": "cyan"}
# where a person says which language to be spoken to in; the first that is set counts
_LANGUAGE = ("PORTFOLIO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
Command = TypeVar("Command", bound=Callable[..., Any])


def language_setting(environment: Mapping[str, str] = os.environ) -> str:
    """What the machine says of its user's language, such as `es_MX.UTF-8`; empty where it says nothing."""
    return next((environment[name] for name in _LANGUAGE if environment.get(name)), "")


def is_english(setting: str) -> bool:
    """Whether a setting names English or no language; known without the library of languages, which takes
    as long to load as a short command."""
    return re.split(r"[-_.@]", setting, maxsplit=1)[0].lower() in ("", "en", "c", "posix")


def translator_for_language(
    language: str = "", environment: Mapping[str, str] = os.environ, own_catalogue: bytes = b""
) -> "Translator":
    """A translator into this language, with a program's own catalogue of it; where the language is empty,
    into that of the person at the machine."""
    from generator.words.catalogue import language_in
    from generator.words.translator import Translator

    setting = language_setting(environment)
    return Translator(language or language_in(setting), own_catalogue=own_catalogue if language else b"")


class Day(click.ParamType[Date]):
    """A day typed as 2026-01-30."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Date:
        if isinstance(value, Date):
            return value
        try:
            return Date.fromisoformat(str(value))
        except ValueError:
            translator = translator_for_language()
            self.fail(
                translator.gettext("{value} is not a date; type it as 2026-01-30.", value=value), param, ctx
            )


def utc_today() -> Date:
    """The day it is in UTC: what is signed is dated in UTC, and never in the future anywhere."""
    return datetime.now(UTC).date()


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


class CurrentRun(Struct):
    """The click object of a run: options of the command that matter outside it, once they are read.

    `content` is where cli.main looks for the language of a UserError; `debug` has tracebacks printed.
    """

    content: Path | None = None
    debug: bool = False


def content_option(command: Command) -> Command:
    """The options of every command that works on a program: --content, --today and --debug."""
    command = click.option("--today", type=Day(), help="The date to use as today.")(debug_option(command))
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
    """The option --strict, which makes warnings count as errors."""
    return click.option("--strict", is_flag=True, help="Warnings count as errors.")(command)


def require_content_folder(content: Path) -> None:
    """Raise UserError where there is no content folder; end the command where it has two settings files."""
    if content.is_dir():
        require_one_settings_file(content)
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


def require_one_settings_file(content: Path) -> None:
    """Say so and end the command where program.yml is there twice: nobody knows which one counts."""
    if len(settings_files(content)) > 1:
        from generator.reading.program_files import two_settings_problem

        print_problems([two_settings_problem().under(content.name)])
        raise click.exceptions.Exit(ExitStatus.MACHINE)


def translator_for(content: Path) -> "Translator":
    """Into the language that program.yml names, else into that of the person at the machine.

    It reads program.yml: a command that opens the program anyway asks the program for its language.
    """
    from generator.reading.yaml.strict_yaml import parse_yaml
    from generator.words.catalogue import base_language, language_tag, languages

    try:
        (path,) = settings_files(content)
        document, _ = parse_yaml(path.read_bytes(), path.name)
    except (OSError, ValueError):  # none, or several of which none counts
        return translator_for_language()
    settings = document.value if document else None
    tag = language_tag(str(settings.get("language") or "")) if isinstance(settings, dict) else ""
    own_catalogue = _own_catalogue(content, base_language(tag))
    has_texts = own_catalogue or base_language(tag) in languages()
    return translator_for_language(tag if has_texts else "", own_catalogue=own_catalogue)


def _own_catalogue(content: Path, language: str) -> bytes:
    """The program's own translations into a language; empty where there are none that can be used."""
    from generator.reading.site_language import check_catalogue

    path = own_catalogue_file(content, language)
    try:
        data = path.read_bytes()
    except OSError:
        return b""
    return b"" if check_catalogue(path.name, data) else data


def translator_for_program(content: Path, program: "Program | None") -> "Translator":
    """Into the language of the program that was opened; None where it could not be read."""
    if program is None:
        return translator_for(content)
    return translator_for_language(program.named_language, own_catalogue=program.own_catalogue)


def translator_for_outcome(content: Path, outcome: "BuildOutcome") -> "Translator":
    """Into the language of the program that was built, or could not be read."""
    if not outcome.readable:
        return translator_for(content)
    return translator_for_language(outcome.named_language, own_catalogue=outcome.own_catalogue)


def default_output(content: Path) -> Path:
    """output/ beside the content folder."""
    return content.parent / OUTPUT


def missing_roster_text(translator: "Translator") -> str:
    """What to say where there is no name to compare with: a workflow has no roster, and should have none."""
    return translator.gettext(
        "Texts were not compared with students' names: there is no private/roster.txt here, or no "
        "name in it. Type the names into  private/roster.txt , one a line; the file never leaves this "
        "computer."
    )


def print_content_problems(
    problems: "Sequence[Problem]", content: Path, program: "Program", translator: "Translator"
) -> None:
    """Problems of files below the content folder, as a public log may show them."""
    if problems:  # else the roster need not be read
        logged = log_quoting_of(content, program).problems(problems)
        print_problems([problem.under(content.name) for problem in logged], translator)


def log_quoting_of(content: Path, program: "Program | None") -> "LogQuoting":
    """How a command that reads the content itself may quote it."""
    from generator.privacy.masking import log_quoting
    from generator.privacy.privacy_context import read_privacy_context
    from generator.privacy.privacy_files import load_privacy_files

    privacy, _ = read_privacy_context(load_privacy_files(content)[0], Date.today())
    return log_quoting(privacy, program, is_screen())


def print_problems(
    problems: "Sequence[Problem]", translator: "Translator | None" = None, *, err: bool = True
) -> None:
    """Errors first, by file; in colour on a terminal, unless NO_COLOR says otherwise."""
    from generator.words.problem_format import ProblemFormat, sort_problems

    problem_format = ProblemFormat(translator or translator_for_language())
    plain = bool(os.environ.get("NO_COLOR"))
    for problem in sort_problems(problems):
        first, *rest = problem_format.lines(problem)
        print_line(first, err=err, colour=None if plain else _COLOURS[problem.severity])
        for line in rest:
            print_line(line, err=err)
        if problem.traceback and is_debug():
            print_document(problem.traceback, err=True)
