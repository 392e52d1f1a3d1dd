"""The pages that list what the program's library has: micro-credentials, change ideas, tools."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from generator import addresses
from generator.site.program.change_idea_results import ChangeIdeaResults
from generator.site.program.program_context import ProgramContext
from generator.site.program.program_story import ProgramStory
from generator.site.rendering.library_links import library_links
from generator.site.rendering.template_renderer import Link


class IndexEntry(Struct, frozen=True):
    """One page of the library: what it is about, and what came of it so far."""

    link: Link
    summary: str
    outcome: str


class IndexPage(Struct, frozen=True):
    """All pages of one kind, in the order of their folder."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    entries: tuple[IndexEntry, ...]


def index_pages(context: ProgramContext, ideas: Sequence[ChangeIdeaResults]) -> list[IndexPage]:
    """The view of each kind that the program has any of; `ideas` are the results of every change idea."""
    gettext = context.translator.gettext
    contents = {
        addresses.MICRO_CREDENTIALS: (
            gettext("What teachers can earn here, with evidence of what changed for students."),
            _credential_entries(context),
        ),
        addresses.CHANGE_IDEAS: (
            gettext("What was tried, in which classes, and what followed."),
            [_idea_entry(context, results) for results in ideas],
        ),
        addresses.TOOLS: (gettext("What is counted on a visit to a class."), _tool_entries(context)),
    }
    return [
        IndexPage(address, link.text, contents[address][0], context.trail, tuple(contents[address][1]))
        for address, link in library_links(context.program, context.translator).items()
    ]


def _idea_entry(context: ProgramContext, results: ChangeIdeaResults) -> IndexEntry:
    link = Link(results.idea.title, addresses.change_idea(results.idea.id))
    return IndexEntry(link, results.idea.summary, ProgramStory(context.translator).of_idea(results))


def _credential_entries(context: ProgramContext) -> list[IndexEntry]:
    ngettext = context.translator.ngettext
    inquiries = [inquiry for _, inquiry in context.inquiries]
    working = Counter(inquiry.micro_credential for inquiry in inquiries if not inquiry.earned)
    earned = Counter(inquiry.micro_credential for inquiry in inquiries if inquiry.earned)
    awaiting = Counter(inquiry.micro_credential for inquiry in inquiries if inquiry.awaits_award)
    entries = []
    for key, credential in context.program.micro_credentials.items():
        outcome = [context.translator.gettext("not earned yet")]
        if earned[key]:
            outcome = [ngettext("earned {n} time", "earned {n} times", earned[key])]
        if awaiting[key]:
            outcome.append(
                ngettext(
                    "{n} not yet awarded by the issuer", "{n} not yet awarded by the issuer", awaiting[key]
                )
            )
        if working[key]:
            outcome.append(ngettext("{n} inquiry on the way", "{n} inquiries on the way", working[key]))
        link = Link(credential.title, addresses.micro_credential(key))
        entries.append(IndexEntry(link, credential.competency, ", ".join(outcome)))
    return entries


def _tool_entries(context: ProgramContext) -> list[IndexEntry]:
    used = Counter(inquiry.tool for _, inquiry in context.inquiries)
    translator = context.translator
    return [
        IndexEntry(
            Link(tool.title, addresses.tool(key)),
            tool.focus,
            translator.ngettext("used in {n} inquiry", "used in {n} inquiries", used[key])
            if used[key]
            else translator.gettext("not used yet"),
        )
        for key, tool in context.program.tools.items()
    ]
