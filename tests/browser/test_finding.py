"""Filtering, searching, exploring a chart: each fails here when it breaks."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from tests.browser.site import CHROMIUM, EVIDENCE, MARKS, PageLog, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = MARKS


@pytest.fixture
def page(log: PageLog) -> Iterator["Page"]:
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        one = chromium.new_page(accept_downloads=True, viewport={"width": 1200, "height": 900})
        log.listen(one)
        yield one
        assert log.messages == []
        chromium.close()


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


# of all that is shown, from the top of the page
WHERE = """[...document.querySelectorAll('figure, h3')].filter((box) => box.getClientRects().length)
  .map((box) => box.getBoundingClientRect().top + scrollY)"""


@pytest.mark.parametrize("width", [390, 1366])
def test_the_chart_that_talks_shows_all_that_the_picture_does_and_moves_nothing(
    page: "Page", output: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((output / EVIDENCE).as_uri())
    places = page.evaluate(WHERE)
    picture = page.locator("figure[data-chart]").first.locator("svg.rc:visible")
    words = picture.locator("text").all_text_contents()
    hidden = picture.element_handle()
    page.locator(".live-button").first.click()
    canvas = page.locator(".live-canvas canvas")
    canvas.wait_for()
    assert page.evaluate(WHERE) == pytest.approx(places, abs=0.1)
    assert canvas.bounding_box() == pytest.approx(hidden.bounding_box(), abs=1.5)
    with page.expect_download() as drawing:
        page.get_by_text("Save as SVG").click()
    drawn = fromstring(Path(drawing.value.path()).read_bytes())
    assert sorted(words) == sorted(text.text or "" for text in drawn.iter("{http://www.w3.org/2000/svg}text"))
    assert any(word.startswith("since") for word in words)


@pytest.mark.parametrize("width", [320, 390, 700, 1024, 1366])
def test_each_figure_shows_one_picture_whose_words_can_be_read(
    page: "Page", output: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((output / EVIDENCE).as_uri())
    for figure in page.locator("figure[data-chart]").all():
        picture = figure.locator("> svg.rc:visible")
        assert picture.count() == 1
        sizes = picture.locator("text").evaluate_all(
            "(texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)"
            " * text.getScreenCTM().a)"
        )
        assert min(sizes) >= 12
