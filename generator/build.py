"""The whole way, from content/ to output/, as one short story.

    content -> reading -> privacy -> runchart -> evidence -> credential -> site -> writing -> output

One teacher is one piece of work: files in, a card and pages out (making/teacher.py).  The program's
pages are one more, made of cards (making/site.py).  A piece whose files are as they were stays as it
is.  Problems travel beside the pages, and one teacher's trouble stays with that teacher.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.building.cache.codec import Unreadable, decode, encode
from generator.building.cache.store import CacheStore, open_store
from generator.building.change_detection import Changes, detect_changes
from generator.building.options import BuildOptions, BuildOutcome
from generator.layout import CACHE
from generator.problems import Place, Problem, notice
from generator.writing.output_folder import FileStamp, OutputWriter, Written, is_intact, open_output

Progress = Callable[[str, int, int], None]  # (stage, done, in all)


def build(options: BuildOptions, progress: Progress = lambda *_: None) -> BuildOutcome:
    """Make the site and write what differs from what is there.

    Raises UserError where the output folder is not ours to write to, and
    OSError where the machine fails; the site that was there stays whole.
    """
    with open_store(options.cache) as store:
        if options.clean:
            store.clear()
        prints = _known_prints(options, store)
        found = detect_changes(options, store)
        if unchanged := _as_it_was(options, found, store, prints):
            return unchanged
        # only now what makes pages is imported: most of a second, for nothing in a build without news
        from generator.building.site_assembly import build_into

        with open_output(options.output, options.content, prints, clean=options.clean) as to:
            outcome = build_into(to, options, found, store, progress)
            if not outcome.readable:
                return outcome
            written = to.publish()
            _remember(options, found, store, outcome, to)
    return _said(outcome, written, store)


def check(options: BuildOptions, progress: Progress = lambda *_: None) -> BuildOutcome:
    """Make the site, drafts too, and write nothing: every problem there is."""
    from generator.building.site_assembly import MemoryOutput, build_into

    nothing = CacheStore(None)
    return build_into(MemoryOutput(), options, detect_changes(options, nothing), nothing, progress)


def _as_it_was(
    options: BuildOptions, found: Changes, store: CacheStore, prints: Mapping[str, FileStamp]
) -> BuildOutcome | None:
    """What the build before said, where every file it read and every file it wrote is as it was."""
    try:
        key, outcome = decode(store.site_value(f"site {_place(options)}"), tuple[bytes, BuildOutcome])
    except Unreadable:
        return None
    if not key or key != found.key(found.folder_digests) or not is_intact(options.output, prints):
        return None
    return _said(outcome, Written((), (), (), sum(one.size for one in prints.values())), store)


def _remember(
    options: BuildOptions, found: Changes, store: CacheStore, outcome: BuildOutcome, to: OutputWriter
) -> None:
    """For the next build: what was made of which files, what was said, and what every page looks like."""
    place = _place(options)
    own = {
        name: one.folder_digest
        for name, one in store.unit_states().items()
        if one.shared_digest in found.shared
    }
    store.set_site_value(f"prints {place}", encode(dict(to.prints)))
    store.set_site_value(f"site {place}", encode((found.key(own), replace(outcome, why=()))))


def _known_prints(options: BuildOptions, store: CacheStore) -> dict[str, FileStamp]:
    try:
        known: dict[str, FileStamp] = decode(
            store.site_value(f"prints {_place(options)}"), dict[str, FileStamp]
        )
    except Unreadable:
        return {}
    return known


def _place(options: BuildOptions) -> str:
    """The output folder's path, also where the machine writes names in no alphabet that we know."""
    return str(options.output.resolve()).encode("utf-8", "backslashreplace").decode()


def _said(outcome: BuildOutcome, written: Written, store: CacheStore) -> BuildOutcome:
    problems: tuple[Problem, ...] = outcome.problems
    if store.damaged:
        problems = (*problems, _damaged())
    return replace(outcome, problems=problems, written=written, bytes_total=written.total_bytes)


def _damaged() -> Problem:
    return notice(
        "memory-damaged",
        Place(CACHE),
        "What was remembered of earlier builds could not be read; everything was made anew.",
    )
