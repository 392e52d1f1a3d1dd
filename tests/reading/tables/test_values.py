"""A cell, its prompt's kind and the row's n -> what is plotted."""

import pytest

from generator.model import PromptKind
from generator.problems import Place
from generator.reading.tables.values import PromptValue, read_plotted_value, read_row_size, read_value

PLACE = Place("a.csv", row=2, column=3)


@pytest.mark.parametrize(
    ("text", "kind", "size", "value"),
    [
        ("6", PromptKind.COUNT_OF, 24, PromptValue(25, 6, 24)),
        ("6/12", PromptKind.COUNT_OF, 24, PromptValue(50, 6, 12, says_n=True)),
        ("25%", PromptKind.COUNT_OF, 24, PromptValue(25, None, 24)),
        ("7", PromptKind.TALLY, 24, PromptValue(7, 7, 24)),
        ("7/24", PromptKind.TALLY, None, PromptValue(7, 7, 24, says_n=True)),
        ("80", PromptKind.PERCENT, 24, PromptValue(80, None, 24)),
        ("3.5", PromptKind.SCALE, 24, PromptValue(3.5, None, 24)),
        ("6", None, 24, PromptValue(25, 6, 24)),
        ("6", None, None, PromptValue(6, None, None)),
        ("", PromptKind.COUNT_OF, 24, PromptValue(None, None, 24)),
    ],
)
def test_the_value_by_the_prompts_kind(
    text: str, kind: PromptKind | None, size: float | None, value: PromptValue
) -> None:
    assert read_value(text, kind, size, PLACE) == (value, ())


@pytest.mark.parametrize(
    ("text", "kind", "size", "code"),
    [
        ("25", PromptKind.COUNT_OF, 24, "more-than-n"),
        ("-1", PromptKind.COUNT_OF, 24, "more-than-n"),
        ("25/24", PromptKind.TALLY, None, "more-than-n"),
        ("1/0", PromptKind.COUNT_OF, None, "more-than-n"),
        ("6", PromptKind.COUNT_OF, None, "no-n"),
        ("101%", PromptKind.COUNT_OF, 24, "not-a-percent"),
        ("101", PromptKind.PERCENT, 24, "not-a-percent"),
        ("-1", PromptKind.TALLY, 24, "negative-count"),
        ("many", PromptKind.TALLY, 24, "not-a-number"),
        ("1,234", PromptKind.COUNT_OF, 26, "not-a-number"),
        ("1.234", PromptKind.COUNT_OF, 26, "not-a-number"),
        ("7.5", PromptKind.TALLY, 24, "not-whole"),
        ("7.5/24", PromptKind.COUNT_OF, None, "not-whole"),
        ("0.33", PromptKind.COUNT_OF, 24, "share-as-fraction"),
        ("0,33", PromptKind.COUNT_OF, None, "share-as-fraction"),
        (".4", None, 24, "share-as-fraction"),
    ],
)
def test_what_cannot_be(text: str, kind: PromptKind, size: float | None, code: str) -> None:
    value, (problem,) = read_value(text, kind, size, PLACE)
    assert (value, problem.code, problem.place) == (None, code, PLACE)


@pytest.mark.parametrize(
    ("text", "words"),
    {
        "8-10": "one number",
        "0–5": "one number",
        "8 to 10": "one number",
        "24-Aug": "column  n",
        "2025-08-24": "column  n",
        "8/24/2025": "column  n",
        "=8/24": "values only",
        "#DIV/0!": "leave the cell empty",
        "Yes": "each row is a student",
        "1,234": "without the comma",
    }.items(),
)
def test_the_remedy_fits_what_was_typed(text: str, words: str) -> None:
    value, (problem,) = read_value(text, PromptKind.COUNT_OF, 24, PLACE)
    assert (value, problem.code) == (None, "not-a-number")
    assert words in problem.hint


def test_minutes_and_points_need_not_be_whole() -> None:
    assert read_value("7.5", PromptKind.TALLY, 45, PLACE, whole=False) == (PromptValue(7.5, 7.5, 45), ())


def test_words_beside_a_number_belong_into_a_note() -> None:
    _, (problem,) = read_value("6 loud", PromptKind.TALLY, 24, PLACE)
    assert "note" in problem.hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("250", PromptValue(250)),
        ("12/24", PromptValue(50, 12, 24, says_n=True)),
        ("50%", PromptValue(50)),
        ("", PromptValue()),
    ],
)
def test_a_column_of_values_is_plotted_as_written(text: str, value: PromptValue) -> None:
    assert read_plotted_value(text, None, PLACE) == (value, ())


@pytest.mark.parametrize(
    ("text", "kind"), [("120", PromptKind.COUNT_OF), ("-1", PromptKind.PERCENT), ("-1", PromptKind.TALLY)]
)
def test_a_value_that_cannot_be(text: str, kind: PromptKind) -> None:
    value, (problem,) = read_plotted_value(text, kind, PLACE)
    assert value is None
    assert problem.is_error


def test_the_size_of_a_row() -> None:
    assert read_row_size("24", PLACE) == (24, ())
    assert read_row_size("", PLACE) == (None, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "bad-n"),
        ("24 or so", "not-a-number"),
        ("1/2", "not-a-number"),
        ("1,234", "not-a-number"),
        ("24.5", "not-whole"),
    ],
)
def test_a_size_that_cannot_be(text: str, code: str) -> None:
    size, (problem,) = read_row_size(text, PLACE)
    assert (size, problem.code) == (None, code)


def test_a_count_of_two_thousand_is_not_read_as_two() -> None:
    value, (problem,) = read_value("2.000", PromptKind.TALLY, None, Place("a.csv"))
    assert (value, problem.code, problem.message) == (
        *(None, "not-a-number", "2.000 can be read with thousands or with decimals."),
    )
    assert read_row_size("2.000", Place("a.csv"))[0] is None
    assert read_value("2.000", PromptKind.SCALE, None, Place("a.csv")) == (PromptValue(2.0), ())
