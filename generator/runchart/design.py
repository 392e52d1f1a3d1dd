"""The design of an inquiry: when its classes started, and what such starts can show.

Showing an effect again, in another class at another time, is the strongest thing a teacher can do: a
multiple baseline across classes (Kratochwill et al. 2010, What Works Clearinghouse: at least three
demonstrations at three different times, five points a phase, three to four with reservations).  A name
claims no more than the dates of the visits allow.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date
from enum import StrEnum
from itertools import combinations, pairwise, product

from msgspec import Struct

from generator.model import Change, EvaluatedSeries, Series, Verdict
from generator.runchart.series import first_change

DAYS_APART = 7  # starts nearer than this count as one time
VISITS_BETWEEN = 3  # of the later class, from one start to the next; fewer are not staggered
VISITS_RECOMMENDED = 5
MULTIPLE_BASELINE_TIMES = 3


class DesignKind(StrEnum):
    """When the classes of an inquiry started their first change."""

    NO_CHANGE = "no_change"
    ONE_CLASS = "one_class"
    SAME_START = "same_start"
    STAGGERED = "staggered"
    MULTIPLE_BASELINE = "multiple_baseline"
    NOT_AT_THE_SAME_TIME = "not_at_the_same_time"
    TOO_FEW_VISITS_BETWEEN = "too_few_visits_between"

    @property
    def is_staggered(self) -> bool:
        """Whether an outside event is a less likely reason for what several classes show."""
        return self in (DesignKind.STAGGERED, DesignKind.MULTIPLE_BASELINE)


class Design(Struct, frozen=True):
    """How an inquiry's classes started, as far as one prompt was counted.

    `starts` maps class id -> date of its first change; comparison classes are not in it.  `groups` are
    the classes of one starting time, by date.  `visits_between` is the least number of visits of a
    later class between two neighbouring times, 0 with one time; `days_apart` the days from the first
    start to the last.
    """

    kind: DesignKind
    starts: Mapping[str, Date]
    groups: tuple[tuple[str, ...], ...] = ()
    visits_between: int = 0
    days_apart: int = 0
    overlapping: bool = True  # whether every two classes were visited during the same weeks
    demonstrations: int = 0  # classes with a sustained improvement of the prompt looked at
    times: int = 0  # different starting times among these classes
    fewest_points: int = 0  # in the shortest phase of any class with a change
    rising: tuple[str, ...] = ()  # ids of classes whose baseline may already have been rising


class _StartedClass(Struct, frozen=True):
    """One class: when its first change began, and the days of its visits in order."""

    class_id: str
    start: Date
    days: tuple[Date, ...]


def classify_design(phases: Sequence[EvaluatedSeries], changes: Sequence[Change], prompt: str) -> Design:
    """The design of an inquiry and its demonstrations on one prompt."""
    whole_classes = [phase for phase in phases if not phase.series.group]
    of_prompt = [phase for phase in whole_classes if phase.series.prompt == prompt]
    classes = _started_classes(of_prompt, changes)
    groups = _groups(classes)
    group_of = {class_id: number for number, group in enumerate(groups) for class_id in group}
    improved = [phase for phase in of_prompt if phase.finding.verdict is Verdict.SUSTAINED_IMPROVEMENT]
    demonstrated = {phase.series.class_id for phase in improved}
    rising = (phase.series.class_id for phase in of_prompt if phase.finding.baseline_rising)
    between = _fewest_between(classes, groups)
    overlapping = all(_overlap(first, second) for first, second in combinations(classes, 2))
    return Design(
        kind=_kind(len(classes), len(groups), between, overlapping),
        starts={visited.class_id: visited.start for visited in classes},
        groups=groups,
        visits_between=between,
        days_apart=(classes[-1].start - classes[0].start).days if classes else 0,
        overlapping=overlapping,
        demonstrations=len(demonstrated),
        times=len({group_of[class_id] for class_id in demonstrated if class_id in group_of}),
        fewest_points=_fewest_points([phase for phase in of_prompt if phase.series.baseline is not None]),
        rising=tuple(dict.fromkeys(rising)),
    )


def visits_between(earlier: _StartedClass, later: _StartedClass) -> int:
    """Visits of the later class from the earlier start (included) to its own (excluded), while both
    classes were visited."""
    first, last = earlier.days[0], earlier.days[-1]
    return sum(earlier.start <= day < later.start and first <= day <= last for day in later.days)


def _started_classes(of_prompt: Sequence[EvaluatedSeries], changes: Sequence[Change]) -> list[_StartedClass]:
    """The classes with a change, by its date; those without a dated visit cannot be placed."""
    by_class: dict[str, list[Series]] = defaultdict(list)
    for phase in of_prompt:
        by_class[phase.series.class_id].append(phase.series)
    classes = []
    for class_id, series in by_class.items():
        change = first_change(class_id, changes)
        days = _days_of_cohort(series, change) if change else ()
        if change and days:
            classes.append(_StartedClass(class_id, change.date, days))
    return sorted(classes, key=lambda visited: visited.start)


def _days_of_cohort(of_class: Sequence[Series], change: Change) -> tuple[Date, ...]:
    """The days of the visits to those students with whom a change began, in order."""
    starts = {series.cohort_start or Date.min for series in of_class}
    cohort = max((start for start in starts if start <= change.date), default=Date.min)
    days = {
        point.date
        for series in of_class
        if (series.cohort_start or Date.min) == cohort
        for point in series.points
        if point.date and point.value is not None
    }
    return tuple(sorted(days))


def _groups(classes: Sequence[_StartedClass]) -> tuple[tuple[str, ...], ...]:
    """The ids of classes of one starting time, by date."""
    groups: list[list[str]] = [[classes[0].class_id]] if classes else []
    for earlier, later in pairwise(classes):
        together = (later.start - earlier.start).days < DAYS_APART or not visits_between(earlier, later)
        if together:
            groups[-1].append(later.class_id)
        else:
            groups.append([later.class_id])
    return tuple(map(tuple, groups))


def _fewest_between(classes: Sequence[_StartedClass], groups: Sequence[Sequence[str]]) -> int:
    """The least number of visits between the starts of any two classes of neighbouring times."""
    by_id = {visited.class_id: visited for visited in classes}
    pairs = (pair for earlier, later in pairwise(groups) for pair in product(earlier, later))
    return min((visits_between(by_id[earlier], by_id[later]) for earlier, later in pairs), default=0)


def _overlap(first: _StartedClass, second: _StartedClass) -> bool:
    """Whether two classes were visited during the same weeks for some time."""
    return first.days[0] <= second.days[-1] and second.days[0] <= first.days[-1]


def _kind(classes: int, times: int, between: int, overlapping: bool) -> DesignKind:
    if classes < 2:
        return DesignKind.ONE_CLASS if classes else DesignKind.NO_CHANGE
    if not overlapping:
        return DesignKind.NOT_AT_THE_SAME_TIME
    if times == 1:
        return DesignKind.SAME_START
    if between < VISITS_BETWEEN:
        return DesignKind.TOO_FEW_VISITS_BETWEEN
    return DesignKind.MULTIPLE_BASELINE if times >= MULTIPLE_BASELINE_TIMES else DesignKind.STAGGERED


def _fewest_points(phases: Sequence[EvaluatedSeries]) -> int:
    """The points in the shortest part, before a change or after it, of any phase; 0 without phases."""
    before = [phase.finding.baseline_points or 0 for phase in phases]
    after = [phase.finding.visits_after for phase in phases]
    return min([*before, *after], default=0)
