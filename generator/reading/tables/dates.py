"""The dates of a column, as spreadsheets and forms write them; day and month are never guessed."""

import re
from collections.abc import Sequence
from datetime import date as Date
from enum import StrEnum

from msgspec import Struct

_TIME = (
    r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"  # 14:03, 14:03:22.5
    r"\s*(?:[ap]\.?\s?m\.?)?"  # p.m.
    # Z, +02:00, +0530, GMT+2, GMT+5:30, EST, (EST)
    r"\s*(?:Z|[+-]\d{1,2}(?::?\d{2})?|\(?[A-Z]{3,4}(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?)?$"
)
_LETTERS = r"(?P<m>[^\W\d]{3,})\.?"
_ISO = re.compile(r"^(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})" + _TIME, re.IGNORECASE)
_COMPACT = re.compile(r"^(?P<y>(?:19|20|21)\d{2})(?P<m>\d{2})(?P<d>\d{2})" + _TIME, re.IGNORECASE)
_SHORT = re.compile(
    r"^(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})" + _TIME, re.IGNORECASE
)
_LONG = tuple(
    re.compile(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        (
            rf"^(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?[ /-]?(?:de )?{_LETTERS},?[ /-](?:del? )?"
            r"(?P<y>\d{4}|\d{2})"
        ),
        rf"^{_LETTERS}[ /-](?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:, ?| |/|-)(?P<y>\d{{4}}|\d{{2}})",
        rf"^(?P<y>\d{{4}})[ /-]{_LETTERS}[ /-](?P<d>\d{{1,2}})",
    )
)
# 8-Sep, Sep 8, 8 de septiembre; 9/8; Sep-25, which may be a month of a year
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WITHOUT_YEAR = re.compile(
    rf"^(?:{_DAY}\.?[ /-]?(?:de )?{_LETTERS}|(?P<before>[^\W\d]{{3,}})\.?[ /-]{_DAY}"
    r"|\d{1,2}[/.-]\d{1,2}\.?)" + _TIME,
    re.IGNORECASE,
)
_MONTH_OF_YEAR = re.compile(rf"^{_LETTERS}[ /-](?:de(?:l)? )?(?P<y>\d{{4}})$", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|lun|martes|mi[eé]|jue|vie|s[aá]b|dom)[^\W\d]*\.?,? (?=.*\d.*\d)",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")  # no-break, thin and narrow ones too
_MONTHS = (
    ("january", "enero"),
    ("february", "febrero"),
    ("march", "marzo"),
    ("april", "abril"),
    ("may", "mayo"),
    ("june", "junio"),
    ("july", "julio"),
    ("august", "agosto"),
    ("september", "septiembre", "setiembre"),
    ("october", "octubre"),
    ("november", "noviembre"),
    ("december", "diciembre"),
)
# days since 1899-12-30, as a spreadsheet counts: from 2000 to 2064
_SERIAL = re.compile(r"^(?:3[6-9]|4\d|5\d|60)\d{3}(?:\.\d+)?$")
# a school day that a portfolio can be about; other years are typing mistakes
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class DateOrder(StrEnum):
    """How the dates of a column are written; in the short forms the year is last."""

    YEAR_FIRST = "iso"  # and dates with the month in letters
    MONTH_FIRST = "m/d/y"
    DAY_FIRST = "d/m/y"


class DateMistake(StrEnum):
    """Why a cell is not a date that can be trusted: the code of the problem."""

    AMBIGUOUS = "ambiguous-dates"  # no date of the column settles which is the month
    MIXED = "mixed-dates"  # some dates have the month first, some the day
    SERIAL = "serial-date"  # days since 1899-12-30
    NO_SUCH_DAY = "no-such-day"
    NO_YEAR = "no-year"  # 8-Sep
    NO_DAY = "no-day"  # September 2025
    WHICH_YEAR = "which-year"  # 25-09-08
    NOT_A_DATE = "not-a-date"


class DateColumn(Struct, frozen=True):
    """The cells' dates in order (None where blank or wrong), how they are written, and what is wrong:
    (index of the cell, mistake)."""

    days: tuple[Date | None, ...]
    order: DateOrder
    mistakes: tuple[tuple[int, DateMistake], ...]


