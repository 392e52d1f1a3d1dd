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
        (["8-Sep"], "no-year"),
        (["Week 1"], "not-a-date"),
        (["Period 2"], "not-a-date"),
        (["Sep 8"], "no-year"),
        (["8 de septiembre"], "no-year"),
        (["9/8"], "no-year"),
        (["Sep-25"], "no-year"),
        (["September 2025"], "no-day"),
        (["25-09-08", "25-09-15"], "which-year"),
        (["25-12-30", "26-01-08"], "which-year"),
        (["32-Sep-25"], "no-such-day"),
        (["Mayor 8, 2025"], "not-a-date"),
        (["20251399"], "no-such-day"),
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
    [
        "3-Oct-25",
        "3-Oct-2025",
        "3 Oct 25",
        "3/Oct/2025",
        "03-OCT-25",
        "Oct-3-25",
        "Oct 3, 25",
        "2025-Oct-03",
        "20251003",
        "Friday, October 3, 2025",
        "viernes, 3 de octubre de 2025",
        "vie. 3 oct 2025",
        "3 de octubre del 2025",
        "3-oct-25 14:03",
        "2025-10-03T14:03:22+05:30",
        "2025/10/03 2:03:22 PM GMT+5:30",
        "2025-10-03 14:03:22 UTC-03:30",
        "2025-10-03 2:03\u202fPM",
        "3\u00a0Oct\u00a02025",
        "3 Oct 2025, 2:03 p.\u00a0m.",
        "Fri, 3 Oct 2025",
        "3 de octubre de 2025",
        "3 oct. 2025",
        "Oct 3rd, 2025",
        "2025/10/03 9:14 AM GMT-5",
    ],
)
def test_months_in_letters_weekdays_and_times(text: str) -> None:
    assert read_dates([text]).days == (date(2025, 10, 3),)


@pytest.mark.parametrize(
    "text", ["8-Sept-25", "8 set. 2025", "Sept 8, 2025", "lunes 8 de septiembre de 2025"]
)
def test_months_as_people_shorten_them(text: str) -> None:
    assert read_dates([text]).days == (date(2025, 9, 8),)


def test_march_is_not_a_tuesday() -> None:
    assert read_dates(["Mar 8, 2025", "martes, 8 de marzo de 2025"]).days == (date(2025, 3, 8),) * 2


def test_short_years_that_vary_like_days_are_not_years() -> None:
    assert [mistake for _, mistake in read_dates(["22-09-25", "29-09-25"]).mistakes] == []
    assert read_dates(["25-09-08"], DateOrder.DAY_FIRST).days == (date(2008, 9, 25),)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1899, 12, 31), (2200, 1, 1), (2025, 2, 29), (2025, 13, 1)]
)
def test_days_that_no_visit_can_have(year: int, month: int, day: int) -> None:
    assert calendar_day(year, month, day) is None


def test_dates_that_may_begin_with_a_short_year_are_not_read_as_days() -> None:
    for texts in (["25-09-18", "25-10-19"], ["25-09-30", "25-10-31"], ["25.10.08", "25.11.08"]):
        assert read_dates(texts).mistakes == ((0, DateMistake.WHICH_YEAR),), texts
        assert read_dates(texts, DateOrder.DAY_FIRST).mistakes == ()
