"""A picture that stands alone: headline, description, colours of its own."""

from xml.etree.ElementTree import fromstring

from generator.runchart.chart_spec import PICTURE
from generator.runchart.standalone_picture import STYLE, standalone_page, standalone_svg
from tests.runchart.pictures import SVG

BODY = '<path class="rc-line" d="M0 0l5 5"/>'


def test_headline_and_description_are_written_and_named_for_screen_readers() -> None:
    svg = fromstring(standalone_svg("rc-1", "Talk & <thought>", "Median 35%.", "", BODY))
    title, description = (svg.find(f"{SVG}{tag}") for tag in ("title", "desc"))
    assert title is not None and title.text == "Talk & <thought>"
    assert description is not None and description.text == "Median 35%."
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert [text.text for text in svg.iter(f"{SVG}text")] == ["Talk & <thought>", "Median 35%."]


def test_a_long_description_is_wrapped_and_cut_off_after_four_lines() -> None:
    short = fromstring(standalone_svg("rc-1", "Talk", "Short.", "", BODY))
    long = fromstring(standalone_svg("rc-1", "Talk", "Many words. " * 60, "", BODY))
    lines = [text.text or "" for text in long.iter(f"{SVG}text")][1:]
    assert len(lines) == 4
    assert lines[-1].endswith(" …")
    assert float(long.get("height", "")) > float(short.get("height", "")) > PICTURE.height


def test_it_needs_no_style_sheet() -> None:
    assert f"<style>{STYLE}</style>" in standalone_svg("rc-1", "Talk", "", "", BODY)
    assert "fill:#0b5d4e" in STYLE


def test_a_page_of_one_picture_is_called_after_it_and_of_several_after_all() -> None:
    one, two = ("Period 2", "Up.", "<svg/>"), ("Period 4", "Down.", "<svg/>")
    assert "<title>Period 2</title>" in standalone_page([one], "en", "Run charts")
    assert "<title>Gráficos</title>" in standalone_page([one, two], "es", "Gráficos")
    assert '<html lang="es">' in standalone_page([one, two], "es", "Gráficos")


def test_a_page_runs_nothing_and_fetches_nothing() -> None:
    page = standalone_page([("<b>", "a & b", "<svg/>")], "en", "Run charts")
    assert "<script" not in page and "http" not in page
    assert "&lt;b&gt;" in page and "a &amp; b" in page
