"""All pieces put together: the teachers' pages, the program's made of their cards, and every link
between them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from generator import addresses
from generator.building.all_teachers import Destination, build_each_teacher, decode_record
from generator.building.build_context import BuildContext, open_context_from_folder
from generator.building.cache.codec import decode, encode
from generator.building.cache.memo_values import MemoValues, pack_values, unpack_values
from generator.building.cache.store import CacheStore, UnitState
from generator.building.change_detection import Changes, detect_changes
from generator.building.options import BuildOptions, BuildOutcome, RebuildReason
from generator.building.unit import BuildUnit, UnitRecord, record_unit
from generator.evidence.findings_schema import findings_schema, schema_as_json
from generator.layout import SETTINGS, THEMES
from generator.memoize import Memoizer, digest, no_cache
from generator.privacy.gate import adult_words, adult_words_of
from generator.privacy.masking import mask_problems, mask_text
from generator.privacy.output_scan import scan_output
from generator.privacy.privacy_report import privacy_report
from generator.privacy.review_exceptions import unused_exceptions
from generator.problems import Phrase, Place, Problem, warning
from generator.reading.content_summary import describe_program
from generator.site.program import feeds
from generator.site.program.program_pages import build_program_pages
from generator.site.rendering.context import SitePart
from generator.site.rendering.link_check import (
    CrossUnitLink,
    check_content_links,
    find_broken_links,
    ids_of,
    remove_link,
)
from generator.site.rendering.markdown_converter import ContentLink
from generator.site.teacher_card import TeacherCard
from generator.slugs import natural_key

Progress = Callable[[str, int, int], None]  # (stage, done, in all)
_PROGRAM = ""  # the name of the program's own piece; no teacher's folder can have it


@dataclass(slots=True)
class MemoryOutput:
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
class BuiltSite:
    """All files of the site by their path below the output folder, and how they came to be."""

    files: dict[str, bytes]
    outcome: BuildOutcome

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.outcome.problems

    @property
    def echo(self) -> tuple[str, ...]:
        return self.outcome.echo

    @property
    def language(self) -> str:
        return self.outcome.language


def build_in_memory(
    options: BuildOptions, progress: Progress, memoize: Memoizer = no_cache
) -> BuiltSite | BuildOutcome:
    """Every file of the site in memory; an Outcome where there is no program to make it of."""
    to, nothing = MemoryOutput(), CacheStore(None)
    outcome = build_into(to, options, detect_changes(options, nothing), nothing, progress, memoize)
    return BuiltSite(to.files, outcome) if outcome.readable else outcome


def build_into(
    to: Destination,
    options: BuildOptions,
    found: Changes,
    store: CacheStore,
    progress: Progress,
    memoize: Memoizer = no_cache,
) -> BuildOutcome:
    """Every file of the site to its place."""
    build_context, problems = open_context_from_folder(
        options, found.folder, found.privacy_files, found.problems, found.shared, memoize
    )
    if build_context is None:
        names = found.privacy_files.parse(options.today)[0].names
        return BuildOutcome(mask_problems(_located(options, problems), names), readable=False)
    why: list[RebuildReason] = []
    everyone, whole = _BuildTotals(), _BuildTotals()
    for name, record in build_each_teacher(options, build_context, found, store, to, memoize, why):
        progress(Phrase("teachers"), len(everyone.cards), len(found.names))
        everyone.add(name, record)
    progress(Phrase("pages"), 0, 1)
    cards = [everyone.cards[name] for name in found.names]
    whole.add(_PROGRAM, _program_piece(build_context, cards, sorted(everyone.pages), store, to, memoize))
    piles = (everyone, whole)
    problems += [one for pile in piles for _, own in sorted(pile.problems.items()) for one in own]
    privacy = build_context.render.privacy
    problems += unused_exceptions(privacy.exceptions, problems)
    to.put(addresses.PRIVACY_REPORT, schema_as_json(privacy_report(problems, privacy, build_context.program)))
    problems += _links_between(to, piles)
    if not build_context.program.url:
        problems.append(_no_url())
    store.drop_others((_PROGRAM, *found.names))
    progress(Phrase("pages"), 1, 1)
    return BuildOutcome(
        problems=mask_problems(_located(options, problems), privacy.names),
        pages=sum(len(pile.pages) for pile in piles),
        teachers=sum(map(bool, cards)),
        inquiries=everyone.inquiries,
        withheld=tuple(one for _, own in sorted(everyone.withheld.items()) for one in own),
        echo=(
            *describe_program(build_context.program, build_context.render.translator),
            *(mask_text(line, privacy.names) for _, own in sorted(everyone.said.items()) for line in own),
        ),
        language=build_context.program.language,
        why=tuple(why),
        names_checked=privacy.has_roster,
    )


@dataclass(slots=True)
class _BuildTotals:
    """What is kept of many records, by name where their order matters: little, for there may be ten
    thousand of them."""

    cards: dict[str, bytes] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    withheld: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inquiries: int = 0
    pages: list[str] = field(default_factory=list)
    links: list[tuple[str, ContentLink]] = field(default_factory=list)
    outward: dict[tuple[str, str], CrossUnitLink] = field(default_factory=dict)

    def add(self, name: str, record: UnitRecord) -> None:
        self.cards[name] = record.card
        self.inquiries += record.inquiries
        if record.problems:
            self.problems[name] = record.problems
        if record.summary:
            self.said[name] = record.summary
        if record.withheld:
            self.withheld[name] = record.withheld
        self.pages += [file for file in record.files if file.endswith(".html")]
        self.links += record.links
        for one in record.cross_unit_links:
            first = self.outward.setdefault((one.file, one.anchor), one)
            if one.page < first.page:
                self.outward[one.file, one.anchor] = one


def _program_piece(
    build_context: BuildContext,
    cards: Sequence[bytes],
    pages: Sequence[str],
    store: CacheStore,
    to: Destination,
    memoize: Memoizer,
) -> UnitRecord:
    """The program's pages: a function of its files, the teachers' cards and the addresses of their pages."""
    own = digest([("", card) for card in cards], "\n".join(pages))
    known = store.unit_states().get(_PROGRAM)
    if known and (known.folder_digest, known.shared_digest) == (own, build_context.shared.whole):
        record = decode_record(store.record(_PROGRAM))
        if record and all(to.holds(file, one) for file, one in record.files.items()):
            return record
    notes = MemoValues(unpack_values(store.memo_values(_PROGRAM)))
    asked = build_context if memoize is not no_cache else build_context.remembering(notes)
    made = memoize(
        digest("program", build_context.shared.whole, own), lambda: _program_made(asked, cards, pages)
    )
    for file, data in made.files.items():
        to.put(file, data)
    store.save_unit(
        _PROGRAM,
        UnitState(b"", own, build_context.shared.whole),
        encode(made.record),
        pack_values(notes.asked),
    )
    return made.record


def _program_made(build_context: BuildContext, kept: Sequence[bytes], pages: Sequence[str]) -> BuildUnit:
    program = build_context.program
    cards: list[TeacherCard] = [decode(card, TeacherCard) for card in kept if card]
    cards.sort(key=lambda card: (natural_key(card.name), card.id))
    part = build_program_pages(build_context.render, build_context.folder.files, cards)
    assets = build_context.theme.files
    files = {
        **part.files,
        **assets,
        ".nojekyll": b"",
        addresses.FINDINGS_SCHEMA: schema_as_json(findings_schema()),
    }
    if program.url:
        files[addresses.SITEMAP] = feeds.sitemap(program, _addresses([*pages, *files]))
        files[addresses.FEED] = feeds.feed(program, cards)
    safe = _swept(build_context, replace(part, files=files), cards, assets)
    return BuildUnit(*record_unit(safe, lambda file: not file.startswith(addresses.TEACHERS)))


def _swept(
    build_context: BuildContext, part: SitePart, cards: Sequence[TeacherCard], assets: Collection[str]
) -> SitePart:
    """The pages without those that say what must not be said; a notice stands in a page's place.  `assets`
    are the theme's files, which are trusted."""
    known = adult_words(build_context.program, None).union(
        *(adult_words_of(card.name, card.school) for card in cards)
    )
    made = {name: data for name, data in part.files.items() if name not in assets}
    bad = scan_output(made, build_context.render.privacy.names, known)
    files = dict(part.files)
    for problem in bad:
        name = problem.place.file
        del files[name]
        if name.endswith("index.html"):
            files.update(build_context.render.correction_notice(name.removesuffix("index.html"), ()).files)
    return replace(part, files=files, problems=(*part.problems, *bad))


