"""The program's own pages: made of the program's files and of the teachers' cards, nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import addresses
from generator.model import MicroCredential, Program, Tool, Verdict
from generator.privacy.exceptions import Exempt
from generator.privacy.rules import RULES
from generator.site.card import Card, InquiryCard
from generator.site.finder import Choices, choices, finder_data, finder_words
from generator.site.inline import json_in_html
from generator.site.issuer_pages import issuer_part
from generator.site.learned import Learned, learned
from generator.site.library_pages import Pairs, credential_pages, idea_pages, tool_pages
from generator.site.paging import Leaf, leaves
from generator.site.press import Part, Press
from generator.site.render import Way
from generator.site.review_desk import desk_page
from generator.site.search import search_index
from generator.site.sources import Sources
from generator.site.verify_page import verify_part
from generator.words.speech import Words


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
    trail: tuple[Way, ...]
    totals: Totals
    latest: tuple[tuple[Card, InquiryCard], ...]
    more: int
    ideas: tuple[Learned, ...]
    credentials: tuple[tuple[MicroCredential, int], ...]  # with how many inquiries earned it
    tools: tuple[Tool, ...]


@dataclass(frozen=True, slots=True)
class TeachersPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    leaf: Leaf[Card]
    total: int
    choices: Choices
    rows: str  # the address of what is filtered
    root: str
    words: Markup


@dataclass(frozen=True, slots=True)
class SearchPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    root: str
    words: Markup


@dataclass(frozen=True, slots=True)
class TextPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    body: Markup


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    program: Program
    rules: tuple[tuple[str, str], ...]
    names_checked: bool
    exceptions: tuple[Exempt, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """`root` is the path of the program's address; empty, and no links, without one."""

    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    root: str


SHOWN_ON_HOME = 60  # small multiples; everyone is on the list of teachers


def menu_of(words: Words, program: Program) -> tuple[Way, ...]:
    """The links that every page shows at its head."""
    own = sorted(program.pages, key=lambda page: (page.order, page.id))
    return (
        Way(words.say("Teachers"), addresses.TEACHERS),
        Way(words.say("Search"), addresses.SEARCH),
        *(Way(page.title, addresses.free_page(page.id)) for page in own),
    )


def program_site(press: Press, files: Iterable[str], cards: Sequence[Card]) -> Part:
    """Every page of the program that is not a teacher's.  `cards` in the order they are shown."""
    words, program = press.words, press.program
    sources = Sources(frozenset(files))
    home = (Way(program.title, addresses.HOME),)
    pairs = _latest_first(cards)
    ideas = {key: learned(words, idea, pairs) for key, idea in program.change_ideas.items()}
    parts = [press.page("home.html", _home(press, cards, pairs, tuple(ideas.values())))]
    parts += [press.page("teachers.html", page) for page in _teachers(press, cards, home)]
    parts.append(Part({addresses.FINDER_ROWS: finder_data(words, cards)}))
    parts += [
        press.page("search.html", _search(words, home)),
        Part({addresses.SEARCH_INDEX: search_index(cards)}),
    ]
    for credential in program.micro_credentials.values():
        parts += credential_pages(press, credential, home, sources, pairs)
    for key in program.change_ideas:
        parts += idea_pages(press, ideas[key], home, sources)
    for tool in program.tools.values():
        parts += tool_pages(press, tool, home, pairs)
    reviewed = [one.review for _, one in pairs if one.review]
    if program.micro_credentials:
        desk = desk_page(words, reviewed, program.micro_credentials, home)
        parts.append(press.page("review.html", desk))
    for free in program.pages:
        here = addresses.free_page(free.id)
        body, part = press.text(free.body, here, sources)
        parts += [part, press.page("page.html", TextPage(here, free.title, free.title, home, body))]
    title = words.say("Privacy")
    said = words.say("What is published of the students, and what is not.")
    rules = tuple((rule, words.say(text)) for rule, text in RULES.items())
    guard = press.guard
    privacy = PrivacyPage(
        addresses.PRIVACY, title, said, home, program, rules, guard.has_roster, guard.exceptions
    )
    parts.append(press.page("privacy.html", privacy))
    awards = {award.name for _, one in pairs for award in one.awards}
    parts += [issuer_part(press, awards), verify_part(press, home)]
    missing = words.say("Page not found")
    root = (urlsplit(program.url).path.rstrip("/") + "/") if program.url else ""
    parts.append(press.page("404.html", NotFoundPage(addresses.NOT_FOUND, missing, missing, (), root)))
    return Part(
        {address: data for part in parts for address, data in part.files.items()},
        tuple(link for part in parts for link in part.links),
        tuple(problem for part in parts for problem in part.problems),
    )


def _latest_first(cards: Sequence[Card]) -> list[tuple[Card, InquiryCard]]:
    pairs = [(card, inquiry) for card in cards for inquiry in card.inquiries]
    return sorted(pairs, key=lambda pair: -(pair[1].latest.toordinal() if pair[1].latest else 0))


def _home(press: Press, cards: Sequence[Card], pairs: Pairs, ideas: tuple[Learned, ...]) -> HomePage:
    program = press.program
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


def _totals(cards: Sequence[Card], pairs: Pairs) -> Totals:
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


def _search(words: Words, home: tuple[Way, ...]) -> SearchPage:
    title = words.say("Search")
    said = {
        "found": words.say("{n} found"),
        "none": words.say("Nothing was found. Fewer or shorter words find more."),
        "offline": words.say("The index could not be loaded; the search needs the site on the web."),
    }
    return SearchPage(
        address=addresses.SEARCH,
        title=title,
        description=words.say("Find an inquiry by a word of it."),
        trail=home,
        root=addresses.root(addresses.SEARCH),
        words=json_in_html(said),
    )


def _teachers(press: Press, cards: Sequence[Card], home: tuple[Way, ...]) -> list[TeachersPage]:
    offered = choices(press.words, cards, press.program.micro_credentials)
    return [
        TeachersPage(
            address=leaf.address,
            title=press.words.say("Teachers"),
            description=press.words.say("Everyone who shares an inquiry here."),
            trail=home,
            leaf=leaf,
            total=len(cards),
            choices=offered,
            rows=addresses.FINDER_ROWS,
            root=addresses.root(leaf.address),
            words=finder_words(press.words),
        )
        for leaf in leaves(cards, addresses.TEACHERS)
    ]
