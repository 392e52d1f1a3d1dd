"""Yields every teacher's build unit: from the cache, or built in process, in a pool or on a cluster.

Cached units come first.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec import Struct
from msgspec.structs import replace

from generator.building.build_context import BuildContext, open_build_context
from generator.building.build_run import BuildRun
from generator.building.cache.memo_values import MemoValues, pack_values, unpack_values
from generator.building.cache.store import CacheStore, UnitState, open_store_readonly
from generator.building.change_detection import SharedDigests, folder_digest, rebuild_cause
from generator.building.options import BuildOptions, RebuildCause, RebuildReason
from generator.building.process_pool import FEWEST, run_in_pool, worker_count
from generator.building.teacher_unit import build_teacher_unit, isolate_teacher_unit, lost_teacher_unit
from generator.building.unit import BuildUnit, UnitRecord
from generator.memoize import Memoizer, digest, no_cache
from generator.reading.content_files import load_teacher


class TeacherResult(Struct, frozen=True):
    """A teacher's record, the files of which are in their place; `rebuilt` is None where it was reused,
    and where nothing is remembered from build to build."""

    name: str
    record: UnitRecord
    rebuilt: RebuildReason | None = None


def build_each_teacher(run: BuildRun, build_context: BuildContext) -> Iterator[TeacherResult]:
    """Every teacher once: first those who are as they were, then those who are built."""
    states = run.store.unit_states()
    outdated: list[str] = []
    for name in run.changes.names:
        unchanged = _is_unchanged(run, build_context.shared, name, states.get(name))
        if unchanged and (record := run.reusable_record(name)):
            yield TeacherResult(name, record)
        else:
            outdated.append(name)
    for name, unit in zip(outdated, _build_units(run, build_context, outdated), strict=True):
        reason = None
        if not run.remembers_in_process:
            reason = _rebuild_reason(run, build_context.shared, name, states, unit)
        _keep(run, build_context.shared, name, unit)
        yield TeacherResult(name, unit.record, reason)


def _is_unchanged(run: BuildRun, shared: SharedDigests, name: str, state: UnitState | None) -> bool:
    """Whether a unit's own files and all that it shares are those that it was built of."""
    return (
        state is not None
        and state.shared_digest in shared
        and run.changes.folder_digests.get(name) == state.folder_digest
    )


def _keep(run: BuildRun, shared: SharedDigests, name: str, unit: BuildUnit) -> None:
    """Put the unit's files into their place, and what the next build needs into the store."""
    for file, data in unit.files.items():
        run.destination.put(file, data)
    if unit.folder_digest:
        shared_digest = shared.under(unit.record.sources)
        state = UnitState(run.changes.fingerprints[name], unit.folder_digest, shared_digest)
        memo_values = pack_values(unit.memo_values) if unit.memo_changed else None
        run.store.save_unit(name, state, unit.encoded, memo_values)


def _build_units(run: BuildRun, build_context: BuildContext, names: Sequence[str]) -> Iterator[BuildUnit]:
    """A unit for each name, in order; on a cluster or on all cores where that is asked for and pays.

    Work that a process remembers stays in that process.
    """
    jobs = worker_count(run.options.jobs)
    if run.options.scheduler and names:
        from generator.building.cluster import build_on_cluster

        yield from build_on_cluster(run.options, build_context, names)
    elif jobs > 1 and len(names) >= FEWEST and not run.remembers_in_process:
        run.store.commit()  # the workers read it
        work = partial(_build_chunk, replace(run.options, jobs=1))
        yield from run_in_pool(work, names, jobs, partial(lost_teacher_unit, build_context))
    else:
        for name in names:
            yield build_teacher_from_disk(run.options, build_context, name, run.store, run.memoize)


def build_teacher_from_disk(
    options: BuildOptions,
    build_context: BuildContext,
    name: str,
    store: CacheStore,
    memoize: Memoizer = no_cache,
) -> BuildUnit:
    """One teacher's unit from the files on the disk, or a notice in its place (isolate_teacher_unit)."""
    build_unit = partial(_unit_from_disk, options, build_context, name, store, memoize)
    return isolate_teacher_unit(build_context, name, build_unit)


def _unit_from_disk(
    options: BuildOptions, build_context: BuildContext, name: str, store: CacheStore, memoize: Memoizer
) -> BuildUnit:
    folder, problems = load_teacher(options.content, name)
    files_digest = folder_digest(folder, problems, build_context.shared.attested)
    if memoize is not no_cache:
        build_unit = partial(build_teacher_unit, build_context, folder, problems, files_digest)
        return memoize(digest(build_context.shared.under(folder.files), files_digest), build_unit)
    memo = MemoValues(unpack_values(store.memo_values(name)))
    unit = build_teacher_unit(build_context.with_memory(memo), folder, problems, files_digest)
    return replace(unit, memo_values=memo.used, memo_changed=memo.changed)


def _build_chunk(options: BuildOptions, names: Sequence[str]) -> list[BuildUnit]:
    """The work of one process of the pool, which opens the program once."""
    build_context = _open_once(options)
    with open_store_readonly(options.cache) as store:
        return [build_teacher_from_disk(options, build_context, name, store) for name in names]


@cache  # in a process of the pool, which has one program
def _open_once(options: BuildOptions) -> BuildContext:
    build_context, _ = open_build_context(options)
    assert build_context is not None, "whoever started the worker has read it"
    return build_context


def _rebuild_reason(
    run: BuildRun, shared: SharedDigests, name: str, states: Mapping[str, UnitState], unit: BuildUnit
) -> RebuildReason:
    """For `--explain`: what is not as it was when the unit was built last."""
    cause = rebuild_cause(states.get(name), shared, unit.folder_digest)
    if cause is not RebuildCause.FILES:
        return RebuildReason(name, cause)
    stored = run.stored_record(name)
    before, now = stored.sources if stored else {}, unit.record.sources
    changed = sorted(file for file in before.keys() | now.keys() if before.get(file) != now.get(file))
    return RebuildReason(name, cause, tuple(changed))
