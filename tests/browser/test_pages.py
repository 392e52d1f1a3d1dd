"""The example program in a real browser: from the file system, at three widths, in both schemes."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.site import EVIDENCE, KINDS, MARKS, PageLog

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Locator, Page

Scheme = Literal["light", "dark"]
pytestmark = MARKS


def box_of(locator: "Locator") -> "FloatRect":
    """Where an element stands on the page, in pixels."""
    box = locator.bounding_box()
    assert box, "it is shown"
    return box


# 404.html has its links below a path only, and the search fetches: test_accessibility.py opens both
@pytest.mark.parametrize("kind", [one for one in KINDS if one not in ("404.html", "search/index.html")])
def test_no_page_scrolls_sideways_asks_the_network_or_complains(
    tab: "Page", log: PageLog, output: Path, kind: str
) -> None:
    tab.set_viewport_size({"width": 320, "height": 900})
    tab.goto((output / kind).as_uri())
    for width in (320, 768, 1400):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate("[innerWidth, document.documentElement.scrollWidth <= innerWidth]") == [
            width,
            True,
        ]
    assert not log.messages
    assert log.requests
    assert all(url.startswith("file://") for url in log.requests)


def test_the_first_screen_shows_question_decision_finding_and_charts(tab: "Page", output: Path) -> None:
    tab.set_viewport_size({"width": 1400, "height": 900})
    tab.goto((output / EVIDENCE).as_uri())
    assert box_of(tab.locator("h1"))["y"] < 200
    charts = tab.locator(".main-charts svg.rc")
    boxes = [box_of(charts.nth(number)) for number in range(3)]
    assert len({round(box["y"]) for box in boxes}) == 1, "side by side"
    assert all(box["y"] + box["height"] < 900 for box in boxes)


def test_on_a_phone_the_words_of_a_chart_are_large_enough(tab: "Page", output: Path) -> None:
    tab.set_viewport_size({"width": 320, "height": 800})
    tab.goto((output / EVIDENCE).as_uri())
    sizes = tab.evaluate(
        """[...document.querySelectorAll('.main-charts svg.rc')].map(svg => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return Math.min(...[...svg.querySelectorAll('text')].map(
            text => parseFloat(getComputedStyle(text).fontSize) * scale));
        })"""
    )
    assert min(sizes) >= 11.4  # 12 px in a column of 286 px


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_page_in_both_schemes(tab: "Page", output: Path, scheme: Scheme) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.goto((output / EVIDENCE).as_uri())
    ink, paper = tab.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    )
    assert _contrast(ink, paper) >= 7
    quiet = tab.evaluate("getComputedStyle(document.querySelector('.quiet')).color")
    assert _contrast(quiet, paper) >= 4.5


def test_the_skip_link_is_the_first_stop_of_the_keyboard(tab: "Page", output: Path) -> None:
    tab.goto((output / "index.html").as_uri())
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#main"


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as the browser writes them (WCAG 2)."""
    lights = []
    for colour in (one, other):
        channels = [float(part) / 255 for part in colour[4:-1].split(",")]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)
