"""What the run chart rules work on, and what they say of it."""

from datetime import date as Date  # fields are called date too

from msgspec import Struct

from generator.model.vocabulary import Better, Outcome, ShiftSide, TrendDirection, Verdict

# in the baseline, and useful ones after it, below which there is no verdict
FEWEST_POINTS = 6
# by how much luck is more frequent where neighbouring visits resemble each other as in 166 published
# series of classrooms (lag-1 autocorrelation 0.2 to 0.3; docs/method.md)
FACTOR_OF_RESEMBLANCE = 2.2
LATE_START = 2  # visits after the change; of a shift that begins later the date is named
POINTS_HELD = 8  # useful points that a good shift must have lasted to be sustained
RISE_VISITS = 4  # that a gradual change takes to reach its full height
GROWTH_P_LIMIT = 0.05  # of p, for more than growth that was already under way


class Point(Struct, frozen=True):
    """One row of a series: one visit (or one row of a table without dates).

    `value` is None where nothing was collected: a gap, never 0.  `unusual` is a person's note that
    this is an astronomical point.  `row` counts the series' rows from 1, blank ones included.  `bound`
    as in Observation.
    """

    row: int
    date: Date | None
    value: float | None
    count: float | None = None
    n: float | None = None
    unusual: str = ""
    bound: str = ""
    time: str = ""  # of the day, where a class was visited more than once

    @property
    def moment(self) -> str:
        """The day, and the time where there is one; empty without a date."""
        return f"{self.date or ''} {self.time}".strip()


class Series(Struct, frozen=True):
    """One prompt in one class over time: the points of one run chart.

    `baseline` is how many of the rows (blank ones included) belong to the baseline; None where no
    change names the class, so that there is nothing to compare with.  `phase` counts from 1;
    `change` is the number of the change whose start ends the baseline.  A series of a `group` of
    students is shown in tables and never decides.  Class and prompt are empty where a table has
    no such column.  `cohort_start` is the first day of the school year whose students these are, None
    where that is the first year of the class or its students stay the same.
    """

    class_id: str
    class_name: str
    prompt: str
    points: tuple[Point, ...]
    baseline: int | None = None
    group: str = ""
    phase: int = 1
    change: int | None = None
    better: Better = Better.HIGHER
    cohort_start: Date | None = None

    @property
    def values(self) -> tuple[float | None, ...]:
        return tuple(point.value for point in self.points)


class Shift(Struct, frozen=True):
    """6 or more consecutive useful observations on one side; `start` and `end` are its first and
    last useful row, counted from 1; side is `above` or `below` the median."""

    start: int
    end: int
    side: ShiftSide


class Trend(Struct, frozen=True):
    """5 or more successive distinct values, all `rising` or all `falling`; rows as in Shift."""

    start: int
    end: int
    direction: TrendDirection


class ShiftProgress(Struct, frozen=True):
    """What came of a good shift, from its first point to the latest visit.

    Rows count from 1, blank ones included; visits are those with a value, on the median or not.  The
    unbroken run are the useful visits up to the latest useful one that are all on the good side.
    """

    start: int  # row of the first point of the shift
    visit: int  # which visit after the change that was, 1 being the first
    visits: int  # from there to the latest
    good: int  # of them on the good side
    run: int  # useful visits in the unbroken run; 0 where the latest useful visit is on the wrong side
    run_start: int | None  # rows of its first and its last visit
    run_end: int | None

    @property
    def is_unbroken(self) -> bool:
        """Whether every visit since the shift began lies on the good side."""
        return self.good == self.visits

    @property
    def is_late(self) -> bool:
        """Whether the shift began so long after the change that its date is to be named."""
        return self.visit > LATE_START


class Finding(Struct, frozen=True):
    """What the rules say of one series.  Percentages in percent, probabilities from 0 to 1.

    Every figure is given whenever it can be computed, whatever the verdict; None where it does not
    apply.  Without a baseline, `verdict` is None.
    """

    points: int
    useful: int
    median: float | None
    longest_run: int
    longest_run_limit: int | None
    crossings: int
    crossings_limit: int | None
    runs_signal: bool
    shifts: tuple[Shift, ...]
    trends: tuple[Trend, ...]
    baseline_points: int | None = None
    useful_after: int | None = None
    on_good_side: int | None = None
    count_test_p: float | None = None
    by_luck: float | None = None
    median_after: float | None = None
    nap: float | None = None
    nap_low: float | None = None
    nap_high: float | None = None
    baseline_rising: bool | None = None
    verdict: Verdict | None = None
    shift_start: int | None = None  # row of the first point of the shift that the verdict speaks of
    since_shift: int | None = None  # useful observations from there to the latest
    wrong_of_last_six: int | None = None
    # more points like the good ones that would make it sustained; None where no number can be given
    points_to_go: int | None = None
    progress: ShiftProgress | None = None  # of the shift that the verdict speaks of
    held_back_by_luck: bool = False  # sustained but for step 5 of the verdict

    @property
    def visits_after(self) -> int:
        """Visits with a value after the baseline, on the median or not."""
        return self.points - (self.baseline_points or 0)

    @property
    def outcome(self) -> Outcome | None:
        """What its class came to; None where no visit follows a change, which may still be a plan."""
        if self.verdict is None or not self.visits_after:
            return None
        return Outcome.MAY_BE_LUCK if self.held_back_by_luck else self.verdict.outcome

    @property
    def on_median_after(self) -> int:
        """Visits after the baseline that lie on its median; 0 without one."""
        return self.visits_after - (self.useful_after or 0) if self.baseline_points else 0


def if_neighbours_resemble(by_luck: float) -> float:
    """A chance (0 to 1) that was computed as if visits had nothing to do with one another, where
    neighbouring visits resemble each other as in published studies."""
    return min(1.0, FACTOR_OF_RESEMBLANCE * by_luck)


class EvaluatedSeries(Struct, frozen=True):
    """A series together with what the rules say of it."""

    series: Series
    finding: Finding


class GrowthResult(Struct, frozen=True):
    """One prompt in all classes together, against growth that was already under way.

    `classes` are the names of the classes used.  `p` is one-sided, that of the likelier of step and
    rise, doubled because there are two (Bonferroni).  `step` is the pooled step: the change of level over
    and above each class's own straight line, in the measure's unit, positive where it is better, with
    its 95% interval; `rho` is the autocorrelation it allows for.  All None where it cannot be
    computed: no class with 5 points before and 5 after, or nothing varies.
    """

    prompt: str
    classes: tuple[str, ...] = ()
    p: float | None = None
    step: float | None = None
    step_low: float | None = None
    step_high: float | None = None
    rho: float | None = None
    step_se: float | None = None  # standard error, for a summary of several inquiries
    is_gradual: bool = False  # whether p is that of the rise: it fits better than the step
    points: int = 0  # with a value, in all classes used
    left_out: tuple[str, ...] = ()  # names of classes with a change that could not be used

    @property
    def is_more_than_growth(self) -> bool | None:
        """Whether a change at the start, at once or over its first visits, fits better than the straight
        line each class was on (p <= .05); None where there are too few visits to compare."""
        return None if self.p is None else self.p <= GROWTH_P_LIMIT
