"""The scale of a run chart, and what stands along its foot."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.runchart.plot_axes import MOST_TICKS, row_ticks, value_limits
from tests.runchart.charts import judged, plotted


@pytest.mark.parametrize(
    ("values", "limits"),
    [([3, 9], (0, 10)), ([13], (0, 20)), ([1e-12], (0, 1e-9)), ([-3, 5], (-4, 6)), ([None], (0, 1))],
)
def test_a_scale_begins_at_0_or_below_and_ends_at_a_round_number(
    values: list[float | None], limits: tuple[float, float]
) -> None:
    assert value_limits(values) == pytest.approx(limits)


@pytest.mark.parametrize(("last", "rows"), [(7.5, range(1, 8)), (8, [2, 4, 6, 8]), (36, [10, 20, 30])])
def test_rows_are_numbered_in_steps(last: float, rows: list[int]) -> None:
    assert row_ticks(last) == tuple((row, str(row)) for row in rows)


def labels(weeks: int, start: int = 0) -> list[str]:
    return [label for _, label in plotted([judged([50.0] * weeks, first=start)]).ticks]


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (1, ["Sept. 8"]),
        (3, ["Sept. 8", "Sept. 22"]),
        (5, ["Sept. 8", "Oct. 6"]),
        (9, ["Oct", "Nov"]),
        (20, ["Oct", "Nov", "Dec", "Jan"]),
        (40, ["Sep", "Nov", "Jan", "Mar", "May"]),
        (80, ["Oct", "2026", "Apr", "Jul", "Oct", "2027"]),
        (52 * 12, ["2026", "2028", "2030", "2032", "2034", "2036"]),
    ],
)
def test_months_along_the_foot(weeks: int, expected: list[str]) -> None:
    assert labels(weeks) == expected


def test_a_month_stands_where_it_begins() -> None:
    ticks = plotted([judged([50.0] * 9)]).ticks
    assert ticks[0] == (date(2025, 10, 1).toordinal(), "Oct")


@given(st.integers(1, 600), st.integers(0, 60))
@settings(max_examples=60)
def test_there_are_some_labels_and_never_too_many(weeks: int, start: int) -> None:
    assert 1 <= len(labels(weeks, start)) <= MOST_TICKS
