"""The exact chance against brute force, published tables and seeded simulations."""

import itertools
from collections.abc import Sequence
from math import comb

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import Better, Verdict
from generator.runchart.chance import (
    RunState,
    count_test,
    probability_by_luck,
    probability_of_any,
    probability_of_at_least,
    share_sustained,
    share_with_shift,
    shift_orders,
    sustained_orders,
)
from generator.runchart.verdict import decide_verdict, evaluate_values
from tests.runchart import cases

SUSTAINED, NOT_YET = Verdict.SUSTAINED_IMPROVEMENT, Verdict.SHIFT_NOT_YET_SUSTAINED


def test_count_test_gives_the_published_table() -> None:
    for row in cases.table("critical_counts.csv"):
        b, m = int(row["baseline_points"]), int(row["useful_points_after"])
        p = count_test(b, m)
        assert p[m] == pytest.approx(float(row["p_all_on_good_side"]), abs=6e-6)
        smallest = next((good for good in range(m + 1) if p[good] <= 0.05), None)
        assert smallest == (int(row["min_on_good_side_p05"]) if row["min_on_good_side_p05"] else None)
        if smallest is not None:
            assert p[smallest] == pytest.approx(float(row["exact_p_at_min"]), abs=6e-6)


@pytest.mark.parametrize(("baseline", "after"), [(6, 10), (15, 60), (60, 60)])
def test_the_count_test_is_worked_out_in_whole_numbers(baseline: int, after: int) -> None:
    """The formula of the docstring, term by term, rounded once at the end."""
    k = (baseline - 1) // 2
    terms = [comb(j + k, j) * comb(after - j + k, after - j) for j in range(after + 1)]
    total = comb(after + 2 * k + 1, after)
    assert count_test(baseline, after) == tuple(sum(terms[good:]) / total for good in range(after + 1))


@example([(True, 6), (False, 6), (True, 4)])  # a shift on the wrong side ended the good one
@example([(True, 8), (False, 3), (True, 5)])  # three wrong ones did not
@example([*[(True, 5), (False, 1)] * 3, (True, 6), (False, 1)])  # seven points since it began, not eight
@example([(True, 12), (False, 2), (True, 4)])  # two of the last six are one too many
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 9)), min_size=1, max_size=5))
def test_a_state_knows_of_an_order_what_the_verdict_does(runs: list[tuple[bool, int]]) -> None:
    order = [good for good, length in runs for _ in range(length)]
    state = RunState()
    for good in order:
        state = state.after(good)
    verdict = decide_verdict(8, order).verdict
    agrees = state.unbroken or count_test(8, len(order))[order.count(True)] <= 0.05
    assert state.is_shift == (verdict in (SUSTAINED, NOT_YET))
    assert (state.sustained_if_counted and agrees) == (verdict is SUSTAINED)


def test_six_points_before_and_six_after_are_the_fewest_with_a_chance() -> None:
    assert [share_with_shift(6, 6, 0), share_with_shift(6, 5, 0), share_with_shift(5, 13, 0)] == [1, 0, 0]
    assert share_with_shift(6, 6, 1) == pytest.approx(2 / 7)  # the wrong one comes first or last
    assert [share_sustained(8, 12, 0), share_sustained(8, 5, 0), share_sustained(5, 13, 0)] == [1, 0, 0]


@pytest.mark.parametrize("baseline", [6, 7])
@pytest.mark.parametrize("values", [range(13), [0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 9], [5] * 12 + [6]])
def test_every_choice_of_a_baseline_is_counted(baseline: int, values: Sequence[float]) -> None:
    """One by one: its median, and how many of the other values are above it and below it."""
    shares = []
    for chosen in itertools.combinations(range(len(values)), baseline):
        centre = np.median([values[place] for place in chosen])
        others = [value for place, value in enumerate(values) if place not in chosen]
        good, wrong = sum(value > centre for value in others), sum(value < centre for value in others)
        shares.append(share_with_shift(baseline, good, wrong))
    by_luck = probability_by_luck(list(values), baseline, True, share_with_shift)
    assert by_luck == pytest.approx(np.mean(shares), abs=1e-12)


