"""An inquiry or a teacher as named on the command line, and the paths of new files."""

from pathlib import Path

import pytest

from generator.authoring.content_paths import (
    create_file,
    find_inquiry,
    find_teacher,
    list_inquiries,
    with_unused_name,
)
from generator.authoring.new_files import NewFile
from generator.user_error import UserError
from tests.reading.trees import write

TREE = {
    "teachers/Ana López/Math Talk/inquiry.md": "",
    "teachers/Ana López/sums/inquiry.md": "",
    "teachers/ben/sums/inquiry.md": "",
    "teachers/ben/notes/x.md": "",
    "teachers/.hidden/a/inquiry.md": "",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", TREE)


def test_every_folder_with_an_inquiry_is_listed_by_its_id(content: Path) -> None:
    assert [inquiry.id for inquiry in list_inquiries(content)] == [
        "ana-lopez/math-talk",
        "ana-lopez/sums",
        "ben/sums",
    ]


@pytest.mark.parametrize(
    "named",
    [
        "ana-lopez/math-talk",
        "Ana López/Math Talk",
        "math-talk",
        "teachers/Ana López/Math Talk",
        "teachers/Ana López/Math Talk/inquiry.md",
        "Ana López\\Math Talk",
    ],
)
def test_an_inquiry_by_both_names_by_its_own_or_by_its_path(content: Path, named: str) -> None:
    assert find_inquiry(content, named, "--inquiry").id == "ana-lopez/math-talk"


@pytest.mark.parametrize("named", ["sums", "", "MATH TLAK"])
def test_an_inquiry_that_nobody_or_several_have(content: Path, named: str) -> None:
    with pytest.raises(UserError):
        find_inquiry(content, named, "--inquiry")


def test_the_nearest_one_is_named_whatever_its_case(content: Path) -> None:
    with pytest.raises(UserError) as refused:
        find_inquiry(content, "ANA-LOPEZ/MATH-TLAK", "--inquiry")
    assert refused.value.values["near"] == "ana-lopez/math-talk"


def test_the_only_inquiry_needs_no_name(tmp_path: Path) -> None:
    content = write(tmp_path, {"teachers/ben/sums/inquiry.md": ""})
    assert find_inquiry(content, None, "--inquiry").id == "ben/sums"
    assert find_teacher(content, None, "--teacher").name == "ben"


def test_a_teacher_by_the_folder(content: Path) -> None:
    assert find_teacher(content, "ana lopez", "--teacher").name == "Ana López"
    with pytest.raises(UserError):
        find_teacher(content, "zoe", "--teacher")


@pytest.mark.parametrize("path", ["teachers/ben/sums/inquiry.md", "teachers/ana-lopez/math-talk/inquiry.md"])
def test_a_file_that_is_there_or_has_the_address_of_one_is_never_touched(content: Path, path: str) -> None:
    taken = NewFile(path.replace("ana-lopez", "Ana López"), "new")
    with pytest.raises(UserError):
        create_file(content, taken)
    assert (content / "teachers/ben/sums/inquiry.md").read_text() == ""


def test_a_new_file_is_written_with_its_folders(content: Path) -> None:
    path = create_file(content, NewFile("teachers/ben/talk/inquiry.md", "new\n"))
    assert path.read_bytes() == b"new\n"


def test_a_name_that_is_free(content: Path) -> None:
    write(content, {"teachers/ben/sums/reflections/2025-10-03.md": ""})
    new_file = NewFile("teachers/ben/sums/reflections/2025-10-03.md", "text")
    assert with_unused_name(content, new_file).path == "teachers/ben/sums/reflections/2025-10-03-2.md"
