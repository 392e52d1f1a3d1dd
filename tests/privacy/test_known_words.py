"""What a table may be quoted with where there is no roster."""

import pytest

from generator.model import Program
from generator.privacy.known_words import may_be_quoted, program_words
from generator.privacy.masking import hide_quotes
from generator.problems import Place, error
from tests.privacy.visits import TOOL

WORDS = program_words(Program("Program", tools={TOOL.id: TOOL}))


@pytest.mark.parametrize(
    "text",
    [
        "12/24",
        "2025-13-01",
        "Period 2",
        "Perod 2",
        "explain",
        "8-Sep",
        "Block C",
        "",
        "Sábado",
        "Room 9",
        "12x",
    ],
)
def test_numbers_and_nearly_known_words_may(text: str) -> None:
    assert may_be_quoted(text, WORDS)


@pytest.mark.parametrize(
    "text", ["Jaylen Brown", "Period 2 Jaylen", "Nguyễn", "李小龙", "jaylen@example.org"]
)
def test_what_could_be_a_name_may_not(text: str) -> None:
    assert not may_be_quoted(text, WORDS)


def test_a_cell_and_a_heading_of_a_table_are_not_quoted() -> None:
    place = Place("content/teachers/ana/talk/data/p2.csv", row=3, column=2, field="Jaylen")
    (hidden,) = hide_quotes([error("c", place, "{text}: not {near}.", text="Jaylen", near="explains")], WORDS)
    assert hidden.message == "…: not explains."
    assert str(hidden.place) == "content/teachers/ana/talk/data/p2.csv, row 3, column 2"
    page = Place("content/teachers/ana/talk/inquiry.md", 4, field="Jaylen")
    problem = error("c", page, "{text}", text="titel")
    assert hide_quotes([problem], WORDS) == (problem,)
