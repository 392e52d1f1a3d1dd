"""A reader answers masked charts: the file that the page saves is one that the program reads."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model import LevelChange, MaskedAnswer
from generator.reading.masked_look_files import read_masked_look
from tests.browser.site import MARKS, MASKED

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS


@pytest.fixture
def page(page: "Page", output: Path) -> "Page":
    page.goto((output / MASKED).as_uri())
    return page


def test_the_saved_answers_read_back_as_they_were_given(page: "Page", tmp_path: Path) -> None:
    page.check("[name=change-A][value=down]")
    page.select_option("[name=visit-A]", "13")
    page.check("[name=change-B][value=none]")
    page.fill("[name=reader]", "Reader É")
    page.fill("[name=date]", "2026-03-02")
    page.check("[name=unseen]")
    page.reload()  # what was answered is kept
    with page.expect_download() as download:
        page.click("button[type=submit]")
    assert download.value.suggested_filename == "masked-reader-e-6dab782ba0df.yml"
    path = tmp_path / "look.yml"
    download.value.save_as(path)
    look, problems = read_masked_look(path.read_bytes(), "masked-looks/look.yml")
    assert problems == []
    assert look is not None
    assert (look.reader, str(look.date), look.charts, look.unseen) == (
        "Reader É",
        "2026-03-02",
        "6dab782ba0df",
        True,
    )
    assert look.answers == {
        "A": MaskedAnswer(LevelChange.DOWN, 13),
        "B": MaskedAnswer(LevelChange.NONE),
    }


@pytest.mark.parametrize("missing", ["change-B", "visit-A", "reader", "unseen"])
def test_nothing_is_saved_while_an_answer_is_missing(page: "Page", missing: str) -> None:
    steps: dict[str, Callable[[], object]] = {
        "change-A": lambda: page.check("[name=change-A][value=up]"),
        "visit-A": lambda: page.select_option("[name=visit-A]", "9"),
        "change-B": lambda: page.check("[name=change-B][value=none]"),
        "reader": lambda: page.fill("[name=reader]", "B"),
        "unseen": lambda: page.check("[name=unseen]"),
    }
    for name, answer in steps.items():
        if name != missing:
            answer()
    page.click("button[type=submit]")
    assert "Answer every chart" in page.locator("[role=status]").inner_text()
