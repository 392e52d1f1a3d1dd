"""What each column of a table means: by its heading, by the tool's prompts, by what the inquiry answers."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.model import Tool
from generator.problems import Place, Problem
from generator.reading.tables.bare_columns import counters_dropped, is_naming, measures_nothing, only_counts
from generator.reading.tables.cells import CellOddity, oddity_of, read_cell
from generator.reading.tables.column_problems import (
    columns_dropped,
    columns_read,
    marks_column,
    no_heading,
    personal_column,
    same_meaning,
    text_column,
    unknown_column,
)
from generator.reading.tables.headings import (
    ColumnRole,
    SkipReason,
    heading_key,
    prompt_of,
    role_of,
    skip_reason_of,
)
from generator.reading.tables.personal_columns import is_personal
from generator.reading.tables.raw_table import RawTable
from generator.reading.tables.times import read_time

__all__ = ["ColumnRole", "SkipReason"]


class PromptValues(Struct, frozen=True):
    """A column that holds the values of one prompt, by the prompt's id."""

    prompt: str


ColumnMeaning = ColumnRole | PromptValues | None  # None: not read
ColumnAnswers = Mapping[str, ColumnMeaning]  # by the key of a heading: how an inquiry reads its columns

# what `columns:` and --column may say besides a prompt; the first part of CONTENT.md's list
ANSWER_ROLES = (
    ColumnRole.CLASS,
    ColumnRole.DATE,
    ColumnRole.TIME,
    ColumnRole.N,
    ColumnRole.OBSERVER,
    ColumnRole.GROUP,
    ColumnRole.CONDITION,
    ColumnRole.NOTE,
)
SKIP = "skip"
_SAMPLES = 3
# what makes a text an answer in someone's own words: neither classes nor numbers have so many
_FEWEST_WORDS = 5
_FEWEST_ANSWERS = 3
_MOSTLY = 0.8


class ClassifiedColumn(Struct, frozen=True):
    """A heading, its column from 1, what the column means or why it is not read, and its first few
    different cells."""

    heading: str
    column: int
    meaning: ColumnMeaning
    skipped: SkipReason | None = None
    samples: tuple[str, ...] = ()


class TableColumns(Struct, frozen=True, dict=True):
    """Every column of one table, in order; `columns` holds no meaning twice."""

    columns: tuple[ClassifiedColumn, ...]

    def index(self, meaning: ColumnMeaning) -> int | None:
        """The column that has a meaning, from 0."""
        return self._positions.get(meaning)

    @cached_property
    def _positions(self) -> dict[ColumnMeaning, int]:  # asked for each cell of each row
        return {column.meaning: column.column - 1 for column in reversed(self.columns)}

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

    @property
    def unknown(self) -> list[ClassifiedColumn]:
        """The columns that are not understood, so that someone has to say what they hold."""
        return [column for column in self.columns if column.skipped is SkipReason.UNKNOWN]


def read_answers(
    written: Mapping[str, str], tool: Tool | None, ignored: Sequence[str] = ()
) -> tuple[ColumnAnswers, list[str]]:
    """(how columns are to be read, the headings whose answer is not understood).  `written` are headings
    and what `columns:` or --column says of each: a role, a prompt's id, with or without the word prompt in
    front, or skip; `ignored` are headings that are not read."""
    answers: dict[str, ColumnMeaning] = {heading_key(heading): None for heading in ignored}
    misunderstood = []
    for heading, text in written.items():
        meaning, is_understood = _read_answer(text.strip(), tool)
        if is_understood:
            answers[heading_key(heading)] = meaning
        else:
            misunderstood.append(heading)
    return answers, misunderstood


def _read_answer(text: str, tool: Tool | None) -> tuple[ColumnMeaning, bool]:
    word = text.lower()
    if word == SKIP:
        return None, True
    if word in ANSWER_ROLES or (word == ColumnRole.PHASE and tool is None):
        return ColumnRole(word), True
    name = text.split(maxsplit=1)[1] if word.startswith(f"{ColumnRole.PROMPT} ") else text
    prompt = prompt_of(name, tool)
    return (PromptValues(prompt.id), True) if prompt else (None, False)


