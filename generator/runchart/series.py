"""Observations -> series: rows of one visit merged, baseline and phases set by the changes.

Dates of change are the teacher's; none is ever found in the data.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Date
from math import fsum
from statistics import fmean

from msgspec import Struct
from msgspec.structs import replace

from generator.model import (
    Better,
    Change,
    EvaluatedSeries,
    Inquiry,
    Observation,
    Point,
    Prompt,
    PromptKind,
    Series,
    Tool,
)
from generator.runchart.verdict import evaluate_series
from generator.slugs import natural_key


class Phase(Struct, frozen=True):
    """Rows from `begins` (None: the first) until before `ends` (None: the last); the baseline's
    rows are those up to and including `baseline_until`.  In a school year in which nothing was changed
    there is neither change nor baseline.  `cohort_start` as in Series."""

    number: int
    change: Change | None
    begins: Date | None
    baseline_until: Date | None
    ends: Date | None
    cohort_start: Date | None = None


def evaluate_all_series(inquiry: Inquiry, tool: Tool | None) -> tuple[EvaluatedSeries, ...]:
    """Every series of an inquiry, judged: by class, prompt, group ("" first: the class), phase."""
    if tool is None:
        return ()
    cells: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    names: dict[str, str] = {}
    for observation in inquiry.observations:
        cells[observation.class_id, observation.prompt].append(observation)
        names.setdefault(observation.class_id, observation.class_name)
    series: list[Series] = []
    for class_id in sorted(names, key=lambda key: natural_key(names[key])):
        phases = phases_of(
            class_id, inquiry.changes, inquiry.baseline_until, inquiry.cohort_starts.get(class_id, ())
        )
        for prompt in tool.prompts:
            series += _series_of_prompt(cells[class_id, prompt.id], prompt, phases, names[class_id])
    return tuple(map(evaluate_series, series))


def _series_of_prompt(
    rows: Sequence[Observation], prompt: Prompt, phases: Sequence[Phase], class_name: str
) -> list[Series]:
    """The series of one class and prompt: the whole class first, then each group, all in phases."""
    if not rows:
        return []
    groups = sorted({row.group for row in rows if row.group}, key=natural_key)
    return [
        series
        for group in ("", *groups)
        for series in in_phases(
            merge_visits(rows, prompt, group), phases, rows[0].class_id, class_name, prompt, group
        )
    ]


def first_change(class_id: str, changes: Sequence[Change]) -> Change | None:
    """The earliest change by date whose classes name this one (no classes: all of them)."""
    return next(iter(changes_of(class_id, changes)), None)


def changes_of(class_id: str, changes: Sequence[Change]) -> list[Change]:
    """The changes that name this class, by date."""
    naming = (change for change in changes if not change.classes or class_id in change.classes)
    return sorted(naming, key=lambda change: (change.date, change.number))


def phases_of(
    class_id: str,
    changes: Sequence[Change],
    baseline_until: Mapping[str, Date],
    cohort_starts: Sequence[Date] = (),
) -> tuple[Phase, ...]:
    """The phases of a class: its first change, and every later one declared `new_phase`.

    The first baseline ends the day before the change, or on the class's `baseline_until`.  A new
    phase's baseline is all rows since the change before it.  Without a change: no phase, or one for
    each school year.

    `cohort_starts` are days from which the students are others.  No phase goes beyond one: the first change
    after it has a baseline of its own students, and students with whom nothing was changed are in a phase
    without a change, so without a verdict.
    """
    of_class = changes_of(class_id, changes)
    if not of_class and not cohort_starts:
        return ()
    declared = baseline_until.get(class_id, baseline_until.get(""))
    bounds = zip([None, *cohort_starts], [*cohort_starts, None], strict=True)
    phases = [
        phase for begins, ends in bounds for phase in _phases_of_cohort(of_class, begins, ends, declared)
    ]
    return tuple(replace(phase, number=number) for number, phase in enumerate(phases, start=1))


def _phases_of_cohort(
    changes: Sequence[Change], begins: Date | None, ends: Date | None, declared: Date | None
) -> list[Phase]:
    """The phases of the same students, who are there from `begins` until before `ends`; numbered later."""
    first, last = begins or Date.min, ends or Date.max
    within = [number for number, change in enumerate(changes) if first <= change.date < last]
    if not within:
        return [Phase(0, None, begins, None, ends, cohort_start=begins)]
    openers = [number for number in within if number == within[0] or changes[number].new_phase]
    return [
        Phase(
            number=0,
            change=changes[opener],
            begins=begins if opener == within[0] else changes[opener - 1].date,
            baseline_until=(declared if opener == 0 else None) or _day_before(changes[opener]),
            ends=changes[after].date if after is not None else ends,
            cohort_start=begins,
        )
        for opener, after in zip(openers, [*openers[1:], None], strict=True)
    ]


def _day_before(change: Change) -> Date:
    return Date.fromordinal(change.date.toordinal() - 1)


def in_phases(
    points: Sequence[Point],
    phases: Sequence[Phase],
    class_id: str,
    class_name: str,
    prompt: Prompt,
    group: str = "",
) -> list[Series]:
    """The points as one series a phase; as one series without a baseline where there is none."""
    if not phases:
        return [Series(class_id, class_name, prompt.id, tuple(points), group=group, better=prompt.better)]
    series = []
    for phase in phases:
        rows = [
            point
            for point in points
            if point.date
            and (phase.begins is None or point.date >= phase.begins)
            and (phase.ends is None or point.date < phase.ends)
        ]
        series.append(
            Series(
                class_id=class_id,
                class_name=class_name,
                prompt=prompt.id,
                points=_renumbered(rows),
                baseline=_rows_until(rows, phase.baseline_until),
                group=group,
                phase=phase.number,
                change=phase.change.number if phase.change else None,
                better=prompt.better,
                cohort_start=phase.cohort_start,
            )
        )
    return series


def _rows_until(points: Sequence[Point], day: Date | None) -> int | None:
    """How many of the rows are those of the baseline that ends on a day; None without a baseline."""
    if day is None:
        return None
    return sum(point.date is not None and point.date <= day for point in points)


def merge_visits(rows: Sequence[Observation], prompt: Prompt, group: str = "") -> tuple[Point, ...]:
    """The rows of one class and prompt as points in time order, one a date
    (and time of day, where the tables have one).

    On one visit the groups of students are summed (where a row for the whole class is there too, it
    is taken instead) and observers are averaged, as shares where the prompt is a share.  A group's
    own series takes that group's rows only.
    """
    visits: dict[tuple[Date, str], list[Observation]] = defaultdict(list)
    for row in rows:
        if row.date and (not group or row.group == group):
            visits[row.date, row.time].append(row)
    points = []
    for number, (day, time) in enumerate(sorted(visits), start=1):
        of_visit = visits[day, time]
        visit = _combine_visit(of_visit, prompt)
        unusual = "; ".join(dict.fromkeys(row.unusual for row in of_visit if row.unusual))
        bound = next((row.bound for row in of_visit if row.bound and row.value == visit.value), "")
        points.append(Point(number, day, visit.value, visit.count, visit.n, unusual, bound, time))
    return tuple(points)


def series_as_listed(
    observations: Iterable[Observation], better: Better, baseline: int | None
) -> list[Series]:
    """Every series of a bare table, a row a point: by class and prompt as they first occur, each
    sorted by date (stable; rows without a date stay in the file's order)."""
    cells: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in observations:
        cells[row.class_id, row.prompt].append(row)
    series = []
    for (class_id, prompt), rows in cells.items():
        ordered = sorted(rows, key=lambda row: row.date or Date.min)
        points = tuple(
            Point(number, row.date, row.value, row.count, row.n, row.unusual)
            for number, row in enumerate(ordered, start=1)
        )
        series.append(Series(class_id, rows[0].class_name, prompt, points, baseline, better=better))
    return series


class VisitValue(Struct, frozen=True):
    """What was collected on one visit; None where it was not, or where a sum of it means nothing."""

    value: float | None = None
    count: float | None = None
    n: float | None = None


def combine_groups(groups: Sequence[Observation], prompt: Prompt) -> VisitValue:
    """The groups of one observer as one: counts summed, means weighted by their students."""
    collected = [row for row in groups if row.value is not None]
    if not collected:
        return VisitValue()
    values = [row.value or 0.0 for row in collected]
    count = _total([row.count for row in collected])
    n = _total([row.n for row in collected])
    if prompt.kind is PromptKind.COUNT_OF and count is not None and n:
        return VisitValue(100 * count / n, count, n)
    if prompt.kind is PromptKind.TALLY:
        return VisitValue(fsum(values), count, n)
    if not n:
        return VisitValue(fmean(values), None, n)
    # not fmean(values, weights): it rounds in another way from Python 3.12 on
    weighted = fsum(row.n * value for row, value in zip(collected, values, strict=True) if row.n is not None)
    return VisitValue(weighted / n, None, n)


def _total(numbers: Sequence[float | None]) -> float | None:
    """The sum; None where a number is missing."""
    present = [number for number in numbers if number is not None]
    return fsum(present) if len(present) == len(numbers) else None


def _combine_visit(rows: Sequence[Observation], prompt: Prompt) -> VisitValue:
    """The rows of one class and prompt on one date as one: groups of each observer, then observers."""
    by_observer: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        by_observer[row.observer].append(row)
    visits: list[VisitValue] = []
    for observed in by_observer.values():
        whole_class = [VisitValue(row.value, row.count, row.n) for row in observed if not row.group]
        visits += whole_class or [combine_groups(observed, prompt)]
    collected = [visit for visit in visits if visit.value is not None]
    if len(collected) == 1:
        return collected[0]
    values = [visit.value for visit in collected if visit.value is not None]
    return VisitValue(fmean(values) if values else None)


def _renumbered(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(replace(point, row=number) for number, point in enumerate(points, start=1))
