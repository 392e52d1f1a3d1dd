"""Rows of one visit with different numbers: whether someone says corrected, two lessons or two observers."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from generator.intake.parse_file import ParsedFile
from generator.intake.visits import Visit
from generator.model import Observation, SameVisits
from generator.problems import Phrase, Place, Problem, error
from generator.reading.repeated_visits import RepeatedVisit, count_visits_once, find_repeated_visits
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.times import time_in_stamp


def differing_visits(parsed: ParsedFile) -> list[RepeatedVisit]:
    """The visits that stand in the file more than once with different numbers."""
    return [visit for visit in find_repeated_visits(parsed.observations) if visit.differs]


def resolve_same_visits(
    parsed: ParsedFile, answer: SameVisits | None
) -> tuple[ParsedFile | None, list[Problem]]:
    """The file with every visit once, and what is said of those that were sent twice.  None beside an
    error where rows differ and `answer` does not tell what they are."""
    differing = differing_visits(parsed)
    resolved = parsed.observations
    match answer if differing else None:
        case SameVisits.LATER:
            resolved = _without_older(resolved, differing)
        case SameVisits.OBSERVERS:
            resolved = _replaced(
                resolved, differing, lambda cell, number: replace(cell, observer=str(number))
            )
        case SameVisits.LESSONS:
            times = _times_of_rows(parsed)
            untimed = next((visit for visit in differing if not _tells_apart(visit, times)), None)
            if untimed:
                return None, [_no_times(untimed)]
            resolved = _replaced(resolved, differing, lambda cell, _: replace(cell, time=times[cell.row]))
    counted, problems = count_visits_once(resolved)
    if any(problem.is_error for problem in problems):
        return None, [_with_remedy(problem) for problem in problems if problem.is_error]
    return replace(parsed, observations=tuple(counted)), [_of_the_file(problem) for problem in problems]


def _without_older(cells: Sequence[Observation], visits: Sequence[RepeatedVisit]) -> tuple[Observation, ...]:
    """The cells without those of all but the last version of these visits."""
    older = {id(cell) for visit in visits for version in visit.versions[:-1] for cell in version.values()}
    return tuple(cell for cell in cells if id(cell) not in older)


def _times_of_rows(parsed: ParsedFile) -> dict[int, str]:
    """Row -> the time of day that stands with the date of the visit; a form's stamp is no time of the visit
    where another column gives the date."""
    column = parsed.table.columns.index(ColumnRole.DATE)
    if column is None or parsed.table.aggregated:
        return {}
    times = {row.number: time_in_stamp(row.cells[column]) for row in parsed.table.raw.rows}
    minutes = {row: time[:5] for row, time in times.items()}
    # seconds are of no use to anybody where minutes tell the rows apart
    return minutes if all(_tells_apart(visit, minutes) for visit in differing_visits(parsed)) else times


def _tells_apart(visit: RepeatedVisit, times: dict[int, str]) -> bool:
    rows = [next(iter(version.values())).row for version in visit.versions]
    times_of_rows = {times.get(row, "") for row in rows}
    return "" not in times_of_rows and len(times_of_rows) == len(rows)


def _replaced(
    cells: Sequence[Observation],
    visits: Sequence[RepeatedVisit],
    change: Callable[[Observation, int], Observation],
) -> tuple[Observation, ...]:
    """The cells, those of these visits changed by what `change` makes of each and its version from 1."""
    changed = {
        id(cell): change(cell, number)
        for visit in visits
        for number, version in enumerate(visit.versions, start=1)
        for cell in version.values()
    }
    return tuple(changed.get(id(cell), cell) for cell in cells)


def _no_times(visit: RepeatedVisit) -> Problem:
    return error(
        "no-times",
        Place(visit.latest.file, row=visit.latest.row),
        "The file does not say at what time on {day} the two lessons of {class_name} were.",
        "Add a column  time  to the file, with 9:05 or 14:30 in these rows, and import it again.",
        day=str(visit.latest.date or ""),
        class_name=visit.latest.class_name,
    )


def _of_the_file(problem: Problem) -> Problem:
    """A notice about visits that were sent twice, in words for a file that is not in content/ yet."""
    message = Phrase("These visits are in the file twice with the same numbers and count once: {visits}")
    return replace(problem, text=message)


def _with_remedy(problem: Problem) -> Problem:
    """The same problem with a remedy for a file that is not in content/ yet."""
    return replace(
        problem,
        remedy=Phrase(
            "Import it again with  --same later  if a form was corrected,  --same lessons  if these were "
            "two lessons, or  --same observers  if two people counted."
        ),
    )


def differing_problem(file: str, visit: Visit, answer: SameVisits | None) -> Problem:
    """What is said of a visit that is in the tables already with other numbers.  `answer` is what was said
    of such visits, where that cannot be done."""
    rows = [cell.row for cell in visit.cells.values()]
    return error(
        "visit-differs",
        Place(file, row=min(rows, default=None)),
        "{class_name} is already in the tables on {day} with different numbers.",
        Phrase(
            "Import it again with  --same later  if a form was corrected,  --same lessons  if these were "
            "two lessons, or  --same observers  (or --observer B) if two people counted."
        )
        if answer is None
        else Phrase("Correct that row in its table, or delete it there and import the file again."),
        class_name=visit.class_name,
        day=f"{visit.date or ''} {visit.time}".strip(),
    )
