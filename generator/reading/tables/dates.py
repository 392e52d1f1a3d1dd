"""The dates of a column, as spreadsheets and forms write them; day and month are never guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

_TIME = (
    r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"  # 14:03, 14:03:22.5
    r"\s*(?:[ap]\.?\s?m\.?)?"  # p.m.
    r"\s*(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4}(?:[+-]\d{1,2})?)?)?$"  # Z, +02:00, GMT+2
)
_ISO = re.compile(r"^(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})" + _TIME, re.IGNORECASE)
_SHORT = re.compile(
    r"^(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})" + _TIME, re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"^(?P<d>\d{1,2})\.?[ -](?:de )?(?P<m>[^\W\d]{3,})\.?,?[ -](?:de )?(?P<y>\d{4})" + _TIME, re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    r"^(?P<m>[^\W\d]{3,})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})" + _TIME, re.IGNORECASE
)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ", re.IGNORECASE)
_MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ene feb mar abr may jun jul ago sep oct nov dic",
    )
    for number, name in enumerate(names.split(), start=1)
}
# days since 1899-12-30, as a spreadsheet counts: from 2000 to 2064
_SERIAL = re.compile(r"^(?:3[6-9]|4\d|5\d|60)\d{3}(?:\.\d+)?$")


_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class DateColumn:
    """The cells' dates in order (None where blank or wrong), how they were understood (`iso`,
    `m/d/y`, `d/m/y`), and what is wrong: (index of the cell, code)."""

    days: tuple[Date | None, ...]
    understood: str
    wrong: tuple[tuple[int, str], ...]


_AMBIGUOUS = "ambiguous-dates"


def read_dates(texts: Sequence[str], date_format: str | None = None) -> DateColumn:
    """Every text as a day.  Codes: `ambiguous-dates` (once, at the first), `mixed-dates` (once),
    `serial-date`, `no-such-day`, `not-a-date`."""
    short = [_SHORT.match(_plain(text)) for text in texts]
    order, trouble = _order([(int(one["a"]), int(one["b"])) for one in short if one], date_format)
    days: list[Date | None] = []
    wrong: list[tuple[int, str]] = []
    if trouble:
        wrong.append((next(i for i, one in enumerate(short) if one), trouble))
    for index, (text, found) in enumerate(zip(texts, short, strict=True)):
        day: Date | None = None
        if found and not trouble:
            first, second = int(found["a"]), int(found["b"])
            month, number = (first, second) if order == "m/d/y" else (second, first)
            day = _day(_year(found["y"]), month, number)
            if day is None:
                wrong.append((index, "no-such-day"))
        elif not found and text:
            day, code = _other(_plain(text))
            if code:
                wrong.append((index, code))
        days.append(day)
    return DateColumn(tuple(days), order if any(short) else "iso", tuple(wrong))


def _plain(text: str) -> str:
    return _WEEKDAY.sub("", text.strip())


def _order(pairs: Sequence[tuple[int, int]], date_format: str | None) -> tuple[str, str]:
    """`m/d/y` or `d/m/y`, and the code of what is wrong where the column does not settle it."""
    if date_format:
        return date_format, ""
    day_first = any(a > 12 for a, _ in pairs)
    month_first = any(b > 12 for _, b in pairs)
    if day_first and month_first:
        return "m/d/y", "mixed-dates"
    if day_first or month_first or all(a == b for a, b in pairs):
        return ("d/m/y" if day_first else "m/d/y"), ""
    return "m/d/y", _AMBIGUOUS


def _other(text: str) -> tuple[Date | None, str]:
    if found := _ISO.match(text):
        day = _day(int(found["y"]), int(found["m"]), int(found["d"]))
        return day, "" if day else "no-such-day"
    for form in (_DAY_FIRST, _MONTH_FIRST):
        if found := form.match(text):
            month = _MONTHS.get(found["m"][:3].lower())
            if month:
                day = _day(int(found["y"]), month, int(found["d"]))
                return day, "" if day else "no-such-day"
    return None, "serial-date" if _SERIAL.match(text) else "not-a-date"


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def _day(year: int, month: int, day: int) -> Date | None:
    return calendar_day(year, month, day)


def calendar_day(year: int, month: int, day: int) -> Date | None:
    """The day; None where there is no such day, or nobody living has been or will be at school on it."""
    try:
        return Date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
