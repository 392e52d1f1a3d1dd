"""The mistakes that people make most: each is exactly one error, wherever in the folder it shows."""

import pytest

from generator.problems import Problem
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from generator.reading.teacher_folder import read_teacher
from tests.reading.trees import Tree, folder

TALK = "teachers/ana/talk"
INQUIRY = (
    "---\ntitle: Talk\ntool: talk\npublish: true\nchanges:\n"
    "  - {date: 2025-10-06, title: Routine, classes: [Period 2]}\n"
    "photos: {tent.jpg: {alt: A tent, people: none}}\n---\n\nHow it went.\n"
)
GOOD: Tree = {
    "program.yml": "title: Maple Grove\n",
    "tools/talk.yml": "title: Talk\nprompts: [{id: explains, text: Explains}]\n",
    "teachers/ana/about.md": "---\nname: Ana Lopez\n---\n",
    f"{TALK}/inquiry.md": INQUIRY,
    f"{TALK}/data/period-2.csv": "date,n,explains\n2025-09-05,24,6\n2025-10-10,24,9\n",
    f"{TALK}/photos/tent.jpg": b"jpg",
    f"{TALK}/reflections/2025-10-10.md": "---\ndate: 2025-10-10\n---\n\nThey spoke.\n",
}


def problems_of(tree: Tree) -> list[Problem]:
    """Everything that is wrong in a program of one teacher."""
    outside = {name: data for name, data in tree.items() if not name.startswith("teachers/")}
    program, problems = read_program(folder("", outside))
    if program is None:
        return problems
    _, found = read_teacher(parse_folder(folder("teachers/ana", tree)), program)
    return problems + found


def test_nothing_is_wrong_to_begin_with() -> None:
    assert problems_of(GOOD) == []


# the file, what is replaced by what, code, line
CASES = [
    ("program.yml", "title", "titel", "unknown-key", 1),
    (f"{TALK}/inquiry.md", "publish: true", "publsh: true", "unknown-key", 4),
    (f"{TALK}/inquiry.md", "publish: true", "publish: maybe", "wrong-type", 4),
    (f"{TALK}/inquiry.md", "---\n\nHow", "\nHow", "unclosed-front-matter", 1),
    (f"{TALK}/inquiry.md", "title: Talk", "title: Week 3: Fractions", "colon-in-text", 2),
    (f"{TALK}/inquiry.md", "[Period 2]", "[Period 7]", "unknown-class", 6),
    (f"{TALK}/inquiry.md", "{tent.jpg", "{tend.jpg", "photo-not-there", 7),
    (f"{TALK}/inquiry.md", "tool: talk", "tool: tolk", "unknown-reference", 3),
    (f"{TALK}/inquiry.md", "2025-10-06", "10/6/2025", "not-iso-date", 6),
    (f"{TALK}/reflections/2025-10-10.md", "date: 2025-10-10", "date: 2025-02-30", "no-such-day", 2),
    ("teachers/ana/about.md", "name: Ana Lopez", "name:Ana Lopez", "missing-space", 2),
    ("teachers/ana/about.md", "---\nname: Ana Lopez\n---\n", "Ana Lopez\n", "no-front-matter", 1),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "line"), CASES)
def test_one_mistake_is_one_error(file: str, old: str, new: str, code: str, line: int) -> None:
    text = GOOD[file]
    assert isinstance(text, str)
    assert old in text
    errors = [one for one in problems_of({**GOOD, file: text.replace(old, new)}) if one.is_error]
    assert [(one.code, one.place.file, one.place.line) for one in errors] == [(code, file, line)]
    assert errors[0].hint


def test_a_year_that_was_typed_wrong_is_asked_about() -> None:
    table = "date,n,explains\n2025-09-05,24,6\n2052-09-12,24,7\n2025-10-10,24,9\n"
    (found,) = problems_of({**GOOD, f"{TALK}/data/period-2.csv": table})
    assert (found.code, found.place.row, found.is_error) == ("far-apart", 3, False)
    assert "2052-09-12" in found.message
