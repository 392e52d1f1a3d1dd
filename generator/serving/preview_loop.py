"""Watching, building and showing, for as long as the teacher writes."""

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from time import monotonic, thread_time
from typing import Protocol, TypeVar

from generator.building.options import BuildOptions, BuildOutcome
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.layout import ATTESTATIONS, REVIEW_EXCEPTIONS, ROSTER, THEMES
from generator.memoize import ProcessMemo
from generator.problems import Problem
from generator.serving.file_watch import SaveBurst, Snapshot, snapshot
from generator.serving.last_good import ServedSite, next_site
from generator.serving.preview_server import PreviewState, listen
from generator.words.translator import ENGLISH, Translator

Result = TypeVar("Result")
AT_REST, IN_A_BURST = 0.15, 0.05  # seconds between two looks at the disk


class PreviewEvents(Protocol):
    """Whoever started the preview, and what it is told."""

    def listening(self, port: int) -> None:
        """The server can be asked for pages now, on this port."""

    def built(self, site: ServedSite, seconds: float) -> None:
        """A build is over and its site is shown; it took this long."""

    def failed(self, failure: Exception) -> Problem:
        """A build raised: the problem to show for it, because the server outlives it."""


async def run_preview(
    options: BuildOptions, port: int, events: PreviewEvents, translator: Translator = ENGLISH
) -> None:
    """Listen, build, and build again after each burst of saves; until cancelled.

    `translator`'s language is spoken until there is a program that says its own.  Raises OSError where no
    port is free.
    """
    state = PreviewState(ServedSite(language=translator.language, own_catalogue=translator.own_catalogue))
    server, actual_port = listen(state, port)
    events.listening(actual_port)
    memory, burst = ProcessMemo(), SaveBurst()
    places = _watched_places(options)
    try:
        while True:
            now, seconds_looking = await _in_daemon_thread(lambda: _timed_snapshot(places))
            if state.site.version == 0:
                burst.built = now
            elif not burst.is_over(now, monotonic()):
                # large programs are looked at less often, so that looking never fills a core
                at_rest = max(AT_REST, 8 * seconds_looking)
                await asyncio.sleep(IN_A_BURST if burst.under_way else at_rest)
                continue
            begun = monotonic()
            built = await _in_daemon_thread(lambda: _build(options, memory, events))
            site = next_site(state.site, built)
            state.show(site)
            events.built(site, monotonic() - begun)
    finally:
        server.stop()


async def run_until_stopped(work: Coroutine[object, object, None]) -> None:
    """Run the work until Ctrl-C, or until the system asks for the end; also where a shell that started us
    in the background has us ignore Ctrl-C."""
    task = asyncio.ensure_future(work)
    for stop_signal in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # on Windows, Ctrl-C arrives as KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(stop_signal, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


def _watched_places(options: BuildOptions) -> Sequence[Path]:
    root = options.content.parent
    return options.content, root / THEMES, root / REVIEW_EXCEPTIONS, root / ATTESTATIONS, root / ROSTER


def _timed_snapshot(places: Sequence[Path]) -> tuple[Snapshot, float]:
    """What is there, and how many seconds of the processor it took to see it."""
    begun = thread_time()
    return snapshot(places), thread_time() - begun


def _build(options: BuildOptions, memory: ProcessMemo, events: PreviewEvents) -> BuiltSite | BuildOutcome:
    """The site.  Only a whole one ends the generation of the memory, so that a mistake costs nothing."""
    try:
        built = build_in_memory(options, lambda *_: None, memory)
    except Exception as failure:
        return BuildOutcome((events.failed(failure),), readable=False)
    if isinstance(built, BuiltSite):
        memory.end_generation()
    return built


async def _in_daemon_thread(work: Callable[[], Result]) -> Result:
    """The result of `work`, done on a thread that never holds up the end of the program.

    asyncio.to_thread would: the threads of its pool are waited for when the loop closes, so that Ctrl-C
    during a long build would seem to do nothing.
    """
    future: Future[Result] = Future()

    def run() -> None:
        future.set_running_or_notify_cancel()
        try:
            result = work()
        except BaseException as failure:  # raised again where the result is awaited
            future.set_exception(failure)
        else:
            future.set_result(result)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(future)
