"""Confines what goes wrong while the program's pages are made: to one of its files, or to one teacher's card.

The same as building/teacher_boundary.py is for the teachers' own pages.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.building.teacher_boundary import comes_from_content
from generator.layout import teacher_folder
from generator.problems import Place, Problem, error
from generator.site.program.program_context import ProgramContext
from generator.site.program.program_pages import ProgramPages, list_program_pages
from generator.site.rendering.context import SitePart, join_parts
from generator.site.teacher_card import TeacherCard


def build_confined_pages(context: ProgramContext) -> tuple[SitePart, Sequence[TeacherCard]]:
    """All pages of the program, and the cards that they are made of.

    Where a page's own file makes the program raise, a notice stands in its place.  Where a card does, the
    pages are made without it.  Each is a problem of the part.  Raised again is what neither of them
    causes, and what no content can cause (comes_from_content).
    """
    try:
        return _build(context), context.cards
    except Exception as failure:
        if not comes_from_content(failure) or _failure(replace(context, cards=())):
            raise
        failing = _failing_cards(context, context.cards)
        if not failing:
            raise
        fine = [card for card in context.cards if card.id not in failing]
        problems = tuple(_card_failed(card_id, why) for card_id, why in failing.items())
        return _build(replace(context, cards=fine)) + SitePart(problems=problems), fine


def _build(context: ProgramContext) -> SitePart:
    """All pages.  Raises what a card, or no file, makes the program raise."""
    return join_parts(part for pages in list_program_pages(context) for part in _confined(context, pages))


def _confined(context: ProgramContext, pages: ProgramPages) -> Iterator[SitePart]:
    """The parts of some pages; where their file alone makes the program raise, a notice and a problem."""
    try:
        yield join_parts(pages.build(context))
    except Exception as failure:
        if not pages.source or not comes_from_content(failure) or not _fails_alone(context, pages):
            raise
        yield SitePart(problems=(_page_failed(pages.source, failure),))
        for address in pages.addresses:
            yield context.render.correction_notice(address, context.trail)


def _fails_alone(context: ProgramContext, pages: ProgramPages) -> bool:
    """Whether some pages cannot be made even without cards."""
    try:
        join_parts(pages.build(replace(context, cards=())))
    except Exception as failure:
        return comes_from_content(failure)
    return False


def _failing_cards(context: ProgramContext, cards: Sequence[TeacherCard]) -> dict[str, Exception]:
    """The ids of the cards with which alone the pages cannot be made, and what was raised then.

    Halves the cards again and again: one among ten thousand costs as much as some two whole builds.
    """
    failure = _failure(replace(context, cards=cards))
    if failure is None:
        return {}
    if len(cards) == 1:
        return {cards[0].id: failure}
    middle = len(cards) // 2
    return _failing_cards(context, cards[:middle]) | _failing_cards(context, cards[middle:])


def _failure(context: ProgramContext) -> Exception | None:
    """What the making of all pages raises; None where it goes well."""
    try:
        _build(context)
    except Exception as failure:
        if not comes_from_content(failure):
            raise
        return failure
    return None


def _page_failed(file: str, failure: Exception) -> Problem:
    problem = error(
        "page-failed",
        Place(file),
        "The page of this file could not be made: something in it made runfolio fail ({kind}).",
        "Look at what was changed there last: text pasted from elsewhere, lists in lists. To have "
        "runfolio fixed, type  portfolio check --debug  and send its output to whoever looks after "
        "runfolio for you.",
        kind=type(failure).__name__,
    )
    return problem.with_traceback_of(failure)


def _card_failed(card_id: str, failure: Exception) -> Problem:
    problem = error(
        "card-failed",
        Place(teacher_folder(card_id)),
        "This teacher is missing from the program's lists: something in this folder made runfolio fail "
        "({kind}).",
        "Look at what was changed there last. To have runfolio fixed, type  portfolio check --debug  and "
        "send its output to whoever looks after runfolio for you.",
        kind=type(failure).__name__,
    )
    return problem.with_traceback_of(failure)
