"""Findings -> what a picture needs: points, medians, flags, bands, in the data's own measures.

Pure; knows nothing of Altair or SVG.  Time is counted in days (`date.toordinal()`), or in rows for a
series without dates.
"""

import math
from collections.abc import Sequence
from datetime import date as Date
from enum import StrEnum

from msgspec import Struct, field

from generator.model import Better, Change, EvaluatedSeries, Point, ShiftSide, Verdict
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.run_rules import present, shifts, side

MOST_TICKS = 7
_AIR = 0.03  # of the time axis, left free at each end
_SOON = 28  # days: a change so near to the visits widens the frame, one further off is not drawn
_DAY_BREAK = 0.5  # a change takes place before its own day's visit
_ROUND = (1, 2, 4, 6, 8)  # tops of a scale, times a power of ten, whose halves are short numbers
_SMALLEST = 1e-9  # value of a scale; what is less is not a measurement
_GOOD = (Verdict.SHIFT_NOT_YET_SUSTAINED, Verdict.SUSTAINED_IMPROVEMENT)


class Signal(StrEnum):
    """What a visit is part of: a shift for the better, one for the worse, or none."""

    NONE = ""
    GOOD = "good"
    WRONG = "wrong"

    def __repr__(self) -> str:
        return repr(self.value)  # a chart's id is a digest of its plot's repr


class LevelKind(StrEnum):
    """Which median a level shows: the baseline's where it was taken, the same carried on later, that
    of the time after a change that a good shift followed, or of the time since any other change."""

    FROZEN = "frozen"
    CARRIED = "carried"
    AFTER = "after"
    SINCE = "since"

    def __repr__(self) -> str:
        return repr(self.value)  # as of Signal


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
    """A median over some time; `label` is its value, `name` the whole of it: `baseline median 35%`."""

    kind: LevelKind
    x_from: float
    x_to: float
    y: float
    label: str = ""
    name: str = ""


class PlotScale(Struct, frozen=True):
    """What all plots of one prompt share: the frame, and how values are written.

    `unit` stands behind the uppermost number of a scale that is not of percentages; `digits` is the
    most decimals of a median that is not a percentage.
    """

    frame: Frame
    share: bool
    unit: str = ""
    digits: int = 2
    terms: ChartTerms = field(default_factory=ChartTerms)

    def amount(self, value: float) -> str:
        """A median as its label shows it: `35%`, `4.5`."""
        return self.terms.percent(value) if self.share else self.terms.number(value, self.digits)


class Plot(Struct, frozen=True):
    """One picture: one class and prompt, all phases."""

    frame: Frame
    dots: tuple[Dot, ...]
    levels: tuple[Level, ...]
    flags: tuple[tuple[float, str], ...]  # (x, number of the change)
    bands: tuple[tuple[float, float], ...]  # from, to
    ticks: tuple[tuple[float, str], ...]  # (x, label) along the foot
    grid: tuple[tuple[float, str], ...]  # (y, label)
    title: str
    description: str
    name: str = ""  # of the class, where a picture shows several
    start: float | None = None  # of the first change


