"""Translates texts, and writes dates, numbers and lists as a language writes them.

The English text is its own key.  A theme's words.yml may give a program's own wording, the catalogue
`locale/LANGUAGE.po` the translation; a text that neither has stays English.  Dates, numbers, percent
signs and lists are those of Unicode's CLDR for the language and its region, as Babel has them.  Nothing
here asks the machine for its language, so the same content gives the same bytes everywhere.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date as Date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cached_property, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from msgspec import Struct, field

from generator.words.catalogue import SOURCE_LANGUAGE, Catalogue, load_catalogue

_KILO = 1000
_AMERICAN = ("en", "en_US")
# as American newspapers shorten them before a day; CLDR has the three letters of tables there too
_MONTHS_BEFORE_A_DAY = (
    *("Jan.", "Feb.", "March", "April", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
_LEFT_TO_RIGHT = "\u200e"


class Translator(Struct, frozen=True, dict=True):
    """Texts in one language; `overrides` is a program's own wording: English text -> wording.

    `language` is a language tag (BCP 47): `en`, `en-GB`, `es-MX`; `own_catalogue` a program's own .po
    file of it, which goes before the installed one.
    """

    language: str = SOURCE_LANGUAGE
    overrides: Mapping[str, str] = field(default_factory=dict)
    own_catalogue: bytes = b""

    def gettext(self, text: str, **values: object) -> str:
        """The text in this language, its `{name}` places filled with `values`.

        Without values a text stays as it is, braces too.
        """
        worded = self.overrides.get(text) or self._catalogue.gettext(text)
        # an untranslated Phrase is still one, even when formatted; what the cache keeps is plain text
        return str(worded.format_map(values) if values else worded)

    def ngettext(self, singular: str, plural: str, n: float, **values: object) -> str:
        """The form of the text that fits the number `n`, its places filled: `{n}` with the number as
        this language writes it, others with `values`."""
        own_wording = self.overrides.get(singular if n == 1 else plural)
        worded = own_wording or self._catalogue.ngettext(singular, plural, n)
        return worded.format_map({"n": self.format_number(n, 1), **values})

    def format_date(self, day: Date) -> str:
        """A day with its year: `September 8, 2025`."""
        return _date(day, self._locale)

    def format_iso_date(self, text: str) -> str:
        """A day as files of the program have it (2025-09-08) with its year; as it is where it is none."""
        try:
            return self.format_date(Date.fromisoformat(text))
        except ValueError:
            return text

    def format_day(self, day: Date) -> str:
        """A day without its year: `September 8`."""
        return _day(day, "MMMMd", self._locale)

    def format_short_day(self, day: Date) -> str:
        """A day without its year where space is short: `Sept. 8` in American, `8 Sept` in British English."""
        if self._locale in _AMERICAN:
            return f"{_MONTHS_BEFORE_A_DAY[day.month - 1]} {day.day}"
        return _day(day, "MMMd", self._locale)

    def month_names(self) -> tuple[str, ...]:
        """The twelve months' short names, as they stand under a chart and in tables: in English three letters
        without a period, which American style sets only before a day."""
        names = get_month_names("abbreviated", "stand-alone", locale=self._locale)
        return tuple(names[month] for month in range(1, 13))

    def format_date_range(self, first: Date, last: Date) -> str:
        """From the first to the last day, a year or a day that both share written once."""
        if first == last:
            return self.format_date(first)
        start = self.format_day(first) if first.year == last.year else self.format_date(first)
        return self.gettext("{first} to {last}", first=start, last=self.format_date(last))

    def format_number(self, value: float, digits: int = 0) -> str:
        """A number rounded half up to at most so many decimals, without trailing zeros."""
        return _number(round_half_up(value, digits), "#" * digits, self._locale)

    def format_signed(self, value: float, digits: int = 0) -> str:
        """A number with its sign: `+12`, `−3`, `0`; a minus is as wide as a plus."""
        amount = self.format_number(abs(value), digits)
        if amount == self.format_number(0):
            return amount
        return _with_sign("+" if value > 0 else "−", amount, self._locale)

    def format_decimal(self, value: float, digits: int) -> str:
        """A number rounded half up to exactly so many decimals: `0.70`."""
        return _number(round_half_up(value, digits), "0" * digits, self._locale)

    def spell_out(self, number: int) -> str:
        """A whole number in a sentence: from two to ten as a word, others in figures.

        One is left to the plural forms of its sentence: in many languages it has a gender.
        """
        words = (
            self.gettext("two"),
            self.gettext("three"),
            self.gettext("four"),
            self.gettext("five"),
            self.gettext("six"),
            self.gettext("seven"),
            self.gettext("eight"),
            self.gettext("nine"),
            self.gettext("ten"),
        )
        return words[number - 2] if 2 <= number <= 10 else self.format_number(number)

    def format_percent(self, value: float, digits: int = 0) -> str:
        """A value that is already in percent: `35%`; a space before the sign, where the region writes
        one, does not break."""
        return _percent(round_half_up(value, digits), "#" * digits, self._locale)

    def format_amount(self, value: float, *, share: bool) -> str:
        """A level in its own measure: `35%` where values are percentages, else `4.5`."""
        return self.format_percent(value) if share else self.format_number(value, decimals_of(value))

    def format_probability(self, p: float) -> str:
        """A probability from 0 to 1 as people read it: `4%`, `0.3%`, `less than 0.1%`."""
        if p <= 0:
            return self.format_percent(0)
        if p < 0.001:
            return self.gettext("less than {percent}", percent=self.format_percent(0.1, 1))
        return self.format_percent(100 * p, 1 if p < 0.02 else 0)

    def format_frequency(self, p: float) -> str:
        """A probability from 0 to 1 as how often out of how many: `3 of 100`, `5 of 1,000`."""
        if p < 0.001:
            return self.gettext("fewer than 1 in {all}", all=self.format_number(1_000))
        everything = 1_000 if p < 0.02 else 100
        return self.gettext(
            "{n} in {all}", n=self.format_number(everything * p), all=self.format_number(everything)
        )

    def format_about_frequency(self, p: float) -> str:
        """A rough one: `about 3 of 100`, `fewer than 1 of 1,000`."""
        often = self.format_frequency(p)
        return often if p < 0.001 else self.gettext("about {often}", often=often)

    def format_most_frequency(self, p: float) -> str:
        """An upper bound, never below 1 of 1,000: what follows `at most`."""
        return self.format_frequency(max(p, 0.001))

    def format_size(self, size: int) -> str:
        """A number of bytes as `812 bytes`, `3.2 KB` or `4.5 MB` (thousands)."""
        if size < _KILO:
            return self.ngettext("{n} byte", "{n} bytes", size)
        for power, unit in ((1, "KB"), (2, "MB"), (3, "GB")):
            if size < 999.5 * _KILO**power or unit == "GB":
                amount = size / _KILO**power
                return f"{self.format_number(amount, 1 if amount < 10 else 0)}\u00a0{unit}"
        raise AssertionError("the last unit takes everything")

    def format_list(self, items: Sequence[str]) -> str:
        """Items as one phrase: `a, b and c`."""
        return format_list(list(items), locale=self._locale) if items else ""

    @cached_property
    def _catalogue(self) -> Catalogue:
        return load_catalogue(self.language, self.own_catalogue)

    @property
    def _locale(self) -> str:
        return self._catalogue.locale


# the same few numbers and days stand on every page, and each takes Babel longer than its sentence
@lru_cache(maxsize=20_000)
def _number(value: Decimal, decimals: str, locale: str) -> str:
    """A number in the region's groups of digits; `decimals` is the pattern of what follows the point."""
    pattern = _pattern(Locale.parse(locale).decimal_formats[None].pattern, decimals)
    with localcontext(_EVERY_DIGIT):
        text = format_decimal(value, pattern, locale=locale)
    return _with_sign("-", text[1:], locale) if text.startswith("-") else text


