"""What is handed out on paper is one page, A4 and Letter; forms and buttons are not printed."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "address",
    [
        "tools/math-talk/sheet",
        "tools/exit-ticket/sheet",
        "teachers/ana-lopez/visible-thinking/visit",
        "teachers/rosa-delgado/less-waiting/visit",
        "teachers/ana-lopez/visible-thinking/brief",
        "teachers/ben-carter/because-sentences/brief",
        "teachers/mei-tanaka/questions-in-the-lab/brief",
        "how-to-read",
        "review/charts/6dab782ba0df",
    ],
)
def test_it_is_one_page(tab: "Page", output: Path, address: str, paper: str) -> None:
    tab.goto((output / address / "index.html").as_uri())
    assert len(re.findall(rb"/Type\s*/Page\b", tab.pdf(format=paper))) == 1


def test_on_paper_the_way_to_the_tally_page_can_be_typed(tab: "Page", output: Path) -> None:
    tab.goto((output / "teachers/ana-lopez/visible-thinking/visit/index.html").as_uri())
    typed = tab.get_by_text("https://maple-grove.example.org/portfolios/tools/math-talk/tally/")
    assert typed.is_hidden()
    tab.emulate_media(media="print")
    assert typed.is_visible()
    assert tab.get_by_text("Open the tally page").is_hidden()


@pytest.mark.parametrize("kind", ["index", "teachers/index", "tools/math-talk/index", "search/index"])
def test_what_can_only_be_used_on_a_screen_is_not_printed(tab: "Page", output: Path, kind: str) -> None:
    tab.goto((output / f"{kind}.html").as_uri())
    controls = tab.locator("main :is(form, select, button, .button)")
    assert any(one.is_visible() for one in controls.all())
    tab.emulate_media(media="print")
    assert not any(one.is_visible() for one in controls.all())


@pytest.mark.parametrize("idea", ["exploratory-talk", "ask-three"])
def test_a_heading_is_not_alone_at_the_end_of_a_page(tab: "Page", output: Path, idea: str) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("no pdftotext on this machine")
    tab.goto((output / f"change-ideas/{idea}/index.html").as_uri())
    paper = tab.pdf(format="Letter")
    text = subprocess.run([reader, "-layout", "-", "-"], input=paper, capture_output=True, check=True)
    pages = text.stdout.decode("utf-8").split("\f")
    (listed,) = (one for one in pages if "Class by class" in one)
    assert "whole class" in listed, "the first row of the table stands under it"
