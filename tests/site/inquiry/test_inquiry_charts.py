"""Which run charts an inquiry has, and on which scales they stand."""

from generator.model import Program, Prompt, PromptKind, Tool, Unit
from generator.site.inquiry.inquiry_charts import build_charts
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    SUSTAINED,
    change,
    inquiry,
    inquiry_context,
    observations,
    week,
)


def test_a_chart_for_each_class_and_prompt_that_was_collected() -> None:
    rows = [
        *observations("Period 2", SUSTAINED),
        *observations("Period 2", NO_SIGNAL, "asks"),
        *observations("Period 10", SUSTAINED),
        *observations("Period 10", [None, None], "asks"),
    ]
    charts = inquiry_context(inquiry(observations=tuple(rows))).charts
    assert [chart.id for chart in charts] == [
        "chart-period-2-explains",
        "chart-period-2-asks",
        "chart-period-10-explains",
    ]


def test_groups_of_students_have_no_chart_of_their_own() -> None:
    rows = [
        row
        for group in ("new to English", "others")
        for row in observations("Period 2", SUSTAINED, n=12.0, group=group)
    ]
    assert [chart.id for chart in inquiry_context(inquiry(observations=tuple(rows))).charts] == [
        "chart-period-2-explains"
    ]


def test_without_a_tool_there_is_nothing_to_draw() -> None:
    context = inquiry_context(inquiry(tool=""))
    assert build_charts(context.render, context.evaluated) == ()


def test_one_time_axis_for_the_inquiry_and_one_scale_for_each_prompt() -> None:
    tool = Tool(
        "talk",
        "Talk",
        (Prompt("explains", "Explains"), Prompt("turns", "Turns", kind=PromptKind.TALLY)),
        unit=Unit.MINUTES,
    )
    rows = [
        *observations("Period 2", SUSTAINED[:4]),
        *observations("Period 4", SUSTAINED, "turns"),
        *observations("Period 2", [40.0, 4.0], "turns"),
    ]
    context = inquiry_context(
        inquiry(tool="talk", observations=tuple(rows)), Program("Maple Grove", tools={"talk": tool})
    )
    share, short, long = (chart.plot for chart in context.charts)
    assert share.frame.x_from == short.frame.x_from == long.frame.x_from < week(0).toordinal()
    assert share.frame.x_to == short.frame.x_to == long.frame.x_to > week(16).toordinal()
    assert (share.frame.y_from, share.frame.y_to) == (0, 100)
    assert short.frame.y_to == long.frame.y_to > 100
    assert "minutes" in long.grid[-1][1]
    assert "minutes" not in share.grid[-1][1]


def test_a_chart_names_later_changes_that_its_verdict_may_belong_to() -> None:
    one_change, two_changes = (
        inquiry_context(inquiry(changes=changes)).main_charts[0].confounders
        for changes in ((change(),), (change(), change(2, 10)))
    )
    assert (one_change, two_changes) == ((), (2,))
