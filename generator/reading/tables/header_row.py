"""Which row of a table has the headings: titles, settings and a table's name may stand above it."""

import csv
from collections.abc import Iterable, Sequence

from generator.problems import Place, Problem, notice
from generator.reading.tables.cells import read_cell
from generator.reading.tables.headings import ColumnRole, role_of

MOST_ABOVE = 40  # rows; what stands further down is no heading of the whole table
_MOST_CELLS = 200
_LONGEST_HEADING = 200
_LONGEST_LINE = 20_000
_DATED = frozenset([ColumnRole.DATE, ColumnRole.STAMP, ColumnRole.SESSION])


def find_header(rows: Sequence[Sequence[str]]) -> int:
    """The index of the row with the headings: the first whose cells are known ones, else the first below a
    title that stands alone, else the first that has something in it.  There has to be one."""
    filled = [index for index, cells in enumerate(rows[:MOST_ABOVE]) if any(cells)]
    if not filled:
        return next(index for index, cells in enumerate(rows) if any(cells))
    for position, index in enumerate(filled):
        below = rows[filled[position + 1]] if position + 1 < len(filled) else ()
        if has_headings(rows[index]) and _holds_visits(rows[index], below):
            return index
    return _below_title([(index, rows[index]) for index in filled])


def has_headings(cells: Sequence[str]) -> bool:
    """Whether a row has a known heading of dates beside other words, and no number."""
    names = [cell for cell in cells[:_MOST_CELLS] if cell]
    if len(names) < 2 or not any(_is_dated(name) for name in names):
        return False
    return not any(_is_number(name) for name in names)


def separator_of(lines: Iterable[str], separators: Sequence[str]) -> str | None:
    """The separator that makes headings of one of the first lines; None where no line has any."""
    for line in list(lines)[:MOST_ABOVE]:
        for separator in separators:
            if separator in line and has_headings(_split(line, separator)):
                return separator
    return None


def title_above(file: str, line: int, row: int) -> Problem:
    """Says that the headings are not in the first row."""
    return notice(
        "title-above",
        Place(file, line, row=row),
        "The headings are in row {row}. What is above them is not read.",
        row=row,
    )


def _split(line: str, separator: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line[:_LONGEST_LINE]], delimiter=separator), [])]
    except csv.Error:
        return []


def _is_dated(name: str) -> bool:
    return len(name) <= _LONGEST_HEADING and role_of(name) in _DATED


def _is_number(text: str) -> bool:
    cell = read_cell(text)
    return cell is not None and not cell.is_blank


def _holds_visits(header: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the row below looks like one of these headings, and not like a line of settings: its date has a
    digit, or the headings are beyond doubt."""
    roles = {role_of(name) for name in header[:_MOST_CELLS] if 0 < len(name) <= _LONGEST_HEADING} - {None}
    if len(roles) > 1:
        return True
    dates = [cell for name, cell in zip(header, below, strict=False) if _is_dated(name)]
    return any(map(str.isdigit, "".join(dates)))


def _below_title(filled: Sequence[tuple[int, Sequence[str]]]) -> int:
    """The first row, unless it is a single cell that is no known heading above rows of several words."""
    first, cells = filled[0]
    names = [cell for cell in cells if cell]
    if len(names) > 1 or _is_number(names[0]) or (len(names[0]) <= _LONGEST_HEADING and role_of(names[0])):
        return first
    for index, row in filled[1:]:
        words = [cell for cell in row if cell]
        if len(words) > 1:
            return first if any(map(_is_number, words)) else index
    return first
