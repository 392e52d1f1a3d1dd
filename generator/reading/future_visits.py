"""Visits dated after today: nobody can have counted yet.  A change in the future is a plan, and fine."""

from collections.abc import Iterable
from datetime import date as Date

from generator.model import Observation
from generator.problems import Place, Problem, error
from generator.reading.tables.alike_problems import limit_alike


def check_future_visits(observations: Iterable[Observation], today: Date) -> list[Problem]:
    """An error for the visits of each table that are dated after `today`."""
    first: dict[tuple[str, int], Observation] = {}
    for cell in observations:
        if cell.date and cell.date > today:
            first.setdefault((cell.file, cell.row), cell)
    problems: dict[str, list[Problem]] = {}
    for (file, row), cell in first.items():
        problems.setdefault(file, []).append(
            error(
                "future-visit",
                Place(file, row=row),
                "The visit of {day} to {class_name} is in the future.",
                "Correct the date: today is {today}.",
                day=str(cell.date),
                class_name=cell.class_name,
                today=today.isoformat(),
            )
        )
    return [problem for of_file in problems.values() for problem in limit_alike(of_file)]
