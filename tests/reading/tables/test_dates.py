"""The dates of a column; day and month are never guessed."""

from datetime import date

import pytest

from generator.reading.tables.dates import DateMistake, DateOrder, calendar_day, read_dates


@pytest.mark.parametrize(
    ("texts", "first", "order"),
    [
        (["2025-10-03"], "2025-10-03", "iso"),
        (["2025-10-03 10:15"], "2025-10-03", "iso"),
        (["10/3/2025", "10/17/2025"], "2025-10-03", "m/d/y"),
        (["3/10/2025", "17/10/2025"], "2025-10-03", "d/m/y"),
        (["3.10.25", "17.10.25"], "2025-10-03", "d/m/y"),
        (["3 Oct 2025"], "2025-10-03", "iso"),
        (["October 3, 2025"], "2025-10-03", "iso"),
        (["10/3/2025 2:03:22 PM", "10/31/2025 2:03:22 PM"], "2025-10-03", "m/d/y"),
    ],
)
def test_dates(texts: list[str], first: str, order: str) -> None:
    dates = read_dates(texts)
    assert not dates.mistakes
    assert str(dates.days[0]) == first
    assert dates.order == order


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["10/3/2025", "11/4/2025"], "ambiguous-dates"),
        (["13/3/2025", "3/13/2025"], "mixed-dates"),
        (["45933"], "serial-date"),
        (["2025-02-30"], "no-such-day"),
        (["soon"], "not-a-date"),
    ],
)
def test_dates_that_cannot_be_trusted_are_one_problem(texts: list[str], code: str) -> None:
    assert [mistake for _, mistake in read_dates(texts).mistakes] == [code]


def test_the_column_settles_each_of_its_dates() -> None:
    dates = read_dates(["3/10/2025", "17/10/2025", ""])
    assert dates.days == (date(2025, 10, 3), date(2025, 10, 17), None)


def test_a_format_settles_what_the_column_does_not() -> None:
    for order, day in ((DateOrder.MONTH_FIRST, date(2025, 3, 4)), (DateOrder.DAY_FIRST, date(2025, 4, 3))):
        dates = read_dates(["3/4/2025"], order)
        assert (dates.days, dates.order, dates.mistakes) == ((day,), order, ())


def test_an_ambiguous_column_is_reported_at_its_first_short_date_and_long_dates_are_read() -> None:
    dates = read_dates(["2025-10-01", "10/3/2025", "11/4/2025"])
    assert dates.mistakes == ((1, DateMistake.AMBIGUOUS),)
    assert dates.days == (date(2025, 10, 1), None, None)


@pytest.mark.parametrize(
    "text",
    ["Fri, 3 Oct 2025", "3 de octubre de 2025", "3 oct. 2025", "Oct 3rd, 2025", "2025/10/03 9:14 AM GMT-5"],
)
def test_months_in_letters_weekdays_and_times(text: str) -> None:
    assert read_dates([text]).days == (date(2025, 10, 3),)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1899, 12, 31), (2200, 1, 1), (2025, 2, 29), (2025, 13, 1)]
)
def test_days_that_no_visit_can_have(year: int, month: int, day: int) -> None:
    assert calendar_day(year, month, day) is None
