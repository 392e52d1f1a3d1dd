"""Columns of percentages that hold shares as fractions: 0.33 where 33% is meant, one hundredth of it."""

from collections import defaultdict
from collections.abc import Sequence

from generator.model import PromptKind
from generator.problems import Problem
from generator.reading.tables.cells import read_cell
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.row_context import IndexedRow, TableContext
from generator.reading.tables.values import share_as_fraction

_PERCENTAGES = (PromptKind.PERCENT, PromptKind.COUNT_OF)
_SEVERAL = 2  # a single 0.5 may be half a percent
_Cells = Sequence[tuple[int, str, float]]  # row in the table, text, number


def check_fractions(context: TableContext, rows: Sequence[IndexedRow]) -> list[Problem]:
    """The cells of every column of percentages that holds nothing but numbers from 0 to 1."""
    return [
        share_as_fraction(context.table.place(index, column), text, number)
        for column, cells in _percentages(context, rows).items()
        if _are_fractions(cells)
        for index, text, number in cells
        if not number.is_integer()
    ]


def _percentages(context: TableContext, rows: Sequence[IndexedRow]) -> dict[int, _Cells]:
    """Column -> its plain numbers that are read as percentages."""
    tool = context.tool
    if tool is None:
        return {}
    columns = [
        column for column, prompt in context.columns.prompts if tool.prompt(prompt).kind is PromptKind.PERCENT
    ]
    # a `value` is a percentage also where its prompt counts students
    value = context.columns.index(ColumnRole.VALUE)
    if value is not None and all(prompt.kind in _PERCENTAGES for prompt in tool.prompts):
        columns.append(value)
    cells: dict[int, list[tuple[int, str, float]]] = defaultdict(list)
    for index, row in rows:
        for column in columns:
            cell = read_cell(row.cells[column])
            if cell is not None and cell.number is not None:
                cells[column].append((index, row.cells[column], cell.number))
    return dict(cells)


def _are_fractions(cells: _Cells) -> bool:
    in_parts = [number for _, _, number in cells if not number.is_integer()]
    return len(in_parts) >= _SEVERAL and max(number for _, _, number in cells) <= 1
