"""What happens to a table on its way: to its cells, and to the text of its file.

Left out is what no reader can notice: a digit that became another digit, a row that is gone whole, two counts
of one kind that changed places.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.written_tables.forms import Cells, Written

NUMBERS = ("n", "explains", "asks", "waits", "count", "value")
_AMOUNTS = ("explains", "asks", "waits", "count", "value")


@dataclass(frozen=True)
class Spot:
    """Where something happens: any numbers, taken modulo what there is."""

    row: int
    column: int
    choice: int


Damage = Callable[[Written, Spot], Cells]


def _row(written: Written, spot: Spot) -> int:
    return 1 + spot.row % (len(written.cells) - 1)


def _replaced(cells: Cells, index: int, *rows: list[str]) -> Cells:
    return [*cells[:index], *rows, *cells[index + 1 :]]


def _of_row(change: Callable[[list[str], int], list[str]]) -> Damage:
    def damage(written: Written, spot: Spot) -> Cells:
        at = _row(written, spot)
        row = list(written.cells[at])
        return _replaced(written.cells, at, change(row, spot.column % len(row)))

    return damage


def _of_cell(change: Callable[[str, Spot], str], roles: tuple[str, ...]) -> Damage:
    """A change of a cell in a column of these roles that is filled; nothing where there is none."""

    def damage(written: Written, spot: Spot) -> Cells:
        at = _row(written, spot)
        row = list(written.cells[at])
        columns = [i for i, role in enumerate(written.roles) if role in roles and i < len(row) and row[i]]
        if columns:
            column = columns[spot.column % len(columns)]
            row[column] = change(row[column], spot)
        return _replaced(written.cells, at, row)

    return damage


def _doubled(written: Written, spot: Spot) -> Cells:
    if not written.doubling_shows:
        return written.cells
    at = _row(written, spot)
    end = len(written.cells) if spot.choice % 2 else at
    return [*written.cells[:end], written.cells[at], *written.cells[end:]]


def _doubled_with_another_count(written: Written, spot: Spot) -> Cells:
    """The copy of the row has one count less or more."""
    if not written.doubling_shows:
        return written.cells
    at = _row(written, spot)
    row = list(written.cells[at])
    columns = [i for i, role in enumerate(written.roles) if role in _AMOUNTS and row[i].isdecimal()]
    if not columns:
        return written.cells
    column = columns[spot.column % len(columns)]
    row[column] = str(int(row[column]) + (-1 if int(row[column]) else 1))
    end = len(written.cells) if spot.choice % 2 else at + 1
    return [*written.cells[:end], row, *written.cells[end:]]


def _all_doubled(written: Written, spot: Spot) -> Cells:
    if written.roles[-1:] == ("explains",):
        return written.cells  # exit tickets: so many students more
    return [*written.cells, *written.cells[1:]]


def _titled(written: Written, spot: Spot) -> Cells:
    width = len(written.cells[0])
    titles: list[Cells] = [
        [["Visits of the fall"]],
        [["Visits of the fall", *[""] * (width - 1)]],
        [["Visits of the fall"], []],
        [["Teacher", "Ana Lopez"], ["Room", "12"], []],
        [["Table 1"]],
    ]
    return [*titles[spot.choice % len(titles)], *written.cells]


_TOTALS = ["Total", "TOTAL:", "Totals", "Average", "Avg.", "Mean", "Sum", "Class average", "Grand total"]
_TOTALS += ["Promedio", "Suma", "Media", "Total general", "Average:", "Overall", "All classes", "Subtotal"]


def _totals(written: Written, spot: Spot) -> Cells:
    """A row below that adds up the columns of numbers, or averages them."""
    totals = []
    for column, role in enumerate(written.roles):
        texts = [row[column] for row in written.cells[1:] if row[column].isdecimal()]
        amount = sum(map(int, texts)) // (len(texts) if spot.row % 2 and texts else 1)
        totals.append(str(amount) if role in NUMBERS else "")
    word = _TOTALS[spot.choice % len(_TOTALS)]
    place = 0 if spot.column % 2 or written.roles[1] != "class" else 1
    totals[place] = word
    between: Cells = [[]] if spot.column % 3 == 0 else []
    return [*written.cells, *between, totals]


def _merged(written: Written, spot: Spot) -> Cells:
    """A column of texts as merged cells are saved: in the first row of each run only."""
    columns = [i for i, role in enumerate(written.roles) if role in ("class", "date", "stamp", "session")]
    column = columns[spot.column % len(columns)]
    above = ""
    cells = [list(row) for row in written.cells]
    for row in cells[1:]:
        if row[column] == above:
            row[column] = ""
        else:
            above = row[column]
    return cells


def _renamed(written: Written, spot: Spot) -> Cells:
    columns = [i for i, role in enumerate(written.roles) if role != "form"]
    column = columns[spot.column % len(columns)]
    header = list(written.cells[0])
    names = ["", "x", "Column1", "Unnamed: 3", f"{header[column]}s2", header[column][:-1], "Comments"]
    names += [header[(column + 1) % len(header)], "Remarks", "Score 2", "explains?", "asks!", "n."]
    if written.roles[column] not in ("n", "explains", "asks", "waits", "date"):
        names = names[:6]
    header[column] = names[spot.choice % len(names)]
    return [header, *written.cells[1:]]


def _column_moved(written: Written, spot: Spot) -> Cells:
    """Heading and cells together: nothing has changed."""
    column = spot.column % len(written.roles)
    return [[row[column], *row[:column], *row[column + 1 :]] for row in written.cells]


_OTHER_KINDS = {
    *(("date", "class"), ("date", "n"), ("date", "explains"), ("class", "date"), ("n", "date")),
    *(
        ("prompt", "count"),
        ("prompt", "date"),
        ("session", "prompt"),
        ("stamp", "session"),
        ("n", "explains"),
    ),
    *(("student", "explains"), ("date", "student"), ("date", "value"), ("prompt", "value")),
}


def _cells_changed_places(written: Written, spot: Spot) -> Cells:
    """Two cells of a row that are not of one kind."""
    at = _row(written, spot)
    row = list(written.cells[at])
    pairs = [
        (i, j)
        for i, first in enumerate(written.roles)
        for j, second in enumerate(written.roles)
        if (first, second) in _OTHER_KINDS and row[i] and row[j]
    ]
    if pairs:
        i, j = pairs[spot.column % len(pairs)]
        row[i], row[j] = row[j], row[i]
    return _replaced(written.cells, at, row)


def _misread(text: str, spot: Spot) -> str:
    """A digit that became a letter, as from paper."""
    letters = {"0": "O", "1": "lI"[spot.choice % 2], "5": "S", "8": "B"}
    places = [i for i, sign in enumerate(text) if sign in letters]
    if not places:
        return text
    at = places[spot.choice % len(places)]
    return text[:at] + letters[text[at]] + text[at + 1 :]


def _fraction(text: str, spot: Spot) -> str:
    """8/24, which a spreadsheet took for a date."""
    return ["24-Aug", "Aug-24", "2025-08-24", "8/24/2025", "2025-08-24 00:00:00", "24.08."][spot.choice % 6]


_WRONG = [
    *(
        "{} about",
        "={}+1",
        "{}-{}",
        "#REF!",
        "~{}",
        "{}?",
        "({})",
        "-{}",
        "{}\u200b",
        "{} {}",
        "{},{}",
        "<{}",
    ),
    *("1,{:0>3}", "{}+1", "{} 1/2", "½", "{}.{}.{}", "0x{}", "{}k", "{} %%", "{}/", "/{}", "{} of", "of {}"),
]

# in a workbook and in YAML a cell has a place of its own, and an empty one is one where nothing was collected
SHIFTS = ("a cell is lost", "a row ends early", "a separator too many", "a cell too many")
DAMAGES: dict[str, Damage] = {
    "nothing": lambda written, spot: written.cells,
    "a row twice": _doubled,
    "a row twice with another count": _doubled_with_another_count,
    "all rows twice": _all_doubled,
    "a cell is lost": _of_row(lambda row, column: [*row[:column], *row[column + 1 :]]),
    "a row ends early": _of_row(lambda row, column: row[: column + 1]),
    "a separator too many": _of_row(lambda row, column: [*row[:column], "", *row[column:]]),
    "a cell too many": _of_row(lambda row, column: [*row[:column], "1", *row[column:]]),
    "a title above": _titled,
    "a row of totals": _totals,
    "merged cells": _merged,
    "a heading renamed": _renamed,
    "a column moved": _column_moved,
    "two cells changed places": _cells_changed_places,
    "a digit became a letter": _of_cell(_misread, (*NUMBERS, "date", "stamp")),
    "a count became a date": _of_cell(_fraction, ("explains", "n", "count")),
    "what is no number": _of_cell(
        lambda text, spot: _WRONG[spot.choice % len(_WRONG)].format(text, text, text), NUMBERS
    ),
    "the header again": lambda written, spot: [
        *written.cells[: 1 + _row(written, spot)],
        written.cells[0],
        *written.cells[1 + _row(written, spot) :],
    ],
    "an empty row": lambda written, spot: [
        *written.cells[: _row(written, spot)],
        [],
        *written.cells[_row(written, spot) :],
    ],
}


def _cut(text: str, spot: Spot, separator: str, newline: str) -> str:
    """The text up to the middle of a row, before its last separator."""
    starts = [match.end() for match in re.finditer(re.escape(newline), text)]
    starts = [start for start in starts if separator in text[start:].split(newline)[0]]
    if not starts:
        return text
    start = starts[spot.row % len(starts)]
    row = text[start:].split(newline)[0]
    return text[: start + 1 + spot.column % max(1, row.rindex(separator))]


def _joined(text: str, spot: Spot, separator: str, newline: str) -> str:
    """Two rows in one line."""
    ends = [match.start() for match in re.finditer(re.escape(newline), text.rstrip())]
    at = ends[spot.row % len(ends)]
    return text[:at] + ["", " ", separator][spot.choice % 3] + text[at + len(newline) :]


def _with_mark(text: str, spot: Spot, separator: str, newline: str) -> str:
    """A quotation mark too many: where a cell begins or ends, or anywhere."""
    edges = [i for i, sign in enumerate(text) if sign in separator + newline]
    at = edges[spot.row % len(edges)] + spot.choice % 2 if spot.choice % 3 else spot.row % len(text)
    return text[:at] + '"' + text[at:]


def _without_mark(text: str, spot: Spot, separator: str, newline: str) -> str:
    marks = [i for i, sign in enumerate(text) if sign == '"']
    if not marks:
        return text
    at = marks[spot.row % len(marks)]
    return text[:at] + text[at + 1 :]


def _other_separator(text: str, spot: Spot, separator: str, newline: str) -> str:
    places = [i for i, sign in enumerate(text) if sign == separator]
    at = places[spot.row % len(places)]
    other = [sign for sign in ",;\t| ." if sign != separator]
    return text[:at] + other[spot.choice % len(other)] + text[at + 1 :]


TextDamage = Callable[[str, Spot, str, str], str]
TEXT_DAMAGES: dict[str, TextDamage] = {
    "cut off": _cut,
    "two rows in one line": _joined,
    "a quotation mark too many": _with_mark,
    "a quotation mark is lost": _without_mark,
    "another separator": _other_separator,
}


def cut_in_a_letter(data: bytes, spot: Spot) -> bytes:
    """Bytes that end in the middle of a letter that takes several; the same where there is none."""
    places = [i for i, byte in enumerate(data) if byte >= 0xC3 and i + 1 < len(data)]
    return data[: places[spot.row % len(places)] + 1] if places else data
