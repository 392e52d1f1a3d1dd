"""A cell, the kind of its prompt and the number of students -> the value that the run chart plots."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model import PromptKind
from generator.problems import Phrase, Place, Problem, error
from generator.reading.tables.cells import CellOddity, CellValue, may_be_thousands, oddity_of, read_cell

NO_SIZE = "no-n"  # the code of a count that does not say of how many


class PromptValue(Struct, frozen=True):
    """`value` is plotted; `count` of `n` where they are known; all None where nothing was collected.
    `says_n` where the cell itself says of how many."""

    value: float | None = None
    count: float | None = None
    n: float | None = None
    says_n: bool = False

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
    if may_be_thousands(text):
        return None, [_not_a_number(place, text)]
    if not cell.number.is_integer():
        return None, [_not_whole(place, text)]
    return cell.number, ()


def read_value(
    text: str, kind: PromptKind | None, size: float | None, place: Place, *, whole: bool = True
) -> tuple[PromptValue | None, Sequence[Problem]]:
    """The value of a cell, or None beside a problem.  `size` is the row's n.  `kind` None (any table)
    is 100 * count / n where there is an n, else the number as written.  `whole`: a count is a whole
    number; not so where minutes or points are counted."""
    cell = read_cell(text)
    if cell is None:
        return None, [_not_a_number(place, text)]
    if cell.is_blank:
        return PromptValue(n=size), ()
    problem = _impossible(cell, kind, size, place, text)
    if problem is None and whole:
        problem = _in_parts(cell, kind, size, place, text)
    return (None, [problem]) if problem else (_by_kind(cell, kind, size), ())


def read_plotted_value(
    text: str, kind: PromptKind | None, place: Place
) -> tuple[PromptValue | None, Sequence[Problem]]:
    """The value of a column `value`, which is plotted as it is written: a percentage where its prompt
    counts students."""
    cell = read_cell(text)
    if cell is None:
        return None, [_not_a_number(place, text)]
    if cell.is_blank:
        return PromptValue(), ()
    if kind is PromptKind.TALLY and may_be_thousands(text):
        return None, [_not_a_number(place, text)]
    as_written = PromptKind.PERCENT if kind is PromptKind.COUNT_OF else kind
    problem = _impossible(cell, as_written, None, place, text)
    if problem:
        return None, [problem]
    if cell.count is not None and cell.n:
        return PromptValue(100 * cell.count / cell.n, cell.count, cell.n, says_n=True), ()
    return PromptValue(cell.number if cell.number is not None else cell.percent), ()


def _by_kind(cell: CellValue, kind: PromptKind | None, size: float | None) -> PromptValue:
    if cell.percent is not None:
        return PromptValue(cell.percent, None, size)
    if cell.count is not None and cell.n is not None:
        if kind is PromptKind.TALLY:
            return PromptValue(cell.count, cell.count, cell.n, says_n=True)
        return PromptValue(100 * cell.count / cell.n, cell.count, cell.n, says_n=True)
    number = cell.number
    assert number is not None, "a cell that is not blank is a number, a share or a percent"
    if _is_count(kind, size):
        assert size, "checked before"
        return PromptValue(100 * number / size, number, size)
    if kind is PromptKind.TALLY:
        return PromptValue(number, number, size)
    return PromptValue(number, None, size)


def _in_parts(
    cell: CellValue, kind: PromptKind | None, size: float | None, place: Place, text: str
) -> Problem | None:
    """A count that is not whole: a share as a fraction, or an average."""
    if cell.count is not None and cell.n is not None:
        whole = cell.count.is_integer() and cell.n.is_integer()
        return None if whole else _not_whole(place, text)
    if cell.number is None or not (_is_count(kind, size) or kind is PromptKind.TALLY):
        return None
    if may_be_thousands(text):
        return _not_a_number(place, text)
    if cell.number.is_integer():
        return None
    is_share = 0 < cell.number < 1 and kind is not PromptKind.TALLY
    return share_as_fraction(place, text, cell.number) if is_share else _not_whole(place, text)


def _is_count(kind: PromptKind | None, size: float | None) -> bool:
    """Whether a plain number is a count of the row's students."""
    return kind is PromptKind.COUNT_OF or (kind is None and size is not None)


