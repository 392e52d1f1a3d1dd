"""Part of the evidence page: every prompt in every class in one table, with all figures."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct

from generator.model import EvaluatedSeries, Prompt, Verdict
from generator.runchart.before_and_since import before_and_since
from generator.runchart.chart_spec import SMALL
from generator.runchart.growth import growth_of_chart
from generator.site.inquiry.amount_format import AmountFormat
from generator.site.inquiry.chart_view import Chart
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.masked_answers import MaskedReading, masked_reading
from generator.site.inquiry.measure_texts import measure
from generator.site.inquiry.results_after_change import (
    GroupResult,
    ResultsAfterChange,
    condition_of,
    group_results,
    results_after_changes,
)
from generator.words.effect_texts import EffectTexts
from generator.words.growth_texts import GrowthTexts
from generator.words.verdict_texts import VerdictTexts


class ResultRow(Struct, frozen=True):
    """One prompt in one class after one change.

    `picture` stands in the first row of a class only.  `change` is the number of the change; None in a
    class or year without one, which has no verdict.  `levels` are the medians before and since, with the
    one while it lasted between them where it did not.  `details` are sentences on a prompt that counts.
    Figures that cannot be computed are empty.
    """

    class_id: str
    class_name: str
    condition: str
    picture: Markup
    change: int | None
    levels: tuple[str, ...]
    verdict: Verdict | None
    is_rising: bool
    details: tuple[str, ...]
    nap: str
    chances: tuple[str, ...]
    growth: str


class PromptRows(Struct, frozen=True):
    """A prompt with what it measures, whether the requirement rests on it, and its rows."""

    measure: str
    is_main: bool
    rows: tuple[ResultRow, ...]


class ResultsPart(Struct, frozen=True):
    """The table, the main prompts first; beside it the design, what holds for all of its rows, and what it
    does not show."""

    template: ClassVar[str] = "evidence/results.html"

    design: str
    what_works: str
    growth: tuple[str, ...]
    prompts: tuple[PromptRows, ...]
    not_separable: tuple[str, ...]
    shared_changes: tuple[str, ...]
    limits: tuple[str, ...]
    masked: MaskedReading | None
    results: tuple[ResultsAfterChange, ...]
    groups: tuple[GroupResult, ...]
    group_prompts: tuple[str, ...]


def build_results_part(context: InquiryContext) -> ResultsPart:
    """Whole classes first, then groups of students; both empty without a tool."""
    sentences, tool = context.finding, context.tool
    results = results_after_changes(context.evaluated)
    return ResultsPart(
        design=sentences.design_summary,
        what_works=sentences.what_works,
        growth=context.growth,
        prompts=tuple(_prompt_rows(context)),
        not_separable=tuple(_not_separable(context, results)),
        shared_changes=sentences.shared_changes,
        limits=sentences.limits,
        masked=masked_reading(context),
        results=results,
        groups=group_results(context.evaluated),
        group_prompts=tuple(prompt.text for prompt in tool.prompts) if tool else (),
    )


def _prompt_rows(context: InquiryContext) -> Iterator[PromptRows]:
    """The prompts that the requirement rests on before the others, each in the tool's order."""
    if context.tool is None:
        return
    main = context.evaluated.main_prompts
    pictures = context.draw_charts(SMALL, [chart.plot for chart in context.charts])
    drawn = list(zip(context.charts, map(Markup, pictures), strict=True))
    for prompt in sorted(context.tool.prompts, key=lambda prompt: prompt.id not in main):
        rows = tuple(
            row
            for chart, picture in drawn
            if chart.prompt.id == prompt.id
            for row in _RowTexts(context, prompt, chart, prompt.id in main).rows(picture)
        )
        if rows:
            yield PromptRows(measure(context.translator, prompt, context.tool.unit), prompt.id in main, rows)


class _RowTexts(Struct, frozen=True):
    """The cells of one prompt in one class."""

    context: InquiryContext
    prompt: Prompt
    chart: Chart
    is_main: bool

    def rows(self, picture: Markup) -> Iterator[ResultRow]:
        """A row for each phase that began with a change, in order; without any, one for the whole chart."""
        phases = [phase for phase in self.chart.phases if phase.series.change is not None]
        for i, phase in enumerate(phases or self.chart.phases[-1:]):
            yield self._row(phase, Markup() if i else picture)

    def _row(self, phase: EvaluatedSeries, picture: Markup) -> ResultRow:
        finding, effects = phase.finding, EffectTexts(self.context.translator)
        growth = GrowthTexts(self.context.translator)
        return ResultRow(
            class_id=self.chart.class_id,
            class_name=self.chart.class_name,
            condition=condition_of(self.context.inquiry, self.chart.class_id),
            picture=picture,
            change=phase.series.change,
            levels=tuple(self._levels(phase)),
            verdict=finding.verdict,
            is_rising=bool(finding.verdict and finding.baseline_rising),
            details=tuple(text for text in self._details(phase) if text) if self.is_main else (),
            nap=effects.nap(finding) if finding.verdict else "",
            chances=effects.chances(finding),
            growth=growth.of_one_class(growth_of_chart(phase.series), share=self.prompt.is_share),
        )

    def _levels(self, phase: EvaluatedSeries) -> Iterator[str]:
        amounts, levels = AmountFormat(self.context.translator), before_and_since(phase)
        lasted = levels.good_run.level if levels.good_run else None
        for level in (levels.before, lasted, levels.since):
            if level is not None:
                yield amounts.value(level, self.prompt)

    def _details(self, phase: EvaluatedSeries) -> Iterator[str]:
        texts, finding = VerdictTexts(self.context.translator), phase.finding
        yield texts.counted(phase, share=self.prompt.is_share)
        if finding.verdict is Verdict.SHIFT_NOT_YET_SUSTAINED:
            yield texts.to_go(finding)
        if finding.verdict is not None:
            yield texts.on_median(finding)
        if finding is self.chart.finding:
            yield from self.chart.other_years


def _not_separable(context: InquiryContext, results: Sequence[ResultsAfterChange]) -> Iterable[str]:
    """The changes that have no baseline of their own, each with the one it cannot be told apart from."""
    return (
        context.translator.gettext(
            "In {class_name} change {later} has no baseline of its own: not separable from change {number}.",
            class_name=result.class_name,
            later=result.change.number,
            number=result.not_separable_from,
        )
        for result in results
        if result.not_separable_from
    )
