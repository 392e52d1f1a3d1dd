"""Every teacher's piece: as the last build left it, or made in this process or on all cores."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Protocol

from generator.building.build_context import BuildContext, open_build_context
from generator.building.cache.codec import Unreadable, decode, encode
from generator.building.cache.memo_values import MemoValues, pack_values, unpack_values
from generator.building.cache.store import CacheStore, UnitState, open_store_readonly
from generator.building.change_detection import Changes, SharedDigests, folder_digest, rebuild_reason
from generator.building.options import BuildOptions, RebuildReason
from generator.building.process_pool import FEWEST, run_in_pool, worker_count
from generator.building.teacher_unit import build_teacher_unit, isolate_teacher_unit, lost_teacher_unit
from generator.building.unit import BuildUnit, UnitRecord
from generator.memoize import Memoizer, digest, no_cache
from generator.reading.content_files import load_teacher


class Destination(Protocol):
    """Where the files of a site go, and can be read again."""

    def holds(self, name: str, digest: bytes) -> bool: ...
    def put(self, name: str, data: bytes) -> None: ...
    def read(self, name: str) -> bytes: ...
    def __contains__(self, name: object) -> bool: ...


def build_each_teacher(
    options: BuildOptions,
    build_context: BuildContext,
    found: Changes,
    store: CacheStore,
    to: Destination,
    memoize: Memoizer,
    why: list[RebuildReason],
) -> Iterator[tuple[str, UnitRecord]]:
    """Every teacher's record, its files in their place; first who is as she was, then who is made."""
    known = store.unit_states()
    to_do = []
    for name in found.names:
        before = known.get(name)
        if (
            before
            and before.shared_digest in build_context.shared
            and found.folder_digests.get(name) == before.folder_digest
        ):
            record = decode_record(store.record(name))
            if record and all(to.holds(file, one) for file, one in record.files.items()):
                yield name, record
                continue
        to_do.append(name)
    for name, made in zip(to_do, _made(options, build_context, to_do, store, memoize), strict=True):
        before = known.get(name)
        if memoize is no_cache:
            why.append(_why(name, before, build_context.shared, made, store))
        for file, data in made.files.items():
            to.put(file, data)
        if made.folder_digest:
            now = UnitState(
                found.fingerprints[name], made.folder_digest, build_context.shared.under(made.record.sources)
            )
            notes = pack_values(made.memo_values) if made.memo_changed else None
            store.save_unit(name, now, encode(made.record), notes)
        yield name, made.record


def _made(
    options: BuildOptions,
    build_context: BuildContext,
    names: Sequence[str],
    store: CacheStore,
    memoize: Memoizer,
) -> Iterator[BuildUnit]:
    """On all cores where that pays.  Work that a process remembers stays in that process."""
    jobs = worker_count(options.jobs)
    if options.scheduler and names:
        from generator.building.cluster import build_on_cluster

        yield from build_on_cluster(options, build_context, names, partial(lost_teacher_unit, build_context))
    elif jobs > 1 and len(names) >= FEWEST and memoize is no_cache:
        store.commit()  # the workers read it
        work = partial(_chunk, replace(options, jobs=1))
        yield from run_in_pool(work, names, jobs, partial(lost_teacher_unit, build_context))
    else:
        for name in names:
            yield build_teacher_from_disk(options, build_context, name, store, memoize)


def build_teacher_from_disk(
    options: BuildOptions,
    build_context: BuildContext,
    name: str,
    store: CacheStore,
    memoize: Memoizer = no_cache,
) -> BuildUnit:
    """One teacher's unit from her files on the disk, or the notice in its place."""
    return isolate_teacher_unit(
        build_context, name, lambda: _unit_from_disk(options, build_context, name, store, memoize)
    )


def _unit_from_disk(
    options: BuildOptions, build_context: BuildContext, name: str, store: CacheStore, memoize: Memoizer
) -> BuildUnit:
    own, found = load_teacher(options.content, name)
    key = folder_digest(own, found)
    if memoize is not no_cache:
        make = partial(build_teacher_unit, build_context, options.drafts, own, found, key)
        return memoize(digest(build_context.shared.under(own.files), key), make)
    notes = MemoValues(unpack_values(store.memo_values(name)))
    made = build_teacher_unit(build_context.remembering(notes), options.drafts, own, found, key)
    return replace(made, memo_values=notes.asked, memo_changed=notes.changed)


def _chunk(options: BuildOptions, names: Sequence[str]) -> list[BuildUnit]:
    """The work of one worker, which opens the program once."""
    build_context = _opened(options)
    with open_store_readonly(options.cache) as store:
        return [build_teacher_from_disk(options, build_context, name, store) for name in names]


@cache
def _opened(options: BuildOptions) -> BuildContext:
    build_context, _ = open_build_context(options)
    assert build_context is not None, "whoever started the worker has read it"
    return build_context


def decode_record(data: bytes) -> UnitRecord | None:
    """What was kept of a piece; None where that is damaged."""
    try:
        return decode(data, UnitRecord) if data else None
    except Unreadable:
        return None


def _why(
    name: str, before: UnitState | None, base: SharedDigests, made: BuildUnit, store: CacheStore
) -> RebuildReason:
    """For `--explain`: what is not as it was."""
    told = rebuild_reason(before, base, made.folder_digest)
    if told != "files":
        return RebuildReason(name, told)
    earlier = decode_record(store.record(name))
    old, new = earlier.sources if earlier else {}, made.record.sources
    changed = sorted(file for file in old.keys() | new.keys() if old.get(file) != new.get(file))
    return RebuildReason(name, told, tuple(changed))
