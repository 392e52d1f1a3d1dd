"""The charts class by class, with the changes that their flags name."""

from generator.site.inquiry.parts.charts_part import build_charts_part
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
    observations,
)


def test_each_class_begins_with_the_main_prompt() -> None:
    rows = (*observations("Period 2", NO_SIGNAL, "asks"), *observations("Period 2", SUSTAINED))
    part = build_charts_part(inquiry_context(inquiry(observations=rows)))
    (class_charts,) = part.classes
    assert [chart.prompt for chart in class_charts.charts] == list(TOOL.prompts)
    assert part.main == class_charts.charts[:1]


def test_a_class_that_no_change_names_is_for_comparison() -> None:
    part = build_charts_part(
        inquiry_context(
            inquiry(
                {"Period 2": SUSTAINED, "Period 4": NO_SIGNAL},
                changes=(change(classes=("period-2",)),),
                conditions={"period-4": "co-taught"},
            )
        )
    )
    assert [(one.class_name, one.condition, one.is_comparison) for one in part.classes] == [
        ("Period 2", "", False),
        ("Period 4", "co-taught", True),
    ]


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


def test_a_staircase_only_where_classes_started_at_different_times() -> None:
    classes = {"Period 1": SUSTAINED, "Period 2": SUSTAINED, "Period 3": NO_SIGNAL}
    staggered = (change(1, 11, classes=("period-1",)), change(2, 8, classes=("period-2",)))
    part = build_charts_part(inquiry_context(inquiry(classes, changes=staggered)))
    assert len(part.staircase) == 2  # the comparison class is not a step
    assert build_charts_part(inquiry_context(inquiry(classes))).staircase == ()


def test_without_data_only_the_changes_are_there() -> None:
    part = build_charts_part(inquiry_context(inquiry({})))
    assert (part.main, part.classes, part.staircase) == ((), (), ())
    assert [line.change.number for line in part.changes] == [1]
