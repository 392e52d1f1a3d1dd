"""Progress on a terminal, for anything that takes longer than people like to wait."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from generator.commands.common import translator_for

PATIENCE = 2.0  # seconds before progress is shown


@contextmanager
def show_progress(content: Path) -> Iterator[Callable[[str, int, int], None]]:
    """Yields a Progress (building/options.py) that shows a bar for each stage, in the language of the
    program with this content folder; on what is not a terminal it shows nothing."""
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
            tasks[stage] = bar.add_task(translator_for(content).gettext(stage), total=total)
        bar.update(tasks[stage], completed=done, total=total)

    try:
        yield show
    finally:
        bar.stop()
