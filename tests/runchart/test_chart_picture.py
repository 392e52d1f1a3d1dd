"""A series as a file: in the layout of the social cards, or on a page."""

from xml.etree.ElementTree import fromstring

import pytest

from generator.model import Verdict
from generator.runchart.chart_picture import ChartPicture, PictureFormat, draw_page, draw_picture
from tests.runchart.charts import sustained
from tests.runchart.pictures import SVG

PICTURE = ChartPicture(
    sustained(), "35% before, 65% since.", "It held", Verdict.SUSTAINED_IMPROVEMENT, "17 visits"
)


def test_an_svg_has_heading_figures_caption_labels_and_foot_and_needs_no_style_sheet() -> None:
    svg = fromstring(draw_picture(PICTURE, PictureFormat.SVG))
    texts = ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]
    assert " ".join(texts).startswith("Run chart, Period 2 35% before, 65% since. Median 35%")
    assert {"It held", "17 visits", "before 35%", "since 65%"} < set(texts)
    assert "fill:#0b5d4e" in (svg.findtext(f"{SVG}style") or "")
    assert svg.findtext(f"{SVG}title") == PICTURE.plot.title
    assert svg.findtext(f"{SVG}desc") == f"{PICTURE.headline} {PICTURE.plot.description}"


@pytest.mark.parametrize("scale", [1, 2])
def test_a_png_is_as_large_as_asked(scale: int) -> None:
    png = draw_picture(PICTURE, PictureFormat.PNG, scale)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 1200 * scale


def test_a_page_holds_every_picture_and_no_script() -> None:
    html = draw_page([sustained()] * 4).decode()
    assert html.count("<svg") == html.count("<figure>") == 4
    assert "<script" not in html
    assert "http" not in html
    assert draw_picture(PICTURE, PictureFormat.HTML) == draw_page([sustained()])
    assert len(draw_page([sustained()])) < 10_000
