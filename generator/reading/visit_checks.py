"""Visits of an inquiry's tables by their dates: years typed wrong."""

from collections.abc import Mapping
from datetime import date as Date
from itertools import pairwise

from generator.model import Observation
from generator.problems import Place, Problem, warning
from generator.reading.tables.observation_table import ObservationTable

_YEAR = 366  # days: a school year with its holidays, also one with a February 29


def check_date_gaps(tables: Mapping[str, ObservationTable]) -> list[Problem]:
    """Visits of one table with more than a year between them: most often a year that was typed wrong."""
    return [problem for table in tables.values() for problem in _gaps(table)]


def _gaps(table: ObservationTable) -> list[Problem]:
    first: dict[Date, Observation] = {}
    for row in table.observations:
        if row.date:
            first.setdefault(row.date, row)
    return [
        warning(
            "far-apart",
            Place(first[after].file, row=first[after].row),
            "Between this visit, {day}, and the one before it, {other}, lies more than a year.",
            "Look whether the year is right.",
            day=after.isoformat(),
            other=before.isoformat(),
        )
        for before, after in pairwise(sorted(first))
        if (after - before).days > _YEAR
    ]
