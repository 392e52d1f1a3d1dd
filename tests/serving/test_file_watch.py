"""When it is time to build: after a burst of saves, once."""

import shutil
from pathlib import Path

import pytest

from generator.serving.file_watch import SaveBurst, snapshot

A = {"a": (1, 1)}
B = {"a": (2, 1)}
C = {"a": (3, 1)}


def looks(burst: SaveBurst, *seen: tuple[float, dict[str, tuple[int, int]]]) -> list[float]:
    """The times at which it was said to build."""
    return [clock for clock, now in seen if burst.is_over(now, clock)]


def test_a_burst_of_saves_is_one_build() -> None:
    burst = SaveBurst(quiet=0.1, built=A)
    assert looks(burst, (0, A), (1, B), (1.05, C), (1.1, C), (1.2, C), (1.3, C), (9, C)) == [1.2]


def test_a_burst_that_never_ends_is_built_all_the_same() -> None:
    burst = SaveBurst(quiet=0.1, longest=2, built=A)
    always = [(1 + number / 20, {"a": (number, 2)}) for number in range(100)]
    assert looks(burst, *always) == [3.0, 5.05]


def test_nothing_new_is_no_build() -> None:
    burst = SaveBurst(quiet=0.1, built=A)
    assert looks(burst, (0, A), (1, A), (2, A)) == []


def test_a_change_taken_back_at_once_is_no_build() -> None:
    burst = SaveBurst(quiet=0.1, built=A)
    assert looks(burst, (0, A), (1, B), (1.02, A), (2, A)) == []


def test_a_save_during_a_build_is_built_after_it() -> None:
    burst = SaveBurst(quiet=0.1, built=A)
    assert looks(burst, (0, B), (0.2, B)) == [0.2]
    # the build takes a second, and somebody saves meanwhile
    assert looks(burst, (1.2, C), (1.4, C), (2, C)) == [1.4]


def test_new_gone_and_renamed_files_are_changes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    first = snapshot([tmp_path, tmp_path / "not-there"])
    (tmp_path / "a.md").rename(tmp_path / "b.md")
    second = snapshot([tmp_path])
    assert list(first) == [str(tmp_path / "a.md")]
    assert first != second
    assert snapshot([tmp_path / "b.md"]) == second


def test_a_file_put_in_place_with_its_old_date_and_size_is_a_change(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    first = snapshot([tmp_path])
    (tmp_path / "b").write_text("b")
    shutil.copystat(tmp_path / "a.md", tmp_path / "b")
    (tmp_path / "b").replace(tmp_path / "a.md")
    assert snapshot([tmp_path]) != first


def test_links_are_seen_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_text("a")
    (tmp_path / "watched").mkdir()
    before = snapshot([tmp_path / "watched"])
    (tmp_path / "watched" / "link").symlink_to(tmp_path / "real")
    assert [Path(path).name for path in snapshot([tmp_path / "watched"])] == ["link"]
    assert before == {}


@pytest.mark.parametrize(
    "name",
    [
        ".a.md.swp",
        "a.md~",
        "#a.md#",
        "~$table.xlsx",
        "4913",
        ".git",
        "a.tmp",
        "a.md___jb_tmp___",
        "a.crdownload",
    ],
)
def test_what_editors_leave_is_not_looked_at(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")
    assert snapshot([tmp_path]) == {}


@pytest.mark.parametrize("name", ["a.md", "2025-10-06.md", "4913.csv", "program.yml", "table.jpg"])
def test_what_teachers_write_is(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")
    assert list(snapshot([tmp_path])) == [str(tmp_path / name)]
