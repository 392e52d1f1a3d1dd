"""Visits of all tables of an inquiry together: rows that say one thing twice, and years typed wrong."""

from collections.abc import Mapping
from datetime import date as Date
from itertools import pairwise

from generator.model import Observation
from generator.problems import Place, Problem, warning
from generator.reading.tables.observation_table import ObservationTable

_YEAR = 366  # days: a school year with its holidays, also one with a February 29


def check_repeated_visits(tables: Mapping[str, ObservationTable]) -> list[Problem]:
    """Rows of one class, date and prompt that neither observer nor group tells apart: a warning for each
    class and date, at the first of them."""
    rows: dict[tuple[str, Date | None, str, str, str], list[Observation]] = {}
    for table in tables.values():
        for row in table.observations:
            key = (row.class_id, row.date, row.prompt, row.observer, row.group)
            rows.setdefault(key, []).append(row)
    repeated = {(key[0], key[1]): alike[0] for key, alike in rows.items() if len(alike) > 1}
    return [
        warning(
            "visit-twice",
            Place(row.file, row=row.row),
            "{class_name} has more than one row for {day}; they are averaged.",
            "If two people counted, add a column observer; else take one row away.",
            class_name=row.class_name,
            day=row.date.isoformat() if row.date else "",
        )
        for row in repeated.values()
    ]


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
