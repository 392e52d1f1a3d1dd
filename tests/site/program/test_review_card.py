"""All that the review desk shows of one inquiry."""

from datetime import date

import pytest

from generator.credential.decision import Decision, DecisionState
from generator.model import Inquiry, Prose, Review, ReviewRole, Submission
from generator.site.program.review_card import REVIEWED, WAITING, MaskedChart, MaskedSet, review_card

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


def test_a_card_has_the_question_and_the_day_of_the_latest_attempt() -> None:
    card = review_card("ana", INQUIRY, decision(DecisionState.SUBMITTED))
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
    card = review_card("ana", INQUIRY, decision(DecisionState.IN_REVIEW, *reviews))
    assert card is not None
    assert card.reviews == 2


@pytest.mark.parametrize("state", list(DecisionState))
def test_only_what_was_submitted_has_a_card(state: DecisionState) -> None:
    assert (review_card("ana", INQUIRY, decision(state)) is not None) == (state in REVIEWED)


@pytest.mark.parametrize("state", REVIEWED)
def test_masked_charts_are_there_while_an_inquiry_waits(state: DecisionState) -> None:
    charts = MaskedSet("6dab782ba0df", (MaskedChart("A", (33.0, 38.0), True, 0.0, 100.0),))
    card = review_card("ana", INQUIRY, decision(state), charts)
    assert card is not None
    assert card.masked == (charts if state in WAITING else None)
