"""Files written whole or not at all, and never through a link."""

import errno
import os
from pathlib import Path

import pytest

from generator.writing import whole_file
from generator.writing.whole_file import (
    SECRET,
    create_whole,
    make_parents,
    write_below,
    write_new,
    write_whole,
)


def fail_to_replace(self: Path, target: Path) -> Path:
    raise OSError(errno.ENOSPC, "No space left on device")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"old")
    write_whole(tmp_path / "page.html", b"new")
    assert (tmp_path / "page.html").read_bytes() == b"new"
    assert names_in(tmp_path) == ["page.html"]


def test_the_old_file_stays_where_the_new_one_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", fail_to_replace)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "page.html", b"new")
    assert (tmp_path / "page.html").read_bytes() == b"old"
    assert names_in(tmp_path) == ["page.html"]


def test_a_draft_of_a_killed_command_is_replaced_even_if_it_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"untouched")
    (tmp_path / ".page.html.new").symlink_to(tmp_path / "elsewhere")
    write_whole(tmp_path / "page.html", b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"untouched"
    assert names_in(tmp_path) == ["elsewhere", "page.html"]


def test_a_link_in_the_files_place_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"untouched")
    (tmp_path / "page.html").symlink_to(tmp_path / "elsewhere")
    write_whole(tmp_path / "page.html", b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"untouched"
    assert not (tmp_path / "page.html").is_symlink()


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    write_new(tmp_path / "about.md", b"mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "about.md", b"theirs")
    assert (tmp_path / "about.md").read_bytes() == b"mine"
    assert names_in(tmp_path) == ["about.md"]


def test_a_new_file_does_not_follow_a_broken_link(tmp_path: Path) -> None:
    (tmp_path / "key.pem").symlink_to(tmp_path / "published.pem")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "key.pem", b"secret", mode=SECRET)
    assert not (tmp_path / "published.pem").exists()


def test_a_new_file_that_another_command_wrote_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def create_after_another(path: Path, data: bytes, *, mode: int | None = None) -> None:
        create_whole(path, data, mode=mode)
        (tmp_path / "about.md").write_bytes(b"theirs")

    monkeypatch.setattr(whole_file, "create_whole", create_after_another)
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "about.md", b"mine")
    assert (tmp_path / "about.md").read_bytes() == b"theirs"
    assert names_in(tmp_path) == ["about.md"]


def test_a_new_file_on_a_file_system_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_new(tmp_path / "about.md", b"mine")
    assert (tmp_path / "about.md").read_bytes() == b"mine"
    assert names_in(tmp_path) == ["about.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_secret_is_for_its_owner_only(tmp_path: Path) -> None:
    write_new(tmp_path / "key.pem", b"secret", mode=SECRET)
    assert (tmp_path / "key.pem").stat().st_mode & 0o777 == 0o600


def test_a_mode_holds_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        create_whole(tmp_path / "page.html", b"for everybody", mode=0o644)
    finally:
        os.umask(before)
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o644


def test_files_below_a_folder_get_the_folders_they_need(tmp_path: Path) -> None:
    write_below(tmp_path, {"credentials/register.json": b"{}", "program.yml": b"title: T\n"})
    assert (tmp_path / "credentials/register.json").read_bytes() == b"{}"
    assert (tmp_path / "program.yml").read_bytes() == b"title: T\n"


def test_a_linked_folder_on_the_way_is_refused(tmp_path: Path) -> None:
    content, elsewhere = tmp_path / "content", tmp_path / "elsewhere"
    content.mkdir()
    elsewhere.mkdir()
    (content / "teachers").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(OSError, match="teachers") as refused:
        write_below(content, {"teachers/ana/about.md": b"text"})
    assert refused.value.errno == errno.ELOOP
    assert names_in(elsewhere) == []


def test_the_content_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "real", target_is_directory=True)
    make_parents(tmp_path / "content", "tools/talk.yml")
    assert (tmp_path / "real/tools").is_dir()
