"""What the program learned of a change idea: every class where it was tried, and what followed."""

from collections import Counter
from dataclasses import dataclass
from math import fsum

from generator.model import ChangeIdea, Verdict
from generator.site.inquiry.results_after_change import GroupResult, PromptResult, ResultsAfterChange
from generator.site.program.program_context import ProgramContext
from generator.site.teacher_card import InquiryCard, Sparkline, TeacherCard

# from most to least that can be said for the idea
VERDICT_ORDER = (
    Verdict.SUSTAINED_IMPROVEMENT,
    Verdict.SHIFT_NOT_YET_SUSTAINED,
    Verdict.NO_SIGNAL,
    Verdict.DID_NOT_HOLD,
    Verdict.WRONG_DIRECTION,
    Verdict.TOO_FEW_POINTS,
)


@dataclass(frozen=True, slots=True)
class ClassTrial:
    """One class in which the idea was tried: where, under which condition, what followed."""

    card: TeacherCard
    inquiry: InquiryCard
    results: ResultsAfterChange
    main_results: tuple[PromptResult, ...]  # of the prompts that the inquiry's requirement names
    other_results: tuple[PromptResult, ...]
    groups: tuple[GroupResult, ...]
    sparkline: Sparkline | None

    @property
    def verdict(self) -> Verdict | None:
        """Of the first prompt that counts."""
        return self.main_results[0].verdict if self.main_results else None


@dataclass(frozen=True, slots=True)
class ChangeIdeaResults:
    """All trials of an idea, the most successful first.  `verdicts` counts them by verdict; `by_luck` is
    a sentence on how many luck alone would give, empty where no trial has a verdict."""

    idea: ChangeIdea
    trials: tuple[ClassTrial, ...]
    teachers: int
    verdicts: tuple[tuple[Verdict, int], ...]
    by_luck: str

    @property
    def trials_with_verdict(self) -> int:
        """How many trials have a verdict."""
        return sum(number for _, number in self.verdicts)  # whole numbers


def change_idea_results(context: ProgramContext, idea: ChangeIdea) -> ChangeIdeaResults:
    """The results of every class of every inquiry in which a change names the idea."""
    trials = [
        _class_trial(card, inquiry, results)
        for card, inquiry in context.inquiries
        for results in inquiry.followed
        if results.change.idea == idea.id
    ]
    trials.sort(key=_rank)
    with_verdict = [trial for trial in trials if trial.verdict]
    counted = Counter(trial.verdict for trial in with_verdict)
    return ChangeIdeaResults(
        idea=idea,
        trials=tuple(trials),
        teachers=len({trial.card.id for trial in trials}),
        verdicts=tuple((verdict, counted[verdict]) for verdict in VERDICT_ORDER if counted[verdict]),
        by_luck=_by_luck(context, [trial.main_results[0].finding.by_luck or 0.0 for trial in with_verdict]),
    )


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
        sparkline=next((spark for spark in inquiry.sparks if spark.class_name == class_name), None),
    )


def _rank(trial: ClassTrial) -> int:
    return VERDICT_ORDER.index(trial.verdict) if trial.verdict else len(VERDICT_ORDER)


def _by_luck(context: ProgramContext, chances: list[float]) -> str:
    """The sentence on luck; `chances` has for each class the probability (0 to 1) that the order of its
    values alone would give a sustained improvement, so their sum is the number to expect."""
    if not chances:
        return ""
    return context.translator.gettext(
        "If the idea did nothing at all, about {expected} of these {classes} would be called a "
        "sustained improvement by luck alone.",
        expected=context.translator.format_number(fsum(chances), 1),
        classes=context.translator.ngettext("{n} class", "{n} classes", len(chances)),
    )
