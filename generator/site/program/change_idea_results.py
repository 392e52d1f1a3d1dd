"""What the program learned of a change idea: every class where it was tried, and what followed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import ChangeIdea, Verdict
from generator.site.inquiry.results_after_change import GroupResult, PromptResult, ResultsAfterChange
from generator.site.teacher_card import InquiryCard, Sparkline, TeacherCard
from generator.words.translator import Translator

# from most to least that can be said for the idea
ORDER = (
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
    followed: ResultsAfterChange
    main: tuple[PromptResult, ...]  # the prompts that the inquiry's requirement names
    others: tuple[PromptResult, ...]
    groups: tuple[GroupResult, ...]
    spark: Sparkline | None

    @property
    def verdict(self) -> Verdict | None:
        """Of the first prompt that counts."""
        return self.main[0].verdict if self.main else None


@dataclass(frozen=True, slots=True)
class ChangeIdeaResults:
    idea: ChangeIdea
    tried: tuple[ClassTrial, ...]
    teachers: int
    counts: tuple[tuple[Verdict, int], ...]
    unseparable: int
    by_luck: str

    @property
    def judged(self) -> int:
        return sum(number for _, number in self.counts)


def change_idea_results(
    translator: Translator, idea: ChangeIdea, pairs: Sequence[tuple[TeacherCard, InquiryCard]]
) -> ChangeIdeaResults:
    """Every class of every inquiry in which a change names the idea."""
    tried = [
        _tried(card, inquiry, one)
        for card, inquiry in pairs
        for one in inquiry.followed
        if one.change.idea == idea.id
    ]
    tried.sort(key=lambda one: ORDER.index(one.verdict) if one.verdict else len(ORDER))
    counted = Counter(one.verdict for one in tried if one.verdict)
    chances = [one.main[0].finding.by_luck or 0.0 for one in tried if one.verdict]
    return ChangeIdeaResults(
        idea=idea,
        tried=tuple(tried),
        teachers=len({one.card.id for one in tried}),
        counts=tuple((verdict, counted[verdict]) for verdict in ORDER if counted[verdict]),
        unseparable=sum(one.followed.not_separable_from is not None for one in tried),
        by_luck=translator.gettext(
            "If the idea did nothing at all, about {expected} of these {classes} would be called a "
            "sustained improvement by luck alone.",
            expected=translator.format_number(sum(chances), 1),
            classes=translator.ngettext("{n} class", "{n} classes", len(chances)),
        )
        if chances
        else "",
    )


def _tried(card: TeacherCard, inquiry: InquiryCard, one: ResultsAfterChange) -> ClassTrial:
    return ClassTrial(
        card=card,
        inquiry=inquiry,
        followed=one,
        main=tuple(result for result in one.results if result.prompt.id in inquiry.main_prompts),
        others=tuple(result for result in one.results if result.prompt.id not in inquiry.main_prompts),
        groups=tuple(group for group in inquiry.groups if group.class_name == one.class_name),
        spark=next((spark for spark in inquiry.sparks if spark.class_name == one.class_name), None),
    )
