"""The sheet, the invitation and the brief on paper: one page, A4 and Letter."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
    ],
)
def test_it_is_one_page(browser: "Browser", output: Path, address: str, paper: str) -> None:
    page = browser.new_page()
    page.goto((output / address / "index.html").as_uri())
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) == 1
    page.close()


def test_on_paper_the_way_to_the_tally_page_can_be_typed(browser: "Browser", output: Path) -> None:
    page = browser.new_page()
    page.goto((output / "teachers/ana-lopez/visible-thinking/visit/index.html").as_uri())
    typed = page.get_by_text("https://maple-grove.example.org/portfolios/tools/math-talk/tally/")
    assert typed.is_hidden()
    page.emulate_media(media="print")
    assert typed.is_visible()
    assert page.get_by_text("Open the tally page").is_hidden()
    page.close()
