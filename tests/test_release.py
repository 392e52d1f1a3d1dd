"""What a release is made of agrees: version, changelog, Pythons, lock file, pinned actions."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from generator import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WORKFLOWS = sorted(
    path
    for folder in (ROOT / ".github/workflows", ROOT / "generator/starter/hosts/github/dot-github/workflows")
    for path in folder.glob("*.yml")
)


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "generator/__init__.py"


def test_the_changelog_begins_with_this_version() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert re.fullmatch(rf"{re.escape(__version__)} \((unreleased|20\d\d-\d\d-\d\d)\)", headings[0])


def test_the_wheel_is_tested_on_the_pythons_that_it_names() -> None:
    release = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))
    matrix = release["jobs"]["test"]["strategy"]["matrix"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))
    assert matrix["python"] == named
    assert PROJECT["project"]["requires-python"] == f">={named[0]}"
    assert {system.partition("-")[0] for system in matrix["system"]} == {"ubuntu", "macos", "windows"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)", path.read_text("utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize("name", ["requirements-dev.txt", ".github/release-tools.txt"])
def test_a_lock_file_pins_every_file_and_names_no_registry(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    packages = re.findall(r"^([\w.-]+)==\S+", text, re.MULTILINE)
    assert len(packages) > 10
    assert text.count("--hash=sha256:") >= len(packages)
    assert "://" not in text


def test_the_lock_file_has_every_dependency() -> None:
    wanted = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]
    names = {re.split(r"[<>=\[ ]", line)[0].lower().replace("_", "-") for line in wanted}
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements-dev.txt").read_text("utf-8"), re.MULTILINE)
    assert names - set(locked) == set()
