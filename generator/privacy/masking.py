"""Messages without what they must not say.

A message about a cell quotes the cell, and one about a file names the file.  Where either is a name
of the roster, or an address, the message goes on without it: a build's log is as public as its site.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.privacy.folding import plain
from generator.privacy.patterns import signs_in
from generator.privacy.roster import Finder
from generator.problems import Phrase, Problem

_MASK = "…"


def masked(problems: Iterable[Problem], names: Finder) -> tuple[Problem, ...]:
    """The problems with names, addresses and personal numbers in their places and values left out."""
    return tuple(_masked(problem, names) for problem in problems)


def masked_text(text: str, names: Finder) -> str:
    """The text without the names that are surely meant, and without addresses."""
    seen = plain(text)
    spans = [(sign.start, sign.end) for sign in signs_in(seen)]
    spans += [(hit.start, hit.end) for hit in names.find(seen, cell=True) if hit.sure]
    if not spans:
        return text
    for start, end in sorted(spans, reverse=True):
        seen = seen[:start] + _MASK + seen[end:]
    return seen


def _masked(problem: Problem, names: Finder) -> Problem:
    place = problem.place
    field = masked_text(place.field, names) if place.field else place.field
    parts = place.file.split("/")
    known = parts.index("teachers") + 2 if "teachers" in parts else 0  # a teacher's folder is her own name
    file = "/".join([*parts[:known], *(masked_text(part, names) for part in parts[known:])])
    values = {
        name: masked_text(value, names) if isinstance(value, str) and not isinstance(value, Phrase) else value
        for name, value in problem.values.items()
    }
    return replace(problem, place=replace(place, file=file, field=field), values=values)
