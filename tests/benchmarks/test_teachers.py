"""Teachers with data: how large their pages are, how a program grows, and one teacher alone."""

import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.benchmarks.conftest import LARGE, Bars
from tests.benchmarks.measure import RUNS, Command, cost, peak_memory, side_by_side, site_files
from tests.benchmarks.ours import Program, program
from tests.programs import write_program

pytestmark = pytest.mark.bench
COMPARED = [100, 1_000, *([10_000] if LARGE else [])]  # teachers
NOT_COUNTED = ("visit/", "review/", "search/")
DRAWN = (
    "import altair, vl_convert;"
    "chart = altair.Chart(altair.Data(values=[{'x': 1, 'y': 2}, {'x': 2, 'y': 1}])).mark_line()"
    ".encode(x='x:Q', y='y:Q');"
    "vl_convert.vegalite_to_svg(chart.to_json())"
)


def made(root: Path, teachers: int) -> Program:
    """Teachers with three classes and four prompts each: twelve series, no photos."""
    return program(write_program(root, teachers))


def test_size_of_a_site_per_teacher(tmp_path: Path, bars: Bars) -> None:
    """All files but card.png, the visit, review and search pages, and scripts."""
    teachers = 50
    one = made(tmp_path, teachers)
    cost(one.cold())
    size = sum(
        path.stat().st_size
        for name, path in site_files(one.output).items()
        if not (name.endswith(("card.png", ".js")) or any(f"/{part}" in f"/{name}" for part in NOT_COUNTED))
    )
    # a page of 63 KB with twelve drawings of series, its brief, data.csv and findings.json, a line in each
    # list
    bars.hold("size of the site per teacher, KB", size / teachers / 1000, at_most=130)


class Grown(NamedTuple):
    """A first build of a program of some size."""

    teachers: int
    work: float  # seconds a teacher
    memory: float  # MB


@pytest.fixture(scope="module")
def growth(tmp_path_factory: pytest.TempPathFactory) -> list[Grown]:
    found = []
    for teachers in COMPARED:
        build = made(tmp_path_factory.mktemp(str(teachers)), teachers).cold()
        times = min(RUNS, 3) if teachers < 1_000 else 1
        work = side_by_side({"": build}, times)[""].work
        found.append(Grown(teachers, work / teachers, peak_memory(build, times)))
    return found


@pytest.mark.parametrize("step", range(1, len(COMPARED)))
def test_time_per_teacher_as_a_program_grows(growth: list[Grown], bars: Bars, step: int) -> None:
    small, large = growth[step - 1 : step + 1]
    note = f"{1000 * small.work:.0f} ms, {1000 * large.work:.0f} ms"
    name = f"time per teacher of {large.teachers:,} / of {small.teachers:,}"
    bars.hold(name, large.work / small.work, at_most=1.25, note=note)


@pytest.mark.parametrize("step", range(1, len(COMPARED)))
def test_memory_as_a_program_grows(growth: list[Grown], bars: Bars, step: int) -> None:
    small, large = growth[step - 1 : step + 1]
    note = f"{small.memory:.0f} MB, {large.memory:.0f} MB"
    name = f"memory for {large.teachers:,} teachers / for {small.teachers:,}"
    bars.hold(name, large.memory / small.memory, at_most=1.3, note=note)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Seconds of a teacher alone, beside one small chart drawn by the libraries that draw ours."""
    one = made(tmp_path_factory.mktemp("alone"), 1)
    chart = Command((sys.executable, "-c", DRAWN), one.root)
    costs = side_by_side({"first": one.cold(), "edited": one.one_edit(), "chart": chart})
    return {name: found.work for name, found in costs.items()}


@pytest.mark.parametrize(("build", "most"), [("first", 2.5), ("edited", 0.5)])
def test_a_teacher_alone(alone: dict[str, float], bars: Bars, build: str, most: float) -> None:
    note = f"{alone[build]:.2f} s, {alone['chart']:.2f} s"
    bars.hold(
        f"a teacher alone, {build} / one small chart", alone[build] / alone["chart"], at_most=most, note=note
    )


def test_a_second_check_beside_a_second_build(tmp_path: Path, bars: Bars) -> None:
    one = made(tmp_path, 60)
    for command in (one.unchanged(), one.checked()):
        cost(command)
    costs = side_by_side({"build": one.unchanged(), "check": one.checked()})
    note = f"{costs['check'].work:.2f} s, {costs['build'].work:.2f} s"
    ratio = costs["check"].work / costs["build"].work
    bars.hold("a second check of 60 teachers / a second build", ratio, at_most=1.5, note=note)
