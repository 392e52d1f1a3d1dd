"""`portfolio publish`, as it is typed, against a bare repository."""

import subprocess
from pathlib import Path

import pytest

from tests.commands.small_program import NAMELESS, SOUND, UNREADABLE, write_content
from tests.terminal import portfolio


def git(folder: Path, *args: str) -> str:
    ran = subprocess.run(["git", *args], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = write_content(tmp_path / "ours", SOUND)
    (folder / ".gitignore").write_text("/output/\n/.portfolio-cache/\n")
    git(tmp_path, "init", "--quiet", "--bare", "origin.git")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for name, value in (("user.name", "Ana Lopez"), ("user.email", "ana@example.org")):
        git(folder, "config", name, value)
    git(folder, "remote", "add", "origin", "../origin.git")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "Begin")
    return folder


def test_the_site_is_on_the_branch_and_the_work_tree_is_as_it_was(program: Path) -> None:
    ran = portfolio("publish", inside=program)
    assert ran.status == 0
    assert "on the branch gh-pages of origin" in ran.out
    assert "https://maple-grove.example.org/" in ran.out
    names = git(program.parent / "origin.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert {"index.html", ".nojekyll", "CNAME", "teachers/ana-lopez/index.html"} <= set(names)
    assert not [name for name in names if name.startswith((".runfolio", "content/", "private/"))]
    assert git(program, "status", "--porcelain") == ""


def test_a_second_time_says_that_nothing_was_sent(program: Path) -> None:
    portfolio("publish", inside=program)
    ran = portfolio("publish", inside=program)
    assert ran.status == 0
    assert "already has this site" in ran.out
    assert git(program.parent / "origin.git", "rev-list", "--count", "gh-pages") == "1"


def test_one_teachers_mistake_stops_nobody_else_unless_strict(program: Path) -> None:
    write_content(program, {"teachers/ben-carter/about.md": NAMELESS["teachers/ana-lopez/about.md"]})
    strict = portfolio("publish", "--strict", inside=program)
    assert strict.status == 1
    assert "Nothing was published" in strict.err
    ran = portfolio("publish", inside=program)
    assert ran.status == 1
    assert "not in git yet" in ran.out
    assert "teachers/ana-lopez/index.html" in git(
        program.parent / "origin.git", "ls-tree", "-r", "--name-only", "gh-pages"
    )


def test_an_unreadable_program_publishes_nothing(program: Path) -> None:
    write_content(program, UNREADABLE)
    assert portfolio("publish", inside=program).status == 3
    assert git(program.parent / "origin.git", "branch", "--list") == ""


def test_without_git_nothing_is_built(tmp_path: Path) -> None:
    write_content(tmp_path, SOUND)
    ran = portfolio("publish", inside=tmp_path)
    assert ran.status == 2
    assert "portfolio publish needs a folder that is in a git repository" in ran.err
    assert not (tmp_path / "output").exists()
