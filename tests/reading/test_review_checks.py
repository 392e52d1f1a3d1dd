"""A review's criteria, levels and attempt: each mistake is named where it stands."""

from tests.conftest import ANA
from tests.reading.test_crosschecks import problems_with, said

FINAL = f"{ANA}/reviews/Assessor A (final).yml"


def test_a_level_that_the_rubric_does_not_have_is_named_in_the_file_that_has_it() -> None:
    review = "date: 2026-02-01\ncriteria:\n  question: {level: Demonstratd}\n"
    assert said(problems_with({FINAL: review})) == [
        ("not-in-rubric", f"{FINAL}:3:21", "Did you mean demonstrated?")
    ]


def test_a_criterion_that_the_rubric_does_not_have() -> None:
    review = "date: 2026-02-01\ncriteria:\n  evidence: {level: demonstrated}\n"
    assert said(problems_with({FINAL: review})) == [("not-in-rubric", f"{FINAL}:3:3", "It has: question.")]


def test_an_attempt_without_a_submission() -> None:
    review = "date: 2026-02-01\nattempt: 2\ncriteria:\n  question: {level: demonstrated}\n"
    assert said(problems_with({FINAL: review})) == [("no-such-attempt", f"{FINAL}:2:10", "There are: 1.")]
