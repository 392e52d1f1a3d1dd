"""The run chart as one Altair chart over named data, compiled to Vega once, and the kinds of pictures
that are made of it.

Building an Altair chart a series and going through Vega-Lite each time costs several times as much
as drawing; so the chart is compiled once, and a drawing is that spec plus its rows.  Most of a
rendering's cost does not depend on its rows either: so one rendering draws many charts, stacked, the
uppermost first, each in a box of `SIDE` by `SIDE`; a kind says how large the box becomes on a page.

Importing Altair and compiling take seconds.  `python -m generator.runchart.chart_spec` writes what it comes
to beside this file, with the versions it was made by; with those installed it is read from there, with
any others Altair compiles anew.  A test holds the file against what Altair makes of it today.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

ChartRow = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A picture's box in its own units, which are CSS pixels at a width of about 300."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    @property
    def plot_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> int:
        return self.height - self.top - self.bottom


RUNCHART = ChartLayout("runchart", 300, 196, 16, 42, 30, 22)
STAIRCASE = ChartLayout("staircase", 340, 94, 16, 42, 24, 8)
SPARKLINE = ChartLayout("sparkline", 120, 32, 3, 4, 4, 4)
PICTURE = ChartLayout("picture", 500, 250, 16, 168, 30, 22)  # standalone, with the medians named
KINDS = {kind.name: kind for kind in (RUNCHART, STAIRCASE, SPARKLINE, PICTURE)}

# the named data sets, in the order in which they are painted; medians have the names of plot.Level's
# kinds, points those of plot.Dot's signals
LAYERS = (
    "band",
    "grid",
    "frozen",
    "carried",
    "after",
    "since",
    "flag",
    "line",
    "plain",
    "alone",  # plain points that no line reaches, and the latest one
    "good",
    "wrong",
    "ring",
    "gap",
)


SIDE = 1000  # of the box that each chart is rendered in
SPAN = 1_000_000_000  # milliseconds from its left to its right

COMPILED = Path(__file__).with_name("compiled.json")


@cache
def compiled_spec() -> dict[str, Any]:
    """The Vega spec, its data sets still empty: as it was compiled, or compiled now."""
    try:
        kept: dict[str, Any] = json.loads(COMPILED.read_text("utf-8"))
    except (OSError, ValueError):
        kept = {}
    if kept.get("by") == compiler_versions():
        spec: dict[str, Any] = kept["spec"]
        return spec
    return compile_chart()


def compiler_versions() -> dict[str, str]:
    """The versions that a compiled spec depends on, and a digest of what it is compiled from."""
    source = blake2b(Path(__file__).read_bytes(), digest_size=8).hexdigest()
    return {"altair": version("altair"), "vl-convert": version("vl-convert-python"), "source": source}


def compile_chart() -> dict[str, Any]:
    """The Vega spec from its Altair chart.

    Rows have x and x2 in milliseconds since their chart's own time begins, of `SPAN` in all, and y and
    y2 in heights of a chart, counted upwards from the foot of the lowest; those of `line` also have the
    number of their `chart`.  The time scale is `utc`, because local time moves every date by a day west
    of Greenwich.
    """
    import altair as alt
    import vl_convert

    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[0, SPAN], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 1], nice=False, zero=False), axis=None)
    quiet: dict[str, Any] = {"aria": False}

    def over(data: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name=data), name=data)

    def points(data: str, shape: str) -> alt.Chart:
        chart: alt.Chart = over(data).mark_point(shape=shape, **quiet).encode(x=x, y=y)
        return chart

    def median(data: str) -> alt.Chart:
        chart: alt.Chart = over(data).mark_rule(**quiet).encode(x=x, x2="x2", y=y)
        return chart

    layers = [
        over("band").mark_rect(**quiet).encode(x=x, x2="x2", y=y, y2="y2"),
        over("grid").mark_rule(**quiet).encode(y=y),
        *(median(data) for data in ("frozen", "carried", "after", "since")),
        over("flag").mark_rule(**quiet).encode(x=x, y=y, y2="y2"),
        over("line")
        .mark_line(invalid="break-paths-show-path-domains", **quiet)
        .encode(x=x, y=y, detail="chart:N"),
        points("plain", "circle"),
        points("alone", "circle"),
        points("good", "triangle-up"),
        points("wrong", "triangle-down"),
        points("ring", "circle"),
        points("gap", "square"),
    ]
    chart = (
        alt.layer(*layers)
        .properties(width=SIDE, height=SIDE, padding=0, autosize="none")
        .configure(background="transparent")
        .configure_view(stroke=None)
    )
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_json())
    return spec


def fill_spec(rows: Mapping[str, Sequence[ChartRow]], charts: int) -> str:
    """The Vega spec as JSON, with the rows of so many charts, one above the other."""
    spec = compiled_spec()
    sets = [{**one, "values": rows[one["name"]]} if one["name"] in rows else one for one in spec["data"]]
    domains = {"x": (0, SPAN), "y": (0, charts)}
    scales = [{**one, "domain": domains[one["name"]]} for one in spec["scales"]]
    return json.dumps({**spec, "height": charts * SIDE, "data": sets, "scales": scales})


def as_json() -> str:
    """What is kept beside this file."""
    kept = {"by": compiler_versions(), "spec": compile_chart()}
    return json.dumps(kept, sort_keys=True, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    COMPILED.write_text(as_json(), "utf-8")
