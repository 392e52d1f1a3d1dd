"""Watching, building and showing, for as long as the teacher writes."""

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, thread_time
from typing import TypeVar

from generator.building.options import BuildOptions, BuildOutcome
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.layout import REVIEW_EXCEPTIONS, ROSTER, THEMES, root_of
from generator.memoize import ProcessMemo
from generator.problems import Problem
from generator.serving.file_watch import SaveBurst, Snapshot, snapshot
from generator.serving.last_good import ServedSite, next_site
from generator.serving.preview_server import PreviewState, listen

Result = TypeVar("Result")
Report = Callable[[ServedSite, float], None]  # the new version, and how many seconds it took
AT_REST, IN_A_BURST = 0.15, 0.05  # seconds between two looks at the disk


async def run_preview(
    options: BuildOptions,
    port: int,
    started: Callable[[int], None],
    report: Report,
    mistaken: Callable[[Exception], Problem],
    language: str = "en",
) -> None:
    """Listen, build, and build again after each burst of saves; until cancelled.

    `started` is told the port that is listened on, `report` every finished build; `mistaken` says of a
    build that failed what is to be shown, because the server outlives it.  `language` is spoken until
    there is a program that says its own.  Raises OSError where no port is free.
    """
    stage = PreviewState(ServedSite(language=language))
    server, actual = listen(stage, port)
    started(actual)
    memory, burst = ProcessMemo(), SaveBurst()
    places = _places(options)
    try:
        while True:
            now, spent = await _in_thread(lambda: _look(places))
            if stage.shown.version == 0:
                burst.built = now
            elif not burst.look(now, monotonic()):
                # large programs are looked at less often, so that looking never fills a core
                await asyncio.sleep(IN_A_BURST if burst.under_way else max(AT_REST, 8 * spent))
                continue
            begun = monotonic()
            made = await _in_thread(lambda: _make(options, memory, mistaken))
            shown = next_site(stage.shown, made)
            stage.show(shown)
            report(shown, monotonic() - begun)
    finally:
        server.stop()


async def until_stopped(work: Coroutine[object, object, None]) -> None:
    """The work until Ctrl-C, or until the system asks for the end; also where a shell that started us in
    the background has us ignore Ctrl-C."""
    task = asyncio.ensure_future(work)
    for asked in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # on Windows, Ctrl-C arrives as KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(asked, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


def _places(options: BuildOptions) -> Sequence[Path]:
    root = root_of(options.content)
    return options.content, root / THEMES, root / REVIEW_EXCEPTIONS, root / ROSTER


def _look(places: Sequence[Path]) -> tuple[Snapshot, float]:
    """What is there, and how many seconds of the processor it took to see it."""
    begun = thread_time()
    return snapshot(places), thread_time() - begun


def _make(
    options: BuildOptions, memory: ProcessMemo, mistaken: Callable[[Exception], Problem]
) -> BuiltSite | BuildOutcome:
    """The site.  Only a whole one closes the round of memory, so that a mistake costs nothing of it."""
    try:
        made = build_in_memory(options, lambda *_: None, memory)
    except Exception as trouble:
        return BuildOutcome((mistaken(trouble),), readable=False)
    if isinstance(made, BuiltSite):
        memory.end_generation()
    return made


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
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, result, trouble)

    threading.Thread(target=run, daemon=True).start()
    return await done
