"""A problem says where, what and what to do."""

import pytest

from generator.problems import MOST_OF_A_KIND, Place, error, limit_of_a_kind, notice, short_value, warning


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


def test_many_of_one_kind_in_one_file_are_counted() -> None:
    many = [
        error("unknown-key", Place("a.yml", line), "There is no key {key}.", key=line) for line in range(90)
    ]
    other = warning("late", Place("b.md"), "t")
    *first, last = limit_of_a_kind([*many, other])
    assert first == [*many[:MOST_OF_A_KIND], other]
    assert last.message == "There are more problems of the same kind in this file: 65."
    assert last.is_error and last.place == Place("a.yml")


def test_what_can_be_allowed_on_its_own_is_never_only_counted() -> None:
    findings = [error("P03", Place("a.md", line), "t").marked(f"{line:04}") for line in range(90)]
    assert limit_of_a_kind(findings) == tuple(findings)


def test_a_long_value_is_quoted_from_its_beginning() -> None:
    assert len(error("c", Place("a"), "{name}", name="x" * 9_000).message) == 301
    assert short_value(12) == 12
