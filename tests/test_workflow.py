"""The program's workflow: its steps typed in order in a fresh clone, and sixty teachers' pull requests."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring.scaffold import init_program
from tests.commands.small_program import write_content

TEACHERS = [f"teacher-{number:02}" for number in range(1, 61)]
IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org")


def git(folder: Path, *args: str) -> str:
    command = ["git", *IDENTITY, *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def about(name: str, line: str = "") -> str:
    return f"---\nname: {name.replace('-', ' ').title()}\nrole: Grade 4\n---\n\nHello. {line}\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new program of sixty teachers in git; one folder on main has had a mistake for a while."""
    root = tmp_path_factory.mktemp("program")
    init_program(root, demo=False, requirement="# nothing more than what is here")
    files = {f"teachers/{name}/about.md": about(name) for name in TEACHERS}
    broken = {"teachers/teacher-05/about.md": "---\nnam: Teacher Five\n---\n"}
    url = "url: https://our-school.example.org/portfolios/"
    settings = (root / "content/program.yml").read_text("utf-8")
    write_content(root, {**files, **broken, "program.yml": f"{settings}\n{url}\n"})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Begin")
    return root


def branch(program: Path, name: str, files: Mapping[str, str]) -> None:
    """A branch from main with these files, pushed while main went on."""
    git(program, "checkout", "-q", "-b", name, "main")
    write_content(program, files)
    git(program, "add", "-A")
    git(program, "commit", "-qm", name)
    git(program, "checkout", "-q", "main")


def run_step(
    step: Mapping[str, Any], folder: Path, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    """A step's script as the runner starts it: `bash -e`, with this Python's `portfolio` and `pip`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    variables = {**os.environ, "PATH": path, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    variables = {**variables, **environment}
    command = ["bash", "-e", "-c", step["run"]]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=variables, check=False)


def scripts(folder: Path, event: str) -> list[dict[str, Any]]:
    """The steps of the job that builds with a script of their own, of those that this event runs."""
    workflow = yaml.safe_load((folder / ".github/workflows/portfolio.yml").read_text("utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    return [step for step in steps if "run" in step and event in step.get("if", event)]


def test_the_steps_of_a_push_give_the_site(program: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(program), "fresh")
    fresh = tmp_path / "fresh"
    for step in scripts(fresh, "push"):
        ran = run_step(step, fresh, {})
        assert ran.returncode == 0, (step["name"], ran.stdout, ran.stderr)
    assert (fresh / "output/index.html").is_file()
    assert (fresh / "output/teachers/teacher-60/index.html").is_file()
    assert not (fresh / "output/.runfolio-manifest").exists()


def test_a_pull_request_decides_by_what_it_changes(program: Path, tmp_path: Path) -> None:
    branch(program, "good", {"teachers/teacher-23/about.md": about("teacher-23", "A new line.")})
    branch(program, "mistake", {"teachers/teacher-17/about.md": "---\nnam: Teacher Seventeen\n---\n"})
    branch(program, "later", {"teachers/teacher-40/about.md": about("teacher-40", "Later.")})
    write_content(program, {"teachers/teacher-41/about.md": "---\nnam: Forty-one\n---\n"})
    git(program, "commit", "-qam", "Somebody with the right to do so merged a mistake")
    status = {}
    for name in ("good", "mistake", "later"):
        clone = tmp_path / name
        git(tmp_path, "clone", "-q", str(program), name)
        git(clone, "merge", "-q", "--no-edit", f"origin/{name}")  # what the runner checks out
        base = git(clone, "rev-parse", "origin/main")
        (check,) = (step for step in scripts(clone, "pull_request") if step["name"] == "Check")
        ran = run_step(check, clone, {"BASE": base, "GITHUB_STEP_SUMMARY": str(tmp_path / f"{name}.md")})
        status[name] = ran.returncode
        if name == "mistake":
            first = ran.stdout.splitlines()[:10]
            assert any("teacher-17" in line and line.startswith("::error") for line in first), ran.stdout
    assert status == {"good": 0, "mistake": 1, "later": 0}


def test_a_pull_request_gets_a_preview_with_drafts(program: Path, tmp_path: Path) -> None:
    draft = "---\ntitle: More talk\nquestion: Do more of them explain?\ntool: discussion\n---\n\nWhy.\n"
    branch(program, "draft", {"teachers/teacher-30/talk/inquiry.md": draft})
    git(tmp_path, "clone", "-q", "-b", "draft", str(program), "fresh")
    (preview,) = (step for step in scripts(tmp_path / "fresh", "pull_request") if step["name"] == "Preview")
    assert run_step(preview, tmp_path / "fresh", {}).returncode == 0
    page = (tmp_path / "fresh/preview/teachers/teacher-30/talk/index.html").read_text("utf-8")
    assert "Do more of them explain?" in page
    assert 'name="robots" content="noindex"' in page


def test_without_a_version_to_install_the_first_line_says_what_to_type(program: Path, tmp_path: Path) -> None:
    (install,) = (step for step in scripts(program, "push") if step["name"] == "Install runfolio")
    ran = run_step(install, tmp_path, {})
    assert ran.returncode == 1
    assert "portfolio init --from SPEC" in ran.stdout.splitlines()[0]


def test_a_site_on_its_way_to_the_web_is_never_stopped(program: Path) -> None:
    jobs = yaml.safe_load((program / ".github/workflows/portfolio.yml").read_text("utf-8"))["jobs"]
    assert jobs["deploy"]["concurrency"]["cancel-in-progress"] is False


@pytest.mark.parametrize(("answer", "is_on"), [("workflow", True), ("legacy", False), ("", False)])
def test_pages_that_is_not_switched_on_is_one_sentence(
    program: Path, tmp_path: Path, answer: str, is_on: bool
) -> None:
    jobs = yaml.safe_load((program / ".github/workflows/portfolio.yml").read_text("utf-8"))["jobs"]
    look = jobs["deploy"]["steps"][0]
    tool = tmp_path / "bin/gh"
    tool.parent.mkdir()
    tool.write_text(f"#!/bin/sh\n[ -n '{answer}' ] && echo {answer} || exit 1\n")
    tool.chmod(0o755)
    output = tmp_path / "output"
    output.touch()
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "-e", "-c", look["run"]]
    variables = {**os.environ, "PATH": path, "GITHUB_OUTPUT": str(output), "GITHUB_REPOSITORY": "a/b"}
    ran = subprocess.run(command, capture_output=True, text=True, env=variables, check=False)
    assert ran.returncode == 0
    assert ("on=yes" in output.read_text()) is is_on
    assert ("Settings > Pages > Source: GitHub Actions" in ran.stdout) is not is_on
