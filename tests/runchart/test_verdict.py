"""The verdict on one series: worked examples, and rulings that hang together."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Better, RulesEdition, ShiftProgress, Verdict
from generator.runchart.verdict import (
    LUCK_LIMIT,
    decide_verdict,
    evaluate_values,
    hold_against_luck,
    points_to_go,
)
from tests.runchart import cases
from tests.runchart.simulated_series import ratings_called_sustained, times_the_printed_chance

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
    assert finding.on_good_side is None
    assert finding.longest_run == 0


def test_points_that_all_lie_on_the_median_are_not_counted_as_a_test() -> None:
    finding = evaluate_values([*QUIET, *[50.5] * 7], len(QUIET))
    assert (finding.useful_after, finding.on_good_side, finding.count_test_p) == (0, 0, None)
    assert (finding.verdict, finding.by_luck) == (Verdict.TOO_FEW_POINTS, None)


def test_a_finding_holds_every_figure_of_a_late_shift() -> None:
    """Three visits are as before, with 8.5 of their 24 pairs better; of the six after them all 48 are."""
    finding = evaluate_values([*QUIET, 49, 51, 48, 61, 64, 60, 66, 63, 65], len(QUIET))
    assert finding.verdict is Verdict.SHIFT_NOT_YET_SUSTAINED
    assert finding.shift_start == 12
    assert (finding.median, finding.median_after) == (50.5, 61)
    assert finding.nap == pytest.approx(56.5 / 72)
    assert finding.nap_low == pytest.approx(0.502, abs=1e-3)
    assert finding.nap_high == pytest.approx(0.924, abs=1e-3)
    assert finding.points_to_go == 2
    assert finding.baseline_rising is False


def test_a_baseline_that_was_rising_already_is_said() -> None:
    assert evaluate_values([45, 46, 47, 48, 49, 50, 51, 52, *[61] * 6], 8).baseline_rising is True


def test_three_of_the_last_six_on_the_wrong_side_fell_back() -> None:
    held = [True] * 12
    assert decide_verdict(8, [*held, False, True, False]).verdict is Verdict.SHIFT_NOT_YET_SUSTAINED
    assert decide_verdict(8, [*held, False, False, False]).verdict is Verdict.DID_NOT_HOLD


def test_two_of_the_last_six_on_the_wrong_side_are_one_too_many_to_be_sustained() -> None:
    """The count test agrees (16 of 18, p 0.02): nothing but the second exception stands in the way."""
    recovered = [*[True] * 12, False, True, True, True, True, True]
    assert decide_verdict(8, recovered).verdict is Verdict.SUSTAINED_IMPROVEMENT
    assert decide_verdict(8, [*[True] * 12, False, True, True, False, True, True]).verdict is (
        Verdict.SHIFT_NOT_YET_SUSTAINED
    )


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


# ----------------------------------------------------- step 5: not where luck would do it too often

RATED = [3, 2, 1, 2, 2, 2]  # on a scale from 1 to 4, so that many visits lie on the median
RATED_AFTER = [3, 2, 2, 3, 2, 2, 3, 2, 3, 2, 2, 3, 3, 3, 3, 3]


def test_values_that_luck_puts_in_a_good_order_too_often_are_not_yet_sustained() -> None:
    finding = evaluate_values(RATED + RATED_AFTER, len(RATED))
    assert finding.by_luck is not None and finding.by_luck > LUCK_LIMIT
    assert (finding.verdict, finding.held_back_by_luck) == (Verdict.SHIFT_NOT_YET_SUSTAINED, True)
    assert finding.points_to_go is None


def test_the_first_edition_knows_no_step_5() -> None:
    finding = evaluate_values(RATED + RATED_AFTER, len(RATED), edition=RulesEdition.FIRST)
    assert (finding.verdict, finding.held_back_by_luck) == (Verdict.SUSTAINED_IMPROVEMENT, False)


@pytest.mark.parametrize(
    ("verdict", "by_luck", "judged"),
    [
        (Verdict.SUSTAINED_IMPROVEMENT, 0.1, Verdict.SUSTAINED_IMPROVEMENT),
        (Verdict.SUSTAINED_IMPROVEMENT, 0.1001, Verdict.SHIFT_NOT_YET_SUSTAINED),
        (Verdict.SUSTAINED_IMPROVEMENT, None, Verdict.SUSTAINED_IMPROVEMENT),
        (Verdict.DID_NOT_HOLD, 0.9, Verdict.DID_NOT_HOLD),
    ],
)
def test_only_a_sustained_improvement_is_held_against_luck(
    verdict: Verdict, by_luck: float | None, judged: Verdict
) -> None:
    assert hold_against_luck(verdict, by_luck, RulesEdition.SECOND) is judged


def test_no_number_of_points_is_promised_that_luck_would_take_back() -> None:
    rated = [2, 2, 3, 3, 2, 2, 3, 2, 3, 2, 3, 3, 3, 3, 2, 3]
    shift = evaluate_values(rated, 6)
    assert shift.verdict is Verdict.SHIFT_NOT_YET_SUSTAINED and not shift.held_back_by_luck
    assert shift.points_to_go is None
    assert evaluate_values(rated, 6, edition=RulesEdition.FIRST).points_to_go == 1


def test_a_series_too_long_to_ask_luck_is_promised_what_the_rules_say() -> None:
    shift = evaluate_values([*[49, 52] * 150, *[61] * 6], 300)
    assert (shift.verdict, shift.by_luck) == (Verdict.SHIFT_NOT_YET_SUSTAINED, None)
    assert shift.points_to_go == 2


def test_ratings_with_nothing_happening_are_seldom_called_sustained() -> None:
    """A small part of the table in docs/method.md; tests/benchmarks has all of it."""
    first, second = ratings_called_sustained(12, 20, runs=300)
    assert first == pytest.approx(14.1, abs=6)
    assert second == pytest.approx(1.5, abs=2)


def test_luck_is_about_twice_as_frequent_where_visits_resemble_their_neighbours() -> None:
    assert times_the_printed_chance(0.3, runs=1_200) == pytest.approx(2.2, abs=0.9)


# ------------------------------------------------------------------------- what came of the shift


def test_a_relapse_made_good_is_counted_as_what_it_is() -> None:
    finding = evaluate_values([*QUIET, *[61] * 6, 40, 40, 50.5, 40, 61, *[62] * 8], len(QUIET))
    assert finding.verdict is Verdict.SUSTAINED_IMPROVEMENT
    assert finding.progress == ShiftProgress(
        start=9, visit=1, visits=19, good=15, run=9, run_start=19, run_end=27
    )
    assert finding.since_shift == 18  # one of them lies on the median


def test_a_late_shift_says_at_which_visit_it_began() -> None:
    finding = evaluate_values([*QUIET, 49, None, 51, 48, *[61] * 8], len(QUIET))
    assert finding.progress is not None
    assert (finding.progress.visit, finding.progress.is_late) == (4, True)
    assert finding.progress.is_unbroken


def test_the_latest_visit_on_the_wrong_side_ends_the_run() -> None:
    finding = evaluate_values([*QUIET, *[61] * 12, 40], len(QUIET))
    assert finding.progress is not None
    assert (finding.progress.run, finding.progress.run_start) == (0, None)
