"""What is taken from the disk, and what is left out and why."""

import os
import pickle
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.content_files import load_program, load_teacher, teacher_names
from tests.reading.trees import write

ANA = "teachers/ana-lopez"


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(one.code, one.place.file) for one in problems]


def test_the_program_is_everything_outside_teachers(tmp_path: Path) -> None:
    tree = {"program.yml": "title: x", "tools/talk.yml": "", "pages/a.md": "", f"{ANA}/about.md": ""}
    folder, problems = load_program(write(tmp_path, tree))
    assert list(folder.files) == ["pages/a.md", "program.yml", "tools/talk.yml"]
    assert folder.files["program.yml"] == b"title: x"
    assert not problems


def test_a_teacher_is_her_folder(tmp_path: Path) -> None:
    tree = {f"{ANA}/about.md": "a", f"{ANA}/talk/data/period-2.csv": "b", "teachers/ben/about.md": ""}
    folder, problems = load_teacher(write(tmp_path, tree), "ana-lopez")
    assert folder.path == ANA
    assert list(folder.files) == [f"{ANA}/about.md", f"{ANA}/talk/data/period-2.csv"]
    assert not problems
    assert pickle.loads(pickle.dumps(folder)) == folder


@pytest.mark.parametrize(
    "name", [".DS_Store", "about.md~", ".about.md.swp", "Thumbs.db", "desktop.ini", "~$a.docx"]
)
def test_leftovers_are_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    folder, problems = load_teacher(write(tmp_path, {f"{ANA}/{name}": "x"}), "ana-lopez")
    assert (folder.files, problems) == ({}, [])


@pytest.mark.parametrize("name", ["plan.zip", "page.html", "README"])
def test_unsupported_files_say_what_to_do(tmp_path: Path, name: str) -> None:
    folder, problems = load_teacher(write(tmp_path, {f"{ANA}/{name}": "x"}), "ana-lopez")
    assert not folder.files
    assert told(problems) == [("unsupported-file", f"{ANA}/{name}")]
    assert ".csv" in problems[0].hint


@pytest.mark.parametrize("name", ["plan.pdf", "plan.docx", "table.xlsx", "clip.mp4", "drawing.svg"])
def test_documents_are_read_for_the_privacy_gate_to_decide(tmp_path: Path, name: str) -> None:
    folder, problems = load_teacher(write(tmp_path, {f"{ANA}/{name}": "x"}), "ana-lopez")
    assert (list(folder.files), problems) == ([f"{ANA}/{name}"], [])


@pytest.mark.parametrize(
    ("name", "kilobytes"),
    [
        ("talk/inquiry.md", 512),
        ("talk/reviews/a.yml", 256),
        ("talk/data/a.csv", 5120),
        ("portrait.jpg", 20480),
    ],
)
def test_limits(tmp_path: Path, name: str, kilobytes: int) -> None:
    path = write(tmp_path, {f"{ANA}/{name}": b" " * kilobytes * 1024}) / ANA / name
    assert load_teacher(tmp_path, "ana-lopez")[1] == []
    os.truncate(path, kilobytes * 1024 + 1)
    folder, problems = load_teacher(tmp_path, "ana-lopez")
    assert not folder.files
    assert told(problems) == [("too-large", f"{ANA}/{name}")]
    limit = f"{kilobytes} KB" if kilobytes < 1024 else f"{kilobytes // 1024} MB"
    assert limit in problems[0].message


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret")
    content = write(tmp_path / "content", {f"{ANA}/about.md": ""})
    (content / ANA / "note.md").symlink_to(secret)
    (content / ANA / "talk").symlink_to(tmp_path, target_is_directory=True)
    (content / "teachers/ben").symlink_to(tmp_path, target_is_directory=True)
    folder, problems = load_teacher(content, "ana-lopez")
    assert list(folder.files) == [f"{ANA}/about.md"]
    assert told(problems) == [("symbolic-link", f"{ANA}/note.md"), ("symbolic-link", f"{ANA}/talk")]
    names, problems = teacher_names(content)
    assert names == ["ana-lopez"]
    assert told(problems) == [("symbolic-link", "teachers/ben")]


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {f"{ANA}/about.md": ""})
    os.mkfifo(tmp_path / ANA / "pipe.md")
    folder, problems = load_teacher(tmp_path, "ana-lopez")
    assert list(folder.files) == [f"{ANA}/about.md"]
    assert told(problems) == [("stray-file", f"{ANA}/pipe.md")]


