"""Messages are shown without names and personal data."""

from generator.privacy.masking import mask_problems, mask_text
from generator.privacy.name_finder import NameFinder
from generator.privacy.roster_file import read_roster
from generator.problems import Phrase, Place, Problem, error

NAMES = NameFinder(read_roster("Jaylen Brown\nWill Young\n"))


def masked(problem: Problem) -> Problem:
    (result,) = mask_problems([problem], NAMES)
    return result


def test_names_and_personal_data_are_left_out_of_a_text() -> None:
    assert mask_text("Jaylen wrote to ana@example.org and left.", NAMES) == "… wrote to … and left."
    assert mask_text("Jaylen Brown, Jaylen", NAMES) == "…, …"


def test_a_name_in_an_address_takes_nothing_else_away() -> None:
    assert mask_text("to x.jaylen@example.org and to all of us", NAMES) == "to … and to all of us"


def test_a_text_without_them_stays_as_it_is() -> None:
    assert mask_text("ﬁve of them, they will see", NAMES) == "ﬁve of them, they will see"


def test_values_fields_and_file_names_are_masked() -> None:
    place = Place("teachers/ana/talk/photos/jaylen.jpg", 3, field="Jaylen")
    problem = masked(error("x", place, "In {cell}", cell="jaylen said so", number=3))
    assert (problem.place.file, problem.place.field) == ("teachers/ana/talk/photos/….jpg", "…")
    assert (problem.place.line, problem.message, problem.values["number"]) == (3, "In … said so", 3)


def test_a_teachers_folder_has_the_teachers_own_name() -> None:
    for file, shown in (
        ("teachers/jaylen/jaylen/a.md", "teachers/jaylen/…/a.md"),
        ("pages/jaylen.md", "pages/….md"),
    ):
        assert masked(error("x", Place(file), "X")).place.file == shown


def test_our_own_phrases_are_not_masked() -> None:
    problem = masked(error("x", Place("a.md"), "In {what}", what=Phrase("Jaylen")))
    assert problem.message == "In Jaylen"
