"""The whole way, from content/ to output/, as one short story.

    content -> reading -> privacy -> runchart -> evidence -> credential -> site -> writing -> output

One teacher is one piece of work: files in, a card and pages out.  The program's pages are made of
cards.  Problems travel beside the pages, and one teacher's trouble stays with that teacher.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import cache, partial
from pathlib import Path

from generator import __version__
from generator.credential.case import Case, case_of
from generator.evidence.schema import as_json, findings_schema
from generator.memory import Remember, digest, forget
from generator.model import Program, Teacher
from generator.names import natural_key, slug
from generator.privacy.gate import gate, program_gate
from generator.problems import Phrase, Place, Problem, error, warning
from generator.reading.echo import describe_program, describe_teacher
from generator.reading.files import Folder, load_program, load_teacher, teacher_names
from generator.reading.program import read_program
from generator.reading.teacher import read_teacher
from generator.runchart.draw import remembered
from generator.site import addresses, feeds
from generator.site.card import Card
from generator.site.linkcheck import broken, settle
from generator.site.program_pages import menu_of, program_site
from generator.site.prose import Converter
from generator.site.render import Frame, Renderer
from generator.site.teacher_pages import Part, Press, teacher_site
from generator.site.theme import Theme, load_theme
from generator.words.speech import Words
from generator.workers import FEWEST, cores, in_workers
from generator.writing.output import Written, write_site

Progress = Callable[[str, int, int], None]  # (stage, done, in all)
Made = tuple[Card | None, Part, list[str]]


@dataclass(frozen=True, slots=True)
class Options:
    """What one build is asked for.  `today` is read only where something can expire."""

    content: Path
    output: Path
    today: Date
    drafts: bool = False
    clean: bool = False
    jobs: int | None = 1  # the most processes that may work at once; None is as many as there are cores


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build or check.  `readable` is False where program.yml could not be read:
    then nothing was made and nothing was changed."""

    problems: tuple[Problem, ...]
    readable: bool = True
    pages: int = 0
    teachers: int = 0
    inquiries: int = 0
    withheld: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    bytes_total: int = 0
    written: Written | None = None  # None where nothing was to be written


@dataclass(frozen=True, slots=True)
class Opened:
    """The program and all that turns its teachers into pages; `key` is a digest of all of it."""

    folder: Folder
    program: Program
    theme: Theme
    press: Press
    key: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """All files of the site by their path below the output folder, and how they came to be."""

    files: dict[str, bytes]
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    echo: tuple[str, ...]
    language: str


def build(options: Options, progress: Progress = lambda *_: None, remember: Remember = forget) -> Outcome:
    """Make the site and write what differs from what is there.

    Raises OutputRefused (writing/output.py) where the output folder is not ours to write to, and
    OSError where the machine fails; the site that was there stays whole.
    """
    site = make_site(options, progress, remember)
    if isinstance(site, Outcome):
        return site
    return _outcome(site, write_site(options.output, site.files, options.content, clean=options.clean))


def check(options: Options, progress: Progress = lambda *_: None) -> Outcome:
    """Make the site, drafts too, and write nothing: every problem there is."""
    site = make_site(options, progress)
    return site if isinstance(site, Outcome) else _outcome(site, None)


def make_site(options: Options, progress: Progress, remember: Remember = forget) -> Site | Outcome:
    """Every file of the site in memory; an Outcome where there is no program to make it of."""
    opened, problems = open_program(options, remember)
    if opened is None:
        return Outcome(_located(options, problems), readable=False)
    program, press, folder = opened.program, opened.press, opened.folder
    names, found = teacher_names(options.content)
    problems += found
    cards: list[Card] = []
    parts: list[Part] = []
    echo = describe_program(program, press.words)
    for done, (card, part, said) in enumerate(_each_teacher(options, opened, names, remember)):
        progress(Phrase("teachers"), done, len(names))
        parts.append(part)
        echo += said
        if card:
            cards.append(card)
    progress(Phrase("pages"), 0, 1)
    cards.sort(key=lambda card: (natural_key(card.name), card.id))
    parts.append(program_site(press, folder.files, cards))
    files = {name: data for part in parts for name, data in part.files.items()} | opened.theme.files
    files[".nojekyll"] = b""
    files[addresses.FINDINGS_SCHEMA] = as_json(findings_schema())
    if program.url:
        files[addresses.SITEMAP] = feeds.sitemap(program, _addresses(files))
        files[addresses.FEED] = feeds.feed(program, cards)
    else:
        problems.append(_no_url())
    files, found = settle(files, [link for part in parts for link in part.links])
    problems += [*(problem for part in parts for problem in part.problems), *found]
    problems += broken(files, remember)
    progress(Phrase("pages"), 1, 1)
    return Site(files, tuple(cards), _located(options, problems), tuple(echo), program.language)


