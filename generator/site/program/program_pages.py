"""Every page of the program that is not a teacher's, put together."""

from collections.abc import Iterable, Iterator, Sequence

from generator import addresses
from generator.site.awards.issuer_pages import issuer_part
from generator.site.awards.verify_page import verify_part
from generator.site.program.change_idea_results import change_idea_results
from generator.site.program.home_page import home_page
from generator.site.program.library_pages import LibraryPages
from generator.site.program.program_context import ProgramContext
from generator.site.program.review_desk import desk_page
from generator.site.program.search_index import search_index
from generator.site.program.search_page import search_page
from generator.site.program.teacher_filter import filter_rows
from generator.site.program.teacher_list import teacher_list_pages
from generator.site.program.text_pages import free_page_part, not_found_page, privacy_page
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import RenderContext, SitePart, join_parts
from generator.site.teacher_card import TeacherCard


def build_program_pages(
    context: RenderContext, files: Iterable[str], cards: Sequence[TeacherCard]
) -> SitePart:
    """The program's pages and the files beside them.

    `files` are the content paths that the program's texts may link to, `cards` the teachers in the
    order in which they are listed.
    """
    return join_parts(_parts(ProgramContext(context, cards, LinkTargets(frozenset(files)))))


def _parts(context: ProgramContext) -> Iterator[SitePart]:
    render, program = context.render, context.program
    ideas = [change_idea_results(context, idea) for idea in program.change_ideas.values()]
    yield render.render_page("home.html", home_page(context, ideas))
    for list_view in teacher_list_pages(context):
        yield render.render_page("teachers.html", list_view)
    yield SitePart({addresses.FINDER_ROWS: filter_rows(context)})
    yield render.render_page("search.html", search_page(context))
    yield SitePart({addresses.SEARCH_INDEX: search_index(context.cards)})
    library = LibraryPages(context)
    for credential in program.micro_credentials.values():
        yield from library.credential(credential)
    for results in ideas:
        yield from library.idea(results)
    for tool in program.tools.values():
        yield from library.tool(tool)
    if program.micro_credentials:
        yield render.render_page("review.html", desk_page(context))
    for page in program.pages:
        yield free_page_part(context, page)
    yield render.render_page("privacy.html", privacy_page(context))
    yield issuer_part(render, {award.name for _, inquiry in context.inquiries for award in inquiry.awards})
    yield verify_part(render, context.trail)
    yield render.render_page("404.html", not_found_page(context))
