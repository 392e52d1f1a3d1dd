"""Filtering, searching, exploring a chart: each fails here when it breaks."""

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from tests.browser.site import EVIDENCE, MARKS, PageLog, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS


@pytest.fixture
def page(page: "Page") -> "Page":
    page.set_viewport_size({"width": 1200, "height": 900})
    return page


def questions(page: "Page", among: str) -> list[str]:
    return [one.inner_text() for one in page.locator(f"{among} a").all()]


def test_teachers_are_filtered_and_sorted_from_a_folder(page: "Page", output: Path, log: PageLog) -> None:
    page.goto((output / "teachers/index.html").as_uri())
    assert page.locator("#found").is_hidden()
    assert not any("inquiries.js" in url for url in log.requests)
    page.select_option("[name=verdict]", "did_not_hold")
    page.locator("#found li").first.wait_for()
    found = page.locator("#found li").all_inner_texts()
    assert found and all("did not hold" in one for one in found)
    assert page.locator("#whole-list").is_hidden()
    assert page.url.endswith("#verdict=did_not_hold")
    page.select_option("[name=verdict]", "")
    page.fill("[name=words]", "lopez explain")
    assert page.locator("#found li").count() == 1
    page.fill("[name=words]", "")
    page.select_option("[name=sort]", "latest")
    assert page.locator("#found li").count() == 7
    page.locator("#found a").first.click()
    assert page.locator("h1").count() == 1
    page.go_back()
    page.locator("#found li").first.wait_for()
    assert "sort=latest" in page.url


def test_a_filter_stays_in_the_address_and_a_list_keeps_to_its_own(page: "Page", output: Path) -> None:
    page.goto((output / "index.html").as_uri() + "#subject=Mathematics")
    page.locator("#found li").first.wait_for()
    assert page.locator("#found li").count() == 1
    assert page.locator("[name=subject]").input_value() == "Mathematics"
    page.locator("button[type=reset]").click()
    page.locator("#whole-list").wait_for()
    assert "#" not in page.url
    page.fill("[name=words]", "partners")  # an inquiry of another school year
    page.get_by_text("Nothing matches all of these.").wait_for()
    page.goto((output / "micro-credentials/visible-thinking/index.html").as_uri())
    page.select_option("[name=sort]", "name")
    page.locator("#found li").first.wait_for()
    assert page.locator("#found li").count() == page.locator("#whole-list .row").count()
    assert (page.locator("#found a").first.get_attribute("href") or "").startswith("../../teachers/")


def test_the_search_finds_words_beginnings_and_accents_below_a_path(page: "Page", output: Path) -> None:
    with served(output.parent) as address:
        page.goto(f"{address}/portfolios/search/index.html")
        for asked, found in {
            "exploratory talk": "Does a routine of exploratory talk lead more students to explain",
            "EXPLORAT": "Does a routine of exploratory talk lead more students to explain",
            "lópez": "Does a routine of exploratory talk lead more students to explain",
        }.items():
            page.fill("[name=q]", asked)
            page.locator("#results li").first.wait_for()
            assert any(found in one for one in questions(page, "#results")), asked
        page.fill("[name=q]", "xyzzy")
        page.get_by_text("Nothing found").wait_for()
        page.fill("[name=q]", "exploratory")
        page.locator("#results a").first.click()
        page.locator("#run-charts").wait_for()
        page.go_back()
        assert page.locator("[name=q]").input_value() == "exploratory"


def test_nothing_is_loaded_before_the_button_and_then_the_chart_talks(
    page: "Page", output: Path, log: PageLog
) -> None:
    page.goto((output / EVIDENCE).as_uri())
    assert not any("vega" in url or "chart-spec" in url for url in log.requests)
    page.locator(".live-button").first.click()
    canvas = page.locator(".live-canvas canvas")
    canvas.wait_for()
    readout = page.locator(".live-readout")
    page.keyboard.press("Home")
    assert "September 5" in readout.inner_text()
    assert "7 of 22" in readout.inner_text()
    page.keyboard.press("ArrowRight")
    assert "September 12" in readout.inner_text()
    page.keyboard.press("End")
    assert "Above the median of 33" in readout.inner_text()
    assert "Part of a shift" in readout.inner_text()
    box = canvas.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
    assert box["width"]
    page.mouse.move(box["x"] + box["width"] * 0.12, box["y"] + 60)
    assert "September" in readout.inner_text()
    page.get_by_label("Show the other classes").check()
    with page.expect_download() as picture:
        page.get_by_text("Save as PNG").click()
    assert Path(picture.value.path()).read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as drawing:
        page.get_by_text("Save as SVG").click()
    assert b"<svg" in Path(drawing.value.path()).read_bytes()
    assert page.locator("figure.is-live > svg.rc:visible").count() == 0
    page.locator(".live-canvas").focus()
    page.keyboard.press("Escape")
    assert page.locator(".live").count() == 0
    assert page.locator("figure svg.rc").first.is_visible()