def test_values_that_differ_in_their_last_digits_are_ties() -> None:
    tied = [1.0] * 5 + [2.0] * 5 + [3.0] * 4
    almost = [value + number * 1e-12 for number, value in enumerate(tied)]
    assert probability_by_luck(almost, 7, True, share_with_shift) == pytest.approx(
        probability_by_luck(tied, 7, True, share_with_shift), abs=1e-12
    )


@pytest.mark.parametrize("after", [6, 8, 11])
def test_orders_are_counted_as_the_verdict_would(after: int) -> None:
    """Every order of good and wrong points, judged one by one, in the baseline that is harder and
    the one that is easier to confirm."""
    certain, counted = sustained_orders(after)
    for baseline in (6, 30):
        p = count_test(baseline, after)
        sustained = [0] * (after + 1)
        for order in itertools.product((True, False), repeat=after):
            sustained[sum(order)] += decide_verdict(baseline, order).verdict is SUSTAINED
        assert sustained == [
            certain[good] + (counted[good] if p[good] <= 0.05 else 0) for good in range(after + 1)
        ]


@pytest.mark.parametrize("after", [6, 8, 11])
def test_orders_with_a_shift_are_counted_as_the_verdict_would(after: int) -> None:
    shifts = [0] * (after + 1)
    for order in itertools.product((True, False), repeat=after):
        shifts[sum(order)] += decide_verdict(8, order).verdict in (SUSTAINED, NOT_YET)
    assert list(shift_orders(after)) == shifts


def test_a_shift_comes_up_by_luck_as_often_as_random_reorderings_show_one() -> None:
    values = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4]
    rng, draws = np.random.default_rng(7), 3000
    hits = sum(judge_sides(list(rng.permutation(values)), 8) in (SUSTAINED, NOT_YET) for _ in range(draws))
    shift = probability_by_luck(values, 8, True, share_with_shift)
    assert shift == pytest.approx(hits / draws, abs=0.02)
    sustained = probability_by_luck(values, 8, True)
    assert shift is not None and sustained is not None and shift > 2 * sustained


@pytest.mark.parametrize("baseline", [6, 7, 8])
@pytest.mark.parametrize("kind", ["continuous", "many ties", "rare behaviour"])
def test_by_luck_is_the_share_of_random_reorderings(baseline: int, kind: str) -> None:
    rng = np.random.default_rng(baseline)
    size = baseline + 12
    values = {
        "continuous": rng.normal(size=size),
        "many ties": rng.integers(0, 4, size=size),
        "rare behaviour": rng.binomial(10, 0.1, size=size) * 10,
    }[kind].tolist()
    draws = 3000
    hits = sum(judge_sides(list(rng.permutation(values)), baseline) is SUSTAINED for _ in range(draws))
    assert probability_by_luck(values, baseline, True) == pytest.approx(hits / draws, abs=0.012)


def judge_sides(values: Sequence[float], baseline: int) -> Verdict:
    centre = float(np.median(values[:baseline]))
    return decide_verdict(
        baseline, [bool(value > centre) for value in values[baseline:] if value != centre]
    ).verdict


def test_missing_values_change_nothing_and_lower_is_higher_upside_down() -> None:
    values = [3.0, 5, 4, 6, 5, 4, 7, 8, 6, 9, 7, 8, 7, 9]
    assert probability_by_luck([*values[:3], None, *values[3:]], 6, True) == probability_by_luck(
        values, 6, True
    )
    assert probability_by_luck([-value for value in values], 6, False) == pytest.approx(
        probability_by_luck(values, 6, True)
    )


def test_too_few_or_far_too_many_points_have_no_chance() -> None:
    assert probability_by_luck([1.0] * 5 + [2.0] * 8, 5, True) is None
    assert probability_by_luck([1.0] * 8 + [2.0] * 5, 8, True) is None
    assert probability_by_luck([1.0] * 6 + [2.0] * 6, 6, True) == 0
    assert probability_by_luck([1.0] * 301, 8, True) is None
    assert probability_by_luck([1.0] * 300, 8, True) == 0


