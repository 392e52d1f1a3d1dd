"""The full tables of docs/method.md: how often the verdict is wrong.  `make bench` prints them."""

import numpy as np
import pytest

from generator.model import Verdict
from generator.runchart.effect_size import is_rising
from generator.runchart.run_rules import median, useful_sides
from generator.runchart.verdict import decide_verdict

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
    ("starts", "step", "careful", "expected"),
    [
        ((8, 8, 8), 0.0, False, (10.4, 0.6, 0.0)),
        ((8, 8, 8), 1.0, False, (82, 42, 9)),
        ((8, 8, 8), 1.5, False, (98, 84, 42)),
        ((8, 8, 8), 2.0, False, (100, 98, 80)),
        ((8, 8, 8), 1.5, True, (78, 67, 33)),
        ((8, 12, 16), 0.0, True, (6.2, 0.1, 0.0)),
        ((8, 12, 16), 1.5, True, (77, 67, 37)),
    ],
)
def test_three_classes(
    starts: tuple[int, ...], step: float, careful: bool, expected: tuple[float, float, float]
) -> None:
    """Twelve points after the change, 25 pupils at 50 %, 1 SD = 10 points; `careful` leaves out
    inquiries in which a baseline was rising."""
    random = np.random.default_rng(7)
    runs = 3_000
    reached = np.zeros(3)
    for _ in range(runs):
        count, rising = 0, False
        for baseline in starts:
            chance = np.full(baseline + 12, 0.5)
            chance[baseline:] += 0.1 * step
            values = list(random.binomial(PUPILS, chance) * 100.0 / PUPILS)
            rising = rising or is_rising(values[:baseline], True)
            count += sustained(values, baseline)
        if not (careful and rising):
            reached += [count >= needed for needed in (1, 2, 3)]
    share = 100 * reached / runs
    print(f"\n{starts}, step {step} SD, careful {careful}: " + " / ".join(f"{one:.1f}" for one in share))
    assert share == pytest.approx(expected, abs=3.0)
