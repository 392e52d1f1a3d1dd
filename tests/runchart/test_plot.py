"""What a picture needs, from findings: worked examples."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Better, EvaluatedSeries
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot import Band, BandKind, Flag, make_frame
from generator.words.translator import Translator
from tests.runchart.charts import SUSTAINED, change, judged, plotted, sustained, week

percent = ChartTerms().percent


def signals(phases: list[EvaluatedSeries]) -> str:
    """A letter a dot: good, wrong, or a full stop."""
    return "".join(dot.signal[:1] or "." for dot in plotted(phases).dots)


# ------------------------------------------------------------------------------------ the frame


def test_shares_go_from_0_to_100_with_a_little_air_at_both_ends() -> None:
    frame = make_frame([judged([40, 60])], True, ())
    assert (frame.y_from, frame.y_to) == (0, 100)
    assert (frame.x_from, frame.x_to) == (week(0).toordinal() - 0.5, week(1).toordinal() + 0.5)


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([3, 9], 0, 10),
        ([5, 2], 0, 6),
        ([13], 0, 20),
        ([1200, 2300], 0, 4000),
        ([0.3], 0, 0.4),
        ([0, 0], 0, 1),
        ([None], 0, 1),
        ([-3, 5], -4, 6),
        ([-3, -2], -4, 0),
    ],
)
def test_counts_go_from_0_to_a_round_number(values: list[float | None], low: float, high: float) -> None:
    frame = make_frame([judged(values)], False, ())
    assert (frame.y_from, frame.y_to) == pytest.approx((low, high))


def test_all_series_share_one_frame() -> None:
    frame = make_frame([judged([1, 2, 3]), judged([7], first=10)], False, ())
    assert frame.x_from < week(0).toordinal()
    assert frame.x_to > week(10).toordinal()
    assert frame.y_to == 8


def test_a_change_near_the_last_visit_is_in_the_frame_and_a_far_one_is_not() -> None:
    near, far = change(1, 5), change(2, 40)
    frame = make_frame([judged([1, 2, 3])], True, [near, far])
    assert near.date.toordinal() - 0.5 < frame.x_to < far.date.toordinal()
    assert [flag.number for flag in plotted([judged([1, 2, 3])], [near, far]).flags] == ["1"]


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), min_size=1, max_size=12))
@settings(max_examples=100)
def test_every_value_lies_within_the_frame(values: list[float | None]) -> None:
    frame = make_frame([judged(values)], False, ())
    assert frame.y_from < frame.y_to
    assert all(frame.y_from <= value <= frame.y_to for value in values if value is not None)


# ------------------------------------------------------------------------------------- the dots


def test_points_of_a_shift_carry_its_signal_and_a_missing_visit_keeps_its_place() -> None:
    assert signals([judged(SUSTAINED, 8)]) == "........" + "ggggg.gggggggg"
    assert [i for i, dot in enumerate(sustained().dots) if dot.y is None] == [3, 13]


def test_wrong_is_below_where_higher_is_better_and_above_where_lower_is() -> None:
    before, low, high = [50, 40, 60, 50, 45, 55], [20] * 6, [80] * 6
    assert signals([judged([*before, *low], 6)]) == "......wwwwww"
    assert signals([judged([*before, *high], 6)]) == "......gggggg"
    assert signals([judged([*before, *low], 6, better=Better.LOWER)]) == "......gggggg"


def test_a_run_that_began_in_the_baseline_is_no_signal() -> None:
    assert signals([judged([50, 40, 30, 60, 60, 60, 60, 60, 60], 6)]) == "." * 9


def test_a_point_on_the_median_has_no_signal() -> None:
    assert signals([judged([50, 40, 60, 50, 45, 55, 80, 80, 50, 80, 80, 80, 80], 6)]) == "......gg.gggg"


def test_an_unusual_point_is_marked() -> None:
    assert [dot.unusual for dot in plotted([judged([40, 90, 45], unusual=[2])]).dots] == [False, True, False]


# ---------------------------------------------------------------------------- medians and bands


def test_the_median_is_frozen_over_the_baseline_then_carried_on_beside_that_after_it() -> None:
    levels = [(level.kind, level.x_from, level.x_to, level.y, level.label) for level in sustained().levels]
    first, split, begin, last = (week(n).toordinal() for n in (0, 7, 8, 21))
    assert levels == [
        ("frozen", first, split, 35, ""),
        ("carried", split, last, 35, f"before {percent(35)}"),
        ("after", begin, last, 65, f"since {percent(65)}"),
    ]


def test_without_a_change_there_is_one_median() -> None:
    (level,) = plotted([judged([1, 2, 4])], share=False).levels
    assert (level.kind, level.label) == ("frozen", "median 2")


def test_a_baseline_that_is_all_there_is_has_its_name_at_its_end() -> None:
    (level,) = plotted([judged([10, 20, 30], 3)]).levels
    assert (level.kind, level.label) == ("frozen", f"before {percent(20)}")


LOST = [50, 40, 60, 50, 45, 55, *[80] * 6, 45, 48, 41, 50]


def test_the_accent_is_for_better_and_the_warning_for_what_is_to_be_looked_at() -> None:
    before = [50, 40, 60, 50, 45, 55]
    kinds = [
        plotted([judged([*before, *after], 6)]).levels[-1].kind
        for after in ([80] * 6, [20] * 6, LOST[6:], [70])
    ]
    assert kinds == ["after", "warned", "warned", "since"]


def test_what_was_lost_has_two_levels_each_as_long_as_it_lasted() -> None:
    levels = [(level.label, level.x_from, level.x_to) for level in plotted([judged(LOST, 6)]).levels[2:]]
    assert levels == [
        (f"{percent(80)} for six visits", week(6).toordinal(), week(11).toordinal()),
        (f"since {percent(46.5)}", week(12).toordinal(), week(15).toordinal()),
    ]


def test_the_band_lies_behind_the_shift_of_the_verdict_and_says_what_became_of_it() -> None:
    assert sustained().bands == (Band(BandKind.SUSTAINED, week(8).toordinal(), week(21).toordinal()),)
    begun = plotted([judged([50, 40, 60, 50, 45, 55, *[80] * 6], 6)])
    assert begun.bands == (Band(BandKind.BEGUN, week(6).toordinal(), week(11).toordinal()),)


def test_the_band_of_what_was_lost_ends_where_the_run_ended() -> None:
    assert plotted([judged(LOST, 6)]).bands == (
        Band(BandKind.LOST, week(6).toordinal(), week(11).toordinal()),
    )


def test_no_band_where_nothing_became_better() -> None:
    assert plotted([judged([50] * 12, 6)]).bands == ()
    assert plotted([judged([60, 65, 58, 62, 70, 61, *[45.0] * 8], 6)]).bands == ()


def test_which_way_is_better_is_said_where_it_is_down() -> None:
    assert sustained().direction == ""
    fewer = plotted([judged([50] * 12, 6, better=Better.LOWER)])
    assert (fewer.direction, fewer.down_is_better) == ("fewer is better", True)
    assert plotted([judged([4] * 12, 6, better=Better.LOWER)], share=False).direction == "lower is better"


@pytest.mark.parametrize(
    ("value", "label"),
    [(2.25, "2.25"), (4, "4"), (2345.5, "2,345.5"), (1 / 3, "0.33"), (0.012, "0.012")],
)
def test_a_median_of_counts_is_short(value: float, label: str) -> None:
    assert plotted([judged([value])], share=False).levels[0].label == f"median {label}"


# --------------------------------------------------------------------------------------- phases


def two_phases() -> list[EvaluatedSeries]:
    """The second phase's baseline repeats the rows after the first change."""
    first = [30, 35, 28, 33, 40, 31, 55, 58, 54, 60, 57, 59]
    return [judged(first, 6), judged([*first[6:], 75, 80, 78, 82, 76, 85], 6, first=6)]


