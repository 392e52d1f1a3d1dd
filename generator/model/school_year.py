"""When a school year begins: visits before and after that day belong to different students."""

from collections.abc import Iterable
from datetime import date as Date

from msgspec import Struct


class SchoolYearStart(Struct, frozen=True):
    """The first day of a school year, by month and day; never February 29."""

    month: int = 8
    day: int = 1

    def year_of(self, day: Date) -> int:
        """The calendar year in which the school year of a day began."""
        return day.year if (day.month, day.day) >= (self.month, self.day) else day.year - 1

    def name_of(self, day: Date) -> str:
        """The school year of a day as it is called: 2025–26; 2025 where it is a calendar year."""
        year = self.year_of(day)
        return str(year) if (self.month, self.day) == (1, 1) else f"{year}–{(year + 1) % 100:02}"

    def starts_between(self, days: Iterable[Date]) -> tuple[Date, ...]:
        """The first day of every school year but the first that has one of these days in it."""
        years = sorted({self.year_of(day) for day in days})
        return tuple(Date(year, self.month, self.day) for year in years[1:])