def _with_sign(sign: str, amount: str, locale: str) -> str:
    """The amount behind its sign: in a line from right to left a mark keeps the sign on its side, where
    CLDR has one and Babel leaves it out."""
    mark = _LEFT_TO_RIGHT if Locale.parse(locale).text_direction == "rtl" else ""
    return f"{mark}{sign}{amount}"


@lru_cache(maxsize=20_000)
def _percent(value: Decimal, decimals: str, locale: str) -> str:
    pattern = _pattern(Locale.parse(locale).percent_formats[None].pattern, decimals)
    with localcontext(_EVERY_DIGIT):
        return format_percent(value.scaleb(-2), pattern, locale=locale)


def _pattern(pattern: str, decimals: str) -> str:
    """A region's pattern of numbers, with so many decimals: `#,##0.###` with `0` is `#,##0.0`."""
    return re.sub(r"0(?:\.[0#]+)?", f"0.{decimals}" if decimals else "0", pattern, count=1)


@lru_cache(maxsize=20_000)
def _date(day: Date, locale: str) -> str:
    return format_date(day, "long", locale=locale)


@lru_cache(maxsize=20_000)
def _day(day: Date, skeleton: str, locale: str) -> str:
    return format_skeleton(skeleton, day, locale=locale)


ENGLISH = Translator()  # for output that is always English, and for defaults


# Decimal's own context refuses numbers of more than 28 digits; a float before its point has up to 309
_EVERY_DIGIT = Context(prec=400)


def capitalized(sentence: str) -> str:
    """With a capital letter at the beginning; the others stay as they are."""
    return sentence[:1].upper() + sentence[1:]


def decimals_of(value: float) -> int:
    """After how many decimals a value is rounded where people read it: one; of a value below 1 as many as
    two of its digits take, so that 0.02 and 0.04 do not become one number."""
    if value == 0 or abs(value) >= 1:
        return 1
    return 1 - Decimal(repr(value)).adjusted()


@lru_cache(maxsize=20_000)  # a page says the same few numbers again and again
def round_half_up(value: float, digits: int) -> Decimal:
    """A number rounded as people round: 36.5 is 37, 12.5 is 13.

    Its shortest decimal text is rounded, not its binary value: 2.675 is 2.68.
    """
    step = Decimal(1).scaleb(-digits)
    return Decimal(repr(value)).quantize(step, ROUND_HALF_UP, _EVERY_DIGIT) + 0
