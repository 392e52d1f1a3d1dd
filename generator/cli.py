"""The command `portfolio`: its subcommands, and what an error prints and exits with.

Exit status: 0 done; 1 problems in the content; 2 wrong use; 3 the machine, or a program.yml that
cannot be read; 130 interrupted.  This file and commands/ are the only rooms that print or exit.
"""

import errno
import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.commands.analyse import analyse
from generator.commands.attest import attest
from generator.commands.award import award, revoke
from generator.commands.build import build
from generator.commands.check import check
from generator.commands.common import (
    CurrentRun,
    is_english,
    language_setting,
    translator_for,
    translator_for_language,
)
from generator.commands.export import export
from generator.commands.import_ import import_table
from generator.commands.init import init, schema
from generator.commands.keys import keys
from generator.commands.new import new
from generator.commands.publish import publish
from generator.commands.serve import serve
from generator.commands.submit import submit
from generator.commands.terminal_output import print_document, print_line
from generator.commands.theme import theme
from generator.commands.upgrade import upgrade
from generator.commands.verify import verify
from generator.exit_status import ExitStatus
from generator.problems import Phrase
from generator.user_error import UserError
from generator.words.log_line import log_line

if TYPE_CHECKING:
    from generator.words.translator import Translator

_REASONS = {
    errno.ENOSPC: Phrase("The disk is full"),
    errno.EDQUOT: Phrase("Your disk quota is full"),
    errno.EROFS: Phrase("The disk is read-only"),
    errno.EACCES: Phrase("The computer did not allow it"),
    errno.EPERM: Phrase("The computer did not allow it"),
}

# Objects made before the collector looks for circles.  A build makes many that stay to its end; with
# Python's 700 it looks at them again and again, which takes a twentieth of a small build.
_COLLECT_AFTER = 20_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="portfolio")
def portfolio() -> None:
    """Make a portfolio site from reflections and run charts.

    \b
    Example:
      portfolio init my-program --demo     a full program to look at
      cd my-program
      portfolio build                      the site, in output/
    """


for _command in (
    init,
    new,
    import_table,
    check,
    build,
    serve,
    publish,
    submit,
    attest,
    keys,
    award,
    revoke,
    verify,
    export,
    analyse,
    schema,
    theme,
    upgrade,
):
    portfolio.add_command(_command)


def main(args: Sequence[str] | None = None) -> None:
    """The command `portfolio`: runs one command and exits with its status."""
    gc.set_threshold(_COLLECT_AFTER)
    typed = list(sys.argv[1:] if args is None else args)
    debug = "--debug" in typed
    for stream in (sys.stdout, sys.stderr):  # a terminal that knows no accents is shown their codes
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    run = CurrentRun()
    try:
        with _spoken(portfolio) as command:
            status = command.main(typed, prog_name="portfolio", standalone_mode=False, obj=run)
    except UserError as error:
        _print_user_error(error, _translator(run))
        sys.exit(error.exit_status)
    except click.ClickException as error:
        with io.StringIO() as shown, _spoken(portfolio):
            error.show(shown)
            print_document(shown.getvalue().removesuffix("\n"), err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        print_line(translator_for_language().gettext("Stopped. Nothing was saved."), err=True)
        sys.exit(ExitStatus.INTERRUPTED)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitStatus.DONE)
    except OSError as failure:
        if debug:
            raise
        print_line(_describe_os_error(failure), err=True)
        sys.exit(ExitStatus.MACHINE)
    except Exception as mistake:
        if debug:
            raise
        print_document(
            translator_for_language().gettext(
                "Sorry: this is a mistake in runfolio ({kind}). Type the same command\nwith --debug at "
                "the end, and send its output to whoever looks after runfolio for you.",
                kind=type(mistake).__name__,
            ),
            err=True,
        )
        sys.exit(ExitStatus.MACHINE)
    sys.exit(status if isinstance(status, int) else ExitStatus.DONE)


@contextmanager
def _spoken(command: click.Group) -> Iterator[click.Group]:
    """The command with its help, and click's own texts, in the language of the person at the machine."""
    if is_english(language_setting()):
        yield command
        return
    from generator.commands.translated_command import click_speaks, translated

    translator = translator_for_language()
    with click_speaks(translator):
        yield translated(command, translator)


def _translator(run: CurrentRun) -> "Translator":
    """Into the program's language, where the command that runs has one."""
    return translator_for(run.content) if run.content else translator_for_language()


def _print_user_error(error: UserError, translator: "Translator") -> None:
    """The error's own lines; whatever they quote stays on one."""
    values = {
        name: log_line(str(value)) if type(value) is str or isinstance(value, Path) else value
        for name, value in error.values.items()
    }
    print_document(translator.gettext(error.text, **values), err=True)


def _describe_os_error(failure: OSError) -> str:
    """The reason and the file's name, without the path to somebody's home folder."""
    translator = translator_for_language()
    phrase = _REASONS.get(failure.errno or 0)
    reason = translator.gettext(phrase) if phrase else failure.strerror or type(failure).__name__
    name = Path(failure.filename).name if isinstance(failure.filename, str) else ""
    where = f" ({name})" if name and not name.startswith(".runfolio-") else ""
    return translator.gettext("{reason}{where}. Nothing was saved.", reason=reason, where=where)
