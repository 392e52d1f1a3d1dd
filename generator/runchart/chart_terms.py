"""What is written inside a picture, in one language."""

from collections.abc import Callable
from datetime import date as Date

from msgspec import Struct

from generator.runchart.before_and_since import BeforeAndSince
from generator.words.translator import ENGLISH, Translator


class ChartTerms(Struct, frozen=True):
    """Months, names of medians, and numbers along a scale.  `amount` is a value as it is shown."""

    translator: Translator = ENGLISH

    @property
    def months(self) -> tuple[str, ...]:
        """The twelve months' short names."""
        return self.translator.month_names()

    def day(self, day: Date) -> str:
        """A day without its year: `Sept. 8`."""
        return self.translator.format_short_day(day)

    def median(self, amount: str) -> str:
        """The median of a series without a baseline."""
        return self.translator.gettext("median {amount}", amount=amount)

    def before(self, amount: str) -> str:
        """The median of the visits before the change."""
        return self.translator.gettext("before {amount}", amount=amount)

    def since(self, amount: str) -> str:
        """The median of the visits since the change, or since a gain was lost."""
        return self.translator.gettext("since {amount}", amount=amount)

    def until(self, amount: str, number: int) -> str:
        """The median of the visits since the change, where they end with another change, which has this
        number on the chart."""
        return self.translator.gettext("until {flag} {amount}", flag=_flag(number), amount=amount)

    def while_it_lasted(self, amount: str, visits: int) -> str:
        """The median of so many visits, those of a gain that was lost."""
        return self.translator.ngettext(
            "{amount} for {visits} visit",
            "{amount} for {visits} visits",
            visits,
            amount=amount,
            visits=self.translator.spell_out(visits),
        )

    def fewer_is_better(self, *, counted: bool) -> str:
        """Which way is better, of a measure of which less is better; `counted` says that it counts
        students or events."""
        if counted:
            return self.translator.gettext("fewer is better")
        return self.translator.gettext("lower is better")

    def figures(self, levels: BeforeAndSince, amount: Callable[[float], str]) -> str:
        """The levels of a series in a line, with a baseline: `33% before, 59% since`; empty where there
        is no level.  `amount` writes a value."""
        gettext = self.translator.gettext
        before, since = (None if level is None else amount(level) for level in (levels.before, levels.since))
        if levels.good_run and since is not None:
            return gettext(
                "{lasted}, {since} since; before: {before}",
                lasted=self.while_it_lasted(amount(levels.good_run.level), levels.good_run.visits),
                since=since,
                before=before,
            )
        if before is None or since is None:
            return gettext("{amount} before", amount=before) if since is None and before else ""
        if levels.until is not None:
            return gettext(
                "{before} before, {since} until change {number}",
                before=before,
                since=since,
                number=levels.until,
            )
        return self.before_and_since(before, since)

    def before_and_since(self, before: str, since: str) -> str:
        """Two levels, or two ranges of them, as they are to be read: `33% before, 59% since`."""
        return self.translator.gettext("{before} before, {since} since", before=before, since=since)

    def number(self, value: float, digits: int = 2) -> str:
        """A value that is not a percentage, with at most so many decimals."""
        return self.translator.format_number(value, digits)

    def percent(self, value: float) -> str:
        """A value that is a percentage, in whole percents."""
        return self.translator.format_percent(value)


def _flag(number: int) -> str:
    """A number in a circle, as flags have it: Unicode has those up to 20."""
    return chr(ord("①") + number - 1) if number <= 20 else f"({number})"
