"""`portfolio serve`: build, watch and reload in the browser."""

import asyncio
import logging
import os
import sys
import webbrowser
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.shared import MACHINE, no_program, on_a_program, print_problems, words_for, words_of

if TYPE_CHECKING:
    from generator.serving.shown import Shown


@click.command(short_help="Look at the site while you write.")
@on_a_program
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Or the next free one."
)
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
def serve(content: Path, port: int, opened: bool, today: Date | None) -> None:
    """Build the site in memory, show it on this computer, and build again after every save.

    Drafts are shown, and marked as drafts.  A mistake shows in the browser, over the last good page.
    Nothing is written to output/.  Ctrl-C ends it.

    \b
    Example:  portfolio serve --open
    """
    from generator.build import Options
    from generator.report import attention
    from generator.serving.loop import serve as serve_forever

    if missing := no_program(content):
        click.echo(missing, err=True)
        sys.exit(MACHINE)
    words = words_for(content)
    logging.getLogger("livereload").setLevel(logging.ERROR)
    logging.getLogger("tornado").setLevel(logging.ERROR)

    def started(actual: int) -> None:
        address = f"http://localhost:{actual}/"
        if port not in (0, actual):
            click.echo(words.say("Port {port} is in use; this one is free.", port=port))
        click.echo(words.say("The site: {address}   (Ctrl-C ends it)", address=address))
        if opened:
            webbrowser.open(address)

    def report(shown: "Shown", seconds: float) -> None:
        spoken = words_of(shown.language)
        print_problems([one for one in shown.problems if one.is_error], spoken)
        took = spoken.number(seconds, 1)
        click.echo(
            spoken.say("Built in {seconds} s.", seconds=took) + " " + attention(shown.problems, words=spoken)
        )

    options = Options(content, content.parent / "output", today or Date.today(), drafts=True)
    try:
        asyncio.run(serve_forever(options, port, started, report))
    except KeyboardInterrupt:
        click.echo("\n" + words.say("Stopped. Your files are as you saved them."))
        sys.stdout.flush()
        os._exit(0)  # a build that is under way is not waited for
