"""A problem says where, what and what to do."""

import pytest

from generator.problems import Place, error, notice, warning


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("program.yml"), "program.yml"),
        (Place("program.yml", 3), "program.yml:3"),
        (Place("program.yml", 3, 7, field="url"), "program.yml:3:7"),
        (Place("data/p2.csv", row=4), "data/p2.csv, row 4"),
        (Place("data/p2.csv", row=4, field="explains"), "data/p2.csv, row 4, column explains"),
        (Place("data/p2.csv", row=4, column=2), "data/p2.csv, row 4, column 2"),
    ],
)
def test_a_place_as_text(place: Place, text: str) -> None:
    assert str(place) == text


def test_texts_are_filled_with_the_values() -> None:
    problem = error("bad", Place("a.yml"), "There is no {name}.", "Did you mean {near}?", name="x", near="y")
    assert (problem.message, problem.hint) == ("There is no x.", "Did you mean y?")


def test_only_an_error_is_one() -> None:
    place = Place("a.yml")
    assert [make("c", place, "t").is_error for make in (error, warning, notice)] == [True, False, False]


def test_a_file_as_seen_from_the_folder_around() -> None:
    assert error("c", Place("a.yml", 2), "t").under("content").place == Place("content/a.yml", 2)


def test_the_fingerprint_is_shown_where_there_is_one() -> None:
    problem = error("P03", Place("a.md"), "t")
    assert "fingerprint" not in problem.as_dict()
    assert problem.marked("1a2b").as_dict()["fingerprint"] == "1a2b"
