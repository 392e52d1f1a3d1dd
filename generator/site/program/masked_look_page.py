"""The page of the review desk on which a reader says where the masked charts of an inquiry change.

What is not on the page cannot give the change away: neither names nor dates, no marks, no medians, no
wording of the prompt; the alternative text of a chart is its values.
"""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.runchart.chart_spec import COLUMN
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot import Dot, Frame, Plot, PlotScale
from generator.runchart.plot_axes import row_ticks
from generator.site.program.program_context import ProgramContext
from generator.site.program.review_card import MaskedChart, MaskedSet
from generator.site.rendering.inline_json import json_in_html
from generator.site.rendering.template_renderer import Link


class MaskedFigure(Struct, frozen=True):
    """One chart with its question; `visits` are (number, value) as the table shows them."""

    letter: str
    svg: Markup
    visits: tuple[tuple[int, str], ...]


class MaskedLookPage(Struct, frozen=True):
    """`digest` names the charts that are shown, `form_data` is JSON for the form's script."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    digest: str
    figures: tuple[MaskedFigure, ...]
    form_data: Markup


def masked_look_pages(context: ProgramContext) -> Iterator[MaskedLookPage]:
    """A page for each inquiry that waits for assessors."""
    cards = (inquiry.review for _, inquiry in context.inquiries)
    for masked in dict.fromkeys(card.masked for card in cards if card and card.masked):
        yield _masked_look_page(context, masked)


def _masked_look_page(context: ProgramContext, masked: MaskedSet) -> MaskedLookPage:
    gettext = context.translator.gettext
    plots = [_plot(context, chart) for chart in masked.charts]
    pictures = context.render.draw_charts(COLUMN, plots)
    title = gettext("Where does something change?")
    return MaskedLookPage(
        address=addresses.masked_look(masked.digest),
        title=title,
        description=title,
        trail=(*context.trail, Link(gettext("Review desk"), addresses.REVIEW)),
        digest=masked.digest,
        figures=tuple(
            MaskedFigure(chart.letter, Markup(picture), tuple(enumerate(_amounts(context, chart), start=1)))
            for chart, picture in zip(masked.charts, pictures, strict=True)
        ),
        form_data=json_in_html(
            {"charts": masked.digest, "letters": [chart.letter for chart in masked.charts]}
        ),
    )


def _plot(context: ProgramContext, chart: MaskedChart) -> Plot:
    """Values one after another, at equal distances."""
    translator = context.translator
    frame = Frame(0.5, len(chart.values) + 0.5, chart.low, chart.high)
    values = translator.ngettext(
        "{n} visit: {values}",
        "{n} visits, one after another: {values}",
        len(chart.values),
        values=", ".join(_amounts(context, chart)),
    )
    return Plot(
        frame=frame,
        dots=tuple(Dot(float(number), value) for number, value in enumerate(chart.values, start=1)),
        levels=(),
        flags=(),
        bands=(),
        ticks=row_ticks(frame.x_to),
        grid=PlotScale(frame, chart.is_share, terms=ChartTerms(translator)).grid,
        title=translator.gettext("Chart {letter}", letter=chart.letter),
        description=values,
    )


def _amounts(context: ProgramContext, chart: MaskedChart) -> list[str]:
    translator = context.translator
    if chart.is_share:
        return [translator.format_percent(value) for value in chart.values]
    return [translator.format_number(value, 1) for value in chart.values]
