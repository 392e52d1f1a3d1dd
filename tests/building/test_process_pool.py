"""Teachers on several cores: the same bytes, and a worker that dies costs its own piece only."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.building.options import BuildOptions
from generator.building.process_pool import FEWEST, run_in_pool
from generator.building.site_assembly import BuiltSite, build_in_memory
from tests.programs import write_program


def doubled(names: Sequence[str]) -> list[str]:
    """Work as a worker has it; one name is deadly."""
    if "deadly" in names:
        os._exit(9)
    return [name * 2 for name in names]


def lost(name: str) -> str:
    return f"lost {name}"


def test_results_come_in_the_order_of_the_names() -> None:
    names = [str(number) for number in range(60)]
    assert list(run_in_pool(doubled, names, 2, lost)) == [name * 2 for name in names]


def test_a_worker_that_dies_costs_its_own_piece_only() -> None:
    assert list(run_in_pool(doubled, ["a", "deadly", "b", "c"], 2, lost)) == ["aa", "lost deadly", "bb", "cc"]


def test_two_processes_make_the_bytes_of_one(tmp_path: Path) -> None:
    content = write_program(tmp_path, FEWEST, classes=0)
    (content / "teachers/teacher-00003/about.md").write_text("---\nnam: Wrong\n---\n")

    def made(jobs: int) -> BuiltSite:
        site = build_in_memory(
            BuildOptions(content, tmp_path / "o", date(2026, 3, 1), jobs=jobs), lambda *_: None
        )
        assert isinstance(site, BuiltSite)
        return site

    one, two = made(1), made(2)
    assert one.files == two.files
    assert one.problems == two.problems
    assert one.echo == two.echo
