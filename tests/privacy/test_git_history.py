"""`portfolio check --history`: what git still holds (P12)."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ANA, Site
from tests.terminal import Ran, portfolio


def git(folder: Path, *typed: str) -> None:
    name = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *typed], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def program(site: Callable[..., Site]) -> Site:
    made = site()
    (made.root / ".gitignore").write_text("private/\noutput/\n", "utf-8")
    (made.root / "private").mkdir()
    (made.root / "private" / "roster.txt").write_text("Ximena Quispe\n", "utf-8")
    git(made.root, "init", "-q", "-b", "main")
    return made


def check_history(made: Site) -> Ran:
    return portfolio("check", "--history", "--today", "2026-02-01", inside=made.root)


def commit(made: Site) -> None:
    git(made.root, "add", "-A")
    git(made.root, "commit", "-q", "-m", "x")


def test_a_clean_history_is_clean(program: Site) -> None:
    commit(program)
    result = check_history(program)
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            f"{ANA}/reflections/2025-10-10.md",
            "---\ndate: 2025-10-10\n---\nXimena\n",
            "This file has a name on the roster",
        ),
        (f"{ANA}/data/raw.csv", "date,name,n,explains\n2025-09-05,x,24,1\n", "columns about single students"),
        (f"{ANA}/data/raw.yml", "- {date: 2025-09-05, name: x, n: 24}\n", "columns about single students"),
        (f"{ANA}/data/raw.yaml", "- {date: 2025-09-05, name: x, n: 24}\n", "columns about single students"),
        (f"{ANA}/raw.xlsx", "PK", "document or recording"),
        (f"{ANA}/photos/ximena.png", "x", "name of this file is a name on the roster"),
    ],
)
def test_a_file_that_was_taken_out_is_still_there(program: Site, name: str, data: str, expected: str) -> None:
    program.change({name: data})
    commit(program)
    program.change({name: None})
    commit(program)
    assert check_history(program).status == 1
    result = check_history(program).out
    assert expected in result
    assert "ximena" not in result.lower()
    assert portfolio("check", "--today", "2026-02-01", inside=program.root).status == 0


def test_private_must_be_ignored_and_never_committed(program: Site) -> None:
    (program.root / ".gitignore").write_text("output/\n", "utf-8")
    commit(program)
    result = check_history(program)
    assert "Git does not ignore the folder private/" in result.out
    assert "private/roster.txt: error: This file of private/ is in git" in result.out


def test_what_is_staged_is_in_git_too(program: Site) -> None:
    program.change({f"{ANA}/raw.xlsx": "PK"})
    git(program.root, "add", "-A")
    program.change({f"{ANA}/raw.xlsx": None})
    assert check_history(program).status == 1


def test_without_git_that_is_said(site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    made = site()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(made.root.parent))
    result = check_history(made)
    assert (result.status, "needs a folder that is in a git repository" in result.err) == (2, True)
