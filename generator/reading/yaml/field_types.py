"""The kinds of single values in content files: text as it was typed, calendar days, lists of texts.

Each has two faces: how the reader takes it (everything typed arrives as str or None), and what an
editor's YAML parser makes of it (`grade: 6` is a number there), for JSON Schema.
"""

from collections.abc import Sequence
from datetime import date as Date
from typing import Annotated, Any, NoReturn

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model import REQUIRED_VERDICTS, Verdict
from generator.reading.tables.dates import calendar_day
from generator.words.catalogue import languages

TYPED: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_DAY: dict[str, Any] = {"type": "string", "format": "date", "examples": ["2025-10-06"]}


def iso_day(value: object) -> object:
    """Only 2025-10-06: a date written any other way could be read wrong.

    Raises ValueError whose text is the problem's code: `not-iso-date`, `no-such-day`, `empty`.
    """
    if isinstance(value, Date):
        return value
    text = str(_not_empty(value)).strip()
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isdecimal() for part in parts):
        raise ValueError("not-iso-date")
    year, month, number = map(int, parts)
    day = calendar_day(year, month, number)
    if day is None:
        raise ValueError("no-such-day")
    return day


def month_and_day(value: object) -> object:
    """Only 08-01: (month, day) of a day that every year has.

    Raises ValueError whose text is the problem's code, `not-month-day`.
    """
    if isinstance(value, tuple):
        return value
    month, _, day = str(value or "").strip().partition("-")
    if len(month) == len(day) == 2 and month.isdecimal() and day.isdecimal():
        date = calendar_day(2001, int(month), int(day))  # a year without February 29
        if date is not None:
            return date.month, date.day
    raise ValueError("not-month-day")


def _not_empty(value: object) -> object:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise ValueError("empty")
    return value


def _blank(value: object) -> object:
    return "" if value is None else value


def _as_list(value: object) -> object:
    """A single text where a list is meant: `classes: Period 2`; a hyphen without text is nothing."""
    if isinstance(value, list):
        return [item for item in value if item is not None]
    return [value] if isinstance(value, str) else value


def _as_day_by_class(value: object) -> object:
    """One day for every class, kept under the empty name; or a day a class."""
    return {"": value} if isinstance(value, str) else value


def _required_verdict(value: Verdict) -> Verdict:
    """A verdict that a requirement may ask for: one that says that things became better."""
    return value if value in REQUIRED_VERDICTS else _refuse(REQUIRED_VERDICTS)


def _refuse(choices: Sequence[str]) -> NoReturn:
    """As pydantic refuses what is none of several choices."""
    expected = " or ".join(f"'{choice}'" for choice in choices)
    raise PydanticCustomError("literal_error", "Input should be {expected}", {"expected": expected})


Text = Annotated[str, BeforeValidator(_blank), WithJsonSchema(TYPED)]
Language = Annotated[
    str,
    BeforeValidator(_not_empty),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$",
            "examples": [*languages(), "en-GB", "es-MX"],
        }
    ),
]
RequiredVerdict = Annotated[
    Verdict,
    AfterValidator(_required_verdict),
    WithJsonSchema({"type": "string", "enum": list(REQUIRED_VERDICTS)}),
]
Needed = Annotated[str, BeforeValidator(_not_empty), WithJsonSchema(TYPED)]
Day = Annotated[Date, BeforeValidator(iso_day), WithJsonSchema(_DAY)]
MonthDay = Annotated[
    tuple[int, int],
    BeforeValidator(month_and_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{2}-\d{2}$", "examples": ["08-01"]}),
]
Days = Annotated[
    dict[str, Day],
    BeforeValidator(_as_day_by_class),
    WithJsonSchema({"anyOf": [_DAY, {"type": "object", "additionalProperties": _DAY}]}),
]
Texts = Annotated[
    list[Text],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [TYPED, {"type": "array", "items": TYPED}]}),
]
