"""The kinds of charts, each one Altair chart over named data, compiled to Vega once.

Building an Altair chart a series and going through Vega-Lite each time costs five times as much as
drawing; so a kind is compiled when it is first needed, and a chart is that spec plus its rows.
Altair is imported only here and only then.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
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


RUNCHART = Kind("runchart", 300, 190, 14, 40, 24, 22)
STAIRCASE = Kind("staircase", 400, 92, 14, 50, 8, 8)
SPARKLINE = Kind("sparkline", 120, 32, 3, 3, 3, 3)
KINDS = {kind.name: kind for kind in (RUNCHART, STAIRCASE, SPARKLINE)}

# the named data sets, in the order in which they are painted
LAYERS = (
    "band",
    "grid",
    "frozen",
    "carried",
    "after",
    "flag",
    "line",
    "plain",
    "good",
    "wrong",
    "ring",
    "gap",
)


@cache
def compiled(name: str) -> dict[str, Any]:
    """The Vega spec of a kind, its data sets still empty."""
    import altair as alt
    import vl_convert

    kind = KINDS[name]
    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[0, 1], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 1], nice=False, zero=False), axis=None)
    quiet: dict[str, Any] = {"aria": False}

    def over(data: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name=data), name=data)

    layers = [
        over("band").mark_rect(**quiet).encode(x=x, x2="x2"),
        over("grid").mark_rule(**quiet).encode(y=y),
        *(over(name).mark_rule(**quiet).encode(x=x, x2="x2", y=y) for name in ("frozen", "carried", "after")),
        over("flag").mark_rule(**quiet).encode(x=x),
        over("line").mark_line(invalid="break-paths-show-path-domains", **quiet).encode(x=x, y=y),
        over("plain").mark_point(shape="circle", size=20, **quiet).encode(x=x, y=y),
        over("good").mark_point(shape="triangle-up", size=56, **quiet).encode(x=x, y=y),
        over("wrong").mark_point(shape="triangle-down", size=56, **quiet).encode(x=x, y=y),
        over("ring").mark_point(shape="circle", size=140, **quiet).encode(x=x, y=y),
        over("gap").mark_point(shape="circle", size=20, **quiet).encode(x=x, y=alt.value(kind.plot_height)),
    ]
    chart = (
        alt.layer(*layers)
        .properties(width=kind.plot_width, height=kind.plot_height, padding=0, autosize="none")
        .configure(background="transparent")
        .configure_view(stroke=None)
    )
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_json())
    return spec


def filled(name: str, data: dict[str, list[dict[str, float | None]]], x: list[float], y: list[float]) -> str:
    """The Vega spec of a kind as JSON, with a chart's rows and the domains of its scales.

    x values are milliseconds since 1970, UTC.
    """
    spec = compiled(name)
    sets = [{**one, "values": data[one["name"]]} if one["name"] in data else one for one in spec["data"]]
    domains = {"x": x, "y": y}
    scales = [{**one, "domain": domains[one["name"]]} for one in spec["scales"]]
    return json.dumps({**spec, "data": sets, "scales": scales})
