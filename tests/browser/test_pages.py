"""The example program in a real browser: from the file system, at three widths, in both schemes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.site import EVIDENCE, KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Locator

Scheme = Literal["light", "dark"]
playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


def box_of(locator: "Locator") -> "FloatRect":
    """Where an element stands on the page, in pixels."""
    box = locator.bounding_box()
    assert box, "it is shown"
    return box


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


# 404.html has its links below a path only, and the search fetches: test_accessibility.py opens both
@pytest.mark.parametrize("kind", [one for one in KINDS if one not in ("404.html", "search/index.html")])
@pytest.mark.parametrize("width", [320, 768, 1400])
def test_no_page_scrolls_sideways_asks_the_network_or_complains(
    browser: "Browser", output: Path, kind: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda trouble: said.append(str(trouble)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((output / kind).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not said
    assert all(url.startswith("file://") for url in asked)
    page.close()


def test_the_first_screen_shows_question_decision_finding_and_charts(
    browser: "Browser", output: Path
) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto((output / EVIDENCE).as_uri())
    assert box_of(page.locator("h1"))["y"] < 200
    charts = page.locator(".main-charts svg.rc")
    boxes = [box_of(charts.nth(number)) for number in range(3)]
    assert len({round(box["y"]) for box in boxes}) == 1, "side by side"
    assert all(box["y"] + box["height"] < 900 for box in boxes)
    page.close()


def test_on_a_phone_the_words_of_a_chart_are_large_enough(browser: "Browser", output: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((output / EVIDENCE).as_uri())
    sizes = page.evaluate(
        """[...document.querySelectorAll('.main-charts svg.rc')].map(svg => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return Math.min(...[...svg.querySelectorAll('text')].map(
            text => parseFloat(getComputedStyle(text).fontSize) * scale));
        })"""
    )
    assert min(sizes) >= 11.4  # 12 px in a column of 286 px
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_page_in_both_schemes(
    browser: "Browser", output: Path, scheme: Scheme
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto((output / EVIDENCE).as_uri())
    ink, paper = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    )
    assert _contrast(ink, paper) >= 7
    quiet = page.evaluate("getComputedStyle(document.querySelector('.quiet')).color")
    assert _contrast(quiet, paper) >= 4.5
    page.close()


def test_the_skip_link_is_the_first_stop_of_the_keyboard(browser: "Browser", output: Path) -> None:
    page = browser.new_page()
    page.goto((output / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.close()


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as the browser writes them (WCAG 2)."""
    lights = []
    for colour in (one, other):
        channels = [float(part) / 255 for part in colour[4:-1].split(",")]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)
