"""One series as a picture that stands alone, in the layout of the social cards; or several on a page."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from generator.model import Verdict
from generator.runchart.chart_renderer import draw_charts
from generator.runchart.chart_spec import PICTURE
from generator.runchart.plot import Plot
from generator.runchart.share_card import CARD, CardChart, ShareCard, card_png, card_svg
from generator.runchart.standalone_picture import standalone_page


class PictureFormat(StrEnum):
    """The formats of a standalone picture, each the suffix of its files."""

    SVG = "svg"
    PNG = "png"
    HTML = "html"


class ChartPicture(Struct, frozen=True):
    """`plot` with its title as heading; `headline` is said in bold before its description, `caption` stands
    above the chart beside the verdict's mark, `foot` below the rule."""

    plot: Plot
    headline: str = ""
    caption: str = ""
    verdict: Verdict | None = None
    foot: str = ""


def draw_picture(picture: ChartPicture, form: PictureFormat, scale: float = 2) -> bytes:
    """The picture as a file; a PNG is 1200 px wide, times `scale`."""
    plot = picture.plot
    if form is PictureFormat.HTML:
        return draw_page([plot])
    (svg,) = draw_charts(CARD, [plot])
    card = ShareCard(
        heading=plot.title,
        headline=picture.headline,
        rest=plot.description,
        who=picture.foot,
        program="",
        charts=(CardChart(svg, picture.caption, picture.verdict),),
    )
    if form is PictureFormat.PNG:
        return card_png(card, scale)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{card_svg(card)}\n'.encode()


def draw_page(plots: Sequence[Plot], *, language: str = "en", heading: str = "Run charts") -> bytes:
    """All plots on one self-contained HTML page, without a script; `heading` is what several are called."""
    figures = [
        (plot.title, plot.description, svg)
        for plot, svg in zip(plots, draw_charts(PICTURE, plots), strict=True)
    ]
    return standalone_page(figures, language, heading).encode()
