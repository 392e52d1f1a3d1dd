"""The forest plots of a change idea: a row an inquiry, one prompt an axis, a mean from five on."""

from datetime import timedelta

from msgspec.structs import replace

from generator.model import (
    Change,
    Finding,
    Verdict,
)
from generator.site.inquiry.idea_steps import ConditionClasses, MissingStep, StepScope
from generator.site.inquiry.results_after_change import PromptResult, ResultsAfterChange
from generator.site.program.change_idea_results import change_idea_results
from generator.site.program.idea_forests import IdeaForests
from generator.site.program.library_pages import LibraryPages
from generator.site.rendering.context import join_parts
from generator.site.teacher_card import InquiryCard
from tests.site.program.idea_inquiries import FIRST, IDEA, PROGRAM, TOOL, forests, inquiry, several, step
from tests.site.views import program_context, teacher_card


def test_a_row_an_inquiry_with_its_figures_in_the_order_in_which_they_started() -> None:
    later = inquiry("Later?", step(-4.2, since=FIRST + timedelta(weeks=9)))
    earlier = inquiry("Earlier?", step(12.0, conditions=(ConditionClasses("co-taught", 1),)))
    (forest,) = forests(teacher_card("Ana", later, grade="6"), teacher_card("Jin", earlier)).forests
    assert [(line.number, line.inquiry.text, line.step) for line in forest.whole.lines] == [
        (1, "Earlier?", "+12 (+2 to +22)"),
        (2, "Later?", "−4 (−14 to +6)"),
    ]
    first, second = forest.whole.lines
    assert (first.classes, first.points, first.conditions) == (1, 20, ("co-taught",))
    three = replace(step(12.0).result, classes=("Period 2", "Period 4", "Period 5"))
    one_of_three = replace(step(12.0, conditions=(ConditionClasses("co-taught", 1),)), result=three)
    (forest_of_three,) = forests(teacher_card("Jin", inquiry("Three?", one_of_three))).forests
    assert forest_of_three.whole.lines[0].conditions == ("co-taught (in 1 of 3 classes)",)
    assert (second.teacher.text, second.grade) == ("Ana", "grade 6")
    assert "1 Jin" in forest.whole.svg
    assert "percentage points (to the right: better)" in forest.whole.svg


def test_only_the_same_prompt_of_the_same_tool_shares_an_axis() -> None:
    share = inquiry("Shares?", step(12.0), step(3.0, "asks"))
    turns = inquiry("Turns?", step(1.25, "turns"), tool="turns", main_prompts=("turns",))
    found = forests(teacher_card("Ana", share, turns)).forests
    assert [(one.tool.text, one.prompt.id, len(one.whole.lines)) for one in found] == [
        ("Math talk", "explains", 1),
        ("Turns", "turns", 1),
    ]
    assert found[1].whole.lines[0].step == "+1.3 (−8.8 to +11.3)"


def test_a_prompt_has_a_plot_with_all_who_counted_it_where_one_declared_it_beforehand() -> None:
    asks = inquiry("Asks?", step(1.0), step(2.0, "asks"), main_prompts=("asks",))
    explains = inquiry("Explains?", step(3.0), step(4.0, "asks"))
    found = forests(teacher_card("Ana", asks, explains)).forests
    assert [(one.prompt.id, len(one.whole.lines)) for one in found] == [("explains", 2), ("asks", 2)]


def test_who_is_left_out_is_named_with_the_reason() -> None:
    without_data = inquiry("Planned?", step(None, "", missing=MissingStep.NO_DATA), tool="")
    found = forests(
        teacher_card("Ana", inquiry("Shown?", step(12.0)), inquiry("Short?", step(None)), without_data)
    )
    (forest,) = found.forests
    assert [(line.inquiry.text, line.reason) for line in forest.left_out] == [
        ("Short?", "no class has five visits before the change and five after it")
    ]
    assert [(line.inquiry.text, line.reason) for line in found.left_out] == [("Planned?", "no data yet")]


def test_without_any_step_all_are_listed_and_nothing_is_drawn() -> None:
    found = forests(teacher_card("Ana", inquiry("Short?", step(None))))
    assert found.forests == ()
    assert [line.inquiry.text for line in found.left_out] == ["Short?"]


def test_conditions_and_groups_are_shown_apart_where_two_inquiries_have_them() -> None:
    def of_part(question: str, scope: StepScope, part: str) -> InquiryCard:
        return inquiry(question, step(10.0), step(5.0, scope=scope, part=part))

    cards = [
        of_part("A?", StepScope.CONDITION, "co-taught"),
        of_part("B?", StepScope.CONDITION, "Co-taught"),
        of_part("C?", StepScope.CONDITION, "after lunch"),
        of_part("D?", StepScope.GROUP, "newcomers"),
        of_part("E?", StepScope.GROUP, "newcomers"),
    ]
    (forest,) = forests(teacher_card("Ana", *cards)).forests
    assert [(part.scope, part.part) for part in forest.parts] == [
        (StepScope.CONDITION, "co-taught"),
        (StepScope.GROUP, "newcomers"),
    ]
    assert [line.number for line in forest.parts[1].lines] == [4, 5]  # as in the plot of all


def test_another_idea_is_another_page() -> None:
    found = forests(teacher_card("Ana", inquiry("Other?", step(5.0, idea="seating"))))
    assert found == IdeaForests((), ())


def test_the_page_shows_each_inquiry_and_counts_no_verdicts() -> None:
    tried = Change(1, FIRST, "Talk", "talk")
    finding = Finding(0, 0, None, 0, None, 0, None, False, (), ())
    result = PromptResult(TOOL.prompts[0], Verdict.SUSTAINED_IMPROVEMENT, finding)
    followed = ResultsAfterChange(tried, "period-2", "Period 2", "", (result,))
    cards = [replace(card, followed=(followed,)) for card in several(4, 8)]
    context = program_context(teacher_card("Ana", *cards), program=PROGRAM)
    results = change_idea_results(context, IDEA)
    page = b"".join(join_parts(LibraryPages(context).idea(results)).files.values()).decode()
    assert page.count('class="rc fp"') == 1
    assert "+4 (−6 to +14)" in page
    assert "no count of results says that it works elsewhere" in page
