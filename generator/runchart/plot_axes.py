"""The axes of a run chart: how far its scale reaches, and what stands along its foot."""

import math
from collections.abc import Sequence
from datetime import date as Date

from generator.runchart.chart_terms import ChartTerms
from generator.runchart.run_rules import present

MOST_TICKS = 7
_ROUND = (1, 2, 4, 6, 8)  # tops of a scale, times a power of ten, whose halves are short numbers
_SMALLEST = 1e-9  # value of a scale; what is less is not a measurement


def value_limits(values: Sequence[float | None]) -> tuple[float, float]:
    """The scale of values that are no shares: from 0, or a round number below the least value, to a round
    number above the greatest."""
    present_values = present(values) or [1.0]
    low, high = min(present_values), max(present_values)
    return (-_round_up(-low) if low < 0 else 0.0), (_round_up(high) if high > 0 else float(low >= 0))


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 6, 8 or 10 times a power of ten; `value` is above 0, and what is too
    small to be a measurement counts as a thousand-millionth."""
    power = 10.0 ** math.floor(math.log10(max(value, _SMALLEST)))
    return next((step * power for step in _ROUND if value <= step * power), 10 * power)


def month_ticks(x_from: float, x_to: float, terms: ChartTerms) -> tuple[tuple[float, str], ...]:
    """(day, name) along the foot of a series with dates, in days as `date.toordinal()` counts them.

    The first of each month, thinned out to few; the first and the last day where
    there are fewer than two months' beginnings.  Of more than a year, January is called by its year.
    """
    first = Date.fromordinal(math.ceil(x_from))
    last = Date.fromordinal(math.floor(x_to))
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


def row_ticks(x_to: float) -> tuple[tuple[float, str], ...]:
    """(row, number) along the foot of a series without dates."""
    last = math.floor(x_to)
    step = _step(last)
    return tuple((row, str(row)) for row in range(step, last + 1, step))


def _step(last: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 ... that leaves few ticks."""
    step = 1
    while last / step > MOST_TICKS:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step
