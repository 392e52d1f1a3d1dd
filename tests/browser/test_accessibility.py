"""Everybody can read the evidence: axe, keyboard, forced colours, no script, print, weight."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import EVIDENCE, KINDS, MARKS, MASKED, PageLog, packed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

axe = pytest.importorskip("axe_playwright_python.base")
pytestmark = MARKS
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_below_a_path_every_page_is_quiet_asks_nobody_else_and_has_no_violation(
    tab: "Page", log: PageLog, below_a_path: str, kind: str
) -> None:
    tab.goto(f"{below_a_path}/{kind}", wait_until="networkidle")  # 404.html has its style sheet there only
    assert (log.messages, log.refused) == ([], [])
    assert all(url.startswith((below_a_path, "data:")) for url in log.requests)
    assert 0 < len(log.requests) <= 15
    tab.evaluate(AXE)
    assert violations(tab) == []
    tab.emulate_media(color_scheme="dark")  # changes colours and nothing else
    assert violations(tab, "{runOnly: ['color-contrast']}") == []


def violations(tab: "Page", rules: str = "{}") -> list[tuple[str, list[str]]]:
    """What axe finds on the page as it is: each rule, with the first elements against it."""
    found = tab.evaluate(f"axe.run({rules}).then(result => result.violations)")
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


def test_an_open_table_and_an_interactive_chart_have_no_violation_either(tab: "Page", output: Path) -> None:
    tab.goto((output / EVIDENCE).as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    tab.locator(".live-button").first.click()
    tab.locator(".live-canvas canvas").wait_for()
    tab.evaluate(AXE)
    assert violations(tab) == []


@pytest.mark.parametrize("light", [False, True])
def test_the_tally_page_has_no_violation_on_any_of_its_screens(
    tab: "Page", output: Path, light: bool
) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto((output / "tools/math-talk/tally/index.html").as_uri() + "#class=Period%202&n=26")
    tab.locator("html[data-ready]").wait_for(state="attached")
    if light:
        tab.click("#light")
    tab.evaluate(AXE)
    for step in ("#start .go", "#resize-now", "#resize .go", "#resize-cancel", "#finish", "#visits .size"):
        assert violations(tab) == [], f"before {step}"
        if step == "#resize .go":
            tab.fill("#resize-n", "26.5")
        tab.click(step)
    assert violations(tab) == []


@pytest.fixture(scope="module")
def without_scripts(browser: "Browser") -> Iterator["Page"]:
    page = browser.new_page(java_script_enabled=False)
    yield page
    page.close()


@pytest.mark.parametrize("kind", [one for one in KINDS if "/tally/" not in one])
def test_without_scripts_all_evidence_is_there(without_scripts: "Page", output: Path, kind: str) -> None:
    without_scripts.goto((output / kind).as_uri())
    text = without_scripts.locator("main").inner_text()
    assert len(text) > 40
    assert "Explore this chart" not in text


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(tab: "Page", output: Path) -> None:
    tab.goto((output / EVIDENCE).as_uri())
    wanted = tab.evaluate(
        "[...document.querySelectorAll('a[href], summary, button')]"
        ".filter(one => one.checkVisibility()).length"
    )
    seen = 0
    for _ in range(wanted + 60):
        tab.keyboard.press("Tab")
        where = tab.evaluate(
            """(() => { const one = document.activeElement;
              if (one === document.body) return null;
              const style = getComputedStyle(one);
              return [one.tagName, style.outlineStyle, parseFloat(style.outlineWidth)]; })()"""
        )
        if where is None:
            break
        assert where[1] != "none" and where[2] >= 1, where
        seen += where[0] in ("A", "SUMMARY", "BUTTON")
    assert seen >= wanted - 1


def test_with_forced_colours_charts_and_verdicts_are_still_drawn(tab: "Page", output: Path) -> None:
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    tab.goto((output / EVIDENCE).as_uri())
    line, paper = tab.evaluate(
        """[getComputedStyle(document.querySelector('svg.rc .rc-line')).stroke,
            getComputedStyle(document.documentElement).backgroundColor]"""
    )
    assert line not in ("none", paper)


@pytest.mark.parametrize("kind", ["index.html", "teachers/index.html", MASKED])
def test_with_forced_colours_every_word_stands_out(tab: "Page", output: Path, kind: str) -> None:
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    tab.goto((output / kind).as_uri())
    tab.evaluate(AXE)
    assert violations(tab, "{runOnly: ['color-contrast']}") == []


def test_printed_the_decision_is_on_the_first_page_and_no_chart_is_cut(
    tab: "Page", output: Path, tmp_path: Path
) -> None:
    tab.goto((output / EVIDENCE).as_uri())
    tab.emulate_media(media="print")
    for form in ("A4", "Letter"):
        tab.pdf(path=tmp_path / f"{form}.pdf", format=form)
    assert tab.evaluate("getComputedStyle(document.querySelector('.chart')).breakInside") == "avoid"
    assert tab.locator(".live-button").first.is_hidden()
    reader = shutil.which("pdftotext")
    if reader:
        import subprocess

        for form in ("A4", "Letter"):
            ran = subprocess.run(
                [reader, "-l", "1", tmp_path / f"{form}.pdf", "-"], capture_output=True, check=True, text=True
            )
            assert "Earned: mastery and impact both shown" in ran.stdout


def test_weights_stay_within_their_budgets(output: Path) -> None:
    """TRUST: an evidence page at most 100 KB gzipped without scripts and 150 KB with them."""
    page = (output / EVIDENCE).read_bytes()
    sheet = b"".join(path.read_bytes() for path in (output / "assets").glob("site-*.css"))
    first = [path.read_bytes() for path in (output / "assets").glob("charts-*.js")]
    assert packed(page) + packed(sheet) <= 100_000
    assert packed(page) + packed(sheet) + sum(map(packed, first)) <= 150_000
    assert not re.search(rb'src="[^"]*vega', page)
