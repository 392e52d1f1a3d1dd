"""Rows that do not say how many students were there, so that the usual number of their class counts."""

from collections.abc import Iterable, Sequence

from generator.model import Observation
from generator.problems import Place, Problem, notice


def usual_sizes(observations: Iterable[Observation]) -> dict[str, int]:
    """By the name of a class, its usual number of students where that counts in one of its rows."""
    return {cell.class_name: round(cell.n) for cell in observations if cell.n_is_usual and cell.n}


def usual_size_notice(file: str, observations: Sequence[Observation]) -> list[Problem]:
    """Says for which classes of a table the usual number counts; none where every row has its own."""
    sizes = usual_sizes(observations)
    if not sizes:
        return []
    first = next(cell for cell in observations if cell.n_is_usual)
    return [
        notice(
            "usual-size",
            Place(file, row=first.row),
            "Rows that do not say how many students were there get the usual number from inquiry.md: "
            "{sizes}.",
            "If it was different on some day, type that number in a column  n .",
            sizes=", ".join(f"{name} {size}" for name, size in sizes.items()),
        )
    ]
