"""What an inquiry is made of."""

from datetime import date

from msgspec.structs import replace

from generator.model import (
    Inquiry,
    InquiryStatus,
    Observation,
    Prose,
    Recommendation,
    Review,
    ReviewRole,
    Submission,
)


def test_the_latest_submission_is_that_of_the_highest_attempt() -> None:
    second, first = Submission(2, date(2026, 1, 9)), Submission(1, date(2026, 1, 30))
    body = Prose("", "inquiry.md")
    assert Inquiry("talk", "ana", "Talk", body, submissions=(second, first)).latest_submission is second
    assert Inquiry("talk", "ana", "Talk", body).latest_submission is None


def test_an_inquiry_begins_as_a_draft_that_is_not_published() -> None:
    inquiry = Inquiry("talk", "ana", "Talk", Prose("", "teachers/ana/talk/inquiry.md"))
    assert inquiry.status is InquiryStatus.DRAFT
    assert not inquiry.publish


def test_a_review_is_an_assessors_and_recommends_nothing_unless_it_says_so() -> None:
    review = Review("a", date(2026, 2, 1))
    assert review.role is ReviewRole.ASSESSOR
    assert review.recommend is Recommendation.NONE


def test_a_blank_cell_was_not_collected_and_a_hidden_count_was() -> None:
    blank = Observation(date(2025, 9, 5), "period-2", "Period 2", "explains", None)
    assert not blank.was_collected
    assert replace(blank, value=0.0).was_collected
    assert replace(blank, bound="n < 10").was_collected
