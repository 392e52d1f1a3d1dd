"""Problems as people and other programs read them."""

from msgspec.structs import replace

from generator.problems import Phrase, Place, error
from generator.words.problem_format import ProblemFormat
from generator.words.translator import Translator

SPANISH = Translator("es")


def test_a_problem_is_said_in_a_language() -> None:
    one = error(
        "x", Place("data/a.csv", row=3, field="n"), "{text} is not a number.", "Type 0 or more.", text="zwölf"
    )
    assert ProblemFormat(SPANISH).message(one) == "zwölf no es un número."
    assert ProblemFormat(SPANISH).hint(one) == "Escriba 0 o más."
    assert ProblemFormat(SPANISH).place(one.place) == "data/a.csv, fila 3, columna n"
    assert ProblemFormat(SPANISH).severity(one) == "error"
    assert (one.message, one.hint) == ("zwölf is not a number.", "Type 0 or more.")


def test_a_value_that_is_a_phrase_is_said_too_and_a_persons_own_word_is_not() -> None:
    text = "There is no {what} {name} in {folder}/."
    one = error("x", Place("a"), text, what=Phrase("tool"), name="tool", folder="tools")
    assert ProblemFormat(SPANISH).message(one) == "No hay ninguna herramienta tool en tools/."


def test_doubled_braces_are_single_ones_in_every_language() -> None:
    one = error(
        "x",
        Place("a"),
        "Delete the row.",
        "Begin each entry with a hyphen:  - {{date: 2025-10-06, n: 24, explains: 9}}",
    )
    assert ProblemFormat(SPANISH).hint(one).endswith("- {date: 2025-10-06, n: 24, explains: 9}")
    assert ProblemFormat(Translator()).hint(one) == one.hint


def test_a_place_without_a_row_needs_no_words() -> None:
    assert ProblemFormat(SPANISH).place(Place("inquiry.md", 4, 7)) == "inquiry.md:4:7"
    assert ProblemFormat(Translator()).place(Place("a.csv", row=2, field="n")) == str(
        Place("a.csv", row=2, field="n")
    )
    assert ProblemFormat(Translator()).place(Place("a.csv", row=2)) == str(Place("a.csv", row=2))


def test_how_many_more_rows_have_the_same_mistake() -> None:
    problem = replace(error("a", Place("a.csv", row=2), "This is wrong."), more_rows=3)
    assert ProblemFormat().message(problem) == problem.message == "This is wrong (and 3 more rows)."
    assert ProblemFormat().message(replace(problem, more_rows=1)) == "This is wrong (and 1 more row)."
