"""Watching, building and showing, for as long as the teacher writes."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TypeVar

from generator.build import Options, Outcome, Site, make_site
from generator.memory import Memory
from generator.serving.server import Report, Stage, listen
from generator.serving.shown import after
from generator.serving.watch import Burst, snapshot

Result = TypeVar("Result")
LEAST_PAUSE = 0.05  # seconds between two looks at the disk


async def serve(options: Options, port: int, started: Callable[[int], None], report: Report) -> None:
    """Listen, build, and build again after each burst of saves; until cancelled.

    `started` is told the port that is listened on, `report` every finished build.  Raises OSError
    where no port is free.
    """
    stage = Stage()
    server, actual = listen(stage, port)
    started(actual)
    memory, burst = Memory(), Burst()
    places = _places(options)
    try:
        while True:
            begun = monotonic()
            now = await _in_thread(lambda: snapshot(places))
            spent = monotonic() - begun
            if burst.look(now, monotonic()) or stage.shown.version == 0:
                burst.built = now
                begun = monotonic()
                made = await _in_thread(lambda: _make(options, memory))
                shown = after(stage.shown, made)
                stage.show(shown)
                report(shown, monotonic() - begun)
                continue
            # large programs are looked at less often, so that looking never fills a core
            await asyncio.sleep(max(LEAST_PAUSE, 4 * spent))
    finally:
        server.stop()


def _places(options: Options) -> Sequence[Path]:
    root = options.content.parent
    return options.content, root / "themes", root / "privacy-review.yml"


def _make(options: Options, memory: Memory) -> Site | Outcome:
    try:
        return make_site(options, lambda *_: None, memory)
    finally:
        memory.turn()


async def _in_thread(work: Callable[[], Result]) -> Result:
    """The work on a thread of its own that never holds up the end of the program."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, trouble: BaseException | None) -> None:
        if done.cancelled():
            return
        if trouble is not None:
            done.set_exception(trouble)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, trouble = None, None
        try:
            result = work()
        except BaseException as raised:  # handed to whoever waits
            trouble = raised
        # the loop is closed where the server has ended meanwhile
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, result, trouble)

    threading.Thread(target=run, daemon=True).start()
    return await done
