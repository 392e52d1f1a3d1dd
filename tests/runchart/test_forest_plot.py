"""The scale of a forest plot: all that is drawn, and no change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runchart.forest_plot import MOST_TICKS, ForestRow, Interval, axis_range, axis_ticks
from tests.runchart.forests import ROWS, SUMMARY


def test_the_axis_holds_every_interval_and_the_prediction() -> None:
    x_from, x_to = axis_range(ROWS, SUMMARY)
    assert x_from < -15
    assert x_to > 21
    assert axis_range(ROWS[:1], SUMMARY)[0] < -8


def test_the_axis_holds_no_change_where_all_intervals_are_on_one_side() -> None:
    x_from, x_to = axis_range([ForestRow(Interval(20.0, 10.0, 30.0), "", "")], None)
    assert x_from < 0 < 30 < x_to


@pytest.mark.parametrize(
    ("x_from", "x_to", "ticks"),
    [
        (-15.9, 21.9, (-10, 0, 10, 20)),
        (-0.05, 0.9, (0, 0.2, 0.4, 0.6, 0.8)),
        (-1, 1, (-1, -0.5, 0, 0.5, 1)),
    ],
)
def test_ticks_are_round_and_few(x_from: float, x_to: float, ticks: tuple[float, ...]) -> None:
    assert axis_ticks(x_from, x_to) == pytest.approx(ticks)


@given(st.floats(-1e6, -1e-6), st.floats(1e-6, 1e6))
def test_zero_is_always_a_tick_and_all_lie_on_the_axis(x_from: float, x_to: float) -> None:
    ticks = axis_ticks(x_from, x_to)
    assert 0 in ticks
    assert len(ticks) <= MOST_TICKS + 1
    assert x_from <= min(ticks) <= max(ticks) <= x_to
