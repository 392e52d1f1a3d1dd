"""Words: texts, dates and numbers as people read them, the same on every machine."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Phrase
from generator.words.translator import Translator, capitalized, decimals_of

ENGLISH, SPANISH = Translator(), Translator("es")
BRITISH, OF_SPAIN = Translator("en-GB"), Translator("es-ES")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_english_is_its_own_key() -> None:
    assert ENGLISH.gettext("{who} came", who="Ana") == "Ana came"
    assert (
        ENGLISH.gettext("a brace { stays where nothing is filled")
        == "a brace { stays where nothing is filled"
    )


def test_the_catalogue_translates_and_what_it_lacks_is_said_in_english() -> None:
    assert SPANISH.gettext("no signal") == "sin señal"
    assert SPANISH.gettext("nobody translated this") == "nobody translated this"
    assert Translator("fr").gettext("no signal") == "no signal"


def test_a_programs_own_wording_goes_before_everything() -> None:
    own = {"no signal": "nothing to see yet", "{n} bytes": "{n} octets"}
    assert Translator("es", own).gettext("no signal") == "nothing to see yet"
    assert Translator("en", own).ngettext("{n} byte", "{n} bytes", 2) == "2 octets"
    assert Translator("en", own).ngettext("{n} byte", "{n} bytes", 1) == "1 byte"


@pytest.mark.parametrize(
    ("n", "english", "spanish"),
    [
        (0, "0 visits after the change", "0 visitas después del cambio"),
        (1, "1 visit after the change", "1 visita después del cambio"),
        (2, "2 visits after the change", "2 visitas después del cambio"),
        (1234, "1,234 visits after the change", "1,234 visitas después del cambio"),
    ],
)
def test_counts_take_the_form_of_their_number(n: int, english: str, spanish: str) -> None:
    forms = ("{n} visit after the change", "{n} visits after the change")
    assert ENGLISH.ngettext(*forms, n) == english
    assert SPANISH.ngettext(*forms, n) == spanish


@pytest.mark.parametrize(
    ("first", "last", "english", "spanish"),
    [
        (
            (2025, 9, 8),
            (2026, 1, 26),
            "September 8, 2025 to January 26, 2026",
            "8 de septiembre de 2025 al 26 de enero de 2026",
        ),
        (
            (2025, 9, 8),
            (2025, 12, 5),
            "September 8 to December 5, 2025",
            "8 de septiembre al 5 de diciembre de 2025",
        ),
        ((2025, 9, 8), (2025, 9, 8), "September 8, 2025", "8 de septiembre de 2025"),
    ],
)
def test_a_span_says_a_shared_year_once(
    first: tuple[int, int, int], last: tuple[int, int, int], english: str, spanish: str
) -> None:
    assert ENGLISH.format_date_range(date(*first), date(*last)) == english
    assert SPANISH.format_date_range(date(*first), date(*last)) == spanish


def test_a_day_has_no_year() -> None:
    assert ENGLISH.format_day(date(2026, 1, 26)) == "January 26"
    assert ENGLISH.format_date(date(2026, 1, 26)) == "January 26, 2026"


@pytest.mark.parametrize(
    ("value", "digits", "english", "spanish"),
    [
        (35.0, 0, "35", "35"),
        (35.0, 1, "35", "35"),
        (35.26, 1, "35.3", "35.3"),
        (0.5, 2, "0.5", "0.5"),
        (-0.2, 0, "0", "0"),
        (12345.6, 1, "12,345.6", "12,345.6"),
    ],
)
def test_numbers_say_no_digit_for_nothing(value: float, digits: int, english: str, spanish: str) -> None:
    assert ENGLISH.format_number(value, digits) == english
    assert SPANISH.format_number(value, digits) == spanish


def test_a_decimal_keeps_its_places() -> None:
    assert ENGLISH.format_decimal(0.7, 2) == "0.70"
    assert OF_SPAIN.format_decimal(0.7, 2) == "0,70"


def test_months_as_they_stand_under_a_chart() -> None:
    assert ENGLISH.month_names()[:3] == ("Jan", "Feb", "Mar")
    assert SPANISH.month_names()[:3] == ("ene", "feb", "mar")


@pytest.mark.parametrize(
    ("language", "day", "short", "percent", "number"),
    [
        ("en", "September 8, 2025", "Sept. 8", "35.5%", "12,345.5"),
        ("en-GB", "8 September 2025", "8 Sept", "35.5%", "12,345.5"),
        ("es", "8 de septiembre de 2025", "8 sept", "35.5%", "12,345.5"),
        ("es-MX", "8 de septiembre de 2025", "8 sep", "35.5%", "12,345.5"),
        ("es-ES", "8 de septiembre de 2025", "8 sept", "35,5 %", "12.345,5"),
        ("en-IN", "8 September 2025", "8 Sept", "35.5%", "12,345.5"),
    ],
)
def test_a_region_has_its_own_dates_percent_signs_and_decimal_marks(
    language: str, day: str, short: str, percent: str, number: str
) -> None:
    regional = Translator(language)
    assert regional.format_date(date(2025, 9, 8)) == day
    assert regional.format_short_day(date(2025, 9, 8)) == short
    assert plain(regional.format_percent(35.5, 1)) == percent
    assert regional.format_number(12345.5, 1) == number


def test_a_region_has_the_texts_of_its_language() -> None:
    assert Translator("es-MX").gettext("no signal") == SPANISH.gettext("no signal")
    assert BRITISH.gettext("no signal") == "no signal"


def test_a_percent_never_leaves_its_sign_on_the_next_line() -> None:
    assert ENGLISH.format_percent(35.4) == "35%"


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0, "0%"),
        (0.0004, "less than 0.1%"),
        (0.003, "0.3%"),
        (0.0149, "1.5%"),
        (0.0351, "4%"),
        (0.39, "39%"),
        (1, "100%"),
    ],
)
def test_chances_as_parents_read_them(p: float, said: str) -> None:
    assert plain(ENGLISH.format_probability(p)) == said


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 byte"),
        (812, "812 bytes"),
        (3_240, "3.2 KB"),
        (45_400, "45 KB"),
        (999_600, "1 MB"),
        (3_200_000, "3.2 MB"),
        (5_000_000_000, "5 GB"),
    ],
)
def test_sizes(size: int, said: str) -> None:
    assert plain(ENGLISH.format_size(size)) == said


@pytest.mark.parametrize(
    ("items", "english", "spanish"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a y b"),
        (["a", "b", "c"], "a, b, and c", "a, b y c"),
    ],
)
def test_listings(items: list[str], english: str, spanish: str) -> None:
    assert ENGLISH.format_list(items) == english
    assert SPANISH.format_list(items) == spanish


def test_words_travel_to_other_processes() -> None:
    translator = Translator("es", {"no signal": "nothing"})
    assert pickle.loads(pickle.dumps(translator)) == translator


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_a_number_reads_back_to_its_digits(value: float, digits: int) -> None:
    said = ENGLISH.format_number(value, digits)
    assert float(said.replace(",", "")) == pytest.approx(value, abs=0.51 * 10**-digits, rel=1e-12)
    assert not said.startswith("-0") or float(said.replace(",", "")) != 0


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (36.5, 0, "37"),
        (43.5, 0, "44"),
        (12.5, 0, "13"),
        (0.25, 1, "0.3"),
        (2.0, 1, "2"),
        (1e30, 0, "1" + ",000" * 10),
    ],
)
def test_halves_are_rounded_as_people_round_them(value: float, digits: int, said: str) -> None:
    assert Translator().format_number(value, digits) == said


@pytest.mark.parametrize(
    ("value", "decimals"),
    [(0, 1), (4, 1), (35.25, 1), (-2.5, 1), (0.35, 2), (0.02, 3), (-0.0004, 5), (1e-9, 10)],
)
def test_small_values_keep_two_of_their_digits(value: float, decimals: int) -> None:
    assert decimals_of(value) == decimals


def test_a_phrase_becomes_a_plain_text() -> None:
    assert type(ENGLISH.gettext(Phrase("it held"))) is str
    assert type(ENGLISH.gettext(Phrase("No clear change so far."), where="In two classes")) is str


@pytest.mark.parametrize(("month", "said"), [(1, "Jan. 4"), (3, "March 4"), (7, "July 4"), (9, "Sept. 4")])
def test_a_month_before_a_day_is_shortened_as_american_newspapers_do(month: int, said: str) -> None:
    assert Translator("en").format_short_day(date(2025, month, 4)) == said


def test_a_sign_is_as_wide_as_a_plus_and_stays_before_its_number() -> None:
    assert [Translator("en").format_signed(value) for value in (3.4, -3.4, 0.4)] == ["+3", "−3", "0"]
    arabic = Translator("ar", own_catalogue=b'msgid ""\nmsgstr "Language: ar\\n"\n')
    assert arabic.format_signed(-3.4) == "\u200e−3", "to the left of the number in a line from the right"
    assert arabic.format_number(-3.4) == "\u200e-3"


def test_a_day_of_a_file_is_written_out_and_anything_else_stays() -> None:
    assert ENGLISH.format_iso_date("2025-09-08") == "September 8, 2025"
    assert ENGLISH.format_iso_date("last fall") == "last fall"


@pytest.mark.parametrize(("text", "expected"), [("it held", "It held"), ("uNESCO", "UNESCO"), ("", "")])
def test_a_sentence_begins_with_a_capital_letter(text: str, expected: str) -> None:
    assert capitalized(text) == expected


def test_a_level_is_written_in_its_own_measure() -> None:
    assert ENGLISH.format_amount(34.6, share=True) == "35%"
    assert ENGLISH.format_amount(4.46, share=False) == "4.5"
    assert ENGLISH.format_amount(0.024, share=False) == "0.024"
