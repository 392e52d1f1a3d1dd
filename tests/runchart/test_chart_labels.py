"""Words in a picture: none collides, none is cut off."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.runchart import chart_labels as labels
from generator.runchart.chart_spec import PICTURE, RUNCHART
from generator.runchart.plot import Level, LevelKind, Plot
from tests.runchart.charts import change, judged, plotted, sustained
from tests.runchart.pictures import texts


def with_medians(*values: float) -> Plot:
    """Two medians that end at the right."""
    kinds = (LevelKind.CARRIED, LevelKind.AFTER)
    levels = [
        Level(kind, 0, 1, y, f"{y:g}%", f"{kind} {y:g}%") for kind, y in zip(kinds, values, strict=True)
    ]
    return replace(sustained(), levels=tuple(levels))


@given(st.lists(st.floats(-50, 350), max_size=12).map(sorted), st.floats(1, 20))
def test_spots_pushed_apart_are_apart_in_order_and_not_too_low(spots: list[float], least: float) -> None:
    placed = labels.apart(spots, least, 0, 300)
    assert len(placed) == len(spots)
    assert all(b - a >= least - 1e-6 for a, b in pairwise(placed))
    assert all(spot >= 0 for spot in placed)
    if least * len(spots) <= 300:
        assert all(spot <= 300 + 1e-6 for spot in placed)


@given(st.lists(st.integers(0, 30).map(lambda n: n * 10.0), max_size=8, unique=True).map(sorted))
def test_spots_that_are_apart_stay(spots: list[float]) -> None:
    assert labels.apart(spots, 10, 0, 300) == spots


def test_spots_that_meet_give_way_alike() -> None:
    assert labels.apart([50, 52], 10, 0, 100) == [46, 56]
    assert labels.apart([99, 100], 10, 0, 100) == [90, 100]
    assert labels.apart([0, 1], 10, 0, 100) == [0, 10]


def test_medians_stand_at_their_lines() -> None:
    low, high = texts(labels.medians(RUNCHART, with_medians(0, 100)), "y")
    plot_top, plot_foot = RUNCHART.top + 4, RUNCHART.height - RUNCHART.bottom + 4
    assert [low, high] == [pytest.approx(plot_top, abs=1), pytest.approx(plot_foot, abs=1)]


@pytest.mark.parametrize("values", [(50, 51), (51, 50), (100, 99), (0, 1)])
def test_medians_close_to_each_other_do_not_collide(values: tuple[float, float]) -> None:
    upper, lower = texts(labels.medians(RUNCHART, with_medians(*values)), "y")
    assert lower - upper >= 13
    assert upper >= RUNCHART.top
    assert lower <= RUNCHART.height - RUNCHART.bottom + 5


def test_the_greater_median_stands_above() -> None:
    assert texts(labels.medians(RUNCHART, with_medians(50, 51))) == ["51%", "50%"]
    assert texts(labels.medians(RUNCHART, with_medians(51, 50))) == ["51%", "50%"]


def test_two_medians_that_read_the_same_are_said_once_unless_named() -> None:
    assert texts(labels.medians(RUNCHART, with_medians(50, 50))) == ["50%"]
    named = texts(labels.medians(PICTURE, with_medians(50, 50), named=True))
    assert named == ["carried 50%", "after 50%"]


def test_the_latest_two_phases_have_labels() -> None:
    levels = tuple(Level(LevelKind.CARRIED, 0, 1, y, f"{y}") for y in (10, 20, 30, 40, 50))
    assert texts(labels.medians(RUNCHART, replace(sustained(), levels=levels))) == ["50", "40", "30", "20"]


def test_flags_of_changes_in_one_week_stand_side_by_side_inside_the_picture() -> None:
    changes = [change(n, 21) for n in (1, 2, 3)]
    drawn = labels.flags(RUNCHART, plotted([judged([50.0] * 22, 8)], changes))
    spots = texts(drawn, "x")
    assert texts(drawn) == ["1", "2", "3"]
    assert all(b - a >= 17 for a, b in pairwise(spots))
    assert spots[-1] <= RUNCHART.width - 8


def test_months_at_the_edges_are_not_cut_off() -> None:
    for visits in range(1, 60):
        drawn = labels.foot(RUNCHART, plotted([judged([50.0] * visits)]))
        for x, label in zip(texts(drawn, "x"), texts(drawn), strict=True):
            half = len(label) * 3.5
            assert half <= x <= RUNCHART.width - half


def test_months_do_not_run_into_each_other() -> None:
    for visits in range(4, 160, 3):
        spots = texts(labels.foot(RUNCHART, plotted([judged([50.0] * visits)])), "x")
        assert all(b - a >= 28 for a, b in pairwise(spots))


def test_words_are_escaped() -> None:
    plot = replace(sustained(), grid=((0, "<0 & more"),))
    assert texts(labels.scale(RUNCHART, plot)) == ["<0 & more"]
