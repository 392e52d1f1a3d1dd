"""`portfolio init`: what it writes, what it never touches, and that it builds."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from generator.authoring.scaffold import init_program, schema_files
from generator.reading.yaml.editor_schemas import json_schemas
from tests.terminal import portfolio


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_program_has_what_it_needs(tmp_path: Path) -> None:
    made = init_program(tmp_path, demo=False)

    assert set(made.written) == files_in(tmp_path)
    assert not made.kept
    assert {
        *(".gitignore", ".gitattributes", ".github/workflows/portfolio.yml", ".vscode/settings.json"),
        *(".github/CODEOWNERS", ".githooks/pre-commit", ".vscode/extensions.json"),
        *("content/program.yml", "content/pages/about.md"),
        *("content/tools/discussion.yml", "content/tools/exit-ticket.yml"),
        *("content/tools/student-questions.yml", "content/tools/time-on-task.yml"),
    } <= set(made.written)


def test_a_new_program_builds_without_an_error(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    ran = portfolio("build", inside=tmp_path)
    assert ran.status == 0
    assert ": error:" not in ran.err
    assert (tmp_path / "output" / "index.html").is_file()


def test_every_starter_tool_names_its_source(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    tools = sorted((tmp_path / "content" / "tools").iterdir())
    assert len(tools) == 4
    for tool in tools:
        source = yaml.safe_load(tool.read_text("utf-8"))["adapted_from"]
        assert re.search(r"\((19|20)\d\d\)", source), "an author and a year"


def test_files_that_are_there_are_kept_and_named(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    made = init_program(tmp_path, demo=False)
    assert made.kept == (".gitignore",)
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


def test_a_second_init_writes_nothing(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    assert init_program(tmp_path, demo=False).written == ()


@pytest.mark.parametrize("demo", [False, True])
def test_nothing_is_mixed_into_a_program_that_is_there(tmp_path: Path, demo: bool) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "program.yml").write_text("title: Ours\n")

    made = init_program(tmp_path, demo=demo)

    assert made.content_kept
    assert files_in(content) == {"program.yml"}
    assert ".gitignore" in made.written


def test_the_demo_is_the_example_program_whole(tmp_path: Path) -> None:
    init_program(tmp_path, demo=True)
    example = Path(__file__).parents[2] / "content"
    assert files_in(tmp_path / "content") == files_in(example)
    assert (tmp_path / ".github" / "workflows" / "portfolio.yml").is_file()


def test_the_editor_finds_every_schema_it_is_told_of(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text())
    for schema in settings["yaml.schemas"]:
        assert json.loads((tmp_path / schema).read_text("utf-8"))


def test_owners_are_asked_only_where_they_were_named(tmp_path: Path) -> None:
    init_program(tmp_path / "a", demo=False)
    init_program(tmp_path / "b", demo=False, owners="@maple/leads")

    def rules(folder: str) -> list[str]:
        lines = (tmp_path / folder / ".github/CODEOWNERS").read_text().splitlines()
        return [line for line in lines if line and not line.startswith("#")]

    assert rules("a") == []
    assert all(rule.endswith("@maple/leads") for rule in rules("b"))
    assert any(rule.startswith("/content/program.yml") for rule in rules("b"))


def test_the_hook_can_be_run_and_refuses_a_mistake(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    hook = tmp_path / ".githooks" / "pre-commit"
    assert hook.stat().st_mode & 0o111
    fake = tmp_path / ".venv" / "bin" / "portfolio"
    fake.parent.mkdir(parents=True)
    fake.write_text('#!/bin/sh\n[ "$1" = check ] && exit 1\nexit 0\n')
    fake.chmod(0o755)
    ran = subprocess.run(["/bin/sh", hook], cwd=tmp_path, env={"PATH": "/usr/bin:/bin"}, check=False)
    assert ran.returncode == 1


def test_schemas_are_named_after_their_files() -> None:
    assert set(schema_files()) == {f"{name}.schema.json" for name in json_schemas()}


def test_the_workflow_gives_no_more_rights_than_needed(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    text = (tmp_path / ".github" / "workflows" / "portfolio.yml").read_text()
    workflow = yaml.safe_load(text)
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "permissions" in job] == ["deploy"]
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request_target" not in text
    assert "secrets" not in text
    assert jobs["build"]["steps"][0]["with"] == {"persist-credentials": False}


def test_the_workflow_checks_pull_requests_and_builds_main(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / "portfolio.yml").read_text())
    runs = {step["run"]: step.get("if", "") for step in workflow["jobs"]["build"]["steps"] if "run" in step}
    assert "pull_request" in runs["portfolio check --strict --format github"]
    assert runs["portfolio build || [ $? -eq 1 ]"] == "github.event_name == 'push'"
    assert workflow["jobs"]["deploy"]["needs"] == "build"
