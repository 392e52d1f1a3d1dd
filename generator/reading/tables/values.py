"""A cell, the kind of its prompt and the number of students -> the value that the run chart plots."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import PromptKind
from generator.problems import Phrase, Place, Problem, error
from generator.reading.tables.cells import CellValue, read_cell, read_number


@dataclass(frozen=True, slots=True)
class PromptValue:
    """`value` is plotted; `count` of `n` where they are known; all None where nothing was collected."""

    value: float | None = None
    count: float | None = None
    n: float | None = None

    def sized(self, n: float | None) -> "PromptValue":
        """With the number of students of the row."""
        return replace(self, n=self.n if self.n is not None else n)


def read_row_size(text: str, place: Place) -> tuple[float | None, Sequence[Problem]]:
    """How many students (or responses) a row counts; None where it does not say."""
    cell = read_cell(text)
    if cell is not None and cell.is_blank:
        return None, ()
    if cell is None or cell.number is None:
        return None, [_not_a_number(place, text)]
    if cell.number < 1:
        return None, [_bad_size(place, text)]
    return cell.number, ()


def read_value(
    text: str, kind: PromptKind | None, size: float | None, place: Place
) -> tuple[PromptValue | None, Sequence[Problem]]:
    """The value of a cell, or None beside a problem.  `size` is the row's n.  `kind` None (any table)
    is 100 * count / n where there is an n, else the number as written."""
    cell = read_cell(text)
    if cell is None:
        return None, [_not_a_number(place, text)]
    if cell.is_blank:
        return PromptValue(n=size), ()
    problem = _impossible(cell, kind, size, place, text)
    return (None, [problem]) if problem else (_by_kind(cell, kind, size), ())


def read_plotted_value(text: str, place: Place) -> tuple[PromptValue | None, Sequence[Problem]]:
    """The value of a column `value`, which is plotted as it is written."""
    cell = read_cell(text)
    if cell is None:
        return None, [_not_a_number(place, text)]
    if cell.count is not None and cell.n:
        return PromptValue(100 * cell.count / cell.n, cell.count, cell.n), ()
    return PromptValue(cell.number if cell.number is not None else cell.percent), ()


def _by_kind(cell: CellValue, kind: PromptKind | None, size: float | None) -> PromptValue:
    if cell.percent is not None:
        return PromptValue(cell.percent, None, size)
    if cell.count is not None and cell.n is not None:
        if kind is PromptKind.TALLY:
            return PromptValue(cell.count, cell.count, cell.n)
        return PromptValue(100 * cell.count / cell.n, cell.count, cell.n)
    number = cell.number
    assert number is not None, "a cell that is not blank is a number, a share or a percent"
    if _is_count(kind, size):
        assert size, "checked before"
        return PromptValue(100 * number / size, number, size)
    if kind is PromptKind.TALLY:
        return PromptValue(number, number, size)
    return PromptValue(number, None, size)


def _is_count(kind: PromptKind | None, size: float | None) -> bool:
    """Whether a plain number is a count of the row's students."""
    return kind is PromptKind.COUNT_OF or (kind is None and size is not None)


def _impossible(
    cell: CellValue, kind: PromptKind | None, size: float | None, place: Place, text: str
) -> Problem | None:
    """What cannot be: 25 of 24, fewer than none, more than 100 %, a count without its n."""
    if cell.count is not None and cell.n is not None:
        possible = cell.n > 0 and 0 <= cell.count <= cell.n
        return None if possible else _more_than_n(place, cell.count, cell.n)
    if cell.percent is not None:
        possible = kind is PromptKind.TALLY or 0 <= cell.percent <= 100
        return None if possible else _not_a_percent(place, text)
    return _impossible_number(cell.number or 0.0, kind, size, place, text)


def _impossible_number(
    number: float, kind: PromptKind | None, size: float | None, place: Place, text: str
) -> Problem | None:
    if _is_count(kind, size):
        if size is None:
            return _no_size(place, text)
        return None if 0 <= number <= size else _more_than_n(place, number, size)
    if kind is PromptKind.TALLY and number < 0:
        return error("negative-count", place, "A count cannot be {text}.", "Type 0 or more.", text=text)
    if kind is PromptKind.PERCENT and not 0 <= number <= 100:
        return _not_a_percent(place, text)
    return None


def _bad_size(place: Place, text: str) -> Problem:
    return error(
        "bad-n",
        place,
        "n is {n}; at least one student must have been there.",
        "Type how many students were observed, or clear the row's counts.",
        n=text,
    )


def _no_size(place: Place, text: str) -> Problem:
    return error(
        "no-n",
        place,
        "{text} students of how many? The row has no n.",
        "Add a column  n  with how many students were observed, or type the cell as {text}/24.",
        text=text,
    )


def _more_than_n(place: Place, count: float, n: float) -> Problem:
    return error(
        "more-than-n",
        place,
        "{count} of {n} cannot be.",
        "Correct the count or n: a count is from 0 to n.",
        count=f"{count:g}",
        n=f"{n:g}",
    )


def _not_a_percent(place: Place, text: str) -> Problem:
    return error(
        "not-a-percent", place, "{text} is no percentage.", "Type a number from 0 to 100.", text=text
    )


def _not_a_number(place: Place, text: str) -> Problem:
    hint = Phrase("Type a number, 12/24, 50%, or leave the cell empty where nothing was collected.")
    if read_number(text.split(" ")[0]) is not None:
        hint = Phrase("Type the number alone; words belong into a column  note .")
    return error("not-a-number", place, "{text} is not a number.", hint, text=text[:40])
