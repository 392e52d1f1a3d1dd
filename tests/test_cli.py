"""The command as people type it: statuses, what is said where, and nothing frightening."""

import errno
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

import click
import pytest

from generator import __version__
from generator.cli import portfolio as group
from tests.terminal import Ran, portfolio

SOUND: Mapping[str, str] = {
    "program.yml": (
        "title: Maple Grove\nurl: https://maple-grove.example.org/\n"
        "privacy: {attested_by: J. Park, attested_on: 2026-01-30}\n"
    ),
    "teachers/ana-lopez/about.md": "---\nname: Ana Lopez\n---\n\nHello.\n",
}
UNATTESTED = {"program.yml": "title: Maple Grove\nurl: https://maple-grove.example.org/\n"}
NAMELESS = {"teachers/ana-lopez/about.md": "---\nnam: Ana Lopez\n---\n"}
UNREADABLE = {"program.yml": "title: [Maple\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return given(tmp_path, SOUND)


def given(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# ------------------------------------------------------------------------------------- build


def test_build_makes_the_site_and_says_so(root: Path) -> None:
    ran = portfolio("build", inside=root)
    assert (ran.status, ran.err) == (0, "")
    assert (root / "output" / "index.html").is_file()
    assert "Built 1 teacher, 0 inquiries and " in ran.out
    assert "of the 1 GB that GitHub Pages allows" in ran.out
    assert f"Open {Path('output') / 'index.html'}" in ran.out


def test_build_into_another_folder(root: Path) -> None:
    assert portfolio("build", "--output", "public", inside=root).status == 0
    assert (root / "public" / "index.html").is_file()
    assert not (root / "output").exists()


def test_build_lands_beside_the_content_folder_wherever_it_is(root: Path, tmp_path: Path) -> None:
    assert portfolio("build", "--content", root / "content", inside=tmp_path.parent).status == 0
    assert (root / "output" / "index.html").is_file()


def test_warnings_are_done_unless_strict(root: Path) -> None:
    given(root, UNATTESTED)
    assert portfolio("build", inside=root).status == 0
    assert portfolio("build", "--strict", inside=root).status == 1


def test_an_error_is_listed_and_everything_else_is_built(root: Path) -> None:
    given(root, NAMELESS)
    ran = portfolio("build", inside=root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez/about.md" in ran.err
    assert "error" in ran.err
    assert "Needs attention: " in ran.out
    assert (root / "output" / "index.html").is_file()


def test_a_program_that_cannot_be_read_changes_nothing(root: Path) -> None:
    portfolio("build", inside=root)
    before = tree(root / "output")
    given(root, UNREADABLE)
    ran = portfolio("build", inside=root)
    assert ran.status == 3
    assert "content/program.yml" in ran.err
    assert tree(root / "output") == before


def test_somebody_elses_folder_is_refused_before_anything_is_made(root: Path) -> None:
    (root / "output").mkdir()
    (root / "output" / "thesis.txt").write_text("years")
    with patch("generator.build.build", side_effect=AssertionError("not to be reached")):
        ran = portfolio("build", inside=root)
    assert ran.status == 2
    assert "thesis.txt" in ran.err


def test_explain_says_which_files_and_why(root: Path) -> None:
    first = portfolio("build", "--explain", inside=root).out
    again = portfolio("build", "--explain", inside=root).out
    cleaned = portfolio("build", "--explain", "--clean", inside=root).out
    assert "new: index.html" in first
    assert "new: " not in again
    assert "new: index.html" in cleaned


def test_explain_tells_changed_from_removed(root: Path) -> None:
    portfolio("build", inside=root)
    (root / "content" / "teachers" / "ana-lopez" / "about.md").unlink()
    (root / "content" / "teachers" / "ana-lopez").rmdir()
    said = portfolio("build", "--explain", inside=root).out
    assert "changed: index.html" in said
    assert "removed: teachers/ana-lopez/index.html" in said


def test_the_site_is_the_same_with_any_number_of_jobs(root: Path) -> None:
    portfolio("build", "--output", "one", "--jobs", "1", inside=root)
    portfolio("build", "--output", "two", "--jobs", "2", inside=root)
    assert list(tree(root / "one").values()) == list(tree(root / "two").values())


# ------------------------------------------------------------------------------------- check


def test_check_says_back_what_it_read_and_writes_nothing(root: Path) -> None:
    ran = portfolio("check", inside=root)
    assert ran.status == 0
    assert "Maple Grove" in ran.out
    assert "Nothing needs attention." in ran.out
    assert not (root / "output").exists()


def test_check_lists_problems_on_standard_output(root: Path) -> None:
    given(root, NAMELESS)
    ran = portfolio("check", inside=root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez/about.md" in ran.out
    assert ran.err == ""


def test_errors_come_before_warnings(root: Path) -> None:
    given(root, UNATTESTED | NAMELESS)
    said = portfolio("check", inside=root).out
    assert said.index(": error: ") < said.index(": warning: ")


def test_check_as_json(root: Path) -> None:
    given(root, NAMELESS)
    ran = portfolio("check", "--format", "json", inside=root)
    said = json.loads(ran.out)
    assert ran.status == 1
    assert list(said) == ["problems", "summary"]
    keys = ["severity", "code", "file", "line", "column", "row", "field", "message", "hint"]
    assert all(list(problem) == keys for problem in said["problems"])
    assert said["summary"]["errors"] == sum(one["severity"] == "error" for one in said["problems"]) > 0


def test_check_for_github(root: Path) -> None:
    given(root, NAMELESS)
    ran = portfolio("check", "--format", "github", inside=root)
    assert ran.status == 1
    first = ran.out.splitlines()[0]
    assert first.startswith("::error file=content/teachers/ana-lopez/about.md,line=")
    assert all(line.startswith("::") for line in ran.out.splitlines())


def test_check_of_a_program_that_cannot_be_read(root: Path) -> None:
    given(root, UNREADABLE)
    ran = portfolio("check", "--format", "json", inside=root)
    assert ran.status == 3
    assert json.loads(ran.out)["summary"]["errors"] > 0


# ------------------------------------------------------------------------------- wrong use


def test_an_unknown_command_names_the_nearest(root: Path) -> None:
    ran = portfolio("biuld", inside=root)
    assert ran.status == 2
    assert "build" in ran.err


def test_an_unknown_option_names_the_nearest(root: Path) -> None:
    ran = portfolio("build", "--stric", inside=root)
    assert ran.status == 2
    assert "--strict" in ran.err


def test_a_day_that_is_none(root: Path) -> None:
    ran = portfolio("build", "--today", "30.1.2026", inside=root)
    assert ran.status == 2
    assert "type it as 2026-01-30" in ran.err


@pytest.mark.parametrize("command", ["build", "check"])
def test_where_there_is_no_program(tmp_path: Path, command: str) -> None:
    ran = portfolio(command, inside=tmp_path)
    assert ran.status == 3
    assert "portfolio init" in ran.err
    assert not list(tmp_path.iterdir())


def test_inside_the_content_folder(root: Path) -> None:
    ran = portfolio("build", inside=root / "content")
    assert ran.status == 3
    assert "cd .." in ran.err


def test_version() -> None:
    assert portfolio("--version", inside=Path()).out.strip() == f"portfolio, version {__version__}"


def test_every_command_has_an_example() -> None:
    commands = [group, *group.commands.values()]
    assert len(commands) > 5
    for command in commands:
        with click.Context(command) as context:
            assert "Example:" in command.get_help(context)


def test_every_command_takes_debug() -> None:
    commands = [one for one in group.commands.values() if not isinstance(one, click.Group)]
    groups = [one for one in group.commands.values() if isinstance(one, click.Group)]
    for command in [*commands, *(inner for one in groups for inner in one.commands.values())]:
        assert "--debug" in [option for param in command.params for option in param.opts]


# ------------------------------------------------------------------------ when things go wrong


def failing(trouble: BaseException, root: Path, *more: str) -> Ran:
    with patch("generator.build.build", side_effect=trouble):
        return portfolio("build", *more, inside=root)


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "can only be read"), (errno.EACCES, "does not allow")],
)
def test_the_machine_fails_in_plain_words(root: Path, number: int, said: str) -> None:
    ran = failing(OSError(number, "E", "/home/ana/site/index.html"), root)
    assert ran.status == 3
    assert said in ran.err
    assert "(index.html)" in ran.err
    assert "/home" not in ran.err
    assert "Traceback" not in ran.err


def test_a_mistake_of_our_own_is_no_traceback(root: Path) -> None:
    ran = failing(KeyError("/home/ana"), root)
    assert ran.status == 3
    assert "a mistake of its own (KeyError)" in ran.err
    assert "/home" not in ran.err


@pytest.mark.parametrize("trouble", [KeyError("x"), OSError(errno.ENOSPC, "full")])
def test_debug_shows_where(root: Path, trouble: Exception) -> None:
    with pytest.raises(type(trouble)):
        failing(trouble, root, "--debug")


def test_interrupted(root: Path) -> None:
    ran = failing(KeyboardInterrupt(), root)
    assert ran.status == 130
    assert "still whole" in ran.err


def test_start_up_is_light() -> None:
    heavy = "{'altair', 'vl_convert', 'pydantic', 'jinja2', 'PIL', 'rich', 'babel', 'nh3', 'livereload'}"
    look = f"import sys, generator.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
