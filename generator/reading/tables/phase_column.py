"""The column `phase` of a table that is read without a tool: which rows are the baseline.

`baseline`, `A` and `0` are the baseline; anything else is after it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.model import Observation
from generator.problems import Place, Problem, error, notice
from generator.reading.tables.headings import ColumnRole
from generator.reading.tables.observation_table import ObservationTable
from generator.slugs import slug

BASELINE_NAMES = frozenset({"baseline", "a", "0"})
_MOST_NAMED = 5  # phases in a message

PhasesByRow = Mapping[int, str]  # what the column says, by the number of the row
SeriesKey = tuple[str, str]  # class id, prompt


def read_phases(
    table: ObservationTable, rows: Sequence[Observation]
) -> tuple[PhasesByRow | None, list[Problem]]:
    """The phase of each of the rows; None where the table has no column of phases, or where it does not say
    of every class what is before and what is after."""
    index = table.columns.index(ColumnRole.PHASE)
    if index is None:
        return None, []
    numbers = {row.row for row in rows}
    phases = {row.number: row.cells[index].strip() for row in table.raw.rows if row.number in numbers}
    place = Place(table.raw.file, field=table.raw.header[index])
    problems = _blank(place, phases) or _without_baseline(place, phases) or _out_of_order(place, phases, rows)
    if problems:
        return None, problems
    return phases, _several_after(place, phases)


def phases_not_used(table: ObservationTable) -> list[Problem]:
    """A notice that the column of phases is ignored, because the command says where the baseline ends."""
    index = table.columns.index(ColumnRole.PHASE)
    if index is None:
        return []
    return [
        notice(
            "phases-not-used",
            Place(table.raw.file, field=table.raw.header[index]),
            "The column {heading} is not used: the baseline is the one you typed.",
            heading=table.raw.header[index],
        )
    ]


def baseline_lengths(phases: PhasesByRow, rows: Sequence[Observation]) -> dict[SeriesKey, int]:
    """How many points of each series are the baseline: rows of one date (and time) are one point, without
    dates a row is."""
    points: dict[SeriesKey, set[object]] = defaultdict(set)
    for row in rows:
        points[row.class_id, row.prompt] |= {_moment(row)} if is_baseline(phases[row.row]) else set()
    return {key: len(moments) for key, moments in points.items()}


def is_baseline(phase: str) -> bool:
    """Whether a phase of this name is the baseline."""
    return slug(phase) in BASELINE_NAMES


def _moment(row: Observation) -> object:
    return (row.date, row.time) if row.date else row.row


def _blank(place: Place, phases: PhasesByRow) -> list[Problem]:
    blank = next((number for number, phase in phases.items() if not phase), None)
    if blank is None:
        return []
    return [
        error(
            "no-phase",
            Place(place.file, row=blank, field=place.field),
            "This row does not say whether it is before the change or after it.",
            "Type  baseline  (or A, or 0) where it is before; anything else is after.",
        )
    ]


def _without_baseline(place: Place, phases: PhasesByRow) -> list[Problem]:
    names = dict.fromkeys(phases.values())
    if not names or any(map(is_baseline, names)):
        return []
    return [
        error(
            "no-baseline-phase",
            place,
            "No row here is marked as baseline; the phases are: {phases}.",
            "Type  baseline  (or A, or 0) in the rows before the change.",
            phases=_listed(names),
        )
    ]


def _out_of_order(place: Place, phases: PhasesByRow, rows: Sequence[Observation]) -> list[Problem]:
    """A class whose baseline goes on after, or on the day of, a visit that is not in it."""
    by_class: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        by_class[row.class_id].append(row)
    problems = []
    for of_class in by_class.values():
        first_after = min(
            (row for row in of_class if not is_baseline(phases[row.row])), key=_order, default=None
        )
        late = first_after and next(
            (
                row
                for row in sorted(of_class, key=_order)
                if is_baseline(phases[row.row]) and _order(row)[:2] >= _order(first_after)[:2]
            ),
            None,
        )
        if first_after and late:
            problems.append(_late_baseline(place, late, first_after))
    return problems


def _order(row: Observation) -> tuple[int, str, int]:
    """By date and time; without dates as the rows stand."""
    return (row.date.toordinal(), row.time, row.row) if row.date else (row.row, "", row.row)


def _late_baseline(place: Place, late: Observation, first_after: Observation) -> Problem:
    return error(
        "late-baseline",
        Place(place.file, row=late.row, field=place.field),
        "This row is marked as baseline, but row {row} of the same class, before it, is after the change.",
        "Only one change is analyzed, and its baseline comes first. Choose the rows with --from and --to.",
        row=first_after.row,
    )


def _several_after(place: Place, phases: PhasesByRow) -> list[Problem]:
    after = [name for name in dict.fromkeys(phases.values()) if not is_baseline(name)]
    if len(after) < 2:
        return []
    return [
        notice(
            "phases-joined",
            place,
            "All of these phases count as after the baseline: {phases}.",
            "To analyze one of them, choose its rows with --from and --to.",
            phases=_listed(after),
        )
    ]


def _listed(names: Mapping[str, None] | Sequence[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:_MOST_NAMED]) + (" …" if len(listed) > _MOST_NAMED else "")
