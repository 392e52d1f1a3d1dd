"""What is written inside a picture, in one language."""

from datetime import date as Date

from msgspec import Struct

from generator.words.translator import ENGLISH, Translator


class ChartTerms(Struct, frozen=True):
    """Months, names of medians, and numbers along a scale.  `amount` is a value as it is shown."""

    translator: Translator = ENGLISH

    @property
    def months(self) -> tuple[str, ...]:
        """The twelve months' short names."""
        return self.translator.month_names()

    def day(self, day: Date) -> str:
        """A day without its year: `8 Sep`."""
        return self.translator.gettext("{day} {month}", day=day.day, month=self.months[day.month - 1])

    def median(self, amount: str) -> str:
        """The median of a series without a baseline."""
        return self.translator.gettext("median {amount}", amount=amount)

    def baseline_median(self, amount: str) -> str:
        """The median of the visits before the change."""
        return self.translator.gettext("baseline median {amount}", amount=amount)

    def median_after(self, amount: str) -> str:
        """The median of the visits after the change."""
        return self.translator.gettext("median after {amount}", amount=amount)

    def number(self, value: float, digits: int = 2) -> str:
        """A value that is not a percentage, with at most so many decimals."""
        return self.translator.format_number(value, digits)

    def percent(self, value: float) -> str:
        """A value that is a percentage, in whole percents."""
        return self.translator.format_percent(value)
