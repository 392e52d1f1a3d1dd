"""Rows that are shorter than the header: whether the empty cells at their end were left out, as some programs
do, or a cell is lost in the middle, so that what follows stands one column too far to the left."""

from collections.abc import Collection, Sequence

from generator.problems import Problem, error
from generator.reading.tables.cells import read_cell
from generator.reading.tables.columns import ColumnRole, PromptValues, TableColumns
from generator.reading.tables.raw_table import RawRow, RawTable

_AMOUNTS = (ColumnRole.N, ColumnRole.COUNT, ColumnRole.VALUE)


def uneven_rows(table: RawTable, columns: TableColumns) -> frozenset[int]:
    """The indices of short rows of which it is not certain which column each cell belongs to."""
    if len(table.header) == 1:
        return frozenset()  # an empty line of a table with one column is an empty cell
    if _writes_empty_cells(table.rows):
        return frozenset(index for index, row in enumerate(table.rows) if row.missing)
    last_number = max(
        (
            index
            for index, meaning in enumerate(columns.meanings)
            if isinstance(meaning, PromptValues) or meaning in _AMOUNTS or _holds_number(table.rows, index)
        ),
        default=0,
    )
    return frozenset(
        index
        for index, row in enumerate(table.rows)
        if row.missing and (_width(row) <= last_number or not all(row.cells[: _width(row)]))
    )


def short_row(table: RawTable, index: int) -> Problem:
    """What is said of such a row."""
    row = table.rows[index]
    return error(
        "short-row",
        table.place(index, 0),
        "This row has {cells} cells and there are {columns} headings, so it is not clear which column "
        "each number belongs to.",
        "Type a value in every column of this row: NA where nothing was counted.",
        cells=_width(row),
        columns=len(row.cells),
    )


def _width(row: RawRow) -> int:
    """How many cells of a row are in the file."""
    return len(row.cells) - row.missing


def _writes_empty_cells(rows: Sequence[RawRow]) -> bool:
    """Whether the file has empty cells at the end of its rows, so that it leaves none out."""
    return any(not row.missing and not row.cells[-1] for row in rows)


def _holds_number(rows: Collection[RawRow], column: int) -> bool:
    """Whether a column has a number in it, for which one that belongs to another could be taken."""
    cells = (read_cell(row.cells[column]) for row in rows if row.cells[column])
    return any(cell is not None and not cell.is_blank for cell in cells)
