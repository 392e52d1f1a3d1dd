"""Everybody can read the evidence: axe, keyboard, forced colours, no script, print, weight."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.site import CHROMIUM, EVIDENCE, KINDS, MARKS, MASKED, packed, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Scheme = Literal["light", "dark"]
playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.base")
pytestmark = MARKS
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: "Browser", output: Path, kind: str, scheme: Scheme) -> None:
    page = browser.new_page(color_scheme=scheme)
    with served(output.parent) as address:  # 404.html has its style sheet there only
        page.goto(f"{address}/portfolios/{kind}")
        page.evaluate(AXE)
        # the scheme changes colours and nothing else
        rules = "{}" if scheme == "light" else "{runOnly: ['color-contrast']}"
        found = page.evaluate(f"axe.run({rules}).then(result => result.violations)")
        page.close()
    told = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]
    assert told == [], json.dumps(told, indent=1)


def test_an_open_table_and_an_interactive_chart_have_no_violation_either(
    browser: "Browser", output: Path
) -> None:
    page = browser.new_page()
    page.goto((output / EVIDENCE).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.locator(".live-button").first.click()
    page.locator(".live-canvas canvas").wait_for()
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(result => result.violations.map(one => one.id))")
    page.close()
    assert found == []


@pytest.mark.parametrize("light", [False, True])
def test_the_tally_page_has_no_violation_on_any_of_its_screens(
    browser: "Browser", output: Path, light: bool
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((output / "tools/math-talk/tally/index.html").as_uri() + "#class=Period%202&n=26")
    page.locator("html[data-ready]").wait_for(state="attached")
    if light:
        page.click("#light")
    page.evaluate(AXE)
    for step in ("#start .go", "#resize-now", "#resize .go", "#resize-cancel", "#finish", "#visits .size"):
        found = page.evaluate("axe.run().then(result => result.violations.map(one => one.id))")
        assert found == [], f"before {step}"
        if step == "#resize .go":
            page.fill("#resize-n", "26.5")
        page.click(step)
    assert page.evaluate("axe.run().then(result => result.violations.map(one => one.id))") == []
    page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_below_a_path_every_page_is_quiet_and_asks_nobody_else(
    browser: "Browser", output: Path, kind: str
) -> None:
    said: list[str] = []
    asked: list[str] = []
    with served(output.parent) as address:
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda trouble: said.append(str(trouble)))
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
        page.goto(f"{address}/portfolios/{kind}", wait_until="networkidle")
        page.close()
    assert said == []
    assert all(url.startswith((address, "data:")) for url in asked)
    assert len(asked) <= 15


@pytest.mark.parametrize("kind", [one for one in KINDS if "/tally/" not in one])
def test_without_scripts_all_evidence_is_there(browser: "Browser", output: Path, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((output / kind).as_uri())
    text = page.locator("main").inner_text()
    context.close()
    assert len(text) > 40
    assert "Explore this chart" not in text


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(browser: "Browser", output: Path) -> None:
    page = browser.new_page()
    page.goto((output / EVIDENCE).as_uri())
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], summary, button')]"
        ".filter(one => one.checkVisibility()).length"
    )
    seen = 0
    for _ in range(wanted + 60):
        page.keyboard.press("Tab")
        where = page.evaluate(
            """(() => { const one = document.activeElement;
              if (one === document.body) return null;
              const style = getComputedStyle(one);
              return [one.tagName, style.outlineStyle, parseFloat(style.outlineWidth)]; })()"""
        )
        if where is None:
            break
        assert where[1] != "none" and where[2] >= 1, where
        seen += where[0] in ("A", "SUMMARY", "BUTTON")
    page.close()
    assert seen >= wanted - 1


def test_with_forced_colours_charts_and_verdicts_are_still_drawn(browser: "Browser", output: Path) -> None:
    page = browser.new_page(forced_colors="active", color_scheme="dark")
    page.goto((output / EVIDENCE).as_uri())
    line, paper = page.evaluate(
        """[getComputedStyle(document.querySelector('svg.rc .rc-line')).stroke,
            getComputedStyle(document.documentElement).backgroundColor]"""
    )
    page.close()
    assert line not in ("none", paper)


@pytest.mark.parametrize("kind", ["index.html", "teachers/index.html", MASKED])
def test_with_forced_colours_every_word_stands_out(browser: "Browser", output: Path, kind: str) -> None:
    page = browser.new_page(forced_colors="active", color_scheme="dark")
    page.goto((output / kind).as_uri())
    page.evaluate(AXE)
    found = page.evaluate(
        "axe.run({runOnly: ['color-contrast']}).then(result =>"
        " result.violations.flatMap(one => one.nodes.map(node => node.html)))"
    )
    page.close()
    assert found == []


def test_printed_the_decision_is_on_the_first_page_and_no_chart_is_cut(
    browser: "Browser", output: Path, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto((output / EVIDENCE).as_uri())
    page.emulate_media(media="print")
    for form in ("A4", "Letter"):
        page.pdf(path=tmp_path / f"{form}.pdf", format=form)
    assert page.evaluate("getComputedStyle(document.querySelector('.chart')).breakInside") == "avoid"
    assert page.locator(".live-button").first.is_hidden()
    page.close()
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
