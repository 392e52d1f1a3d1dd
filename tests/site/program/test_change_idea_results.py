"""What is learned of a change idea from all classes that tried it."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from generator.model import Change, ChangeIdea, Finding, Prompt, Prose, Verdict
from generator.site.inquiry.results_after_change import GroupResult, PromptResult, ResultsAfterChange
from generator.site.program.change_idea_results import change_idea_results
from generator.site.teacher_card import InquiryCard
from tests.site.views import inquiry_card, program_context, teacher_card

IDEA = ChangeIdea("talk", "Exploratory talk", body=Prose("", "change-ideas/talk.md", 1))
FINDING = Finding(0, 0, None, 0, None, 0, None, False, (), ())


def result(prompt: str, verdict: Verdict | None) -> PromptResult:
    return PromptResult(Prompt(prompt, prompt.title()), verdict, FINDING)


def trial(class_name: str, *results: PromptResult, idea: str = "talk") -> ResultsAfterChange:
    change = Change(1, date(2025, 10, 27), "Talk", idea)
    return ResultsAfterChange(change, class_name.lower(), class_name, "", results)


def inquiry(*trials: ResultsAfterChange, **fields: Any) -> InquiryCard:
    return inquiry_card("Talk?", followed=trials, main_prompts=("explains",), **fields)


def test_only_classes_whose_change_names_the_idea_count() -> None:
    card = teacher_card("Ana", inquiry(trial("A"), trial("B", idea="other")))
    results = change_idea_results(program_context(card), IDEA)
    assert [one.results.class_name for one in results.trials] == ["A"]
    assert results.teachers == 1


def test_trials_stand_in_the_order_in_which_they_started_whatever_followed() -> None:
    better, worse = Verdict.SUSTAINED_IMPROVEMENT, Verdict.WRONG_DIRECTION
    later = trial("A", result("explains", better), result("asks", worse))
    earlier = replace(
        trial("B", result("explains", worse)), change=Change(1, date(2025, 9, 30), "Talk", "talk")
    )
    results = change_idea_results(program_context(teacher_card("Ana", inquiry(later, earlier))), IDEA)
    assert [one.results.class_name for one in results.trials] == ["B", "A"]
    assert [one.prompt.id for one in results.trials[1].main_results] == ["explains"]
    assert [one.prompt.id for one in results.trials[1].other_results] == ["asks"]


def test_groups_of_students_stand_beside_their_class() -> None:
    groups = (GroupResult("A", "Newcomers", ()), GroupResult("B", "Newcomers", ()))
    results = change_idea_results(
        program_context(teacher_card("Ana", inquiry(trial("A"), groups=groups))), IDEA
    )
    assert results.trials[0].groups == groups[:1]
