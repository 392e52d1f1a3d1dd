"""Part of the evidence page: the run charts of the main prompt, a class each, with what their marks mean."""

from collections.abc import Sequence
from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import Change, Verdict
from generator.runchart.chart_spec import COLUMN, LARGE, STAIRCASE, ChartLayout
from generator.runchart.plot import Plot, Signal
from generator.runchart.series import first_change
from generator.site.inquiry.chart_view import Chart, order_by_start
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.interactive_data import InteractiveData, SavedWords
from generator.site.inquiry.measure_texts import measure
from generator.site.inquiry.results_after_change import condition_of
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import about_line


class MainChart(Struct, frozen=True):
    """A class's chart of the main prompt under a caption that says what it shows.

    `svg` has the picture that fits the page's width and, where that is wide, the one for phones behind it.
    In a comparison class no change was tried.
    """

    chart: Chart
    title: str
    figures: str
    condition: str
    is_comparison: bool
    svg: Markup

    @property
    def verdict(self) -> Verdict | None:
        """The verdict of its finding."""
        return self.chart.verdict

    @property
    def is_rising(self) -> bool:
        """Whether it may already have been getting better before the change."""
        return bool(self.chart.verdict and self.chart.finding.baseline_rising)


class ChartKey(Struct, frozen=True):
    """Which marks the charts have, for the line that says what they mean."""

    is_down_better: bool
    has_good_runs: bool
    has_wrong_runs: bool
    has_missed_visits: bool
    has_changes: bool


class ChangeLine(Struct, frozen=True):
    """A change in the numbered list under the charts; the number is the one on the charts' flags."""

    change: Change
    idea: Link | None
    classes: tuple[str, ...]


class ChartsPart(Struct, frozen=True):
    """`layout` is the name of the pictures' layout, `measure` says what they show, `interactive` is what
    the script of the charts reads.  Without a chart of the main prompt there is no key."""

    template: ClassVar[str] = "evidence/charts.html"

    layout: str
    measure: str
    main: tuple[MainChart, ...]
    key: ChartKey | None
    changes: tuple[ChangeLine, ...]
    interactive: Markup


def build_charts_part(context: InquiryContext) -> ChartsPart:
    """Charts with their pictures; empty where no data have been collected."""
    charts, main = context.main_charts, context.evaluated.main
    layout = _layout(context)
    main_charts = _main_charts(context, layout)
    series = measure(context.translator, main, context.tool.unit) if main and context.tool else ""
    return ChartsPart(
        layout=layout.name,
        measure=series,
        main=main_charts,
        key=chart_key([chart.plot for chart in charts]) if charts else None,
        changes=_change_lines(context),
        interactive=InteractiveData(context.translator).json(
            charts, _saved_words(context, series, main_charts)
        ),
    )


def _saved_words(context: InquiryContext, series: str, charts: Sequence[MainChart]) -> SavedWords:
    """What a chart says that leaves the page: no less than under its heading here."""
    rising = context.translator.gettext("may already have been getting better before")
    return SavedWords(
        title=context.inquiry.question or context.inquiry.title,
        series=series,
        source=" · ".join(
            filter(None, (context.teacher.name, about_line(context.teacher), context.render.program.title))
        ),
        captions={
            shown.chart.id: (
                shown.title,
                " · ".join(filter(None, (shown.figures, rising if shown.is_rising else "", shown.condition))),
            )
            for shown in charts
        },
    )


def chart_key(plots: Sequence[Plot]) -> ChartKey:
    """The marks of some plots that share a scale."""
    dots = [dot for plot in plots for dot in plot.dots]
    return ChartKey(
        is_down_better=any(plot.down_is_better for plot in plots),
        has_good_runs=any(dot.signal is Signal.GOOD for dot in dots),
        has_wrong_runs=any(dot.signal is Signal.WRONG for dot in dots),
        has_missed_visits=any(dot.y is None for dot in dots),
        has_changes=any(plot.flags for plot in plots),
    )


def _layout(context: InquiryContext) -> ChartLayout:
    """One class at the page's width; classes with staggered starts one under another; else side by side."""
    design = context.evaluated.design
    if len(context.main_charts) == 1:
        return LARGE
    return STAIRCASE if design and design.kind.is_staggered else COLUMN


def _main_charts(context: InquiryContext, layout: ChartLayout) -> tuple[MainChart, ...]:
    changes = context.inquiry.changes
    charts = order_by_start(context.main_charts, changes) if layout is STAIRCASE else context.main_charts
    plots = [chart.plot for chart in charts]
    wide = context.draw_charts(layout, plots) if layout is not COLUMN else [""] * len(plots)
    narrow = context.draw_charts(COLUMN, plots)
    answers = {answer.class_id: answer for answer in context.answer.classes}
    return tuple(
        MainChart(
            chart=chart,
            title=answers[chart.class_id].title,
            figures=answers[chart.class_id].figures,
            condition=condition_of(context.inquiry, chart.class_id),
            is_comparison=first_change(chart.class_id, changes) is None,
            svg=Markup(picture + for_phones),
        )
        for chart, picture, for_phones in zip(charts, wide, narrow, strict=True)
    )


def _change_lines(context: InquiryContext) -> tuple[ChangeLine, ...]:
    ideas, names = context.render.program.change_ideas, context.class_names
    return tuple(
        ChangeLine(
            change=change,
            idea=Link(ideas[change.idea].title, addresses.change_idea(change.idea))
            if change.idea in ideas
            else None,
            classes=tuple(names.get(class_id, class_id) for class_id in change.classes),
        )
        for change in sorted(context.inquiry.changes, key=lambda change: change.number)
    )
