"""All that the review desk shows of one inquiry."""

from datetime import date
from typing import Any

import pytest

from generator.credential.decision import Decision, DecisionState
from generator.credential.published_decision import published_decision
from generator.model import Inquiry, Prose, PublishReviews, Review, ReviewRole, Submission
from generator.site.program.review_card import (
    REVIEWED,
    WAITING,
    MaskedChart,
    MaskedSet,
    ReviewCard,
    WaitsFor,
    review_card,
)

DAY = date(2026, 2, 10)
INQUIRY = Inquiry(
    "talk",
    "ana",
    "Talk",
    Prose("", "teachers/ana/talk/inquiry.md", 1),
    question="Who talks?",
    submissions=(Submission(2, date(2026, 2, 2)), Submission(1, date(2026, 1, 5))),
)


def decision(state: DecisionState, *reviews: Review) -> Decision:
    return Decision(state, 2, (), False, False, None, reviews)


def card_of(outcome: Decision, **fields: Any) -> ReviewCard | None:
    return review_card(INQUIRY, outcome, fields.pop("public", outcome), **fields)


def test_a_card_has_the_question_and_the_day_of_the_latest_attempt() -> None:
    card = card_of(decision(DecisionState.SUBMITTED))
    assert card is not None
    assert (card.address, card.question) == ("teachers/ana/talk/review/", "Who talks?")
    assert (card.attempt, card.since, card.reviews) == (2, date(2026, 2, 2), 0)


def test_an_assessor_who_reviews_twice_is_one_and_an_approver_is_not_counted() -> None:
    reviews = (
        Review("a", DAY, "A. Reader"),
        Review("b", DAY, "A. Reader"),
        Review("c", DAY),  # without a name: the file's
        Review("d", DAY, "P. Head", ReviewRole.APPROVER),
    )
    card = card_of(decision(DecisionState.IN_REVIEW, *reviews))
    assert card is not None
    assert card.reviews == 2


@pytest.mark.parametrize("state", list(DecisionState))
def test_only_what_was_submitted_has_a_card(state: DecisionState) -> None:
    assert (card_of(decision(state)) is not None) == (state in REVIEWED)


@pytest.mark.parametrize("state", REVIEWED)
def test_masked_charts_are_there_while_an_inquiry_waits(state: DecisionState) -> None:
    charts = MaskedSet("6dab782ba0df", (MaskedChart("A", (33.0, 38.0), True, 0.0, 100.0),))
    card = card_of(decision(state), masked=charts)
    assert card is not None
    assert card.masked == (charts if state in WAITING else None)


@pytest.mark.parametrize(
    ("state", "published", "hidden"),
    [
        (DecisionState.SUBMITTED, WaitsFor.ASSESSORS, WaitsFor.ASSESSORS),
        (DecisionState.IN_REVIEW, WaitsFor.ASSESSORS, WaitsFor.ASSESSORS),
        (DecisionState.INCOMPLETE, WaitsFor.TEACHER, WaitsFor.NOBODY),
        (DecisionState.NOT_YET_EARNED, WaitsFor.TEACHER, WaitsFor.NOBODY),
        (DecisionState.EARNED, WaitsFor.ISSUER, WaitsFor.ISSUER),
    ],
)
def test_who_waits_is_told_no_further_than_reviews_are(
    state: DecisionState, published: WaitsFor, hidden: WaitsFor
) -> None:
    outcome = decision(state)
    before = published_decision(outcome, PublishReviews.WHEN_EARNED)
    cards = card_of(outcome), card_of(outcome, public=before)
    assert [card.waits_for if card else None for card in cards] == [published, hidden]


def test_what_was_awarded_waits_for_nobody() -> None:
    card = card_of(decision(DecisionState.EARNED), awarded=True)
    assert card is not None
    assert card.waits_for is WaitsFor.NOBODY
