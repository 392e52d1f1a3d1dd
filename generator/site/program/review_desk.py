"""The review desk: what waits since which date, at which attempt, and where assessors differ.

It is blind: no teacher, school or portrait is named on it, only questions.
"""

from datetime import date as Date
from enum import IntEnum

from msgspec import Struct

from generator import addresses
from generator.credential.decision import DecisionState
from generator.site.program.program_context import ProgramContext
from generator.site.program.review_card import DECIDED, ReviewCard, WaitsFor
from generator.site.rendering.pagination import ListPage, paginate
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator


class DeskTable(IntEnum):
    """The tables of the desk, from above."""

    WAITING = 0
    RETURNED = 1
    READ = 2
    DECIDED = 3


class DeskLine(Struct, frozen=True):
    """One inquiry in a table of the desk; `credential` is a title, `missing` what is waited for."""

    card: ReviewCard
    credential: str
    missing: str


class DeskPage(Struct, frozen=True):
    """One page of the desk, with the part of its tables that stands there.  An inquiry on which assessors
    differ is also on another list, on the first page; `read` are those that wait for no assessor, and of
    which more is not public."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    list_page: ListPage[DeskLine]
    differing: tuple[DeskLine, ...]

    @property
    def waiting(self) -> tuple[DeskLine, ...]:
        return self._lines(DeskTable.WAITING)

    @property
    def returned(self) -> tuple[DeskLine, ...]:
        return self._lines(DeskTable.RETURNED)

    @property
    def read(self) -> tuple[DeskLine, ...]:
        return self._lines(DeskTable.READ)

    @property
    def decided(self) -> tuple[DeskLine, ...]:
        return self._lines(DeskTable.DECIDED)

    def _lines(self, table: DeskTable) -> tuple[DeskLine, ...]:
        return tuple(line for line in self.list_page.items if _table(line.card) is table)


def desk_pages(context: ProgramContext) -> list[DeskPage]:
    """The views of the desk, table after table; those who have waited longest come first."""
    cards = [inquiry.review for _, inquiry in context.inquiries if inquiry.review]
    cards.sort(key=lambda card: (_table(card), card.since or Date.max, card.question, card.address))
    lines = [_desk_line(context, card) for card in cards]
    gettext = context.translator.gettext
    return [
        DeskPage(
            address=list_page.address,
            title=gettext("Review desk"),
            description=gettext("What is waiting for an assessor, since when, and on which attempt."),
            trail=context.trail,
            list_page=list_page,
            differing=tuple(line for line in lines if line.card.split) if list_page.number == 1 else (),
        )
        for list_page in paginate(lines, addresses.REVIEW)
    ]


def _table(card: ReviewCard) -> DeskTable:
    """Where an inquiry stands on the desk."""
    if card.waits_for is WaitsFor.ASSESSORS:
        return DeskTable.WAITING
    if card.state is DecisionState.INCOMPLETE:
        return DeskTable.RETURNED
    return DeskTable.DECIDED if card.state in DECIDED else DeskTable.READ


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
