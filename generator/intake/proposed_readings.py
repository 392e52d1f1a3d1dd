"""Cells of a file that are not certain, and how they would be read: proposed to who imports it, applied only
after a yes."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.intake.class_answers import blank_class_rows, fill_classes_down, rows_below_a_class
from generator.model import PromptKind, Tool
from generator.problems import Place
from generator.reading.tables.cells import read_cell
from generator.reading.tables.columns import (
    ColumnAnswers,
    ColumnMeaning,
    ColumnRole,
    PromptValues,
    TableColumns,
)
from generator.reading.tables.raw_table import RawTable
from generator.reading.tables.row_context import TableContext
from generator.reading.tables.student_rows import aggregate_by_visit
from generator.reading.tables.visit_rows import is_total_row
from generator.slugs import slug

# words for a visit that was not made, in a cell where a number belongs; "none" is not one of them, because it
# can mean 0
_NOT_COLLECTED = frozenset(
    {"absent", "away", "sick", "ill", "cancelled", "canceled", "holiday", "no-school", "no-class", "no-data"}
    | {"no-visit", "not-observed", "not-collected", "missing", "missed", "snow-day", "field-trip"}
    | {"ausente", "enfermo", "enferma", "feriado", "festivo", "sin-clase", "sin-datos", "no-hubo-clase"}
)
_AMOUNTS = (ColumnRole.N, ColumnRole.COUNT, ColumnRole.VALUE)
_SEVERAL = 2  # a single 0.5 among percentages may be half a percent


class Reading(Enum):
    """What is proposed for a row or a cell."""

    TOTAL = auto()  # the row sums up others and is left out
    CLASS_ABOVE = auto()  # the row has no class; that of the row above counts for it
    NOT_COLLECTED = auto()  # a word where a number belongs is a gap
    PERCENTAGE = auto()  # a fraction is a percentage


class ProposedReading(Struct, frozen=True):
    """`row` as a spreadsheet numbers it; `column` from 0; `text` is what the cell holds, and `replacement`
    what would be read (both empty where the whole row is meant)."""

    reading: Reading
    row: int
    column: int = 0
    text: str = ""
    replacement: str = ""


def propose_readings(
    raw: RawTable, columns: TableColumns, tool: Tool, answers: ColumnAnswers
) -> list[ProposedReading]:
    """Everything in the table that could be read after a yes; of a table with a row a student only what
    concerns whole rows.  `answers` as in `read_columns`."""
    totals = total_rows(raw, columns, tool)
    proposed = [ProposedReading(Reading.TOTAL, number) for number in totals]
    visits = _without_rows(raw, totals)
    if blank := blank_class_rows(visits, columns):
        fillable = rows_below_a_class(visits, columns)
        proposed += [ProposedReading(Reading.CLASS_ABOVE, number) for number in blank if number in fillable]
    if aggregate_by_visit(visits, tool, answers)[0] is visits:
        proposed += _cells(visits, columns, tool)
    return proposed


def total_rows(raw: RawTable, columns: TableColumns, tool: Tool) -> list[int]:
    """The rows (as a spreadsheet numbers them) that sum up others."""
    context = TableContext(raw, columns, tool, "")
    return [row.number for row in raw.rows if is_total_row(context, row)]


def apply_readings(raw: RawTable, columns: TableColumns, proposed: Sequence[ProposedReading]) -> RawTable:
    """The table as it was proposed."""
    replacements = {(each.row, each.column): each for each in proposed if each.text}
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replacements[row.number, column].replacement if (row.number, column) in replacements else cell
                for column, cell in enumerate(row.cells)
            ),
        )
        for row in raw.rows
    )
    totals = [each.row for each in proposed if each.reading is Reading.TOTAL]
    table = _without_rows(replace(raw, rows=rows), totals)
    if any(each.reading is Reading.CLASS_ABOVE for each in proposed):
        table = fill_classes_down(table, columns)
    return table


def _without_rows(raw: RawTable, numbers: Sequence[int]) -> RawTable:
    """The table without some rows; the others keep their places in the file."""
    kept = [index for index, row in enumerate(raw.rows) if row.number not in numbers]
    if len(kept) == len(raw.rows):
        return raw
    rows = tuple(raw.rows[index] for index in kept)
    return replace(raw, rows=rows, place=partial(_place_of_kept, raw, tuple(kept)))


def _place_of_kept(raw: RawTable, kept: tuple[int, ...], index: int, column: int) -> Place:
    return raw.place(kept[index] if index >= 0 else index, column)


def _cells(raw: RawTable, columns: TableColumns, tool: Tool) -> list[ProposedReading]:
    """The cells of numbers that hold a word for a visit that was not made, or a fraction."""
    proposed = []
    for index, column in enumerate(columns.columns):
        cells = [(row.number, row.cells[index]) for row in raw.rows]
        if column.meaning in _AMOUNTS or isinstance(column.meaning, PromptValues):
            proposed += [
                ProposedReading(Reading.NOT_COLLECTED, number, index, text)
                for number, text in cells
                if slug(text) in _NOT_COLLECTED
            ]
        kinds = _kinds_of_shares(column.meaning, tool)
        proposed += [
            ProposedReading(Reading.PERCENTAGE, number, index, text, percent)
            for number, text, percent in _fractions(cells, kinds)
        ]
    return proposed


def _kinds_of_shares(meaning: ColumnMeaning, tool: Tool) -> set[PromptKind]:
    """The kinds of prompt whose shares the column can hold; empty where it holds none."""
    shares = {PromptKind.COUNT_OF, PromptKind.PERCENT}
    if isinstance(meaning, PromptValues):
        return shares & {tool.prompt(meaning.prompt).kind}
    kinds = {prompt.kind for prompt in tool.prompts}
    return shares if meaning is ColumnRole.VALUE and kinds <= shares else set()


def _fractions(cells: Sequence[tuple[int, str]], kinds: set[PromptKind]) -> list[tuple[int, str, str]]:
    """(row, text, percentage) of the cells that are fractions of 1.  In a column of counts any is; in one of
    percentages a single small one is possible.  1 is a fraction where the column goes no higher."""
    read = [(number, text, read_cell(text)) for number, text in cells]
    numbers = [(row, text, cell.number) for row, text, cell in read if cell and cell.number is not None]
    goes_higher = any(value > 1 for _, _, value in numbers)
    in_parts = sum(0 < value < 1 for _, _, value in numbers)  # whole numbers
    counts_only = kinds == {PromptKind.COUNT_OF}
    if not kinds or not in_parts or not (counts_only or (in_parts >= _SEVERAL and not goes_higher)):
        return []
    return [
        (row, text, f"{100 * value:.10g}%")
        for row, text, value in numbers
        if 0 < value < 1 or (value == 1 and not goes_higher)
    ]
