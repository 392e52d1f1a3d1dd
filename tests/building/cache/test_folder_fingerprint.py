"""A folder's fingerprint: another after any change, none where a change could go unseen."""

import os
import shutil
from pathlib import Path

import pytest

from generator.building.cache.folder_fingerprint import SOON, folder_fingerprint

LATER = 10 * SOON  # nanoseconds after everything was written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ana" / "data").mkdir(parents=True)
    (tmp_path / "ana" / "about.md").write_text("Hello.")
    (tmp_path / "ana" / "data" / "a.csv").write_text("date,n\n")
    return tmp_path / "ana"


def fingerprint(folder: Path) -> bytes:
    newest = max(path.stat().st_ctime_ns for path in (folder, *folder.rglob("*")))
    return folder_fingerprint(folder, newest + LATER)


def test_it_is_the_same_as_long_as_nothing_changes(folder: Path) -> None:
    assert fingerprint(folder) == fingerprint(folder) != b""


def test_a_file_that_is_written_renamed_added_or_removed_gives_another(folder: Path) -> None:
    seen = [fingerprint(folder)]
    (folder / "about.md").write_text("Good-bye.")
    seen.append(fingerprint(folder))
    (folder / "about.md").rename(folder / "about.txt")
    seen.append(fingerprint(folder))
    (folder / "data" / "b.csv").write_text("")
    seen.append(fingerprint(folder))
    (folder / "data" / "a.csv").unlink()
    seen.append(fingerprint(folder))
    assert len(set(seen)) == len(seen)


def test_a_file_put_in_place_with_the_same_size_and_date_gives_another(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "new").write_text("Hallo.")
    shutil.copystat(folder / "about.md", folder / "new")
    (folder / "new").replace(folder / "about.md")
    assert fingerprint(folder) != before


def test_shortly_after_a_change_there_is_none(folder: Path) -> None:
    newest = max(path.stat().st_ctime_ns for path in (folder, *folder.rglob("*")))
    assert folder_fingerprint(folder, newest + SOON - 1) == b""
    assert folder_fingerprint(folder, newest + SOON + 1) != b""


def test_of_a_folder_that_is_gone_there_is_none(tmp_path: Path) -> None:
    assert folder_fingerprint(tmp_path / "gone", 0) == b""


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_no_obstacle(folder: Path) -> None:
    (Path(os.fsdecode(bytes(folder) + b"/\xff.md"))).write_text("x")
    assert fingerprint(folder) != b""
