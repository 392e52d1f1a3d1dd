"""What changed since a branch, and a check that counts only that."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.commands.git_changes import changed_files
from generator.user_error import UserError
from tests.commands.small_program import SOUND, write_content
from tests.terminal import portfolio

BEN = {"teachers/ben/about.md": "---\nnam: Ben\n---\n"}


def git(root: Path, *args: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *args]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_content(tmp_path, {**SOUND, **BEN})
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "First")
    git(tmp_path, "checkout", "-q", "-b", "mine")
    return tmp_path


def test_committed_changed_and_new_files_since_the_branches_parted(root: Path) -> None:
    write_content(root, {"pages/a.md": "A", "pages/é b.md": "B"})
    git(root, "add", "content/pages/a.md")
    git(root, "commit", "-qm", "A")
    write_content(root, {"teachers/ana-lopez/about.md": "C"})
    expected = ["content/pages/a.md", "content/pages/é b.md", "content/teachers/ana-lopez/about.md"]
    assert changed_files(root, "main") == expected
    assert changed_files(root / "content", "main") == [name.removeprefix("content/") for name in expected]


@pytest.mark.parametrize("ref", ["nowhere", "", "--output=/etc/passwd"])
def test_a_branch_that_git_does_not_know(root: Path, ref: str) -> None:
    with pytest.raises(UserError):
        changed_files(root, ref)


def test_only_what_changed_decides_and_stands_first(root: Path) -> None:
    write_content(root, {"teachers/ana-lopez/about.md": "---\nname: Ana Lopez\nrole: Grade 6\n---\n\nHi.\n"})
    ran = portfolio("check", "--changed-since", "main", inside=root)
    assert ran.status == 0
    assert ran.out.index("Elsewhere, and not counted here:") < ran.out.index("content/teachers/ben/about.md")
    assert portfolio("check", "--teacher", "ben", inside=root).status == 1
    assert portfolio("check", "--teacher", "ana-lopez", inside=root).status == 0
    assert portfolio("check", inside=root).status == 1
    ran = portfolio("check", "--changed-since", "main", "--format", "json", inside=root)
    assert (ran.status, json.loads(ran.out)["summary"]["in_question"]) == (0, 0)
    write_content(root, {"tools/talk.yml": "titel: Talk\n"})
    assert portfolio("check", "--changed-since", "main", inside=root).status == 1
