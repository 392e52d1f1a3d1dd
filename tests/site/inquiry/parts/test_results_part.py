"""Every prompt in every class in one table."""

from generator.model import Better, Program, Prompt, Tool, Verdict
from generator.site.inquiry.parts.results_part import ResultRow, ResultsPart, build_results_part
from tests.site.inquiry.inquiries import (
    BEFORE,
    NO_SIGNAL,
    PROGRAM,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
    observations,
    week,
)

PLAIN = str.maketrans("\N{NO-BREAK SPACE}", " ")


def rows_of(part: ResultsPart) -> list[ResultRow]:
    return [row for prompt in part.prompts for row in prompt.rows]


def test_a_row_has_the_figures_of_one_prompt_in_one_class() -> None:
    part = build_results_part(inquiry_context(inquiry(conditions={"period-2": "co-taught"})))
    assert [prompt.measure for prompt in part.prompts] == ["Share of students: “Explains own thinking”"]
    (row,) = rows_of(part)
    assert (row.class_name, row.condition, row.change) == ("Period 2", "co-taught", 1)
    assert (row.levels, row.verdict) == (("31%", "63%"), Verdict.SUSTAINED_IMPROVEMENT)
    assert row.nap.translate(PLAIN).startswith("1.00 (")
    assert len(row.chances) == 2
    assert "points (" in row.growth
    assert row.details[0].startswith("Above the earlier level (31%) on all 9 visits")
    assert "small-1" in row.picture


def test_prompts_that_count_stand_first_and_alone_have_sentences() -> None:
    tool = Tool(TOOL.id, TOOL.title, (Prompt("asks", "Asks a question"), *TOOL.prompts[:1]))
    rows = (*observations("Period 2", NO_SIGNAL, "asks"), *observations("Period 2", SUSTAINED))
    program = Program(PROGRAM.title, tools={tool.id: tool})
    part = build_results_part(inquiry_context(inquiry(observations=rows), program))
    assert [(prompt.is_main, bool(prompt.rows[0].details)) for prompt in part.prompts] == [
        (True, True),
        (False, False),
    ]


def test_a_change_with_a_baseline_of_its_own_has_a_row_and_the_chart_stands_once() -> None:
    counts = [*SUSTAINED, *SUSTAINED]
    changes = (change(), change(2, len(SUSTAINED) + 8, new_phase=True))
    rows = rows_of(build_results_part(inquiry_context(inquiry({"Period 2": counts}, changes=changes))))
    assert [(row.change, bool(row.picture)) for row in rows] == [(1, True), (2, False)]


def test_a_change_without_a_baseline_of_its_own_is_said_not_to_be_separable() -> None:
    part = build_results_part(inquiry_context(inquiry(changes=(change(), change(2, 12)))))
    assert [row.change for row in rows_of(part)] == [1]
    assert part.not_separable == (
        "In Period 2 change 2 has no baseline of its own: not separable from change 1.",
    )


def test_a_class_for_comparison_has_its_median_and_no_verdict() -> None:
    classes = {"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}
    part = build_results_part(inquiry_context(inquiry(classes, changes=(change(classes=("period-2",)),))))
    comparison = rows_of(part)[1]
    assert (comparison.change, comparison.verdict, comparison.nap) == (None, None, "")
    assert (comparison.chances, comparison.growth) == ((), "")
    assert comparison.levels == ("29%",)


def test_what_did_not_last_has_three_levels() -> None:
    counts = [*BEFORE, *[16.0] * 6, *[6.0] * 6]
    (row,) = rows_of(build_results_part(inquiry_context(inquiry({"Period 2": counts}))))
    assert (row.verdict, row.levels) == (Verdict.DID_NOT_HOLD, ("31%", "67%", "25%"))


def test_visits_of_another_school_year_are_said_not_to_count() -> None:
    counts = [*SUSTAINED, *BEFORE]
    context = inquiry_context(
        inquiry({"Period 2": counts}, cohort_starts={"period-2": (week(len(SUSTAINED)),)})
    )
    (row,) = rows_of(build_results_part(context))
    assert row.details[-1].startswith("The visits since January 2, 2026 are from another school year")


def test_where_fewer_is_better_the_sentence_says_below() -> None:
    prompt = Prompt("explains", "Waits for an adult", better=Better.LOWER)
    tool = Tool(TOOL.id, TOOL.title, (prompt,))
    fewer = [24 - count for count in SUSTAINED]
    context = inquiry_context(inquiry({"Period 2": fewer}), Program(PROGRAM.title, tools={tool.id: tool}))
    assert rows_of(build_results_part(context))[0].details[0].startswith("Below the earlier level")


def test_beside_the_table_stand_the_design_and_what_it_does_not_show() -> None:
    context = inquiry_context(inquiry())
    part = build_results_part(context)
    assert part.design.startswith("One class: 1 demonstration")
    assert part.limits == context.finding.limits != ()
    assert part.growth == context.growth


def test_groups_of_students_have_their_own_lines() -> None:
    rows = tuple(
        row for group in ("a", "b") for row in observations("Period 2", SUSTAINED, n=12.0, group=group)
    )
    part = build_results_part(inquiry_context(inquiry(observations=rows)))
    assert [(one.class_name, one.group) for one in part.groups] == [("Period 2", "a"), ("Period 2", "b")]
    assert part.group_prompts == ("Explains own thinking", "Asks a question")


def test_without_a_tool_there_is_nothing_to_show() -> None:
    part = build_results_part(inquiry_context(inquiry(tool="")))
    assert (part.design, part.prompts, part.results, part.groups) == ("", (), (), ())
