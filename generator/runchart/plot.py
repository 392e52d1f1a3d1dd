"""Findings -> what a picture needs: points, medians, flags, bands, in the data's own measures.

Pure; knows nothing of Altair or SVG.  Time is counted in days (`date.toordinal()`), or in rows for a
series without dates.
"""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from generator.model import Better, Change, EvaluatedSeries, Point, Verdict
from generator.runchart.before_and_since import (
    before_and_since,
    is_good,
    levels_of_phases,
    most_telling_phase,
    shifts_after,
)
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot_axes import month_ticks, row_ticks, value_limits
from generator.runchart.run_rules import side
from generator.words.translator import decimals_of

_AIR = 0.03  # of the time axis, left free at each end
_SOON = 28  # days: a change so near to the visits widens the frame, one further off is not drawn
_DAY_BREAK = 0.5  # a change takes place before its own day's visit


class Signal(StrEnum):
    """What a visit is part of: a shift for the better, one for the worse, or none."""

    NONE = ""
    GOOD = "good"
    WRONG = "wrong"

    def __repr__(self) -> str:
        return repr(self.value)  # a chart's id is a digest of its plot's repr


class LevelKind(StrEnum):
    """Which median a level shows: the baseline's where it was taken, the same carried on later, that of
    the time since a change that a good shift followed, of the visits of a gain that was lost, of the
    time since that loss or since a change that a shift for the worse followed, or since any other
    change."""

    FROZEN = "frozen"
    CARRIED = "carried"
    AFTER = "after"
    LASTED = "lasted"
    WARNED = "warned"
    SINCE = "since"

    def __repr__(self) -> str:
        return repr(self.value)  # as of Signal


class BandKind(StrEnum):
    """What stands behind the visits of the shift that a verdict speaks of: an improvement that is
    sustained, one that is not yet, or one that was lost, whose band ends where it did."""

    SUSTAINED = "sustained"
    BEGUN = "begun"
    LOST = "lost"

    def __repr__(self) -> str:
        return repr(self.value)  # as of Signal


_LEVEL_SINCE = {
    Verdict.SUSTAINED_IMPROVEMENT: LevelKind.AFTER,
    Verdict.SHIFT_NOT_YET_SUSTAINED: LevelKind.AFTER,
    Verdict.DID_NOT_HOLD: LevelKind.WARNED,
    Verdict.WRONG_DIRECTION: LevelKind.WARNED,
}
_BAND = {
    Verdict.SUSTAINED_IMPROVEMENT: BandKind.SUSTAINED,
    Verdict.SHIFT_NOT_YET_SUSTAINED: BandKind.BEGUN,
}


class Frame(Struct, frozen=True):
    """The part of the world a picture shows; shared by all charts of an inquiry."""

    x_from: float
    x_to: float
    y_from: float
    y_to: float


class Dot(Struct, frozen=True):
    """A visit; `y` is None where nothing was collected."""

    x: float
    y: float | None
    signal: Signal = Signal.NONE
    unusual: bool = False


class Level(Struct, frozen=True):
    """A median over some time; `label` is what is written at its end: `before 35%`; empty where nothing
    is, because the verdict speaks of another phase."""

    kind: LevelKind
    x_from: float
    x_to: float
    y: float
    label: str = ""


class Flag(Struct, frozen=True):
    """A change: when it began, its number, and its name where it has one."""

    x: float
    number: str
    title: str = ""


class Band(Struct, frozen=True):
    """The time of the shift that the verdict of a phase speaks of."""

    kind: BandKind
    x_from: float
    x_to: float


