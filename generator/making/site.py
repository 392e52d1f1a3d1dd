"""All pieces put together: the teachers' pages, the program's made of their cards, and every link
between them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from generator import addresses
from generator.evidence.schema import as_json, findings_schema
from generator.making.opening import Opened, open_content
from generator.making.options import Options, Outcome, Why
from generator.making.piece import Made, Record, piece_of
from generator.making.pieces import Destination, each_teacher, recorded
from generator.making.survey import Survey, survey
from generator.memory import Remember, digest, forget
from generator.memory.codec import decode, encode
from generator.memory.notes import Notes, packed, unpacked
from generator.memory.store import Known, Store
from generator.names import natural_key
from generator.privacy.exceptions import unused
from generator.privacy.gate import adult_words, adult_words_of
from generator.privacy.guard import read_guard
from generator.privacy.masking import masked, masked_text
from generator.privacy.report import privacy_report
from generator.privacy.sweep import sweep
from generator.problems import Phrase, Place, Problem, warning
from generator.reading.echo import describe_program
from generator.site import feeds
from generator.site.card import Card
from generator.site.linkcheck import Outward, astray, ids_of, judged, unlinked
from generator.site.press import Part
from generator.site.program_pages import program_site
from generator.site.prose import LinkFound

Progress = Callable[[str, int, int], None]  # (stage, done, in all)
_PROGRAM = ""  # the name of the program's own piece; no teacher's folder can have it


@dataclass(slots=True)
class Gathered:
    """A site that goes nowhere but into memory: for `serve`, and for `check`."""

    files: dict[str, bytes] = field(default_factory=dict)

    def holds(self, name: str, digest: bytes) -> bool:
        return False

    def put(self, name: str, data: bytes) -> None:
        self.files[name] = data

    def read(self, name: str) -> bytes:
        return self.files[name]

    def __contains__(self, name: object) -> bool:
        return name in self.files


@dataclass(frozen=True, slots=True)
class Site:
    """All files of the site by their path below the output folder, and how they came to be."""

    files: dict[str, bytes]
    outcome: Outcome

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.outcome.problems

    @property
    def echo(self) -> tuple[str, ...]:
        return self.outcome.echo

    @property
    def language(self) -> str:
        return self.outcome.language


def make_site(options: Options, progress: Progress, remember: Remember = forget) -> Site | Outcome:
    """Every file of the site in memory; an Outcome where there is no program to make it of."""
    to, nothing = Gathered(), Store(None)
    outcome = fill(to, options, survey(options, nothing), nothing, progress, remember)
    return Site(to.files, outcome) if outcome.readable else outcome


def fill(
    to: Destination,
    options: Options,
    found: Survey,
    store: Store,
    progress: Progress,
    remember: Remember = forget,
) -> Outcome:
    """Every file of the site to its place."""
    opened, problems = open_content(options, found.folder, found.beside, found.problems, found.base, remember)
    if opened is None:
        names = read_guard(found.beside.roster, None, options.today)[0].names
        return Outcome(masked(_located(options, problems), names), readable=False)
    why: list[Why] = []
    everyone, whole = _Pile(), _Pile()
    for name, record in each_teacher(options, opened, found, store, to, remember, why):
        progress(Phrase("teachers"), len(everyone.cards), len(found.names))
        everyone.add(name, record)
    progress(Phrase("pages"), 0, 1)
    cards = [everyone.cards[name] for name in found.names]
    whole.add(_PROGRAM, _program_piece(opened, cards, sorted(everyone.pages), store, to, remember))
    piles = (everyone, whole)
    problems += [one for pile in piles for _, own in sorted(pile.problems.items()) for one in own]
    guard = opened.press.guard
    problems += unused(guard.exceptions, problems)
    to.put(addresses.PRIVACY_REPORT, as_json(privacy_report(problems, guard, opened.program)))
    problems += _links_between(to, piles)
    if not opened.program.url:
        problems.append(_no_url())
    store.drop_others((_PROGRAM, *found.names))
    progress(Phrase("pages"), 1, 1)
    return Outcome(
        problems=masked(_located(options, problems), guard.names),
        pages=sum(len(pile.pages) for pile in piles),
        teachers=sum(map(bool, cards)),
        inquiries=everyone.inquiries,
        withheld=tuple(one for _, own in sorted(everyone.withheld.items()) for one in own),
        echo=(
            *describe_program(opened.program, opened.press.words),
            *(masked_text(line, guard.names) for _, own in sorted(everyone.said.items()) for line in own),
        ),
        language=opened.program.language,
        why=tuple(why),
        names_checked=guard.has_roster,
    )


@dataclass(slots=True)
class _Pile:
    """What is kept of many records, by name where their order matters: little, for there may be ten
    thousand of them."""

    cards: dict[str, bytes] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    withheld: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inquiries: int = 0
    pages: list[str] = field(default_factory=list)
    links: list[tuple[str, LinkFound]] = field(default_factory=list)
    outward: dict[tuple[str, str], Outward] = field(default_factory=dict)

    def add(self, name: str, record: Record) -> None:
        self.cards[name] = record.card
        self.inquiries += record.inquiries
        if record.problems:
            self.problems[name] = record.problems
        if record.said:
            self.said[name] = record.said
        if record.withheld:
            self.withheld[name] = record.withheld
        self.pages += [file for file in record.files if file.endswith(".html")]
        self.links += record.links
        for one in record.outward:
            first = self.outward.setdefault((one.file, one.anchor), one)
            if one.page < first.page:
                self.outward[one.file, one.anchor] = one


def _program_piece(
    opened: Opened,
    cards: Sequence[bytes],
    pages: Sequence[str],
    store: Store,
    to: Destination,
    remember: Remember,
) -> Record:
    """The program's pages: a function of its files, the teachers' cards and the addresses of their pages."""
    own = digest([("", card) for card in cards], "\n".join(pages))
    known = store.known().get(_PROGRAM)
    if known and (known.own, known.base) == (own, opened.base.whole):
        record = recorded(store.record(_PROGRAM))
        if record and all(to.holds(file, one) for file, one in record.files.items()):
            return record
    notes = Notes(unpacked(store.notes(_PROGRAM)))
    asked = opened if remember is not forget else opened.remembering(notes)
    made = remember(digest("program", opened.base.whole, own), lambda: _program_made(asked, cards, pages))
    for file, data in made.files.items():
        to.put(file, data)
    store.keep(_PROGRAM, Known(b"", own, opened.base.whole), encode(made.record), packed(notes.asked))
    return made.record


def _program_made(opened: Opened, kept: Sequence[bytes], pages: Sequence[str]) -> Made:
    program = opened.program
    cards: list[Card] = [decode(card, Card) for card in kept if card]
    cards.sort(key=lambda card: (natural_key(card.name), card.id))
    part = program_site(opened.press, opened.folder.files, cards)
    assets = opened.theme.files
    files = {
        **part.files,
        **assets,
        ".nojekyll": b"",
        addresses.FINDINGS_SCHEMA: as_json(findings_schema()),
    }
    if program.url:
        files[addresses.SITEMAP] = feeds.sitemap(program, _addresses([*pages, *files]))
        files[addresses.FEED] = feeds.feed(program, cards)
    safe = _swept(opened, replace(part, files=files), cards, assets)
    return Made(*piece_of(safe, lambda file: not file.startswith(addresses.TEACHERS)))


def _swept(opened: Opened, part: Part, cards: Sequence[Card], assets: Collection[str]) -> Part:
    """The pages without those that say what must not be said; a notice stands in a page's place.  `assets`
    are the theme's files, which are trusted."""
    known = adult_words(opened.program, None).union(
        *(adult_words_of(card.name, card.school) for card in cards)
    )
    made = {name: data for name, data in part.files.items() if name not in assets}
    bad = sweep(made, opened.press.guard.names, known)
    files = dict(part.files)
    for problem in bad:
        name = problem.place.file
        del files[name]
        if name.endswith("index.html"):
            files.update(opened.press.notice(name.removesuffix("index.html"), ()).files)
    return replace(part, files=files, problems=(*part.problems, *bad))


