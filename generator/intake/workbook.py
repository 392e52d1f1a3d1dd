"""An Excel workbook -> the text of a table, as the teacher would have saved it as CSV."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date as Date
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from generator.problems import Place, Problem, error, notice
from generator.reading.tables.header_row import find_header, has_headings
from generator.reading.tables.raw_table import MAX_COLUMNS, MAX_ROWS

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_UNPACKED = 20 * 1024 * 1024  # bytes; a workbook of visits is a hundredth of it
MOST_TAGS = 1_000_000  # in one part: 300,000 cells, and 300 MB in memory


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a zip file, as .xlsx is."""
    return data.startswith(b"PK\x03\x04")


def workbook_to_csv(data: bytes, file: str, sheet: str | None = None) -> tuple[bytes | None, list[Problem]]:
    """The sheet with the visits, or the one named, as CSV, and which of several was taken; None beside an
    error."""
    try:
        import openpyxl
    except ImportError:
        return None, [
            error(
                "no-excel",
                Place(file),
                "Reading Excel workbooks needs one more package.",
                "Type  pip install openpyxl  once; or save the sheet in Excel as CSV UTF-8.",
            )
        ]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if _is_bomb(packed):
                return None, [_no_workbook(file)]
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        formulas = None
        if _has_formulas(data):
            formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheets = _filled_sheets(book, formulas)
    except Exception:  # openpyxl raises what its parsers raise; a broken workbook is no mistake of ours
        return None, [_no_workbook(file)]
    if sheet is not None and sheet not in book.sheetnames:
        return None, [_no_sheet(file, sheet, book.sheetnames)]
    name, problems = (sheet, []) if sheet is not None else _choose(sheets, file)
    if name is None:
        return None, problems
    out = io.StringIO()
    csv.writer(out).writerows(sheets.get(name, ()))
    return out.getvalue().encode(), problems


def _is_bomb(packed: zipfile.ZipFile) -> bool:
    """Whether a workbook is far larger than one of visits, unpacked or as a tree of elements."""
    if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:  # whole numbers
        return True
    return any(
        packed.read(name).count(b"<") > MOST_TAGS for name in packed.namelist() if name.endswith(".xml")
    )


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(b"<f" in packed.read(name) for name in parts)


def _filled_sheets(book: "Workbook", formulas: "Workbook | None") -> dict[str, list[list[str]]]:
    """The cells of every sheet that has something in it, by its name; where the workbook does not hold what
    a formula comes to, the formula, so that its cell is refused and not taken for an empty one."""
    rows_of = {sheet.title: _sheet_rows(sheet) for sheet in book.worksheets}
    for sheet in formulas.worksheets if formulas else ():
        rows_of[sheet.title] = _with_formulas(rows_of[sheet.title], _sheet_rows(sheet))
    return {name: rows for name, rows in rows_of.items() if any(cell for row in rows for cell in row)}


def _with_formulas(rows: list[list[str]], written: list[list[str]]) -> list[list[str]]:
    """The cells, and where one is empty that has a formula, the formula."""
    return [
        [
            formula if not cell and formula.startswith("=") else cell
            for cell, formula in zip(row, formulas, strict=False)
        ]
        for row, formulas in zip(rows, written, strict=False)
    ]


def _choose(sheets: Mapping[str, list[list[str]]], file: str) -> tuple[str | None, list[Problem]]:
    """The only sheet with something in it, or the only one with headings of visits, which is said; None
    beside a problem where it could be one or another."""
    if len(sheets) < 2:
        return next(iter(sheets), ""), []
    of_visits = [name for name, rows in sheets.items() if has_headings(rows[find_header(rows)])]
    if len(of_visits) != 1:
        return None, [_which_sheet(file, of_visits or list(sheets))]
    others = [name for name in sheets if name not in of_visits]
    return of_visits[0], [_sheet_chosen(file, of_visits[0], others)]


def _sheet_rows(sheet: Any) -> list[list[str]]:
    """One row more than is allowed, so that the reader of the table says that there are too many.  Raises
    ValueError where the cells up to the last one of each row are more than a table can have."""
    texts = []
    cells = 0
    for row in sheet.iter_rows(max_row=MAX_ROWS + 1):
        cells += len(row)
        if cells > MAX_ROWS * MAX_COLUMNS:
            raise ValueError(f"more than {MAX_ROWS * MAX_COLUMNS} cells")
        texts.append([_cell_text(cell) for cell in row])
    return texts


def _cell_text(cell: Any) -> str:
    """A cell as it reads on the screen; a text that looks like a formula with the apostrophe that it was
    typed with."""
    text = _text(cell.value, cell.number_format)
    return "'" + text if cell.data_type == "s" and text.startswith("=") else text


def _text(value: object, number_format: str | None) -> str:
    """A cell as it reads on the screen: dates year first, shares with their percent sign."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float)):
        if "%" in (number_format or ""):
            return f"{100 * value:.10g}%"
        return f"{value:.10g}"
    return str(value)


def _no_sheet(file: str, sheet: str, sheets: Sequence[str]) -> Problem:
    return error(
        "no-sheet",
        Place(file),
        "The workbook has no sheet {sheet}.",
        "Its sheets are: {known}.",
        sheet=sheet,
        known=", ".join(sheets),
    )


def _which_sheet(file: str, names: Sequence[str]) -> Problem:
    return error(
        "which-sheet",
        Place(file),
        "This workbook has several sheets: {names}.",
        'Say which one holds the visits:  --sheet "{first}"',
        names=", ".join(names),
        first=names[0],
    )


def _sheet_chosen(file: str, name: str, others: Sequence[str]) -> Problem:
    return notice(
        "sheet-chosen",
        Place(file),
        "Read from the sheet {name}. Other sheets are not read: {others}.",
        'To read another one:  --sheet "{first}"',
        name=name,
        others=", ".join(others),
        first=others[0],
    )


def _no_workbook(file: str) -> Problem:
    return error(
        "not-a-workbook",
        Place(file),
        "This file cannot be read as an Excel workbook.",
        "Open it in a spreadsheet program and save the sheet as CSV UTF-8.",
    )
