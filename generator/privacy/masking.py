"""Masks names and personal data in messages.

A message about a cell quotes the cell, and one about a file names the file.  Where either is a name
of the roster, or an address, the message is shown without it: a build's log is as public as its site.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from generator.layout import ProgramFolder, is_table
from generator.model import Program
from generator.privacy.known_words import may_be_quoted, program_words
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import find_personal_data
from generator.privacy.privacy_context import PrivacyContext
from generator.problems import Phrase, Problem

_MASK = "…"
# values that come from the tables of an inquiry, also where its inquiry.md is the place
_FROM_TABLES = ("class_name", "class_names", "like")
# values that come from settings or from the tool, not from the table
_FROM_THE_PROGRAM = ("near", "known", "inquiry", "file", "reviewer", "reason", "date")


def problems_as_logged(
    problems: Iterable[Problem], privacy: PrivacyContext, program: Program
) -> tuple[Problem, ...]:
    """The problems as a public log may show them, with a roster or without."""
    masked = mask_problems(problems, privacy.names)
    return masked if privacy.has_roster else hide_quotes(masked, program_words(program))


def mask_problems(problems: Iterable[Problem], names: NameFinder) -> tuple[Problem, ...]:
    """The problems with names, addresses and personal numbers in their places and values left out."""
    return tuple(_mask_problem(problem, names) for problem in problems)


def hide_quotes(problems: Iterable[Problem], vocabulary: frozenset[str]) -> tuple[Problem, ...]:
    """The problems without the cells and headings of tables that they quote, where no roster says which words
    are names; numbers and (nearly) known words stay (known_words.py)."""
    return tuple(_hide_quotes(problem, vocabulary) for problem in problems)


def quotable_text(text: str, vocabulary: frozenset[str]) -> str:
    """A text of a table as it may be said where there is no roster; parts between commas stand for
    themselves, as in a list of classes."""
    return ", ".join(part if may_be_quoted(part, vocabulary) else _MASK for part in text.split(", "))


def _hide_quotes(problem: Problem, vocabulary: frozenset[str]) -> Problem:
    place, of_table = problem.place, is_table(problem.place.file)
    values = {
        name: quotable_text(value, vocabulary)
        if type(value) is str and (name in _FROM_TABLES or (of_table and name not in _FROM_THE_PROGRAM))
        else value
        for name, value in problem.values.items()
    }
    if of_table and place.field and not may_be_quoted(place.field, vocabulary):
        place = replace(place, field=None if place.column else _MASK)
    return replace(problem, place=place, values=values)


def mask_text(text: str, names: NameFinder) -> str:
    """The text without the names that are surely meant, and without addresses and personal numbers."""
    masked = normalise(text)
    spans = [(match.start, match.end) for match in find_personal_data(masked)]
    spans += [(hit.start, hit.end) for hit in names.find(masked, cell=True) if hit.sure]
    if not spans:
        return text
    parts: list[str] = []
    shown_from = 0
    for start, end in sorted(spans):
        if start >= shown_from:  # else it begins within the one before, as a name in an address
            parts += [masked[shown_from:start], _MASK]
        shown_from = max(shown_from, end)
    return "".join([*parts, masked[shown_from:]])


def _mask_problem(problem: Problem, names: NameFinder) -> Problem:
    place = problem.place
    field = mask_text(place.field, names) if place.field else place.field
    values = {
        name: mask_text(value, names) if isinstance(value, str) and not isinstance(value, Phrase) else value
        for name, value in problem.values.items()
    }
    return replace(
        problem, place=replace(place, file=_mask_path(place.file, names), field=field), values=values
    )


def _mask_path(file: str, names: NameFinder) -> str:
    """A path with its parts masked, down from a teacher's folder, which has the teacher's own name."""
    parts = file.split("/")
    shown = parts.index(ProgramFolder.TEACHERS) + 2 if ProgramFolder.TEACHERS in parts else 0
    return "/".join([*parts[:shown], *(mask_text(part, names) for part in parts[shown:])])