# of the charts that stand beside the first, or with it in a staircase, from the top of the page
WHERE = """(() => {
  const all = [...document.querySelectorAll('figure[data-chart]')];
  const top = (box) => box.getBoundingClientRect().top + scrollY;
  const stairs = document.querySelector('.is-staircase') && innerWidth > 800;
  return all.filter((box) => stairs || Math.abs(top(box) - top(all[0])) < 1).map(top);
})()"""
BOXES = """(all) => all.map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return { x, y, width, height };
})"""
# what is shown and lies under the panel of the chart that talks
COVERED = """(() => {
  const panel = document.querySelector('.live-panel').getBoundingClientRect();
  return [...document.querySelectorAll('main :is(p, li, h2, figcaption, summary, button, svg.rc text)')]
    .filter((one) => !one.closest('.live, .live-panel') && one.checkVisibility({ checkVisibilityCSS: true }))
    .filter((one) => {
      const box = one.getBoundingClientRect();
      return box.top < panel.bottom - 1 && panel.top + 1 < box.bottom
        && box.left < panel.right && panel.left < box.right;
    })
    .map((one) => one.textContent);
})()"""
STAIRS = EVIDENCE.replace("ana-lopez/visible-thinking", "rosa-delgado/less-waiting")
ONE_CLASS = EVIDENCE.replace("ana-lopez/visible-thinking", "ben-carter/partner-reading")


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("kind", [EVIDENCE, STAIRS, ONE_CLASS])
def test_the_chart_that_talks_shows_all_that_the_picture_does_moves_no_row_and_covers_nothing(
    page: "Page", output: Path, kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((output / kind).as_uri())
    places = page.evaluate(WHERE)
    picture = page.locator("figure[data-chart]").first.locator("svg.rc:visible")
    words = picture.locator("text").all_text_contents()
    hidden = picture.element_handle()
    page.locator(".live-button").first.click()
    canvas = page.locator(".live-canvas canvas")
    canvas.wait_for()
    assert page.evaluate(WHERE) == pytest.approx(places, abs=0.1)
    # both at one moment: the page may still be scrolling to the panel
    drawn_in, stood_in = page.evaluate(BOXES, [canvas.element_handle(), hidden])
    assert {**drawn_in, "width": 0} == pytest.approx({**stood_in, "width": 0}, abs=1.5)
    assert 0 <= drawn_in["width"] - stood_in["width"] <= 13, "a little more, for a label that is wide"
    assert page.evaluate(COVERED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as drawing:
        page.get_by_text("Save as SVG").click()
    drawn = fromstring(Path(drawing.value.path()).read_bytes())
    chart = drawn.find("{http://www.w3.org/2000/svg}svg")
    assert chart is not None
    assert sorted(words) == sorted(text.text or "" for text in chart.iter("{http://www.w3.org/2000/svg}text"))
    assert any(word.startswith(("since", "until")) for word in words)
    page.keyboard.press("Escape")
    assert page.locator(".live, .live-panel").count() == 0
    assert page.evaluate(WHERE) == pytest.approx(places, abs=0.1)


@pytest.mark.parametrize("width", [390, 1366])
def test_a_saved_chart_says_what_it_shows_and_whose_it_is(page: "Page", output: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((output / STAIRS).as_uri())
    page.locator(".live-button").first.click()
    page.locator(".live-canvas canvas").wait_for()
    with page.expect_download() as drawing:
        page.get_by_text("Save as SVG").click()
    root = fromstring(Path(drawing.value.path()).read_bytes())
    around = " ".join(one.text or "" for one in root.findall("{http://www.w3.org/2000/svg}text"))
    said = around.replace("\N{NO-BREAK SPACE}", " ")
    assert page.locator("h1").inner_text() in said
    assert "Morning: it held 37% before, 16% until change 3" in said
    assert "“Waits for an adult”" in said
    assert "Rosa Delgado · " in said and "Maple Grove Teacher Leaders" in said
    address = page.locator("link[rel=canonical]").get_attribute("href") or ""
    assert address.removeprefix("https://") in said.replace(" ", "").removeprefix("https://")
    months = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text") if one.text in ("Sep", "Feb")]
    assert months == ["Sep", "Feb"], "a staircase has its months under the last chart alone"
    wide = float(root.attrib["width"])
    with page.expect_download() as picture:
        page.get_by_text("Save as PNG").click()
    png = Path(picture.value.path()).read_bytes()
    assert int.from_bytes(png[16:20], "big") == round(2 * wide)


@pytest.mark.parametrize("width", [320, 390, 700, 1024, 1366])
@pytest.mark.parametrize("kind", [EVIDENCE, STAIRS.replace("index.html", "review/index.html")])
def test_each_figure_shows_one_picture_whose_words_can_be_read(
    page: "Page", output: Path, kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((output / kind).as_uri())
    for figure in page.locator("figure[data-chart]").all():
        picture = figure.locator("> svg.rc:visible")
        assert picture.count() == 1
        sizes = picture.locator("text").evaluate_all(
            "(texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)"
            " * text.getScreenCTM().a)"
        )
        assert min(sizes) >= 12
