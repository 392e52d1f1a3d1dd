"""The pages of the program's library: micro-credentials, change ideas and tools, each with the
inquiries that use it, in pages where there are many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.model import ChangeIdea, MicroCredential, Tool
from generator.site.program.change_idea_results import ChangeIdeaResults, ClassTrial
from generator.site.program.tally_page import tally_page, tally_service_worker
from generator.site.program.tally_sheet_page import tally_sheet_page
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.rendering.pagination import ListPage, paginate
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import InquiryCard, TeacherCard

Pair = tuple[TeacherCard, InquiryCard]
Pairs = Sequence[Pair]


@dataclass(frozen=True, slots=True)
class CredentialPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    credential: MicroCredential
    body: Markup
    leaf: ListPage[Pair]  # who earned it first, then who is on the way
    prompts: tuple[str, ...]  # the requirement's prompts, in words where a tool has them

    @property
    def earned(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.leaf.items if pair[1].earned)

    @property
    def underway(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.leaf.items if not pair[1].earned)


@dataclass(frozen=True, slots=True)
class IdeaPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    idea: ChangeIdea
    body: Markup
    learned: ChangeIdeaResults
    leaf: ListPage[ClassTrial]


@dataclass(frozen=True, slots=True)
class ToolPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    tool: Tool
    leaf: ListPage[Pair]
    tally: str  # empty where nothing can be tapped
    sheet: str


def credential_pages(
    context: RenderContext,
    credential: MicroCredential,
    home: tuple[Link, ...],
    sources: LinkTargets,
    pairs: Pairs,
) -> list[SitePart]:
    """What it takes, and everyone who earned it or is on the way."""
    here = addresses.micro_credential(credential.id)
    body, part = context.render_prose(credential.body, here, sources, top=3)
    own = [pair for pair in pairs if pair[1].micro_credential == credential.id]
    own.sort(key=lambda pair: not pair[1].earned)
    texts: Mapping[str, str] = {
        prompt.id: prompt.text for tool in context.program.tools.values() for prompt in tool.prompts
    }
    prompts = tuple(texts.get(prompt, prompt) for prompt in credential.impact.prompts)
    said = credential.competency or credential.title
    pages = [
        CredentialPage(leaf.address, credential.title, said, home, credential, body, leaf, prompts)
        for leaf in paginate(own, here)
    ]
    return [part, *(context.render_page("credential.html", page) for page in pages)]


def idea_pages(
    context: RenderContext, learned: ChangeIdeaResults, home: tuple[Link, ...], sources: LinkTargets
) -> list[SitePart]:
    """The idea, and every class in which it was tried."""
    idea = learned.idea
    here = addresses.change_idea(idea.id)
    body, part = context.render_prose(idea.body, here, sources, top=3)
    said = idea.summary or idea.title
    pages = [
        IdeaPage(leaf.address, idea.title, said, home, idea, body, learned, leaf)
        for leaf in paginate(learned.tried, here)
    ]
    return [part, *(context.render_page("idea.html", page) for page in pages)]


def tool_pages(context: RenderContext, tool: Tool, home: tuple[Link, ...], pairs: Pairs) -> list[SitePart]:
    """The tool and where it was used, its tally page with the worker that lets it open offline, its
    printable sheet."""
    used = [pair for pair in pairs if pair[1].tool == tool.id]
    tally = tally_page(context.translator, tool, context.tally)
    sheet = tally_sheet_page(context.translator, context.program, tool, home, tally=tally is not None)
    about = tool.focus or tool.title
    views = [
        ToolPage(leaf.address, tool.title, about, home, tool, leaf, sheet.tally, sheet.address)
        for leaf in paginate(used, addresses.tool(tool.id))
    ]
    parts = [
        *(context.render_page("tool.html", view) for view in views),
        context.render_page("sheet.html", sheet),
    ]
    if tally:
        made = context.render_page("tally.html", tally)
        page = made.files[addresses.file_path(tally.address)]
        parts += [made, SitePart({f"{tally.address}sw.js": tally_service_worker(page, context.tally)})]
    return parts
