"""What files are and what they are called (P04, P09, P11)."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import Photo, PhotoPeople, Program, Prose, Teacher
from generator.privacy.file_checks import check_file_kinds, check_file_names, check_photos, check_portrait
from generator.privacy.name_finder import NameFinder
from generator.privacy.personal_patterns import PersonalDataKind
from generator.privacy.roster_file import read_roster
from tests.privacy.visits import inquiry_of

NAMES = NameFinder(read_roster("Jaylen Brown\nWill Young\n"))


@pytest.mark.parametrize("file", ["plan.pdf", "PLAN.PDF", "raw.xlsx", "talk.mp3", "drawing.svg"])
def test_documents_recordings_and_drawings_are_refused(file: str) -> None:
    for folder in ("teachers/ana", "teachers/ana/talk"):
        if folder.endswith("talk") and file.endswith(".xlsx"):
            continue  # its visits are wanted
        others = ["about.md", "data/a.csv", "photo.jpg"]
        (problem,) = check_file_kinds([f"{folder}/{file}", *others], Program("Program"))
        assert (problem.code, problem.place.file, problem.is_error) == ("P11", f"{folder}/{file}", True)
        kind = file.partition(".")[2].lower()
        assert problem.message.startswith(f"A {kind} file can hold")
        assert f"allow_files: [{kind}]" in problem.hint


@pytest.mark.parametrize("allowed", ["pdf", ".pdf", " PDF "])
def test_a_program_may_allow_a_kind(allowed: str) -> None:
    program = Program("Program", allow_files=(allowed,))
    assert [problem.place.file for problem in check_file_kinds(["a.pdf", "a.docx"], program)] == ["a.docx"]


def test_a_drawing_that_can_run_scripts_is_never_allowed() -> None:
    assert check_file_kinds(["a.svg"], Program("Program", allow_files=("svg",)))


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        ("teachers/ana/talk/photos/jaylen.jpg", "teachers/ana/talk/photos"),
        ("teachers/ana/jaylen-b/inquiry.md", "teachers/ana"),
        ("teachers/ana/talk/data/brownjaylen.csv", "teachers/ana/talk/data"),
        ("teachers/ana/talk/photos/Young, Will.jpg", "teachers/ana/talk/photos"),
    ],
)
def test_a_name_in_a_path_is_said_of_the_folder_around(file: str, folder: str) -> None:
    (problem,) = check_file_names("teachers/ana", [file], NAMES, ())
    assert (problem.code, problem.place.file) == ("P04", folder)


def test_the_programs_own_folders_are_named_from_the_root() -> None:
    (problem,) = check_file_names("", ["pages/jaylen.md"], NAMES, ())
    assert problem.place.file == "pages"


@pytest.mark.parametrize("name", ["ana@example.org.jpg", "555-123-4567.png", "student_id_4471923.jpg"])
def test_personal_data_in_a_path_is_said_of_the_folder_around(name: str) -> None:
    (problem,) = check_file_names("teachers/ana", [f"teachers/ana/talk/photos/{name}"], NAMES, ())
    assert (problem.code, problem.place.file) == ("P03", "teachers/ana/talk/photos")
    assert name not in f"{problem.message} {problem.hint}"
    assert problem.values["kind"] in set(PersonalDataKind)


@pytest.mark.parametrize(
    "name",
    ["IMG_20251003_101112.jpg", "20251003A.jpg", "logo@2x.png", "Screenshot 2025-10-03 at 10.15.11.png"],
)
def test_what_cameras_call_pictures_is_no_personal_data(name: str) -> None:
    assert check_file_names("teachers/ana", [f"teachers/ana/talk/photos/{name}"], NAMES, ()) == []


def test_other_paths_and_the_teachers_own_folder_pass() -> None:
    assert check_file_names("teachers/jaylen", ["teachers/jaylen/about.md"], NAMES, ()) == []
    assert check_file_names("teachers/ana", ["teachers/ana/will/young.md"], NAMES, ()) == []


@pytest.mark.parametrize(
    ("people", "consent", "refused"),
    [
        (PhotoPeople.UNSTATED, None, True),
        (PhotoPeople.CONSENTED, None, True),
        (PhotoPeople.CONSENTED, date(2025, 9, 1), False),
        (PhotoPeople.NONE, None, False),
        (PhotoPeople.ADULTS, None, False),
        (PhotoPeople.NOT_IDENTIFIABLE, None, False),
    ],
)
def test_a_photo_says_who_can_be_recognised(people: PhotoPeople, consent: date | None, refused: bool) -> None:
    photo = Photo("board.jpg", "The board", people, consent)
    inquiry = replace(inquiry_of(), body=Prose("", "talk/inquiry.md"), photos={"board.jpg": photo})
    problems = check_photos(inquiry, "---\nphotos:\n  board.jpg:\n---\nSee board.jpg.\n")
    assert [str(problem.place) for problem in problems] == (["talk/inquiry.md:3"] if refused else [])
    for problem in problems:
        assert (problem.code, problem.place.field) == ("P09", "board.jpg")
        assert problem.message.startswith("The photo board.jpg ")
    teacher = Teacher("ana", "Ana", Prose("", "about.md"), portrait=photo)
    assert [problem.place.field for problem in check_portrait(teacher, "about.md")] == ["portrait"] * refused


@pytest.mark.parametrize(
    ("text", "line"), [("board.jpg: {}\n", 1), ("\nphotos: {board.jpg: {}}\n", 2), ("photos: {}\n\n", None)]
)
def test_a_photo_is_said_where_it_first_stands(text: str, line: int | None) -> None:
    photos = {"board.jpg": Photo("board.jpg", "The board", PhotoPeople.UNSTATED)}
    (problem,) = check_photos(replace(inquiry_of(), photos=photos), text)
    assert problem.place.line == line


def test_without_a_portrait_there_is_nothing_to_say() -> None:
    assert check_portrait(Teacher("ana", "Ana", Prose("", "about.md")), "about.md") == []


def test_a_workbook_in_an_inquirys_folder_is_to_be_imported() -> None:
    (problem,) = check_file_kinds(["teachers/ana/talk/data/Talk tally.xlsx"], Program("Program"))
    assert problem.code == "P11"
    assert problem.hint.endswith("portfolio import 'Talk tally.xlsx' --inquiry ana/talk")