@pytest.mark.parametrize(
    ("baseline", "after", "expected"), [(6, 6, 0.0), (8, 8, 1.5), (8, 12, 3.5), (8, 16, 4.2)]
)
def test_error_rate_at_one_look(baseline: int, after: int, expected: float) -> None:
    """25 students at 60%, nothing happened: how often the verdict is `sustained_improvement` (%)."""
    rng = np.random.default_rng(20260131)
    rows = rng.binomial(25, 0.6, size=(6000, baseline + after)).tolist()
    rate = 100 * np.mean([judge_sides(row, baseline) is SUSTAINED for row in rows])
    assert rate == pytest.approx(expected, abs=0.8)


def test_error_rate_when_looked_at_after_every_point() -> None:
    rng = np.random.default_rng(7)
    rows = rng.binomial(25, 0.6, size=(2500, 20)).tolist()
    ever = [any(judge_sides(row[:end], 8) is SUSTAINED for end in range(14, 21)) for row in rows]
    assert 100 * np.mean(ever) == pytest.approx(4.9, abs=1.3)


def test_growth_that_was_under_way_looks_like_success() -> None:
    """A rise of 0.05 SD a point and no change: 19% at 8+12, 30% at 8+16."""
    rng = np.random.default_rng(11)
    for after, expected in ((12, 19), (16, 30)):
        drift = 0.05 * np.arange(8 + after)
        rows = (rng.normal(size=(2500, 8 + after)) + drift).tolist()
        rate = 100 * np.mean([judge_sides(row, 8) is SUSTAINED for row in rows])
        assert rate == pytest.approx(expected, abs=3)


@pytest.mark.parametrize(
    ("step", "expected"), [(0.0, (10.4, 0.6, 0.0)), (1.5, (98, 84, 42))], ids=["nothing", "1.5 SD"]
)
def test_three_classes_with_the_same_start(step: float, expected: tuple[float, float, float]) -> None:
    """Sustained in 1+, 2+, 3 classes: 8 + 12 points, 25 students at 50%, 1 SD = 10 points (%)."""
    rng = np.random.default_rng(3)
    inquiries = 900
    chance = np.r_[np.full(8, 0.5), np.full(12, 0.5 + 0.1 * step)]
    rows = rng.binomial(25, chance, size=(inquiries, 3, 20)).tolist()
    classes = np.array([sum(judge_sides(one, 8) is SUSTAINED for one in three) for three in rows])
    rates = [100 * np.mean(classes >= k) for k in (1, 2, 3)]
    assert rates == pytest.approx(expected, abs=4.5)


def test_at_least_some_of_several() -> None:
    assert probability_of_at_least(1, [0.04] * 12) == pytest.approx(1 - 0.96**12)
    assert probability_of_at_least(2, [0.5, 0.5]) == pytest.approx(0.25)
    assert probability_of_at_least(3, [0.5, 0.5]) == 0
    assert probability_of_at_least(0, []) == 1
    assert probability_of_at_least(2, [0.5, 0.2, 0.1]) == pytest.approx(0.09 + 0.04 + 0.01 + 0.01)


def test_any_of_several() -> None:
    assert probability_of_any([0.2, 0.1]) == pytest.approx(0.28)
    assert probability_of_any([]) == 0


def test_rare_behaviour_has_a_higher_rate() -> None:
    """10 students at 10%, 8 + 16 points: about 11% on average."""
    rng = np.random.default_rng(5)
    rates = [
        probability_by_luck((rng.binomial(10, 0.1, size=24) * 10.0).tolist(), 8, True) or 0.0
        for _ in range(300)
    ]
    assert 100 * np.mean(rates) == pytest.approx(11, abs=1.5)


def test_lower_is_better_uses_the_same_rule() -> None:
    values = [9.0, 8, 10, 9, 11, 9, 10, 8, 6, 5, 6, 4, 5, 6, 5, 4]
    assert evaluate_values(values, 8, Better.LOWER).verdict is SUSTAINED
    assert evaluate_values(values, 8, Better.HIGHER).verdict is Verdict.WRONG_DIRECTION


def test_chances_are_the_same_on_every_python() -> None:
    """A running sum gives other last digits (...1297 and ...0004) on Python 3.11."""
    values = [12, 24, 13, 1, 8, 16, 15, 12, 9, 15, 11, 18, 6, 16, 4, 9, 4, 24, 3, 19]
    assert probability_by_luck(values, 8, True) == 0.040488820891297676
    assert probability_of_at_least(1, [0.1] * 4) == 0.3439000000000001
