"""The forest plots of a change idea: a row an inquiry, one prompt an axis, a mean from five on."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import (
    Change,
    ChangeIdea,
    Finding,
    GrowthResult,
    Program,
    Prompt,
    PromptKind,
    Prose,
    Tool,
    Verdict,
)
from generator.runchart.meta_analysis import summarise_random_effects
from generator.site.inquiry.idea_steps import ConditionClasses, IdeaStep, MissingStep, StepScope
from generator.site.inquiry.results_after_change import PromptResult, ResultsAfterChange
from generator.site.program.change_idea_results import change_idea_results
from generator.site.program.idea_forests import IdeaForests, idea_forests
from generator.site.program.library_pages import LibraryPages
from generator.site.rendering.context import join_parts
from generator.site.teacher_card import InquiryCard, TeacherCard
from tests.site.views import inquiry_card, program_context, teacher_card

IDEA = ChangeIdea("talk", "Exploratory talk", body=Prose("", "change-ideas/talk.md", 1))
TOOL = Tool("math-talk", "Math talk", (Prompt("explains", "Explains"), Prompt("asks", "Asks")))
TURNS = Tool("turns", "Turns", (Prompt("turns", "Turns", kind=PromptKind.TALLY),))
PROGRAM = Program("Maple Grove", tools={TOOL.id: TOOL, TURNS.id: TURNS}, change_ideas={IDEA.id: IDEA})
FIRST = date(2025, 9, 1)


def step(size: float | None, prompt: str = "explains", **fields: Any) -> IdeaStep:
    """A step with an interval of 10 to either side, of one class; None: it has too few visits."""
    result = GrowthResult(prompt, ("Period 2",), points=20)
    if size is not None:
        result = GrowthResult(
            prompt, ("Period 2",), 0.01, size, size - 10, size + 10, 0.0, step_se=4.0, points=20
        )
    given: dict[str, Any] = {
        "scope": StepScope.ALL,
        "part": "",
        "since": FIRST,
        "conditions": (),
        "missing": MissingStep.TOO_FEW_VISITS if size is None else None,
    }
    given |= {"idea": "talk", "prompt": prompt, "result": result}
    return IdeaStep(**(given | fields))


def inquiry(question: str, *steps: IdeaStep, **fields: Any) -> InquiryCard:
    given = {"tool": "math-talk", "main_prompts": ("explains",), "idea_steps": steps}
    return inquiry_card(question, **(given | fields))


def forests(*cards: TeacherCard) -> IdeaForests:
    return idea_forests(program_context(*cards, program=PROGRAM), IDEA)


def several(*sizes: float, **fields: Any) -> list[InquiryCard]:
    return [
        inquiry(f"Question {number}?", step(size, since=FIRST + timedelta(weeks=number), **fields))
        for number, size in enumerate(sizes)
    ]


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


def test_a_mean_and_a_prediction_are_given_from_five_inquiries_on() -> None:
    (four,) = forests(teacher_card("Ana", *several(4, 8, 12, 16))).forests
    assert four.whole.summary == ("With fewer than five inquiries, no mean is given.",)
    assert "fp-diamond" not in four.whole.svg
    (five,) = forests(teacher_card("Ana", *several(-20, 8, 12, 16, 40))).forests
    mean, prediction, heterogeneity = five.whole.summary
    assert mean.startswith("Mean step: +11 percentage points (95% interval −")
    assert prediction.startswith("In a new inquiry like these, the step would be between −")
    assert prediction.endswith("percentage points 95 times out of 100.")
    assert "tau² = " in heterogeneity
    assert "fp-diamond" in five.whole.svg


def test_equal_inquiries_differ_no_more_than_their_visits_would_make_them() -> None:
    (forest,) = forests(teacher_card("Ana", *several(10, 10, 10, 11, 9))).forests
    assert "tau² = 0" in forest.whole.summary[-1]


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


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(-90, 90), min_size=1, max_size=9))
def test_what_is_said_of_the_inquiries_together_is_what_their_figures_say(sizes: list[float]) -> None:
    (forest,) = forests(teacher_card("Ana", *several(*sizes))).forests
    figures = [line.step.partition(" ")[0].replace("−", "-") for line in forest.whole.lines]
    assert [int(figure) for figure in figures] == pytest.approx(sizes, abs=0.51)
    effects = summarise_random_effects(sizes, [4.0] * len(sizes))
    if effects is None:
        assert "fp-diamond" not in forest.whole.svg
        assert not any("Mean step" in sentence for sentence in forest.whole.summary)
        return
    mean, prediction, heterogeneity = forest.whole.summary
    assert numbers(mean) == pytest.approx([effects.mean, 95, effects.low, effects.high], abs=0.51)
    assert numbers(prediction)[:2] == pytest.approx(
        [effects.prediction_low, effects.prediction_high], abs=0.51
    )
    assert ("(tau² = 0)" in heterogeneity) == (effects.tau2 < 0.005)


def numbers(sentence: str) -> list[int]:
    return [int(number.replace("−", "-")) for number in re.findall(r"[+−]?\d+", sentence)]


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