def _links_between(to: Destination, piles: Sequence[_Pile]) -> Iterator[Problem]:
    """Links from one piece to another; an author's that leads nowhere becomes plain words."""

    @cache
    def ids(file: str) -> frozenset[str]:
        return ids_of(to.read(file))

    dead, problems = judged([link for pile in piles for link in sorted(pile.links, key=_by_page)], to, ids)
    for page, link in dead:
        file = addresses.file_of(page)
        to.put(file, unlinked(to.read(file), page, link))
    yield from problems
    outward = {key: one for pile in piles for key, one in sorted(pile.outward.items())}
    for _, link in dead:  # said already, and a link no more
        address, _, anchor = link.address.partition("#")
        outward.pop((addresses.file_of(address), anchor), None)
    yield from astray(outward.values(), to, ids)


def _by_page(link: tuple[str, LinkFound]) -> str:
    return link[0]


def _addresses(files: Sequence[str]) -> list[str]:
    """The addresses of the pages that are meant to be found."""
    pages = [file.removesuffix("index.html") for file in files if file.endswith(".html")]
    return [address for address in pages if addresses.is_listed(address)]


def _located(options: Options, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Files as a teacher sees them: from the program's root, where content/ and themes/ lie."""
    return tuple(
        problem if problem.place.file.startswith("themes") else problem.under(options.content.name)
        for problem in problems
    )


def _no_url() -> Problem:
    return warning(
        "no-url",
        Place("program.yml", field="url"),
        "Without the site's address there is no sitemap, no feed and no links on the page for lost readers.",
        "Add, for instance: url: https://YOUR-NAME.github.io/portfolios/",
    )
