"""The review desk and the worksheets: what waits, and nobody named."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from generator import addresses
from generator.credential.decision import DecisionState
from generator.site.program.review_card import ReviewCard, WaitsFor
from generator.site.program.review_desk import desk_pages
from tests.conftest import ANA, Site
from tests.site.views import inquiry_card, program_context, teacher_card

SUBMISSION = '{"schema": 1, "attempt": 2, "date": "2026-02-02", "digests": {}}'


def review(level: str, assessor: str, day: str = "2026-02-10") -> str:
    return (
        f"assessor: {assessor}\ndate: {day}\nattempt: 2\n"
        f"criteria:\n  question: {{level: {level}, feedback: Clear.}}\n"
    )


def test_what_was_submitted_waits_since_its_date(site: Callable[..., Site]) -> None:
    one = site({f"{ANA}/submissions/2.json": SUBMISSION})
    one.build()
    desk = one.page("review")
    assert '<time datetime="2026-02-02">' in desk
    assert '<td data-label="Attempt">2</td>' in desk
    assert "the first review" in desk
    assert "Nothing waits." not in desk


DIFFERING = {
    f"{ANA}/submissions/2.json": SUBMISSION,
    f"{ANA}/reviews/a.yml": review("demonstrated", "A"),
    f"{ANA}/reviews/b.yml": review("not yet", "B"),
}


def test_where_reviews_are_not_public_one_more_is_asked_for_without_saying_why(
    site: Callable[..., Site],
) -> None:
    one = site(DIFFERING)
    one.build()
    desk = one.page("review")
    assert "1 more assessor" in desk
    assert "differ" not in desk
    assert "third" not in desk


def test_where_assessors_differ_a_third_is_asked_for(site: Callable[..., Site]) -> None:
    one = site({**DIFFERING, "program.yml": "title: Maple Grove\npublish_reviews: always\n"})
    one.build()
    desk = one.page("review")
    assert "Where assessors differ" in desk
    assert "a third assessor on: Asks a question" in desk


def test_desk_and_worksheet_name_nobody(site: Callable[..., Site]) -> None:
    one = site({"teachers/ana-lopez/about.md": "---\nname: Ana Lopez\nschool: Hilltop\n---\n\nHello.\n"})
    one.build()
    for address in ("review", f"{ANA}/review"):
        page = one.page(address)
        for name in ("Ana Lopez", "Hilltop", "M. Rivera"):
            assert name not in page
        assert '<meta name="robots" content="noindex">' in page
    assert "/review/" not in (one.output / "sitemap.xml").read_text()


def test_the_worksheet_has_the_rubric_and_the_evidence(site: Callable[..., Site]) -> None:
    one = site()
    outcome = one.build()
    assert [problem.message for problem in outcome.problems if problem.is_error] == []
    page = one.page(f"{ANA}/review")
    assert '<fieldset data-criterion="question">' in page
    assert 'value="demonstrated"' in page
    assert '<option value="reflections/2025-10-03">First</option>' in page
    assert "They spoke." in page
    data = re.search(r'id="worksheet-data">(.*?)</script>', page)
    assert data
    form = json.loads(data[1])
    assert (form["inquiry"], form["attempt"], form["criteria"]) == (
        "ana-lopez/visible-thinking",
        1,
        ["question"],
    )
    assert f"content {form['content']}" in page


def test_links_of_a_reflection_lead_to_the_same_place_from_the_worksheet(site: Callable[..., Site]) -> None:
    text = "---\ndate: 2025-10-03\ntitle: First\n---\n\nSee [the idea](../../../../change-ideas/talk.md).\n"
    one = site({f"{ANA}/reflections/2025-10-03.md": text})
    outcome = one.build()
    assert [problem.message for problem in outcome.problems if problem.is_error] == []
    assert 'href="../../../../change-ideas/talk/index.html"' in one.page(f"{ANA}/review")


def test_a_link_to_what_is_not_published_becomes_words_on_both_pages_and_is_said_once(
    site: Callable[..., Site],
) -> None:
    text = "---\ndate: 2025-10-03\ntitle: First\n---\n\nSee [Zoe](../../../zoe/talk/inquiry.md).\n"
    one = site({f"{ANA}/reflections/2025-10-03.md": text})
    outcome = one.build()
    assert [problem.code for problem in outcome.problems].count("link-to-unpublished") == 1
    assert [problem.message for problem in outcome.problems if problem.is_error] == []
    for address in (ANA, f"{ANA}/review"):
        assert "See Zoe." in one.page(address)


def test_a_program_without_micro_credentials_has_no_desk(site: Callable[..., Site]) -> None:
    one = site({"micro-credentials/visible.md": None})
    text = (one.content / ANA / "inquiry.md").read_text()
    one.change({f"{ANA}/inquiry.md": text.replace("micro_credential: visible\n", "")}).build()
    assert not (one.output / "review").exists()
    assert "For assessors" not in one.page("")


def review_card(number: int, **fields: Any) -> ReviewCard:
    given: dict[str, Any] = {
        "address": f"teachers/t/i{number:03}/review/",
        "question": f"Question {number:03}?",
        "credential": "talk",
        "attempt": 1,
        "since": date(2026, 2, 2),
        "reviews": 0,
        "waits_for": WaitsFor.ASSESSORS,
        "missing": 2,
        "state": DecisionState.SUBMITTED,
        "split": (),
    }
    return ReviewCard(**(given | fields))


def test_a_long_desk_has_pages_and_what_waits_stands_on_the_first() -> None:
    decided = {"waits_for": WaitsFor.NOBODY, "state": DecisionState.EARNED}
    cards = [review_card(number, **(decided if number % 2 else {})) for number in range(60)]
    inquiries = [inquiry_card(f"Question {number}?", review=card) for number, card in enumerate(cards)]
    first, second = desk_pages(program_context(teacher_card("Ana", *inquiries)))
    assert [(len(page.waiting), len(page.decided)) for page in (first, second)] == [(30, 20), (0, 10)]
    assert (first.address, second.address) == ("review/", "review/page-2/")
    assert not addresses.is_listed(second.address)
