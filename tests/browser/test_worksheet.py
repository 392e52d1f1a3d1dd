"""An assessor fills in a worksheet: the file it saves is a review that the program reads."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.reading.review_files import read_review
from tests.browser.site import PageLog

if TYPE_CHECKING:
    from playwright.sync_api import Page

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
SHEET = "teachers/rosa-delgado/less-waiting/review/index.html"


@pytest.fixture
def page(output: Path, log: PageLog) -> Iterator["Page"]:
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        one = chromium.new_page(accept_downloads=True)
        log.listen(one)
        one.goto((output / SHEET).as_uri())
        yield one
        assert log.messages == []
        chromium.close()


def test_the_saved_review_reads_back_as_it_was_filled_in(page: "Page", tmp_path: Path) -> None:
    page.fill("[name=assessor]", 'C "blind": #3')
    page.fill("[name=date]", "2026-03-02")
    first = page.locator("fieldset").first
    criterion = first.get_attribute("data-criterion")
    first.locator("input[type=radio]").last.check()
    first.locator("select").select_option(index=1)
    first.locator("textarea").fill("Yes: - they asked\n“why”, # twice")
    page.locator("[name=recommend]").select_option("grant")
    page.reload()  # what was typed is kept
    with page.expect_download() as download:
        page.click("#save-review")
    assert download.value.suggested_filename == "assessor-c-blind-3.yml"
    path = tmp_path / "review.yml"
    download.value.save_as(path)
    review, problems = read_review(path.read_bytes(), "reviews/assessor-c.yml")
    assert problems == []
    assert review is not None
    assert (review.assessor, str(review.date), review.recommend) == ('C "blind": #3', "2026-03-02", "grant")
    judged = review.criteria[str(criterion)]
    assert judged.level == "demonstrated"
    assert judged.feedback == "Yes: - they asked “why”, # twice"
    assert judged.evidence.startswith("reflections/")


def test_nothing_is_saved_before_a_level_is_chosen(page: "Page") -> None:
    page.click("#save-review")
    assert "Choose a level" in page.locator("#review-said").inner_text()
