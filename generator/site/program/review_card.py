"""All that the review desk shows of one inquiry."""

from datetime import date as Date
from enum import StrEnum

from msgspec import Struct

from generator import addresses
from generator.credential.decision import Decision, DecisionState
from generator.model import Inquiry, ReviewRole
from generator.reading.reviewer_names import person_key

WAITING = (DecisionState.SUBMITTED, DecisionState.IN_REVIEW)
DECIDED = (DecisionState.EARNED, DecisionState.NOT_YET_EARNED)
REVIEWED = (*WAITING, DecisionState.INCOMPLETE, *DECIDED)


class WaitsFor(StrEnum):
    """Who has to do something next."""

    ASSESSORS = "assessors"
    TEACHER = "teacher"
    ISSUER = "issuer"
    NOBODY = "nobody"


class MaskedChart(Struct, frozen=True):
    """What a reader sees who must not know where the change is: values in the order of the visits, on a
    scale from `low` to `high`, under a letter."""

    letter: str
    values: tuple[float, ...]
    is_share: bool
    low: float
    high: float


class MaskedSet(Struct, frozen=True):
    """The masked charts of an inquiry; `digest` names them in addresses and in readers' files."""

    digest: str
    charts: tuple[MaskedChart, ...]


class ReviewCard(Struct, frozen=True):
    """An inquiry that was submitted for a micro-credential.  `since` is when this attempt was; `missing` is
    how many more assessors it needs.  `state` and `split` are as far as reviews are published, `waits_for`
    tells of those who are not assessors no more than they do.  `masked` are the charts of one that waits,
    for readers who do not know where the change is."""

    address: str  # of the worksheet
    question: str
    credential: str  # id
    attempt: int | None
    since: Date | None
    reviews: int
    waits_for: WaitsFor
    missing: int
    state: DecisionState
    split: tuple[str, ...]  # titles of criteria on which the assessors differ
    masked: MaskedSet | None = None


def review_card(
    inquiry: Inquiry,
    outcome: Decision,
    public: Decision,
    *,
    awarded: bool = False,
    masked: MaskedSet | None = None,
) -> ReviewCard | None:
    """The card of an inquiry; None if it was not submitted, or not for a micro-credential.

    `outcome` is the whole decision, `public` what of it may be seen.
    """
    if outcome.state not in REVIEWED:
        return None
    waiting = outcome.state in WAITING
    latest = inquiry.latest_submission
    assessors = {
        person_key(review.assessor) for review in outcome.reviews if review.role is ReviewRole.ASSESSOR
    }
    return ReviewCard(
        address=addresses.worksheet(inquiry.teacher, inquiry.id),
        question=inquiry.question or inquiry.title,
        credential=inquiry.micro_credential,
        attempt=outcome.attempt,
        since=latest.date if latest else None,
        reviews=len(assessors),
        waits_for=WaitsFor.ASSESSORS if waiting else _waits_for(public, awarded=awarded),
        missing=max(outcome.reviews_missing, 1) if waiting else 0,
        state=public.state,
        split=tuple(result.criterion.title for result in public.criteria if result.assessors_differ),
        masked=masked if waiting else None,
    )


def _waits_for(public: Decision, *, awarded: bool) -> WaitsFor:
    """Who has to do something next where no assessor has."""
    if public.state in (DecisionState.INCOMPLETE, DecisionState.NOT_YET_EARNED):
        return WaitsFor.TEACHER
    if public.state is DecisionState.EARNED and not awarded:
        return WaitsFor.ISSUER
    return WaitsFor.NOBODY
