"""Long lists: no page is higher than six laptops on end, and no word of a row is cut where there is room."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build import build
from generator.building.options import BuildOptions
from tests.browser.site import MARKS
from tests.programs import attest, write_program

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS
HIGHEST = 6000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program whose lists fill more than a page."""
    folder = tmp_path_factory.mktemp("many")
    content = write_program(folder, 52, classes=1)
    attest(content)
    build(BuildOptions(content, folder / "site", date(2026, 3, 1)))
    return folder / "site"


@pytest.mark.parametrize(
    "kind",
    ["teachers", "change-ideas/talk", "micro-credentials/visible", "tools/discussion", "."],
)
def test_fifty_of_a_list_are_no_higher_than_six_thousand_pixels(
    browser: "Browser", many: Path, kind: str
) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto((many / kind / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollHeight") <= HIGHEST
    links = page.locator(".pages a").all()
    assert all((box := link.bounding_box()) and box["width"] >= 24 <= box["height"] for link in links)
    page.close()


CUT = """[...document.querySelectorAll('.rp-who, .rp-prompt, .other-prompt')]
  .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"""


@pytest.mark.parametrize("width", [390, 768, 1366])
@pytest.mark.parametrize("kind", ["school-years/all", "change-ideas/exploratory-talk"])
def test_no_name_and_no_prompt_is_cut(browser: "Browser", output: Path, kind: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((output / kind / "index.html").as_uri())
    assert page.evaluate(CUT) == []
    page.close()
