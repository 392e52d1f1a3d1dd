"""Messages without what they must not say.

A message about a cell quotes the cell, and one about a file names the file.  Where either is a name
of the roster, or an address, the message goes on without it: a build's log is as public as its site.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import find_personal_data
from generator.problems import Phrase, Problem

_MASK = "…"


def mask_problems(problems: Iterable[Problem], names: NameFinder) -> tuple[Problem, ...]:
    """The problems with names, addresses and personal numbers in their places and values left out."""
    return tuple(_masked(problem, names) for problem in problems)


def mask_text(text: str, names: NameFinder) -> str:
    """The text without the names that are surely meant, and without addresses."""
    seen = normalise(text)
    spans = [(sign.start, sign.end) for sign in find_personal_data(seen)]
    spans += [(hit.start, hit.end) for hit in names.find(seen, cell=True) if hit.sure]
    if not spans:
        return text
    for start, end in sorted(spans, reverse=True):
        seen = seen[:start] + _MASK + seen[end:]
    return seen


def _masked(problem: Problem, names: NameFinder) -> Problem:
    place = problem.place
    field = mask_text(place.field, names) if place.field else place.field
    parts = place.file.split("/")
    known = parts.index("teachers") + 2 if "teachers" in parts else 0  # a teacher's folder is her own name
    file = "/".join([*parts[:known], *(mask_text(part, names) for part in parts[known:])])
    values = {
        name: mask_text(value, names) if isinstance(value, str) and not isinstance(value, Phrase) else value
        for name, value in problem.values.items()
    }
    traceback = mask_text(problem.traceback, names) if problem.traceback else ""
    return replace(problem, place=replace(place, file=file, field=field), values=values, traceback=traceback)
