"""Puts all units together: the teachers' pages, the program's made of their cards, and every link
between them."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from msgspec import Struct, field

from generator import addresses
from generator.building.all_teachers import TeacherResult, build_each_teacher
from generator.building.build_context import open_build_context
from generator.building.build_run import BuildRun, Destination
from generator.building.cache.store import CacheStore
from generator.building.change_detection import detect_changes
from generator.building.options import BuildOptions, BuildOutcome, Progress, RebuildReason
from generator.building.program_unit import PROGRAM_UNIT, build_program_unit
from generator.building.unit import UnitRecord
from generator.evidence.findings_schema import schema_as_json
from generator.layout import BESIDE_CONTENT, SETTINGS
from generator.memoize import Memoizer, no_cache
from generator.privacy.masking import log_quoting
from generator.privacy.privacy_context import read_privacy_context
from generator.privacy.privacy_report import privacy_report
from generator.privacy.review_exceptions import unused_exceptions
from generator.problems import Phrase, Place, Problem, warning
from generator.reading.content_summary import ContentSummary
from generator.site.rendering.content_links import ContentLink
from generator.site.rendering.link_check import (
    CrossUnitLink,
    check_content_links,
    find_broken_links,
    ids_of,
    remove_link,
)
from generator.site.rendering.template_renderer import merge_template_problems

Item = TypeVar("Item")


class MemoryOutput(Struct):
    """A Destination that keeps every file in memory: for `serve` and `check`."""

    files: dict[str, bytes] = field(default_factory=dict)

    def holds(self, name: str, digest: bytes) -> bool:
        return False

    def put(self, name: str, data: bytes) -> None:
        self.files[name] = data

    def read(self, name: str) -> bytes:
        return self.files[name]

    def __contains__(self, name: object) -> bool:
        return name in self.files


class BuiltSite(Struct, frozen=True):
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
    """Every file of the site in memory; a BuildOutcome where there is no program to make it of."""
    output, store = MemoryOutput(), CacheStore(None)
    run = BuildRun(options, detect_changes(options, store), store, output, memoize)
    outcome = build_into(run, progress)
    return BuiltSite(output.files, outcome) if outcome.readable else outcome


def build_into(run: BuildRun, progress: Progress) -> BuildOutcome:
    """Put every file of the site into the run's destination."""
    changes, options = run.changes, run.options
    build_context, problems = open_build_context(options, changes.inputs, run.memoize)
    problems += changes.problems
    if build_context is None:
        privacy, _ = read_privacy_context(changes.inputs.privacy_files, options.today)
        quoting = log_quoting(privacy, None, options.quotes_content)
        return BuildOutcome(quoting.problems(_located(options, problems)), readable=False)
    teachers = _TeacherTotals()
    for result in build_each_teacher(run, build_context):
        progress(Phrase("teachers"), len(teachers.cards), len(changes.names))
        teachers.add(result)
    progress(Phrase("pages"), 0, 1)
    cards = [teachers.cards[name] for name in changes.names]
    program_record = build_program_unit(run, build_context, cards, sorted(teachers.pages))
    problems += merge_template_problems([*_in_order(teachers.problems), *program_record.problems])
    privacy, program = build_context.render.privacy, build_context.program
    problems += unused_exceptions(privacy.exceptions, problems)
    report = privacy_report(problems, privacy, program)
    run.destination.put(addresses.PRIVACY_REPORT, schema_as_json(report))
    whole_program = _LinkTotals()
    whole_program.add(program_record)
    problems += _check_links(run.destination, [teachers.links, whole_program])
    if not program.url:
        problems.append(_no_url())
    run.store.drop_others((PROGRAM_UNIT, *changes.names))
    progress(Phrase("pages"), 1, 1)
    quoting = log_quoting(privacy, program, options.quotes_content)
    program_summary = ContentSummary(build_context.render.translator, quoting.text).program(program)
    return BuildOutcome(
        problems=quoting.problems(_located(options, problems)),
        pages=len(teachers.pages) + len(_pages_of(program_record)),
        teachers=sum(map(bool, cards)),
        inquiries=teachers.inquiries,
        withheld=tuple(_in_order(teachers.withheld)),
        echo=(*program_summary, *_in_order(teachers.summary)),
        language=program.language,
        url=program.url,
        named_language=program.named_language,
        own_catalogue=program.own_catalogue,
        why=tuple(teachers.rebuilt),
        names_checked=privacy.has_roster,
    )


