"""The run charts of an inquiry: which there are, on one time axis, with their words."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import EvaluatedSeries, Inquiry, Prompt, PromptKind, Tool, Unit
from generator.runchart.before_and_since import most_telling_phase
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.confounders import confounding_changes
from generator.runchart.plot import Frame, Plot, PlotScale, make_frame, make_plot
from generator.runchart.series import changes_of
from generator.site.inquiry.chart_texts import ChartTexts
from generator.site.inquiry.chart_view import Chart
from generator.site.rendering.context import RenderContext
from generator.words.unit_names import UNIT_NAMES

COUNTED_UNITS = (Unit.STUDENTS, Unit.RESPONSES, Unit.TURNS)  # of which there are fewer, not less

Cells = dict[tuple[str, str], list[EvaluatedSeries]]  # (class id, prompt id) -> the phases in order


def build_charts(context: RenderContext, evaluated: EvaluatedInquiry) -> tuple[Chart, ...]:
    """Every run chart of an inquiry, by class and then by prompt; empty without a tool."""
    if evaluated.tool is None:
        return ()
    cells = _cells_with_points(evaluated.series)
    everything = [phase for phases in cells.values() for phase in phases]
    time = make_frame(everything, True, evaluated.inquiry.changes)
    builder = _ChartBuilder(context, evaluated.inquiry, evaluated.tool, cells, time)
    return tuple(builder.chart(class_id, prompt_id) for class_id, prompt_id in cells)


def _cells_with_points(series: Sequence[EvaluatedSeries]) -> Cells:
    """Whole classes only, and without the prompts that a class's colleague never collected."""
    cells: Cells = defaultdict(list)
    for phase in series:
        if not phase.series.group:
            cells[phase.series.class_id, phase.series.prompt].append(phase)
    return {key: phases for key, phases in cells.items() if any(phase.finding.points for phase in phases)}


class _ChartBuilder(Struct, frozen=True):
    """What the charts of one inquiry have in common."""

    context: RenderContext
    inquiry: Inquiry
    tool: Tool
    cells: Cells
    time: Frame

    def chart(self, class_id: str, prompt_id: str) -> Chart:
        """The chart of one prompt in one class."""
        prompt, phases = self.tool.prompt(prompt_id), self.cells[class_id, prompt_id]
        texts = ChartTexts(self.context.translator, prompt, phases)
        changes = changes_of(class_id, self.inquiry.changes)
        plot = self._plot(texts, class_id)
        telling = most_telling_phase(phases)
        return Chart(
            id=f"chart-{class_id}-{prompt_id}",
            class_id=class_id,
            class_name=phases[0].series.class_name,
            prompt=prompt,
            phases=tuple(phases),
            plot=plot,
            title=plot.title,
            verdict=telling.finding.verdict,
            other_years=texts.other_years(),
            rows=texts.table_rows(changes, plot),
            confounders=confounding_changes(telling, changes),
        )

    def _plot(self, texts: ChartTexts, class_id: str) -> Plot:
        scale = self._scale(texts.prompt)
        return make_plot(
            texts.phases,
            changes_of(class_id, self.inquiry.changes),
            scale,
            title=texts.title(),
            description=texts.description(scale.direction(texts.prompt.better)),
        )

    def _scale(self, prompt: Prompt) -> PlotScale:
        """One time axis for the whole inquiry, one scale for each prompt: so that charts can be compared."""
        of_prompt = [
            phase
            for (_, prompt_id), phases in self.cells.items()
            if prompt_id == prompt.id
            for phase in phases
        ]
        own_frame = make_frame(of_prompt, prompt.is_share, self.inquiry.changes)
        translator = self.context.translator
        return PlotScale(
            frame=replace(own_frame, x_from=self.time.x_from, x_to=self.time.x_to),
            share=prompt.is_share,
            unit=translator.gettext(UNIT_NAMES[self.tool.unit]) if prompt.kind is PromptKind.TALLY else "",
            counted=self.tool.unit in COUNTED_UNITS,
            digits=1,
            terms=ChartTerms(translator),
        )
