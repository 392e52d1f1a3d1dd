"""The run chart as one Altair chart over named data, compiled to Vega once, and the layouts of the
pictures that are made of it.

Building an Altair chart a series and going through Vega-Lite each time costs several times as much
as drawing; so the chart is compiled once, and a drawing is that spec plus its rows.  Most of a
rendering's cost does not depend on its rows either: so one rendering draws many charts, stacked, the
uppermost first, each in a box of `SIDE` by `SIDE`; a layout says how large the box becomes on a page.

`python -m generator.runchart.chart_spec` writes the compiled spec to compiled.json; a test holds the file
against what Altair makes of it today.
"""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.runchart.compiled_chart import SIDE, CompiledChart, compile_layers, with_rows

ChartRow = Mapping[str, float | None]


class Layer(StrEnum):
    """The named data sets, in the order in which they are painted; bands have the names of
    plot.BandKind, medians those of plot.LevelKind, points those of plot.Signal."""

    GRID = "grid"
    SUSTAINED = "sustained"
    BEGUN = "begun"
    LOST = "lost"
    FROZEN = "frozen"
    CARRIED = "carried"
    AFTER = "after"
    LASTED = "lasted"
    WARNED = "warned"
    SINCE = "since"
    FLAG = "flag"
    LINE = "line"
    PLAIN = "plain"
    ALONE = "alone"  # plain points that no line reaches, and the latest one
    GOOD = "good"
    WRONG = "wrong"
    RING = "ring"
    GAP = "gap"


class Part(StrEnum):
    """What a layout has beside the marks: numbers of the scale, months, numbered flags, what each change
    was beside its flag, and words at the ends of the medians."""

    SCALE = "scale"
    MONTHS = "months"
    FLAGS = "flags"
    TITLES = "titles"
    ENDS = "ends"


class ChartLayout(Struct, frozen=True):
    """A picture's box in its own units, in which its words are `text` high and its points `marks` times
    their full size.  Boxes are as wide as their room on the narrowest screen, so that words keep 12 px."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    parts: frozenset[Part] = frozenset(Part) - {Part.TITLES}
    text: int = 13
    marks: float = 1.0
    layers: frozenset[Layer] = frozenset(Layer)
    is_named: bool = True  # with a title and a description; else what stands beside it says as much

    @property
    def plot_width(self) -> int:
        """Without the margins at the left and the right."""
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> int:
        """Without the margins at the top and the bottom."""
        return self.height - self.top - self.bottom


_ALL, _BARE = frozenset(Part), frozenset[Part]()
# side by side, and every chart on a phone
COLUMN = ChartLayout("column", 300, 164, 14, 82, 28, 22)
# the only class of an inquiry, as wide as the page
LARGE = ChartLayout("large", 880, 214, 18, 136, 38, 24, _ALL, text=14)
# one of several classes, one under another
STAIRCASE = ChartLayout("staircase", 760, 100, 18, 136, 22, 6, _ALL - {Part.MONTHS}, text=14)
# what closes a staircase: the months
LAST_STAIR = replace(STAIRCASE, height=118, bottom=24, parts=_ALL)
# in a list
TILE = ChartLayout("tile", 300, 97, 5, 82, 8, 6, frozenset({Part.ENDS}), marks=0.8, is_named=False)
# in a table, beside a reflection
SMALL = ChartLayout("small", 200, 56, 5, 6, 5, 5, _BARE, marks=0.65, is_named=False)
# in a row
SPARKLINE = ChartLayout(
    *("sparkline", 120, 32, 3, 4, 4, 4, _BARE),
    marks=0.55,
    layers=frozenset(Layer) - {Layer.GRID, Layer.FROZEN, Layer.FLAG, Layer.PLAIN, Layer.RING, Layer.GAP},
    is_named=False,
)
PICTURE = ChartLayout("picture", 500, 250, 16, 130, 36, 22, _ALL)  # standalone


SPAN = 1_000_000_000  # milliseconds from its left to its right

COMPILED = Path(__file__).with_name("compiled.json")


@cache
def compiled_spec() -> dict[str, Any]:
    """The Vega spec, its data sets still empty: as it was compiled, or compiled now."""
    return RUN_CHART.load()


def compile_chart() -> dict[str, Any]:
    """The Vega spec from its Altair chart.

    Rows have x and x2 in milliseconds since their chart's own time begins, of `SPAN` in all, and y and
    y2 in heights of a chart, counted upwards from the foot of the lowest; those of `line` also have the
    number of their `chart`.  The time scale is `utc`, because local time moves every date by a day west
    of Greenwich.
    """
    import altair as alt

    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[0, SPAN], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 1], nice=False, zero=False), axis=None)
    quiet: dict[str, Any] = {"aria": False}
    as_given = {"parse": None}  # milliseconds: nothing to be made a date of

    def chart_over(data: Layer) -> alt.Chart:
        return alt.Chart(alt.NamedData(name=str(data), format=as_given), name=str(data))

    def points(data: Layer, shape: str) -> alt.Chart:
        chart: alt.Chart = chart_over(data).mark_point(shape=shape, **quiet).encode(x=x, y=y)
        return chart

    def median(data: Layer) -> alt.Chart:
        chart: alt.Chart = chart_over(data).mark_rule(**quiet).encode(x=x, x2="x2", y=y)
        return chart

    def band(data: Layer) -> alt.Chart:
        chart: alt.Chart = chart_over(data).mark_rect(**quiet).encode(x=x, x2="x2", y=y, y2="y2")
        return chart

    medians = (Layer.FROZEN, Layer.CARRIED, Layer.AFTER, Layer.LASTED, Layer.WARNED, Layer.SINCE)
    layers = [
        chart_over(Layer.GRID).mark_rule(**quiet).encode(y=y),
        *(band(data) for data in (Layer.SUSTAINED, Layer.BEGUN, Layer.LOST)),
        *(median(data) for data in medians),
        chart_over(Layer.FLAG).mark_rule(**quiet).encode(x=x, y=y, y2="y2"),
        chart_over(Layer.LINE)
        .mark_line(invalid="break-paths-show-path-domains", **quiet)
        .encode(x=x, y=y, detail="chart:N"),
        points(Layer.PLAIN, "circle"),
        points(Layer.ALONE, "circle"),
        points(Layer.GOOD, "triangle-up"),
        points(Layer.WRONG, "triangle-down"),
        points(Layer.RING, "circle"),
        points(Layer.GAP, "square"),
    ]
    return compile_layers(layers)


def fill_spec(rows: Mapping[Layer, Sequence[ChartRow]], charts: int) -> str:
    """The Vega spec as JSON, with the rows of so many charts, one above the other."""
    spec = with_rows(compiled_spec(), {str(layer): layer_rows for layer, layer_rows in rows.items()})
    domains = {"x": (0, SPAN), "y": (0, charts)}
    scales = [{**scale, "domain": domains[scale["name"]]} for scale in spec["scales"]]
    return json.dumps({**spec, "height": charts * SIDE, "scales": scales})


RUN_CHART = CompiledChart(COMPILED, Path(__file__), compile_chart)

if __name__ == "__main__":
    COMPILED.write_text(RUN_CHART.to_json(), "utf-8")
