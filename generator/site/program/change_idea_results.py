"""What the program learned of a change idea: every class where it was tried, and what followed."""

from msgspec import Struct

from generator.model import ChangeIdea
from generator.site.inquiry.results_after_change import GroupResult, PromptResult, ResultsAfterChange
from generator.site.program.program_context import ProgramContext
from generator.site.teacher_card import ClassCard, InquiryCard, TeacherCard


class ClassTrial(Struct, frozen=True):
    """One class in which the idea was tried: where, under which condition, what followed."""

    card: TeacherCard
    inquiry: InquiryCard
    results: ResultsAfterChange
    main_results: tuple[PromptResult, ...]  # of the prompts that the inquiry's requirement names
    other_results: tuple[PromptResult, ...]
    groups: tuple[GroupResult, ...]
    class_card: ClassCard | None


class ChangeIdeaResults(Struct, frozen=True):
    """All trials of an idea, in the order in which the classes started.  They are described one by one: a
    count of their verdicts would say nothing about whether the idea works."""

    idea: ChangeIdea
    trials: tuple[ClassTrial, ...]
    teachers: int


def change_idea_results(context: ProgramContext, idea: ChangeIdea) -> ChangeIdeaResults:
    """The results of every class of every inquiry in which a change names the idea."""
    trials = [
        _class_trial(card, inquiry, results)
        for card, inquiry in context.inquiries
        for results in inquiry.followed
        if results.change.idea == idea.id
    ]
    trials.sort(key=lambda trial: (trial.results.change.date, trial.inquiry.address))
    return ChangeIdeaResults(idea, tuple(trials), len({trial.card.id for trial in trials}))


def _class_trial(card: TeacherCard, inquiry: InquiryCard, results: ResultsAfterChange) -> ClassTrial:
    main = inquiry.main_prompts
    class_name = results.class_name
    return ClassTrial(
        card=card,
        inquiry=inquiry,
        results=results,
        main_results=tuple(result for result in results.results if result.prompt.id in main),
        other_results=tuple(result for result in results.results if result.prompt.id not in main),
        groups=tuple(group for group in inquiry.groups if group.class_name == class_name),
        class_card=next(
            (of_class for of_class in inquiry.classes if of_class.class_name == class_name), None
        ),
    )
