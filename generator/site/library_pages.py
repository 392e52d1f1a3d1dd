"""The pages of the program's library: micro-credentials, change ideas and tools, each with the
inquiries that use it, in pages where there are many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.model import ChangeIdea, MicroCredential, Tool
from generator.site.card import Card, InquiryCard
from generator.site.learned import Learned, Tried
from generator.site.paging import Leaf, leaves
from generator.site.press import Part, Press
from generator.site.render import Way
from generator.site.sheet import sheet_page
from generator.site.sources import Sources
from generator.site.tally import tally_page, worker

Pair = tuple[Card, InquiryCard]
Pairs = Sequence[Pair]


@dataclass(frozen=True, slots=True)
class CredentialPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    credential: MicroCredential
    body: Markup
    leaf: Leaf[Pair]  # who earned it first, then who is on the way
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
    trail: tuple[Way, ...]
    idea: ChangeIdea
    body: Markup
    learned: Learned
    leaf: Leaf[Tried]


@dataclass(frozen=True, slots=True)
class ToolPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    tool: Tool
    leaf: Leaf[Pair]
    tally: str  # empty where nothing can be tapped
    sheet: str


def credential_pages(
    press: Press, credential: MicroCredential, home: tuple[Way, ...], sources: Sources, pairs: Pairs
) -> list[Part]:
    """What it takes, and everyone who earned it or is on the way."""
    here = addresses.micro_credential(credential.id)
    body, part = press.text(credential.body, here, sources, top=3)
    own = [pair for pair in pairs if pair[1].micro_credential == credential.id]
    own.sort(key=lambda pair: not pair[1].earned)
    texts: Mapping[str, str] = {
        prompt.id: prompt.text for tool in press.program.tools.values() for prompt in tool.prompts
    }
    prompts = tuple(texts.get(prompt, prompt) for prompt in credential.impact.prompts)
    said = credential.competency or credential.title
    pages = [
        CredentialPage(leaf.address, credential.title, said, home, credential, body, leaf, prompts)
        for leaf in leaves(own, here)
    ]
    return [part, *(press.page("credential.html", page) for page in pages)]


def idea_pages(press: Press, learned: Learned, home: tuple[Way, ...], sources: Sources) -> list[Part]:
    """The idea, and every class in which it was tried."""
    idea = learned.idea
    here = addresses.change_idea(idea.id)
    body, part = press.text(idea.body, here, sources, top=3)
    said = idea.summary or idea.title
    pages = [
        IdeaPage(leaf.address, idea.title, said, home, idea, body, learned, leaf)
        for leaf in leaves(learned.tried, here)
    ]
    return [part, *(press.page("idea.html", page) for page in pages)]


def tool_pages(press: Press, tool: Tool, home: tuple[Way, ...], pairs: Pairs) -> list[Part]:
    """The tool and where it was used, its tally page with the worker that lets it open offline, its
    printable sheet."""
    used = [pair for pair in pairs if pair[1].tool == tool.id]
    tally = tally_page(press.words, tool, press.tally)
    sheet = sheet_page(press.words, press.program, tool, home, tally=tally is not None)
    about = tool.focus or tool.title
    views = [
        ToolPage(leaf.address, tool.title, about, home, tool, leaf, sheet.tally, sheet.address)
        for leaf in leaves(used, addresses.tool(tool.id))
    ]
    parts = [*(press.page("tool.html", view) for view in views), press.page("sheet.html", sheet)]
    if tally:
        made = press.page("tally.html", tally)
        page = made.files[addresses.file_of(tally.address)]
        parts += [made, Part({f"{tally.address}sw.js": worker(page, press.tally)})]
    return parts
