"""Several classes: the design of an inquiry, its demonstrations, and whether a requirement is met.

Showing an effect again, in another class at another time, is the strongest thing a teacher can do:
a multiple baseline across classes (What Works Clearinghouse; Kratochwill et al. 2010: at least
three demonstrations at three different times, five points a phase, three to four with reservations).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from generator.model import Change, EvaluatedSeries, Impact, Verdict
from generator.runchart.chance import any_of, at_least
from generator.runchart.series import first_change

WELL_ESTABLISHED = 3  # demonstrations, at as many different times
POINTS_A_PHASE = 5
POINTS_WITH_RESERVATIONS = 3


class DesignKind(StrEnum):
    NO_CHANGE = "no_change"
    ONE_CLASS = "one_class"
    SAME_START = "same_start"
    STAGGERED = "staggered_starts"


@dataclass(frozen=True, slots=True)
class Design:
    """How an inquiry's classes started.  `starts` maps class id -> date of its first change."""

    kind: DesignKind
    starts: Mapping[str, Date]
    demonstrations: int = 0  # classes with a sustained improvement of the prompt looked at
    times: int = 0  # different starting dates among these classes
    fewest_points: int = 0  # in the shortest phase of any class with a change
    rising: tuple[str, ...] = ()  # ids of classes whose baseline was already rising


@dataclass(frozen=True, slots=True)
class ClassResult:
    """Where one class stands against a requirement: the verdict of each prompt it lists."""

    class_id: str
    class_name: str
    verdicts: tuple[tuple[str, Verdict | None], ...]
    met: bool
    by_luck: float  # chance that this class meets it by luck alone
    rising: bool


@dataclass(frozen=True, slots=True)
class RequirementResult:
    """Where an inquiry stands against the requirement on student learning."""

    verdict: Verdict
    prompts: tuple[str, ...]
    classes_needed: int
    classes: tuple[ClassResult, ...]
    by_luck: float

    @property
    def classes_met(self) -> int:
        return sum(one.met for one in self.classes)

    @property
    def met(self) -> bool:
        return self.classes_met >= self.classes_needed


def classify_design(judged: Sequence[EvaluatedSeries], changes: Sequence[Change], prompt: str) -> Design:
    """The design of an inquiry and its demonstrations on one prompt."""
    own = [one for one in judged if one.series.prompt == prompt and not one.series.group]
    starts = {
        one.series.class_id: change.date
        for one in own
        if (change := first_change(one.series.class_id, changes)) is not None
    }
    times = len(set(starts.values()))
    if not starts:
        kind = DesignKind.NO_CHANGE
    elif len(starts) == 1:
        kind = DesignKind.ONE_CLASS
    else:
        kind = DesignKind.SAME_START if times == 1 else DesignKind.STAGGERED
    sustained = {one.series.class_id for one in own if one.finding.verdict is Verdict.SUSTAINED_IMPROVEMENT}
    return Design(
        kind=kind,
        starts=starts,
        demonstrations=len(sustained),
        times=len({starts[class_id] for class_id in sustained}),
        fewest_points=min((_fewest(one) for one in own if one.series.baseline is not None), default=0),
        rising=tuple(dict.fromkeys(one.series.class_id for one in own if one.finding.baseline_rising)),
    )


def evaluate_requirement(
    judged: Sequence[EvaluatedSeries], impact: Impact, default_prompt: str
) -> RequirementResult:
    """The requirement held against the findings.

    A class meets it where each listed prompt has the verdict, in any phase.  By luck: a class's
    chance is that of its least likely prompt (an upper bound that needs no independence between
    the prompts of one class); the classes count as independent.  A series with too few points
    cannot meet it, so its chance is 0.
    """
    prompts = impact.prompts or (default_prompt,)
    own = [one for one in judged if not one.series.group]
    names = {one.series.class_id: one.series.class_name for one in own if one.series.baseline is not None}
    classes = []
    for class_id, name in names.items():
        verdicts: list[tuple[str, Verdict | None]] = []
        luck = 1.0
        rising = False
        for prompt in prompts:
            phases = [one for one in own if one.series.class_id == class_id and one.series.prompt == prompt]
            having = [one for one in phases if one.finding.verdict is impact.verdict]
            best = having or phases[-1:]
            verdicts.append((prompt, best[0].finding.verdict if best else None))
            luck = min(luck, any_of([one.finding.by_luck or 0.0 for one in phases]))
            rising = rising or any(one.finding.baseline_rising for one in best)
        met = all(verdict is impact.verdict for _, verdict in verdicts)
        classes.append(ClassResult(class_id, name, tuple(verdicts), met, luck, rising))
    return RequirementResult(
        impact.verdict,
        tuple(prompts),
        impact.classes,
        tuple(classes),
        at_least(impact.classes, [one.by_luck for one in classes]),
    )


def _fewest(judged: EvaluatedSeries) -> int:
    """The points in the shorter of a series' two parts."""
    before = judged.finding.baseline_points or 0
    return min(before, judged.finding.points - before)