def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    folder, problems = load_teacher(tmp_path, "nobody")
    assert not folder.files
    assert told(problems) == [("unreadable", "teachers/nobody")]


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {f"{ANA}/about.md": ""})

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    folder, problems = load_teacher(tmp_path, "ana-lopez")
    assert not folder.files
    assert told(problems) == [("unreadable", f"{ANA}/about.md")]
    assert "Permission denied" in problems[0].message


@pytest.mark.parametrize(
    ("path", "place", "near"),
    [
        (f"{ANA}/talk/reflection/a.md", f"{ANA}/talk/reflection", "reflections"),
        (f"{ANA}/talk/foto/a.jpg", f"{ANA}/talk/foto", "photos"),
    ],
)
def test_a_folder_of_another_name(tmp_path: Path, path: str, place: str, near: str) -> None:
    write(tmp_path, {path: "", path.replace("a.", "b."): ""})
    folder, problems = load_teacher(tmp_path, "ana-lopez")
    assert not folder.files
    assert told(problems) == [("unknown-folder", place)]
    assert not problems[0].is_error
    assert problems[0].hint == f"Did you mean {near}?"


def test_a_folder_of_the_program_of_another_name(tmp_path: Path) -> None:
    _, problems = load_program(write(tmp_path, {"program.yml": "", "tool/a.yml": "", "stray.md": ""}))
    assert told(problems) == [("stray-file", "stray.md"), ("unknown-folder", "tool")]
    assert problems[1].hint == "Did you mean tools?"


@pytest.mark.parametrize("name", ["talk.yaml", "talk.YML", "talk.Yaml"])
def test_other_ways_to_write_an_ending(tmp_path: Path, name: str) -> None:
    folder, problems = load_program(write(tmp_path, {f"tools/{name}": "title: x"}))
    assert (list(folder.files), problems) == (["tools/talk.yml"], [])


def test_photos_keep_their_names(tmp_path: Path) -> None:
    folder, _ = load_teacher(write(tmp_path, {f"{ANA}/talk/photos/IMG_1.JPG": b"x"}), "ana-lopez")
    assert list(folder.files) == [f"{ANA}/talk/photos/IMG_1.JPG"]


def test_both_yaml_and_yml(tmp_path: Path) -> None:
    folder, problems = load_program(write(tmp_path, {"tools/a.yaml": "1", "tools/a.yml": "2"}))
    assert list(folder.files) == ["tools/a.yml"]
    assert [one.code for one in problems] == ["same-address"]


def test_teachers_in_order(tmp_path: Path) -> None:
    write(tmp_path, {f"teachers/{name}/about.md": "" for name in ("zoe", "ana-lopez", "Ben Carter")})
    assert teacher_names(tmp_path) == (["Ben Carter", "ana-lopez", "zoe"], [])


def test_no_teachers_yet(tmp_path: Path) -> None:
    assert teacher_names(tmp_path) == ([], [])


@pytest.mark.parametrize("other", ["ANA-LOPEZ", "ana lopez", "ana-lópez", "ana-lo\u0301pez"])
def test_two_teachers_with_one_address(tmp_path: Path, other: str) -> None:
    write(tmp_path, {f"teachers/{name}/about.md": "" for name in ("ana-lopez", other, "ben")})
    names, problems = teacher_names(tmp_path)
    assert names == ["ben"]
    (problem,) = problems
    assert problem.code == "same-address"
    assert "ana-lopez" in problem.message
    assert other in problem.message


def test_a_folder_name_in_decomposed_accents_is_found_again(tmp_path: Path) -> None:
    write(tmp_path, {"teachers/jose\u0301/about.md": "x"})
    (name,), _ = teacher_names(tmp_path)
    folder, _ = load_teacher(tmp_path, name)
    assert list(folder.files) == [f"{folder.path}/about.md"]


