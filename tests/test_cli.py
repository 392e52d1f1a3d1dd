"""The command as people type it: statuses, what is said where, and nothing frightening."""

import errno
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import click
import pytest

from generator import __version__
from generator.cli import portfolio as group
from tests.commands.small_program import SOUND, write_content
from tests.terminal import Ran, portfolio


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_content(tmp_path, SOUND)


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
    [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "is read-only"), (errno.EACCES, "did not allow")],
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
    assert "a mistake in runfolio (KeyError)" in ran.err
    assert "/home" not in ran.err


@pytest.mark.parametrize("trouble", [KeyError("x"), OSError(errno.ENOSPC, "full")])
def test_debug_shows_where(root: Path, trouble: Exception) -> None:
    with pytest.raises(type(trouble)):
        failing(trouble, root, "--debug")


def test_interrupted(root: Path) -> None:
    ran = failing(KeyboardInterrupt(), root)
    assert ran.status == 130
    assert "Nothing was saved" in ran.err


def test_start_up_is_light() -> None:
    heavy = "{'altair', 'vl_convert', 'pydantic', 'jinja2', 'PIL', 'rich', 'babel', 'nh3', 'livereload'}"
    look = f"import sys, generator.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
