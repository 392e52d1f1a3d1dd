"""The site on a branch of a real bare repository."""

import subprocess
from pathlib import Path

import pytest

from generator.user_error import UserError
from generator.writing.pages_branch import (
    custom_domain,
    open_pages_branch,
    publish_to_branch,
)

URL = "https://school.github.io/portfolios/"


def git(folder: Path, *args: str) -> str:
    ran = subprocess.run(["git", *args], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A repository with one commit, and a bare one that it calls origin."""
    folder = tmp_path / "program"
    folder.mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "origin.git")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for name, value in (("user.name", "Ana Lopez"), ("user.email", "ana@example.org")):
        git(folder, "config", name, value)
    git(folder, "remote", "add", "origin", str(tmp_path / "origin.git"))
    (folder / "content").mkdir()
    (folder / "content/program.yml").write_text("title: Ours\n")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "Begin")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "program/output"
    _write(folder, {"index.html": "home", "teachers/ana/index.html": "Ana"})
    return folder


def _write(folder: Path, files: dict[str, str]) -> None:
    """A site as a build leaves it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / ".runfolio-manifest").write_text("".join(f"{name}\n" for name in sorted(files)))


def _published(program: Path) -> list[str]:
    return git(program.parent / "origin.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()


def _commits(program: Path) -> int:
    return int(git(program.parent / "origin.git", "rev-list", "--count", "gh-pages"))


def test_only_what_the_build_wrote_is_published(program: Path, output: Path) -> None:
    (output / ".DS_Store").write_text("x")
    (output / "notes.txt").write_text("mine")
    published = publish_to_branch(output, open_pages_branch(program, "origin", "gh-pages"), URL)
    assert _published(program) == [".nojekyll", "index.html", "teachers/ana/index.html"]
    assert (published.is_new, published.files) == (True, 2)


def test_twice_without_a_change_makes_no_commit(program: Path, output: Path) -> None:
    pages = open_pages_branch(program, "origin", "gh-pages")
    first = publish_to_branch(output, pages, URL)
    second = publish_to_branch(output, pages, URL)
    assert not second.is_new
    assert second.commit == first.commit
    assert _commits(program) == 1
    _write(output, {"index.html": "home, again"})
    assert publish_to_branch(output, pages, URL).is_new
    assert _commits(program) == 2
    assert _published(program) == [".nojekyll", "index.html"]


def test_work_tree_index_and_branch_stay_as_they_are(program: Path, output: Path) -> None:
    (program / "content/draft.md").write_text("half a sentence")
    (program / "staged.md").write_text("staged")
    git(program, "add", "staged.md")
    before = git(program, "status", "--porcelain", "--branch")
    publish_to_branch(output, open_pages_branch(program, "origin", "gh-pages"), URL)
    assert git(program, "status", "--porcelain", "--branch") == before
    assert git(program, "rev-parse", "--abbrev-ref", "HEAD") == "main"


def test_a_colleague_who_published_meanwhile_is_built_upon(
    program: Path, output: Path, tmp_path: Path
) -> None:
    publish_to_branch(output, open_pages_branch(program, "origin", "gh-pages"), URL)
    git(tmp_path, "clone", "--quiet", "origin.git", "colleague", "--branch", "gh-pages")
    colleague = tmp_path / "colleague"
    git(
        colleague,
        "-c",
        "user.name=B",
        "-c",
        "user.email=b@example.org",
        "commit",
        "--allow-empty",
        "-qm",
        "x",
    )
    git(colleague, "push", "--quiet")
    _write(output, {"index.html": "newer"})
    publish_to_branch(output, open_pages_branch(program, "origin", "gh-pages"), URL)
    assert _commits(program) == 3


def test_a_domain_of_its_own_is_kept(program: Path, output: Path) -> None:
    pages = open_pages_branch(program, "origin", "gh-pages")
    publish_to_branch(output, pages, "https://portfolios.school.org/")
    assert git(program, "show", "origin/gh-pages:CNAME") == "portfolios.school.org"
    publish_to_branch(output, pages, "")  # set on GitHub, not in program.yml
    assert git(program, "show", "origin/gh-pages:CNAME") == "portfolios.school.org"


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://portfolios.school.org/", "portfolios.school.org"),
        ("https://portfolios.school.org", "portfolios.school.org"),
        ("https://school.org/portfolios/", ""),
        ("https://school.github.io/", ""),
        ("https://school.gitlab.io/portfolios/", ""),
        ("", ""),
    ],
)
def test_which_addresses_are_a_domain_of_their_own(url: str, domain: str) -> None:
    assert custom_domain(url) == domain