def classify(heading: str, tool: Tool | None, answers: ColumnAnswers | None = None) -> ColumnMeaning:
    """What a heading means by itself: as the inquiry answers, a prompt of the tool by its id or text, or a
    role; None where it is nothing of these, or not read."""
    key = heading_key(heading)
    if answers and key in answers:
        return answers[key]
    prompt = prompt_of(heading, tool)
    if prompt:
        return PromptValues(prompt.id)
    return None if skip_reason_of(heading) else role_of(heading)


def read_columns(
    table: RawTable, tool: Tool | None, answers: ColumnAnswers | None = None
) -> tuple[TableColumns, list[Problem]]:
    """Every column's meaning, and what is wrong with the headings.  Without a tool, a column of numbers
    with an unknown heading is a prompt by that heading, and one of text is not read, with a warning."""
    classifier = _ColumnClassifier(table, tool, answers or {})
    problems: list[Problem] = []
    columns: list[ClassifiedColumn] = []
    first: dict[ColumnMeaning, str] = {}  # meaning -> the heading that has it
    for index, heading in enumerate(table.header):
        meaning, skipped = classifier.column(index)
        if meaning is not None and meaning in first:
            problems.append(same_meaning(table.place(-1, index), heading, first[meaning]))
            meaning, skipped = None, SkipReason.REPEATED
        elif meaning is not None:
            first[meaning] = heading
        elif skipped is SkipReason.UNKNOWN:
            problems.append(_unknown(table, index, tool))
        columns.append(ClassifiedColumn(heading, index + 1, meaning, skipped, _samples(table, index)))
    dropped = [
        column.heading for column in columns if column.skipped in (SkipReason.SCORE, SkipReason.FREE_TEXT)
    ]
    if dropped:
        problems.append(columns_dropped(table.place(-1, 0), dropped))
    counters = [column.heading for column in columns if column.skipped is SkipReason.COUNTER]
    if counters:
        problems.append(counters_dropped(table.place(-1, 0), counters))
    return TableColumns(tuple(columns)), problems


def explain_columns(table: RawTable, tool: Tool | None, answers: ColumnAnswers | None) -> Problem:
    """A notice of how each column was understood, to stand beside an error of the table."""
    columns, _ = read_columns(table, tool, answers)
    read = [(_word(column.meaning), column.heading) for column in columns.columns if column.meaning]
    unread = [column.heading for column in columns.columns if not column.meaning and column.heading]
    return columns_read(table.place(-1, 0), read, unread)


def _word(meaning: ColumnMeaning) -> str:
    return meaning.prompt if isinstance(meaning, PromptValues) else str(meaning)


def _unknown(table: RawTable, index: int, tool: Tool | None) -> Problem:
    place, heading = table.place(-1, index), table.header[index]
    if not heading:
        return no_heading(place, index + 1)
    if tool is None:
        return _not_analysed(place, heading, [row.cells[index] for row in table.rows])
    return unknown_column(place, heading, tool)


def _not_analysed(place: Place, heading: str, cells: Sequence[str]) -> Problem:
    """What is said of a column of text where there is no tool; `analyse` may read a column of students as its
    classes, because what it draws is not published."""
    filled = [cell for cell in cells if cell]
    marks = [cell for cell in filled if oddity_of(cell) is CellOddity.YES_OR_NO]
    if 2 * len(marks) > len(filled):
        return marks_column(place, heading, marks[0])
    if is_personal(heading) and not is_naming(heading):
        return personal_column(place, heading)
    return text_column(place, heading)


def _samples(table: RawTable, index: int) -> tuple[str, ...]:
    """The first different cells that are filled."""
    return tuple(dict.fromkeys(row.cells[index] for row in table.rows if row.cells[index]))[:_SAMPLES]


