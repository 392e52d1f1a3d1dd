"""The evidence page answers on its first screen, and is no longer than it need be."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import EVIDENCE, MARKS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS
WITH_CHARTS = (
    EVIDENCE,
    "teachers/ben-carter/because-sentences/index.html",
    "teachers/mei-tanaka/questions-in-the-lab/index.html",
    "teachers/rosa-delgado/less-waiting/index.html",
)


def opened(browser: "Browser", output: Path, address: str, width: int, height: int) -> "Page":
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto((output / address).as_uri())
    return page


def box_of(page: "Page", selector: str) -> dict[str, float]:
    box = page.locator(selector).locator("visible=true").first.bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_on_a_laptop_the_first_chart_is_whole(browser: "Browser", output: Path, address: str) -> None:
    page = opened(browser, output, address, 1366, 640)
    assert box_of(page, ".main-charts .chart")["y"] < 400
    picture = box_of(page, ".main-charts svg.rc")
    assert picture["y"] + picture["height"] <= 640
    page.close()


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_on_a_phone_the_first_chart_has_begun(browser: "Browser", output: Path, address: str) -> None:
    page = opened(browser, output, address, 390, 844)
    assert box_of(page, ".main-charts .chart")["y"] < 700
    page.close()


@pytest.mark.parametrize(("width", "most"), [(1366, 9_000), (390, 14_000)])
def test_the_largest_inquiry_stays_short(browser: "Browser", output: Path, width: int, most: int) -> None:
    page = opened(browser, output, EVIDENCE, width, 768)
    assert page.evaluate("document.documentElement.scrollHeight") <= most
    assert len(page.inner_text("main").split()) <= 3_300
    page.close()


def test_an_inquiry_without_data_is_one_screen(browser: "Browser", output: Path) -> None:
    page = opened(browser, output, "teachers/sam-whitfield/rehearsal-letters/index.html", 1366, 768)
    assert page.evaluate("document.documentElement.scrollHeight") <= 768
    assert page.locator("#plan").get_by_text("Looking for a colleague").is_visible()
    page.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_paper_it_is_at_most_nine_pages(browser: "Browser", output: Path, paper: str) -> None:
    page = opened(browser, output, EVIDENCE, 1366, 768)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) <= 9
    page.emulate_media(media="print")
    assert page.locator(".paper-addresses").is_visible()
    assert page.locator("#data-period-2 table").is_visible()
    page.close()
