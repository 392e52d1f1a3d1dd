"""What a forest plot needs: estimates with their intervals, one under another, on one scale.

A forest plot (Lewis & Clarke 2001, BMJ 322:1479) shows each study's estimate as a mark on its interval,
and under them, where there are enough studies, their mean as a diamond and the prediction interval as a
line through it (IntHout et al. 2016, BMJ Open 6:e010247).  Pure; knows nothing of Altair or SVG.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

MOST_TICKS = 5
DETAIL = " · "  # before what a label can do without
_AIR = 0.04  # of the axis, left free at each end
_STEPS = (1, 2, 5)  # times a power of ten


class Interval(Struct, frozen=True):
    """An estimate with the bounds of its interval, in the measure's own unit; higher is better."""

    estimate: float
    low: float
    high: float


class ForestRow(Struct, frozen=True):
    """One study: its interval, what it is called, and the estimate in words."""

    interval: Interval
    label: str
    amount: str


class ForestSummary(Struct, frozen=True):
    """The mean of the studies with its interval, and the prediction interval around it."""

    mean: Interval
    predicted_low: float
    predicted_high: float
    label: str
    amount: str


class ForestPlot(Struct, frozen=True):
    """One picture.  `ticks` are (value, label), of which 0 is one: no change of level."""

    rows: tuple[ForestRow, ...]
    summary: ForestSummary | None
    x_from: float
    x_to: float
    ticks: tuple[tuple[float, str], ...]
    axis: str  # what is measured
    title: str
    description: str


def axis_range(rows: Sequence[ForestRow], summary: ForestSummary | None) -> tuple[float, float]:
    """The part of the scale that a plot shows: everything drawn, and 0, with a little air around."""
    values = [0.0]
    for row in rows:
        values += [row.interval.low, row.interval.high]
    if summary:
        values += [summary.predicted_low, summary.predicted_high, summary.mean.low, summary.mean.high]
    air = (max(values) - min(values)) * _AIR or 1.0
    return min(values) - air, max(values) + air


def axis_ticks(x_from: float, x_to: float) -> tuple[float, ...]:
    """Round values between the bounds, 0 among them: the finest steps of 1, 2 or 5 times a power of ten
    that leave few."""
    power = 10.0 ** math.floor(math.log10((x_to - x_from) / 10))
    steps = (step * scale for scale in (power, 10 * power) for step in _STEPS)
    step = next(step for step in steps if (x_to - x_from) / step <= MOST_TICKS)
    return tuple(number * step for number in range(math.ceil(x_from / step), math.floor(x_to / step) + 1))