class _ColumnClassifier:
    """The meaning of a heading in its table: other headings and the cells below it count too."""

    def __init__(self, table: RawTable, tool: Tool | None, answers: ColumnAnswers) -> None:
        self._table = table
        self._tool = tool
        self._answers = answers
        self._meanings = [classify(heading, tool, answers) for heading in table.header]
        self._is_log = {ColumnRole.SESSION, ColumnRole.STAMP} <= set(self._meanings)
        self._stamp = self._column_of_stamp()
        self._clock = self._column_of_clock()

    def column(self, index: int) -> tuple[ColumnMeaning, SkipReason | None]:
        """The meaning of a column (from 0), or why it is not read."""
        heading, meaning = self._table.header[index], self._meanings[index]
        if heading_key(heading) in self._answers:
            return meaning, None if meaning else SkipReason.ANSWERED
        if not heading:
            return None, SkipReason.UNKNOWN if self._filled(index) else SkipReason.EMPTY
        if meaning is ColumnRole.STAMP and not self._is_log:
            return self._form_time(index)
        if meaning is ColumnRole.NOTE and self._is_form:
            return None, SkipReason.FREE_TEXT
        if self._tool is None:
            return self._without_tool(index, meaning)
        if meaning not in (None, ColumnRole.PHASE):  # an inquiry's phases are those of its changes
            return meaning, None
        return None, self._why_not_read(index)

    def _why_not_read(self, index: int) -> SkipReason:
        """Of a column without a meaning."""
        heading = self._table.header[index]
        # a personal column is for the privacy gate, and nobody should be told to ignore it
        if is_personal(heading):
            return SkipReason.PERSONAL
        if reason := skip_reason_of(heading):
            return SkipReason.UNKNOWN if self._holds_counts(index, reason) else reason
        return SkipReason.FREE_TEXT if self._is_free_text(index) else SkipReason.UNKNOWN

    @property
    def _is_form(self) -> bool:
        return ColumnRole.STAMP in self._meanings and not self._is_log

    def _column_of_stamp(self) -> int | None:
        """The column that tells when a form was sent, where no other one tells the date of the visit."""
        if ColumnRole.DATE in self._meanings:
            return None
        stamps = [index for index, meaning in enumerate(self._meanings) if meaning is ColumnRole.STAMP]
        return next((index for index in stamps if self._filled(index)), stamps[0] if stamps else None)

    def _column_of_clock(self) -> int | None:
        """The column that tells by a clock alone when a visit began, beside one with its date."""
        for index, meaning in enumerate(self._meanings):
            filled = self._filled(index) if meaning is ColumnRole.STAMP and index != self._stamp else []
            if filled and all(read_time(cell) for cell in filled):
                return index
        return None

    def _form_time(self, index: int) -> tuple[ColumnMeaning, SkipReason | None]:
        """A form writes when it was sent; the date of the visit, where the form asks for it, is better."""
        if index == self._stamp:
            return ColumnRole.DATE, None
        if ColumnRole.TIME not in self._meanings and index == self._clock:
            return ColumnRole.TIME, None
        return None, SkipReason.FORM_TIME

    def _without_tool(self, index: int, meaning: ColumnMeaning) -> tuple[ColumnMeaning, SkipReason | None]:
        filled, heading = self._filled(index), self._table.header[index]
        if isinstance(meaning, ColumnRole):
            counts = not self._is_log and measures_nothing(meaning, filled)
            return (None, SkipReason.COUNTER) if counts else (meaning, None)
        numbers = sum(read_cell(text) is not None for text in filled)
        # an empty column is taken for one of numbers
        if 2 * numbers < len(filled):
            return None, SkipReason.UNKNOWN
        return (None, SkipReason.COUNTER) if only_counts(heading, filled) else (PromptValues(heading), None)

    def _filled(self, index: int) -> list[str]:
        return [row.cells[index] for row in self._table.rows if row.cells[index]]

    def _holds_counts(self, index: int, reason: SkipReason) -> bool:
        """Whether nothing but numbers stands where the heading says comments: someone may count there."""
        cells = [read_cell(text) for text in self._filled(index)]
        numbers = [cell for cell in cells if cell is not None and not cell.is_blank]
        return reason is SkipReason.FREE_TEXT and bool(numbers) and None not in cells

    def _is_free_text(self, index: int) -> bool:
        """Whether the cells are answers in someone's own words."""
        filled = self._filled(index)
        if len(filled) < _FEWEST_ANSWERS or len(set(filled)) < _MOSTLY * len(filled):
            return False
        wordy = [text for text in filled if len(text.split()) >= _FEWEST_WORDS and read_cell(text) is None]
        return len(wordy) >= _MOSTLY * len(filled)
