"""Findings -> what a picture needs: points, medians, flags, bands, in the data's own measures.

Pure; knows nothing of Altair or SVG.  Time is counted in days (`date.toordinal()`), or in rows for a
series without dates.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date as Date

from generator.model import Better, Change, Judged, Point
from generator.runchart.rules import shifts, side

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_AIR = 0.03  # of the time axis, left free at each end
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world a picture shows; shared by all charts of an inquiry."""

    x_from: float
    x_to: float
    y_from: float
    y_to: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A visit: `y` None where nothing was collected; `signal` is good, wrong, or empty."""

    x: float
    y: float | None
    signal: str = ""
    unusual: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A median: over which time, and whether it is `frozen` (solid), `carried` on (dashed) or of
    the time `after`."""

    kind: str
    x_from: float
    x_to: float
    y: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
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


def frame_of(judged: Sequence[Judged], share: bool, changes: Sequence[Change]) -> Frame:
    """One frame for all of these series: 0 to 100 for shares, else from 0 (or the least value below
    it) to a round number above the greatest."""
    points = [point for one in judged for point in one.series.points]
    xs = [_x(point) for point in points] or [0.0, 1.0]
    dated = any(point.date for point in points)
    xs += [change.date.toordinal() for change in changes if dated and _within(change, points)]
    air = max((max(xs) - min(xs)) * _AIR, 0.5)
    if share:
        low, high = 0.0, 100.0
    else:
        values = [point.value for point in points if point.value is not None] or [0.0, 1.0]
        low, high = min(0.0, *values), _round_up(max(*values, 1e-9))
    return Frame(min(xs) - air, max(xs) + air, low, high)


def plot_of(
    phases: Sequence[Judged],
    changes: Sequence[Change],
    frame: Frame,
    *,
    title: str,
    description: str,
    share: bool,
    amount: Callable[[float], str] | None = None,
    months: Sequence[str] = MONTHS,
) -> Plot:
    """The picture of one class and prompt.  A later phase's baseline repeats rows of the phase
    before; each visit is drawn once, with the signal of the phase that it is judged in."""
    say = amount or (lambda value: f"{value:.0f} %" if share else f"{value:.3g}")
    dots: dict[float, Dot] = {}
    levels: list[Level] = []
    bands: list[tuple[float, float]] = []
    for one in phases:
        for dot in _dots(one):
            known = dots.get(dot.x)
            if known is None or not known.signal:
                dots[dot.x] = dot
        levels += _levels(one, say)
        bands += _bands(one)
    ordered = tuple(dots[x] for x in sorted(dots))
    dated = any(point.date for one in phases for point in one.series.points)
    return Plot(
        frame=frame,
        dots=ordered,
        levels=tuple(levels),
        flags=tuple((change.date.toordinal() - 0.5, str(change.number)) for change in changes if dated),
        bands=tuple(bands),
        ticks=_months(frame, months) if dated else _rows(frame),
        grid=_grid(frame, share),
        title=title,
        description=description,
        name=phases[0].series.class_name if phases else "",
        start=min((change.date.toordinal() - 0.5 for change in changes), default=None) if dated else None,
    )


def _x(point: Point) -> float:
    return point.date.toordinal() if point.date else point.row


def _within(change: Change, points: Sequence[Point]) -> bool:
    days = [point.date for point in points if point.date]
    return bool(days) and min(days) <= change.date <= max(days)


def _dots(judged: Judged) -> list[Dot]:
    """Points of a shift carry its signal.  Where there is a baseline, only a shift of points after it
    is one, as for the verdict: a run that began in the baseline is no answer to the change."""
    series, finding = judged.series, judged.finding
    higher = series.better is Better.HIGHER
    begin = series.baseline or 0
    found = shifts(series.values[begin:], finding.median) if finding.median is not None else ()
    signals: dict[int, str] = {}
    for shift in found:
        good = (shift.side == "above") == higher
        for row in range(begin + shift.start, begin + shift.end + 1):
            signals[row] = "good" if good else "wrong"
    dots = []
    for point in series.points:
        signal = signals.get(point.row, "")
        on_line = finding.median is None or not side(point.value, finding.median)
        dots.append(Dot(_x(point), point.value, "" if on_line else signal, bool(point.unusual)))
    return dots


def _levels(judged: Judged, say: Callable[[float], str]) -> list[Level]:
    series, finding = judged.series, judged.finding
    if finding.median is None or not series.points:
        return []
    first, last = _x(series.points[0]), _x(series.points[-1])
    if series.baseline is None:
        return [Level("frozen", first, last, finding.median, say(finding.median))]
    split = _x(series.points[series.baseline - 1]) if series.baseline else first
    levels = [Level("frozen", first, split, finding.median)]
    if series.baseline < len(series.points):
        begin = _x(series.points[series.baseline])
        levels.append(Level("carried", split, last, finding.median, say(finding.median)))
        if finding.median_after is not None:
            levels.append(Level("after", begin, last, finding.median_after, say(finding.median_after)))
    else:
        levels[0] = Level("frozen", first, last, finding.median, say(finding.median))
    return levels


def _bands(judged: Judged) -> list[tuple[float, float]]:
    """The time of the shift that the verdict speaks of."""
    finding, points = judged.finding, judged.series.points
    if finding.shift_start is None:
        return []
    return [(_x(points[finding.shift_start - 1]), _x(points[-1]))]


def _months(frame: Frame, names: Sequence[str]) -> tuple[tuple[float, str], ...]:
    """The first of each month in the frame, every second, third or sixth where there are many; the
    days themselves where no month begins."""
    first = Date.fromordinal(math.ceil(frame.x_from))
    last = Date.fromordinal(math.floor(frame.x_to))
    count = (last.year - first.year) * 12 + last.month - first.month
    starts = [
        Date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1)
        for i in range(count + 1)
    ]
    inside = [day for day in starts if frame.x_from <= day.toordinal() <= frame.x_to]
    if not inside:
        return ((first.toordinal(), f"{first.day} {names[first.month - 1]}"),)
    step = next((s for s in (1, 2, 3, 6, 12) if len(inside) / s <= MOST_TICKS), 24)
    return tuple((day.toordinal(), names[day.month - 1]) for day in inside[::step])


def _rows(frame: Frame) -> tuple[tuple[float, str], ...]:
    last = math.floor(frame.x_to)
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if last / s <= MOST_TICKS), 500)
    return tuple((row, str(row)) for row in range(step, last + 1, step))


def _grid(frame: Frame, share: bool) -> tuple[tuple[float, str], ...]:
    if share:
        return ((0.0, "0"), (50.0, "50"), (100.0, "100 %"))
    middle = (frame.y_from + frame.y_to) / 2
    return tuple((value, f"{value:g}") for value in (frame.y_from, middle, frame.y_to))


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 5, 6, 8 or 10 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next((step * power for step in (1, 2, 4, 5, 6, 8) if value <= step * power), 10 * power)
