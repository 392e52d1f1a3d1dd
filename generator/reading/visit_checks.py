"""Visits of an inquiry's tables by their dates: years typed wrong, and visits of two school years."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date
from itertools import pairwise

from generator.model import Observation, SchoolYearStart
from generator.problems import Place, Problem, warning
from generator.reading.tables.observation_table import ObservationTable
from generator.reading.yaml.strict_yaml import YamlDocument

_YEAR = 366  # days: a school year with its holidays, also one with a February 29


def check_school_years(
    document: YamlDocument,
    observations: Sequence[Observation],
    school_year: SchoolYearStart,
    same_students: bool,
) -> tuple[dict[str, tuple[Date, ...]], list[Problem]]:
    """(by class the days from which the students are others, a warning where there are such days)."""
    days: dict[str, set[Date]] = defaultdict(set)
    for cell in observations:
        if cell.date:
            days[cell.class_id].add(cell.date)
    starts = {class_id: dates for class_id, of in days.items() if (dates := school_year.starts_between(of))}
    if same_students or not starts:
        return {}, []
    return starts, [
        warning(
            "two-school-years",
            document.place(("title",)),
            "The visits span more than one school year ({start} is between them), so they are of "
            "different students: each year is judged by itself.",
            "If the students are the same, add:  same_students: true",
            start=", ".join(sorted({start.isoformat() for dates in starts.values() for start in dates})),
        )
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
            "There is more than a year between this visit, {day}, and the one before it, {other}.",
            "Check the year.",
            day=after.isoformat(),
            other=before.isoformat(),
        )
        for before, after in pairwise(sorted(first))
        if (after - before).days > _YEAR
    ]
