"""`portfolio serve`: build, watch and reload in the browser."""

import logging
import os
import sys
import traceback
import webbrowser
from contextlib import suppress
from datetime import date as Date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    content_option,
    is_debug,
    print_problems,
    require_content_folder,
    translator_for,
    translator_for_language,
)
from generator.exit_status import ExitStatus

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.serving.last_good import ServedSite


@click.command(short_help="Look at the site while you write.")
@content_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Or the next free one."
)
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Where build writes; nothing is written there now."
)
def serve(content: Path, port: int, opened: bool, output: Path | None, today: Date | None) -> None:
    """Build the site in memory, show it on this computer, and build again after every save.

    Drafts are shown, and marked as drafts.  A mistake shows in the browser, over the last good page.
    Nothing is written to output/.  Ctrl-C ends it.

    \b
    Example:  portfolio serve --open
    """
    import asyncio

    from generator.building.options import BuildOptions
    from generator.serving.preview_loop import run_preview as serve_forever
    from generator.serving.preview_loop import until_stopped
    from generator.words.problem_format import ProblemFormat

    require_content_folder(content)
    translator = translator_for(content)
    logging.getLogger("livereload").setLevel(logging.ERROR)
    logging.getLogger("tornado").setLevel(logging.ERROR)

    def started(actual: int) -> None:
        address = f"http://127.0.0.1:{actual}/"
        if port not in (0, actual):
            click.echo(translator.gettext("Port {port} is in use; this one is free.", port=port))
        click.echo(translator.gettext("The site: {address}   (Ctrl-C ends it)", address=address))
        click.echo(translator.gettext("Building the site …"))
        if opened:  # some browsers hold up whoever opens them
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    def report(shown: "ServedSite", seconds: float) -> None:
        spoken = translator_for_language(shown.language)
        print_problems([one for one in shown.problems if one.is_error], spoken)
        took = spoken.format_number(seconds, 1)
        click.echo(
            spoken.gettext("Built in {seconds} s.", seconds=took)
            + " "
            + ProblemFormat(spoken).attention(shown.problems)
        )

    def mistaken(trouble: Exception) -> "Problem":
        if is_debug():
            traceback.print_exception(trouble)
        return _of_the_machine(trouble) if isinstance(trouble, OSError) else _of_our_own(trouble)

    options = BuildOptions(content, output or content.parent / "output", today or Date.today(), drafts=True)
    work = serve_forever(options, port, started, report, mistaken, translator.language)
    with suppress(KeyboardInterrupt):
        asyncio.run(until_stopped(work))
    click.echo("\n" + translator.gettext("Stopped. Your files are as you saved them."))
    sys.stdout.flush()
    os._exit(ExitStatus.DONE)  # a build that is under way is not waited for


def _of_the_machine(trouble: OSError) -> "Problem":
    from generator.problems import Place, error

    return error(
        "machine",
        Place(Path(str(trouble.filename or "content")).name),
        "The computer could not do it: {reason}.",
        "Save a file once more when there is room again, or the file can be read.",
        reason=trouble.strerror or type(trouble).__name__,
    )


def _of_our_own(trouble: Exception) -> "Problem":
    from generator.problems import Place, error

    return error(
        "own-mistake",
        Place("portfolio serve"),
        "Sorry: runfolio made a mistake of its own ({kind}).",
        "Take back what you saved last. To have it mended, type the same command with --debug at its end, "
        "and send what it says to whoever looks after runfolio for you.",
        kind=type(trouble).__name__,
    )
