"""Dates as people type them in answer to a question, in the forms that tables accept."""

from datetime import date as Date

from babel import Locale

from generator.reading.tables.dates import DateOrder, read_dates


def possible_days(text: str, language: str) -> tuple[Date, ...]:
    """The days that a date may mean: one; two where month and day can be mixed up; none where it is not a
    date.

    11/3/2025 is November 3 in `en`, which is American, and what the region of a language tag says where it
    has one (`en-GB`); in a language without a region it is both.
    """
    day = read_dates([text]).days[0]
    if day is not None:
        return (day,)
    order = _order(language)
    orders = (order,) if order else (DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST)
    days = (read_dates([text], each).days[0] for each in orders)
    return tuple(dict.fromkeys(day for day in days if day is not None))


def _order(language: str) -> DateOrder | None:
    """Which comes first in the short dates of a language's region; None where the tag names no region."""
    if language != "en" and "-" not in language:
        return None
    pattern = Locale.parse(language, sep="-").date_formats["short"].pattern
    if "M" not in pattern or "d" not in pattern or pattern.startswith("y"):
        return None
    return DateOrder.MONTH_FIRST if pattern.index("M") < pattern.index("d") else DateOrder.DAY_FIRST
