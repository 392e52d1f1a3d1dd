"""Several classes: whether a requirement is met, and how often luck alone would meet it."""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from generator.model import (
    Better,
    EvaluatedSeries,
    GrowthResult,
    GrowthRole,
    Impact,
    RulesEdition,
    Verdict,
    if_neighbours_resemble,
)
from generator.runchart.chance import (
    probability_by_luck,
    probability_of_any,
    probability_of_at_least,
    share_with_shift,
)


class ClassResult(Struct, frozen=True):
    """Where one class stands against a requirement: the verdict of each prompt it lists."""

    class_id: str
    class_name: str
    verdicts: tuple[tuple[str, Verdict | None], ...]
    met: bool
    by_luck: float  # chance that this class meets it by luck alone
    rising: bool


class ImpactState(StrEnum):
    """What the requirement on student learning comes to; the first that fits."""

    VERDICTS_MISSING = "verdicts_missing"  # too few classes have the verdict in every listed prompt
    NOT_SEPARABLE_FROM_GROWTH = "not_separable_from_growth"
    TOO_FEW_FOR_GROWTH = "too_few_for_growth"  # visits, to compare with steady growth
    MET = "met"


class RequirementResult(Struct, frozen=True):
    """Where an inquiry stands against the requirement on student learning.

    `by_luck` is the most that the chance can be of meeting the verdicts by luck alone, where visits and
    classes are independent.
    `growth` are the listed prompts' comparisons with steady growth, in all classes together, one a prompt
    and in their order; whether they decide is said by `growth_role`.
    """

    verdict: Verdict
    prompts: tuple[str, ...]
    classes_needed: int
    classes: tuple[ClassResult, ...]
    by_luck: float
    growth_role: GrowthRole
    growth: tuple[GrowthResult, ...]

    @property
    def impact(self) -> Impact:
        """What was asked for."""
        return Impact(self.verdict, self.prompts, self.classes_needed, self.growth_role)

    @property
    def classes_met(self) -> int:
        """How many classes meet the requirement."""
        return [result.met for result in self.classes].count(True)

    @property
    def by_luck_if_alike(self) -> float:
        """`by_luck` if neighbouring visits resemble each other as in published studies."""
        chances = [if_neighbours_resemble(result.by_luck) for result in self.classes]
        return probability_of_at_least(self.classes_needed, chances)

    @property
    def state(self) -> ImpactState:
        """What is still missing, if anything is.  A prompt without a comparison counts as one that has too
        few visits for it, so that nothing is met for want of a figure."""
        if self.classes_met < self.classes_needed:
            return ImpactState.VERDICTS_MISSING
        if self.growth_role is GrowthRole.SHOWN:
            return ImpactState.MET
        compared = {result.prompt: result.is_more_than_growth for result in self.growth}
        outcomes = {compared.get(prompt) for prompt in self.prompts}
        if False in outcomes:
            return ImpactState.NOT_SEPARABLE_FROM_GROWTH
        return ImpactState.TOO_FEW_FOR_GROWTH if None in outcomes else ImpactState.MET

    @property
    def met(self) -> bool:
        """Whether enough classes meet it, and every listed prompt shows more than growth where it must."""
        return self.state is ImpactState.MET


def evaluate_requirement(
    phases: Sequence[EvaluatedSeries],
    impact: Impact,
    default_prompt: str,
    growth: Sequence[GrowthResult],
    edition: RulesEdition = RulesEdition.SECOND,
) -> RequirementResult:
    """The requirement held against the findings; `growth` has the comparison of each prompt.

    A class meets it where each listed prompt has the verdict, in any phase; where a shift is asked for, a
    sustained one is enough (in the first edition it was not).  By luck: a class's
    chance is that of its least likely prompt (an upper bound that needs no independence between
    the prompts of one class); the classes count as independent.  A series with too few points
    cannot meet it, so its chance is 0; one too long for its chance to be counted bounds nothing: 1.
    """
    prompts = tuple(impact.prompts or (default_prompt,))
    by_class: dict[str, list[EvaluatedSeries]] = defaultdict(list)
    for evaluated in phases:
        if not evaluated.series.group:
            by_class[evaluated.series.class_id].append(evaluated)
    standard = _Standard(impact.verdict, edition)
    classes = tuple(
        _class_result(series, prompts, standard)
        for series in by_class.values()
        if any(evaluated.series.baseline is not None for evaluated in series)
    )
    by_luck = probability_of_at_least(impact.classes, [result.by_luck for result in classes])
    compared = {result.prompt: result for result in growth}
    return RequirementResult(
        verdict=impact.verdict,
        prompts=prompts,
        classes_needed=impact.classes,
        classes=classes,
        by_luck=by_luck,
        growth_role=impact.growth,
        growth=tuple(compared.get(prompt, GrowthResult(prompt)) for prompt in prompts),
    )


class _Standard(Struct, frozen=True):
    """The verdict that a prompt of a class needs, by an edition of the rules."""

    needed: Verdict
    edition: RulesEdition

    def accepts(self, verdict: Verdict | None) -> bool:
        """Whether a verdict is enough."""
        if verdict is None or self.edition is RulesEdition.FIRST:
            return verdict is self.needed
        return verdict.satisfies(self.needed)

    def chance_of(self, phase: EvaluatedSeries) -> float:
        """The most that the chance of an accepted verdict by luck alone can be.

        Step 5 only ever turns a sustained improvement into a shift, so steps 1 to 4 bound the first and
        settle the second.
        """
        finding = phase.finding
        if finding.verdict in (None, Verdict.TOO_FEW_POINTS):
            return 0.0
        by_luck = finding.by_luck
        if self.needed is Verdict.SHIFT_NOT_YET_SUSTAINED and self.edition is not RulesEdition.FIRST:
            series, baseline = phase.series, finding.baseline_points or 0
            higher = series.better is Better.HIGHER
            by_luck = probability_by_luck(series.values, baseline, higher, share_with_shift)
        return 1.0 if by_luck is None else by_luck


def _class_result(
    phases: Sequence[EvaluatedSeries], prompts: Sequence[str], standard: _Standard
) -> ClassResult:
    """One class against the requirement, from its series of all prompts and phases."""
    results = [
        _prompt_result([evaluated for evaluated in phases if evaluated.series.prompt == prompt], standard)
        for prompt in prompts
    ]
    verdicts = tuple((prompt, result.verdict) for prompt, result in zip(prompts, results, strict=True))
    return ClassResult(
        class_id=phases[0].series.class_id,
        class_name=phases[0].series.class_name,
        verdicts=verdicts,
        met=all(standard.accepts(result.verdict) for result in results),
        by_luck=min(result.by_luck for result in results),
        rising=any(result.rising for result in results),
    )


class _PromptResult(Struct, frozen=True):
    """One prompt of one class: the verdict needed where any phase has it, else that of the latest phase
    with a change."""

    verdict: Verdict | None
    by_luck: float  # chance that any phase has the verdict by luck alone
    rising: bool


def _prompt_result(phases: Sequence[EvaluatedSeries], standard: _Standard) -> _PromptResult:
    with_verdict = [phase for phase in phases if standard.accepts(phase.finding.verdict)]
    telling = with_verdict or [phase for phase in phases if phase.series.baseline is not None][-1:]
    return _PromptResult(
        verdict=telling[0].finding.verdict if telling else None,
        by_luck=probability_of_any([standard.chance_of(phase) for phase in phases]),
        rising=any(phase.finding.baseline_rising for phase in telling),
    )
