"""One series -> Finding: every figure, and the verdict.

The combination of rules is this project's own, built from the standard rules; docs/method.md says
why, with its error rates.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from msgspec.structs import replace

from generator.model import (
    FEWEST_POINTS,
    POINTS_HELD,
    Better,
    EvaluatedSeries,
    Finding,
    RulesEdition,
    Series,
    ShiftProgress,
    Verdict,
)
from generator.runchart import chance
from generator.runchart import effect_size as effect
from generator.runchart import run_rules as rules
from generator.runchart.run_rules import Values

LUCK_LIMIT = 0.10  # of `by_luck`, above which the second edition calls nothing sustained
_ONE_EXCEPTION = 1  # of them that a sustained improvement may have there


class Ruling(NamedTuple):
    """The verdict with the figures it rests on; `start` indexes the useful points, from 0."""

    verdict: Verdict
    start: int | None = None
    since_shift: int | None = None
    wrong_of_last_six: int | None = None


class _Shift(NamedTuple):
    """Six or more useful points in a row on one side, the first of them at `start`."""

    start: int
    good: bool


def decide_verdict(baseline: int, good_sides: Sequence[bool]) -> Ruling:
    """The verdict of steps 1 to 4 (docs/method.md), from the number of points in the baseline and, for
    each useful point after it, whether it lies on the good side of the frozen median.

    The first edition of the rules ends here; the second asks luck as well (`hold_against_luck`).
    """
    if baseline < FEWEST_POINTS or len(good_sides) < FEWEST_POINTS:
        return Ruling(Verdict.TOO_FEW_POINTS)
    wrong = good_sides[-chance.WINDOW :].count(False)
    shifts = _shifts(good_sides)
    if not shifts:
        return Ruling(Verdict.NO_SIGNAL, wrong_of_last_six=wrong)
    if not shifts[-1].good:
        good_before = any(shift.good for shift in shifts)
        verdict = Verdict.DID_NOT_HOLD if good_before else Verdict.WRONG_DIRECTION
        return Ruling(verdict, wrong_of_last_six=wrong)
    latest_good = takewhile(lambda shift: shift.good, reversed(shifts))
    start = min(shift.start for shift in latest_good)
    return Ruling(_verdict_since(start, baseline, good_sides), start, len(good_sides) - start, wrong)


def _shifts(good_sides: Sequence[bool]) -> list[_Shift]:
    """Every shift among the useful points, in order."""
    runs = rules.runs([(place, 1 if good else -1) for place, good in enumerate(good_sides)])
    return [_Shift(run[0][0], run[0][1] > 0) for run in runs if len(run) >= rules.SHIFT_LENGTH]


def _verdict_since(start: int, baseline: int, good_sides: Sequence[bool]) -> Verdict:
    """The verdict on a good shift that no shift on the wrong side followed."""
    wrong = good_sides[-chance.WINDOW :].count(False)
    if wrong >= chance.FELL_BACK:
        return Verdict.DID_NOT_HOLD
    lasted = len(good_sides) - start >= POINTS_HELD
    if lasted and wrong <= _ONE_EXCEPTION and _confirmed(baseline, good_sides):
        return Verdict.SUSTAINED_IMPROVEMENT
    return Verdict.SHIFT_NOT_YET_SUSTAINED


def _confirmed(baseline: int, good_sides: Sequence[bool]) -> bool:
    """The last 8 are unbroken on the good side, or the count test agrees."""
    p = chance.count_test(baseline, len(good_sides))[good_sides.count(True)]
    return all(good_sides[-POINTS_HELD:]) or p <= chance.P_LIMIT


def hold_against_luck(verdict: Verdict, by_luck: float | None, edition: RulesEdition) -> Verdict:
    """Step 5, from the second edition on: what comes up too often by luck is not yet sustained.

    `by_luck` is the share of all reorderings of the values that steps 1 to 4 call sustained; None (above
    300 points) leaves the verdict as it is.
    """
    if edition is RulesEdition.FIRST or verdict is not Verdict.SUSTAINED_IMPROVEMENT:
        return verdict
    return Verdict.SHIFT_NOT_YET_SUSTAINED if _is_too_often(by_luck) else verdict


def _is_too_often(by_luck: float | None) -> bool:
    return by_luck is not None and by_luck > LUCK_LIMIT


def points_to_go(baseline: int, good_sides: Sequence[bool]) -> int:
    """How many more points on the good side would make a shift sustained: 8 or fewer."""
    return next(
        more
        for more in range(POINTS_HELD + 1)
        if decide_verdict(baseline, [*good_sides, *[True] * more]).verdict is Verdict.SUSTAINED_IMPROVEMENT
    )


def _points_to_go_like_these(
    values: Values, baseline: int, good_sides: Sequence[bool], good_values: Sequence[float], higher: bool
) -> int | None:
    """How many more points like the good ones would make a shift sustained; None where luck would still
    come up with it too often (step 5), so that no number can be promised."""
    more = points_to_go(baseline, good_sides)
    to_come = [rules.median(good_values)] * more
    by_luck = chance.probability_by_luck([*values, *to_come], baseline, higher)
    return None if _is_too_often(by_luck) else more


def evaluate_values(
    values: Values,
    baseline: int | None,
    better: Better = Better.HIGHER,
    edition: RulesEdition = RulesEdition.SECOND,
) -> Finding:
    """What the rules say of one series.

    `values` are the rows in time order, None where nothing was collected; `baseline` is how many of
    the first rows (blank ones included) belong to the baseline, None without one.
    """
    before = rules.present(values[:baseline])
    centre = rules.median(before)
    useful = rules.useful_sides(values, centre) if centre is not None else []
    runs = rules.runs(useful)
    longest, longest_limit = max(map(len, runs), default=0), rules.longest_run_limit(len(useful))
    crossings, crossings_limit = max(len(runs) - 1, 0), rules.crossings_limit(len(useful))
    described = Finding(
        points=len(rules.present(values)),
        useful=len(useful),
        median=centre,
        longest_run=longest,
        longest_run_limit=longest_limit,
        crossings=crossings,
        crossings_limit=crossings_limit,
        runs_signal=(longest_limit is not None and longest > longest_limit)
        or (crossings_limit is not None and crossings < crossings_limit),
        shifts=rules.shifts(values, centre) if centre is not None else (),
        trends=rules.trends(values),
    )
    return described if baseline is None else _compared(described, values, baseline, better, edition)


def _compared(
    described: Finding, values: Values, baseline: int, better: Better, edition: RulesEdition
) -> Finding:
    """The finding with all that compares the points after the baseline with it."""
    higher = better is Better.HIGHER
    before, after = rules.present(values[:baseline]), rules.present(values[baseline:])
    useful: list[tuple[int, bool]] = []
    if described.median is not None:
        useful = [
            (row, (where > 0) == higher)
            for row, where in rules.useful_sides(values, described.median)
            if row > baseline
        ]
    good_sides = [good for _, good in useful]
    ruling = decide_verdict(len(before), good_sides)
    nap = effect.nap(before, after, higher)
    low, high = effect.nap_interval(nap, len(before), len(after)) if nap is not None else (None, None)
    too_few = ruling.verdict is Verdict.TOO_FEW_POINTS
    by_luck = None if too_few else chance.probability_by_luck(values, len(before), higher)
    verdict = hold_against_luck(ruling.verdict, by_luck, edition)
    progress = None if ruling.start is None else _shift_progress(values, baseline, useful[ruling.start :])
    to_go = None
    if ruling.verdict is Verdict.SHIFT_NOT_YET_SUSTAINED:
        good_values = [value for row, good in useful if good and (value := values[row - 1]) is not None]
        to_go = (
            points_to_go(len(before), good_sides)
            if edition is RulesEdition.FIRST
            else _points_to_go_like_these(values, len(before), good_sides, good_values, higher)
        )
    return replace(
        described,
        baseline_points=len(before),
        useful_after=len(useful) if before else None,
        on_good_side=good_sides.count(True) if before else None,
        count_test_p=chance.count_test(len(before), len(useful))[good_sides.count(True)]
        if before and useful
        else None,
        by_luck=by_luck,
        median_after=rules.median(after),
        nap=nap,
        nap_low=low,
        nap_high=high,
        baseline_rising=effect.is_rising(before, higher) if before else None,
        verdict=verdict,
        shift_start=None if ruling.start is None else useful[ruling.start][0],
        since_shift=ruling.since_shift,
        wrong_of_last_six=ruling.wrong_of_last_six,
        points_to_go=to_go,
        progress=progress,
        held_back_by_luck=verdict is not ruling.verdict,
    )


def _shift_progress(values: Values, baseline: int, since: Sequence[tuple[int, bool]]) -> ShiftProgress:
    """What came of a shift; `since` are the useful points from its first on: (row, whether it is good)."""
    start = since[0][0]
    unbroken = list(takewhile(lambda point: point[1], reversed(since)))
    return ShiftProgress(
        start=start,
        visit=len(rules.present(values[baseline:start])),
        visits=len(rules.present(values[start - 1 :])),
        good=[good for _, good in since].count(True),
        run=len(unbroken),
        run_start=unbroken[-1][0] if unbroken else None,
        run_end=unbroken[0][0] if unbroken else None,
    )


def evaluate_series(series: Series, edition: RulesEdition = RulesEdition.SECOND) -> EvaluatedSeries:
    """A series with its finding, by the rules of an edition."""
    return EvaluatedSeries(series, evaluate_values(series.values, series.baseline, series.better, edition))
