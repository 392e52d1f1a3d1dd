"""The charts of the main prompt, a class each, with what their marks mean."""

from generator.model import Verdict
from generator.site.inquiry.parts.charts_part import build_charts_part
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    SUSTAINED,
    change,
    inquiry,
    inquiry_context,
    observations,
)


def test_a_caption_says_what_each_chart_shows() -> None:
    context = inquiry_context(inquiry({"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}))
    part = build_charts_part(context)
    assert part.measure == "Share of students: “Explains own thinking”"
    assert [(one.title, one.figures, one.verdict) for one in part.main] == [
        ("Period 2: it held", "31% before, 63% since", Verdict.SUSTAINED_IMPROVEMENT),
        ("Period 4: no clear change", "31% before, 29% since", Verdict.NO_SIGNAL),
    ]


def test_only_the_main_prompt_is_drawn() -> None:
    rows = (*observations("Period 2", NO_SIGNAL, "asks"), *observations("Period 2", SUSTAINED))
    part = build_charts_part(inquiry_context(inquiry(observations=rows)))
    assert [one.chart.prompt.id for one in part.main] == ["explains"]


def test_one_class_is_as_wide_as_the_page_with_a_narrow_drawing_behind_it() -> None:
    part = build_charts_part(inquiry_context(inquiry()))
    assert part.layout == "large"
    assert part.main[0].svg.index("large-1") < part.main[0].svg.index("column-1")


def test_classes_with_one_start_stand_side_by_side() -> None:
    part = build_charts_part(inquiry_context(inquiry({"Period 2": SUSTAINED, "Period 4": NO_SIGNAL})))
    assert part.layout == "column"
    assert [one.svg.count("<svg") for one in part.main] == [1, 1]


def test_staggered_classes_stand_one_under_another_by_their_start() -> None:
    classes = {"Period 1": SUSTAINED, "Period 2": SUSTAINED, "Period 3": NO_SIGNAL}
    staggered = (change(1, 11, classes=("period-1",)), change(2, 8, classes=("period-2",)))
    part = build_charts_part(inquiry_context(inquiry(classes, changes=staggered)))
    assert part.layout == "staircase"
    assert [(one.chart.class_name, one.is_comparison) for one in part.main] == [
        ("Period 2", False),
        ("Period 1", False),
        ("Period 3", True),
    ]


def test_a_class_has_its_condition() -> None:
    part = build_charts_part(inquiry_context(inquiry(conditions={"period-2": "co-taught"})))
    assert part.main[0].condition == "co-taught"


def test_the_key_names_the_marks_that_are_there() -> None:
    key = build_charts_part(inquiry_context(inquiry())).key
    assert key is not None
    assert (key.has_good_runs, key.has_changes, key.has_missed_visits, key.has_wrong_runs) == (
        True,
        True,
        False,
        False,
    )
    missed = build_charts_part(inquiry_context(inquiry({"Period 2": [6, None, *NO_SIGNAL[2:]]}))).key
    assert missed is not None
    assert (missed.has_good_runs, missed.has_missed_visits) == (False, True)


def test_changes_by_number_with_their_ideas_and_classes() -> None:
    changes = (
        change(2, 10, idea="a-private-idea", classes=("period-9",)),
        change(1, 8, idea="talk", classes=("period-2",)),
    )
    part = build_charts_part(inquiry_context(inquiry(changes=changes)))
    assert [(line.change.number, line.idea, line.classes) for line in part.changes] == [
        (1, Link("Exploratory talk", "change-ideas/talk/"), ("Period 2",)),
        (2, None, ("period-9",)),  # a class without data has no other name
    ]


def test_without_data_only_the_changes_are_there() -> None:
    part = build_charts_part(inquiry_context(inquiry({})))
    assert (part.main, part.key) == ((), None)
    assert [line.change.number for line in part.changes] == [1]
