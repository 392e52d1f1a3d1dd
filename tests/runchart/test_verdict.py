"""The verdict on one series: worked examples, and rulings that hang together."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Better, Verdict
from generator.runchart.verdict import decide_verdict, evaluate_values, points_to_go
from tests.runchart import cases

QUIET = [52, 48, 55, 50, 47, 53, 51, 49]


@pytest.mark.parametrize("case", cases.table("verdict_examples.csv"), ids=lambda case: case["name"])
def test_worked_verdict(case: dict[str, str]) -> None:
    baseline = cases.numbers(case["baseline"])
    finding = evaluate_values(baseline + cases.numbers(case["after"]), len(baseline), Better(case["better"]))
    assert finding.verdict == case["verdict"]
    for column, figure in {
        "baseline_points": finding.baseline_points,
        "median": finding.median,
        "useful_after": finding.useful_after,
        "on_good_side": finding.on_good_side,
        "useful_points_since_shift": finding.since_shift,
        "wrong_side_of_last6": finding.wrong_of_last_six,
    }.items():
        if case[column]:
            assert figure == float(case[column]), column
    if case["p_exact"]:
        assert finding.count_test_p == pytest.approx(float(case["p_exact"]), abs=1e-6)


def test_without_a_baseline_there_is_no_verdict() -> None:
    finding = evaluate_values(QUIET, None)
    assert finding.verdict is None
    assert finding.nap is None
    assert finding.median == 50.5


def test_too_few_points_still_gives_every_figure_that_can_be_given() -> None:
    finding = evaluate_values([50, 52, 60, 61], 2)
    assert finding.verdict is Verdict.TOO_FEW_POINTS
    assert (finding.median, finding.useful_after, finding.on_good_side) == (51, 2, 2)
    assert finding.nap == 1
    assert finding.by_luck is None


def test_a_baseline_without_a_single_value() -> None:
    finding = evaluate_values([None, None, 5, 6], 2)
    assert (finding.verdict, finding.baseline_points, finding.median) == (Verdict.TOO_FEW_POINTS, 0, None)
    assert (finding.useful_after, finding.count_test_p, finding.baseline_rising) == (None, None, None)


def test_the_number_of_points_still_to_come_is_enough_and_not_too_many() -> None:
    good_sides = [True] * 6
    more = points_to_go(8, good_sides)
    assert decide_verdict(8, good_sides + [True] * more).verdict is Verdict.SUSTAINED_IMPROVEMENT
    assert decide_verdict(8, good_sides + [True] * (more - 1)).verdict is Verdict.SHIFT_NOT_YET_SUSTAINED


@given(st.integers(0, 12), st.lists(st.booleans(), max_size=30))
def test_rulings_hang_together(baseline: int, good_sides: list[bool]) -> None:
    ruling = decide_verdict(baseline, good_sides)
    if ruling.verdict is Verdict.SUSTAINED_IMPROVEMENT:
        assert ruling.since_shift is not None and ruling.since_shift >= 8
        assert sum(good_sides[-6:]) >= 5
    if ruling.verdict is Verdict.SHIFT_NOT_YET_SUSTAINED:
        assert 1 <= points_to_go(baseline, good_sides) <= 8
    if ruling.verdict is Verdict.NO_SIGNAL:
        assert "111111" not in "".join(str(int(good)) for good in good_sides)


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), max_size=30), st.integers(0, 30))
def test_evaluating_never_fails(values: Sequence[float | None], baseline: int) -> None:
    finding = evaluate_values(values, min(baseline, len(values)))
    assert isinstance(finding.verdict, Verdict)
