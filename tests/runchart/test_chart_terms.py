"""What is written inside a picture, in two languages."""

from datetime import date

from generator.runchart.before_and_since import BeforeAndSince, GoodRun
from generator.runchart.chart_terms import ChartTerms
from generator.words.translator import Translator

ENGLISH, SPANISH = ChartTerms(), ChartTerms(Translator("es"))


def test_a_day_is_short() -> None:
    assert ENGLISH.day(date(2026, 1, 26)) == "Jan. 26"
    assert SPANISH.day(date(2026, 1, 26)) == "26 ene"


def test_medians_are_named_by_their_time() -> None:
    assert ENGLISH.median("4.5") == "median 4.5"
    assert ENGLISH.before("4.5") == "before 4.5"
    assert ENGLISH.since("4.5") == "since 4.5"
    assert (ENGLISH.until("4.5", 2), ENGLISH.until("4.5", 21)) == ("until ② 4.5", "until (21) 4.5")
    assert ENGLISH.while_it_lasted("69%", 6) == "69% for six visits"
    assert SPANISH.median("4,5") == "mediana 4,5"


def test_down_is_better_in_words() -> None:
    assert ENGLISH.fewer_is_better(counted=True) == "fewer is better"
    assert ENGLISH.fewer_is_better(counted=False) == "lower is better"


def test_levels_are_said_in_a_line() -> None:
    assert ENGLISH.figures(BeforeAndSince(33.0, 59.0, 7), ENGLISH.number) == "33 before, 59 since"
    lost = BeforeAndSince(40.0, 35.0, 16, GoodRun(69.0, 6, 9, 15))
    assert ENGLISH.figures(lost, ENGLISH.number) == "69 for six visits, 35 since; before: 40"
    assert SPANISH.figures(lost, SPANISH.number) == "69 en seis visitas, 35 desde entonces; antes: 40"
    ended = BeforeAndSince(33.0, 56.0, 7, until=2)
    assert ENGLISH.figures(ended, ENGLISH.number) == "33 before, 56 until change 2"
    assert ENGLISH.figures(BeforeAndSince(33.0), ENGLISH.number) == "33 before"
    assert ENGLISH.figures(BeforeAndSince(None), ENGLISH.number) == ""


def test_numbers_are_those_of_the_language() -> None:
    assert (ENGLISH.number(1234.567), SPANISH.number(12345.67)) == ("1,234.57", "12,345.67")
    assert ENGLISH.number(4.567, digits=1) == "4.6"
    assert ENGLISH.percent(34.5) == "35%"


def test_there_are_twelve_months() -> None:
    assert len(ENGLISH.months) == len(set(SPANISH.months)) == 12
