"""The list of teachers, in pages, with what it can be filtered by."""

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.site.program.program_context import ProgramContext
from generator.site.program.teacher_filter import FilterChoices, filter_choices, filter_texts
from generator.site.rendering.pagination import ListPage, paginate
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import TeacherCard


class TeacherListPage(Struct, frozen=True):
    """One page of the list.  `filter_rows` is the address of what is filtered, `script_texts` what
    scripts/finder.js says, as JSON, `root` the path to the site's root."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    list_page: ListPage[TeacherCard]
    total: int
    choices: FilterChoices
    filter_rows: str
    root: str
    script_texts: Markup


def teacher_list_pages(context: ProgramContext) -> list[TeacherListPage]:
    """The views of all pages of the list."""
    choices = filter_choices(context)
    return [
        TeacherListPage(
            address=list_page.address,
            title=context.translator.gettext("Teachers"),
            description=context.translator.gettext("Everyone who shares an inquiry here."),
            trail=context.trail,
            list_page=list_page,
            total=len(context.cards),
            choices=choices,
            filter_rows=addresses.FINDER_ROWS,
            root=addresses.path_to_root(list_page.address),
            script_texts=filter_texts(context),
        )
        for list_page in paginate(context.cards, addresses.TEACHERS)
    ]
