"""An Excel workbook -> the text of a table, as the teacher would have saved it as CSV."""

import csv
import io
import zipfile
from datetime import date as Date
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from generator.problems import Place, Problem, error
from generator.reading.tables.raw_table import MAX_ROWS

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_UNPACKED = 100 * 1024 * 1024  # bytes; a workbook of visits is a thousandth of it


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a zip file, as .xlsx is."""
    return data.startswith(b"PK\x03\x04")


def workbook_to_csv(data: bytes, file: str, sheet: str | None = None) -> tuple[bytes | None, list[Problem]]:
    """The first sheet that has something in it, or the one named, as CSV; None beside a problem."""
    try:
        import openpyxl
    except ImportError:
        return None, [
            error(
                "no-excel",
                Place(file),
                "Reading Excel workbooks needs one more package.",
                "Type  pip install 'runfolio[excel]'  once; or save the sheet in Excel as CSV UTF-8.",
            )
        ]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())  # whole numbers
            if unpacked > MOST_UNPACKED:
                return None, [_no_workbook(file)]
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = _rows(book, sheet)
    except _NoSheet as missing:
        return None, [
            error(
                "no-sheet",
                Place(file),
                "The workbook has no sheet {sheet}.",
                "Its sheets are: {known}.",
                sheet=sheet,
                known=", ".join(missing.args),
            )
        ]
    except Exception:  # openpyxl raises what its parsers raise; a broken workbook is no mistake of ours
        return None, [_no_workbook(file)]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(), []


class _NoSheet(Exception):
    """Its arguments are the names of the sheets there are."""


def _rows(book: "Workbook", wanted: str | None) -> list[list[str]]:
    """The cells of the sheet that is wanted, else of the first that has something in it.  Raises
    _NoSheet."""
    names: list[str] = book.sheetnames
    if wanted is not None and wanted not in names:
        raise _NoSheet(*names)
    for name in [wanted] if wanted else names:
        rows = _sheet_rows(book[name])
        if any(cell for row in rows for cell in row):
            return rows
    return []


def _sheet_rows(sheet: Any) -> list[list[str]]:
    """One row more than is allowed, so that the reader of the table says that there are too many."""
    rows = sheet.iter_rows(max_row=MAX_ROWS + 1)
    return [[_text(cell.value, cell.number_format) for cell in row] for row in rows]


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


def _no_workbook(file: str) -> Problem:
    return error(
        "not-a-workbook",
        Place(file),
        "This file cannot be read as an Excel workbook.",
        "Open it in a spreadsheet program and save the sheet as CSV UTF-8.",
    )
