"""The review desk: what waits since which date, at which attempt, and where assessors differ.

It is blind: no teacher, school or portrait is named on it, only questions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

from generator import addresses
from generator.credential.decision import Decision, State
from generator.model import Inquiry, MicroCredential
from generator.site.render import Way
from generator.words.speech import Words

_OPEN = (State.SUBMITTED, State.IN_REVIEW)
REVIEWED = (*_OPEN, State.INCOMPLETE, State.NOT_YET_EARNED, State.EARNED)


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """All that the desk shows of one inquiry.  `since` is when this attempt was submitted."""

    address: str  # of the worksheet
    question: str
    credential: str  # id
    attempt: int | None
    since: Date | None
    reviews: int
    state: State
    split: tuple[str, ...]  # titles of criteria on which the assessors differ


@dataclass(frozen=True, slots=True)
class Waiting:
    card: ReviewCard
    credential: str  # title
    missing: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    waiting: tuple[Waiting, ...]
    differing: tuple[Waiting, ...]
    returned: tuple[Waiting, ...]
    decided: tuple[Waiting, ...]


def review_card(teacher_id: str, inquiry: Inquiry, decision: Decision) -> ReviewCard | None:
    """None for an inquiry that was not submitted, or not for a micro-credential."""
    if decision.state not in REVIEWED:
        return None
    latest = max(inquiry.submissions, key=lambda one: one.attempt, default=None)
    assessors = {one.assessor or one.id for one in decision.reviews if one.role == "assessor"}
    return ReviewCard(
        address=addresses.worksheet(teacher_id, inquiry.id),
        question=inquiry.question or inquiry.title,
        credential=inquiry.micro_credential,
        attempt=decision.attempt,
        since=latest.date if latest else None,
        reviews=len(assessors),
        state=decision.state,
        split=tuple(one.criterion.title for one in decision.criteria if one.split),
    )


def desk_page(
    words: Words,
    cards: Sequence[ReviewCard],
    credentials: Mapping[str, MicroCredential],
    home: tuple[Way, ...],
) -> DeskPage:
    """Those who have waited longest come first."""
    ordered = sorted(cards, key=lambda one: (one.since or Date.max, one.question, one.address))
    lines = [_line(words, one, credentials) for one in ordered]
    title = words.say("Review desk")
    return DeskPage(
        address=addresses.REVIEW,
        title=title,
        description=words.say("What waits for an assessor, since when, at which attempt."),
        trail=home,
        waiting=tuple(one for one in lines if one.card.state in _OPEN),
        differing=tuple(one for one in lines if one.card.split),
        returned=tuple(one for one in lines if one.card.state is State.INCOMPLETE),
        decided=tuple(one for one in lines if one.card.state in (State.EARNED, State.NOT_YET_EARNED)),
    )


def _line(words: Words, card: ReviewCard, credentials: Mapping[str, MicroCredential]) -> Waiting:
    credential = credentials.get(card.credential)
    return Waiting(
        card, credential.title if credential else card.credential, _missing(words, card, credential)
    )


def _missing(words: Words, card: ReviewCard, credential: MicroCredential | None) -> str:
    match card.state:
        case State.SUBMITTED:
            return words.say("the first review")
        case State.IN_REVIEW if card.split:
            return words.say("a third assessor on: {titles}", titles=words.listing(card.split))
        case State.IN_REVIEW:
            needed = credential.mastery.assessors if credential else 2
            more = max(needed - card.reviews, 1)
            return words.count("{n} more assessor", "{n} more assessors", more)
        case State.INCOMPLETE:
            return words.say("the teacher, to whom it was returned")
        case State.EARNED:
            return words.say("nothing: earned")
        case _:
            return words.say("the teacher: not yet earned")
