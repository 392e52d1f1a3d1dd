"""The run chart rules over one list of values and one median.  Pure; None is a missing value.

Sources: Perla, Provost & Murray 2011 (BMJ Qual Saf 20:46) for shift and trend; Anhøj & Olesen
2014 (PLoS ONE 9(11):e113825) for the longest run and the number of crossings.
"""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from generator.model import Shift, ShiftSide, Trend, TrendDirection

TOLERANCE = 1e-9
SHIFT_LENGTH = 6
TREND_LENGTH = 5

Values = Sequence[float | None]


def present(values: Values) -> list[float]:
    """The values that are not missing, in order."""
    return [value for value in values if value is not None]


def median(values: Sequence[float]) -> float | None:
    """The middle value; of an even number the mean of the two middle values; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def side(value: float | None, centre: float) -> int:
    """1 above the centre line, -1 below, 0 on it (within 1e-9) or missing: not a useful observation."""
    if value is None or abs(value - centre) <= TOLERANCE:
        return 0
    return 1 if value > centre else -1


def useful_sides(values: Values, centre: float) -> list[tuple[int, int]]:
    """(row, side) of every useful observation; rows count from 1, missing ones included.

    A point on the line neither adds to a run nor breaks it, so it simply is not here.
    """
    sides = ((row, side(value, centre)) for row, value in enumerate(values, start=1))
    return [(row, where) for row, where in sides if where]


def runs(useful: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Consecutive useful observations on one side, run by run."""
    return [list(run) for _, run in groupby(useful, key=lambda observation: observation[1])]


def longest_run_limit(useful: int) -> int | None:
    """A longest run above this is unusually long: round(log2 n) + 3, rounding half to even."""
    return round(math.log2(useful)) + 3 if useful else None


@lru_cache(maxsize=1_000)
def crossings_limit(useful: int) -> int | None:
    """Fewer crossings than this are unusually few: the 5% quantile of Binomial(n - 1, 1/2).

    Computed in whole numbers, so that no rounding decides.
    """
    if not useful:
        return None
    trials = useful - 1
    ways, cumulated, quantile = 1, 1, 0
    while 20 * cumulated < 2**trials:
        quantile += 1
        ways = ways * (trials - quantile + 1) // quantile
        cumulated += ways
    return quantile


def shifts(values: Values, centre: float) -> tuple[Shift, ...]:
    """Every run of 6 or more useful observations on one side of the centre line."""
    return tuple(
        Shift(run[0][0], run[-1][0], ShiftSide.ABOVE if run[0][1] > 0 else ShiftSide.BELOW)
        for run in runs(useful_sides(values, centre))
        if len(run) >= SHIFT_LENGTH
    )


def trends(values: Values) -> tuple[Trend, ...]:
    """Every stretch of 5 or more successive distinct values all rising or all falling.

    Equal neighbours count once and belong to the stretch; missing values are skipped without
    breaking it.  A turning point ends one stretch and begins the next.  A note on the chart: it
    never decides (Anhøj & Olesen 2014 call the rule "virtually useless").
    """
    return tuple(
        Trend(first, last, TrendDirection.RISING if direction > 0 else TrendDirection.FALLING)
        for first, last, direction, distinct in _monotone(list(_plateaus(values)))
        if distinct >= TREND_LENGTH
    )


def _plateaus(values: Values) -> Iterator[tuple[float, int, int]]:
    """(value, first row, last row) of neighbours that are equal, missing ones skipped."""
    current: tuple[float, int, int] | None = None
    for row, value in enumerate(values, start=1):
        if value is None:
            continue
        if current and abs(value - current[0]) <= TOLERANCE:
            current = (current[0], current[1], row)
            continue
        if current:
            yield current
        current = (value, row, row)
    if current:
        yield current


def _monotone(plateaus: Sequence[tuple[float, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """(first row, last row, direction, distinct values) of each longest one-way stretch."""
    start = 0
    while start < len(plateaus) - 1:
        direction = 1 if plateaus[start + 1][0] > plateaus[start][0] else -1
        end = start + 1
        while end + 1 < len(plateaus) and (plateaus[end + 1][0] - plateaus[end][0]) * direction > 0:
            end += 1
        yield plateaus[start][1], plateaus[end][2], direction, end - start + 1
        start = end
