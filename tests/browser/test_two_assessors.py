"""Two assessors and a teacher, twice: every step is a command or a page, and the public sees no more than it
should on the way to "earned"."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import addresses
from tests.browser.site import MARKS
from tests.conftest import ANA, PROGRAM, Site
from tests.terminal import portfolio

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS
NEVER_BEFORE = (
    "Ines Reader",
    "Tom Marker",
    "Count once more.",
    "Returned",
    "assessors disagree",
    "Attempt 2",
)
FEEDBACK = "Clear, and it can be counted.\n\nCount once more.\nWith a colleague."


@pytest.fixture
def program(site: Callable[..., Site]) -> Site:
    inquiry = str(PROGRAM[f"{ANA}/inquiry.md"]).replace("status: submitted\n", "")
    credential = str(PROGRAM["micro-credentials/visible.md"]).replace(
        "classes: 1", "classes: 1, growth: shown"
    )
    return site(
        {
            f"{ANA}/inquiry.md": inquiry,
            "micro-credentials/visible.md": credential,
            "program.yml": "title: Maple Grove\nurl: https://maple-grove.example.org/\n",
        }
    )


def command(site: Site, *typed: str) -> None:
    ran = portfolio(*typed, inside=site.root)
    assert ran.status == 0, ran.err


def review(site: Site, page: "Page", assessor: str, level: str, day: str, feedback: str = "") -> Path:
    """What the assessor does on the worksheet; the saved file is put into the folder reviews/."""
    page.goto((site.output / ANA / "review/index.html").as_uri())
    text = page.inner_text("main")
    assert "Ines Reader" not in text
    assert "Count once more." not in text
    page.fill("[name=assessor]", assessor)
    page.fill("[name=date]", day)
    page.check(f"input[type=radio][value='{level}']")
    page.fill("textarea", feedback)
    page.select_option("[name=recommend]", "grant" if level == "demonstrated" else "not yet")
    with page.expect_download() as download:
        page.click("#save-review")
    path = site.content / ANA / "reviews" / download.value.suggested_filename
    path.parent.mkdir(exist_ok=True)
    assert not path.exists(), "a later attempt has a file of its own"
    download.value.save_as(path)
    command(site, "build", "--today", day)
    return path


def public_texts(site: Site, page: "Page") -> dict[str, str]:
    """What people read on the pages, without the desk and the worksheets, which ask and do not tell."""
    texts = {}
    for path in sorted(site.output.rglob("*.html")):
        name = path.relative_to(site.output).as_posix()
        if not any(part in name for part in ("review/", "search/", "tally", "404")):
            page.goto(path.as_uri())
            texts[name] = page.inner_text("body")
    return texts


def assert_in_review(site: Site, page: "Page") -> None:
    texts = public_texts(site, page)
    assert "In review" in texts[f"{ANA}/index.html"]
    for name, text in texts.items():
        told = [word for word in NEVER_BEFORE if word in text]
        # the rubric has a level "not yet", and a chart may show "shift, not yet sustained"
        about_rubric = name.startswith("micro-credentials/")
        said = text.replace("not yet sustained", "")
        assert told == []
        assert about_rubric or "not yet" not in said.lower(), name
    for name in (addresses.FEED, addresses.SEARCH_INDEX, addresses.FINDER_ROWS, f"{ANA}/findings.json"):
        text = (site.output / name).read_text("utf-8")
        assert [word for word in NEVER_BEFORE if word in text] == []


def test_a_resubmission_with_both_reviews(program: Site, page: "Page") -> None:
    command(program, "submit", ANA.removeprefix("teachers/"), "--today", "2026-02-02")
    command(program, "build", "--today", "2026-02-02")
    assert_in_review(program, page)

    first = review(program, page, "Ines Reader", "demonstrated", "2026-02-05")
    second = review(program, page, "Tom Marker", "not yet", "2026-02-06", FEEDBACK)
    assert [path.name for path in (first, second)] == [
        "ines-reader-attempt-1.yml",
        "tom-marker-attempt-1.yml",
    ]
    assert "\n\n      Count once more.\n" in second.read_text("utf-8")
    assert_in_review(program, page)

    reflection = "---\ndate: 2026-02-10\ntitle: Again\n---\n\nWe counted once more.\n"
    program.change({f"{ANA}/reflections/2026-02-10.md": reflection})
    command(program, "submit", ANA.removeprefix("teachers/"), "--today", "2026-02-11")
    command(program, "build", "--today", "2026-02-11")
    assert_in_review(program, page)

    review(program, page, "Ines Reader", "demonstrated", "2026-02-14")
    assert_in_review(program, page)
    last = review(program, page, "Tom Marker", "demonstrated", "2026-02-15", FEEDBACK)
    assert last.name == "tom-marker-attempt-2.yml"

    shown = public_texts(program, page)
    evidence = shown[f"{ANA}/index.html"]
    assert "Earned: mastery and impact both shown; not yet awarded by the issuer" in evidence
    assert "Attempt 2, submitted on" in evidence
    page.goto((program.output / ANA / "index.html").as_uri())
    assert page.locator("p.vote").all_inner_texts()[-2:] == [
        "Assessor Tom Marker: demonstrated. Clear, and it can be counted.",
        "Count once more. With a colleague.",
    ]
    for name in ("index.html", "teachers/ana-lopez/index.html", "micro-credentials/visible/index.html"):
        assert "not yet awarded by the issuer" in shown[name]
