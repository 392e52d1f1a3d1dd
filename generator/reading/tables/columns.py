"""What each column of a table means: by its heading, and by the tool's prompts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from generator.model import Tool
from generator.problems import Problem, error, warning
from generator.reading.tables.cells import read_cell
from generator.reading.tables.personal_columns import is_personal
from generator.reading.tables.raw_table import RawTable
from generator.slugs import slug

# what people call the columns, as slugs; kept short, because a wrong guess costs more than a question
SYNONYMS = {
    "date": ("date", "visit-date", "date-of-visit", "day", "visit", "fecha", "fecha-de-la-visita"),
    "stamp": ("stamp", "timestamp", "marca-temporal"),
    "session": ("session",),
    "class": (
        "class",
        "class-name",
        "class-period",
        "which-class",
        "period",
        "section",
        "clase",
        "grupo-clase",
        "que-clase",
        "periodo",
    ),
    "n": (
        "n",
        "students",
        "number-of-students",
        "students-present",
        "present",
        "how-many-students",
        "how-many-students-were-present",
        "how-many-students-are-present",
        "number-of-students-present",
        "estudiantes",
        "alumnos",
    ),
    "prompt": ("prompt",),
    "count": ("count",),
    "value": ("value", "valor"),
    "observer": ("observer", "observador", "observadora"),
    "group": ("group", "students-group", "which-students", "grupo"),
    "condition": ("condition", "conditions"),
    "note": ("note", "notes", "comment", "comments", "nota", "notas"),
    "unusual": ("unusual", "unusual-point", "inusual"),
}
_BY_SLUG = {name: meaning for meaning, names in SYNONYMS.items() for name in names}
_GRID = re.compile(r"^(?P<question>.*?)\s*\[(?P<row>.+)\]\s*$")
PROMPT = "prompt "  # before a prompt's id, in a column's meaning
IGNORED = "not read"


@dataclass(frozen=True, slots=True)
class ClassifiedColumn:
    """How a column was understood: `date`, `class`, `n`, `prompt explains`, `not read`, ..."""

    heading: str
    column: int  # from 1
    meaning: str


@dataclass(frozen=True, slots=True)
class TableColumns:
    read: tuple[ClassifiedColumn, ...]

    def index(self, meaning: str) -> int | None:
        """The column that has a meaning, from 0."""
        return next((one.column - 1 for one in self.read if one.meaning == meaning), None)

    @property
    def prompts(self) -> list[tuple[int, str]]:
        """(column from 0, prompt id) of every column that is a prompt."""
        return [
            (one.column - 1, one.meaning.removeprefix(PROMPT))
            for one in self.read
            if one.meaning.startswith(PROMPT)
        ]


def read_columns(
    sheet: RawTable, tool: Tool | None, ignore: Sequence[str]
) -> tuple[TableColumns, list[Problem]]:
    """Every column's meaning.  Without a tool, a column of numbers with an unknown heading is a prompt
    by that heading, and one of text is not read, with a warning."""
    ignored = {slug(name) or name for name in ignore}
    problems: list[Problem] = []
    read: list[ClassifiedColumn] = []
    taken: dict[str, str] = {}
    has_date = any(_BY_SLUG.get(slug(heading)) == "date" for heading in sheet.header)
    has_session = any(slug(heading) == "session" for heading in sheet.header)
    for index, heading in enumerate(sheet.header):
        meaning = _meaning(heading, tool)
        if (slug(heading) or heading) in ignored:
            meaning = IGNORED
        elif meaning == "stamp" and not has_session:
            # a form writes when it was sent; the date of the visit, where asked for, is the better one
            meaning = IGNORED if has_date else "date"
        elif not heading:
            meaning = IGNORED
            if any(row.cells[index] for row in sheet.rows):
                problems.append(_no_heading(sheet, index))
        elif not meaning and tool is None:
            meaning = PROMPT + heading if _is_numeric(sheet, index) else IGNORED
            if meaning == IGNORED:
                problems.append(_text_column(sheet, index))
        elif not meaning:
            if not is_personal(heading):  # that is for the privacy gate, and nobody should ignore it
                problems.append(_unknown(sheet, index, tool))
            meaning = IGNORED
        if meaning != IGNORED and meaning in taken:
            problems.append(_twice(sheet, index, taken[meaning]))
            meaning = IGNORED
        elif meaning != IGNORED:
            taken[meaning] = heading
        read.append(ClassifiedColumn(heading, index + 1, meaning))
    return TableColumns(tuple(read)), problems


def _meaning(heading: str, tool: Tool | None) -> str:
    grid = _GRID.match(heading)
    options = [heading, grid["row"], grid["question"]] if grid else [heading]
    for option in options:
        name = slug(option)
        for prompt in tool.prompts if tool and name else ():
            if name in (slug(prompt.id), slug(prompt.text)):
                return PROMPT + prompt.id
    return _BY_SLUG.get(slug(heading), "")


def _is_numeric(sheet: RawTable, index: int) -> bool:
    """Whether at least half of the filled cells are numbers; an empty column is taken as one."""
    filled = [row.cells[index] for row in sheet.rows if row.cells[index]]
    return 2 * sum(read_cell(text) is not None for text in filled) >= len(filled)


def _unknown(sheet: RawTable, index: int, tool: Tool | None) -> Problem:
    heading = sheet.header[index]
    prompts = {slug(name): name for one in tool.prompts for name in (one.id, one.text)} if tool else {}
    known = {**{name: name for name in _BY_SLUG}, **prompts}
    near = get_close_matches(slug(heading), list(known), n=1, cutoff=0.7)
    return error(
        "unknown-column",
        sheet.place(-1, index),
        "The column {heading} is neither one of the tool's prompts nor a column that is known.",
        "Did you mean {near}? If it is not to be read, add to inquiry.md:  ignore_columns: [{heading}]"
        if near
        else "Name it as a prompt of the tool ({prompts}), or add to inquiry.md:  "
        "ignore_columns: [{heading}]",
        heading=heading,
        near=known[near[0]] if near else "",
        prompts=", ".join(one.id for one in tool.prompts) if tool else "",
    )


def _text_column(sheet: RawTable, index: int) -> Problem:
    return warning(
        "unknown-column",
        sheet.place(-1, index),
        "The column {heading} holds text and is not read.",
        "If it tells classes or prompts apart, call it class or prompt.",
        heading=sheet.header[index],
    )


def _no_heading(sheet: RawTable, index: int) -> Problem:
    return error(
        "no-heading",
        sheet.place(-1, index),
        "Column {number} has values but no heading.",
        "Type a heading in the first row, or clear the column.",
        number=index + 1,
    )


def _twice(sheet: RawTable, index: int, other: str) -> Problem:
    return error(
        "same-column",
        sheet.place(-1, index),
        "The columns {other} and {heading} mean the same.",
        "Keep one of them, or rename one.",
        other=other,
        heading=sheet.header[index],
    )