def make_frame(evaluated_series: Sequence[EvaluatedSeries], share: bool, changes: Sequence[Change]) -> Frame:
    """One frame for all of these series: 0 to 100 for shares, else from 0 (or a round number below
    the least value, where that is negative) to a round number above the greatest."""
    points = [point for series in evaluated_series for point in series.series.points]
    xs = [_x(point) for point in points] or [0.0, 1.0]
    if any(point.date for point in points):
        first, last = min(xs) - _SOON, max(xs) + _SOON
        xs += [_start(change) for change in changes if first <= _start(change) <= last]
    air = max((max(xs) - min(xs)) * _AIR, 0.5)
    low, high = (0.0, 100.0) if share else _limits([point.value for point in points])
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
    starts = [(_start(change), str(change.number)) for change in changes if dated]
    flags = tuple(sorted(flag for flag in starts if frame.x_from <= flag[0] <= frame.x_to))
    return Plot(
        frame=frame,
        dots=tuple(dots[x] for x in sorted(dots)),
        levels=tuple(level for phase in phases for level in _levels(phase, scale)),
        flags=flags,
        bands=tuple(band for phase in phases for band in _bands(phase)),
        ticks=_month_ticks(frame, scale.terms) if dated else row_ticks(frame),
        grid=grid_lines(scale),
        title=title,
        description=description,
        name=phases[0].series.class_name if phases else "",
        start=flags[0][0] if flags else None,
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


def _limits(values: Sequence[float | None]) -> tuple[float, float]:
    present_values = present(values) or [1.0]
    low, high = min(present_values), max(present_values)
    return (-_round_up(-low) if low < 0 else 0.0), (_round_up(high) if high > 0 else float(low >= 0))


def _dots(evaluated: EvaluatedSeries) -> list[Dot]:
    """Points of a shift carry its signal.  Where there is a baseline, only a shift of points after it
    is one, as for the verdict: a run that began in the baseline is no answer to the change."""
    series, finding = evaluated.series, evaluated.finding
    higher = series.better is Better.HIGHER
    begin = series.baseline or 0
    shifts_after = shifts(series.values[begin:], finding.median) if finding.median is not None else ()
    signals: dict[int, Signal] = {}
    for shift in shifts_after:
        good = (shift.side is ShiftSide.ABOVE) == higher
        for row in range(begin + shift.start, begin + shift.end + 1):
            signals[row] = Signal.GOOD if good else Signal.WRONG
    dots = []
    for point in series.points:
        signal = signals.get(point.row, Signal.NONE)
        on_line = finding.median is None or not side(point.value, finding.median)
        dots.append(Dot(_x(point), point.value, Signal.NONE if on_line else signal, bool(point.unusual)))
    return dots


def _levels(evaluated: EvaluatedSeries, scale: PlotScale) -> list[Level]:
    series, finding, terms = evaluated.series, evaluated.finding, scale.terms
    if finding.median is None or not series.points:
        return []
    first, last = _x(series.points[0]), _x(series.points[-1])
    value = scale.amount(finding.median)
    if series.baseline is None:
        name = terms.median(value)
        return [Level(LevelKind.FROZEN, first, last, finding.median, value, name)]
    name = terms.baseline_median(value)
    if series.baseline >= len(series.points):
        return [Level(LevelKind.FROZEN, first, last, finding.median, value, name)]
    split = _x(series.points[series.baseline - 1]) if series.baseline else first
    levels = [
        Level(LevelKind.FROZEN, first, split, finding.median),
        Level(LevelKind.CARRIED, split, last, finding.median, value, name),
    ]
    if finding.median_after is not None:
        kind = LevelKind.AFTER if finding.verdict in _GOOD else LevelKind.SINCE
        value, begin = scale.amount(finding.median_after), _x(series.points[series.baseline])
        name = terms.median_after(value)
        levels.append(Level(kind, begin, last, finding.median_after, value, name))
    return levels


def _bands(evaluated: EvaluatedSeries) -> list[tuple[float, float]]:
    """The time of the shift that the verdict speaks of."""
    finding, points = evaluated.finding, evaluated.series.points
    if finding.shift_start is None:
        return []
    return [(_x(points[finding.shift_start - 1]), _x(points[-1]))]


def _month_ticks(frame: Frame, terms: ChartTerms) -> tuple[tuple[float, str], ...]:
    """The first of each month in the frame, thinned out to few; the first and the last day where
    there are fewer than two months' beginnings.  Of more than a year, January is called by its year.
    """
    first = Date.fromordinal(math.ceil(frame.x_from))
    last = Date.fromordinal(math.floor(frame.x_to))
    beginnings = _month_beginnings(first, last)
    if len(beginnings) <= 1:
        return tuple((day.toordinal(), terms.day(day)) for day in dict.fromkeys((first, last)))
    names, years = terms.months, len(beginnings) > 12
    return tuple(
        (day.toordinal(), str(day.year) if years and day.month == 1 else names[day.month - 1])
        for day in _thinned_out(beginnings)
    )


def _month_beginnings(first: Date, last: Date) -> list[Date]:
    """The first day of each month from the first to the last day."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    beginnings = (Date(month // 12, month % 12 + 1, 1) for month in months)
    return [day for day in beginnings if day >= first]


def _thinned_out(beginnings: Sequence[Date]) -> Sequence[Date]:
    """Every month, or every second, third or sixth of the year, or every so many Januaries: what
    leaves `MOST_TICKS` or few more."""
    step = next((step for step in (1, 2, 3, 6, 12) if len(beginnings) / step <= MOST_TICKS), 12)
    kept = [day for day in beginnings if (day.month - 1) % step == 0]
    return kept[:: math.ceil(len(kept) / MOST_TICKS)] if step == 12 else kept


def row_ticks(frame: Frame) -> tuple[tuple[float, str], ...]:
    """(row, number) along the foot of a series without dates."""
    last = math.floor(frame.x_to)
    step = _step(last)
    return tuple((row, str(row)) for row in range(step, last + 1, step))


def _step(last: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 ... that leaves few ticks."""
    step = 1
    while last / step > MOST_TICKS:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step


def grid_lines(scale: PlotScale) -> tuple[tuple[float, str], ...]:
    """(value, label) of the three grid lines, the unit behind the uppermost one."""
    frame, terms = scale.frame, scale.terms
    if scale.share:
        return ((0.0, "0"), (50.0, "50"), (100.0, terms.percent(100.0)))
    middle = 0.0 if frame.y_from < 0 < frame.y_to else (frame.y_from + frame.y_to) / 2
    top = f"{terms.number(frame.y_to)} {scale.unit}".rstrip()
    return (
        (frame.y_from, terms.number(frame.y_from)),
        (middle, terms.number(middle)),
        (frame.y_to, top),
    )


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 6, 8 or 10 times a power of ten; `value` is above 0, and what is too
    small to be a measurement counts as a thousand-millionth."""
    power = 10.0 ** math.floor(math.log10(max(value, _SMALLEST)))
    return next((step * power for step in _ROUND if value <= step * power), 10 * power)
