"""Everything that is said to people: translated, with dates and numbers as their language writes them.

The English text is its own key.  A theme's words.yml may give the program's own wording, the
catalogue `locale/LANGUAGE.po` the translation; what neither has is said in English.  Nothing here
asks the machine for its language, so the same content gives the same bytes everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES = ("en", "es")
# day-month-year in both languages: the locale whose dates and numbers are used
_LOCALES = {"en": "en_GB", "es": "es_ES"}
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words, with a program's own wording over them."""

    language: str = "en"
    overrides: Mapping[str, str] = field(default_factory=dict)

    def say(self, text: str, **values: object) -> str:
        """The text in this language, its `{name}` places filled."""
        said = self.overrides.get(text) or _catalogue(self.language).get(text, (text,))[0]
        return said.format_map(values) if values else said

    def count(self, one: str, many: str, n: float, **values: object) -> str:
        """The form of the text that fits a number, with `{n}` filled."""
        forms = _catalogue(self.language).get(one, (one, many))
        chosen = forms[0] if n == 1 else forms[-1]
        said = self.overrides.get(one if n == 1 else many) or chosen
        return said.format_map({"n": self.number(n, 1), **values})

    def date(self, day: Date) -> str:
        """8 September 2025"""
        return self._date(day, "d MMMM yyyy", "d 'de' MMMM 'de' yyyy")

    def day(self, day: Date) -> str:
        """8 September"""
        return self._date(day, "d MMMM", "d 'de' MMMM")

    def _date(self, day: Date, english: str, spanish: str) -> str:
        return format_date(day, spanish if self.language == "es" else english, locale=self._locale)

    def span(self, first: Date, last: Date) -> str:
        """From the first to the last day, a year that both share said once."""
        if first == last:
            return self.date(first)
        start = self.day(first) if first.year == last.year else self.date(first)
        return self.say("{first} to {last}", first=start, last=self.date(last))

    def number(self, value: float, digits: int = 0) -> str:
        """A number with at most so many digits after the point, and none that say nothing."""
        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        return format_decimal(round(value, digits) + 0.0, pattern, locale=self._locale)

    def decimal(self, value: float, digits: int) -> str:
        """A number with exactly so many digits after the point: `0.70`."""
        return format_decimal(value, "#,##0." + "0" * digits, locale=self._locale)

    def percent(self, value: float, digits: int = 0) -> str:
        """A value that is already in percent: `35 %`, with a space that does not break."""
        return f"{self.number(value, digits)}\u00a0%"

    def chance(self, p: float) -> str:
        """A probability from 0 to 1 as people read it: `4 %`, `0.3 %`, `less than 0.1 %`."""
        if p <= 0:
            return self.percent(0)
        if p < 0.001:
            return self.say("less than {percent}", percent=self.percent(0.1, 1))
        return self.percent(100 * p, 1 if p < 0.02 else 0)

    def size(self, size: int) -> str:
        """A number of bytes as `812 bytes`, `3.2 KB` or `4.5 MB` (thousands)."""
        if size < _KILO:
            return self.count("{n} byte", "{n} bytes", size)
        for power, unit in ((1, "KB"), (2, "MB"), (3, "GB")):
            if size < 999.5 * _KILO**power or unit == "GB":
                amount = size / _KILO**power
                return f"{self.number(amount, 1 if amount < 10 else 0)}\u00a0{unit}"
        raise AssertionError("the last unit takes everything")

    def listing(self, items: Sequence[str]) -> str:
        """a, b and c"""
        return format_list(list(items), locale=self._locale) if items else ""

    @property
    def _locale(self) -> str:
        return _LOCALES.get(self.language, _LOCALES["en"])


@cache
def _catalogue(language: str) -> Mapping[str, tuple[str, ...]]:
    """English text -> its forms in the language; empty where there is no catalogue."""
    path = Path(__file__).parent / "locale" / f"{language}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    found: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        key = message.id[0] if isinstance(message.id, tuple) else message.id
        if key and all(forms):
            found[str(key)] = tuple(str(form) for form in forms)
    return found
