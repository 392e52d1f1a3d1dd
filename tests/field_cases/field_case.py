"""A file as a teacher has it, and what must become of it."""

import io
from dataclasses import dataclass
from datetime import datetime

import openpyxl
from openpyxl.utils.datetime import WINDOWS_EPOCH

PERIOD_2 = ("--class", "Period 2")
WEEKS = ["2025-09-08,Period 2,24,8", "2025-09-15,Period 2,24,10", "2025-09-22,Period 2,24,9"]
READ = {"period-2.csv": ["date,class,n,explains", *WEEKS]}
READ_TWO = {
    "period-2.csv": [
        "date,class,n,explains,restates",
        "2025-09-08,Period 2,24,8,4",
        "2025-09-15,Period 2,24,10,5",
    ]
}
SHARES = {"period-2.csv": ["date,class,explains", "2025-09-08,Period 2,33.3%", "2025-09-15,Period 2,41.7%"]}


@dataclass(frozen=True, slots=True)
class FieldCase:
    """A file and what must become of it: `tables` of data/, line by line, or what is said where it is
    refused; `says` is also what is said of a file that gets in."""

    title: str
    file: str
    data: str | bytes
    tables: dict[str, list[str]] | None = None
    says: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    tool: str = "discussion"

    def __str__(self) -> str:
        return self.title


def book(
    *sheets: tuple[str, list[list[object]]],
    formats: dict[str, str] | None = None,
    epoch: datetime = WINDOWS_EPOCH,
) -> bytes:
    """A workbook: (name of the sheet, rows); `formats` of cells of the first sheet; `epoch` is the
    day that its dates are counted from."""
    workbook = openpyxl.Workbook()
    workbook.epoch = epoch
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for cell, number_format in (formats or {}).items():
        workbook.worksheets[0][cell].number_format = number_format
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def day(date: str) -> datetime:
    return datetime.fromisoformat(date)


WEEK_CELLS: list[list[object]] = [
    ["Date", "N", "Explains"],
    [day("2025-09-08"), 24, 8],
    [day("2025-09-15"), 24, 10],
    [day("2025-09-22"), 24, 9],
]
