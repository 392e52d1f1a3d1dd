"""One assessor's review, and a frozen submission."""

import json
from datetime import date

import pytest

from generator.model import Recommendation, ReviewRole
from generator.problems import Place
from generator.reading.review_files import read_review, read_submission

FILE = "teachers/ana/talk/reviews/Assessor A (final).yml"
SUBMISSION = {
    "attempt": 2,
    "date": "2026-01-30",
    "digests": {"inquiry.md": "00"},
    "findings": [
        {"class": "Period 2", "prompt": "explains", "phase": 1, "verdict": "no_signal"},
        {"class": "Period 2", "prompt": "explains", "group": "ELL", "verdict": "no_signal"},
    ],
    "of a later version": True,
}


def test_a_review_keeps_where_it_says_what() -> None:
    text = (
        "date: 2026-02-01\nrole: precheck\nrecommend: return incomplete\n"
        "criteria:\n  question: {level: high}\n"
    )
    review, problems = read_review(text.encode(), FILE)
    assert review and problems == []
    assert (review.id, review.date) == ("assessor-a-final", date(2026, 2, 1))
    assert (review.role, review.recommend) == (ReviewRole.PRECHECK, Recommendation.RETURN_INCOMPLETE)
    judgement = review.criteria["question"]
    assert judgement.place == Place(FILE, 5, 3, field="question")
    assert judgement.level_place == Place(FILE, 5, 21, field="level")


def test_a_role_that_is_none() -> None:
    review, problems = read_review(b"date: 2026-02-01\nrole: Asessor\n", FILE)
    assert review is None
    assert [(problem.code, problem.values["near"]) for problem in problems] == [("bad-choice", "assessor")]


def test_a_submission_has_the_verdicts_of_whole_classes() -> None:
    submission, problems = read_submission(json.dumps(SUBMISSION).encode(), "submissions/2.json")
    assert submission and problems == []
    assert (submission.attempt, submission.date) == (2, date(2026, 1, 30))
    assert submission.verdicts == {("Period 2", "explains", 1): "no_signal"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b'{"attempt": 0, "date": "2026-01-30"}',
        b'{"attempt": 1}',
        pytest.param(b"[" * 100_000, id="nested too deep"),
    ],
)
def test_a_submission_that_was_changed_by_hand(data: bytes) -> None:
    submission, problems = read_submission(data, "submissions/1.json")
    assert submission is None
    assert [problem.code for problem in problems] == ["bad-submission"]
