"""Run charts: as the site draws them, against an Altair chart a series that is saved."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.charts import SERIES
from tests.benchmarks.conftest import Bars
from tests.benchmarks.measure import RUNS, Command, side_by_side

pytestmark = pytest.mark.bench
REPOSITORY = Path(__file__).parents[2]
TEACHERS = 100
SAMPLE = 10  # of which as many are drawn naively; a chart costs what the one before it did


def drawing(*args: object) -> Command:
    return Command((sys.executable, "-m", "tests.benchmarks.charts", *map(str, args)), REPOSITORY)


def test_one_chart_in_a_warm_process(bars: Bars) -> None:
    done = subprocess.run(drawing("warm", 4 * RUNS).args, cwd=REPOSITORY, check=True, capture_output=True)
    costs: dict[str, float] = json.loads(done.stdout)
    note = ", ".join(f"{name} {one:.1f} ms" for name, one in costs.items())
    bars.hold("one chart, naive / ours", costs["naive"] / costs["alone"], at_least=4, note=note)


def test_all_charts_of_a_program_in_two_processes(bars: Bars) -> None:
    """All that ours take, from start to end, against the naive drawing alone, without any start."""
    costs = side_by_side(
        {
            "ours": drawing("ours", TEACHERS, 2),
            "naive, one teacher": drawing("naive", 1),
            "naive, some": drawing("naive", 1 + SAMPLE),
        },
        min(RUNS, 2),
    )
    some, one, ours = costs["naive, some"], costs["naive, one teacher"], costs["ours"]
    times = TEACHERS / SAMPLE
    work, wall = (some.work - one.work) * times, (some.wall - one.wall) * times
    name = f"{TEACHERS * SERIES:,} charts, naive / ours in two processes"
    note = f"{work:.0f} s, {ours.work:.1f} s; on the wall {wall / ours.wall:.0f} times"
    bars.hold(name, work / ours.work, at_least=8, note=note)
