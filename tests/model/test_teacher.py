"""What a teacher and her inquiries are made of."""

from datetime import date

from generator.model import Inquiry, Prose, Submission


def test_the_latest_submission_is_that_of_the_highest_attempt() -> None:
    second, first = Submission(2, date(2026, 1, 9)), Submission(1, date(2026, 1, 30))
    body = Prose("", "inquiry.md")
    assert Inquiry("talk", "ana", "Talk", body, submissions=(second, first)).latest_submission is second
    assert Inquiry("talk", "ana", "Talk", body).latest_submission is None
