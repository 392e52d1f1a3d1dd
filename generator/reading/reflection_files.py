"""Reflections: one Markdown file each -> Reflection.

Without settings of its own a reflection takes its date from its name and its title from its first
heading, and a notice says so.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date as Date

from generator.model import Prose, Reflection
from generator.problems import Place, Problem, notice
from generator.reading.left_out_files import same_address_problem
from generator.reading.sync_copies import check_reflection_copies
from generator.reading.yaml.content_schema import ReflectionFile
from generator.reading.yaml.front_matter import read_page
from generator.slugs import slug

_DATE = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_HEADING = re.compile(r"#{1,6} +(?P<title>.*?)(?: +#+)?\n+")


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
    shape, page, problems = read_page(data, path, ReflectionFile, defaults)
    if shape is None or page is None:
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
        page.document.place(("visit",)),
        page.document.place(("change",)),
    )
    return reflection, problems


def _date_in(name: str) -> str:
    """The date in a file's name; empty where there is none."""
    match = _DATE.search(name)
    try:
        return Date.fromisoformat(match[0]).isoformat() if match else ""
    except ValueError:
        return ""


def _split_heading(body: Prose) -> tuple[str, Prose]:
    """The heading that a text begins with, and the text without it; empty where it begins with none."""
    heading = _HEADING.match(body.text)
    if heading is None:
        return "", body
    rest = replace(body, text=body.text[heading.end() :], line=body.line + heading[0].count("\n"))
    return heading["title"].strip(), rest


def _taken_from_name(path: str, day: Date) -> Problem:
    return notice(
        "date-from-name",
        Place(path),
        "This reflection does not say its date; {day} is taken from the file's name.",
        "To say it, begin the file with three lines:  ---  then  date: {day}  then  ---",
        day=day.isoformat(),
    )
