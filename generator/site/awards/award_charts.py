"""The run charts of an award: of the data that were signed, not of those that are there today."""

from datetime import date as Date

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import EvaluatedSeries, Prompt, Verdict
from generator.openbadges.frozen_finding import Recomputed
from generator.runchart.before_and_since import before_and_since, most_telling_phase
from generator.runchart.chart_spec import COLUMN
from generator.site.awards.award_badge import badge_series
from generator.site.inquiry.amount_format import AmountFormat
from generator.site.inquiry.chart_view import Chart
from generator.site.inquiry.inquiry_charts import build_charts
from generator.site.rendering.context import RenderContext

_MOST_PICTURES = 6  # on one sheet of paper, beside everything else


class AwardVerdict(Struct, frozen=True):
    """What the signed data say of one class and prompt of the requirement; medians in words.  `svg` is the
    run chart, empty where there are too many, or the tool no longer has the prompt."""

    class_name: str
    prompt: str
    verdict: Verdict | None
    before: str
    after: str
    on_badge: bool
    svg: Markup = Markup()


def build_award_verdicts(
    context: RenderContext, evaluated: EvaluatedInquiry, recomputed: Recomputed, awarded_on: Date | None
) -> tuple[AwardVerdict, ...]:
    """The verdicts of the classes and prompts that the requirement looks at, the prompts in its order.

    `evaluated` is the inquiry as it is today: of it, what is written on the charts is taken, and the changes
    that were made until the award.
    """
    prompts = recomputed.requirement.prompts
    phases_judged = [
        phase
        for phase in recomputed.series
        if phase.series.prompt in prompts and phase.finding.verdict is not None
    ]
    phases_judged.sort(
        key=lambda phase: prompts.index(phase.series.prompt)
    )  # stable: classes keep their order
    charts = _charts(context, evaluated, phases_judged, awarded_on)
    on_badge = badge_series(recomputed) if recomputed.follows else None
    amounts = AmountFormat(context.translator)
    shown = [
        chart
        for phases in _by_chart(phases_judged)[:_MOST_PICTURES]
        if (chart := charts.get((phases[0].series.class_id, phases[0].series.prompt)))
    ]
    drawn = context.draw_charts(COLUMN, [chart.plot for chart in shown])
    pictures = {chart.id: Markup(picture) for chart, picture in zip(shown, drawn, strict=True)}
    verdicts = []
    for phases in _by_chart(phases_judged):
        telling = most_telling_phase(phases)
        levels, series = before_and_since(telling), telling.series
        chart = charts.get((series.class_id, series.prompt))
        prompt = chart.prompt if chart else Prompt(series.prompt, series.prompt)
        verdicts.append(
            AwardVerdict(
                class_name=series.class_name,
                prompt=prompt.text,
                verdict=telling.finding.verdict,
                before=amounts.value(levels.before, prompt),
                after=amounts.value(levels.since, prompt),
                on_badge=on_badge in phases,
                svg=pictures.get(chart.id, Markup()) if chart else Markup(),
            )
        )
    return tuple(verdicts)


def _by_chart(phases_judged: list[EvaluatedSeries]) -> list[list[EvaluatedSeries]]:
    """The phases of each class and prompt."""
    charts: dict[tuple[str, str], list[EvaluatedSeries]] = {}
    for phase in phases_judged:
        charts.setdefault((phase.series.class_id, phase.series.prompt), []).append(phase)
    return list(charts.values())


def _charts(
    context: RenderContext, evaluated: EvaluatedInquiry, series: list[EvaluatedSeries], until: Date | None
) -> dict[tuple[str, str], Chart]:
    """The charts of these series by class and prompt, as far as the tool still has the prompts."""
    prompts = {prompt.id for prompt in evaluated.tool.prompts} if evaluated.tool else set()
    inquiry = evaluated.inquiry
    changes = tuple(change for change in inquiry.changes if until is None or change.date <= until)
    signed = replace(
        evaluated,
        inquiry=replace(inquiry, changes=changes),
        series=tuple(phase for phase in series if phase.series.prompt in prompts),
    )
    return {(chart.class_id, chart.prompt.id): chart for chart in build_charts(context, signed)}