class PlotScale(Struct, frozen=True):
    """What all plots of one prompt share: the frame, and how values are written.

    `unit` stands behind the uppermost number of a scale that is not of percentages; `counted` says that
    values count students or events; `digits` are the decimals of a median that is not a percentage.
    """

    frame: Frame
    share: bool
    unit: str = ""
    counted: bool = False
    digits: int = 2
    terms: ChartTerms = field(default_factory=ChartTerms)

    def amount(self, value: float) -> str:
        """A median as its label shows it: `35%`, `4.5`."""
        if self.share:
            return self.terms.percent(value)
        return self.terms.number(value, max(self.digits, decimals_of(value)))

    @property
    def grid(self) -> tuple[tuple[float, str], ...]:
        """(value, label) of the three grid lines, the unit behind the uppermost one."""
        if self.share:
            return ((0.0, "0"), (50.0, "50"), (100.0, self.terms.percent(100.0)))
        low, high = self.frame.y_from, self.frame.y_to
        middle = 0.0 if low < 0 < high else (low + high) / 2
        top = f"{self.terms.number(high)} {self.unit}".rstrip()
        return ((low, self.terms.number(low)), (middle, self.terms.number(middle)), (high, top))

    def direction(self, better: Better) -> str:
        """Which way is better, where it is down: `fewer is better`; else empty."""
        return (
            self.terms.fewer_is_better(counted=self.share or self.counted) if better is Better.LOWER else ""
        )


class Plot(Struct, frozen=True):
    """One picture: one class and prompt, all phases.

    `direction` says that down is better, where it is; `ringed` is the x of a visit with a ring around.
    """

    frame: Frame
    dots: tuple[Dot, ...]
    levels: tuple[Level, ...]
    flags: tuple[Flag, ...]
    bands: tuple[Band, ...]
    ticks: tuple[tuple[float, str], ...]  # (x, label) along the foot
    grid: tuple[tuple[float, str], ...]  # (y, label)
    title: str
    description: str
    direction: str = ""
    ringed: float | None = None

    @property
    def start(self) -> float | None:
        """When the first change began; None without one."""
        return self.flags[0].x if self.flags else None

    @property
    def down_is_better(self) -> bool:
        """Whether less is better."""
        return bool(self.direction)


def make_frame(evaluated_series: Sequence[EvaluatedSeries], share: bool, changes: Sequence[Change]) -> Frame:
    """One frame for all of these series: 0 to 100 for shares, else from 0 (or a round number below
    the least value, where that is negative) to a round number above the greatest."""
    points = [point for series in evaluated_series for point in series.series.points]
    xs = [_x(point) for point in points] or [0.0, 1.0]
    if any(point.date for point in points):
        first, last = min(xs) - _SOON, max(xs) + _SOON
        xs += [_start(change) for change in changes if first <= _start(change) <= last]
    air = max((max(xs) - min(xs)) * _AIR, 0.5)
    low, high = (0.0, 100.0) if share else value_limits([point.value for point in points])
    return Frame(min(xs) - air, max(xs) + air, low, high)


def make_plot(
    phases: Sequence[EvaluatedSeries],
    changes: Sequence[Change],
    scale: PlotScale,
    *,
    title: str,
    description: str,
) -> Plot:
    """The picture of one class and prompt.

    A later phase's baseline repeats rows of the phase before; each visit is drawn once, with the
    signal of the phase that it is judged in.
    """
    frame = scale.frame
    dots: dict[float, Dot] = {}
    for dot in (dot for phase in phases for dot in _dots(phase)):
        earlier = dots.get(dot.x)
        if earlier is None or not earlier.signal:
            dots[dot.x] = dot
    dated = any(point.date for phase in phases for point in phase.series.points)
    flags = [Flag(_start(change), str(change.number), change.title) for change in changes if dated]
    telling = most_telling_phase(phases) if phases else None
    until = levels_of_phases(phases).until if phases else None
    return Plot(
        frame=frame,
        dots=tuple(dots[x] for x in sorted(dots)),
        levels=tuple(
            level if phase is telling else replace(level, label="")
            for phase in phases
            for level in _levels(phase, scale, until)
        ),
        flags=tuple(
            sorted(
                (flag for flag in flags if frame.x_from <= flag.x <= frame.x_to),
                key=lambda flag: (flag.x, flag.number),
            )
        ),
        bands=tuple(band for phase in phases for band in _bands(phase)),
        ticks=month_ticks(frame.x_from, frame.x_to, scale.terms) if dated else row_ticks(frame.x_to),
        grid=scale.grid,
        title=title,
        description=description,
        direction=scale.direction(telling.series.better) if telling else "",
    )


