"""The whole way, from content/ to output/, as one short story.

    content -> reading -> privacy -> runchart -> evidence -> credential -> site -> writing -> output

One teacher is one piece of work: files in, a card and pages out (making/teacher.py).  The program's
pages are one more, made of cards (making/site.py).  A piece whose files are as they were stays as it
is.  Problems travel beside the pages, and one teacher's trouble stays with that teacher.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.making.options import Options, Outcome
from generator.making.survey import Survey, survey
from generator.memory.codec import Unreadable, decode, encode
from generator.memory.store import Store, opened
from generator.problems import Place, Problem, notice
from generator.writing.output import Edition, Print, Written, edition, intact

Progress = Callable[[str, int, int], None]  # (stage, done, in all)


def build(options: Options, progress: Progress = lambda *_: None) -> Outcome:
    """Make the site and write what differs from what is there.

    Raises OutputRefused (writing/output.py) where the output folder is not ours to write to, and
    OSError where the machine fails; the site that was there stays whole.
    """
    with opened(options.cache) as store:
        if options.clean:
            store.forget()
        prints = _known_prints(options, store)
        found = survey(options, store)
        if unchanged := _as_it_was(options, found, store, prints):
            return unchanged
        # only now what makes pages is imported: most of a second, for nothing in a build without news
        from generator.making.site import fill

        with edition(options.output, options.content, prints, clean=options.clean) as to:
            outcome = fill(to, options, found, store, progress)
            if not outcome.readable:
                return outcome
            written = to.publish()
            _remember(options, found, store, outcome, to)
    return _said(outcome, written, store)


def check(options: Options, progress: Progress = lambda *_: None) -> Outcome:
    """Make the site, drafts too, and write nothing: every problem there is."""
    from generator.making.site import Gathered, fill

    nothing = Store(None)
    return fill(Gathered(), options, survey(options, nothing), nothing, progress)


def _as_it_was(options: Options, found: Survey, store: Store, prints: Mapping[str, Print]) -> Outcome | None:
    """What the build before said, where every file it read and every file it wrote is as it was."""
    try:
        key, outcome = decode(store.whole(f"site {_place(options)}"), tuple[bytes, Outcome])
    except Unreadable:
        return None
    if not key or key != found.key(found.own) or not intact(options.output, prints):
        return None
    return _said(outcome, Written((), (), (), sum(one.size for one in prints.values())), store)


def _remember(options: Options, found: Survey, store: Store, outcome: Outcome, to: Edition) -> None:
    """For the next build: what was made of which files, what was said, and what every page looks like."""
    place = _place(options)
    own = {name: one.own for name, one in store.known().items() if one.base in found.base}
    store.keep_whole(f"prints {place}", encode(dict(to.prints)))
    store.keep_whole(f"site {place}", encode((found.key(own), replace(outcome, why=()))))


def _known_prints(options: Options, store: Store) -> dict[str, Print]:
    try:
        known: dict[str, Print] = decode(store.whole(f"prints {_place(options)}"), dict[str, Print])
    except Unreadable:
        return {}
    return known


def _place(options: Options) -> str:
    """The output folder's path, also where the machine writes names in no alphabet that we know."""
    return str(options.output.resolve()).encode("utf-8", "backslashreplace").decode()


def _said(outcome: Outcome, written: Written, store: Store) -> Outcome:
    problems: tuple[Problem, ...] = outcome.problems
    if store.damaged:
        problems = (*problems, _damaged())
    return replace(outcome, problems=problems, written=written, bytes_total=written.total_bytes)


def _damaged() -> Problem:
    return notice(
        "memory-damaged",
        Place(".portfolio-cache"),
        "What was remembered of earlier builds could not be read; everything was made anew.",
    )
