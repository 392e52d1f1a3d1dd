"""What of a decision the public may see, for each setting and each state."""

from datetime import date

import pytest

from generator.credential.decision import CriterionResult, CriterionVote, Decision, DecisionState
from generator.credential.decision_texts import DecisionTexts
from generator.credential.published_decision import published_decision
from generator.model import Criterion, PublishReviews, Recommendation, Review

DAY = date(2026, 2, 10)
VOTE = CriterionVote("A. Reader", "a", "approaching", False, DAY, "data", "Count once more.")
STATES = list(DecisionState)


def decision(state: DecisionState, *, mastery_met: bool = False) -> Decision:
    result = CriterionResult(Criterion("question", "Asks a question"), (VOTE,), False, True, 1)
    reviews = (Review("a", DAY, "A. Reader", recommend=Recommendation.NOT_YET),)
    return Decision(state, 2, (result,), mastery_met, False, None, reviews)


@pytest.mark.parametrize(
    ("setting", "public"),
    [
        (PublishReviews.WHEN_EARNED, {DecisionState.EARNED}),
        (PublishReviews.DECIDED, {DecisionState.EARNED, DecisionState.NOT_YET_EARNED}),
        (PublishReviews.ALWAYS, set(DecisionState)),
    ],
)
@pytest.mark.parametrize("state", STATES)
def test_from_when_reviews_are_public(
    setting: PublishReviews, public: set[DecisionState], state: DecisionState
) -> None:
    whole = decision(state)
    shown = published_decision(whole, setting)
    assert (shown == whole) == (state in public)
    assert shown.reviews_published == (state in public)


@pytest.mark.parametrize("state", STATES)
def test_before_that_it_is_in_review_and_nothing_tells_what_assessors_wrote(state: DecisionState) -> None:
    shown = published_decision(decision(state), PublishReviews.WHEN_EARNED)
    if shown.reviews_published:
        return
    kept = (DecisionState.SHARED, DecisionState.DRAFT)
    assert shown.state is (state if state in kept else DecisionState.IN_REVIEW)
    assert (shown.attempt, shown.mastery_met, shown.reviews) == (None, False, ())
    assert [(result.votes, result.met, result.assessors_differ) for result in shown.criteria] == [
        ((), False, False)
    ]
    words = " ".join([DecisionTexts().headline(shown), *DecisionTexts().reasons(shown)])
    for word in ("not yet", "Not yet", "A. Reader", "approaching", "Returned", "Count once more", "third"):
        assert word not in words


def test_what_was_awarded_keeps_its_reviews_though_later_data_no_longer_show_it() -> None:
    later = decision(DecisionState.NOT_YET_EARNED, mastery_met=True)
    assert published_decision(later, PublishReviews.WHEN_EARNED, awarded=True) == later
    again = decision(DecisionState.NOT_YET_EARNED)  # a later attempt that its assessors did not pass
    assert not published_decision(again, PublishReviews.WHEN_EARNED, awarded=True).reviews_published


def test_without_an_award_a_met_half_of_mastery_is_not_told() -> None:
    shown = published_decision(
        decision(DecisionState.NOT_YET_EARNED, mastery_met=True), PublishReviews.WHEN_EARNED
    )
    assert (shown.reviews_published, shown.mastery_met) == (False, False)
    assert [result.votes_missing for result in shown.criteria] == [0]
