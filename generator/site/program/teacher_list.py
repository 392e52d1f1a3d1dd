"""The list of teachers, in pages, with what it can be filtered by."""

from msgspec import Struct

from generator import addresses
from generator.site.program.inquiry_filter import InquiryFinder, inquiry_finder
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.pagination import ListPage, paginate
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import TeacherCard


class TeacherListPage(Struct, frozen=True):
    """One page of the list; `total` is how many teachers are on all of them."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    list_page: ListPage[TeacherCard]
    total: int
    finder: InquiryFinder


def teacher_list_pages(context: ProgramContext) -> list[TeacherListPage]:
    """The views of all pages of the list."""
    return [
        TeacherListPage(
            address=list_page.address,
            title=context.translator.gettext("Teachers"),
            description=context.translator.gettext("Everyone who shares an inquiry here."),
            trail=context.trail,
            list_page=list_page,
            total=len(context.cards),
            finder=inquiry_finder(context, list_page.address, context.inquiries),
        )
        for list_page in paginate(context.cards, addresses.TEACHERS)
    ]
