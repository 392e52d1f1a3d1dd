"""An assessor fills in a worksheet: the file it saves is a review that the program reads."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.reading.review_files import read_review
from tests.browser.site import MARKS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS
FEEDBACK = "Yes: - they asked\n“why”, # twice\n\n  - indented: \\ [x]\n\nThe end: \u2028of\x0bit."
# YAML has no control signs, and takes the line separator for the end of a line
KEPT = FEEDBACK.replace(" \u2028", "\n").replace("\x0b", " ")
SHEET = "teachers/rosa-delgado/less-waiting/review/index.html"


@pytest.fixture
def page(page: "Page", output: Path) -> "Page":
    page.goto((output / SHEET).as_uri())
    return page


def test_the_saved_review_reads_back_as_it_was_filled_in(page: "Page", tmp_path: Path) -> None:
    page.fill("[name=assessor]", 'C "blind": #3')
    page.fill("[name=date]", "2026-03-02")
    first = page.locator("fieldset").first
    criterion = first.get_attribute("data-criterion")
    first.locator("input[type=radio]").last.check()
    first.locator("select").select_option(index=1)
    first.locator("textarea").fill(FEEDBACK)
    page.locator("[name=recommend]").select_option("grant")
    page.reload()  # what was typed is kept
    with page.expect_download() as download:
        page.click("#save-review")
    assert download.value.suggested_filename == "c-blind-3-attempt-1.yml"
    path = tmp_path / "review.yml"
    download.value.save_as(path)
    review, problems = read_review(path.read_bytes(), "reviews/assessor-c.yml")
    assert problems == []
    assert review is not None
    assert (review.assessor, str(review.date), review.recommend) == ('C "blind": #3', "2026-03-02", "grant")
    judged = review.criteria[str(criterion)]
    assert judged.level == "demonstrated"
    assert judged.feedback == KEPT
    assert (review.inquiry, review.attempt, len(review.content)) == ("rosa-delgado/less-waiting", 1, 12)
    assert judged.evidence.startswith("reflections/")


def test_nothing_is_saved_before_there_is_a_name_and_a_level(page: "Page") -> None:
    assert page.input_value("[name=assessor]") == ""
    page.click("#save-review")
    assert "Type your name" in page.locator("#review-said").inner_text()
    page.fill("[name=assessor]", "  ")
    page.locator("fieldset").first.locator("input[type=radio]").last.check()
    page.click("#save-review")
    assert "Saved" not in page.locator("#review-said").inner_text()


def test_it_says_what_will_be_public_and_shows_nothing_of_others(page: "Page") -> None:
    text = page.inner_text("main")
    assert "once the micro-credential is earned" in text
    assert "Whoever has the repository can read the files at any time." in text
    for word in (
        "Assessor A",
        "Assessor B",
        "recommends",
        "approaching (",
        "I would like to see one instance",
    ):
        assert word not in text
