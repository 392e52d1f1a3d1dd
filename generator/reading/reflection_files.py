"""Reflections: one Markdown file each -> Reflection.

Without settings of its own a reflection takes its date from its name and its title from its first
heading, and a notice says so.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from datetime import date as Date
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from generator.model import Prose, Reflection
from generator.problems import Place, Problem, error, notice
from generator.reading.left_out_files import same_address_problem
from generator.reading.sync_copies import check_reflection_copies
from generator.reading.yaml.content_schema import ReflectionFile
from generator.reading.yaml.front_matter import read_page
from generator.slugs import slug

# with the year first nobody reads day and month the other way round
_DATE = re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<sep>[-_. ]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)")
_LONGEST_HEAD = 20_000  # characters of a heading and the paragraph right below it


def read_reflections(
    paths: Sequence[str], files: Mapping[str, bytes]
) -> tuple[tuple[Reflection, ...], list[Problem]]:
    """The reflections of an inquiry, by date, and what is wrong in their files."""
    problems = check_reflection_copies(paths)
    reflections: dict[str, Reflection] = {}
    for path in paths:
        reflection, file_problems = _read_reflection(path, files[path])
        problems += file_problems
        if reflection is None:
            continue
        if reflection.id in reflections:
            problems.append(same_address_problem(Place(path), [reflections[reflection.id].body.file, path]))
            continue
        reflections[reflection.id] = reflection
    ordered = sorted(reflections.values(), key=lambda reflection: (reflection.date, reflection.id))
    return tuple(ordered), problems


def _read_reflection(path: str, data: bytes) -> tuple[Reflection | None, list[Problem]]:
    day = _date_in(posixpath.basename(path))
    defaults = {"date": day} if day else {}
    shape, page, problems = read_page(data, path, ReflectionFile, defaults, settings_needed=False)
    if shape is None or page is None:
        has_no_date = page is not None and not page.document.value and not day
        if has_no_date:
            problems = [problem for problem in problems if problem.code != "missing-key"]
            problems.append(_without_date(path))
        return None, problems
    written = page.document.value if isinstance(page.document.value, dict) else {}
    if "date" not in written:
        problems.append(_taken_from_name(path, shape.date))
    title, body = (shape.title, page.body) if shape.title else _split_heading(page.body)
    reflection = Reflection(
        slug(posixpath.splitext(posixpath.basename(path))[0]),
        shape.date,
        title or shape.date.isoformat(),
        body,
        shape.visit,
        shape.change,
        shape.class_.strip(),
        page.document.place(("visit",)),
        page.document.place(("change",)),
        page.document.place(("class",)),
    )
    return reflection, problems


def _date_in(name: str) -> str:
    """The date in a file's name; empty where there is none."""
    match = _DATE.search(name)
    try:
        return Date(*map(int, match.group("y", "m", "d"))).isoformat() if match else ""
    except ValueError:
        return ""


def _split_heading(body: Prose) -> tuple[str, Prose]:
    """The words of the heading that a text begins with, and the text without it; empty where it begins with
    none."""
    head = body.text.partition("\n\n")[0]
    tokens = _heading_parser().parse(head) if len(head) <= _LONGEST_HEAD else []
    if not tokens or tokens[0].type != "heading_open" or tokens[0].map is None:
        return "", body
    _, content, *_ = tokens
    lines, end = body.text.split("\n"), tokens[0].map[1]
    while end < len(lines) - 1 and not lines[end].strip():
        end += 1
    title = "".join(_words_of(token) for token in content.children or [])
    return " ".join(title.split()), replace(body, text="\n".join(lines[end:]), line=body.line + end)


@cache
def _heading_parser() -> MarkdownIt:
    return MarkdownIt("commonmark").disable(["html_block", "html_inline"])


def _words_of(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _without_date(path: str) -> Problem:
    return error(
        "reflection-without-date",
        Place(path, 1, 1),
        "This reflection does not say its date, and neither does the file's name.",
        "Rename it to its day, such as 2025-10-03.md, or begin it with three lines:  ---  then  "
        "date: 2025-10-03  then  ---",
    )


def _taken_from_name(path: str, day: Date) -> Problem:
    return notice(
        "date-from-name",
        Place(path),
        "This reflection does not say its date; {day} is taken from the file's name.",
        "To give it, begin the file with three lines:  ---  then  date: {day}  then  ---",
        day=day.isoformat(),
    )
