"""One assessor's review."""

from datetime import date

from generator.model import Recommendation, ReviewRole
from generator.problems import Place
from generator.reading.review_files import read_review

FILE = "teachers/ana/talk/reviews/Assessor A (final).yml"


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
