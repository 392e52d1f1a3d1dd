"""What each column of a table means: by its heading, and by the tool's prompts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.model import Tool
from generator.nearest import nearest
from generator.problems import Problem, error, warning
from generator.reading.tables.cells import read_cell
from generator.reading.tables.personal_columns import is_personal
from generator.reading.tables.raw_table import RawTable
from generator.slugs import slug


class ColumnRole(StrEnum):
    """What a column holds besides the values of a prompt; the value is the heading that we write."""

    DATE = "date"
    STAMP = "stamp"  # date and time, of a form's answer or a tap
    SESSION = "session"  # a visit as one person counted it, in the tally page's log
    CLASS = "class"
    N = "n"  # how many students were there
    PROMPT = "prompt"  # which prompt a row counts
    COUNT = "count"
    VALUE = "value"
    OBSERVER = "observer"
    GROUP = "group"
    CONDITION = "condition"
    NOTE = "note"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True)
class PromptValues:
    """A column that holds the values of one prompt, by the prompt's id."""

    prompt: str


ColumnMeaning = ColumnRole | PromptValues | None  # None: not read


# what people call the columns, as slugs; kept short, because a wrong guess costs more than a question
SYNONYMS: dict[ColumnRole, tuple[str, ...]] = {
    ColumnRole.DATE: ("date", "visit-date", "date-of-visit", "day", "visit", "fecha", "fecha-de-la-visita"),
    ColumnRole.STAMP: ("stamp", "timestamp", "marca-temporal"),
    ColumnRole.SESSION: ("session",),
    ColumnRole.CLASS: (
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
    ColumnRole.N: (
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
    ColumnRole.PROMPT: ("prompt",),
    ColumnRole.COUNT: ("count",),
    ColumnRole.VALUE: ("value", "valor"),
    ColumnRole.OBSERVER: ("observer", "observador", "observadora"),
    ColumnRole.GROUP: ("group", "students-group", "which-students", "grupo"),
    ColumnRole.CONDITION: ("condition", "conditions"),
    ColumnRole.NOTE: ("note", "notes", "comment", "comments", "nota", "notas"),
    ColumnRole.UNUSUAL: ("unusual", "unusual-point", "inusual"),
}
_ROLES = {name: role for role, names in SYNONYMS.items() for name in names}
# a question of a form with rows: "How many ... [Explains own thinking]"
_GRID = re.compile(r"^(?P<question>.*?)\s*\[(?P<row>.+)\]\s*$")


@dataclass(frozen=True, slots=True)
class ClassifiedColumn:
    """A heading, its column from 1, and what the column means."""

    heading: str
    column: int
    meaning: ColumnMeaning


@dataclass(frozen=True)
class TableColumns:
    """Every column of one table, in order; `columns` holds no meaning twice."""

    columns: tuple[ClassifiedColumn, ...]

    def index(self, meaning: ColumnMeaning) -> int | None:
        """The column that has a meaning, from 0."""
        return self._positions.get(meaning)

    @cached_property
    def _positions(self) -> dict[ColumnMeaning, int]:  # asked for each cell of each row
        return {column.meaning: column.column - 1 for column in self.columns}

    @property
    def meanings(self) -> list[ColumnMeaning]:
        """One for each column, in order."""
        return [column.meaning for column in self.columns]

    @property
    def prompts(self) -> list[tuple[int, str]]:
        """(column from 0, prompt id) of every column that holds a prompt's values."""
        return [
            (column.column - 1, column.meaning.prompt)
            for column in self.columns
            if isinstance(column.meaning, PromptValues)
        ]


def read_columns(
    table: RawTable, tool: Tool | None, ignore: Sequence[str]
) -> tuple[TableColumns, list[Problem]]:
    """Every column's meaning, and what is wrong with the headings.  `ignore` are headings that are not
    read.  Without a tool, a column of numbers with an unknown heading is a prompt by that heading, and
    one of text is not read, with a warning."""
    classifier = _ColumnClassifier(table, tool, frozenset(_key(name) for name in ignore))
    problems: list[Problem] = []
    columns: list[ClassifiedColumn] = []
    first: dict[ColumnMeaning, str] = {}  # meaning -> the heading that has it
    for index, heading in enumerate(table.header):
        meaning, new_problems = classifier.column(index)
        problems += new_problems
        if meaning is not None and meaning in first:
            problems.append(_same_meaning(table, index, first[meaning]))
            meaning = None
        elif meaning is not None:
            first[meaning] = heading
        columns.append(ClassifiedColumn(heading, index + 1, meaning))
    return TableColumns(tuple(columns)), problems


def classify(heading: str, tool: Tool | None) -> ColumnMeaning:
    """What a heading means by itself: a prompt of the tool by its id or text, or a role; None where it
    is neither."""
    grid = _GRID.match(heading)
    options = [heading, grid["row"], grid["question"]] if grid else [heading]
    for option in options:
        name = slug(option)
        for prompt in tool.prompts if tool and name else ():
            if name in (slug(prompt.id), slug(prompt.text)):
                return PromptValues(prompt.id)
    return _ROLES.get(slug(heading))


def _key(heading: str) -> str:
    """By what headings are compared; one without letters or digits only with itself."""
    return slug(heading) or heading


class _ColumnClassifier:
    """The meaning of a heading in its table: other headings and the cells below it count too."""

    def __init__(self, table: RawTable, tool: Tool | None, ignored: frozenset[str]) -> None:
        self._table = table
        self._tool = tool
        self._ignored = ignored
        self._stamp = _stamp_meaning(table)

    def column(self, index: int) -> tuple[ColumnMeaning, list[Problem]]:
        """The meaning of a column (from 0), and what is wrong with it."""
        heading = self._table.header[index]
        if _key(heading) in self._ignored:
            return None, []
        if not heading:
            has_values = any(row.cells[index] for row in self._table.rows)
            return None, [_no_heading(self._table, index)] if has_values else []
        meaning = classify(heading, self._tool)
        if meaning is ColumnRole.STAMP:
            return self._stamp, []
        if meaning is not None:
            return meaning, []
        if self._tool is not None:
            # a personal column is for the privacy gate, and nobody should be told to ignore it
            return None, [] if is_personal(heading) else [_unknown(self._table, index, self._tool)]
        if _is_numeric(self._table, index):
            return PromptValues(heading), []
        return None, [_text_column(self._table, index)]


def _stamp_meaning(table: RawTable) -> ColumnMeaning:
    """A form writes when it was sent; the date of the visit, where the form asks for it, is better."""
    headings = [slug(heading) for heading in table.header]
    if "session" in headings:
        return ColumnRole.STAMP
    has_date = any(_ROLES.get(heading) is ColumnRole.DATE for heading in headings)
    return None if has_date else ColumnRole.DATE


def _is_numeric(table: RawTable, index: int) -> bool:
    """Whether at least half of the filled cells are numbers; an empty column is taken as one."""
    filled = [row.cells[index] for row in table.rows if row.cells[index]]
    return 2 * sum(read_cell(text) is not None for text in filled) >= len(filled)


def _unknown(table: RawTable, index: int, tool: Tool) -> Problem:
    heading = table.header[index]
    prompts = [name for prompt in tool.prompts for name in (prompt.id, prompt.text)]
    near = nearest(heading, [*_ROLES, *prompts])
    return error(
        "unknown-column",
        table.place(-1, index),
        "The column {heading} is neither one of the tool's prompts nor a column that is known.",
        "Did you mean {near}? If it is not to be read, add to inquiry.md:  ignore_columns: [{heading}]"
        if near
        else "Name it as a prompt of the tool ({prompts}), or add to inquiry.md:  "
        "ignore_columns: [{heading}]",
        heading=heading,
        near=near,
        prompts=", ".join(prompt.id for prompt in tool.prompts),
    )


def _text_column(table: RawTable, index: int) -> Problem:
    return warning(
        "unknown-column",
        table.place(-1, index),
        "The column {heading} holds text and is not read.",
        "If it tells classes or prompts apart, call it class or prompt.",
        heading=table.header[index],
    )


def _no_heading(table: RawTable, index: int) -> Problem:
    return error(
        "no-heading",
        table.place(-1, index),
        "Column {number} has values but no heading.",
        "Type a heading in the first row, or clear the column.",
        number=index + 1,
    )


def _same_meaning(table: RawTable, index: int, other: str) -> Problem:
    return error(
        "same-column",
        table.place(-1, index),
        "The columns {other} and {heading} mean the same.",
        "Keep one of them, or rename one.",
        other=other,
        heading=table.header[index],
    )
