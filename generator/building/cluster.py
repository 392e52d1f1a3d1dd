"""Teachers on a Dask cluster: bytes in, bytes out, so that no worker needs our disk.

A worker runs the same work as this machine and must have the same program installed: whoever can
reach a scheduler's port can run code on its workers, so we send them nothing but values.
"""

import logging
import posixpath
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from functools import lru_cache, partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.building.build_context import BuildContext, ContextValues
from generator.building.cache.codec import decode, encode
from generator.building.cache.memo_values import MemoValues
from generator.building.change_detection import code_digest, folder_digest
from generator.building.options import BuildOptions
from generator.building.teacher_boundary import confine_to_teacher
from generator.building.teacher_unit import build_teacher_unit, isolate_teacher_unit, lost_teacher_unit
from generator.building.unit import BuildUnit
from generator.exit_status import ExitStatus
from generator.layout import teacher_folder
from generator.problems import Problem
from generator.reading.content_files import ContentFolder, load_teacher
from generator.user_error import UserError

_AT_ONCE = 12  # teachers in one task
_WAITING = 4  # tasks a worker, beyond which no more files are read ahead
_PATIENCE = 10  # seconds for the scheduler to answer
_RETRIES = 3  # for a task whose worker is lost


class ClusterSetup(Struct, frozen=True):
    """All that is the same for every teacher."""

    code_digest: bytes
    context: ContextValues


class ClusterTask(Struct, frozen=True):
    """Some teachers' files, and what is wrong with those that could not be read."""

    teachers: list[tuple[ContentFolder, list[Problem]]]


def build_on_cluster(
    options: BuildOptions, build_context: BuildContext, names: Sequence[str]
) -> Iterator[BuildUnit]:
    """A unit for each name, in order.  Raises UserError where there is no cluster to work with."""
    setup = encode(ClusterSetup(code_digest(), build_context.values))
    waiting = deque(names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))
    running: deque[tuple[Sequence[str], Any]] = deque()
    with _connect(options.scheduler) as client:
        most = _count_workers(client, options.scheduler) * _WAITING
        while waiting or running:
            while waiting and len(running) < most:
                chunk = waiting.popleft()
                # The setup goes along with every task: scattered once, it would be lost with the one
                # worker that has it, and every task that waits for it would be cancelled.
                task = encode(_load_task(options, chunk))
                running.append((chunk, client.submit(build_task, setup, task, retries=_RETRIES, pure=False)))
            yield from _finished_units(options, build_context, *running.popleft())


def _load_task(options: BuildOptions, names: Sequence[str]) -> ClusterTask:
    teachers = []
    for name in names:
        loaded, problems = confine_to_teacher(name, partial(load_teacher, options.content, name))
        teachers.append(loaded or (ContentFolder(teacher_folder(name), {}), problems))
    return ClusterTask(teachers)


def _finished_units(
    options: BuildOptions, build_context: BuildContext, names: Sequence[str], future: Any
) -> list[BuildUnit]:
    """Wait for a task.  One that killed worker after worker costs its teachers their pages."""
    from distributed import KilledWorker

    try:
        units: list[BuildUnit] = decode(future.result(), list[BuildUnit])
    except KilledWorker:
        return [lost_teacher_unit(build_context, name) for name in names]
    except CancelledError as cancelled:  # a task waits for nothing but the scheduler
        raise UserError(
            "The scheduler at {address} stopped during the build. Nothing was written; start it and build "
            "again, or build without --scheduler.",
            ExitStatus.MACHINE,
            address=options.scheduler,
        ) from cancelled
    return units


def build_task(setup: bytes, task: bytes) -> bytes:
    """The work of one task, on whichever machine: an encoded ClusterSetup and ClusterTask in, the encoded
    units out.  Raises UserError where that machine has another version of runfolio."""
    settings = decode(setup, ClusterSetup)
    if settings.code_digest != code_digest():
        raise UserError(
            "A worker has a different version of runfolio or of its libraries. Install the same versions "
            "on every machine.",
            ExitStatus.MACHINE,
        )
    build_context = _restore_context(setup)
    teachers = decode(task, ClusterTask).teachers
    return encode([_build_unit(build_context, folder, problems) for folder, problems in teachers])


def _build_unit(build_context: BuildContext, folder: ContentFolder, problems: list[Problem]) -> BuildUnit:
    def build_unit() -> BuildUnit:
        memo = MemoValues({})
        files_digest = folder_digest(folder, problems, build_context.shared.attested)
        unit = build_teacher_unit(build_context.with_memory(memo), folder, problems, files_digest)
        return replace(unit, memo_values=memo.used)

    return isolate_teacher_unit(build_context, posixpath.basename(folder.path), build_unit)


@lru_cache(maxsize=2)
def _restore_context(setup: bytes) -> BuildContext:
    context: ContextValues = decode(setup, ClusterSetup).context
    return context.restore()


def _connect(address: str) -> Any:
    """A client of the scheduler.  Raises UserError where none answers, or Dask is not installed."""
    try:
        from distributed import Client
    except ImportError as missing:
        raise UserError(
            "--scheduler needs one more package. Type:  pip install distributed",
            ExitStatus.MACHINE,
        ) from missing
    # What the library logs of a lost line we say ourselves, in one sentence.
    for log in ("distributed", "distributed.client"):  # each has a level of its own
        logging.getLogger(log).setLevel(logging.CRITICAL + 1)
    try:
        return Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as failure:
        raise UserError(
            "No scheduler answers at {address}. Start one with:  dask scheduler",
            ExitStatus.MACHINE,
            address=address,
        ) from failure


def _count_workers(client: Any, address: str) -> int:
    """How many workers the scheduler has.  Raises UserError where it has none."""
    workers = len(client.scheduler_info(n_workers=-1)["workers"])
    if not workers:
        raise UserError(
            "The scheduler at {address} has no workers. Start some with:  dask worker {address}",
            ExitStatus.MACHINE,
            address=address,
        )
    return workers
