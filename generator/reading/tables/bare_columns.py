"""Columns of a table that is read without a tool: which count or name and measure nothing, and which seems
to tell classes apart."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from generator.problems import Place, Problem, notice, warning
from generator.reading.tables.cells import read_cell
from generator.reading.tables.column_problems import COLUMNS_DROPPED
from generator.reading.tables.headings import ColumnRole, heading_key
from generator.reading.tables.times import read_time

_COUNTING = re.compile(
    r"(?:session|visit|trial|week|day|month|year|period|observation|obs|row|case|seat|room)-(?:number|no|nr|num)"
    r"|(?:.+-)?id|sessions?|trials?|weeks?|wk|semanas?|months?|mes|years?|ano|clock|epoch|row"
    r"|unix(?:-time(?:stamp)?)?|seconds|milliseconds"
)
_NAMING = re.compile(
    r"case|participant|subject|student|pupil|child|class(?:room)?|course|curso|room|aula|salon|school|escuela"
    r"|teacher|ward|site|caso|participante|sujeto|docente"
)
_PHASE = re.compile(r"phase|condition|treatment|stage|fase|etapa")
_FEWEST_OF_COUNTER = 8  # rows: so many numbers that go up by one each time are no accident
_SECONDS = (900_000_000, 4_000_000_000)  # since 1970: from 1998 to 2096
_MILLISECONDS = (900_000_000_000, 4_000_000_000_000)
_FEWEST_OF_DATE = 1000  # a smaller number is not a date in any form
_FEWEST_ROWS_OF_CLASS = 2


def only_counts(heading: str, cells: Sequence[str]) -> bool:
    """Whether a column of numbers counts rows, names something or tells the time, and measures nothing."""
    key = heading_key(heading)
    if _COUNTING.fullmatch(key) or _NAMING.fullmatch(key):
        return True
    numbers = _whole_numbers(cells)
    return bool(numbers) and (_is_epoch(numbers) or _counts_up(numbers))


def measures_nothing(role: ColumnRole, cells: Sequence[str]) -> bool:
    """Whether a column that is called a time, a date or a class only counts: seconds, visits 1, 2, 3 ..."""
    if role is ColumnRole.SESSION:
        return True
    if role is ColumnRole.TIME:
        return any(read_time(cell) is None for cell in cells)
    numbers = _whole_numbers(cells)
    if role is ColumnRole.DATE:
        return bool(numbers) and (_is_epoch(numbers) or max(numbers) < _FEWEST_OF_DATE)
    return role is ColumnRole.CLASS and _counts_up(numbers) and len(set(numbers)) == len(numbers)


def numbers_visits(heading: str, cells: Sequence[str]) -> bool:
    """Whether a column counts visits or weeks and names nobody: one word with a number, Week 1, Week 2."""
    words = {re.sub(r"\d+", "", cell).strip() for cell in cells if cell}
    return bool(_COUNTING.fullmatch(heading_key(heading))) and len(words) == 1


def is_naming(heading: str) -> bool:
    """Whether a heading is one of those that units are told apart by."""
    return bool(_NAMING.fullmatch(heading_key(heading)))


def likely_class(columns: Sequence[tuple[str, Sequence[str]]], order: Sequence[str]) -> str:
    """The heading of the column (heading, cells of all rows) whose words tell apart series that the table
    pools; empty where none does.  `order` are the rows' dates, or what else puts them in order, in a form
    that can be sorted; empty where nothing does."""
    for heading, cells in columns:
        rows_of: dict[str, list[int]] = defaultdict(list)
        for index, cell in enumerate(cells):
            rows_of[cell].append(index)
        rows_of.pop("", None)
        is_repeated = all(len(rows) >= _FEWEST_ROWS_OF_CLASS for rows in rows_of.values())
        is_phase = bool(_PHASE.fullmatch(heading_key(heading)))
        if len(rows_of) > 1 and is_repeated and not is_phase and _pools(heading, cells, rows_of, order):
            return heading
    return ""


def _pools(heading: str, cells: Sequence[str], rows_of: dict[str, list[int]], order: Sequence[str]) -> bool:
    """Whether the rows of the table are those of several units: they share dates, or stand one unit below the
    other."""
    if not order:
        return is_naming(heading)
    units_of: dict[str, set[str]] = defaultdict(set)
    for moment, cell in zip(order, cells, strict=True):
        units_of[moment].add(cell)
    if sum(len(units) > 1 for units in units_of.values()) > 1:
        return True
    begins_again = any(
        later < earlier and cells[index] != cells[index + 1]
        for index, (earlier, later) in enumerate(pairwise(order))
    )
    return begins_again and _in_blocks(rows_of)


def _in_blocks(rows_of: dict[str, list[int]]) -> bool:
    return all(rows[-1] - rows[0] == len(rows) - 1 for rows in rows_of.values())


def _whole_numbers(cells: Sequence[str]) -> list[int]:
    """The cells as whole numbers; none where one of them is not."""
    numbers = []
    for text in filter(None, cells):
        cell = read_cell(text)
        if cell is None or cell.number is None or not cell.number.is_integer():
            return []
        numbers.append(int(cell.number))
    return numbers


def _is_epoch(numbers: Sequence[int]) -> bool:
    return any(
        all(first <= number <= last for number in numbers) for first, last in (_SECONDS, _MILLISECONDS)
    )


def _counts_up(numbers: Sequence[int]) -> bool:
    """Whether the numbers are 1, 2, 3 ..., perhaps begun again for each class."""
    if len(numbers) < _FEWEST_OF_COUNTER or numbers[0] not in (0, 1):
        return False
    steps = pairwise(numbers)
    return all(later in (earlier + 1, numbers[0]) for earlier, later in steps) and numbers[1] != numbers[0]


def counters_dropped(place: Place, headings: Sequence[str]) -> Problem:
    """Columns that measure nothing."""
    return notice(
        COLUMNS_DROPPED,
        Place(place.file, place.line, row=place.row),
        "Not analyzed, because they only number, name, or date the rows: {headings}.",
        "If you measured one of them, call it  value .",
        headings=", ".join(headings),
    )


def pooled_series(place: Place, heading: str) -> Problem:
    """Series that hold several classes."""
    return warning(
        "pooled-series",
        place,
        "The column {heading} seems to hold classes. All of them together get no verdict.",
        'To get a chart for each, type  --column "{heading}=class"  or call the column  class .',
        heading=heading,
    )
