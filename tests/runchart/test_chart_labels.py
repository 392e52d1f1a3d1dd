"""Words in a picture: none collides, none is cut off."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import Change
from generator.runchart import chart_labels as labels
from generator.runchart.chart_spec import COLUMN, LARGE, SMALL, ChartLayout
from generator.runchart.plot import Level, LevelKind, Plot
from tests.runchart.charts import change, judged, plotted, sustained, week
from tests.runchart.pictures import texts


def with_medians(*values: float, label: str = "since {:g}", direction: str = "") -> Plot:
    """Two medians that end at the right."""
    kinds = (LevelKind.CARRIED, LevelKind.AFTER)
    levels = [Level(kind, 0, 1, y, label.format(y)) for kind, y in zip(kinds, values, strict=True)]
    return replace(sustained(), levels=tuple(levels), direction=direction)


@given(st.lists(st.tuples(st.floats(-50, 350), st.floats(1, 20)), max_size=12))
def test_spots_pushed_apart_are_apart_in_order_and_inside(wishes: list[tuple[float, float]]) -> None:
    spots, least = sorted(spot for spot, _ in wishes), [distance for _, distance in wishes[1:]]
    placed = labels.apart(spots, least, 0, 300)
    assert len(placed) == len(spots)
    assert all(b - a >= gap - 1e-6 for (a, b), gap in zip(pairwise(placed), least, strict=True))
    assert all(0 <= spot <= 300 + 1e-6 for spot in placed)


@given(st.lists(st.integers(0, 30).map(lambda n: n * 10.0), max_size=8, unique=True).map(sorted))
def test_spots_that_are_apart_stay(spots: list[float]) -> None:
    assert labels.apart(spots, [10] * (len(spots) - 1), 0, 300) == spots


def test_spots_that_meet_give_way_alike() -> None:
    assert labels.apart([50, 52], [10], 0, 100) == [46, 56]
    assert labels.apart([99, 100], [10], 0, 100) == [90, 100]
    assert labels.apart([0, 1], [10], 0, 100) == [0, 10]
    assert labels.apart([50, 50, 50], [20, 10], 0, 100) == pytest.approx([33.3, 53.3, 63.3], abs=0.1)


def test_where_there_is_too_little_room_they_begin_at_the_top() -> None:
    assert labels.apart([50, 60], [200], 0, 100) == [0, 200]


def test_medians_stand_at_their_lines() -> None:
    low, high = texts(labels.ends(COLUMN, with_medians(0, 100)), "y")
    plot_top, plot_foot = COLUMN.top + 4, COLUMN.height - COLUMN.bottom + 4
    assert [low, high] == [pytest.approx(plot_top, abs=1), pytest.approx(plot_foot, abs=1)]


@pytest.mark.parametrize("label", ["since {:g}", "{:g}% for 16 visits"])
@pytest.mark.parametrize("direction", ["", "fewer is better ↓"])
@pytest.mark.parametrize("values", [(50, 51), (51, 50), (50, 50), (100, 99), (0, 1)])
def test_words_at_the_ends_do_not_collide(values: tuple[float, float], direction: str, label: str) -> None:
    lines = texts(labels.ends(COLUMN, with_medians(*values, label=label, direction=direction)), "y")
    assert all(lower - upper >= 13 for upper, lower in pairwise(lines))
    assert lines[0] >= 11
    assert lines[-1] <= COLUMN.height - COLUMN.bottom + 5


def test_the_greater_median_stands_above() -> None:
    assert texts(labels.ends(COLUMN, with_medians(50, 51))) == ["since 51", "since 50"]
    assert texts(labels.ends(COLUMN, with_medians(51, 50))) == ["since 51", "since 50"]


def test_words_that_do_not_fit_are_folded() -> None:
    lost = with_medians(50, 80, label="{:g}% for 6 visits")
    assert texts(labels.ends(COLUMN, lost))[:2] == ["80% for", "6 visits"]
    assert texts(labels.ends(LARGE, lost))[:1] == ["80% for 6 visits"]


def test_a_level_without_a_label_has_no_words() -> None:
    assert labels.ends(COLUMN, with_medians(50, 51, label="")) == ""


def titled(*weeks: int, title: str = "Exploratory talk routine") -> list[str]:
    changes = [Change(number, week(at), title) for number, at in enumerate(weeks, start=1)]
    return texts(labels.flag_titles(LARGE, plotted([judged([50.0] * 22, 8)], changes)))


def test_what_a_change_was_stands_beside_its_number() -> None:
    assert titled(8) == ["Exploratory talk routine"]
    assert titled(2, 12) == ["Exploratory talk routine"] * 2


def test_a_name_is_folded_or_cut_and_never_runs_into_the_next_number() -> None:
    assert titled(2, 6, title="Exploratory talk routine")[:2] == ["Exploratory", "talk routine"]
    assert titled(2, 6, title="Everyone in the class explains to a partner first")[0].endswith("…")
    assert titled(2, 3) == ["Exploratory talk routine"]  # between the two there is no room


def test_a_change_without_a_name_has_its_number_only() -> None:
    assert titled(8, title="") == []


def test_a_visit_can_have_a_ring() -> None:
    plot = sustained()
    assert labels.ring(SMALL, plot) == ""
    ringed = labels.ring(SMALL, replace(plot, ringed=plot.dots[0].x))
    assert ringed.startswith('<path class="rc-visit" d="M')


def test_flags_of_changes_in_one_week_stand_side_by_side_inside_the_picture() -> None:
    changes = [change(n, 21) for n in (1, 2, 3)]
    drawn = labels.flags(COLUMN, plotted([judged([50.0] * 22, 8)], changes))
    spots = texts(drawn, "x")
    assert texts(drawn) == ["1", "2", "3"]
    assert all(b - a >= 17 for a, b in pairwise(spots))
    assert spots[-1] <= COLUMN.width - 8


def test_months_at_the_edges_are_not_cut_off() -> None:
    for visits in range(1, 60):
        drawn = labels.foot(COLUMN, plotted([judged([50.0] * visits)]))
        for x, label in zip(texts(drawn, "x"), texts(drawn), strict=True):
            half = len(label) * 3.2
            assert half <= x <= COLUMN.width - half


@pytest.mark.parametrize("layout", [COLUMN, LARGE], ids=lambda layout: layout.name)
def test_months_do_not_run_into_each_other(layout: ChartLayout) -> None:
    for visits in range(4, 160, 3):
        drawn = labels.foot(layout, plotted([judged([50.0] * visits)]))
        for (left, a), (right, b) in pairwise(zip(texts(drawn, "x"), texts(drawn), strict=True)):
            assert right - left >= (len(a) + len(b)) * 3.2


def test_words_are_escaped() -> None:
    plot = replace(sustained(), grid=((0, "<0 & more"),))
    assert texts(labels.scale(COLUMN, plot)) == ["<0 & more"]
