"""`award --all`: new awards beside a first build of the same teachers, and a run with nothing new."""

import shutil
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.conftest import Bars
from tests.benchmarks.earned_program import write_earned_program
from tests.benchmarks.measure import Command, side_by_side
from tests.benchmarks.ours import program
from tests.openbadges.awards import PEM

pytestmark = pytest.mark.bench
TEACHERS = 60


def test_awards_cost_less_than_the_pages_that_show_them(tmp_path: Path, bars: Bars) -> None:
    """What is signed is checked and rehearsed, without pictures; so it costs less than building the pages.
    With nothing new no page is made and nothing signed."""
    content = write_earned_program(tmp_path, TEACHERS)
    (tmp_path / "issuer.pem").write_bytes(PEM)
    shutil.copytree(content, tmp_path / "unawarded")
    built = shutil.copytree(content, tmp_path / "built/content")
    portfolio = str(Path(sys.executable).with_name("portfolio"))
    words = ("award", "--all", "--key", "issuer.pem", "--today", "2026-02-02")
    award = partial(Command, (portfolio, *words), tmp_path)
    costs = side_by_side(
        {
            "build": program(built).cold(),
            "new": award(partial(_start_again, tmp_path)),
            "nothing new": award(),
        },
        runs=2,
    )
    build, new, idle = (costs[name].work for name in ("build", "new", "nothing new"))
    note = f"{1000 * new / TEACHERS:.0f} ms an award, {1000 * build / TEACHERS:.0f} ms a teacher"
    bars.hold("new awards / a first build of the same teachers", new / build, at_most=0.8, note=note)
    note = f"{1000 * idle / TEACHERS:.0f} ms an award"
    bars.hold("award --all with nothing new / with all new", idle / new, at_most=0.45, note=note)


def _start_again(root: Path) -> None:
    """The program as it was before any award."""
    shutil.rmtree(root / "content")
    shutil.copytree(root / "unawarded", root / "content")
