"""Every teacher's piece: as the last build left it, or made in this process or on all cores."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Protocol

from generator.making.opening import Opened, open_program
from generator.making.options import Options, Why
from generator.making.piece import Made, Record
from generator.making.survey import Base, Survey, own_key, reason
from generator.making.teacher import lost_piece, teacher_piece
from generator.memory import Remember, digest, forget
from generator.memory.codec import Unreadable, decode, encode
from generator.memory.notes import Notes, packed, unpacked
from generator.memory.store import Known, Store, reading
from generator.reading.files import load_teacher
from generator.workers import FEWEST, cores, in_workers


class Destination(Protocol):
    """Where the files of a site go, and can be read again."""

    def holds(self, name: str, digest: bytes) -> bool: ...
    def put(self, name: str, data: bytes) -> None: ...
    def read(self, name: str) -> bytes: ...
    def __contains__(self, name: object) -> bool: ...


def each_teacher(
    options: Options,
    opened: Opened,
    found: Survey,
    store: Store,
    to: Destination,
    remember: Remember,
    why: list[Why],
) -> Iterator[tuple[str, Record]]:
    """Every teacher's record, its files in their place; first who is as she was, then who is made."""
    known = store.known()
    to_do = []
    for name in found.names:
        before = known.get(name)
        if before and before.base in opened.base and found.own.get(name) == before.own:
            record = recorded(store.record(name))
            if record and all(to.holds(file, one) for file, one in record.files.items()):
                yield name, record
                continue
        to_do.append(name)
    for name, made in zip(to_do, _made(options, opened, to_do, store, remember), strict=True):
        before = known.get(name)
        if remember is forget:
            why.append(_why(name, before, opened.base, made, store))
        for file, data in made.files.items():
            to.put(file, data)
        if made.own:
            now = Known(found.looks[name], made.own, opened.base.under(made.record.sources))
            notes = packed(made.notes) if made.fresh else None
            store.keep(name, now, encode(made.record), notes)
        yield name, made.record


def _made(
    options: Options, opened: Opened, names: Sequence[str], store: Store, remember: Remember
) -> Iterator[Made]:
    """On all cores where that pays.  Work that a process remembers stays in that process."""
    jobs = cores(options.jobs)
    if options.scheduler and names:
        from generator.making.cluster import in_cluster

        yield from in_cluster(options, opened, names, partial(lost_piece, opened))
    elif jobs > 1 and len(names) >= FEWEST and remember is forget:
        store.save()  # the workers read it
        work = partial(_chunk, replace(options, jobs=1))
        yield from in_workers(work, names, jobs, partial(lost_piece, opened))
    else:
        for name in names:
            yield made_teacher(options, opened, name, store, remember)


def made_teacher(
    options: Options, opened: Opened, name: str, store: Store, remember: Remember = forget
) -> Made:
    """One teacher's piece from her files on the disk."""
    own, found = load_teacher(options.content, name)
    key = own_key(own, found)
    if remember is not forget:
        make = partial(teacher_piece, opened, options.drafts, own, found, key)
        return remember(digest(opened.base.under(own.files), key), make)
    notes = Notes(unpacked(store.notes(name)))
    made = teacher_piece(opened.remembering(notes), options.drafts, own, found, key)
    return replace(made, notes=notes.asked, fresh=notes.changed)


def _chunk(options: Options, names: Sequence[str]) -> list[Made]:
    """The work of one worker, which opens the program once."""
    opened = _opened(options)
    with reading(options.cache) as store:
        return [made_teacher(options, opened, name, store) for name in names]


@cache
def _opened(options: Options) -> Opened:
    opened, _ = open_program(options)
    assert opened is not None, "whoever started the worker has read it"
    return opened


def recorded(data: bytes) -> Record | None:
    """What was kept of a piece; None where that is damaged."""
    try:
        return decode(data, Record) if data else None
    except Unreadable:
        return None


def _why(name: str, before: Known | None, base: Base, made: Made, store: Store) -> Why:
    """For `--explain`: what is not as it was."""
    told = reason(before, base, made.own)
    if told != "files":
        return Why(name, told)
    earlier = recorded(store.record(name))
    old, new = earlier.sources if earlier else {}, made.record.sources
    changed = sorted(file for file in old.keys() | new.keys() if old.get(file) != new.get(file))
    return Why(name, told, tuple(changed))
