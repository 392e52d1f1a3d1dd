"""`portfolio check` as it is typed, for people, for programs and for GitHub."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.commands.small_program import NAMELESS, UNATTESTED, UNREADABLE, write_content
from tests.terminal import portfolio

GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")


def test_check_says_back_what_it_read_and_writes_nothing(root: Path) -> None:
    ran = portfolio("check", inside=root)
    assert ran.status == 0
    assert "content: 0 tools" in ran.out
    assert "Nothing needs attention." in ran.out
    assert not (root / "output").exists()


def test_check_lists_problems_on_standard_output(root: Path) -> None:
    write_content(root, NAMELESS)
    ran = portfolio("check", inside=root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez/about.md" in ran.out
    assert ran.err == ""


def test_errors_come_before_warnings(root: Path) -> None:
    write_content(root, UNATTESTED | {"tools/talk.yml": "titel: Talk\n"})
    said = portfolio("check", inside=root).out
    assert said.index(": error: ") < said.index(": warning: ")


def test_check_as_json(root: Path) -> None:
    write_content(root, NAMELESS)
    ran = portfolio("check", "--format", "json", inside=root)
    said = json.loads(ran.out)
    assert ran.status == 1
    assert list(said) == ["problems", "summary"]
    keys = ["severity", "code", "file", "line", "column", "row", "field", "message", "hint"]
    assert all(list(problem) == keys for problem in said["problems"])
    assert said["summary"]["errors"] == sum(one["severity"] == "error" for one in said["problems"]) > 0


def test_check_for_github(root: Path) -> None:
    write_content(root, NAMELESS)
    ran = portfolio("check", "--format", "github", inside=root)
    assert ran.status == 1
    first = ran.out.splitlines()[0]
    assert first.startswith("::error file=content/teachers/ana-lopez/about.md,line=")
    assert all(line.startswith("::") for line in ran.out.splitlines())


def test_check_of_a_program_that_cannot_be_read(root: Path) -> None:
    write_content(root, UNREADABLE)
    ran = portfolio("check", "--format", "json", inside=root)
    assert ran.status == 3
    assert json.loads(ran.out)["summary"]["errors"] > 0


def test_github_gets_a_table_for_the_page_of_the_job(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_content(root, NAMELESS)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / "summary.md"))
    portfolio("check", "--format", "github", inside=root)
    summary = (root / "summary.md").read_text("utf-8")
    assert '| error | content/teachers/ana\\-lopez/about.md:2:1 | "…" is not a setting here. |' in summary


def test_where_nothing_is_read_programs_are_told_too(tmp_path: Path) -> None:
    ran = portfolio("check", "--format", "json", inside=tmp_path)
    assert ran.status == 3
    assert json.loads(ran.out)["problems"]


def test_history_without_git_is_wrong_use(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    ran = portfolio("check", "--history", inside=root)
    assert ran.status == 2
    assert "--history needs a folder that is in a git repository" in ran.err


def test_history_finds_what_is_gone_by_now(root: Path) -> None:
    private = root / "private" / "export.csv"
    private.parent.mkdir()
    private.write_text("x\n")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "first")):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *command], cwd=root, check=True
        )
    subprocess.run(["git", "rm", "-q", "--cached", "private/export.csv"], cwd=root, check=True)
    ran = portfolio("check", "--history", inside=root)
    assert "private/export.csv" in ran.out
    assert ran.status == 1
