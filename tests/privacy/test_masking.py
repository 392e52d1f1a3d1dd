"""Messages are shown without names and personal data."""

import pytest

from generator.model import Program
from generator.privacy.known_words import program_vocabulary
from generator.privacy.masking import LogQuoting, log_quoting, mask_text
from generator.privacy.name_finder import NameFinder
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.roster_file import read_roster
from generator.problems import Phrase, Place, Problem, PublishedText, error

ROSTER = read_roster("Jaylen Brown\nWill Young\n")
NAMES = NameFinder(ROSTER)


def masked(problem: Problem) -> Problem:
    (result,) = LogQuoting(NAMES).problems([problem])
    return result


def test_names_and_personal_data_are_left_out_of_a_text() -> None:
    assert mask_text("Jaylen wrote to ana@example.org and left.", NAMES) == "… wrote to … and left."
    assert mask_text("Jaylen Brown, Jaylen", NAMES) == "…, …"
    assert mask_text("Young, Will", NAMES) == "…"  # a cell, not a list of words


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
        ("teachers/ana/jaylen/photos/jaylen.jpg", "teachers/ana/…/photos/….jpg"),
        ("pages/jaylen.md", "pages/….md"),
        ("jaylen.csv", "….csv"),
    ):
        assert masked(error("x", Place(file), "X")).place.file == shown


def test_our_own_phrases_are_not_masked() -> None:
    problem = masked(error("x", Place("a.md"), "In {what}", what=Phrase("Jaylen")))
    assert problem.message == "In Jaylen"


def test_without_a_roster_nothing_is_quoted_but_places_numbers_and_known_words() -> None:
    quoting = LogQuoting(vocabulary=program_vocabulary(None))
    place = Place("content/teachers/ana/talk/data/p2.csv", row=3, column=2, field="Jaylen")
    problem = error(
        "c", place, "{text}, {n}: {what}, {like}.", text="Jaylen", n=3, what=Phrase("Ours"), like="P 2"
    )
    (hidden,) = quoting.problems([problem])
    assert (hidden.message, str(hidden.place)) == (
        "…, 3: Ours, P 2.",
        "content/teachers/ana/talk/data/p2.csv, row 3, column 2",
    )


def test_without_a_roster_the_path_of_a_file_is_said() -> None:
    quoting = LogQuoting(vocabulary=program_vocabulary(None))
    place = Place("content/teachers/ana/talk/data/copy.csv", field="Jaylen")
    (shown,) = quoting.problems([error("c", place, "As {file}: {name}", file="data/jay.csv", name="jay.csv")])
    assert (shown.place.field, shown.message) == ("…", "As data/jay.csv: …")


def test_a_list_between_commas_is_shown_as_far_as_it_is_known() -> None:
    quoting = LogQuoting(vocabulary=program_vocabulary(None))
    assert quoting.text("Period 2, Jaylen, Block C") == "Period 2, …, Block C"


def test_what_the_site_publishes_about_itself_is_quoted() -> None:
    did = PublishedText("did:web:maple-grove.org")
    problem = error("did-changed", Place("program.yml"), "It is {did}.", did=did)
    assert LogQuoting(vocabulary=program_vocabulary(None)).problems([problem]) == (problem,)


@pytest.mark.parametrize(("name", "value"), [("inquiry", "ana/tamales"), ("kind", "social-security")])
def test_without_a_roster_places_and_kinds_are_said(name: str, value: str) -> None:
    quoting = LogQuoting(vocabulary=program_vocabulary(None))
    (shown,) = quoting.problems([error("c", Place("a.md"), f"It is {{{name}}}.", **{name: value})])
    assert shown.message == f"It is {value}."


@pytest.mark.parametrize(
    ("has_roster", "on_own_screen", "shown"),
    [(False, False, "…"), (True, False, "tamales"), (False, True, "tamales"), (True, True, "tamales")],
)
def test_words_are_left_out_of_a_log_where_no_roster_tells_names(
    has_roster: bool, on_own_screen: bool, shown: str
) -> None:
    privacy = PrivacyContext(ROSTER, has_roster=has_roster)
    quoting = log_quoting(privacy, Program("Program"), on_own_screen=on_own_screen)
    assert (quoting.text("tamales"), quoting.text("Jaylen")) == (shown, "…")


def test_what_nobody_says_is_their_own_screen_is_a_log() -> None:
    assert log_quoting(PrivacyContext(), None).text("tamales") == "…"
