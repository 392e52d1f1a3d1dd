"""Calendar days and the first day of a school year, each in one form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.yaml.field_types import iso_day, month_and_day


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert iso_day(day.isoformat()) == iso_day(day) == day


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0001-01-01", "no-such-day"),
        ("9999-12-31", "no-such-day"),
        (None, "empty"),
        ("  ", "empty"),
        ("2025-1-06", "not-iso-date"),
        ("20251006", "not-iso-date"),
        ("2025-W41-1", "not-iso-date"),
        ("2025-13-01", "no-such-day"),
        ("2025-02-29", "no-such-day"),
    ],
)
def test_the_code_of_what_is_wrong(typed: object, code: str) -> None:
    with pytest.raises(ValueError, match=f"^{code}$"):
        iso_day(typed)


def test_a_month_and_a_day() -> None:
    assert month_and_day("08-01") == month_and_day((8, 1)) == (8, 1)


@pytest.mark.parametrize("typed", ["8-1", "August 1", "02-29", "13-01", "", None, "2025-08-01"])
def test_a_day_that_not_every_year_has_is_not_one(typed: object) -> None:
    with pytest.raises(ValueError, match=r"^not-month-day$"):
        month_and_day(typed)