@pytest.mark.parametrize(
    ("remote", "branch", "what"),
    [
        ("elsewhere", "gh-pages", "knows no remote called elsewhere"),
        ("--upload-pack=touch", "gh-pages", "knows no remote"),
        ("origin", "main", "the branch you are working on"),
        ("origin", "-f", "cannot be the name of a branch"),
        ("origin", "a..b", "cannot be the name of a branch"),
    ],
)
def test_what_cannot_work_is_said_before_the_build(
    program: Path, remote: str, branch: str, what: str
) -> None:
    with pytest.raises(UserError) as refused:
        open_pages_branch(program, remote, branch)
    assert what in str(refused.value)


def test_a_folder_without_git(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        open_pages_branch(tmp_path, "origin", "gh-pages")
    assert "in a git repository, and this one is in none" in str(refused.value)


def test_a_branch_of_others_is_never_replaced(program: Path, output: Path) -> None:
    git(program, "push", "--quiet", "origin", "main:gh-pages")
    with pytest.raises(UserError) as refused:
        publish_to_branch(output, open_pages_branch(program, "origin", "gh-pages"), URL)
    assert "its newest commit is: Begin" in str(refused.value)
    assert "content/program.yml" in _published(program)


def test_two_programs_of_one_repository_do_not_take_each_others_branch(program: Path, output: Path) -> None:
    publish_to_branch(output, open_pages_branch(program, "origin", "gh-pages"), URL)
    (program / "school-b").mkdir()
    with pytest.raises(UserError):
        publish_to_branch(output, open_pages_branch(program / "school-b", "origin", "gh-pages"), URL)


def test_a_local_branch_of_that_name_keeps_what_was_never_sent(program: Path, output: Path) -> None:
    pages = open_pages_branch(program, "origin", "site")
    publish_to_branch(output, pages, URL)
    git(program, "branch", "site", "main")
    before = git(program, "for-each-ref", "refs/heads")
    _write(output, {"index.html": "newer"})
    assert publish_to_branch(output, pages, URL).is_new
    assert git(program, "for-each-ref", "refs/heads") == before


def test_a_tag_of_that_name_is_not_taken_for_the_branch(program: Path, output: Path) -> None:
    pages = open_pages_branch(program, "origin", "gh-pages")
    publish_to_branch(output, pages, URL)
    git(program, "tag", "gh-pages", "main")
    _write(output, {"index.html": "newer"})
    assert publish_to_branch(output, pages, URL).is_new
    assert _commits(program) == 2


def test_a_branch_below_another_one_is_refused_with_gits_reason(program: Path, output: Path) -> None:
    git(program, "push", "--quiet", "origin", "main:site")
    with pytest.raises(UserError) as refused:
        publish_to_branch(output, open_pages_branch(program, "origin", "site/pages"), URL)
    assert "did not accept it" in str(refused.value)
    assert "To " not in str(refused.value)


def test_two_at_once(program: Path, output: Path, tmp_path: Path) -> None:
    pages = open_pages_branch(program, "origin", "gh-pages")
    publish_to_branch(output, pages, URL)
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", "origin.git", "other")
    for name, value in (("user.name", "Ben Carter"), ("user.email", "ben@example.org")):
        git(other, "config", name, value)
    git(other, "commit", "--quiet", "--allow-empty", "-m", "Publish the site")
    # whoever sends a commit while ours is being made: before ours is sent, as git's hook has it
    hook = program / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nunset GIT_DIR\ngit -C '{other}' push --quiet 2>/dev/null\n")
    hook.chmod(0o755)
    _write(output, {"index.html": "newer"})
    with pytest.raises(UserError) as refused:
        publish_to_branch(output, pages, URL)
    assert "Type  portfolio publish  again" in str(refused.value)


def test_a_folder_of_another_user(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(UserError) as refused:
        open_pages_branch(program, "origin", "gh-pages")
    assert f'safe.directory "{program.as_posix()}"' in str(refused.value)


def test_a_remote_that_is_away(program: Path, output: Path) -> None:
    git(program, "remote", "set-url", "origin", str(program / "gone.git"))
    with pytest.raises(UserError) as refused:
        publish_to_branch(output, open_pages_branch(program, "origin", "gh-pages"), URL)
    assert "could not be reached" in str(refused.value)
