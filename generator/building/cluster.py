"""Teachers on a Dask cluster: bytes in, bytes out, so that no worker needs our disk.

A worker runs the same work as this machine and must have the same program installed: whoever can
reach a scheduler's port can run code on its workers, so we send them nothing but values.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import lru_cache
from typing import Any

from generator.building.build_context import BuildContext, make_build_context
from generator.building.cache.codec import decode, encode
from generator.building.cache.memo_values import MemoValues
from generator.building.change_detection import SharedDigests, code_digest, folder_digest
from generator.building.options import BuildOptions
from generator.building.teacher_unit import build_teacher_unit, isolate_teacher_unit
from generator.building.unit import BuildUnit
from generator.exit_status import ExitStatus
from generator.privacy.privacy_context import PrivacyContext
from generator.problems import Problem
from generator.reading.content_files import ContentFolder, load_teacher
from generator.reading.program_files import read_program
from generator.site.rendering.theme import Theme
from generator.user_error import UserError

_AT_ONCE = 12  # teachers in one task
_WAITING = 4  # tasks a worker, beyond which no more files are read ahead
_PATIENCE = 10  # seconds for the scheduler to answer
_RETRIES = 3  # for a task whose worker is lost


@dataclass(frozen=True, slots=True)
class ClusterSetup:
    """All that is the same for every teacher."""

    stamp: bytes
    folder: ContentFolder
    theme: Theme
    base: SharedDigests
    guard: PrivacyContext
    drafts: bool
    today: Date


@dataclass(frozen=True, slots=True)
class ClusterTask:
    """Some teachers' files, and what is wrong with those that could not be read."""

    teachers: list[tuple[ContentFolder, list[Problem]]]


def build_on_cluster(
    options: BuildOptions, build_context: BuildContext, names: Sequence[str], lost: Callable[[str], BuildUnit]
) -> Iterator[BuildUnit]:
    """Every teacher's piece, in order.  Raises UserError where there is no cluster to work with."""
    client_of, dead = _library()
    try:
        client = client_of(options.scheduler, timeout=_PATIENCE)
    except (OSError, ValueError, TypeError) as trouble:
        raise UserError(
            "No scheduler answers at {address}. Start one with:  dask scheduler",
            ExitStatus.MACHINE,
            address=options.scheduler,
        ) from trouble
    with client:
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            raise UserError(
                "The scheduler at {address} has no workers. Start some with:  dask worker {address}",
                ExitStatus.MACHINE,
                address=options.scheduler,
            )
        setting = encode(
            ClusterSetup(
                code_digest(),
                build_context.folder,
                build_context.theme,
                build_context.shared,
                build_context.render.privacy,
                options.drafts,
                options.today,
            )
        )
        chunks = deque(names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE))
        running: deque[tuple[Sequence[str], Any]] = deque()
        while chunks or running:
            while chunks and len(running) < workers * _WAITING:
                chunk = chunks.popleft()
                task = encode(ClusterTask([load_teacher(options.content, name) for name in chunk]))
                # The setting goes along with every task: scattered once, it would be lost with the one
                # worker that has it, and every task that waits for it would be cancelled.
                running.append(
                    (chunk, client.submit(build_task, setting, task, retries=_RETRIES, pure=False))
                )
            chunk, future = running.popleft()
            try:
                made: list[BuildUnit] = decode(future.result(), list[BuildUnit])
            except dead:
                made = [lost(name) for name in chunk]
            except CancelledError as gone:  # a task waits for nothing but the scheduler
                raise UserError(
                    "The scheduler at {address} went away while it worked. Nothing was written; start it "
                    "again and build again, or build without --scheduler.",
                    ExitStatus.MACHINE,
                    address=options.scheduler,
                ) from gone
            yield from made


def build_task(setting: bytes, task: bytes) -> bytes:
    """The work of one task, on whichever machine."""
    known = decode(setting, ClusterSetup)
    if known.stamp != code_digest():
        raise UserError(
            "A worker of the cluster has another version of runfolio or of its libraries. "
            "Install the same ones everywhere.",
            ExitStatus.MACHINE,
        )
    build_context = _opened(setting)
    return encode(
        [_unit(build_context, known.drafts, own, found) for own, found in decode(task, ClusterTask).teachers]
    )


def _unit(build_context: BuildContext, drafts: bool, own: ContentFolder, found: list[Problem]) -> BuildUnit:
    name = own.path.rpartition("/")[2]
    return isolate_teacher_unit(build_context, name, lambda: _unit_of(build_context, drafts, own, found))


def _unit_of(
    build_context: BuildContext, drafts: bool, own: ContentFolder, found: list[Problem]
) -> BuildUnit:
    notes = MemoValues({})
    made = build_teacher_unit(build_context.remembering(notes), drafts, own, found, folder_digest(own, found))
    return replace(made, memo_values=notes.asked)


@lru_cache(maxsize=2)
def _opened(setting: bytes) -> BuildContext:
    known = decode(setting, ClusterSetup)
    program, _ = read_program(known.folder)
    assert program is not None, "whoever sent it has read it"
    return make_build_context(known.folder, program, known.theme, known.base, known.guard, known.today)


def _library() -> tuple[Any, type[Exception]]:
    """The client's class, and what is raised where a task killed one worker after another."""
    try:
        from distributed import Client, KilledWorker
    except ImportError as missing:
        raise UserError(
            "For --scheduler more has to be installed. Type:  pip install 'runfolio[cluster]'",
            ExitStatus.MACHINE,
        ) from missing
    # What the library logs of a lost line we say ourselves, in one sentence.
    for log in ("distributed", "distributed.client"):  # each has a level of its own
        logging.getLogger(log).setLevel(logging.CRITICAL + 1)
    return Client, KilledWorker
