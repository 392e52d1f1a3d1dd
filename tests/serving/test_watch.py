"""When it is time to build: after a burst of saves, once."""

from pathlib import Path

import pytest

from generator.serving.watch import Burst, is_noise, snapshot

A = {"a": (1, 1)}
B = {"a": (2, 1)}
C = {"a": (3, 1)}


def looks(burst: Burst, *seen: tuple[float, dict[str, tuple[int, int]]]) -> list[float]:
    """The times at which it was said to build."""
    return [clock for clock, now in seen if burst.look(now, clock)]


def test_a_burst_of_saves_is_one_build() -> None:
    burst = Burst(quiet=0.1, built=A)
    assert looks(burst, (0, A), (1, B), (1.05, C), (1.1, C), (1.2, C), (1.3, C), (9, C)) == [1.2]


def test_nothing_new_is_no_build() -> None:
    burst = Burst(quiet=0.1, built=A)
    assert looks(burst, (0, A), (1, A), (2, A)) == []


def test_a_change_taken_back_at_once_is_no_build() -> None:
    burst = Burst(quiet=0.1, built=A)
    assert looks(burst, (0, A), (1, B), (1.02, A), (2, A)) == []


def test_a_save_during_a_build_is_built_after_it() -> None:
    burst = Burst(quiet=0.1, built=A)
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


@pytest.mark.parametrize("name", [".a.md.swp", "a.md~", "#a.md#", "~$table.xlsx", "4913", ".git", "a.tmp"])
def test_what_editors_leave_is_not_looked_at(name: str, tmp_path: Path) -> None:
    assert is_noise(name)
    (tmp_path / name).write_text("x")
    assert snapshot([tmp_path]) == {}


@pytest.mark.parametrize("name", ["a.md", "2025-10-06.md", "period-2.csv", "program.yml", "table.jpg"])
def test_what_teachers_write_is(name: str) -> None:
    assert not is_noise(name)
