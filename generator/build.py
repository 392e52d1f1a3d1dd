"""The whole way, from content/ to output/, as one short story.

    content -> reading -> privacy -> runchart -> evidence -> credential -> site -> writing -> output

Each teacher is one unit of work: files in, a card and pages out (building/teacher_unit.py).  The
program's pages are one more unit, made of the cards (building/program_unit.py).  A unit whose files
are as they were stays as it is.  Problems travel beside the pages, and what goes wrong with one
teacher stays with that teacher (building/teacher_boundary.py).
"""

from collections.abc import Mapping
from contextlib import suppress

from msgspec.structs import replace

from generator.building.cache.codec import Unreadable, decode, encode
from generator.building.cache.git_index import is_tracked
from generator.building.cache.store import CacheStore, open_store
from generator.building.change_detection import Changes, detect_changes
from generator.building.options import BuildOptions, BuildOutcome, Progress
from generator.layout import CACHE, CHECK, OUTPUT, root_of
from generator.problems import Place, Problem, error, notice
from generator.user_error import UserError
from generator.writing.output_folder import FileStamp, OutputWriter, Written, is_intact, open_output


def build(options: BuildOptions, progress: Progress = lambda *_: None) -> BuildOutcome:
    """Build the site and write what differs from what is there.

    Raises UserError where the output folder is not ours to write to, and OSError where the machine
    fails; the site that was there stays whole.
    """
    is_committed = options.cache is not None and is_tracked(options.cache)
    with open_store(None if is_committed else options.cache) as store:
        if options.clean:
            store.clear()
        stamps = _stored_stamps(options, store)
        changes = detect_changes(options, store)
        if unchanged := _unchanged_outcome(options, changes, store, stamps):
            return unchanged
        # only now what makes pages is imported: most of a second, for nothing where nothing changed
        from generator.building.build_run import BuildRun
        from generator.building.site_assembly import build_into

        with open_output(options.output, options.content, stamps, clean=options.clean) as output:
            outcome = build_into(BuildRun(options, changes, store, output), progress)
            if not outcome.readable:
                return outcome
            written = output.publish()
            _remember(options, changes, store, outcome, output)
    outcome = _with_written(outcome, written, store)
    return _with_committed(outcome) if is_committed else outcome


def check(options: BuildOptions, progress: Progress = lambda *_: None) -> BuildOutcome:
    """Every problem there is, visits in the future too; nothing of the program or its site is written.

    It builds the preview, beside what builds remember, so that a second check finds what the first one made.
    """
    options = replace(options, latest_date=options.today)
    is_committed = is_tracked(root_of(options.content) / CACHE)
    if options.cache is not None and not is_committed:
        folder = options.cache / CHECK
        with suppress(UserError, OSError):  # another check is at work there, or the disk takes nothing
            return build(replace(options, output=folder / OUTPUT, cache=folder), progress)
    from generator.building.site_assembly import BuiltSite, build_in_memory

    built = build_in_memory(options, progress)
    outcome = built.outcome if isinstance(built, BuiltSite) else built
    return _with_committed(outcome) if is_committed else outcome


def _unchanged_outcome(
    options: BuildOptions, changes: Changes, store: CacheStore, stamps: Mapping[str, FileStamp]
) -> BuildOutcome | None:
    """The outcome of the last build, where every file it read and every file it wrote is as it was."""
    try:
        key, outcome = decode(store.site_value(_outcome_key(options)), tuple[bytes, BuildOutcome])
    except Unreadable:
        return None
    if not key or key != changes.key(changes.folder_digests) or not is_intact(options.output, stamps):
        return None
    size = sum(stamp.size for stamp in stamps.values())
    return _with_written(outcome, Written((), (), (), size), store)


def _remember(
    options: BuildOptions, changes: Changes, store: CacheStore, outcome: BuildOutcome, output: OutputWriter
) -> None:
    """Store for the next build what this one was made of, its outcome, and the stamps of all its files."""
    folder_digests = {
        name: state.folder_digest
        for name, state in store.unit_states().items()
        if state.shared_digest in changes.inputs.shared
    }
    store.set_site_value(_stamps_key(options), encode(dict(output.stamps)))
    store.set_site_value(
        _outcome_key(options), encode((changes.key(folder_digests), replace(outcome, why=())))
    )


def _stored_stamps(options: BuildOptions, store: CacheStore) -> dict[str, FileStamp]:
    """The stamps of the files that the last build left in the output folder, by their path in it."""
    try:
        stamps: dict[str, FileStamp] = decode(store.site_value(_stamps_key(options)), dict[str, FileStamp])
    except Unreadable:
        return {}
    return stamps


def _stamps_key(options: BuildOptions) -> str:
    """Where the store has the stamps of the files in the output folder."""
    return f"stamps {_output_key(options)}"


def _outcome_key(options: BuildOptions) -> str:
    """Where the store has the outcome of the last build into the output folder; what is said on a person's
    own screen is not for a log."""
    return f"outcome {'screen' if options.quotes_content else 'log'} {_output_key(options)}"


def _output_key(options: BuildOptions) -> str:
    """The output folder's path, also where the machine writes names in no alphabet that we know."""
    return str(options.output.resolve()).encode("utf-8", "backslashreplace").decode()


def _with_written(outcome: BuildOutcome, written: Written, store: CacheStore) -> BuildOutcome:
    problems: tuple[Problem, ...] = outcome.problems
    if store.damaged:
        problems = (*problems, _damaged())
    return replace(outcome, problems=problems, written=written, bytes_total=written.total_bytes)


def _with_committed(outcome: BuildOutcome) -> BuildOutcome:
    """The outcome with the error that git tracks what is remembered."""
    problem = error(
        "memory-in-git",
        Place(CACHE),
        "Git tracks this folder, so anyone could have changed it. It was not used.",
        "Type:  git rm -r --cached {folder}  and commit. Its line in .gitignore keeps it out.",
        folder=CACHE,
    )
    return replace(outcome, problems=(*outcome.problems, problem))


def _damaged() -> Problem:
    return notice(
        "memory-damaged",
        Place(CACHE),
        "The memory of earlier builds could not be read, so every page was built again.",
    )
