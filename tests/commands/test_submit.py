"""`portfolio submit`: what is frozen, and when nothing is."""

import json
from collections.abc import Callable
from hashlib import sha256

import pytest

from generator.authoring.submission_plan import with_submitted_status
from tests.conftest import ANA, Site
from tests.terminal import Ran, portfolio


def submit(site: Site, *words: str) -> Ran:
    return portfolio("submit", *words, "--today", "2026-02-02", inside=site.root)


def test_the_files_and_findings_are_frozen(site: Callable[..., Site]) -> None:
    one = site()
    ran = submit(one, "ana-lopez/visible-thinking")
    assert ran.status == 0, ran.err
    frozen = json.loads((one.content / ANA / "submissions/1.json").read_text("utf-8"))
    assert (frozen["attempt"], frozen["date"]) == (1, "2026-02-02")
    table = (one.content / ANA / "data/period-2.csv").read_bytes()
    assert frozen["digests"]["data/period-2.csv"] == sha256(table).hexdigest()
    assert set(frozen["digests"]) == {"inquiry.md", "data/period-2.csv", "reflections/2025-10-03.md"}
    verdicts = {(entry["class"], entry["prompt"]): entry["verdict"] for entry in frozen["findings"]}
    assert verdicts["Period 2", "explains"] == "sustained_improvement"
    outcome = one.build()
    assert [problem.message for problem in outcome.problems if problem.is_error] == []
    assert "February 2, 2026" in one.page(ANA)


def test_nothing_new_is_not_submitted_again_but_a_change_is(site: Callable[..., Site]) -> None:
    one = site()
    submit(one, ANA)
    again = submit(one, ANA)
    assert again.status == 0
    assert "Nothing has changed since attempt 1" in again.out
    one.change({f"{ANA}/reflections/2025-11-03.md": "---\ndate: 2025-11-03\ntitle: More\n---\n\nAh.\n"})
    assert submit(one, ANA).status == 0
    assert (one.content / ANA / "submissions/2.json").is_file()


def test_a_review_is_not_a_change_of_the_teachers(site: Callable[..., Site]) -> None:
    one = site()
    submit(one, ANA)
    one.change({f"{ANA}/reviews/a.yml": "date: 2026-02-10\nassessor: A\n"})
    assert "Nothing has changed" in submit(one, ANA).out


def test_an_error_is_not_submitted(site: Callable[..., Site]) -> None:
    one = site({f"{ANA}/data/period-2.csv": "date,n,explains\n2025-10-06,24,25\n"})
    ran = submit(one, ANA)
    assert ran.status == 1
    assert "25 of 24" in ran.err
    assert not (one.content / ANA / "submissions").exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nstatus: draft # note\n---\nBody", "---\nstatus: submitted # note\n---\nBody"),
        ("---\r\ntitle: A\r\n---\r\n", "---\r\ntitle: A\r\nstatus: submitted\r\n---\r\n"),
        ("\ufeff---\nstatus: draft\n---\n", "\ufeff---\nstatus: submitted\n---\n"),
        ("---\ntitle: A\n---\nstatus: draft\n", "---\ntitle: A\nstatus: submitted\n---\nstatus: draft\n"),
        ("---\nstatus: submitted\n---\n", "---\nstatus: submitted\n---\n"),
    ],
)
def test_only_the_status_is_changed(before: str, after: str) -> None:
    assert with_submitted_status(before.encode()) == after.encode()


def test_an_inquiry_that_is_not_there(site: Callable[..., Site]) -> None:
    ran = submit(site(), "ana-lopez/visible-thinkin")
    assert ran.status == 2
    assert "Did you mean ana-lopez/visible-thinking?" in ran.err
