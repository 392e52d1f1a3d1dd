"""Mastery and impact put together: earned, or what is still missing.

Mastery comes from the assessors' reviews of the latest attempt, impact from the run charts; both
are computed, neither is ever typed (docs/method.md, section on the decision).
"""

from collections.abc import Sequence
from datetime import date as Date
from enum import StrEnum

from msgspec import Struct

from generator.model import (
    Criterion,
    Inquiry,
    InquiryStatus,
    Mastery,
    MicroCredential,
    Recommendation,
    Review,
    ReviewRole,
)
from generator.reading.reviewer_names import PersonKey, person_key
from generator.runchart.replication import RequirementResult


class DecisionState(StrEnum):
    """Where an inquiry stands; `shared` is one without a micro-credential."""

    SHARED = "shared"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    IN_REVIEW = "in_review"
    NOT_YET_EARNED = "not_yet_earned"
    EARNED = "earned"


class CriterionVote(Struct, frozen=True):
    """One assessor on one criterion."""

    assessor: str
    review_id: str
    level: str
    passes: bool
    date: Date
    evidence: str
    feedback: str


class CriterionResult(Struct, frozen=True):
    """Where a criterion stands.

    `votes_missing` is how many more are needed; `assessors_differ` says that those who were asked
    differ, so that one more (with two assessors: a third) decides.
    """

    criterion: Criterion
    votes: tuple[CriterionVote, ...]
    met: bool
    assessors_differ: bool
    votes_missing: int


class Decision(Struct, frozen=True):
    """Where an inquiry stands, and all that this follows from; `reviews` are those of its latest
    attempt, which is None where the status alone says that it was submitted.  Where `reviews_published` is
    False they are left out, with all that follows from them (published_decision.py)."""

    state: DecisionState
    attempt: int | None
    criteria: tuple[CriterionResult, ...]
    mastery_met: bool
    impact_met: bool
    requirement: RequirementResult | None
    reviews: tuple[Review, ...]
    reviews_published: bool = True

    @property
    def third_assessor_needed(self) -> bool:
        """Whether the assessors who were asked differ on a criterion."""
        return any(result.assessors_differ for result in self.criteria)

    @property
    def reviews_missing(self) -> int:
        """How many more assessors are needed at least for a decision."""
        return max((result.votes_missing for result in self.criteria), default=0)


def decide(
    inquiry: Inquiry, credential: MicroCredential | None, requirement: RequirementResult | None
) -> Decision:
    """The decision on an inquiry, from the reviews of its latest attempt and its requirement.

    A `precheck` or `approver` who recommends `return incomplete` returns it; only assessors vote.
    Each counts once a criterion, with their latest review of the attempt.
    """
    attempt = latest_attempt(inquiry)
    of_attempt = [review for review in inquiry.reviews if review.attempt == attempt]
    reviews = tuple(sorted(of_attempt, key=lambda review: (review.date, review.id)))
    criteria = (
        tuple(
            _criterion_result(criterion, credential.mastery, reviews)
            for criterion in credential.mastery.criteria
        )
        if credential
        else ()
    )
    mastery_met = bool(criteria) and all(result.met for result in criteria)
    impact_met = requirement is not None and requirement.met
    if credential is None:
        state = DecisionState.SHARED
    elif inquiry.status is not InquiryStatus.SUBMITTED:
        state = DecisionState.DRAFT
    else:
        state = _reviewed_state(criteria, reviews, earned=mastery_met and impact_met)
    return Decision(state, attempt, criteria, mastery_met, impact_met, requirement, reviews)


def latest_attempt(inquiry: Inquiry) -> int | None:
    """The number of the latest submission; None where nothing was frozen, whatever the status says."""
    return inquiry.latest_submission.attempt if inquiry.latest_submission else None


def requirement_json(requirement: RequirementResult) -> dict[str, object]:
    """The requirement and where each class stands against it, for findings.json."""
    return {
        "verdict": requirement.verdict,
        "prompts": list(requirement.prompts),
        "classes_needed": requirement.classes_needed,
        "classes_met": requirement.classes_met,
        "growth": requirement.growth_role,
        "state": requirement.state,
        "met": requirement.met,
        "by_luck": requirement.by_luck,
        "classes": [
            {
                "class": result.class_name,
                "verdicts": dict(result.verdicts),
                "met": result.met,
                "by_luck": result.by_luck,
                "baseline_rising": result.rising,
            }
            for result in requirement.classes
        ],
    }


def decision_json(decision: Decision, *, reviews_published: bool = True) -> dict[str, object]:
    """The decision, for findings.json: always its state and both halves; its criteria only once reviews are
    published."""
    return {
        "state": decision.state,
        "attempt": decision.attempt,
        "mastery": decision.mastery_met,
        "impact": decision.impact_met,
        "criteria": [
            {
                "id": result.criterion.id,
                "met": result.met,
                "missing": result.votes_missing,
                "third_asked": result.assessors_differ,
            }
            for result in decision.criteria
            if reviews_published
        ],
    }


def _reviewed_state(
    criteria: Sequence[CriterionResult], reviews: Sequence[Review], *, earned: bool
) -> DecisionState:
    """The state of a submitted inquiry."""
    if _is_returned(reviews):
        return DecisionState.INCOMPLETE
    if not any(review.role is ReviewRole.ASSESSOR for review in reviews):
        return DecisionState.SUBMITTED
    if any(result.votes_missing for result in criteria):
        return DecisionState.IN_REVIEW
    return DecisionState.EARNED if earned else DecisionState.NOT_YET_EARNED


def _is_returned(reviews: Sequence[Review]) -> bool:
    """Whether the latest review of anybody who checks completeness returns it."""
    latest = {
        (review.role, person_key(review.assessor)): review
        for review in reviews
        if review.role is not ReviewRole.ASSESSOR
    }
    return any(review.recommend is Recommendation.RETURN_INCOMPLETE for review in latest.values())


def _criterion_result(criterion: Criterion, mastery: Mastery, reviews: Sequence[Review]) -> CriterionResult:
    """`mastery.assessors` who agree decide; where they differ one more is asked for until the
    majority is clear."""
    votes = _votes(criterion, mastery, reviews)
    if len(votes) < mastery.assessors:
        return CriterionResult(criterion, votes, False, False, mastery.assessors - len(votes))
    passing = [vote.passes for vote in votes]
    for_it, against = passing.count(True), passing.count(False)
    differ = len(set(passing[: mastery.assessors])) > 1
    if for_it == against or (differ and len(votes) == mastery.assessors):
        return CriterionResult(criterion, votes, met=False, assessors_differ=True, votes_missing=1)
    return CriterionResult(criterion, votes, for_it > against, False, 0)


def _votes(criterion: Criterion, mastery: Mastery, reviews: Sequence[Review]) -> tuple[CriterionVote, ...]:
    """Each assessor's latest vote on a criterion, in the order of their first ones."""
    passing = mastery.levels.index(mastery.passing)
    votes: dict[PersonKey, CriterionVote] = {}
    for review in reviews:
        judgement = review.criteria.get(criterion.id)
        if review.role is ReviewRole.ASSESSOR and judgement and judgement.level in mastery.levels:
            votes[person_key(review.assessor)] = CriterionVote(
                assessor=review.assessor,
                review_id=review.id,
                level=judgement.level,
                passes=mastery.levels.index(judgement.level) >= passing,
                date=review.date,
                evidence=judgement.evidence,
                feedback=judgement.feedback,
            )
    return tuple(votes.values())
