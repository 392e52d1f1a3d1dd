"""Cells to the bytes of a file: text, YAML, a workbook."""

import csv
import io
import json
import re
from datetime import date as Date
from typing import Literal

import openpyxl

from tests.written_tables.forms import Cells
from tests.written_tables.styles import Style

_MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
_NARROW = str.maketrans("\u202f", "\xa0")  # the old encodings do not have it


def as_text(cells: Cells, style: Style) -> str:
    """The text as a spreadsheet saves it."""
    out = io.StringIO(newline="")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if style.quoted else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=style.separator, quoting=quoting, lineterminator=style.newline).writerows(cells)
    return out.getvalue() if style.ends else out.getvalue().removesuffix(style.newline)


def as_bytes(text: str, style: Style) -> bytes:
    """The text in an encoding, with its mark where it has one."""
    name, has_mark, _ = style.encoding.partition(" with its mark")
    if name in ("cp1252", "mac_roman"):
        return text.translate(_NARROW).encode(name, "replace")
    return (_MARKS[name] if has_mark else b"") + text.encode(name)


def as_yaml(cells: Cells, style: Style) -> bytes:
    """A list of mappings, as it is typed: a heading that stands twice is a key that stands twice."""

    def scalar(text: str) -> str:
        is_plain = not style.quoted and re.fullmatch(r"\w[\w./-]*", text)
        return text if is_plain else json.dumps(text, ensure_ascii=False)

    header, *rows = cells
    lines = [
        ", ".join(f"{scalar(name)}: {scalar(cell)}" for name, cell in zip(header, row, strict=False) if cell)
        for row in rows
    ]
    return "".join(f"- {{{line}}}\n" for line in lines).encode()


def as_workbook(cells: Cells, style: Style) -> bytes:
    """Excel's: numbers and dates are numbers and dates, unless all cells were formatted as text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, texts in enumerate(cells, start=1):
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(row, column)
            if not style.quoted and re.fullmatch(r"\d+(\.(?!\d{3}$)\d+)?", text):
                cell.value = float(text) if "." in text else int(text)
            elif not style.quoted and re.fullmatch(r"\d{1,2}(\.\d)?%", text):
                cell.value = float(text[:-1]) / 100
                cell.number_format = "0.0%"
            elif not style.quoted and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
                cell.value = Date.fromisoformat(text)
            elif text:
                cell.value = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
