"""School years, and the days on which new ones begin."""

from datetime import date

from generator.model import SchoolYearStart

AUGUST = SchoolYearStart()
FEBRUARY = SchoolYearStart(2, 1)


def test_a_school_year_begins_on_its_first_day() -> None:
    assert AUGUST.year_of(date(2025, 7, 31)) == 2024
    assert AUGUST.year_of(date(2025, 8, 1)) == 2025
    assert FEBRUARY.year_of(date(2026, 1, 31)) == 2025


def test_a_school_year_is_called_by_the_years_that_it_lies_in() -> None:
    assert AUGUST.name_of(date(2025, 9, 8)) == "2025–26"
    assert AUGUST.name_of(date(2100, 7, 31)) == "2099–00"
    assert SchoolYearStart(1, 1).name_of(date(2026, 7, 31)) == "2026"


def test_the_starts_between_days_are_those_of_the_years_that_have_one() -> None:
    days = [date(2027, 1, 8), date(2025, 5, 5), date(2025, 9, 8), date(2025, 6, 1)]
    assert AUGUST.starts_between(days) == (date(2025, 8, 1), date(2026, 8, 1))
    assert AUGUST.starts_between(days[:1]) == ()
    assert AUGUST.starts_between([]) == ()
