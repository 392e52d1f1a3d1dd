"""One cell's text -> a number, a share, or nothing; never a guess."""

import re
from enum import StrEnum

from msgspec import Struct

# what is larger, or nearer to 0, is no count and no measure: a chart cannot show it beside others
MOST, LEAST = 1e20, 1e-9
# what people write where nothing was collected; a 0 is a number and never one of these
NOT_COLLECTED = frozenset({"", "na", "n/a", "n.a.", "-", "–", "—"})
_OF = re.compile(
    r"^(?P<count>[^/]+?)\s*(?:/|\bout\s+of\b|\bof\b|\bde(?:\s+un\s+total\s+de|\s+los|\s+las)?\b)\s*(?P<n>[^/]+)$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$")
_COMMA = re.compile(r"^[+-]?\d*,\d+$")
_SPACES = " \u00a0\u2009\u202f"  # as thousands are parted: a space, a no-break, a thin, a narrow one
_GROUPED = re.compile(rf"^[+-]?\d{{1,3}}(?:[{_SPACES}.,']\d{{3}})+(?P<point>[.,])\d+$")
_SPACED = re.compile(rf"^[+-]?\d{{1,3}}(?:[{_SPACES}']\d{{3}})+$")
_ONE_MARK = re.compile(r"^[+-]?[1-9]\d{0,2}(?:,\d{3})+$")
_POINT_THOUSANDS = re.compile(r"^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$")
_RANGE = re.compile(r"^\d+(?:[.,]\d+)?\s*(?:[-–—]|\bto\b|\ba\b)\s*\d+(?:[.,]\d+)?$", re.IGNORECASE)
# 24-Aug, Aug-24, 8/24/2025, 2025-08-24, 2025-08-24 00:00:00: what spreadsheets make of 8/24
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]*\.?"
_DATE = re.compile(
    rf"^(?:\d{{1,2}}[- ./]{_MONTH}(?:[- ./]\d{{2,4}})?|{_MONTH}[- ./]\d{{1,4}}|"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?:[T ][\d:.]+)?$",
    re.IGNORECASE,
)
_ERRORS = frozenset({"#n/a", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#spill!", "#calc!"})
_YES_OR_NO = frozenset(["yes", "no", "y", "x", "✓", "✔", "true", "false", "si", "sí"])


class CellOddity(StrEnum):
    """What a cell is that is not a number: decides what to type instead."""

    RANGE = "range"  # 8-10
    BECAME_DATE = "became-date"  # 24-Aug
    FORMULA = "formula"  # =8/24
    SPREADSHEET_ERROR = "spreadsheet-error"  # #DIV/0!
    YES_OR_NO = "yes-or-no"
    BOTH_MARKS = "both-marks"  # 1,234: a thousand and more, or one and a bit
    NUMBER_AND_WORDS = "number-and-words"  # 6 loud
    OUT_OF_BOUNDS = "out-of-bounds"  # 1e308
    WORDS = "words"


class CellValue(Struct, frozen=True):
    """A cell that was read: a plain `number`, or `count` of `n`, or a `percent`; or none of them,
    where nothing was collected."""

    number: float | None = None
    count: float | None = None
    n: float | None = None
    percent: float | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was collected."""
        return self.number is None and self.count is None and self.percent is None


def read_cell(text: str) -> CellValue | None:
    """The cell, or None where its text is not a number, a share or a percentage.  `text` is stripped."""
    if text.lower() in NOT_COLLECTED:
        return CellValue()
    if text.endswith("%"):
        percent = read_number(text[:-1].strip())
        return None if percent is None else CellValue(percent=percent)
    if match := _OF.match(text):
        count, n = read_number(match["count"].strip()), read_number(match["n"].strip())
        return None if count is None or n is None else CellValue(count=count, n=n)
    number = read_number(text)
    return None if number is None else CellValue(number=number)


def read_number(text: str) -> float | None:
    """A number with a decimal point or comma; None for anything else, for 1,234, which can be read both
    ways, and for one that is too large or too near to 0 to be compared with others."""
    number = _number_of(text)
    return number if number is not None and (number == 0 or LEAST <= abs(number) <= MOST) else None


def _number_of(text: str) -> float | None:
    """A number of any size, or one too large for any."""
    if _ONE_MARK.match(text):
        return None
    if not text.isascii() and not _SPACED.match(text) and not _GROUPED.match(text):
        return None
    if _COMMA.match(text):
        text = text.replace(",", ".")
    elif match := _GROUPED.match(text):
        whole, _, decimals = text.rpartition(match["point"])
        text = re.sub(r"[^\d+-]", "", whole) + "." + decimals
    elif _SPACED.match(text):
        text = re.sub(r"[^\d+-]", "", text)
    if not _PLAIN.match(text):
        return None
    return float(text)


def may_be_thousands(text: str) -> bool:
    """Whether a number that `read_number` reads may be a thousand times as large, because its point parts
    thousands: 2.000 where things are counted."""
    return bool(_POINT_THOUSANDS.match(text))


def oddity_of(text: str) -> CellOddity:
    """What a cell is that `read_cell` cannot read."""
    if text.startswith("="):
        return CellOddity.FORMULA
    if text.lower() in _ERRORS:
        return CellOddity.SPREADSHEET_ERROR
    if text.lower() in _YES_OR_NO:
        return CellOddity.YES_OR_NO
    if _ONE_MARK.match(text.removesuffix("%").strip()) or may_be_thousands(text):
        return CellOddity.BOTH_MARKS
    if _RANGE.match(text):
        return CellOddity.RANGE
    if _DATE.match(text):
        return CellOddity.BECAME_DATE
    if _number_of(text.removesuffix("%").strip()) is not None:
        return CellOddity.OUT_OF_BOUNDS
    if read_number(text.split(" ")[0]) is not None:
        return CellOddity.NUMBER_AND_WORDS
    return CellOddity.WORDS