def test_names_without_an_address(tmp_path: Path) -> None:
    names, problems = teacher_names(write(tmp_path, {"teachers/!!/about.md": "", "teachers/a.md": ""}))
    assert names == []
    assert told(problems) == [("no-address", "teachers/!!"), ("stray-file", "teachers/a.md")]


def test_names_that_cannot_be_shown(tmp_path: Path) -> None:
    write(tmp_path, {f"{ANA}/about.md": "", f"{ANA}/two\nlines.md": "", "teachers/b\n/about.md": ""})
    assert told(load_teacher(tmp_path, "ana-lopez")[1]) == [("odd-name", f"{ANA}/two\\nlines.md")]
    assert told(teacher_names(tmp_path)[1]) == [("odd-name", "teachers/b\\n")]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("talk/data/.period-2.csv.icloud", "talk/data/period-2.csv"),
        ("talk/data/period-2.csv.nextcloud", "talk/data/period-2.csv"),
        (".about.md.icloud", "about.md"),
    ],
)
def test_a_file_that_is_only_in_the_cloud_is_an_error_under_its_name(
    tmp_path: Path, name: str, file: str
) -> None:
    _, problems = load_teacher(write(tmp_path, {f"{ANA}/{name}": "bplist00"}), "ana-lopez")
    assert told(problems) == [("not-downloaded", f"{ANA}/{file}")]


def test_a_file_of_zeros_is_one_that_was_not_downloaded(tmp_path: Path) -> None:
    folder, problems = load_teacher(write(tmp_path, {f"{ANA}/talk/data/a.csv": bytes(400)}), "ana-lopez")
    assert (folder.files, told(problems)) == ({}, [("not-downloaded", f"{ANA}/talk/data/a.csv")])


@pytest.mark.parametrize("name", [".period-2.csv", "period-2.csv.bak", "#period-2.csv", "period-2.csv.part"])
def test_what_somebody_may_miss_is_named_in_a_notice(tmp_path: Path, name: str) -> None:
    folder, problems = load_teacher(write(tmp_path, {f"{ANA}/talk/data/{name}": "x"}), "ana-lopez")
    assert (folder.files, told(problems)) == ({}, [("passed-over", f"{ANA}/talk/data/{name}")])
    assert problems[0].severity == "notice"


@pytest.mark.parametrize("names", [("program.yml", "program.yaml"), ("program.yml", "program.YML")])
def test_settings_with_two_spellings_are_both_handed_on(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder, problems = load_program(write(tmp_path, dict.fromkeys(names, "title: x")))
    assert (list(folder.files), problems) == (["program.yaml", "program.yml"], [])


@pytest.mark.parametrize("names", [("period-2.csv", "period-2.CSV"), ("period-2.yml", "period-2.yaml")])
def test_two_spellings_of_one_table_are_an_error(tmp_path: Path, names: tuple[str, ...]) -> None:
    tree = {f"{ANA}/talk/data/{name}": "date,n\n" for name in names}
    _, problems = load_teacher(write(tmp_path, tree), "ana-lopez")
    assert [code for code, _ in told(problems)] == ["same-address"]
    assert problems[0].is_error


def test_a_teacher_whose_folder_has_the_name_of_a_copy_is_read_and_a_warning_says_so(tmp_path: Path) -> None:
    tree = {f"teachers/{name}/about.md": "" for name in ("ana-lopez", "ana-lopez 2", "ben (1)", "room 2")}
    names, problems = teacher_names(write(tmp_path, tree))
    assert names == ["ana-lopez", "ana-lopez 2", "ben (1)", "room 2"]
    assert told(problems) == [("sync-copy", "teachers/ana-lopez 2"), ("sync-copy", "teachers/ben (1)")]


def test_a_picture_of_a_phone_says_what_to_type(tmp_path: Path) -> None:
    _, problems = load_teacher(write(tmp_path, {f"{ANA}/talk/photos/desk.HEIC": "x"}), "ana-lopez")
    assert told(problems) == [("phone-picture", f"{ANA}/talk/photos/desk.HEIC")]
    assert f"portfolio new photo content/{ANA}/talk/photos/desk.HEIC" in problems[0].hint
