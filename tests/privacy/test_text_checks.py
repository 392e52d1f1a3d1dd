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
        # an address however its signs are written
        *("ana@ example.org", "ana @ example.org", "ana at example dot org", "ana{at}example{dot}org"),
        *("ana arroba example punto org", "ana (arroba) example.org", "ana@example。org"),
        *("ana&#64;example.org", "ana&commat;example.org"),
        # dashes of every length, signs of Markdown, bars
        *("555–123–4567", "555\u2011123\u20114567", "555−123−4567", "(555)-123-4567", "555/123-4567"),
        *("555-123-4567x12", "**555**-123-4567", "0034 612 345 678", "dial 5550143"),
        *("SSN: 123 45 6789", "social security number 123456789", "123–45–6789"),
        # days of birth however they are said
        *("D.O.B. 5.3.2013", "Birthday: 5/3", "cumple años el 3 de mayo", "born in May 2013", "bday May 3"),
        *("turned 12 on May 3", "turns eleven on 3 May 2025", "cumplió 12 el 3 de mayo", "DOB=20130503"),
        *("date of birth 3-May-2013", "her birthday is on May 3"),
        *("SSID 1234567890", "SASID 1234567890", "lunch PIN 44719", "Student_ID=4471923"),
        *(
            "Student identification number: 4471923",
            "State student identifier 1234567890",
            "passport X1234567",
        ),
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
        # history, days that everybody knows, and parties
        *("Euler was born on April 15, 1707.", "Emmy Noether, born on 23 March 1882", "(born 30 April 1777)"),
        *("Lincoln's birthday, February 12", "Martin Luther King's birthday on January 15"),
        *(
            "the birthday problem: 23 people",
            "A birthday party on October 3",
            "the nation’s birthday, July 4",
        ),
        *("the mobile lab of 2024 2025 2026", "20251003A and 20251003-B", "ISSN 0046-1520", "5 @ 3.50 each"),
        *("https://example.org/?id=136851&text=2310144", "https://example.org/id/958563"),
        *("100% of 5&nbsp;groups", "https://example.org/a%20b%20c"),
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
    assert possible.message == "A word in line 2, 4 is also a name on the roster."
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


@pytest.mark.parametrize("text", ["Then Xim%65na spoke.", "Then Xim&#101;na spoke."])
def test_letters_that_a_browser_decodes_hide_no_name(text: str) -> None:
    (problem,) = check_text(text, "a.md", NameFinder(read_roster("Ximena Quispe\n")))
    assert problem.code == "P04"


@pytest.mark.parametrize("coded", ["%0A", "&#10;", "&NewLine;", "%20", "100%"])
def test_a_coded_line_break_is_no_line(coded: str) -> None:
    (problem,) = check_text(f"a{coded}b\nXimena\n", "a.md", NameFinder(read_roster("Ximena Quispe\n")))
    assert problem.place.line == 2
