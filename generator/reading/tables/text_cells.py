"""Cells of text: a class, an observer, a note.  A formula or an error of a spreadsheet is none of these."""

import re
from collections.abc import Iterator, Sequence

from generator.problems import Place, Problem, error
from generator.reading.tables.cells import CellOddity, oddity_of
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.row_context import IndexedRow, TableContext

_TEXTS = (
    ColumnRole.CLASS,
    ColumnRole.OBSERVER,
    ColumnRole.GROUP,
    ColumnRole.CONDITION,
    ColumnRole.NOTE,
    ColumnRole.UNUSUAL,
)
# what a spreadsheet can work out; "=Period 2" and "=> the fire drill" were typed as text, and so was what a
# spreadsheet saved with an apostrophe before it
_FORMULA = re.compile(
    r"""=\s*[-+@]*\s*(?:
        [\w.]+[(\[!]                             # SUM(B2:B9), Visits[Class], Sheet1!A1
        | \'[^\']+\'!                            # 'Period 2'!A1
        | \$?[A-Z]{1,3}\$?\d{1,7}(?!\w)         # B2, $B$2
        | \d[\d.,]*%?\s*(?:[-+*/^&=<>]|$)        # 8/24
        | ["({]                                 # "a" & B2, (B2+B3), {1;2}
    )""",
    re.VERBOSE,
)


def check_text_cells(context: TableContext, rows: Sequence[IndexedRow]) -> list[Problem]:
    """An error for each cell of text in which a spreadsheet left a formula, or that it could not work out."""
    return [problem for indexed in rows for problem in _row_problems(context, indexed)]


def _row_problems(context: TableContext, indexed: IndexedRow) -> Iterator[Problem]:
    index, row = indexed
    for role in _TEXTS:
        text = context.cell(row, role)
        if _FORMULA.match(text):
            yield _formula(context.place(index, role))
        elif text.startswith("#") and oddity_of(text) is CellOddity.SPREADSHEET_ERROR:
            yield _spreadsheet_error(context.place(index, role))


def _formula(place: Place) -> Problem:
    return error(
        "formula",
        place,
        "This cell has a formula, and the file does not hold its result.",
        "Copy the column and paste it back as values only, then save the table again.",
    )


def _spreadsheet_error(place: Place) -> Problem:
    return error(
        "spreadsheet-error",
        place,
        "This cell holds a spreadsheet error.",
        "Type the text that belongs there, or leave the cell empty.",
    )