def read_dates(texts: Sequence[str], date_format: DateOrder | None = None) -> DateColumn:
    """Every text as a day.  `date_format` settles the order of short dates; without it the column has
    to.  Where it does not, `AMBIGUOUS` or `MIXED` stands once, at the first short date."""
    texts = [_SPACES.sub(" ", text).strip() for text in texts]
    short = [_SHORT.match(_without_weekday(text)) for text in texts]
    matches = [match for match in short if match]
    order, mistake = _order_of(matches, date_format)
    trusted = None if mistake else order
    read = [_read_date(text, match, trusted) for text, match in zip(texts, short, strict=True)]
    mistakes = [(index, wrong) for index, (_, wrong) in enumerate(read) if wrong]
    if mistake:
        mistakes.insert(0, (next(index for index, match in enumerate(short) if match), mistake))
    days = tuple(day for day, _ in read)
    return DateColumn(days, order if matches else DateOrder.YEAR_FIRST, tuple(mistakes))


def _read_date(
    text: str, short: re.Match[str] | None, order: DateOrder | None
) -> tuple[Date | None, DateMistake | None]:
    """One cell, which is a `short` date or anything else; `order` None: short dates cannot be read."""
    if short:
        return _read_short(short, order) if order else (None, None)
    return _read_long(_without_weekday(text)) if text else (None, None)


def _without_weekday(text: str) -> str:
    return _WEEKDAY.sub("", text)


def _may_begin_with_year(dates: Sequence[re.Match[str]]) -> bool:
    """Whether every date can be such as 25-09-08: its first number the same or the next, its last one that a
    month has."""
    if not dates or any(len(match["y"]) == 4 for match in dates):
        return False
    firsts, lasts = {int(match["a"]) for match in dates}, {int(match["y"]) for match in dates}
    return min(firsts) > 12 and max(firsts) - min(firsts) <= 1 and min(lasts) >= 1 and max(lasts) <= 31


def _order_of(
    dates: Sequence[re.Match[str]], date_format: DateOrder | None
) -> tuple[DateOrder, DateMistake | None]:
    """The order of short dates, from their first two numbers; a mistake where they do not settle it."""
    if date_format:
        return date_format, None
    if _may_begin_with_year(dates):
        return DateOrder.DAY_FIRST, DateMistake.WHICH_YEAR
    pairs = [(int(match["a"]), int(match["b"])) for match in dates]
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if day_first and month_first:
        return DateOrder.MONTH_FIRST, DateMistake.MIXED
    if day_first or month_first or all(first == second for first, second in pairs):
        return (DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST), None
    return DateOrder.MONTH_FIRST, DateMistake.AMBIGUOUS


def _read_short(match: re.Match[str], order: DateOrder) -> tuple[Date | None, DateMistake | None]:
    first, second = int(match["a"]), int(match["b"])
    month, number = (first, second) if order is DateOrder.MONTH_FIRST else (second, first)
    return _checked(_full_year(match["y"]), month, number)


def _read_long(text: str) -> tuple[Date | None, DateMistake | None]:
    """A date with the year first, or with the month in letters."""
    if match := _ISO.match(text) or _COMPACT.match(text):
        return _checked(int(match["y"]), int(match["m"]), int(match["d"]))
    for pattern in _LONG:
        match = pattern.match(text)
        month = _month(match["m"]) if match else None
        if match and month:
            return _checked(_full_year(match["y"]), month, int(match["d"]))
    return None, _why_not_a_date(text)


def _why_not_a_date(text: str) -> DateMistake:
    if _SERIAL.match(text):
        return DateMistake.SERIAL
    if match := _WITHOUT_YEAR.match(text):
        name = match["m"] or match["before"]  # Week 1 and Period 2 are not days either
        return DateMistake.NO_YEAR if not name or _month(name) else DateMistake.NOT_A_DATE
    if (match := _MONTH_OF_YEAR.match(text)) and _month(match["m"]):
        return DateMistake.NO_DAY
    return DateMistake.NOT_A_DATE


def _month(name: str) -> int | None:
    """The month that a word of three letters or more begins; `Mayor` is none."""
    word = name.lower()
    return next(
        (
            number
            for number, names in enumerate(_MONTHS, start=1)
            if any(month.startswith(word) for month in names)
        ),
        None,
    )


def _checked(year: int, month: int, day: int) -> tuple[Date | None, DateMistake | None]:
    date = calendar_day(year, month, day)
    return date, None if date else DateMistake.NO_SUCH_DAY


def _full_year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def calendar_day(year: int, month: int, day: int) -> Date | None:
    """The day; None where the calendar does not have it, or where it lies outside 1900 to 2199."""
    try:
        return Date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
