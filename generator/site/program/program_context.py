"""What every page of the program is made from: its files and the teachers' cards, nothing else."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from generator import addresses
from generator.model import Program
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import RenderContext
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

    @cached_property
    def inquiries(self) -> tuple[CardPair, ...]:
        """Every inquiry, the one with the most recent visit first and those without visits last."""
        pairs = [(card, inquiry) for card in self.cards for inquiry in card.inquiries]
        return tuple(sorted(pairs, key=lambda pair: -(pair[1].latest.toordinal() if pair[1].latest else 0)))
