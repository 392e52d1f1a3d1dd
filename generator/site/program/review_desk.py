"""The review desk: what waits since which date, at which attempt, and where assessors differ.

It is blind: no teacher, school or portrait is named on it, only questions.
"""

from datetime import date as Date

from msgspec import Struct

from generator import addresses
from generator.credential.decision import DecisionState
from generator.site.program.program_context import ProgramContext
from generator.site.program.review_card import DECIDED, ReviewCard, WaitsFor
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator


class DeskLine(Struct, frozen=True):
    """One inquiry in a table of the desk; `credential` is a title, `missing` what is waited for."""

    card: ReviewCard
    credential: str
    missing: str


class DeskPage(Struct, frozen=True):
    """The desk's tables.  An inquiry on which assessors differ is also in another one; `read` are those that
    wait for no assessor, and of which more is not public."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    waiting: tuple[DeskLine, ...]
    differing: tuple[DeskLine, ...]
    returned: tuple[DeskLine, ...]
    decided: tuple[DeskLine, ...]
    read: tuple[DeskLine, ...]


def desk_page(context: ProgramContext) -> DeskPage:
    """The view of the desk; those who have waited longest come first."""
    cards = [inquiry.review for _, inquiry in context.inquiries if inquiry.review]
    cards.sort(key=lambda card: (card.since or Date.max, card.question, card.address))
    lines = [_desk_line(context, card) for card in cards]
    gettext = context.translator.gettext
    others = [line for line in lines if line.card.waits_for is not WaitsFor.ASSESSORS]
    return DeskPage(
        address=addresses.REVIEW,
        title=gettext("Review desk"),
        description=gettext("What is waiting for an assessor, since when, and on which attempt."),
        trail=context.trail,
        waiting=tuple(line for line in lines if line.card.waits_for is WaitsFor.ASSESSORS),
        differing=tuple(line for line in lines if line.card.split),
        returned=tuple(line for line in others if line.card.state is DecisionState.INCOMPLETE),
        decided=tuple(line for line in others if line.card.state in DECIDED),
        read=tuple(line for line in others if line.card.state is DecisionState.IN_REVIEW),
    )


def _desk_line(context: ProgramContext, card: ReviewCard) -> DeskLine:
    credential = context.program.micro_credentials.get(card.credential)
    title = credential.title if credential else card.credential
    return DeskLine(card, title, _missing(context.translator, card))


def _missing(translator: Translator, card: ReviewCard) -> str:
    match card.waits_for:
        case WaitsFor.ASSESSORS if not card.reviews:
            return translator.gettext("the first review")
        case WaitsFor.ASSESSORS if card.split:
            return translator.gettext(
                "a third assessor on: {titles}", titles=translator.format_list(card.split)
            )
        case WaitsFor.ASSESSORS:
            return translator.ngettext("{n} more assessor", "{n} more assessors", card.missing)
        case WaitsFor.TEACHER if card.state is DecisionState.INCOMPLETE:
            return translator.gettext("the teacher: returned")
        case WaitsFor.TEACHER:
            return translator.gettext("the teacher: not yet earned")
        case WaitsFor.ISSUER:
            return translator.gettext("the issuer: earned; not yet awarded by the issuer")
        case WaitsFor.NOBODY if card.state is DecisionState.IN_REVIEW:
            return translator.gettext("no assessor")
        case WaitsFor.NOBODY:
            return translator.gettext("nothing: earned and awarded")
