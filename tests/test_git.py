"""Git in one folder: what every command that needs it says where it cannot be asked."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands.git_changes import changed_files
from generator.commands.staged_program import staged_program
from generator.git import LEAVE_OUT, git_environment, open_repository, run_git
from generator.privacy.git_history import history_problems
from generator.privacy.privacy_context import PrivacyContext
from generator.user_error import UserError
from generator.writing.pages_branch import open_pages_branch


def open_staged(root: Path) -> None:
    with staged_program(root):
        pass


EVERY_COMMAND: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("--changed-since", lambda root: changed_files(root, "main")),
    ("--staged", open_staged),
    ("--history", lambda root: history_problems(root / "content", PrivacyContext())),
    ("portfolio publish", lambda root: open_pages_branch(root, "origin", "gh-pages")),
)
each_command = pytest.mark.parametrize(
    ("typed", "ask"), EVERY_COMMAND, ids=[name for name, _ in EVERY_COMMAND]
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A program in a folder of a repository."""
    (tmp_path / "our school/program/content").mkdir(parents=True)
    assert run_git(tmp_path, "init", "--quiet").returncode == 0
    return tmp_path / "our school/program"


@each_command
def test_without_git(
    typed: str, ask: Callable[[Path], object], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(UserError, match=f"^{typed} needs git, and it is not on this computer"):
        ask(root)


@each_command
def test_in_no_repository(
    typed: str, ask: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "content").mkdir()
    for folder in (tmp_path, tmp_path / "mistyped"):
        with pytest.raises(UserError, match=f"^{typed} needs a folder that is in a git repository"):
            ask(folder)


@each_command
def test_a_folder_of_another_user_is_named_as_git_wants_it_typed(
    typed: str, ask: Callable[[Path], object], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(UserError) as refused:
        ask(root)
    assert f'--add safe.directory "{root.parents[1].as_posix()}"' in str(refused.value), typed


def test_the_repository_around_the_folder_is_asked_whatever_a_hook_leaves_in_the_environment(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    run_git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    repository = open_repository(root, "--staged", LEAVE_OUT)
    assert repository.top == root.parents[1]
    assert repository.text("rev-parse", "--show-prefix") == "our school/program/"
    with git_environment(root):
        top = subprocess.run(
            ["git", "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True
        )
    assert Path(top.stdout.strip()) == root.parents[1]


def test_a_command_that_fails_says_why_in_gits_words(root: Path) -> None:
    repository = open_repository(root, "--staged", LEAVE_OUT)
    assert not repository.succeeds("show", "nowhere")
    assert repository.text("show", "nowhere") == ""
    with pytest.raises(UserError, match=r"Git says: fatal: .*nowhere"):
        repository.output("show", "nowhere")
