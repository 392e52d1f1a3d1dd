"""A program in a language that is written from right to left."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.authoring.scaffold import demo_content
from generator.build import build
from generator.building.options import BuildOptions
from tests.browser.site import EVIDENCE, MARKS
from tests.browser.test_accessibility import AXE, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS
# some texts of pictures, in letters that run from right to left
WORDS = {
    "before {amount}": "قبل {amount}",
    "since {amount}": "منذ {amount}",
    "fewer is better": "الأقل أفضل",
    "{step} ({low} to {high})": "{step} ({low} إلى {high})",
}
CATALOGUE = 'msgid ""\nmsgstr "Language: ar\\nContent-Type: text/plain; charset=utf-8\\n"\n\n' + "\n".join(
    f'msgid "{text}"\nmsgstr "{translation}"\n' for text, translation in WORDS.items()
)
KINDS = (
    "index.html",
    EVIDENCE,
    "teachers/rosa-delgado/less-waiting/index.html",
    "teachers/mei-tanaka/questions-in-the-lab/index.html",
    "change-ideas/ask-three/index.html",
    "how-to-read/index.html",
)
# words of pictures that reach further out of them than one that is drawn from left to right does
OUTSIDE = """[...document.querySelectorAll('main svg text:not(.rp-tick)')].filter((text) => {
  const [word, picture] = [text, text.ownerSVGElement].map((one) => one.getBoundingClientRect());
  return word.width && (word.right > picture.right + 14 || word.left < picture.left - 3);
}).map((text) => text.textContent)"""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example program with the settings of an Arabic one."""
    folder = tmp_path_factory.mktemp("arabic")
    content = folder / "content"
    for file in demo_content().rglob("*"):
        if file.is_file():
            copy = content / file.relative_to(demo_content())
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    settings = content / "program.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: ar"), "utf-8")
    (content / "words").mkdir()
    (content / "words" / "ar.po").write_text(CATALOGUE, "utf-8")
    build(BuildOptions(content, folder / "site", date(2026, 3, 1)))
    return folder / "site"


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_pictures_stay_where_they_belong(
    tab: "Page", arabic: Path, kind: str, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto((arabic / kind).as_uri())
    assert tab.evaluate("document.dir") == "rtl"
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_a_median_is_labelled_beside_the_chart_not_in_it(tab: "Page", arabic: Path) -> None:
    tab.goto((arabic / EVIDENCE).as_uri())
    label, band = tab.evaluate(
        """[...document.querySelectorAll('.main-charts svg.rc')].slice(0, 1).map((svg) =>
          [svg.querySelector('.rc-m-after').getBoundingClientRect().left,
           svg.querySelector('.rc-sustained').getBoundingClientRect().right])[0]"""
    )
    assert label > band


def test_from_before_to_since_the_arrow_points_to_what_came_after(tab: "Page", arabic: Path) -> None:
    tab.goto((arabic / EVIDENCE).as_uri())
    cell = tab.locator(".every-result .is-figure bdi").first
    assert cell.evaluate("(one) => getComputedStyle(one).direction") == "ltr"
    assert cell.inner_text() == "33% → 59%"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation(tab: "Page", arabic: Path, kind: str) -> None:
    tab.goto((arabic / kind).as_uri())
    tab.evaluate(AXE)
    assert violations(tab) == []