def test_each_visit_is_drawn_once_with_the_signal_of_its_own_phase() -> None:
    assert signals(two_phases()) == "......" + "gggggg" + "gggggg"


def test_each_phase_has_its_medians_and_its_band() -> None:
    plot = plotted(two_phases(), [change(1, 6), change(2, 12)])
    assert [level.y for level in plot.levels] == [32, 32, 57.5, 57.5, 57.5, 79]
    assert plot.bands == tuple(
        Band(BandKind.BEGUN, week(a).toordinal(), week(b).toordinal()) for a, b in ((6, 11), (12, 17))
    )
    assert plot.start == week(6).toordinal() - 0.5


def test_words_stand_at_the_medians_of_the_phase_that_the_verdict_speaks_of() -> None:
    plot = plotted(two_phases(), [change(1, 6), change(2, 12)])
    assert [level.label for level in plot.levels] == [
        *("", "", "", ""),
        f"before {percent(57.5)}",
        f"since {percent(79)}",
    ]


def test_changes_are_flagged_before_their_day_in_order_of_time() -> None:
    plot = plotted([judged(SUSTAINED, 8)], [change(3, 12), change(1, 8)])
    assert plot.flags == (
        Flag(week(8).toordinal() - 0.5, "1", "Talk"),
        Flag(week(12).toordinal() - 0.5, "3", "Talk"),
    )


# ----------------------------------------------------------------------------- ticks and numbers


def test_rows_without_dates_are_numbered() -> None:
    plot = plotted([judged([1.0] * 16, dated=False)], [change(1, 3)], share=False)
    assert [label for _, label in plot.ticks] == ["5", "10", "15"]
    assert plot.dots[0].x == 1
    assert (plot.flags, plot.start) == ((), None)
    many = plotted([judged([1.0] * 120, dated=False)], share=False)
    assert [label for _, label in many.ticks] == ["20", "40", "60", "80", "100", "120"]


def test_the_scale_has_three_numbers_and_the_unit_at_the_top() -> None:
    assert sustained().grid == ((0, "0"), (50, "50"), (100, "100%"))
    assert plotted([judged([3, 9])], share=False, unit="turns").grid == ((0, "0"), (5, "5"), (10, "10 turns"))
    assert plotted([judged([-3, 5])], share=False).grid == ((-4, "-4"), (0, "0"), (6, "6"))


def test_words_and_numbers_can_be_those_of_another_language() -> None:
    plot = plotted([judged([2.5] * 9)], share=False, terms=ChartTerms(Translator("es-ES")))
    assert [label for _, label in plot.ticks] == ["oct", "nov"]
    assert plot.levels[0].label == "mediana 2,5"


def test_nothing_to_plot_is_an_empty_picture() -> None:
    plot = plotted([])
    assert (plot.dots, plot.levels, plot.direction) == ((), (), "")
    assert plotted([judged([None, None])]).levels == ()
