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
        ("6/12", PromptKind.COUNT_OF, 24, PromptValue(50, 6, 12)),
        ("25%", PromptKind.COUNT_OF, 24, PromptValue(25, None, 24)),
        ("7", PromptKind.TALLY, 24, PromptValue(7, 7, 24)),
        ("7/24", PromptKind.TALLY, None, PromptValue(7, 7, 24)),
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
    ],
)
def test_what_cannot_be(text: str, kind: PromptKind, size: float | None, code: str) -> None:
    value, (problem,) = read_value(text, kind, size, PLACE)
    assert (value, problem.code, problem.place) == (None, code, PLACE)


def test_words_beside_a_number_belong_into_a_note() -> None:
    _, (problem,) = read_value("6 loud", PromptKind.TALLY, 24, PLACE)
    assert "note" in problem.hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("250", PromptValue(250)),
        ("12/24", PromptValue(50, 12, 24)),
        ("50%", PromptValue(50)),
        ("", PromptValue()),
    ],
)
def test_a_column_of_values_is_plotted_as_written(text: str, value: PromptValue) -> None:
    assert read_plotted_value(text, PLACE) == (value, ())


def test_the_size_of_a_row() -> None:
    assert read_row_size("24", PLACE) == (24, ())
    assert read_row_size("", PLACE) == (None, ())


@pytest.mark.parametrize(
    ("text", "code"), [("0", "bad-n"), ("24 or so", "not-a-number"), ("1/2", "not-a-number")]
)
def test_a_size_that_cannot_be(text: str, code: str) -> None:
    size, (problem,) = read_row_size(text, PLACE)
    assert (size, problem.code) == (None, code)
