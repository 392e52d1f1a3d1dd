"""Calendar days, and only in one form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.yaml.field_types import iso_day


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
