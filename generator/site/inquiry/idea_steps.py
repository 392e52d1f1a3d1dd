"""What an inquiry says of each change idea: the pooled step of every prompt, over the classes in which
the idea came first; also by condition and by group of students.

Where another change came before the idea in a class, the two cannot be told apart there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import Change, EvaluatedSeries, GrowthResult
from generator.runchart.growth import ClassVisits, growth_by_prompt
from generator.runchart.series import changes_of, first_change
from generator.site.inquiry.results_after_change import condition_of
from generator.slugs import natural_key


class StepScope(StrEnum):
    """Which visits of an inquiry a step is of."""

    ALL = "all"
    CONDITION = "condition"  # classes of one condition
    GROUP = "group"  # one group of students, in all classes


class MissingStep(StrEnum):
    """Why a step cannot be computed."""

    NO_DATA = "no_data"
    ANOTHER_CHANGE_FIRST = "another_change_first"
    TOO_FEW_VISITS = "too_few_visits"
    NOTHING_VARIES = "nothing_varies"


class ConditionClasses(Struct, frozen=True):
    """A condition, and in how many of an inquiry's classes it held."""

    condition: str
    classes: int


class IdeaStep(Struct, frozen=True):
    """The step of one prompt after a change idea.

    `prompt` is empty where nothing has been counted.  `part` is the condition or the group of students,
    empty of the whole inquiry.  `since` is when the first of the classes started, `missing` says why
    `result` has no step.
    """

    idea: str
    prompt: str
    scope: StepScope
    part: str
    since: Date
    conditions: tuple[ConditionClasses, ...]  # of the classes used
    result: GrowthResult
    missing: MissingStep | None = None


def idea_steps(evaluated: EvaluatedInquiry) -> tuple[IdeaStep, ...]:
    """Every idea that the inquiry tried, with a step a prompt; then the steps by condition and group that
    can be computed."""
    ideas = dict.fromkeys(change.idea for change in evaluated.inquiry.changes if change.idea)
    return tuple(step for idea in ideas for step in _IdeaTrial(evaluated, idea).steps())


class _IdeaTrial(Struct, frozen=True):
    """One idea in one inquiry."""

    evaluated: EvaluatedInquiry
    idea: str

    def steps(self) -> Iterator[IdeaStep]:
        """The steps of the inquiry, then of its parts."""
        tried = [series for series in self._with_change if self._changes_with_idea(series.series.class_id)]
        if not any(evaluated.finding.points for evaluated in tried):
            yield self._without_step("", MissingStep.NO_DATA)
            return
        first = [series for series in tried if self._comes_first(series.series.class_id)]
        whole = [series for series in first if not series.series.group]
        yield from self._whole_steps(tried, whole)
        yield from self._steps_by_condition(whole)
        yield from self._steps_by_group(first)

    def _steps_by_condition(self, whole: Sequence[EvaluatedSeries]) -> Iterator[IdeaStep]:
        by_condition: dict[str, list[EvaluatedSeries]] = defaultdict(list)
        for evaluated in whole:
            by_condition[condition_of(self.evaluated.inquiry, evaluated.series.class_id)].append(evaluated)
        by_condition.pop("", None)
        for condition in sorted(by_condition, key=natural_key):
            yield from self._computed(StepScope.CONDITION, condition, by_condition[condition])

    def _steps_by_group(self, first: Sequence[EvaluatedSeries]) -> Iterator[IdeaStep]:
        by_group: dict[str, list[EvaluatedSeries]] = defaultdict(list)
        for evaluated in first:
            if evaluated.series.group:
                by_group[evaluated.series.group].append(_as_class(evaluated))
        for group in sorted(by_group, key=natural_key):
            yield from self._computed(StepScope.GROUP, group, by_group[group])

    @property
    def _with_change(self) -> list[EvaluatedSeries]:
        return [evaluated for evaluated in self.evaluated.series if evaluated.series.baseline is not None]

    def _changes_with_idea(self, class_id: str) -> list[Change]:
        of_class = changes_of(class_id, self.evaluated.inquiry.changes)
        return [change for change in of_class if change.idea == self.idea]

    def _comes_first(self, class_id: str) -> bool:
        first = first_change(class_id, self.evaluated.inquiry.changes)
        return first is not None and first.idea == self.idea

    def _whole_steps(
        self, tried: Sequence[EvaluatedSeries], whole: Sequence[EvaluatedSeries]
    ) -> Iterator[IdeaStep]:
        """A step a prompt, or why there is none."""
        results = {result.prompt: result for result in growth_by_prompt(whole)}
        for prompt in dict.fromkeys(evaluated.series.prompt for evaluated in tried):
            if prompt not in results:
                yield self._without_step(prompt, MissingStep.ANOTHER_CHANGE_FIRST)
                continue
            step = self._step(StepScope.ALL, "", results[prompt])
            of_prompt = [evaluated for evaluated in whole if evaluated.series.prompt == prompt]
            yield replace(step, missing=_why_missing(results[prompt], of_prompt))

    def _computed(
        self, scope: StepScope, part: str, evaluated_series: Iterable[EvaluatedSeries]
    ) -> Iterator[IdeaStep]:
        for result in growth_by_prompt(evaluated_series):
            if result.step is not None:
                yield self._step(scope, part, result)

    def _step(self, scope: StepScope, part: str, result: GrowthResult) -> IdeaStep:
        inquiry = self.evaluated.inquiry
        classes = {
            evaluated.series.class_id: evaluated.series.class_name for evaluated in self.evaluated.series
        }
        used = [class_id for class_id, name in classes.items() if name in result.classes]
        counted = Counter(condition_of(inquiry, class_id) for class_id in used)
        conditions = tuple(ConditionClasses(text, classes) for text, classes in counted.items() if text)
        return IdeaStep(self.idea, result.prompt, scope, part, self._since(), conditions, result)

    def _without_step(self, prompt: str, missing: MissingStep) -> IdeaStep:
        step = self._step(StepScope.ALL, "", GrowthResult(prompt))
        return replace(step, missing=missing)

    def _since(self) -> Date:
        return min(change.date for change in self.evaluated.inquiry.changes if change.idea == self.idea)


def _as_class(evaluated: EvaluatedSeries) -> EvaluatedSeries:
    """A group of students, to be taken as a class of its own."""
    return replace(evaluated, series=replace(evaluated.series, group=""))


def _why_missing(result: GrowthResult, evaluated_series: Iterable[EvaluatedSeries]) -> MissingStep | None:
    if result.step is not None:
        return None
    visits = [ClassVisits.of_series(evaluated.series) for evaluated in evaluated_series]
    if any(of_class and of_class.is_enough for of_class in visits):
        return MissingStep.NOTHING_VARIES
    return MissingStep.TOO_FEW_VISITS
