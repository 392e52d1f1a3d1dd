"""The program's own pages: made of the program's files and of the teachers' cards, nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import addresses
from generator.model import MicroCredential, Program, Tool, Verdict
from generator.privacy.review_exceptions import ReviewException
from generator.privacy.rule_texts import RULES
from generator.site.awards.issuer_pages import issuer_part
from generator.site.awards.verify_page import verify_part
from generator.site.program.change_idea_results import ChangeIdeaResults, change_idea_results
from generator.site.program.library_pages import Pairs, credential_pages, idea_pages, tool_pages
from generator.site.program.review_desk import desk_page
from generator.site.program.search_index import search_index
from generator.site.program.teacher_filter import FilterChoices, filter_choices, filter_rows, filter_texts
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.rendering.inline_json import json_in_html
from generator.site.rendering.pagination import ListPage, paginate
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import InquiryCard, TeacherCard
from generator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class Totals:
    """The program's story in numbers; `verdicts` counts the main charts of classes with a change."""

    teachers: int
    inquiries: int
    classes: int
    visits: int
    reflections: int
    earned: int
    verdicts: tuple[tuple[Verdict, int], ...]

    @property
    def judged(self) -> int:
        return sum(number for _, number in self.verdicts)


@dataclass(frozen=True, slots=True)
class HomePage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    totals: Totals
    latest: tuple[tuple[TeacherCard, InquiryCard], ...]
    more: int
    ideas: tuple[ChangeIdeaResults, ...]
    credentials: tuple[tuple[MicroCredential, int], ...]  # with how many inquiries earned it
    tools: tuple[Tool, ...]


@dataclass(frozen=True, slots=True)
class TeachersPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    leaf: ListPage[TeacherCard]
    total: int
    choices: FilterChoices
    rows: str  # the address of what is filtered
    root: str
    words: Markup


@dataclass(frozen=True, slots=True)
class SearchPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    root: str
    words: Markup


