"""What it costs to hold every prompt and every chart against growth, beside a first build with charts."""

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import EvaluatedSeries
from generator.runchart.growth import growth_by_prompt, growth_of_chart
from tests.benchmarks.conftest import Bars
from tests.benchmarks.measure import RUNS, Command, side_by_side
from tests.benchmarks.ours import program
from tests.programs import PROMPTS, write_program
from tests.runchart.charts import judged

pytestmark = pytest.mark.bench
TEACHERS, CLASSES, VISITS, BASELINE = 20, 3, 18, 9


def series_of_a_teacher() -> list[EvaluatedSeries]:
    """Three classes and four prompts, as the teachers of the program have them."""
    dice = random.Random(1)
    series = []
    for number in range(CLASSES):
        for prompt in PROMPTS:
            rates = [0.3 if visit < BASELINE else 0.5 for visit in range(VISITS)]
            values = [100 * sum(dice.random() < rate for _ in range(24)) / 24 for rate in rates]
            evaluated = judged(values, BASELINE)
            named = replace(evaluated.series, prompt=prompt, class_id=f"period-{number}")
            series.append(replace(evaluated, series=named))
    return series


def growth_work(series: list[EvaluatedSeries]) -> float:
    """Seconds of processor time for all prompts and all charts of a teacher."""
    began = time.process_time()
    assert all(result.p is not None for result in growth_by_prompt(series))
    assert all(growth_of_chart(evaluated.series).p is not None for evaluated in series)
    return time.process_time() - began


def cold_build(folder: Path, teachers: int) -> Command:
    folder.mkdir()
    return program(write_program(folder, teachers, classes=CLASSES, visits=VISITS)).cold()


def test_growth_is_under_a_tenth_of_a_first_build(tmp_path: Path, bars: Bars) -> None:
    commands = {"all": cold_build(tmp_path / "all", TEACHERS), "one": cold_build(tmp_path / "one", 1)}
    costs = side_by_side(commands, min(RUNS, 3))
    of_a_teacher = (costs["all"].work - costs["one"].work) / (TEACHERS - 1)
    series = series_of_a_teacher()
    growth = min(growth_work(series) for _ in range(10))
    note = f"{1000 * growth:.1f} of {1000 * of_a_teacher:.0f} ms a teacher"
    bars.hold("growth / first build with charts, of a teacher", growth / of_a_teacher, at_most=0.1, note=note)
