"""The pages of the program's library: micro-credentials, change ideas and tools, each with the
inquiries that use it, in pages where there are many."""

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import ChangeIdea, MicroCredential, Tool
from generator.site.program.change_idea_results import ChangeIdeaResults, ClassTrial
from generator.site.program.idea_forests import IdeaForests, idea_forests
from generator.site.program.inquiry_filter import InquiryFinder, inquiry_finder
from generator.site.program.program_context import CardPair, ProgramContext
from generator.site.program.program_social_card import PageNews, leading_classes, program_social_card
from generator.site.program.program_story import ProgramStory
from generator.site.program.tally_page import tally_page, tally_service_worker
from generator.site.program.tally_sheet_page import tally_sheet_page
from generator.site.rendering.context import SitePart
from generator.site.rendering.pagination import ListPage, paginate
from generator.site.rendering.template_renderer import Link
from generator.site.social_card import SocialCard
from generator.words.verdict_texts import VerdictTexts


class CredentialPage(Struct, frozen=True):
    """A micro-credential: what it takes, and its inquiries, those that earned it first."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    credential: MicroCredential
    body: Markup
    list_page: ListPage[CardPair]
    finder: InquiryFinder
    prompts: tuple[str, ...]  # the requirement's prompts, quoted, in words where a tool has them
    verdict: str  # that it asks for
    social_card: SocialCard | None


class IdeaPage(Struct, frozen=True):
    """A change idea, and every class in which it was tried."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    idea: ChangeIdea
    body: Markup
    results: ChangeIdeaResults
    forests: IdeaForests
    list_page: ListPage[ClassTrial]
    social_card: SocialCard | None


class ToolPage(Struct, frozen=True):
    """A tool and where it was used.  `tally` is the address of its tally page, empty where nothing can be
    tapped, `sheet` that of the printable sheet."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    tool: Tool
    list_page: ListPage[CardPair]
    finder: InquiryFinder
    tally: str
    sheet: str


class LibraryPages(Struct, frozen=True):
    """Builds the pages of the library."""

    context: ProgramContext

    def credential(self, credential: MicroCredential) -> list[SitePart]:
        """The pages of a micro-credential."""
        render = self.context.render
        address = addresses.micro_credential(credential.id)
        body, part = render.render_prose(credential.body, address, self.context.sources, top=3)
        pairs = [pair for pair in self.context.inquiries if pair[1].micro_credential == credential.id]
        pairs.sort(key=lambda pair: not pair[1].earned)
        news = PageNews(address, credential.title, rest=credential.competency)
        card, card_part = program_social_card(self.context, news, leading_classes(pairs))
        views = [
            CredentialPage(
                address=list_page.address,
                title=credential.title,
                description=credential.competency or credential.title,
                trail=self.context.trail_below(addresses.MICRO_CREDENTIALS),
                credential=credential,
                body=body,
                list_page=list_page,
                finder=inquiry_finder(self.context, list_page.address, pairs, ("credential", credential.id)),
                prompts=self._prompt_texts(credential),
                verdict=VerdictTexts(render.translator).requirement(credential.impact.verdict),
                social_card=card,
            )
            for list_page in paginate(pairs, address)
        ]
        return [part, card_part, *(render.render_page("credential.html", view) for view in views)]

    def idea(self, results: ChangeIdeaResults) -> list[SitePart]:
        """The pages of a change idea."""
        render, idea = self.context.render, results.idea
        address = addresses.change_idea(idea.id)
        body, part = render.render_prose(idea.body, address, self.context.sources, top=3)
        tried = ProgramStory(render.translator).of_idea(results)
        classes = ((trial.card, trial.class_card) for trial in results.trials if trial.class_card)
        card, card_part = program_social_card(
            self.context, PageNews(address, idea.title, tried, idea.summary), classes
        )
        views = [
            IdeaPage(
                address=list_page.address,
                title=idea.title,
                description=" ".join(filter(None, (tried, idea.summary))),
                trail=self.context.trail_below(addresses.CHANGE_IDEAS),
                idea=idea,
                body=body,
                results=results,
                forests=idea_forests(self.context, idea, list_page.rows),
                list_page=list_page,
                social_card=card,
            )
            for list_page in paginate(results.trials, address)
        ]
        return [part, card_part, *(render.render_page("idea.html", view) for view in views)]

    def tool(self, tool: Tool) -> list[SitePart]:
        """The pages of a tool, its printable sheet, and its tally page with the worker that lets that
        open offline."""
        render = self.context.render
        pairs = [pair for pair in self.context.inquiries if pair[1].tool == tool.id]
        tally = tally_page(render, tool)
        sheet = tally_sheet_page(self.context, tool)
        views = [
            ToolPage(
                address=list_page.address,
                title=tool.title,
                description=tool.focus or tool.title,
                trail=self.context.trail_below(addresses.TOOLS),
                tool=tool,
                list_page=list_page,
                finder=inquiry_finder(self.context, list_page.address, pairs, ("tool", tool.id)),
                tally=sheet.tally,
                sheet=sheet.address,
            )
            for list_page in paginate(pairs, addresses.tool(tool.id))
        ]
        parts = [
            *(render.render_page("tool.html", view) for view in views),
            render.render_page("sheet.html", sheet),
        ]
        if tally:
            page = render.render_page("tally.html", tally)
            html = page.files[addresses.file_path(tally.address)]
            worker = tally_service_worker(html, render.tally)
            parts += [page, SitePart({f"{tally.address}sw.js": worker})]
        return parts

    def _prompt_texts(self, credential: MicroCredential) -> tuple[str, ...]:
        """The prompts of a requirement, quoted, as the tools word them; the id of one that no tool has."""
        texts = {
            prompt.id: prompt.text for tool in self.context.program.tools.values() for prompt in tool.prompts
        }
        gettext = self.context.translator.gettext
        return tuple(
            gettext("“{prompt}”", prompt=texts.get(prompt, prompt)) for prompt in credential.impact.prompts
        )
