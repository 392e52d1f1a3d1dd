"""Progress on a terminal, for anything that takes longer than people like to wait."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import click

from generator.commands.common import translator_for

PATIENCE = 2.0  # seconds before progress is shown


@contextmanager
def show_progress(content: Path) -> Iterator[Callable[[str, int, int], None]]:
    """Yields a Progress (building/options.py) that shows a bar for each stage, in the language of the
    program with this content folder; on what is not a terminal it shows nothing."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    begun = monotonic()
    bars: dict[str, Any] = {}

    def show(stage: str, done: int, total: int) -> None:
        if monotonic() - begun < PATIENCE:
            return
        if stage not in bars:
            _finish(bars)
            label = translator_for(content).gettext(stage)
            bars[stage] = click.progressbar(length=total, label=label, show_pos=True, file=sys.stderr)
        bars[stage].update(done - bars[stage].pos)

    try:
        yield show
    finally:
        _finish(bars)


def _finish(bars: dict[str, Any]) -> None:
    """Leave the line of the stage that was shown last."""
    for bar in [*bars.values()][-1:]:
        bar.render_finish()
