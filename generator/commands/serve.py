"""`portfolio serve`: build, watch and reload in the browser."""

import logging
import os
import sys
import webbrowser
from contextlib import suppress
from datetime import date as Date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator.commands.common import (
    content_option,
    default_output,
    print_problems,
    require_content_folder,
    translator_for,
)
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.serving.last_good import ServedSite
    from generator.words.translator import Translator


@click.command(short_help="Look at the site while you write.")
@content_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port, or the next free one.",
)
@click.option("--open", "in_browser", is_flag=True, help="Open it in the browser.")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Where build writes; nothing is written there now."
)
def serve(content: Path, port: int, in_browser: bool, output: Path | None, today: Date | None) -> None:
    """Build the site in memory, show it on this computer, and build again after every save.

    Drafts are shown, and marked as drafts; reviews are shown on the evidence page, whatever publish_reviews
    says.  A mistake shows in the browser, over the last good page.  Nothing is written to output/.
    Ctrl-C ends it.

    \b
    Example:  portfolio serve --open
    """
    import asyncio

    from generator.building.options import BuildOptions
    from generator.serving.preview_loop import run_preview, run_until_stopped
    from generator.site.audience import Audience

    require_content_folder(content)
    translator = translator_for(content)
    logging.getLogger("livereload").setLevel(logging.ERROR)
    logging.getLogger("tornado").setLevel(logging.ERROR)
    options = BuildOptions(
        content,
        output or default_output(content),
        today or Date.today(),
        Audience.AUTHOR,
        quotes_content=True,
    )
    events = _TerminalEvents(translator, port, in_browser)
    with suppress(KeyboardInterrupt):
        asyncio.run(run_until_stopped(run_preview(options, port, events, translator)))
    print_line()
    print_line(translator.gettext("Stopped. Your files are as you saved them."))
    sys.stdout.flush()
    os._exit(ExitStatus.DONE)  # a build that is under way is not waited for


class _TerminalEvents(Struct, frozen=True):
    """Says on the terminal what happens (a PreviewEvents)."""

    translator: "Translator"
    port: int  # as it was asked for
    in_browser: bool

    def listening(self, port: int) -> None:
        address = f"http://127.0.0.1:{port}/"
        if self.port not in (0, port):
            print_line(self.translator.gettext("Port {port} is in use; this one is free.", port=self.port))
        print_line(self.translator.gettext("The site: {address}   (Ctrl-C to stop)", address=address))
        print_line(self.translator.gettext("Building the site …"))
        if self.in_browser:  # some browsers hold up whoever opens them
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    def built(self, site: "ServedSite", seconds: float) -> None:
        from generator.words.problem_format import ProblemFormat

        translator = site.translator
        print_problems([problem for problem in site.problems if problem.is_error], translator)
        duration = translator.gettext("Built in {seconds} s.", seconds=translator.format_number(seconds, 1))
        print_line(f"{duration} {ProblemFormat(translator).attention(site.problems)}")

    def failed(self, failure: Exception) -> "Problem":
        problem = _machine_problem(failure) if isinstance(failure, OSError) else _own_problem(failure)
        return problem.with_traceback_of(failure)


def _machine_problem(failure: OSError) -> "Problem":
    from generator.problems import Place, error

    return error(
        "machine",
        Place(Path(str(failure.filename or "content")).name),
        "The computer could not do it: {reason}.",
        "Once there is room, or the file can be read, save a file again.",
        reason=failure.strerror or type(failure).__name__,
    )


def _own_problem(failure: Exception) -> "Problem":
    from generator.problems import Place, error

    return error(
        "own-mistake",
        Place("portfolio serve"),
        "Sorry: this is a mistake in runfolio ({kind}).",
        "Undo what you saved last. To have it fixed, type the same command with --debug at the end, and "
        "send its output to whoever looks after runfolio for you.",
        kind=type(failure).__name__,
    )
