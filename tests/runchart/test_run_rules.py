"""The rules over one list of values: worked cases, published limits, symmetry."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Shift, ShiftSide
from generator.runchart import run_rules as rules
from generator.runchart.verdict import evaluate_values
from tests.runchart import cases

SERIES = cases.series()
values = st.lists(st.one_of(st.none(), st.integers(0, 20).map(float)), max_size=40)


@pytest.mark.parametrize("case", cases.table("runchart_cases.csv"), ids=lambda case: case["case_id"])
def test_case(case: dict[str, str]) -> None:
    points = SERIES[case["series_id"]]
    finding = evaluate_values(points, int(case["baseline"]) if case["baseline"] else None)
    expected = {key: int(case[key]) for key in ("useful", "longest_run", "longest_run_limit", "crossings")}
    assert {key: getattr(finding, key) for key in expected} == expected
    assert finding.crossings_limit == int(case["crossings_limit"])
    assert finding.median == pytest.approx(float(case["median"]), abs=1e-9)
    assert finding.runs_signal == (case["runs_signal"] == "1")
    assert finding.median is not None
    useful = {row for row, _ in rules.useful_sides(points, finding.median)}
    in_shift = [row for shift in finding.shifts for row in range(shift.start, shift.end + 1) if row in useful]
    assert in_shift == [row for row in map(int, case["shift_points"].split()) if row in useful]
    trends = [
        " ".join(str(row) for row in range(trend.start, trend.end + 1) if points[row - 1] is not None)
        for trend in finding.trends
    ]
    assert "|".join(trends) == case["trend_groups"]


@pytest.mark.parametrize(
    ("useful", "crossings", "longest"), [(10, 2, 6), (16, 4, 7), (24, 8, 8), (30, 10, 8), (60, 23, 9)]
)
def test_limits_as_published(useful: int, crossings: int, longest: int) -> None:
    assert (rules.crossings_limit(useful), rules.longest_run_limit(useful)) == (crossings, longest)


def test_nothing_has_no_limits() -> None:
    assert rules.crossings_limit(0) is None
    assert rules.longest_run_limit(0) is None
    assert rules.median([]) is None


@given(st.integers(1, 400))
def test_crossings_limit_is_the_quantile(useful: int) -> None:
    trials, limit = useful - 1, rules.crossings_limit(useful)

    def up_to(x: int) -> int:
        return sum(math.comb(trials, k) for k in range(x + 1))

    assert limit is not None
    assert 20 * up_to(limit) >= 2**trials
    assert limit == 0 or 20 * up_to(limit - 1) < 2**trials


def test_a_point_on_the_line_neither_adds_to_a_run_nor_breaks_it() -> None:
    assert [shift.end for shift in rules.shifts([6, 6, 6, 5, 6, 6, 6], 5)] == [7]
    assert rules.shifts([6, 6, 6, 5, 6, 6], 5) == ()


def test_within_the_tolerance_is_on_the_line() -> None:
    assert rules.side(5 + 1e-10, 5) == 0
    assert rules.side(5 + 1e-8, 5) == 1
    assert rules.side(5 - 1e-8, 5) == -1


def test_a_shift_is_on_the_side_its_points_are_on() -> None:
    assert rules.shifts([6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 4, 4], 5) == (
        Shift(1, 6, ShiftSide.ABOVE),
        Shift(7, 12, ShiftSide.BELOW),
    )


def test_no_rounding_decides_a_limit_however_long_the_series() -> None:
    """Counts of orders are beyond any float here."""
    assert rules.crossings_limit(1_200) == 571


def test_a_trend_says_whether_it_rises_or_falls() -> None:
    assert [trend.direction for trend in rules.trends([1, 2, 3, 4, 5, 4, 3, 2, 1])] == ["rising", "falling"]


def test_a_trend_begins_at_the_first_of_many_equal_values() -> None:
    (trend,) = rules.trends([9, 1, 1, 1, 1, 2, 3, 4, 5])
    assert (trend.start, trend.end) == (2, 9)


def test_equal_neighbours_count_once_in_a_trend_and_gaps_do_not_break_it() -> None:
    assert rules.trends([1, 2, 2, None, 3, 4]) == ()
    (trend,) = rules.trends([9, 1, 1, 2, None, 3, 4, 5, 5])
    assert (trend.start, trend.end, trend.direction) == (2, 9, "rising")


@given(values)
def test_upside_down_is_the_same_chart_mirrored(points: Sequence[float | None]) -> None:
    plain = evaluate_values(points, None)
    turned = evaluate_values([None if value is None else -value for value in points], None)
    assert (plain.useful, plain.longest_run, plain.crossings) == (
        turned.useful,
        turned.longest_run,
        turned.crossings,
    )
    assert [(s.start, s.end) for s in plain.shifts] == [(s.start, s.end) for s in turned.shifts]