def _links_between(to: Destination, piles: Sequence[_BuildTotals]) -> Iterator[Problem]:
    """Links from one piece to another; an author's that leads nowhere becomes plain words."""

    @cache
    def ids(file: str) -> frozenset[str]:
        return ids_of(to.read(file))

    dead, problems = check_content_links(
        [link for pile in piles for link in sorted(pile.links, key=_by_page)], to, ids
    )
    for page, link in dead:
        file = addresses.file_path(page)
        to.put(file, remove_link(to.read(file), page, link))
    yield from problems
    outward = {key: one for pile in piles for key, one in sorted(pile.outward.items())}
    for _, link in dead:  # said already, and a link no more
        address, _, anchor = link.address.partition("#")
        outward.pop((addresses.file_path(address), anchor), None)
    yield from find_broken_links(outward.values(), to, ids)


def _by_page(link: tuple[str, ContentLink]) -> str:
    return link[0]


def _addresses(files: Sequence[str]) -> list[str]:
    """The addresses of the pages that are meant to be found."""
    pages = [file.removesuffix("index.html") for file in files if file.endswith(".html")]
    return [address for address in pages if addresses.is_listed(address)]


def _located(options: BuildOptions, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Files as a teacher sees them: from the program's root, where content/ and themes/ lie."""
    return tuple(
        problem if problem.place.file.startswith(THEMES) else problem.under(options.content.name)
        for problem in problems
    )


def _no_url() -> Problem:
    return warning(
        "no-url",
        Place(SETTINGS, field="url"),
        "Without the site's address there is no sitemap, no feed and no links on the page for lost readers.",
        "Add, for instance: url: https://YOUR-NAME.github.io/portfolios/",
    )
