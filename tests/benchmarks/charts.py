"""The same run charts drawn in two ways: as the site draws them, and naively, an Altair chart a series.

As a command: `python -m tests.benchmarks.charts ours 1200 2`, or `naive 1200`; and `warm 20` for what
one chart costs in one process, after a first one, either way.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import altair as alt

from generator.runchart.chart_renderer import draw_charts
from generator.runchart.chart_spec import COLUMN
from generator.runchart.plot import Plot
from tests.runchart.charts import change, judged, plotted

VISITS, BASELINE = 18, 8
SERIES = 12  # of a teacher: three classes, four prompts
_PUPILS = 24
_DAY = 86_400_000
_EPOCH = 719_163


def of_teacher(number: int) -> list[Plot]:
    """Twelve charts of one inquiry, a change in the middle of each."""
    dice = random.Random(number)
    plots = []
    for series in range(SERIES):
        rates = [0.3 if visit < BASELINE else 0.5 for visit in range(VISITS)]
        values = [100 * sum(dice.random() < rate for _ in range(_PUPILS)) / _PUPILS for rate in rates]
        plots.append(
            plotted([judged(values, BASELINE)], [change(1, BASELINE)], title=f"Chart {number}.{series}")
        )
    return plots


def ours(numbers: Sequence[int]) -> int:
    """Draws the charts of these teachers, one teacher at a time; how many there were."""
    return sum(len(draw_charts(COLUMN, of_teacher(number))) for number in numbers)


def naive(plot: Plot, path: Path) -> None:
    """What one would write first: the visits, the medians, the change and the shift, saved."""
    time_axis = alt.X("date:T", title=None, axis=alt.Axis(format="%b", grid=False))
    share = alt.Y("share:Q", title=None, scale=alt.Scale(domain=[0, 100]))
    visits = [{"date": _when(dot.x), "share": dot.y, "signal": dot.signal or "plain"} for dot in plot.dots]
    medians = [
        {
            "date": _when(one.x_from),
            "end": _when(one.x_to),
            "share": one.y,
            "kind": one.kind,
            "text": one.label,
        }
        for one in plot.levels
    ]
    changes = [{"date": _when(flag.x), "text": flag.number} for flag in plot.flags]
    bands = [{"date": _when(band.x_from), "end": _when(band.x_to)} for band in plot.bands]
    over = [alt.Chart(alt.InlineData(values=rows)) for rows in (bands, medians, changes, visits)]
    chart = alt.layer(
        over[0].mark_rect(opacity=0.15).encode(x="date:T", x2="end:T"),
        over[1].mark_rule().encode(x=time_axis, x2="end:T", y=share, strokeDash="kind:N"),
        over[1].mark_text(align="left", dx=4).encode(x="end:T", y=share, text="text:N"),
        over[2].mark_rule(strokeDash=[2, 2]).encode(x=time_axis),
        over[2].mark_text(dy=-6).encode(x=time_axis, y=alt.value(0), text="text:N"),
        over[3].mark_line(color="gray").encode(x=time_axis, y=share),
        over[3].mark_point(filled=True).encode(x=time_axis, y=share, shape="signal:N", color="signal:N"),
    )
    chart.properties(width=300, height=196, title=plot.title).save(path)


def _when(x: float) -> float:
    return (x - _EPOCH) * _DAY


def _all_of_ours(teachers: int, processes: int) -> None:
    shares = [range(first, teachers, processes) for first in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        assert sum(pool.map(ours, shares)) == teachers * SERIES


def _all_naive(teachers: int, folder: Path) -> None:
    for number in range(teachers):
        for series, plot in enumerate(of_teacher(number)):
            naive(plot, folder / f"{number}-{series}.svg")


def _warm(rounds: int, folder: Path) -> dict[str, float]:
    """Milliseconds of processor time for one chart, the least of so many rounds: drawn alone, drawn
    with the eleven others of its teacher, and naively."""
    alone, *others = of_teacher(0)
    ways: dict[str, tuple[int, Callable[[], object]]] = {
        "alone": (1, partial(draw_charts, COLUMN, [alone])),
        "with its teacher's others": (SERIES, partial(draw_charts, COLUMN, [alone, *others])),
        "naive": (1, partial(naive, alone, folder / "one.svg")),
    }
    least = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds + 1):  # the first warms up
        for name, (charts, act) in ways.items():
            began = time.process_time()
            act()
            least[name] = min(least[name], 1000 * (time.process_time() - began) / charts)
    return least


def main(way: str, number: int, processes: int = 1) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if way == "warm":
            print(json.dumps(_warm(number, Path(folder))))
        elif way == "ours":
            _all_of_ours(number, processes)
        else:
            _all_naive(number, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
