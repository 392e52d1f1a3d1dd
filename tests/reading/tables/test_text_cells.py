"""Formulas and errors of a spreadsheet where a text belongs."""

import pytest

from generator.model import Prompt, Tool
from generator.reading.tables.observation_table import read_observation_table

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains"),))


def problems(heading: str, cell: str) -> list[tuple[str, int | None, str | None]]:
    text = f"date,{heading},n,explains\n2025-09-08,{cell},24,3\n"
    return [
        (problem.code, problem.place.row, problem.place.field)
        for problem in read_observation_table(text.encode(), "data/a.csv", TOOL)[1]
    ]


@pytest.mark.parametrize("heading", ["class", "observer", "group", "condition", "note", "unusual"])
def test_a_formula_and_an_error_are_named_at_their_row(heading: str) -> None:
    assert problems(heading, '"=VLOOKUP(A1,B:C,2)"') == [("formula", 2, heading)]
    assert problems(heading, "=A1") == [("formula", 2, heading)]
    assert problems(heading, "=8/24") == [("formula", 2, heading)]
    assert problems(heading, "='Period 2'!A1") == [("formula", 2, heading)]
    assert problems(heading, "#REF!") == [("spreadsheet-error", 2, heading)]


@pytest.mark.parametrize("cell", ["=Period 2", "=2nd period", "'=A1", "=Abends"])
def test_a_name_that_was_typed_as_text_is_a_name(cell: str) -> None:
    assert problems("class", cell) == []


@pytest.mark.parametrize("cell", ["=> fire drill", "#1 table", "a = b", "== quiet"])
def test_a_note_may_have_the_same_signs(cell: str) -> None:
    assert problems("note", cell) == []
