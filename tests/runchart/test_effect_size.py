"""The size of the effect: NAP with its interval, and baselines that were already rising."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Better
from generator.runchart.effect_size import is_rising, nap, nap_interval
from generator.runchart.verdict import evaluate_values
from tests.runchart import cases


def test_nap_counts_the_pairs_in_which_the_later_point_is_better_and_ties_half() -> None:
    # of the nine pairs five are better and one is a tie
    assert nap([1, 4, 5], [3, 5, 6], higher_is_better=True) == pytest.approx((6 + 0.5) / 9)
    assert nap([1, 4, 5], [3, 5, 6], higher_is_better=False) == pytest.approx((2 + 0.5) / 9)


def test_nap_needs_two_points_in_each_phase() -> None:
    assert nap([1], [2, 3], True) is None
    assert nap([1, 2], [3], True) is None


@pytest.mark.parametrize("case", cases.table("nap_examples.csv"), ids=lambda case: case["name"])
def test_nap_and_its_interval_as_worked_out(case: dict[str, str]) -> None:
    example = next(row for row in cases.table("verdict_examples.csv") if row["name"] == case["name"])
    baseline = cases.numbers(example["baseline"])
    finding = evaluate_values(
        baseline + cases.numbers(example["after"]), len(baseline), Better(example["better"])
    )
    assert finding.nap == pytest.approx(float(case["nap"]), abs=1e-6)
    for column, figure in (("nap_low", finding.nap_low), ("nap_high", finding.nap_high)):
        if case[column]:
            assert figure == pytest.approx(float(case[column]), abs=5e-4)
    if case["nap"] in ("0", "1"):
        assert finding.nap_low is not None and finding.nap_high is not None
        assert 0 <= finding.nap_low < finding.nap_high <= 1


@given(st.floats(0, 1), st.integers(2, 40), st.integers(2, 40))
def test_an_interval_holds_its_nap_and_stays_between_0_and_1(share: float, before: int, after: int) -> None:
    low, high = nap_interval(share, before, after)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1


def test_more_points_make_a_narrower_interval() -> None:
    few, many = nap_interval(0.8, 8, 8), nap_interval(0.8, 20, 20)
    assert many[1] - many[0] < few[1] - few[0]


def test_a_rising_baseline_is_flagged_in_the_good_direction_only() -> None:
    rising = [40, 42, 41, 44, 46, 45, 48, 50]
    assert evaluate_values(rising + [60] * 8, 8).baseline_rising
    assert not evaluate_values(rising + [60] * 8, 8, Better.LOWER).baseline_rising
    assert not evaluate_values([5] * 8 + [6] * 8, 8).baseline_rising


@pytest.mark.parametrize(
    ("baseline", "rising"),
    [
        ([1, 2, 3, 4, 5], True),
        ([5, 4, 3, 2, 1], False),
        ([3, 3, 3, 3, 3], False),  # ties alone have no direction
        ([1, 2], False),  # too few to tell
        ([], False),
    ],
)
def test_a_baseline_rises_where_most_later_points_are_higher(baseline: list[float], rising: bool) -> None:
    assert is_rising(baseline, higher_is_better=True) is rising
