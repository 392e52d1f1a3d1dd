"""A cell, the kind of its prompt and the number of students -> the value that the run chart plots."""

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


def read_row_size(text: str, place: Place, problems: list[Problem]) -> float | None:
    """How many students (or responses) a row counts; None where it does not say."""
    cell = read_cell(text)
    if cell is not None and cell.is_blank:
        return None
    if cell is None or cell.number is None:
        problems.append(_no_number(place, text))
        return None
    if cell.number < 1:
        problems.append(
            error(
                "bad-n",
                place,
                "n is {n}; at least one student must have been there.",
                "Type how many students were observed, or clear the row's counts.",
                n=text,
            )
        )
        return None
    return cell.number


def read_value(
    text: str,
    kind: PromptKind | None,
    size: float | None,
    place: Place,
    problems: list[Problem],
    *,
    as_written: bool = False,
) -> PromptValue | None:
    """The value of a cell, or None and a problem.  `kind` None (any table): 100 * count / n where
    there is an n, else as written."""
    cell = read_cell(text)
    if cell is None:
        problems.append(_no_number(place, text))
        return None
    if cell.is_blank:
        return PromptValue(n=size)
    if as_written:
        return _written(cell)
    wrong = _impossible(cell, kind, size, place, text)
    if wrong:
        problems.append(wrong)
        return None
    return _by_kind(cell, kind, size)


def _written(cell: CellValue) -> PromptValue:
    if cell.count is not None and cell.n:
        return PromptValue(100 * cell.count / cell.n, cell.count, cell.n)
    return PromptValue(cell.number if cell.number is not None else cell.percent)


def _by_kind(cell: CellValue, kind: PromptKind | None, size: float | None) -> PromptValue:
    if cell.percent is not None:
        return PromptValue(cell.percent, None, size)
    if cell.count is not None and cell.n is not None:
        if kind is PromptKind.TALLY:
            return PromptValue(cell.count, cell.count, cell.n)
        return PromptValue(100 * cell.count / cell.n, cell.count, cell.n)
    number = cell.number
    assert number is not None, "a cell that is not blank is a number, a share or a percent"
    if kind is PromptKind.COUNT_OF or (kind is None and size is not None):
        assert size, "checked before"
        return PromptValue(100 * number / size, number, size)
    if kind is PromptKind.TALLY:
        return PromptValue(number, number, size)
    return PromptValue(number, None, size)


def _impossible(
    cell: CellValue, kind: PromptKind | None, size: float | None, place: Place, text: str
) -> Problem | None:
    """What cannot be: 25 of 24, fewer than none, more than 100 %, a count without its n."""
    shares = kind in (PromptKind.COUNT_OF, PromptKind.PERCENT)
    if cell.count is not None and cell.n is not None:
        if cell.n <= 0 or cell.count < 0 or cell.count > cell.n:
            return _not_of(place, cell.count, cell.n)
        return None
    if cell.percent is not None:
        if kind is not PromptKind.TALLY and not 0 <= cell.percent <= 100:
            return _not_percent(place, text)
        return None
    number = cell.number or 0.0
    counted = kind is PromptKind.COUNT_OF or (kind is None and size is not None)
    if counted and size is None:
        return error(
            "no-n",
            place,
            "{text} students of how many? The row has no n.",
            "Add a column  n  with how many students were observed, or type the cell as {text}/24.",
            text=text,
        )
    if counted and size is not None and not 0 <= number <= size:
        return _not_of(place, number, size)
    if kind is PromptKind.TALLY and number < 0:
        return error("negative-count", place, "A count cannot be {text}.", "Type 0 or more.", text=text)
    if shares and not counted and not 0 <= number <= 100:
        return _not_percent(place, text)
    return None


def _not_of(place: Place, count: float, n: float) -> Problem:
    return error(
        "more-than-n",
        place,
        "{count} of {n} cannot be.",
        "Correct the count or n: a count is from 0 to n.",
        count=f"{count:g}",
        n=f"{n:g}",
    )


def _not_percent(place: Place, text: str) -> Problem:
    return error(
        "not-a-percent", place, "{text} is no percentage.", "Type a number from 0 to 100.", text=text
    )


def _no_number(place: Place, text: str) -> Problem:
    hint = Phrase("Type a number, 12/24, 50%, or leave the cell empty where nothing was collected.")
    if read_number(text.split(" ")[0]) is not None:
        hint = Phrase("Type the number alone; words belong into a column  note .")
    return error("not-a-number", place, "{text} is not a number.", hint, text=text[:40])