class _LinkTotals(Struct):
    """The links between units: authors' (a page and where it leads), and templates' by (file, anchor),
    each with the first page that has it."""

    content: list[tuple[str, ContentLink]] = field(default_factory=list)
    templates: dict[tuple[str, str], CrossUnitLink] = field(default_factory=dict)

    def add(self, record: UnitRecord) -> None:
        self.content += record.links
        for link in record.cross_unit_links:
            first = self.templates.setdefault((link.file, link.anchor), link)
            if link.page < first.page:
                self.templates[link.file, link.anchor] = link


class _TeacherTotals(Struct):
    """What is kept of the teachers' records, by name where their order matters: little, for there may be
    ten thousand of them."""

    cards: dict[str, bytes] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    summary: dict[str, tuple[str, ...]] = field(default_factory=dict)
    withheld: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inquiries: int = 0
    pages: list[str] = field(default_factory=list)
    rebuilt: list[RebuildReason] = field(default_factory=list)
    links: _LinkTotals = field(default_factory=_LinkTotals)

    def add(self, result: TeacherResult) -> None:
        name, record = result.name, result.record
        self.cards[name] = record.card
        self.inquiries += record.inquiries
        if record.problems:
            self.problems[name] = record.problems
        if record.summary:
            self.summary[name] = record.summary
        if record.withheld:
            self.withheld[name] = record.withheld
        if result.rebuilt:
            self.rebuilt.append(result.rebuilt)
        self.pages += _pages_of(record)
        self.links.add(record)


def _pages_of(record: UnitRecord) -> list[str]:
    return [file for file in record.files if file.endswith(".html")]


def _in_order(by_name: dict[str, tuple[Item, ...]]) -> list[Item]:
    """Everybody's, in the order of the names."""
    return [item for _, items in sorted(by_name.items()) for item in items]


def _check_links(destination: Destination, totals: Sequence[_LinkTotals]) -> list[Problem]:
    """Links from one unit to another; an author's that leads nowhere becomes plain words."""

    @cache
    def ids(file: str) -> frozenset[str]:
        return ids_of(destination.read(file))

    content_links = [link for total in totals for link in sorted(total.content, key=_page_of)]
    dead, problems = check_content_links(content_links, destination, ids)
    for page, link in dead:
        file = addresses.file_path(page)
        destination.put(file, remove_link(destination.read(file), page, link))
    template_links = {key: link for total in totals for key, link in sorted(total.templates.items())}
    for _, link in dead:  # a problem already, and a link no more
        address, _, anchor = link.address.partition("#")
        template_links.pop((addresses.file_path(address), anchor), None)
    return [*problems, *find_broken_links(template_links.values(), destination, ids)]


def _page_of(link: tuple[str, ContentLink]) -> str:
    return link[0]


def _located(options: BuildOptions, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Files as a teacher sees them: from the program's root, where content/ and themes/ lie."""
    return tuple(
        problem if problem.place.file.split("/")[0] in BESIDE_CONTENT else problem.under(options.content.name)
        for problem in problems
    )


def _no_url() -> Problem:
    return warning(
        "no-url",
        Place(SETTINGS, field="url"),
        'Without `url:` there is no sitemap, no feed, and the "page not found" page has no links.',
        "Add, for instance: url: https://YOUR-NAME.github.io/portfolios/",
    )
