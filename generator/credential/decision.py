"""Mastery and impact put together: earned, or what is still missing.

Mastery comes from the assessors' reviews of the latest attempt, impact from the run charts; both
are computed, neither is ever typed (docs/method.md, section on the decision).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class CriterionVote:
    """One assessor on one criterion."""

    assessor: str
    review_id: str
    level: str
    passes: bool
    date: Date
    evidence: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """`missing` is how many more votes are needed; `split` says that the assessors who were asked
    differ, so that one more (with two assessors: a third) decides."""

    criterion: Criterion
    votes: tuple[CriterionVote, ...]
    met: bool
    split: bool
    missing: int


@dataclass(frozen=True, slots=True)
class Decision:
    state: DecisionState
    attempt: int | None
    criteria: tuple[CriterionResult, ...]
    mastery_met: bool
    impact_met: bool
    standing: RequirementResult | None
    reviews: tuple[Review, ...]  # of the latest attempt

    @property
    def third_asked(self) -> bool:
        return any(standing.split for standing in self.criteria)


def decide(
    inquiry: Inquiry, credential: MicroCredential | None, standing: RequirementResult | None
) -> Decision:
    """The decision on an inquiry, from the reviews of its latest attempt and its standing.

    A `precheck` or `approver` who recommends `return incomplete` returns it; only assessors vote.
    Each counts once a criterion, with her latest review of the attempt.
    """
    attempt = latest_attempt(inquiry)
    reviews = tuple(
        sorted(
            (one for one in inquiry.reviews if one.attempt in (None, attempt)),
            key=lambda one: (one.date, one.id),
        )
    )
    criteria = _criteria(credential.mastery, reviews) if credential else ()
    mastery = bool(criteria) and all(one.met for one in criteria)
    impact = standing is not None and standing.met
    if credential is None:
        state = DecisionState.SHARED
    elif inquiry.status is not InquiryStatus.SUBMITTED:
        state = DecisionState.DRAFT
    elif _returned(reviews):
        state = DecisionState.INCOMPLETE
    elif not any(review.role is ReviewRole.ASSESSOR for review in reviews):
        state = DecisionState.SUBMITTED
    elif any(one.missing for one in criteria):
        state = DecisionState.IN_REVIEW
    else:
        state = DecisionState.EARNED if mastery and impact else DecisionState.NOT_YET_EARNED
    return Decision(state, attempt, criteria, mastery, impact, standing, reviews)


def latest_attempt(inquiry: Inquiry) -> int | None:
    """The number of the latest submission; 1 where the status says submitted and none is frozen."""
    latest = max((one.attempt for one in inquiry.submissions), default=None)
    return 1 if latest is None and inquiry.status is InquiryStatus.SUBMITTED else latest


def requirement_json(standing: RequirementResult) -> dict[str, object]:
    """The requirement and where each class stands against it, for findings.json."""
    return {
        "verdict": standing.verdict,
        "prompts": list(standing.prompts),
        "classes_needed": standing.classes_needed,
        "classes_met": standing.classes_met,
        "met": standing.met,
        "by_luck": standing.by_luck,
        "classes": [
            {
                "class": one.class_name,
                "verdicts": dict(one.verdicts),
                "met": one.met,
                "by_luck": one.by_luck,
                "baseline_rising": one.rising,
            }
            for one in standing.classes
        ],
    }


def decision_json(decision: Decision) -> dict[str, object]:
    """The decision, for findings.json."""
    return {
        "state": decision.state,
        "attempt": decision.attempt,
        "mastery": decision.mastery_met,
        "impact": decision.impact_met,
        "criteria": [
            {"id": one.criterion.id, "met": one.met, "missing": one.missing, "third_asked": one.split}
            for one in decision.criteria
        ],
    }


def _returned(reviews: Sequence[Review]) -> bool:
    """Whether the latest word of anybody who checks completeness is to return it."""
    latest = {(one.role, one.assessor): one for one in reviews if one.role is not ReviewRole.ASSESSOR}
    return any(one.recommend is Recommendation.RETURN_INCOMPLETE for one in latest.values())


def _criteria(mastery: Mastery, reviews: Sequence[Review]) -> tuple[CriterionResult, ...]:
    return tuple(_standing(criterion, mastery, reviews) for criterion in mastery.criteria)


def _standing(criterion: Criterion, mastery: Mastery, reviews: Sequence[Review]) -> CriterionResult:
    """`mastery.assessors` who agree decide; where they differ one more is asked for until the
    majority is clear."""
    passing = mastery.levels.index(mastery.passing)
    votes: dict[str, CriterionVote] = {}
    for review in reviews:
        judgement = review.criteria.get(criterion.id)
        if review.role is ReviewRole.ASSESSOR and judgement and judgement.level in mastery.levels:
            # an alias is the same person in capitals or not; without one the file stands for her
            name = " ".join(review.assessor.split()) or review.id
            votes[name.casefold()] = CriterionVote(
                assessor=name,
                review_id=review.id,
                level=judgement.level,
                passes=mastery.levels.index(judgement.level) >= passing,
                date=review.date,
                evidence=judgement.evidence,
                feedback=judgement.feedback,
            )
    cast = tuple(votes.values())
    if len(cast) < mastery.assessors:
        return CriterionResult(criterion, cast, False, False, mastery.assessors - len(cast))
    for_it = sum(vote.passes for vote in cast)
    against = len(cast) - for_it
    differ = len({vote.passes for vote in cast[: mastery.assessors]}) > 1
    if for_it == against or (differ and len(cast) == mastery.assessors):
        return CriterionResult(criterion, cast, met=False, split=True, missing=1)
    return CriterionResult(criterion, cast, for_it > against, False, 0)
