"""The forest plot as one Altair chart over named data, compiled to Vega once.

Like a run chart it is drawn in a box of `SIDE` by `SIDE`, and a drawing is the compiled spec plus its
rows: x from 0 to 1 along the axis, y from 0 (foot) to 1.  `python -m generator.runchart.forest_spec`
writes forest.json; a test holds the file against what Altair makes of it today.
"""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from generator.runchart.compiled_chart import CompiledChart, chart_over, compile_layers, with_rows

COMPILED = Path(__file__).with_name("forest.json")

ForestMark = Mapping[str, float]  # a row of a named data set


class ForestLayer(StrEnum):
    """The named data sets, in the order in which they are painted."""

    GRID = "grid"
    ZERO = "zero"  # no change of level
    PREDICTION = "prediction"
    INTERVAL = "interval"
    ESTIMATE = "estimate"
    DIAMOND = "diamond"


@cache
def compiled_forest() -> dict[str, Any]:
    """The Vega spec, its data sets still empty."""
    return FOREST_CHART.load()


def compile_forest() -> dict[str, Any]:
    """The Vega spec from its Altair chart."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1], nice=False, zero=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 1], nice=False, zero=False), axis=None)
    quiet: dict[str, Any] = {"aria": False}

    def upright(data: ForestLayer) -> alt.Chart:
        chart: alt.Chart = chart_over(data).mark_rule(**quiet).encode(x=x, y=y, y2="y2")
        return chart

    def level(data: ForestLayer) -> alt.Chart:
        chart: alt.Chart = chart_over(data).mark_rule(**quiet).encode(x=x, x2="x2", y=y)
        return chart

    layers = [
        upright(ForestLayer.GRID),
        upright(ForestLayer.ZERO),
        level(ForestLayer.PREDICTION),
        level(ForestLayer.INTERVAL),
        chart_over(ForestLayer.ESTIMATE).mark_point(shape="square", **quiet).encode(x=x, y=y),
        chart_over(ForestLayer.DIAMOND).mark_line(**quiet).encode(x=x, y=y, order="corner:Q"),
    ]
    return compile_layers(layers)


def fill_forest(marks: Mapping[ForestLayer, Sequence[ForestMark]]) -> str:
    """The Vega spec as JSON, with the rows of one plot."""
    rows = {str(layer): list(layer_marks) for layer, layer_marks in marks.items()}
    return json.dumps(with_rows(compiled_forest(), rows))


FOREST_CHART = CompiledChart(COMPILED, Path(__file__), compile_forest)

if __name__ == "__main__":
    COMPILED.write_text(FOREST_CHART.to_json(), "utf-8")