def open_program(options: Options, remember: Remember = forget) -> tuple[Opened | None, list[Problem]]:
    """What every teacher's pages are made with; None where program.yml cannot be read."""
    folder, problems = load_program(options.content)
    program, found = read_program(folder)
    problems += found
    if program is None:
        return None, problems
    problems += program_gate(program)
    theme, found = load_theme(program.theme, options.content.parent / "themes")
    key = digest(__version__, str(options.drafts), folder.files.items(), *theme.parts)
    press = remember(digest("press", key), partial(_press, program, theme, remember))
    return Opened(folder, program, theme, press, key), problems + found


def _each_teacher(
    options: Options, opened: Opened, names: Sequence[str], remember: Remember
) -> Iterator[Made]:
    """Every teacher's card, pages and words in order; on all cores where that pays.  Work that is
    remembered stays in this process, where the memory is."""
    jobs = cores(options.jobs)
    if jobs > 1 and len(names) >= FEWEST and remember is forget:
        work = partial(_chunk, replace(options, jobs=1))
        yield from in_workers(work, names, jobs, partial(_lost, opened.press))
    else:
        yield from (_one_teacher(options, opened, name, remember) for name in names)


def _one_teacher(options: Options, opened: Opened, name: str, remember: Remember) -> Made:
    own, found = load_teacher(options.content, name)
    card, part, said = remember(
        digest(opened.key, own.path, own.files.items()),
        partial(teacher_work, opened.press, opened.folder, own, options.drafts),
    )
    return card, Part(problems=tuple(found)) + part, said


def _chunk(options: Options, names: Sequence[str]) -> list[Made]:
    """The work of one worker, which opens the program once."""
    opened = _opened(options)
    return [_one_teacher(options, opened, name, forget) for name in names]


@cache
def _opened(options: Options) -> Opened:
    opened, _ = open_program(options)
    assert opened is not None, "whoever started the worker has read it"
    return opened


def _lost(press: Press, name: str) -> Made:
    problem = error(
        "worker-died",
        Place(f"teachers/{name}"),
        "The pages of this teacher could not be made: the process that made them ended.",
        "Look for a damaged or very large photo in the folder; --jobs 1 works in one process.",
    )
    return None, Part(problems=(problem,)) + press.notice(addresses.teacher(slug(name)), ()), []


def teacher_work(
    press: Press, shared: Folder, own: Folder, drafts: bool
) -> tuple[Card | None, Part, list[str]]:
    """One teacher, whole: her files in; her card, her pages and what was understood out.

    An error in about.md leaves a notice at her address; in an inquiry, at the inquiry's.  What the
    privacy gate refuses is withdrawn without a trace.
    """
    teacher, problems = read_teacher(own, press.program)
    if teacher is None:
        here = addresses.teacher(posixpath.basename(own.path))
        return None, Part(problems=tuple(problems)) + press.notice(here, ()), []
    cases, found = _cases(press.program, teacher, drafts)
    card, part = teacher_site(press, [*shared.files, *own.files], teacher, cases)
    return card, Part(problems=(*problems, *found)) + part, describe_teacher(teacher, press.words)


def _cases(program: Program, teacher: Teacher, drafts: bool) -> tuple[list[Case], list[Problem]]:
    """The inquiries that may be shown, gated before anything is derived from them, and decided."""
    cases, problems = [], []
    for inquiry in teacher.inquiries:
        safe, found = gate(inquiry, program.tools.get(inquiry.tool), program)
        problems += found
        if (inquiry.publish or drafts) and not any(problem.is_error for problem in found):
            cases.append(case_of(program, safe))
    return cases, problems


def _press(program: Program, theme: Theme, remember: Remember) -> Press:
    words = Words(program.language, theme.words)
    frame = Frame(
        title=program.title,
        description=program.description,
        language=program.language,
        url=program.url,
        stylesheet=theme.stylesheet_address,
        scripts=theme.script_addresses,
        menu=menu_of(words, program),
        desk=bool(program.micro_credentials),
    )
    renderer = Renderer(theme, words, frame)
    return Press(program, words, renderer, Converter(words), theme.tally, remembered(remember), remember)


def _addresses(files: dict[str, bytes]) -> list[str]:
    """The addresses of the pages that are meant to be found."""
    pages = [file.removesuffix("index.html") for file in files if file.endswith(".html")]
    return [address for address in pages if addresses.is_listed(address)]


def _located(options: Options, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Files as a teacher sees them: from the program's root, where content/ and themes/ lie."""
    return tuple(
        problem if problem.place.file.startswith("themes") else problem.under(options.content.name)
        for problem in problems
    )


def _outcome(site: Site, written: Written | None) -> Outcome:
    return Outcome(
        problems=site.problems,
        pages=sum(name.endswith(".html") for name in site.files),
        teachers=len(site.cards),
        inquiries=sum(len(card.inquiries) for card in site.cards),
        withheld=tuple(f"{card.id}/{inquiry}" for card in site.cards for inquiry in card.withheld),
        echo=site.echo,
        bytes_total=sum(map(len, site.files.values())),
        written=written,
    )


def _no_url() -> Problem:
    return warning(
        "no-url",
        Place("program.yml", field="url"),
        "Without the site's address there is no sitemap, no feed and no links on the page for lost readers.",
        "Add, for instance: url: https://YOUR-NAME.github.io/portfolios/",
    )
