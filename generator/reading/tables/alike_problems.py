"""Many problems of one kind in one column -> the first few, and how many more there are."""

from collections import Counter
from collections.abc import Sequence

from generator.problems import Place, Problem, error

MOST_ALIKE = 8  # named one by one: as many as fit a terminal beside what else is wrong

_Kind = tuple[str, str | None]  # code, heading


def limit_alike(problems: Sequence[Problem]) -> list[Problem]:
    """At most `MOST_ALIKE` problems of one code in one column, then one `more-alike` for the others."""
    kept: list[Problem] = []
    numbers: Counter[_Kind] = Counter()
    first: dict[_Kind, Problem] = {}
    for problem in problems:
        kind = (problem.code, problem.place.field)
        numbers[kind] += 1
        first.setdefault(kind, problem)
        if numbers[kind] <= MOST_ALIKE:
            kept.append(problem)
    more = {kind: number - MOST_ALIKE for kind, number in numbers.items() if number > MOST_ALIKE}
    return kept + [_more_alike(first[kind], number) for kind, number in more.items()]


def _more_alike(first: Problem, more: int) -> Problem:
    values = {key: value for key, value in first.values.items() if key not in ("more", "row")}
    return error(
        "more-alike",
        Place(first.place.file, field=first.place.field),
        "{more} more rows have the same mistake as row {row}.",
        first.remedy,
        more=more,
        row=first.place.row,
        **values,
    )
