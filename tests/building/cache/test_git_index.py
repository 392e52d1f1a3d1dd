"""A cache that somebody committed."""

import subprocess
from pathlib import Path

import pytest

from generator.building.cache.git_index import is_tracked


def git(folder: Path, *args: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *args]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("version", ["2", "3", "4"])
@pytest.mark.parametrize("format_name", ["sha1", "sha256"])
@pytest.mark.parametrize("below", ["", "programs/ours"])
def test_a_file_in_the_index_is_found(tmp_path: Path, version: str, format_name: str, below: str) -> None:
    git(tmp_path, "init", "-q", f"--object-format={format_name}")
    root = tmp_path / below
    cache = root / ".portfolio-cache"
    cache.mkdir(parents=True)
    for name in (".portfolio-cacha", ".portfolio-cache.txt", "content.md", "z/.portfolio-cache/x"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")
    git(tmp_path, "add", "-A")
    git(tmp_path, "update-index", "--index-version", version)
    assert not is_tracked(cache)
    (cache / "memory.sqlite").write_text("x")
    git(tmp_path, "add", "-A")
    git(tmp_path, "update-index", "--index-version", version)
    assert is_tracked(cache)


def test_a_linked_working_tree_has_its_index_elsewhere(tmp_path: Path) -> None:
    main, linked = tmp_path / "main", tmp_path / "linked"
    main.mkdir()
    git(main, "init", "-q")
    (main / ".portfolio-cache").mkdir()
    (main / ".portfolio-cache" / "x").write_text("x")
    git(main, "add", "-A")
    git(main, "commit", "-qm", "A")
    git(main, "worktree", "add", "-q", str(linked))
    assert is_tracked(linked / ".portfolio-cache")


def test_without_git_nothing_is_tracked(tmp_path: Path) -> None:
    assert not is_tracked(tmp_path / ".portfolio-cache")


@pytest.mark.parametrize("data", [b"", b"DIRC", b"DIRC\0\0\0\4\0\0\0\7abc", b"other"])
def test_a_damaged_index_stops_nobody(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_bytes(data)
    assert not is_tracked(tmp_path / ".portfolio-cache")
