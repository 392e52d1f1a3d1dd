"""Part of the evidence page: the run charts, class by class, with the changes that their flags name."""

from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import Change
from generator.runchart.chart_spec import STAIRCASE
from generator.runchart.series import first_change
from generator.site.inquiry.chart_view import Chart, order_by_start
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.interactive_data import InteractiveData
from generator.site.inquiry.results_after_change import condition_of
from generator.site.rendering.template_renderer import Link


class ClassCharts(Struct, frozen=True):
    """All charts of one class, the main prompt's first.  In a comparison class no change was tried."""

    class_id: str
    class_name: str
    condition: str
    is_comparison: bool
    charts: tuple[Chart, ...]


class ChangeLine(Struct, frozen=True):
    """A change in the numbered list under the charts; the number is the one on the charts' flags."""

    change: Change
    idea: Link | None
    classes: tuple[str, ...]


class ChartsPart(Struct, frozen=True):
    """`main` are the charts of the main prompt, `staircase` their pictures one under another where the
    classes started at different times, `interactive` what the script of the charts reads."""

    template: ClassVar[str] = "evidence/03-charts.html"

    main: tuple[Chart, ...]
    changes: tuple[ChangeLine, ...]
    staircase: tuple[Markup, ...]
    classes: tuple[ClassCharts, ...]
    interactive: Markup


def build_charts_part(context: InquiryContext) -> ChartsPart:
    """Charts with their pictures; all empty where no data have been collected."""
    return ChartsPart(
        main=context.main_charts,
        changes=_change_lines(context),
        staircase=_staircase(context),
        classes=tuple(
            _class_charts(context, class_id, name) for class_id, name in context.class_names.items()
        ),
        interactive=InteractiveData(context.translator).json(context.charts),
    )


def _class_charts(context: InquiryContext, class_id: str, name: str) -> ClassCharts:
    of_class = [chart for chart in context.charts if chart.class_id == class_id]
    return ClassCharts(
        class_id=class_id,
        class_name=name,
        condition=condition_of(context.inquiry, class_id),
        is_comparison=first_change(class_id, context.inquiry.changes) is None,
        charts=tuple(sorted(of_class, key=lambda chart: chart.prompt is not context.evaluated.main)),
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


def _staircase(context: InquiryContext) -> tuple[Markup, ...]:
    """The classes one under another on one time axis, where they started at different times."""
    design = context.evaluated.design
    if design is None or not design.kind.is_staggered:
        return ()
    with_change = [chart for chart in context.main_charts if chart.verdict is not None]
    ordered = order_by_start(with_change, context.inquiry.changes)
    pictures = context.render.draw_charts(STAIRCASE, [chart.plot for chart in ordered])
    return tuple(Markup(picture) for picture in pictures)
