"""Addresses, numbers and recognisable children in texts (P03, P13); ordinary prose passes."""

from pathlib import Path

import pytest

from generator.privacy.identifying_phrases import IdentifyingKind
from generator.privacy.name_finder import NameFinder
from generator.privacy.roster import Roster
from generator.privacy.roster_file import read_roster
from generator.privacy.text_checks import check_text

NOBODY = NameFinder(Roster())
WORDS_OF_THE_INTERFACE = (
    "Jan See Light New Back Rule Person May Will Mark Page Still Sha January Bridge Fire Head Streets"
)
CLEAN = sorted((Path(__file__).parent / "clean").glob("*.md"))


def codes(text: str, contact: str = "") -> list[str]:
    return [problem.code for problem in check_text(text, "a.md", NOBODY, (), contact)]


@pytest.mark.parametrize(
    "text",
    [
        "Write to ana@example.org.",
        "ana (at) school (dot) org",
        "ana＠example.org",
        "<mailto:Ana.Lopez+6@sub.example.co.uk>",
        "Call 555-123-4567 or (555) 123 4567.",
        "+34 612 34 56 78",
        "text me: 555 0143 22",
        "ssn 123-45-6789",
        "She was born on May 3, 2013.",
        "Birthday: 2013-05-03",
        "nacida el 3 de mayo de 2013",
        "student id: 4471923",
        "Student #A-44719",
        "matrícula 1234567",
        "CURP GOML130503MDFXXX09",
    ],
)
def test_what_tells_who_somebody_is_is_an_error(text: str) -> None:
    assert codes(f"One line.\n\n{text}\n") == ["P03"]


@pytest.mark.parametrize(
    "text",
    [
        "Room 555, 10:15-11:00, in 2024-2025.",
        "From 2025-10-03 to 2026-01-30 we counted 1234567 dots.",
        "The text of 2024-2025 and the call of 10-03-2025.",
        "555 - 123 = 432, and 1 234 567.89 is a number.",
        "Pages 123-456; ISBN 978-0-13-468599-1.",
        "The idea was born in 2013. Version 1.10.2013.",
        "An idea number 4 of 24 students; standard 6.NS.B.3.",
        "see @math and #talk",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert codes(text) == []


def test_the_declared_contact_passes_and_no_other() -> None:
    assert codes("contact: ana@example.org", "Ana@Example.org") == []
    assert codes("contact: ben@example.org", "ana@example.org") == ["P03"]


def test_one_problem_a_kind_names_every_line_and_never_the_value() -> None:
    text = "a@example.org\n\nb@example.org and 555-123-4567\n"
    email, phone = check_text(text, "a.md", NOBODY)
    assert str(email.place) == "a.md:1"
    assert email.message == "This looks like an e-mail address, in line 1, 3."
    assert phone.message == "This looks like a telephone number, in line 3."
    assert [problem.values["kind"] for problem in (email, phone)] == ["email", "phone"]


def test_a_name_is_an_error_and_a_word_that_may_be_one_a_question() -> None:
    names = NameFinder(read_roster("Jaylen Brown\nHope Quispe\n"))
    text = "We saw Jaylen.\nWe asked Hope.\nThen Jaylen and Hope left.\nAll asked Hope.\n"
    name, possible = check_text(text, "a.md", names)
    assert (name.code, name.is_error, str(name.place)) == ("P04", True, "a.md:1")
    assert name.message == "This has a name on the roster, in line 1, 3."
    assert (possible.code, possible.is_error, str(possible.place)) == ("P04", False, "a.md:2")
    assert possible.message == "Line 2, 4 has a word that is also a name on the roster."
    (only,) = check_text("We saw Jaylen.\n", "a.md", names)
    assert only.is_error


def test_settings_are_not_searched_for_what_a_child_said() -> None:
    text = 'One student said, "I think it is five."'
    assert check_text(text, "a.yml", NOBODY, prose=False) == []


@pytest.mark.parametrize(
    "text",
    [
        'One student said, "I think it is five because two and three are five."',
        "“You just have to get the bottoms the same,” said a boy.",
        "Una alumna dijo: «Creo que es cinco porque dos y tres son cinco».",
        "She was the only left-handed student in the class.",
        "Era la única alumna que lo vio.",
    ],
)
def test_a_child_told_apart_is_a_warning(text: str) -> None:
    (problem,) = check_text(text, "a.md", NOBODY)
    assert (problem.code, problem.is_error) == ("P13", False)
    assert problem.message.startswith("This reads like ")
    assert ", in line 1. Someone" in problem.message
    assert problem.values["kind"] in set(IdentifyingKind)


@pytest.mark.parametrize(
    "text",
    [
        'They said "I think ... because ..." more often.',
        "Only students spoke.",
        'The card says "Why do you think so?"',
    ],
)
def test_what_many_say_passes(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("page", CLEAN, ids=lambda path: path.stem)
def test_a_page_of_ordinary_teacher_prose_gives_no_alarm(page: Path) -> None:
    text = page.read_text("utf-8")
    problems = check_text(text, page.name, names_in("roster.txt"))
    assert [problem.message for problem in problems] == []
    # with a roster of names that are words of these very pages there are questions, never an error
    unlucky = check_text(text, page.name, names_in("words.txt"))
    assert not any(problem.is_error for problem in unlucky)
    assert len(unlucky) <= 1


def test_there_are_thirty_such_pages_and_five_hundred_names() -> None:
    assert len(CLEAN) == 30
    assert len(read_roster((CLEAN[0].parent / "roster.txt").read_text("utf-8")).names) == 500


@pytest.mark.parametrize("page", CLEAN, ids=lambda path: path.stem)
def test_names_that_are_words_of_the_interface_are_no_error_in_prose(page: Path) -> None:
    given = WORDS_OF_THE_INTERFACE.split()
    names = NameFinder(read_roster("\n".join(f"{name} Quispe" for name in given)))
    assert [one for one in check_text(page.read_text("utf-8"), page.name, names) if one.is_error] == []


def names_in(file: str) -> NameFinder:
    return NameFinder(read_roster((CLEAN[0].parent / file).read_text("utf-8")))