def _impossible(
    cell: CellValue, kind: PromptKind | None, size: float | None, place: Place, text: str
) -> Problem | None:
    """What cannot be: 25 of 24, fewer than none, more than 100%, a count without its n."""
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
            is_share = 0 < number < 1
            return share_as_fraction(place, text, number) if is_share else _no_size(place, text)
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


def share_as_fraction(place: Place, text: str, number: float) -> Problem:
    """0.33 where students are counted or percentages are written."""
    return error(
        "share-as-fraction",
        place,
        "Does {text} mean {percent}? It is not a number of students.",
        "Type percentages with their sign (33%), or how many students it was (8 of 24).",
        text=text,
        percent=f"{100 * number:.10g}%",
    )


def _not_whole(place: Place, text: str) -> Problem:
    return error(
        "not-whole",
        place,
        "{text} is not a whole number, and a count always is.",
        "Type how many were counted; a percentage needs its sign (33%).",
        text=text[:40],
    )


def _no_size(place: Place, text: str) -> Problem:
    return error(
        NO_SIZE,
        place,
        "{text} of how many? The row does not say how many students were there.",
        "Add a column  n  with how many students were there: the same number in every row where it did "
        "not change.",
        text=text,
    )


def _more_than_n(place: Place, count: float, n: float) -> Problem:
    return error(
        "more-than-n",
        place,
        "{count} of {n} is not possible.",
        "Correct the count or n: a count is from 0 to n.",
        count=f"{count:g}",
        n=f"{n:g}",
    )


def contradicting_size(place: Place, text: str, of: float, n: float) -> Problem:
    """8/24 in a row whose n is 26."""
    return error(
        "two-sizes",
        place,
        "{text} is out of {of}, but n in this row is {n}.",
        "Correct the one that is wrong, or clear n in this row.",
        text=text[:40],
        of=f"{of:g}",
        n=f"{n:g}",
    )


def _not_a_percent(place: Place, text: str) -> Problem:
    return error(
        "not-a-percent", place, "{text} is not a percentage.", "Type a number from 0 to 100.", text=text
    )


_TYPE_INSTEAD = {
    CellOddity.RANGE: Phrase("Type one number: how many were counted."),
    CellOddity.BECAME_DATE: Phrase(
        "If it was 8/24, the spreadsheet turned it into a date. Type 8 here and 24 in a column  n ; or "
        "format the cells as text first, then type  8 of 24 ."
    ),
    CellOddity.FORMULA: Phrase(
        "Copy the column and paste it back as values only, then save the table as CSV again."
    ),
    CellOddity.SPREADSHEET_ERROR: Phrase(
        "Type the number, or leave the cell empty where nothing was counted."
    ),
    CellOddity.YES_OR_NO: Phrase(
        "If each row is a student, add a column  student  with S01, S02, ... to count them by visit; "
        "otherwise type how many students did it."
    ),
    CellOddity.BOTH_MARKS: Phrase("Type the number without the comma, or with a point where decimals begin."),
    CellOddity.NUMBER_AND_WORDS: Phrase("Type the number alone; words belong in a column  note ."),
    CellOddity.OUT_OF_BOUNDS: Phrase(
        "Type the number as it was counted or measured, or leave the cell empty if there is none."
    ),
    CellOddity.WORDS: Phrase(
        "Type a number, 12 of 24, 50%, or leave the cell empty where nothing was counted."
    ),
}
_NOT_NUMBERS = {
    CellOddity.BECAME_DATE: Phrase("{text} is a date, and a number belongs here."),
    CellOddity.FORMULA: Phrase("{text} is a formula; this file does not hold its result."),
    CellOddity.BOTH_MARKS: Phrase("{text} can be read with thousands or with decimals."),
    CellOddity.OUT_OF_BOUNDS: Phrase("{text} is too large, or too close to 0, for a run chart."),
    CellOddity.SPREADSHEET_ERROR: Phrase("{text} is a spreadsheet error."),
}


def _not_a_number(place: Place, text: str) -> Problem:
    oddity = oddity_of(text)
    message = _NOT_NUMBERS.get(oddity, Phrase("{text} is not a number."))
    return error("not-a-number", place, message, _TYPE_INSTEAD[oddity], text=text[:40])
