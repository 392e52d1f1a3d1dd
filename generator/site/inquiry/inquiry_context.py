"""What every part of an inquiry's page is made from."""

from collections.abc import Mapping, Sequence
from datetime import date as Date
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator import addresses
from generator.credential.decision import Decision
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.credential.findings_file import write_findings
from generator.credential.published_decision import published_decision
from generator.evidence.data_csv import write_data_csv
from generator.model import Inquiry, Teacher, Tool
from generator.runchart.chart_spec import ChartLayout
from generator.runchart.plot import Plot
from generator.site.inquiry.answer import Answer
from generator.site.inquiry.chart_view import Chart
from generator.site.inquiry.decision_lines import DecisionLines
from generator.site.inquiry.finding_sentences import FindingSentences
from generator.site.inquiry.growth_sentences import growth_sentences
from generator.site.inquiry.inquiry_answer import make_answer
from generator.site.inquiry.inquiry_charts import build_charts
from generator.site.rendering.content_links import PublishedImage
from generator.site.rendering.context import RenderContext
from generator.site.teacher_card import AwardCard, is_awarded
from generator.words.translator import Translator


class InquiryTexts(Struct, frozen=True):
    """The author's texts, already turned into HTML."""

    body: Markup
    reflections: Mapping[str, Markup]  # by reflection id

    @property
    def all_texts(self) -> tuple[Markup, ...]:
        return (self.body, *self.reflections.values())


class InquiryContext(Struct, frozen=True, dict=True):
    """One inquiry of a teacher, evaluated, with its published texts, images and awards.

    `evaluated` has the decision as far as the reader may see it, so that no page can say more; `outcome`
    is the whole one.  `images` are by path below the inquiry's folder (`photos/wall.jpg`).  Charts and data
    files are made once, when a part first asks for them.
    """

    render: RenderContext
    teacher: Teacher
    evaluated: EvaluatedInquiry
    texts: InquiryTexts
    images: Mapping[str, PublishedImage]
    outcome: Decision
    awards: tuple[AwardCard, ...] = ()

    @property
    def translator(self) -> Translator:
        return self.render.translator

    @property
    def inquiry(self) -> Inquiry:
        return self.evaluated.inquiry

    @property
    def tool(self) -> Tool | None:
        return self.evaluated.tool

    @property
    def address(self) -> str:
        """The address of the evidence page; the inquiry's files stand below it."""
        return addresses.evidence(self.teacher.id, self.inquiry.id)

    @cached_property
    def charts(self) -> tuple[Chart, ...]:
        """Every run chart, by class and then by prompt."""
        return build_charts(self.render, self.evaluated)

    @property
    def main_charts(self) -> tuple[Chart, ...]:
        """The charts of the main prompt, one for each class."""
        main = self.evaluated.main
        return tuple(chart for chart in self.charts if main and chart.prompt.id == main.id)

    def draw_charts(self, layout: ChartLayout, plots: Sequence[Plot]) -> list[str]:
        """Plots of the inquiry in one layout, as SVG each; all its charts are rendered at once."""
        return self.render.draw_charts(layout, plots, [chart.plot for chart in self.charts])

    @cached_property
    def answer(self) -> Answer:
        """The answer to the inquiry's question, as every page gives it."""
        return make_answer(
            self.translator, self.evaluated, self.charts, self.render.program.school_year_starts
        )

    @cached_property
    def finding(self) -> FindingSentences:
        """The sentences beside the answer."""
        return FindingSentences(
            self.translator, self.main_charts, self.evaluated.design, self.evaluated.second_observer
        )

    @property
    def growth(self) -> tuple[str, ...]:
        """Each main prompt that is better in some class against steady growth, and its pooled step."""
        return growth_sentences(self.translator, self.evaluated)

    @cached_property
    def decision(self) -> DecisionLines:
        """The lines on the decision."""
        return DecisionLines(self.translator, self.evaluated, self.awards)

    @property
    def visits(self) -> set[tuple[Date, str, str]]:
        """(date, time, class id) of every visit on which something was counted."""
        return {
            (row.date, row.time, row.class_id)
            for row in self.inquiry.observations
            if row.date and row.value is not None
        }

    @property
    def visit_days(self) -> list[Date]:
        """The days of visits, each once, by date."""
        return sorted({day for day, _, _ in self.visits})

    @property
    def has_data(self) -> bool:
        """Whether anything was counted, published or not; else the page shows the plan."""
        return any(row.was_collected for row in self.inquiry.observations)

    @property
    def school_year(self) -> str:
        """The name of the school year of the last visit; empty before the first."""
        days = self.visit_days
        return self.render.program.school_year_starts.name_of(days[-1]) if days else ""

    @property
    def class_names(self) -> dict[str, str]:
        """Class id -> name, of the classes that have a chart."""
        return {chart.class_id: chart.class_name for chart in self.charts}

    @cached_property
    def data_csv(self) -> bytes:
        """The published counts as a table."""
        return write_data_csv(self.inquiry, self.tool)

    @cached_property
    def findings_json(self) -> bytes:
        """Every series with its finding, the design, the requirement and the decision."""
        return write_findings(self.evaluated, self.outcome, self.translator)


def make_inquiry_context(
    render: RenderContext,
    teacher: Teacher,
    evaluated: EvaluatedInquiry,
    texts: InquiryTexts,
    images: Mapping[str, PublishedImage],
    awards: tuple[AwardCard, ...] = (),
) -> InquiryContext:
    """The context of an inquiry for the audience of its pages."""
    publish = render.audience.publish_reviews(render.program.publish_reviews)
    awarded = is_awarded(awards, evaluated.inquiry.micro_credential)
    public = published_decision(evaluated.decision, publish, awarded=awarded)
    return InquiryContext(
        render, teacher, replace(evaluated, decision=public), texts, images, evaluated.decision, awards
    )
