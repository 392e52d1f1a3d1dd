"""The review desk: what waits since which date, at which attempt, and where assessors differ.

It is blind: no teacher, school or portrait is named on it, only questions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

from generator import addresses
from generator.credential.decision import Decision, DecisionState
from generator.model import Inquiry, MicroCredential, ReviewRole
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator

_OPEN = (DecisionState.SUBMITTED, DecisionState.IN_REVIEW)
REVIEWED = (*_OPEN, DecisionState.INCOMPLETE, DecisionState.NOT_YET_EARNED, DecisionState.EARNED)


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """All that the desk shows of one inquiry.  `since` is when this attempt was submitted."""

    address: str  # of the worksheet
    question: str
    credential: str  # id
    attempt: int | None
    since: Date | None
    reviews: int
    state: DecisionState
    split: tuple[str, ...]  # titles of criteria on which the assessors differ


@dataclass(frozen=True, slots=True)
class WaitingInquiry:
    card: ReviewCard
    credential: str  # title
    missing: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    waiting: tuple[WaitingInquiry, ...]
    differing: tuple[WaitingInquiry, ...]
    returned: tuple[WaitingInquiry, ...]
    decided: tuple[WaitingInquiry, ...]


def review_card(teacher_id: str, inquiry: Inquiry, decision: Decision) -> ReviewCard | None:
    """None for an inquiry that was not submitted, or not for a micro-credential."""
    if decision.state not in REVIEWED:
        return None
    latest = max(inquiry.submissions, key=lambda one: one.attempt, default=None)
    assessors = {one.assessor or one.id for one in decision.reviews if one.role is ReviewRole.ASSESSOR}
    return ReviewCard(
        address=addresses.worksheet(teacher_id, inquiry.id),
        question=inquiry.question or inquiry.title,
        credential=inquiry.micro_credential,
        attempt=decision.attempt,
        since=latest.date if latest else None,
        reviews=len(assessors),
        state=decision.state,
        split=tuple(one.criterion.title for one in decision.criteria if one.assessors_differ),
    )


def desk_page(
    translator: Translator,
    cards: Sequence[ReviewCard],
    credentials: Mapping[str, MicroCredential],
    home: tuple[Link, ...],
) -> DeskPage:
    """Those who have waited longest come first."""
    ordered = sorted(cards, key=lambda one: (one.since or Date.max, one.question, one.address))
    lines = [_line(translator, one, credentials) for one in ordered]
    title = translator.gettext("Review desk")
    return DeskPage(
        address=addresses.REVIEW,
        title=title,
        description=translator.gettext("What waits for an assessor, since when, at which attempt."),
        trail=home,
        waiting=tuple(one for one in lines if one.card.state in _OPEN),
        differing=tuple(one for one in lines if one.card.split),
        returned=tuple(one for one in lines if one.card.state is DecisionState.INCOMPLETE),
        decided=tuple(
            one for one in lines if one.card.state in (DecisionState.EARNED, DecisionState.NOT_YET_EARNED)
        ),
    )


def _line(
    translator: Translator, card: ReviewCard, credentials: Mapping[str, MicroCredential]
) -> WaitingInquiry:
    credential = credentials.get(card.credential)
    return WaitingInquiry(
        card, credential.title if credential else card.credential, _missing(translator, card, credential)
    )


def _missing(translator: Translator, card: ReviewCard, credential: MicroCredential | None) -> str:
    match card.state:
        case DecisionState.SUBMITTED:
            return translator.gettext("the first review")
        case DecisionState.IN_REVIEW if card.split:
            return translator.gettext(
                "a third assessor on: {titles}", titles=translator.format_list(card.split)
            )
        case DecisionState.IN_REVIEW:
            needed = credential.mastery.assessors if credential else 2
            more = max(needed - card.reviews, 1)
            return translator.ngettext("{n} more assessor", "{n} more assessors", more)
        case DecisionState.INCOMPLETE:
            return translator.gettext("the teacher, to whom it was returned")
        case DecisionState.EARNED:
            return translator.gettext("nothing: earned")
        case _:
            return translator.gettext("the teacher: not yet earned")
