"""Every class before the change and since, in one plot."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Better, Outcome, Prompt, PromptKind, Unit
from generator.runchart.before_and_since import BeforeAndSince, GoodRun
from generator.site.program.outcome_order import OUTCOME_ORDER
from generator.site.program.results_plot import PlotPanel, ResultsPlot
from generator.site.teacher_card import ClassCard
from generator.words.translator import ENGLISH, Translator
from tests.site.views import class_card, inquiry_card, levels, teacher_card

ASKS = Prompt("asks", "Asks how or why", kind=PromptKind.TALLY)


def panels(*classes: ClassCard, **fields: str) -> tuple[PlotPanel, ...]:
    inquiry = inquiry_card("Talk?", classes=classes, unit=Unit.RESPONSES, **fields)
    return ResultsPlot(ENGLISH).panels([(teacher_card("Ana"), inquiry)])


def test_a_row_has_its_class_its_teacher_and_both_levels_on_a_scale_to_100() -> None:
    held = class_card("Period 2", Outcome.LASTED, levels=levels(33.3, 58.8), figures="33% before, 59% since")
    (panel,) = panels(held)
    (row,) = panel.groups[0].rows
    assert row.before and row.since
    assert (row.before.x, row.before.text, row.since.x, row.since.text) == (33.3, "33", 58.8, "59")
    assert (row.link.text, row.teacher, row.figures, row.to_right) == (
        *("Period 2", "Ana", "33% before, 59% since"),
        True,
    )
    assert [(tick.x, tick.text) for tick in panel.ticks] == [(0, "0"), (50, "50"), (100, "100%")]


def test_groups_stand_from_the_best_to_what_is_too_early_and_only_where_there_are_classes() -> None:
    (panel,) = panels(*(class_card(outcome, outcome, levels=levels(30, 40)) for outcome in Outcome))
    assert [group.outcome for group in panel.groups] == list(OUTCOME_ORDER)
    (panel,) = panels(class_card("A", Outcome.WORSE, levels=levels(30, 20)), class_card("B"))
    assert [(group.heading, len(group.rows)) for group in panel.groups] == [("Worse: look into it", 1)]


def test_where_fewer_is_better_the_arrow_points_to_the_left() -> None:
    waits = Prompt("waits", "Waits", better=Better.LOWER)
    (panel,) = panels(class_card("A", Outcome.LASTED, prompt=waits, levels=levels(37, 16)))
    (row,) = panel.groups[0].rows
    assert (row.to_right, row.better_below) == (False, "fewer is better")


def test_minutes_are_lower_as_on_their_chart() -> None:
    until_work = Prompt("start", "Minutes until work begins", kind=PromptKind.TALLY, better=Better.LOWER)
    started = class_card("A", Outcome.LASTED, prompt=until_work, levels=levels(8, 3))
    inquiry = inquiry_card("Sooner?", classes=(started,), unit=Unit.MINUTES)
    (panel,) = ResultsPlot(ENGLISH).panels([(teacher_card("Ana"), inquiry)])
    assert panel.groups[0].rows[0].better_below == "lower is better"


def test_a_gain_that_was_lost_shows_how_high_it_was() -> None:
    lost = BeforeAndSince(40.0, 35.0, 15, GoodRun(69.0, 6, 9, 14))
    (panel,) = panels(class_card("Room 12", Outcome.DID_NOT_LAST, levels=lost))
    (row,) = panel.groups[0].rows
    assert row.peak and (row.peak.x, row.peak.text) == (69.0, "69")


def test_a_class_without_visits_since_the_change_has_only_its_dot() -> None:
    (panel,) = panels(class_card("A", Outcome.TOO_FEW, levels=levels(30)))
    (row,) = panel.groups[0].rows
    assert (row.since, row.peak) == (None, None)


def test_what_is_no_share_has_a_panel_of_its_own_after_the_shares() -> None:
    counted = class_card("Block A", Outcome.NO_CLEAR_CHANGE, prompt=ASKS, levels=levels(7.5, 5.5))
    share, responses = panels(counted, class_card("A", Outcome.LASTED, levels=levels(30, 60)))
    assert (share.unit, responses.unit) == ("", "responses")
    (row,) = responses.groups[0].rows
    assert row.before and (row.before.x, row.before.text) == (93.8, "7.5")
    assert [tick.text for tick in responses.ticks] == ["0", "4", "8"]


def test_numbers_are_those_of_the_language() -> None:
    inquiry = inquiry_card(
        "Talk?", classes=(class_card("A", Outcome.LASTED, prompt=ASKS, levels=levels(7.5, 5.5)),)
    )
    (panel,) = ResultsPlot(Translator("es-ES")).panels([(teacher_card("Ana"), inquiry)])
    (row,) = panel.groups[0].rows
    assert row.before and row.before.text == "7,5"


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=6))
def test_every_mark_stands_inside_its_panel(values: list[float]) -> None:
    classes = [
        class_card(str(place), Outcome.LASTED, prompt=ASKS, levels=levels(value, value / 2))
        for place, value in enumerate(values)
    ]
    (panel,) = panels(*classes)
    marks = [mark for row in panel.groups[0].rows for mark in (row.before, row.since) if mark]
    assert len(marks) == 2 * len(values)
    assert all(0 <= mark.x <= 100 for mark in marks)


def test_the_axis_writes_percent_as_its_region_does() -> None:
    held = class_card("Period 2", Outcome.LASTED, levels=levels(33.3, 58.8))
    pairs = [(teacher_card("Ana"), inquiry_card("Talk?", classes=(held,)))]
    (panel,) = ResultsPlot(Translator("es-ES")).panels(pairs)
    assert [tick.text for tick in panel.ticks] == ["0", "50", "100\N{NO-BREAK SPACE}%"]
