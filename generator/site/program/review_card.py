"""All that the review desk shows of one inquiry."""

from dataclasses import dataclass
from datetime import date as Date

from generator import addresses
from generator.credential.decision import Decision, DecisionState
from generator.model import Inquiry, ReviewRole

WAITING = (DecisionState.SUBMITTED, DecisionState.IN_REVIEW)
DECIDED = (DecisionState.EARNED, DecisionState.NOT_YET_EARNED)
REVIEWED = (*WAITING, DecisionState.INCOMPLETE, *DECIDED)


@dataclass(frozen=True, slots=True)
class MaskedChart:
    """What a reader sees who must not know where the change is: values in the order of the visits, on a
    scale from `low` to `high`, under a letter."""

    letter: str
    values: tuple[float, ...]
    is_share: bool
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MaskedSet:
    """The masked charts of an inquiry; `digest` names them in addresses and in readers' files."""

    digest: str
    charts: tuple[MaskedChart, ...]


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """An inquiry that was submitted for a micro-credential.  `since` is when this attempt was;
    `masked` are the charts of one that waits, for readers who do not know where the change is."""

    address: str  # of the worksheet
    question: str
    credential: str  # id
    attempt: int | None
    since: Date | None
    reviews: int
    state: DecisionState
    split: tuple[str, ...]  # titles of criteria on which the assessors differ
    masked: MaskedSet | None = None


def review_card(
    teacher_id: str, inquiry: Inquiry, decision: Decision, masked: MaskedSet | None = None
) -> ReviewCard | None:
    """The card of an inquiry; None if it was not submitted, or not for a micro-credential."""
    if decision.state not in REVIEWED:
        return None
    latest = inquiry.latest_submission
    assessors = {
        review.assessor or review.id for review in decision.reviews if review.role is ReviewRole.ASSESSOR
    }
    return ReviewCard(
        address=addresses.worksheet(teacher_id, inquiry.id),
        question=inquiry.question or inquiry.title,
        credential=inquiry.micro_credential,
        attempt=decision.attempt,
        since=latest.date if latest else None,
        reviews=len(assessors),
        state=decision.state,
        split=tuple(result.criterion.title for result in decision.criteria if result.assessors_differ),
        masked=masked if decision.state in WAITING else None,
    )
