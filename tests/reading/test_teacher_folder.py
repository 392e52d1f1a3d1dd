"""One teacher's folder: about.md, the portrait, and what an inquiry's error withholds."""

from collections.abc import Collection

import pytest

from generator.model import Program, Teacher
from generator.privacy.gate import gate_teacher
from generator.privacy.privacy_context import PrivacyContext
from generator.reading.parsed_folder import parse_folder
from generator.reading.teacher_folder import read_teacher
from tests.reading.trees import Tree, folder

PROGRAM = Program(title="Maple Grove")


def test_a_contact_with_an_apostrophe_is_shown_and_the_gate_lets_it_stand() -> None:
    about = (
        "---\nname: Ana O'Brien\ncontact: \"a.o'brien@school.org\"\n---\n\nWrite to a.o'brien@school.org.\n"
    )
    parsed = parse_folder(folder("teachers/ana", {"teachers/ana/about.md": about}))
    teacher, problems = read_teacher(parsed, PROGRAM)
    assert teacher and teacher.contact == "a.o'brien@school.org"
    assert problems == []
    gated = gate_teacher(teacher, parsed, PROGRAM, PrivacyContext())
    assert gated.teacher and gated.problems == ()


def read(changes: Tree, refused: Collection[str] = ()) -> tuple[Teacher | None, list[tuple[str, str]]]:
    """Ana's folder with some files changed, and what is wrong as (code, file)."""
    about = {"teachers/ana/about.md": "---\nname: Ana Lopez\n---\n"}
    teacher, problems = read_teacher(
        parse_folder(folder("teachers/ana", {**about, **changes})), PROGRAM, refused
    )
    return teacher, [(problem.code, problem.place.file) for problem in problems]


TALK = {"teachers/ana/talk/inquiry.md": "---\ntitle: Talk\npublish: true\n---\n"}
BROKEN = {"teachers/ana/sums/inquiry.md": "---\ntitle: Sums\npublish: true\nplanned_visits: x\n---\n"}


def test_an_error_in_one_inquiry_withholds_that_one() -> None:
    teacher, problems = read({**TALK, **BROKEN})
    assert teacher and [inquiry.id for inquiry in teacher.inquiries] == ["talk"]
    assert teacher.withheld == ("sums",)
    assert problems == [("wrong-type", "teachers/ana/sums/inquiry.md")]


def test_nobody_hears_of_a_draft_with_an_error() -> None:
    teacher, _ = read({"teachers/ana/sums/inquiry.md": "---\ntitle: Sums\nplanned_visits: x\n---\n"})
    assert teacher and teacher.withheld == ()


def test_a_file_that_could_not_be_loaded_withholds_its_inquiry() -> None:
    teacher, problems = read(TALK, refused=["teachers/ana/talk/photos/board.jpg"])
    assert teacher and teacher.inquiries == () and teacher.withheld == ("talk",)
    assert problems == []


def test_an_error_in_about_md_withholds_the_teacher_and_the_rest_is_still_looked_at() -> None:
    teacher, problems = read({"teachers/ana/about.md": "---\nnam: Ana\n---\n", **BROKEN})
    assert teacher is None
    assert problems == [
        ("unknown-key", "teachers/ana/about.md"),
        ("wrong-type", "teachers/ana/sums/inquiry.md"),
    ]


def test_two_folders_with_one_address_are_not_both_read() -> None:
    teacher, problems = read({**TALK, "teachers/ana/TALK/inquiry.md": "---\ntitle: Other\n---\n"})
    assert teacher and len(teacher.inquiries) == 1
    assert problems == [("same-address", "teachers/ana/talk")]


@pytest.mark.parametrize(
    ("files", "portrait", "codes"),
    [
        ({"teachers/ana/portrait.png": b"x"}, None, ["portrait-not-declared"]),
        (
            {"teachers/ana/about.md": "---\nname: Ana\nportrait: {alt: Ana, people: adults}\n---\n"},
            None,
            ["portrait-not-there"],
        ),
        (
            {
                "teachers/ana/about.md": "---\nname: Ana\nportrait: {alt: Ana, people: adults}\n---\n",
                "teachers/ana/portrait.png": b"x",
            },
            "portrait.png",
            [],
        ),
    ],
)
def test_a_portrait_is_declared_and_is_there(files: Tree, portrait: str | None, codes: list[str]) -> None:
    teacher, problems = read(files)
    assert teacher and (teacher.portrait.name if teacher.portrait else None) == portrait
    assert [code for code, _ in problems] == codes


def test_what_lies_in_the_folder_and_is_not_read() -> None:
    _, problems = read(
        {"teachers/ana/plan.csv": "", "teachers/ana/README.md": "", "teachers/ana/talk/x.md": ""}
    )
    assert problems == [("no-inquiry", "teachers/ana/talk"), ("stray-file", "teachers/ana/plan.csv")]


def test_no_about_md() -> None:
    teacher, problems = read_teacher(parse_folder(folder("teachers/ana", {})), PROGRAM)
    assert teacher is None and [problem.code for problem in problems] == ["no-about"]


def test_a_file_that_could_not_be_loaded_is_not_said_to_be_missing() -> None:
    photo = {"teachers/ana/sums/photos/board.jpg": "x"}
    assert read({**TALK, **photo}, refused=["teachers/ana/sums/inquiry.md"])[1] == []
    nobody = parse_folder(folder("teachers/ana", TALK))
    assert read_teacher(nobody, PROGRAM, ["teachers/ana/about.md"]) == (None, [])
