"""A forest plot as a picture: marks where the figures are, words that can be read, the page's colours."""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.runchart.forest_plot import ForestRow, Interval
from generator.runchart.forest_renderer import draw_forest
from tests.runchart.forests import ROWS, SUMMARY, forest_plot

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> Element:
    return fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def paths(svg: str) -> dict[str, str]:
    return {path.get("class", ""): path.get("d", "") for path in drawn(svg).iter(f"{SVG}path")}


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in drawn(svg).iter(f"{SVG}text")]


def test_an_interval_runs_from_its_low_bound_to_its_high_one_on_the_scale() -> None:
    plot = forest_plot()
    first = re.match(r"M([\d.]+) ([\d.]+)h([\d.]+)", paths(draw_forest(plot))["fp-interval"])
    assert first
    across = 308 / (plot.x_to - plot.x_from)
    assert float(first[1]) == pytest.approx(6 + (3 - plot.x_from) * across, abs=0.1)
    assert float(first[3]) == pytest.approx((21 - 3) * across, abs=0.1)


def test_each_study_has_an_interval_a_square_its_name_and_its_figures() -> None:
    svg = draw_forest(forest_plot())
    assert paths(svg)["fp-interval"].count("M") == 2
    assert paths(svg)["fp-estimate"].count("M") == 2
    for row in ROWS:
        assert {row.label, row.amount} <= set(texts(svg))


def test_a_diamond_and_a_prediction_are_drawn_only_where_there_is_a_summary() -> None:
    assert {"fp-diamond", "fp-prediction"}.isdisjoint(paths(draw_forest(forest_plot())))
    with_summary = paths(draw_forest(forest_plot(summary=SUMMARY)))
    assert with_summary["fp-diamond"].endswith("z")
    assert with_summary["fp-prediction"].count("M") == 1


def test_no_change_is_a_line_of_its_own() -> None:
    assert paths(draw_forest(forest_plot()))["fp-zero"].count("M") == len(ROWS)


def test_no_line_of_the_scale_crosses_the_words() -> None:
    svg = draw_forest(forest_plot(summary=SUMMARY))
    feet = [
        float(text.get("y", 0))
        for text in drawn(svg).iter(f"{SVG}text")
        if "fp-tick" not in text.get("class", "")
    ]
    for layer in ("fp-zero", "fp-grid"):
        lines = re.findall(r"M[\d.]+ ([\d.]+)v(-?[\d.]+)", paths(svg)[layer])
        assert lines
        for start, length in lines:
            low, high = sorted((float(start), float(start) + float(length)))
            assert not any(low < foot < high or low < foot - 9 < high for foot in feet)


def test_a_long_name_gives_way_to_the_figures() -> None:
    long = ForestRow(Interval(1, 0, 2), "1 Hannah Schmidt-Rothenberger de la Vega, Grade 9", "+1 (0 to 2)")
    name, amount = texts(draw_forest(forest_plot(long)))[:2]
    assert name.endswith("…")
    assert len(name) + len(amount) < 45
    assert amount == "+1 (0 to 2)"


def test_what_follows_a_dot_gives_way_before_the_name_does() -> None:
    long = ForestRow(Interval(1, 0, 2), "1 Rosa Delgado Ruiz · grade 7", "+31 (+21 to +41)")
    assert texts(draw_forest(forest_plot(long)))[0] == "1 Rosa Delgado Ruiz"


def test_it_says_what_it_shows_to_who_cannot_see_it_and_has_no_colours_of_its_own() -> None:
    svg = draw_forest(forest_plot(ForestRow(Interval(1, 0, 2), "<b>", "1")))
    root = drawn(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Forest plot"
    assert "&lt;b&gt;" in svg
    assert "style=" not in svg
    assert not re.search(r'(?:fill|stroke)="', svg)
    assert svg == draw_forest(forest_plot(ForestRow(Interval(1, 0, 2), "<b>", "1")))
