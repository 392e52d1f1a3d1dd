"""`portfolio check --history`: what git still holds (P12)."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.privacy import git_history
from generator.privacy.git_history import history_problems
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.roster_file import read_roster
from generator.user_error import UserError
from tests.conftest import ANA, Site
from tests.terminal import portfolio

ROSTER = PrivacyContext(read_roster("Ximena Quispe\nWill Young\n"), has_roster=True)
TALK = "content/teachers/ana/talk"
CHANGED = "---\ndate: 2025-10-10\n---\n"


def git(folder: Path, *typed: str) -> str:
    name = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *name, *typed], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def found(root: Path) -> list[tuple[str, str]]:
    """(file, the first words of what is wrong with it)"""
    problems = history_problems(root / "content", ROSTER)
    assert all((problem.code, problem.is_error) == ("P12", True) for problem in problems)
    return [(problem.place.file, problem.message) for problem in problems]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    write(
        tmp_path, {".gitignore": "private/\n", "content/program.yml": "name: P\n", f"{TALK}/inquiry.md": ""}
    )
    return tmp_path


FILE_NAME = "The name of this file is a name on the roster; git has it, now or in an earlier version."
NAME = "This file has a name on the roster in it, now or in an earlier version."
COLUMNS = "This table has columns about single students, now or in an earlier version."
DOCUMENT = "This document or recording is in git, now or in an earlier version."
PRIVATE = "This file of private/ is in git, now or in an earlier version."
NOT_IGNORED = (
    "Git does not ignore the folder private/, so a roster or a raw export can be published by mistake."
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("reflections/2025-10-10.md", f"{CHANGED}Ximena\n", [NAME]),
        ("notes.txt", "Xiména spoke.\n", [NAME]),
        ("settings.yml", "# Ximena\n", [NAME]),
        ("data/raw.csv", "date,name,n,explains\n2025-09-05,x,24,1\n", [COLUMNS]),
        ("data/raw.tsv", "date\tname\n2025-09-05\tXimena\n", [NAME, COLUMNS]),
        ("data/raw.yml", "- {date: 2025-09-05, name: x, n: 24}\n", [COLUMNS]),
        ("data/raw.yaml", "- {date: 2025-09-05, name: x, n: 24}\n", [COLUMNS]),
        ("raw.xlsx", "PK", [DOCUMENT]),
        ("Ximena.docx", "PK", [FILE_NAME, DOCUMENT]),
        ("photos/ximena.png", "x", [FILE_NAME]),
        ("photos/Young, Will.png", "x", [FILE_NAME]),
        ("ximena/board.png", "x", [FILE_NAME]),
        ("private/roster.csv", "name\nXimena\n", [PRIVATE]),
    ],
)
def test_a_file_that_was_taken_out_is_still_there(
    program: Path, name: str, text: str, expected: list[str]
) -> None:
    (program / ".gitignore").write_text("/private/\n", "utf-8")
    write(program, {f"{TALK}/{name}": text})
    commit(program)
    assert found(program) == [(f"{TALK}/{name}", message) for message in expected]
    git(program, "rm", "-q", "-r", f"{TALK}/{name}")
    commit(program)
    assert found(program) == [(f"{TALK}/{name}", message) for message in expected]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reflections/2025-10-10.md", f"{CHANGED}Young, will you?\n"),
        ("data/period-2.csv", "date,n,explains\n2025-09-05,24,1\n"),
        ("data/empty.csv", ""),
        ("notes.txt", "Young, Will"),
        ("plan.pdf", "%PDF"),
        ("chart.svg", "<svg/>"),
        ("photos/board.png", "Ximena"),  # no text
    ],
)
def test_what_may_be_shown_is_not_said(program: Path, name: str, text: str) -> None:
    write(program, {f"{TALK}/{name}": text})
    commit(program)
    assert found(program) == []


def test_teachers_are_named_on_purpose(program: Path) -> None:
    write(program, {"content/teachers/ximena-rojas/about.md": "name: Ximena Rojas\n"})
    commit(program)
    assert found(program) == []


def test_a_path_is_named_once_for_all_its_versions_and_every_version_is_read(program: Path) -> None:
    note, other = f"{TALK}/note.md", f"{TALK}/other.md"
    for text in ("Nobody\n", "Ximena\n", "Ximena again\n", "A student\n"):
        write(program, {note: text, other: f"{text}too\n"})
        commit(program)
    assert found(program) == [(note, NAME), (other, NAME)]


@pytest.mark.parametrize("old", ["photos/ximena.png", "ximena", "private/board.png"])
def test_a_file_that_was_renamed_is_still_there_by_its_first_name(program: Path, old: str) -> None:
    write(program, {f"{TALK}/{old}": "x"})
    git(program, "add", "-A", "--force")
    commit(program)
    (program / TALK / "photos").mkdir(exist_ok=True)
    git(program, "mv", f"{TALK}/{old}", f"{TALK}/photos/board.png")
    commit(program)
    assert found(program) == [(f"{TALK}/{old}", PRIVATE if "private" in old else FILE_NAME)]


def test_what_only_a_merge_brought_in_is_read(program: Path) -> None:
    commit(program)
    git(program, "checkout", "-q", "-b", "draft")
    write(program, {f"{TALK}/one.md": "A student\n"})
    commit(program)
    git(program, "checkout", "-q", "main")
    write(program, {f"{TALK}/two.md": "A student\n"})
    commit(program)
    git(program, "merge", "-q", "--no-commit", "draft")
    write(program, {f"{TALK}/note.md": "Ximena\n"})
    commit(program)
    git(program, "rm", "-q", f"{TALK}/note.md")
    commit(program)
    assert found(program) == [(f"{TALK}/note.md", NAME)]


def test_other_branches_are_read_too(program: Path) -> None:
    commit(program)
    git(program, "checkout", "-q", "-b", "draft")
    write(program, {f"{TALK}/note.md": "Ximena\n"})
    commit(program)
    git(program, "checkout", "-q", "main")
    assert found(program) == [(f"{TALK}/note.md", NAME)]


def test_what_is_staged_is_in_git_too(program: Path) -> None:
    write(program, {f"{TALK}/note.md": "Ximena\n"})
    git(program, "add", "-A")
    (program / TALK / "note.md").unlink()
    assert found(program) == [(f"{TALK}/note.md", NAME)]
    write(program, {f"{TALK}/ximena\tat.png": "x"})
    git(program, "add", "-A")
    assert found(program) == [(f"{TALK}/ximena\tat.png", FILE_NAME)]


def test_private_must_be_ignored_and_never_committed(program: Path) -> None:
    write(program, {".gitignore": "output/\n", "private/roster.txt": "Ximena\n"})
    commit(program)
    assert found(program) == [(".gitignore", NOT_IGNORED), ("private/roster.txt", PRIVATE)]
    (not_ignored, private) = history_problems(program / "content", ROSTER)
    assert "private/" in not_ignored.hint
    assert "git filter-repo" in private.hint


def test_a_program_may_stand_in_a_folder_of_its_repository(program: Path) -> None:
    write(program, {f"school/{TALK}/note.md": "Ximena\n", f"school/{TALK}/one.md": "", "note.md": "Ximena\n"})
    git(program, "add", "-A")
    assert found(program / "school") == [("note.md", NAME), (f"school/{TALK}/note.md", NAME)]


def test_names_of_files_have_any_letters(program: Path) -> None:
    write(program, {f"{TALK}/photos/Xiména.png": "x"})
    (program / TALK / "photos" / os.fsdecode(b"ximena \xff.png")).write_bytes(b"y")
    commit(program)
    assert {message for _, message in found(program)} == {FILE_NAME}
    assert len(found(program)) == 2


def test_a_file_too_large_for_content_is_not_read(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(program, {f"{TALK}/a.md": "Ximena 8", f"{TALK}/b.md": "Ximena 89"})
    commit(program)
    monkeypatch.setattr(git_history, "LARGEST_TABLE", 8)
    assert found(program) == [(f"{TALK}/a.md", NAME)]


def test_what_git_does_not_have_and_what_is_no_text_stop_nothing(program: Path) -> None:
    write(program, {f"{TALK}/note.md": "Ximena\n"})
    (program / TALK / "bytes.csv").write_bytes(b"\xff\xfe\x00\x81")
    commit(program)
    git(program, "update-index", "--add", "--cacheinfo", f"160000,{'a' * 40},{TALK}/another.md")
    assert found(program) == [(f"{TALK}/note.md", NAME)]


def test_without_a_repository_or_without_git_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for path, said in ((os.environ["PATH"], "is in none"), ("", "is not on this computer")):
        monkeypatch.setenv("PATH", path)
        with pytest.raises(UserError) as caught:
            history_problems(tmp_path / "content", ROSTER)
        assert str(caught.value).startswith("--history needs")
        assert said in str(caught.value)


def test_the_command_says_what_is_found_and_no_name(site: Callable[..., Site]) -> None:
    made = site({f"{ANA}/photos/ximena.png": "x"})
    write(made.root, {".gitignore": "private/\noutput/\n", "private/roster.txt": "Ximena Quispe\n"})
    git(made.root, "init", "-q", "-b", "main")
    commit(made.root)
    made.change({f"{ANA}/photos/ximena.png": None})
    commit(made.root)
    result = portfolio("check", "--history", "--today", "2026-02-01", inside=made.root)
    assert result.status == 1
    assert "name of this file is a name on the roster" in result.out
    assert "ximena" not in result.out.lower()
    assert portfolio("check", "--today", "2026-02-01", inside=made.root).status == 0


def test_a_clean_history_is_clean(site: Callable[..., Site]) -> None:
    made = site()
    write(made.root, {".gitignore": "private/\noutput/\n", "private/roster.txt": "Ximena Quispe\n"})
    git(made.root, "init", "-q", "-b", "main")
    commit(made.root)
    result = portfolio("check", "--history", "--today", "2026-02-01", inside=made.root)
    assert (result.status, result.err) == (0, "")


def test_without_git_the_command_ends_with_2(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = site()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(made.root.parent))
    result = portfolio("check", "--history", "--today", "2026-02-01", inside=made.root)
    assert (result.status, "needs a folder that is in a git repository" in result.err) == (2, True)
