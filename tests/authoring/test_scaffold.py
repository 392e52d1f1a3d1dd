"""`portfolio init`: what it writes, what it never touches, and that it builds."""

import json
import re
import subprocess
import sys
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
        *(".githooks/pre-commit", ".vscode/extensions.json"),
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


def test_code_owners_are_written_only_where_they_are_named(tmp_path: Path) -> None:
    init_program(tmp_path / "a", demo=False)
    init_program(tmp_path / "b", demo=False, owners=("@maple/leads", "@ana"))
    assert not (tmp_path / "a/.github/CODEOWNERS").exists()
    lines = (tmp_path / "b/.github/CODEOWNERS").read_text().splitlines()
    rules = [line for line in lines if not line.startswith("#")]
    assert all(rule.endswith(" @maple/leads @ana") for rule in rules)
    owned = {rule.split()[0] for rule in rules}
    assert {
        *("*", "/.github/", "/.githooks/", "/.gitattributes", "/.gitignore", "/.portfolio-cache"),
        *("/content/*", "/content/pages/", "/content/tools/", "/content/micro-credentials/"),
        *("/content/change-ideas/", "/content/words/", "/content/credentials/", "/content/teachers/"),
        *("/content/teachers/*/*/plans/", "/content/teachers/*/*/submissions/"),
        *("/content/teachers/*/*/reviews/", "/content/teachers/*/*/awards/"),
        *("/themes/", "/requirements.txt", "/privacy-review.yml", "/privacy-attested.txt"),
    } <= owned


def test_the_workflow_installs_one_version(tmp_path: Path) -> None:
    init_program(tmp_path / "a", demo=False, requirement="runfolio==1.0.0")
    init_program(tmp_path / "b", demo=False, requirement="./vendor/runfolio-1.0.0-py3-none-any.whl")
    assert (tmp_path / "a/requirements.txt").read_text() == "runfolio==1.0.0\n"
    assert (tmp_path / "b/requirements.txt").read_text() == "./vendor/runfolio-1.0.0-py3-none-any.whl\n"


def test_without_a_version_that_others_can_install_there_is_no_file_for_one(tmp_path: Path) -> None:
    assert "requirements.txt" not in init_program(tmp_path, demo=False).written


GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=.githooks")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A new program in git, with a `portfolio` of its own that the hook finds."""
    root = tmp_path / "a program"
    init_program(root, demo=False)
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    program = root / ".venv" / "Scripts" / "portfolio.exe"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
    program.chmod(0o755)
    return root


def commit(root: Path) -> subprocess.CompletedProcess[str]:
    path = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [*GIT, "commit", "-qm", "A change"]
    return subprocess.run(command, cwd=root, env=path, capture_output=True, text=True, check=False)


def test_the_hook_checks_what_is_committed_and_not_what_lies_in_the_folder(repository: Path) -> None:
    settings = repository / "content" / "program.yml"
    good = settings.read_text("utf-8")
    settings.write_text("titel: Ours\n")
    subprocess.run([*GIT, "add", "-A"], cwd=repository, check=True)
    settings.write_text(good)  # corrected, and not added
    refused = commit(repository)
    assert refused.returncode == 1
    assert "content/program.yml" in refused.stdout + refused.stderr
    subprocess.run([*GIT, "add", "-A"], cwd=repository, check=True)
    settings.write_text("titel: Ours\n")
    assert commit(repository).returncode == 0


def test_the_hook_refuses_where_there_is_no_runfolio(repository: Path) -> None:
    (repository / ".venv/Scripts/portfolio.exe").unlink()
    subprocess.run([*GIT, "add", "-A"], cwd=repository, check=True)
    refused = commit(repository)
    assert refused.returncode == 1
    assert "runfolio was not found" in refused.stderr


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
    assert jobs["build"]["steps"][0]["with"]["persist-credentials"] is False


def test_every_action_is_pinned_by_its_commit(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    own = Path(__file__).parents[2] / ".github/workflows/ci.yml"
    for workflow in (tmp_path / ".github/workflows/portfolio.yml", own):
        used = re.findall(r"uses: (\S+)", workflow.read_text())
        assert used and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_the_workflow_believes_no_cache_and_no_site_that_somebody_committed(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    jobs = yaml.safe_load((tmp_path / ".github/workflows/portfolio.yml").read_text())["jobs"]
    steps = [step.get("run") or step.get("uses", "").partition("@")[0] for step in jobs["build"]["steps"]]
    checkout, remove = steps.index("actions/checkout"), steps.index("rm -rf .portfolio-cache output private")
    assert checkout < remove < steps.index("actions/cache")
    assert jobs["deploy"]["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert any(step.startswith("find output") and ".well-known" in step for step in steps)


def test_the_workflow_checks_pull_requests_and_builds_main(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / "portfolio.yml").read_text())
    runs = {step["run"]: step.get("if", "") for step in workflow["jobs"]["build"]["steps"] if "run" in step}
    assert "pull_request" in runs['portfolio check --strict --changed-since "$BASE" --format github']
    assert runs["portfolio build || [ $? -eq 1 ]"] == "github.event_name == 'push'"
    assert workflow["jobs"]["deploy"]["needs"] == "build"


# --------------------------------------------------------------------------------- in a language


def test_a_starter_in_spanish_has_the_files_and_ids_of_the_english_one(tmp_path: Path) -> None:
    english = init_program(tmp_path / "en", demo=False)
    spanish = init_program(tmp_path / "es", demo=False, language="es-MX")
    assert spanish.written == english.written
    for path in (tmp_path / "en/content/tools").glob("*.yml"):
        ids = re.compile(r"[{-] ?id: ([\w-]+)")
        translated = (tmp_path / "es/content/tools" / path.name).read_text("utf-8")
        assert ids.findall(translated) == ids.findall(path.read_text("utf-8"))
        assert translated != path.read_text("utf-8")
    assert "\nlanguage: es-MX #" in (tmp_path / "es/content/program.yml").read_text("utf-8")


def test_a_program_started_in_spanish_has_no_error(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False, language="es")
    checked = portfolio("check", inside=tmp_path)
    assert (checked.status, "error" in checked.out) == (0, False), checked.out


def test_a_region_without_a_starter_of_its_own_is_named_in_program_yml(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False, language="en-GB")
    assert "\nlanguage: en-GB #" in (tmp_path / "content/program.yml").read_text("utf-8")
