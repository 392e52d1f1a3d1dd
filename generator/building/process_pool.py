"""Builds teachers on all cores: each is one unit, so the order in which they are built does not matter.

A pool pays from some dozens of teachers on.  Workers are started afresh (spawn), because the renderer
must not be forked; each opens the program once and is sent only teachers' names.  Results come back in
the order of the names.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Result = TypeVar("Result")
FEWEST = 48  # units, below which starting workers costs more than it saves
_ROUNDS = 6  # chunks a worker, so that the last of them end at about the same time
_LARGEST = 40  # units in a chunk, so that a program of any size needs the same memory
_AHEAD = 3  # chunks a worker that are under way or wait to be taken


def worker_count(jobs: int | None) -> int:
    """How many processes may work: `jobs`; where that is None, as many as there are cores for this one."""
    if jobs is not None:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_in_pool(
    work: Callable[[Sequence[str]], list[Result]],
    names: Sequence[str],
    jobs: int,
    lost: Callable[[str], Result],
) -> Iterator[Result]:
    """`work` on chunks of names, a result a name, in order; `work` must be importable by name.

    Where a worker dies, the names of its chunk are tried one by one, and the one that kills its worker
    again gets `lost(name)`.
    """
    from concurrent.futures.process import BrokenProcessPool

    size = min(max(1, -(-len(names) // (jobs * _ROUNDS))), _LARGEST)
    chunks = deque(names[start : start + size] for start in range(0, len(names), size))
    with _pool(jobs) as pool:
        running: deque[tuple[Sequence[str], Future[list[Result]] | None]] = deque()
        while chunks or running:
            while chunks and len(running) < jobs * _AHEAD:
                chunk = chunks.popleft()
                try:
                    running.append((chunk, pool.submit(work, chunk)))
                except BrokenProcessPool:  # what a chunk before it did; it has a pool of its own
                    running.append((chunk, None))
            yield from _results(work, *running.popleft(), lost)


def _pool(jobs: int) -> "ProcessPoolExecutor":
    """Imported here, because most builds need none."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _results(
    work: Callable[[Sequence[str]], list[Result]],
    chunk: Sequence[str],
    future: "Future[list[Result]] | None",
    lost: Callable[[str], Result],
) -> list[Result]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        if future:
            return future.result()
        raise BrokenProcessPool
    except BrokenProcessPool:  # another chunk may have broken it
        with _pool(1) as pool:
            try:
                return pool.submit(work, chunk).result()
            except BrokenProcessPool:
                return [_alone(work, name, lost) for name in chunk]


def _alone(work: Callable[[Sequence[str]], list[Result]], name: str, lost: Callable[[str], Result]) -> Result:
    """One name in a worker of its own."""
    from concurrent.futures.process import BrokenProcessPool

    with _pool(1) as pool:
        try:
            return pool.submit(work, [name]).result()[0]
        except BrokenProcessPool:
            return lost(name)
