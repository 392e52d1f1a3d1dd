"""What is learned of a change idea from all classes that tried it."""

from dataclasses import replace
from datetime import date
from typing import Any

from generator.model import Change, ChangeIdea, Finding, Prompt, Prose, Verdict
from generator.site.inquiry.results_after_change import GroupResult, PromptResult, ResultsAfterChange
from generator.site.program.change_idea_results import change_idea_results
from generator.site.teacher_card import InquiryCard
from tests.site.views import inquiry_card, program_context, teacher_card

IDEA = ChangeIdea("talk", "Exploratory talk", body=Prose("", "change-ideas/talk.md", 1))
FINDING = Finding(0, 0, None, 0, None, 0, None, False, (), ())


def result(prompt: str, verdict: Verdict | None, by_luck: float | None = None) -> PromptResult:
    return PromptResult(Prompt(prompt, prompt.title()), verdict, replace(FINDING, by_luck=by_luck))


def trial(class_name: str, *results: PromptResult, idea: str = "talk") -> ResultsAfterChange:
    change = Change(1, date(2025, 10, 27), "Talk", idea)
    return ResultsAfterChange(change, class_name.lower(), class_name, "", results)


def inquiry(*trials: ResultsAfterChange, **fields: Any) -> InquiryCard:
    return inquiry_card("Talk?", followed=trials, main_prompts=("explains",), **fields)


def test_only_classes_whose_change_names_the_idea_count() -> None:
    card = teacher_card("Ana", inquiry(trial("A"), trial("B", idea="other")))
    results = change_idea_results(program_context(card), IDEA)
    assert [one.results.class_name for one in results.trials] == ["A"]
    assert (results.teachers, results.trials_with_verdict, results.by_luck) == (1, 0, "")


def test_the_best_results_come_first_and_those_without_a_verdict_last() -> None:
    worse, better = Verdict.WRONG_DIRECTION, Verdict.SUSTAINED_IMPROVEMENT
    trials = [
        trial("A"),
        trial("B", result("explains", worse)),
        trial("C", result("explains", better), result("asks", worse)),
    ]
    results = change_idea_results(program_context(teacher_card("Ana", inquiry(*trials))), IDEA)
    assert [one.verdict for one in results.trials] == [better, worse, None]
    assert results.verdicts == ((better, 1), (worse, 1))
    first = results.trials[0]
    assert [one.prompt.id for one in first.main_results] == ["explains"]
    assert [one.prompt.id for one in first.other_results] == ["asks"]


def test_what_luck_alone_would_give_is_the_sum_of_the_classes_chances() -> None:
    trials = [trial(name, result("explains", Verdict.NO_SIGNAL, 0.1)) for name in ("A", "B", "C")]
    results = change_idea_results(program_context(teacher_card("Ana", inquiry(*trials))), IDEA)
    assert "about 0.3 of these 3 classes" in results.by_luck


def test_groups_of_students_stand_beside_their_class() -> None:
    groups = (GroupResult("A", "Newcomers", ()), GroupResult("B", "Newcomers", ()))
    results = change_idea_results(
        program_context(teacher_card("Ana", inquiry(trial("A"), groups=groups))), IDEA
    )
    assert results.trials[0].groups == groups[:1]