@dataclass(frozen=True, slots=True)
class TextPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    body: Markup


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    program: Program
    rules: tuple[tuple[str, str], ...]
    names_checked: bool
    exceptions: tuple[ReviewException, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """`root` is the path of the program's address; empty, and no links, without one."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    root: str


SHOWN_ON_HOME = 60  # small multiples; everyone is on the list of teachers


def site_menu(translator: Translator, program: Program) -> tuple[Link, ...]:
    """The links that every page shows at its head."""
    own = sorted(program.pages, key=lambda page: (page.order, page.id))
    return (
        Link(translator.gettext("Teachers"), addresses.TEACHERS),
        Link(translator.gettext("Search"), addresses.SEARCH),
        *(Link(page.title, addresses.free_page(page.id)) for page in own),
    )


def build_program_pages(
    context: RenderContext, files: Iterable[str], cards: Sequence[TeacherCard]
) -> SitePart:
    """Every page of the program that is not a teacher's.  `cards` in the order they are shown."""
    translator, program = context.translator, context.program
    sources = LinkTargets(frozenset(files))
    home = (Link(program.title, addresses.HOME),)
    pairs = _latest_first(cards)
    ideas = {key: change_idea_results(translator, idea, pairs) for key, idea in program.change_ideas.items()}
    parts = [context.render_page("home.html", _home(context, cards, pairs, tuple(ideas.values())))]
    parts += [context.render_page("teachers.html", page) for page in _teachers(context, cards, home)]
    parts.append(SitePart({addresses.FINDER_ROWS: filter_rows(translator, cards)}))
    parts += [
        context.render_page("search.html", _search(translator, home)),
        SitePart({addresses.SEARCH_INDEX: search_index(cards)}),
    ]
    for credential in program.micro_credentials.values():
        parts += credential_pages(context, credential, home, sources, pairs)
    for key in program.change_ideas:
        parts += idea_pages(context, ideas[key], home, sources)
    for tool in program.tools.values():
        parts += tool_pages(context, tool, home, pairs)
    reviewed = [one.review for _, one in pairs if one.review]
    if program.micro_credentials:
        desk = desk_page(translator, reviewed, program.micro_credentials, home)
        parts.append(context.render_page("review.html", desk))
    for free in program.pages:
        here = addresses.free_page(free.id)
        body, part = context.render_prose(free.body, here, sources)
        parts += [part, context.render_page("page.html", TextPage(here, free.title, free.title, home, body))]
    title = translator.gettext("Privacy")
    said = translator.gettext("What is published of the students, and what is not.")
    rules = tuple((rule, translator.gettext(text)) for rule, text in RULES.items())
    guard = context.privacy
    privacy = PrivacyPage(
        addresses.PRIVACY, title, said, home, program, rules, guard.has_roster, guard.exceptions
    )
    parts.append(context.render_page("privacy.html", privacy))
    awards = {award.name for _, one in pairs for award in one.awards}
    parts += [issuer_part(context, awards), verify_part(context, home)]
    missing = translator.gettext("Page not found")
    root = (urlsplit(program.url).path.rstrip("/") + "/") if program.url else ""
    parts.append(
        context.render_page("404.html", NotFoundPage(addresses.NOT_FOUND, missing, missing, (), root))
    )
    return SitePart(
        {address: data for part in parts for address, data in part.files.items()},
        tuple(link for part in parts for link in part.links),
        tuple(problem for part in parts for problem in part.problems),
    )


def _latest_first(cards: Sequence[TeacherCard]) -> list[tuple[TeacherCard, InquiryCard]]:
    pairs = [(card, inquiry) for card in cards for inquiry in card.inquiries]
    return sorted(pairs, key=lambda pair: -(pair[1].latest.toordinal() if pair[1].latest else 0))


def _home(
    context: RenderContext, cards: Sequence[TeacherCard], pairs: Pairs, ideas: tuple[ChangeIdeaResults, ...]
) -> HomePage:
    program = context.program
    earned = Counter(one.micro_credential for _, one in pairs if one.earned)
    return HomePage(
        address=addresses.HOME,
        title=program.title,
        description=program.description,
        trail=(),
        totals=_totals(cards, pairs),
        latest=tuple(pairs[:SHOWN_ON_HOME]),
        more=max(len(pairs) - SHOWN_ON_HOME, 0),
        ideas=tuple(sorted((idea for idea in ideas if idea.tried), key=lambda idea: -len(idea.tried))),
        credentials=tuple((one, earned[key]) for key, one in program.micro_credentials.items()),
        tools=tuple(program.tools.values()),
    )


def _totals(cards: Sequence[TeacherCard], pairs: Pairs) -> Totals:
    counted = Counter(verdict for _, one in pairs for _, verdict in one.verdicts if verdict)
    return Totals(
        teachers=len(cards),
        inquiries=len(pairs),
        classes=sum(len(one.verdicts) for _, one in pairs),
        visits=sum(one.visits for _, one in pairs),
        reflections=sum(one.reflections for _, one in pairs),
        earned=sum(one.earned for _, one in pairs),
        verdicts=tuple((verdict, counted[verdict]) for verdict in reversed(Verdict)),
    )


def _search(translator: Translator, home: tuple[Link, ...]) -> SearchPage:
    title = translator.gettext("Search")
    said = {
        "found": translator.gettext("{n} found"),
        "none": translator.gettext("Nothing was found. Fewer or shorter words find more."),
        "offline": translator.gettext("The index could not be loaded; the search needs the site on the web."),
    }
    return SearchPage(
        address=addresses.SEARCH,
        title=title,
        description=translator.gettext("Find an inquiry by a word of it."),
        trail=home,
        root=addresses.path_to_root(addresses.SEARCH),
        words=json_in_html(said),
    )


def _teachers(
    context: RenderContext, cards: Sequence[TeacherCard], home: tuple[Link, ...]
) -> list[TeachersPage]:
    offered = filter_choices(context.translator, cards, context.program.micro_credentials)
    return [
        TeachersPage(
            address=leaf.address,
            title=context.translator.gettext("Teachers"),
            description=context.translator.gettext("Everyone who shares an inquiry here."),
            trail=home,
            leaf=leaf,
            total=len(cards),
            choices=offered,
            rows=addresses.FINDER_ROWS,
            root=addresses.path_to_root(leaf.address),
            words=filter_texts(context.translator),
        )
        for leaf in paginate(cards, addresses.TEACHERS)
    ]
