"""Teachers on several cores: the same bytes, and a worker that dies costs its own piece only."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.making.options import Options
from generator.making.site import Site, make_site
from generator.workers import FEWEST, in_workers
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
    assert list(in_workers(doubled, names, 2, lost)) == [name * 2 for name in names]


def test_a_worker_that_dies_costs_its_own_piece_only() -> None:
    assert list(in_workers(doubled, ["a", "deadly", "b", "c"], 2, lost)) == ["aa", "lost deadly", "bb", "cc"]


def test_two_processes_make_the_bytes_of_one(tmp_path: Path) -> None:
    content = write_program(tmp_path, FEWEST, classes=0)
    (content / "teachers/teacher-00003/about.md").write_text("---\nnam: Wrong\n---\n")

    def made(jobs: int) -> Site:
        site = make_site(Options(content, tmp_path / "o", date(2026, 3, 1), jobs=jobs), lambda *_: None)
        assert isinstance(site, Site)
        return site

    one, two = made(1), made(2)
    assert one.files == two.files
    assert one.problems == two.problems
    assert one.echo == two.echo
