"""What every page of the program is made from: its files and the teachers' cards, nothing else."""

from collections.abc import Callable, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator import addresses
from generator.model import Program
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import RenderContext
from generator.site.rendering.library_links import library_links
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import InquiryCard, TeacherCard
from generator.words.translator import Translator

CardPair = tuple[TeacherCard, InquiryCard]  # an inquiry, with whose it is


class ProgramContext(Struct, frozen=True, dict=True):
    """The program, with its teachers' cards in the order in which they are listed.

    `sources` are the files that the program's own texts may link to.
    """

    render: RenderContext
    cards: Sequence[TeacherCard]
    sources: LinkTargets

    @property
    def program(self) -> Program:
        return self.render.program

    @property
    def translator(self) -> Translator:
        return self.render.translator

    @property
    def trail(self) -> tuple[Link, ...]:
        """The links above a page of the program: the one to its home page."""
        return (Link(self.program.title, addresses.HOME),)

    def with_inquiries(self, belongs: Callable[[InquiryCard], bool]) -> "ProgramContext":
        """The same program with only the inquiries that belong, and only the teachers who have one."""
        cards = [
            replace(card, inquiries=chosen)
            for card in self.cards
            if (chosen := tuple(inquiry for inquiry in card.inquiries if belongs(inquiry)))
        ]
        return ProgramContext(self.render, cards, self.sources)

    def trail_below(self, index: str) -> tuple[Link, ...]:
        """The links above a page of the library: home, and the index page at this address."""
        return (*self.trail, library_links(self.program, self.translator)[index])

    @cached_property
    def inquiries(self) -> tuple[CardPair, ...]:
        """Every inquiry, the one with the most recent visit first and those without visits last."""
        pairs = [(card, inquiry) for card in self.cards for inquiry in card.inquiries]
        return tuple(sorted(pairs, key=lambda pair: -(pair[1].latest.toordinal() if pair[1].latest else 0)))
