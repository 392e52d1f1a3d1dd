"""The text of a CSV file -> its rows; one that a quotation mark breaks is an error where it begins.

A spreadsheet shows such a file with rows that hold other rows; what would be read of it is false.
"""

import csv
import io
import re
from collections.abc import Sequence

from msgspec import Struct

from generator.problems import Place, Problem, error
from generator.reading.tables.cells import read_number

_SPACES = " \t\u00a0\u2009\u202f\n"
_DATE_BEGINS = re.compile(r"\W*(?:\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|\d{1,2}[- ][^\W\d]{3,})")
_CURLY = (("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"))
_WITHIN_WORD = re.compile(r'\w"\w')
_INCHES = re.compile(r'\d"$')
_FEWEST_NUMBERS = 2  # cells of a line that make it a row of a table


class CsvRecord(Struct, frozen=True):
    """One row of a CSV file as it is saved: its number and line from 1, and its cells."""

    number: int
    line: int
    cells: list[str]


def read_csv_records(
    text: str, separator: str, place: Place, most: int
) -> tuple[list[CsvRecord], list[Problem]]:
    """Every row, blank ones too, at most `most`; none beside a problem.  `place` is that of the line
    before the first."""
    records: list[CsvRecord] = []
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True, skipinitialspace=True)
    line = 1 + (place.line or 0)
    problems: list[Problem] = []
    while len(records) < most:
        here = Place(place.file, line, row=len(records) + 1)
        try:
            cells = next(reader, None)
        except csv.Error:
            return [], [*problems, _broken(here)]
        if cells is None:
            break
        records.append(CsvRecord(here.row or 0, line, [cell.strip(_SPACES) for cell in cells]))
        problems += _row_problems(cells, separator, here)
        line = 1 + (place.line or 0) + reader.line_num
    return ([] if problems else records), problems


def _row_problems(cells: Sequence[str], separator: str, place: Place) -> list[Problem]:
    """What the quotation marks of a row did to it."""
    if any("\n" in cell and _holds_rows(cell, separator) for cell in cells):
        return [_broken(place)]
    if any(cell.count('"') % 2 and _WITHIN_WORD.search(cell) for cell in cells):
        return [_broken(place)]
    return [_parted(place)] if _is_parted([cell.strip(_SPACES) for cell in cells]) else []


def _holds_rows(cell: str, separator: str) -> bool:
    """Whether a cell of several lines has rows of the table in it."""
    for line in cell.split("\n")[1:]:
        parts = line.split(separator)
        numbers = [part for part in parts if read_number(part.strip(' "')) is not None]
        if len(parts) > 1 and (_DATE_BEGINS.match(parts[0]) or len(numbers) >= _FEWEST_NUMBERS):
            return True
    return False


def _is_parted(cells: Sequence[str]) -> bool:
    """Whether a text seems to have been parted at its commas, because its quotation marks are curly or
    one of them is missing."""
    for cell in cells:
        if cell.endswith('"') and cell.count('"') % 2 and not _INCHES.search(cell):
            return True
        for opening, closing in _CURLY:
            if cell.startswith(opening) and closing not in cell[1:]:
                return any(other.endswith(closing) and opening not in other for other in cells)
    return False


def _broken(place: Place) -> Problem:
    return error(
        "broken-table",
        place,
        "A quotation mark in this row is not closed, or is in the middle of a text, so it is not clear "
        "where the row ends.",
        "Remove the quotation marks from the texts in this row and save the table as CSV again.",
    )


def _parted(place: Place) -> Problem:
    return error(
        "parted-text",
        place,
        "A text in this row seems to be split into several cells because of its quotation marks.",
        'Put straight quotation marks (") around the whole text, or remove its commas.',
    )
