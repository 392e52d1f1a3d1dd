"""Lists every page of the program that is not a teacher's, each with what builds it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator import addresses
from generator.layout import ProgramFolder, locate
from generator.model import ChangeIdea, FreePage, MicroCredential, Tool
from generator.site.awards.issuer_pages import issuer_part
from generator.site.awards.verify_page import verify_part
from generator.site.program import feeds
from generator.site.program.change_idea_results import change_idea_results
from generator.site.program.home_page import home_pages
from generator.site.program.index_pages import index_pages
from generator.site.program.inquiry_filter import filter_rows
from generator.site.program.library_pages import LibraryPages
from generator.site.program.masked_look_page import masked_look_pages
from generator.site.program.program_context import ProgramContext
from generator.site.program.program_social_card import PageNews, leading_classes, program_social_card
from generator.site.program.reading_guide import reading_guide
from generator.site.program.review_desk import desk_pages
from generator.site.program.search_index import page_documents, search_index
from generator.site.program.search_page import search_page
from generator.site.program.teacher_list import teacher_list_pages
from generator.site.program.text_pages import free_page_part, not_found_page, privacy_page
from generator.site.rendering.context import SitePart


class ProgramPages(Struct, frozen=True):
    """The pages that are made of one content file; or, where `source` is empty, those that are made of
    settings and cards alone.

    `addresses` are those that other pages link to, `build` makes the pages with the cards of a context.
    """

    addresses: tuple[str, ...]
    source: str
    build: Callable[[ProgramContext], Iterable[SitePart]]


def list_program_pages(context: ProgramContext) -> Iterator[ProgramPages]:
    """All pages of the program of this context, and the files beside them."""
    program = context.program
    yield ProgramPages((addresses.HOME,), "", _lists_of_teachers)
    for credential in program.micro_credentials.values():
        address = addresses.micro_credential(credential.id)
        yield ProgramPages((address,), credential.body.file, partial(_credential, credential))
    for idea in program.change_ideas.values():
        yield ProgramPages((addresses.change_idea(idea.id),), idea.body.file, partial(_idea, idea))
    for tool in program.tools.values():
        yield ProgramPages(_tool_addresses(tool), _tool_file(context, tool), partial(_tool, tool))
    for page in program.pages:
        yield ProgramPages((addresses.free_page(page.id),), page.body.file, partial(_free_page, page))
    yield ProgramPages((addresses.PRIVACY,), "", _pages_of_settings)


def _lists_of_teachers(context: ProgramContext) -> Iterator[SitePart]:
    render, program = context.render, context.program
    ideas = [change_idea_results(context, idea) for idea in program.change_ideas.values()]
    for home_view in home_pages(context):
        news = PageNews(home_view.address, home_view.title, rest=home_view.description)
        card, card_part = program_social_card(context, news, leading_classes(home_view.latest))
        yield card_part
        yield render.render_page("home.html", replace(home_view, social_card=card))
    for index_view in index_pages(context, ideas):
        yield render.render_page("index.html", index_view)
    yield render.render_page("how-to-read.html", reading_guide(context))
    for list_view in teacher_list_pages(context):
        yield render.render_page("teachers.html", list_view)
    yield filter_rows(context)
    yield render.render_page("search.html", search_page(context))
    yield SitePart({addresses.SEARCH_INDEX: search_index(context.cards, page_documents(context))})
    if program.micro_credentials:
        for desk_view in desk_pages(context):
            yield render.render_page("review.html", desk_view)
        for masked in masked_look_pages(context):
            yield render.render_page("masked-look.html", masked)
    if program.url:
        yield SitePart({addresses.FEED: feeds.feed(program, context.cards)})


def _pages_of_settings(context: ProgramContext) -> Iterator[SitePart]:
    render = context.render
    yield render.render_page("privacy.html", privacy_page(context))
    yield issuer_part(render, {award.name for _, inquiry in context.inquiries for award in inquiry.awards})
    yield verify_part(render, context.trail)
    yield render.render_page("404.html", not_found_page(context))


def _credential(credential: MicroCredential, context: ProgramContext) -> Iterable[SitePart]:
    return LibraryPages(context).credential(credential)


def _idea(idea: ChangeIdea, context: ProgramContext) -> Iterable[SitePart]:
    return LibraryPages(context).idea(change_idea_results(context, idea))


def _tool(tool: Tool, context: ProgramContext) -> Iterable[SitePart]:
    return LibraryPages(context).tool(tool)


def _tool_addresses(tool: Tool) -> tuple[str, ...]:
    """The tool's page, its printable sheet, and its tally page where it has one."""
    pages = (addresses.tool(tool.id), addresses.sheet(tool.id))
    return (*pages, addresses.tally(tool.id)) if tool.tapped else pages


def _free_page(page: FreePage, context: ProgramContext) -> Iterable[SitePart]:
    return [free_page_part(context, page)]


def _tool_file(context: ProgramContext, tool: Tool) -> str:
    """The content file of a tool, which does not remember it."""
    for file in context.sources.files:
        location = locate(file)
        if (location.folder, location.stem) == (ProgramFolder.TOOLS, tool.id) and location.is_direct:
            return file
    return f"{ProgramFolder.TOOLS}/{tool.id}.yml"
