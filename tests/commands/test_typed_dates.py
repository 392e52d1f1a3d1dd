"""A date in answer to a question is read in the forms that tables accept."""

from datetime import date

import pytest

from generator.commands.typed_dates import possible_days

NOVEMBER, MARCH = date(2025, 11, 3), date(2025, 3, 11)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("2025-11-03", "en", (NOVEMBER,)),
        ("11/3/2025", "en", (NOVEMBER,)),
        ("11/3/25", "en", (NOVEMBER,)),
        ("Nov 3, 2025", "en", (NOVEMBER,)),
        ("3 de noviembre de 2025", "es", (NOVEMBER,)),
        ("11/3/2025", "en-GB", (MARCH,)),
        ("11/3/2025", "es-MX", (MARCH,)),
        ("11/3/2025", "es", (NOVEMBER, MARCH)),
        ("10/27/2025", "es", (date(2025, 10, 27),)),
        ("3/3/2025", "es", (date(2025, 3, 3),)),
        ("tomorrow", "en", ()),
        ("2025-13-01", "en", ()),
        ("31/2/2025", "en", ()),
        ("", "en", ()),
    ],
)
def test_the_days_that_a_typed_date_may_mean(text: str, language: str, days: tuple[date, ...]) -> None:
    assert possible_days(text, language) == days
