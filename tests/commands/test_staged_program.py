"""What the next commit holds is checked, not what lies in the folder."""

from pathlib import Path

import pytest
import yaml

from generator.commands.staged_program import staged_program
from tests.commands.small_program import SOUND, write_content
from tests.commands.test_git_changes import git
from tests.terminal import portfolio

WRONG = {"teachers/ana-lopez/about.md": "---\nnam: Ana\n---\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A program in a folder of a repository."""
    program = tmp_path / "our school" / "program"
    write_content(program, SOUND)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    return program


def test_a_mistake_that_is_not_staged_is_not_in_question(root: Path) -> None:
    write_content(root, WRONG)
    assert portfolio("check", inside=root).status == 1
    assert portfolio("check", "--staged", inside=root).status == 0


def test_a_mistake_that_is_staged_is_named_by_its_own_path(root: Path) -> None:
    write_content(root, WRONG)
    git(root, "add", "-A")
    write_content(root, SOUND)
    ran = portfolio("check", "--staged", inside=root)
    assert ran.status == 1
    assert "\ncontent/teachers/ana-lopez/about.md:2:1: error" in ran.out
    assert portfolio("check", inside=root).status == 0


def test_the_roster_is_compared_though_git_has_none(root: Path) -> None:
    (root / "private").mkdir()
    (root / "private/roster.txt").write_text("Jaylen Brown\n", "utf-8")
    write_content(root, {"pages/about.md": "---\ntitle: About\n---\n\nJaylen spoke.\n"})
    git(root, "add", "content")
    assert "P04" in portfolio("check", "--staged", "--format", "json", inside=root).out


def test_the_copy_is_gone_afterwards(root: Path) -> None:
    with staged_program(root) as program:
        assert (program / "content/program.yml").is_file()
    assert not program.exists()


def test_the_hook_for_the_pre_commit_tool_checks_the_same() -> None:
    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["entry"], hook["language"]) == ("portfolio check --staged", "python")
    assert hook["always_run"] and not hook["pass_filenames"]  # a file that was deleted is a change too


def test_a_commit_in_a_linked_work_tree_is_checked_as_its_hook_is_started(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git names the repository and the index to its hook, where the work tree has none of its own."""
    git(root, "commit", "-qm", "Begin")
    linked = tmp_path_factory.mktemp("linked") / "tree"
    git(root, "worktree", "add", "-q", "--detach", str(linked))
    program = linked / "our school" / "program"
    write_content(program, WRONG)
    git(program, "add", "-A")
    repository = root.parents[1] / ".git/worktrees/tree"
    monkeypatch.setenv("GIT_DIR", str(repository))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository / "index"))
    monkeypatch.chdir(linked)
    with staged_program(program) as staged:
        assert "nam: Ana" in (staged / "content/teachers/ana-lopez/about.md").read_text()
