"""The evidence page answers on its first screen, and is no longer than it need be."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import EVIDENCE, MARKS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS
WITH_CHARTS = (
    EVIDENCE,
    "teachers/ben-carter/because-sentences/index.html",
    "teachers/mei-tanaka/questions-in-the-lab/index.html",
    "teachers/rosa-delgado/less-waiting/index.html",
)


def opened(page: "Page", output: Path, address: str, width: int, height: int) -> "Page":
    page.set_viewport_size({"width": width, "height": height})
    page.goto((output / address).as_uri())
    return page


def box_of(page: "Page", selector: str) -> dict[str, float]:
    box = page.locator(selector).locator("visible=true").first.bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_on_a_laptop_the_first_chart_is_whole(tab: "Page", output: Path, address: str) -> None:
    page = opened(tab, output, address, 1366, 640)
    assert box_of(page, ".main-charts .chart")["y"] < 400
    picture = box_of(page, ".main-charts svg.rc")
    assert picture["y"] + picture["height"] <= 640


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_on_a_phone_the_first_chart_has_begun(tab: "Page", output: Path, address: str) -> None:
    page = opened(tab, output, address, 390, 844)
    assert box_of(page, ".main-charts .chart")["y"] < 700


@pytest.mark.parametrize(("width", "most"), [(1366, 9_000), (390, 14_000)])
def test_the_largest_inquiry_stays_short(tab: "Page", output: Path, width: int, most: int) -> None:
    page = opened(tab, output, EVIDENCE, width, 768)
    assert page.evaluate("document.documentElement.scrollHeight") <= most
    assert len(page.inner_text("main").split()) <= 3_300


def test_an_inquiry_without_data_is_one_screen(tab: "Page", output: Path) -> None:
    page = opened(tab, output, "teachers/sam-whitfield/rehearsal-letters/index.html", 1366, 768)
    assert page.evaluate("document.documentElement.scrollHeight") <= 768
    assert page.locator("#plan").get_by_text("Looking for a colleague").is_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_paper_it_is_at_most_nine_pages(tab: "Page", output: Path, paper: str) -> None:
    page = opened(tab, output, EVIDENCE, 1366, 768)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) <= 9
    page.emulate_media(media="print")
    assert page.locator(".paper-addresses").is_visible()
    assert page.locator("#data-period-2 table").is_visible()