def _x(point: Point) -> float:
    """The day as `date.toordinal()` counts it, where a time is known as far from noon; else the row."""
    if point.date is None:
        return point.row
    if not point.time:
        return point.date.toordinal()
    hours, minutes = map(int, point.time.split(":")[:2])
    return point.date.toordinal() + (60 * hours + minutes - 720) / 1440


def _start(change: Change) -> float:
    return change.date.toordinal() - _DAY_BREAK


def _dots(evaluated: EvaluatedSeries) -> list[Dot]:
    """Points of a shift carry its signal.  Where there is a baseline, only a shift of points after it
    is one, as for the verdict: a run that began in the baseline is no answer to the change."""
    series, finding = evaluated.series, evaluated.finding
    signals: dict[int, Signal] = {}
    for shift in shifts_after(evaluated):
        signal = Signal.GOOD if is_good(shift, series.better) else Signal.WRONG
        signals |= dict.fromkeys(range(shift.start, shift.end + 1), signal)
    dots = []
    for point in series.points:
        signal = signals.get(point.row, Signal.NONE)
        on_line = finding.median is None or not side(point.value, finding.median)
        dots.append(Dot(_x(point), point.value, Signal.NONE if on_line else signal, bool(point.unusual)))
    return dots


def _levels(evaluated: EvaluatedSeries, scale: PlotScale, until: int | None) -> list[Level]:
    """The medians of a phase; `until` as in BeforeAndSince."""
    series, points, terms = evaluated.series, evaluated.series.points, scale.terms
    levels = before_and_since(evaluated)
    if levels.before is None or not points:
        return []
    first, last = _x(points[0]), _x(points[-1])
    amount = scale.amount(levels.before)
    if series.baseline is None:
        return [Level(LevelKind.FROZEN, first, last, levels.before, terms.median(amount))]
    if series.baseline >= len(points):
        return [Level(LevelKind.FROZEN, first, last, levels.before, terms.before(amount))]
    split = _x(points[series.baseline - 1]) if series.baseline else first
    drawn = [
        Level(LevelKind.FROZEN, first, split, levels.before),
        Level(LevelKind.CARRIED, split, last, levels.before, terms.before(amount)),
    ]
    if run := levels.good_run:
        label = terms.while_it_lasted(scale.amount(run.level), run.visits)
        begin, end = _x(points[run.start - 1]), _x(points[run.end - 1])
        drawn.append(Level(LevelKind.LASTED, begin, end, run.level, label))
    if levels.since is not None and levels.since_row is not None:
        kind = _LEVEL_SINCE.get(evaluated.finding.verdict or Verdict.TOO_FEW_POINTS, LevelKind.SINCE)
        begin, amount = _x(points[levels.since_row - 1]), scale.amount(levels.since)
        label = terms.since(amount) if until is None else terms.until(amount, until)
        drawn.append(Level(kind, begin, last, levels.since, label))
    return drawn


def _bands(evaluated: EvaluatedSeries) -> list[Band]:
    """The time of the shift that the verdict speaks of; of a gain that was lost, only as long as it
    lasted."""
    finding, points = evaluated.finding, evaluated.series.points
    if run := before_and_since(evaluated).good_run:
        return [Band(BandKind.LOST, _x(points[run.start - 1]), _x(points[run.end - 1]))]
    kind = _BAND.get(finding.verdict) if finding.verdict else None
    if kind is None or finding.shift_start is None:
        return []
    return [Band(kind, _x(points[finding.shift_start - 1]), _x(points[-1]))]
