"""The full tables of docs/method.md: how often the verdict is wrong.  `make bench` prints them."""

import numpy as np
import pytest

from generator.model import Verdict
from generator.runchart.effect_size import is_rising
from generator.runchart.run_rules import median, useful_sides
from generator.runchart.verdict import decide_verdict
from tests.runchart.simulated_series import ratings_called_sustained, times_the_printed_chance

pytestmark = pytest.mark.bench
RUNS = 10_000
PUPILS = 25


def sustained(values: list[float], baseline: int) -> bool:
    centre = median(values[:baseline])
    assert centre is not None
    sides = [side > 0 for row, side in useful_sides(values, centre) if row > baseline]
    return decide_verdict(baseline, sides).verdict is Verdict.SUSTAINED_IMPROVEMENT


@pytest.mark.parametrize(
    ("before", "after", "once", "watched"),
    [(6, 6, 0.0, 0.0), (8, 8, 1.5, 1.5), (8, 12, 3.5, 4.9), (8, 16, 4.2, 7.4), (8, 22, 4.4, 10.6)],
)
def test_false_alarms_with_no_change_at_all(before: int, after: int, once: float, watched: float) -> None:
    random = np.random.default_rng(4)
    at_the_end = at_any_look = 0
    for _ in range(RUNS):
        values = list(random.binomial(PUPILS, 0.6, before + after) * 100.0 / PUPILS)
        at_the_end += sustained(values, before)
        at_any_look += any(sustained(values[:end], before) for end in range(before + 6, before + after + 1))
    rates = [100 * count / RUNS for count in (at_the_end, at_any_look)]
    print(f"\n{before} + {after}: once {rates[0]:.1f} %, watched {rates[1]:.1f} %")
    assert rates[0] == pytest.approx(once, abs=0.8)
    assert rates[1] == pytest.approx(watched, abs=1.2)


@pytest.mark.parametrize(
    ("row", "effects"),
    [
        (
            ((8, 8, 8), False),
            [(10.4, 0.6, 0.0), (42, 8.6, 0.6), (84, 45, 10), (82, 42, 9), (98, 84, 42), (100, 98, 80)],
        ),
        (
            ((8, 8, 8), True),
            [(8.2, 0.5, 0.0), (28, 5.6, 0.4), (44, 23, 5), (65, 33, 7), (78, 67, 33), (79, 78, 63)],
        ),
        (
            ((8, 12, 16), True),
            [(6.2, 0.1, 0.0), (25, 5.6, 0.5), (16, 11, 4), (65, 34, 8), (77, 67, 37), (77, 77, 64)],
        ),
    ],
)
@pytest.mark.parametrize(
    ("column", "growth", "step"),
    [(0, 0.0, 0.0), (1, 0.05, 0.0), (2, 0.1, 0.0), (3, 0.0, 1.0), (4, 0.0, 1.5), (5, 0.0, 2.0)],
)
def test_three_classes(
    row: tuple[tuple[int, ...], bool],
    effects: list[tuple[float, float, float]],
    column: int,
    growth: float,
    step: float,
) -> None:
    """Twelve points after the change, 25 pupils at 50 %, 1 SD = 10 points, growth in SD a point; the
    careful rows leave out inquiries in which a baseline may have been rising."""
    (starts, careful), expected = row, effects[column]
    random = np.random.default_rng(7)
    runs = 3_000
    reached = np.zeros(3)
    for _ in range(runs):
        count, rising = 0, False
        for baseline in starts:
            chance = np.full(baseline + 12, 0.5)
            chance[baseline:] += 0.1 * step
            chance = np.clip(chance + 0.1 * growth * np.arange(baseline + 12), 0, 1)
            values = list(random.binomial(PUPILS, chance) * 100.0 / PUPILS)
            rising = rising or is_rising(values[:baseline], True)
            count += sustained(values, baseline)
        if not (careful and rising):
            reached += [count >= needed for needed in (1, 2, 3)]
    share = 100 * reached / runs
    print(
        f"\n{starts}, growth {growth} SD, step {step} SD, careful {careful}: "
        + " / ".join(f"{one:.1f}" for one in share)
    )
    assert share == pytest.approx(expected, abs=3.0)


@pytest.mark.parametrize(
    ("before", "after", "steps_1_to_4", "with_step_5"),
    [(8, 12, 2.7, 1.9), (8, 16, 7.3, 2.1), (12, 20, 14.4, 1.8), (20, 40, 36.0, 0.7)],
)
def test_ratings_from_1_to_4_with_nothing_happening(
    before: int, after: int, steps_1_to_4: float, with_step_5: float
) -> None:
    """Many visits lie on the median of a rating, and step 5 holds back what luck does too often."""
    first, second = ratings_called_sustained(before, after, runs=4_000)
    print(f"\n{before} + {after}: steps 1 to 4 {first:.1f} %, with step 5 {second:.1f} %")
    assert first == pytest.approx(steps_1_to_4, abs=2.5)
    assert second == pytest.approx(with_step_5, abs=1.0)


@pytest.mark.parametrize(("autocorrelation", "factor"), [(0.0, 1.0), (0.2, 1.7), (0.3, 2.2), (0.4, 2.8)])
def test_luck_where_visits_resemble_their_neighbours(autocorrelation: float, factor: float) -> None:
    """The share called sustained as a multiple of the chance that the charts print, 8 + 12 points."""
    ratio = times_the_printed_chance(autocorrelation, runs=6_000)
    print(f"\nautocorrelation {autocorrelation}: {ratio:.2f} times the printed chance")
    assert ratio == pytest.approx(factor, abs=0.35)
