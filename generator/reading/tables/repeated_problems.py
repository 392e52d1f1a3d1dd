"""Many problems of one kind in one table -> the first, and how many more rows have it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.problems import Problem, Severity

MOST_REPEATED = 8  # headings, or cells of one row, named one by one: as many as fit a terminal

_Kind = tuple[Severity, str, str, str]  # severity, code, text, remedy


def limit_repeated(problems: Sequence[Problem]) -> list[Problem]:
    """One problem a kind of mistake: the first, with the number of the other rows that have it.

    What is wrong with a heading is answered heading by heading, so the first `MOST_REPEATED` stay.
    """
    alike: dict[_Kind, list[Problem]] = defaultdict(list)
    for problem in problems:
        alike[problem.severity, problem.code, problem.text, problem.remedy].append(problem)
    return [problem for of_a_kind in alike.values() for problem in _shortened(of_a_kind)]


def _shortened(alike: Sequence[Problem]) -> Sequence[Problem]:
    first = alike[0]
    others = _rows(alike[1:]) - _rows(alike[:1])
    hidden = sum(problem.more_rows for problem in alike)  # whole numbers
    if not others and not hidden:
        return alike[:MOST_REPEATED]
    if "heading" in first.values:
        return alike[:MOST_REPEATED]
    return [replace(first, more_rows=len(others) + hidden)]


def _rows(problems: Iterable[Problem]) -> set[int | None]:
    """The rows of a spreadsheet, or the lines of YAML, that the problems stand in."""
    return {problem.place.row or problem.place.line for problem in problems}
