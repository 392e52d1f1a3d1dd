"""The interactive run chart: one spec for every chart of every site, compiled from Altair once.

The browser has no compiler: `python -m generator.runchart.interactive_spec` writes the compiled spec as a
script of the default theme, and a test holds the file against what Altair makes of it today.

Its points are data of the page's table on scales of time and value.  What stands around them, bands,
medians, changes, words and grid, the script reads off the picture on the page, in pixels and with the
picture's own colors: so the two charts show the same, whatever a picture shows.
"""

import json
from pathlib import Path
from typing import Any

from generator.runchart.palette import GREY_2, INK, PAPER

FILE = "chart-spec.js"
_DOMAINS = {"x_from": 0, "x_to": 1, "y_from": 0, "y_to": 100}  # of the scales, until the page says them


def interactive_spec() -> dict[str, Any]:
    """The Vega spec: data sets `boxes`, `strokes`, `discs`, `words` (in pixels, from the corner of the
    plot), `others` and `rows` (time in milliseconds, value), all empty; signals for the frame (`x_from`,
    `x_to`, `y_from`, `y_to`), for `ink`, `quiet` and `paper`, and for the row in `focus` (-1 is none)."""
    import altair as alt
    import vl_convert

    colors = {"ink": INK, "quiet": GREY_2, "paper": PAPER}
    params = [
        alt.param(name=name, value=value) for name, value in {**colors, **_DOMAINS, "focus": -1}.items()
    ]

    quiet: dict[str, Any] = {"aria": False}

    def domain(axis: str, **scale: Any) -> alt.Scale:
        ends = {"domainMin": alt.expr(f"{axis}_from"), "domainMax": alt.expr(f"{axis}_to")}
        return alt.Scale(nice=False, zero=False, **ends, **scale)

    x = alt.X("x:T", axis=None, scale=domain("x", type="utc"))
    y = alt.Y("y:Q", axis=None, scale=domain("y"))
    pixel_x, pixel_y = alt.X("x:Q", scale=None), alt.Y("y:Q", scale=None)
    to_pixel: dict[str, Any] = {"x2": "x2:Q", "y2": "y2:Q"}
    fill, stroke = alt.Fill("fill:N", scale=None), alt.Stroke("stroke:N", scale=None)
    width = alt.StrokeWidth("width:Q", scale=None)

    def over(name: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name=name))

    def words(kind: str, **mark: Any) -> alt.Chart:
        texts = (
            over("words")
            .transform_filter(f"datum.kind == '{kind}'")
            .mark_text(baseline="alphabetic", **quiet, **mark)
        )
        chart: alt.Chart = texts.encode(
            x=pixel_x, y=pixel_y, text="text:N", fill=fill, size=alt.Size("size:Q", scale=None)
        )
        return chart

    layers = [
        over("boxes")
        .mark_rect(**quiet)
        .encode(
            x=pixel_x,
            y=pixel_y,
            **to_pixel,
            fill=fill,
            stroke=stroke,
            strokeWidth=width,
            fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
        ),
        over("strokes")
        .mark_rule(**quiet)
        .encode(
            x=pixel_x,
            y=pixel_y,
            **to_pixel,
            stroke=stroke,
            strokeWidth=width,
            strokeDash=alt.StrokeDash("dash:N", scale=None),
            strokeOpacity=alt.StrokeOpacity("opacity:Q", scale=None),
        ),
        over("others")
        .mark_line(**quiet, color=alt.expr("quiet"), opacity=0.55, strokeWidth=1)
        .encode(x=x, y=y, detail="class:N"),
        over("rows")
        .mark_line(**quiet, color=alt.expr("ink"), strokeWidth=1.4, invalid="break-paths-show-path-domains")
        .encode(x=x, y=y),
        over("rows")
        .transform_filter("isValid(datum.y)")
        .mark_point(**quiet, opacity=1)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("shape:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            fill=fill,
            stroke=stroke,
        ),
        over("rows")
        .transform_filter("isValid(datum.y) && datum.index == focus")
        .mark_point(**quiet, size=260, opacity=1, strokeWidth=2, color=alt.expr("ink"))
        .encode(x=x, y=y),
        over("discs")
        .mark_point(**quiet, opacity=1)
        .encode(
            x=pixel_x,
            y=pixel_y,
            size=alt.Size("size:Q", scale=None),
            fill=fill,
            stroke=stroke,
            strokeWidth=width,
        ),
        words("middle", align="center"),
        words("start", align="left"),
        words("bold", align="left", fontWeight=600),
    ]
    chart = (
        alt.layer(*layers)
        .add_params(*params)
        .properties(width=300, height=150, padding=0, autosize="none")
        .configure(background=alt.expr("paper"), font="system-ui, sans-serif")
        .configure_view(stroke=None)
    )
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_json())
    return spec


def as_script() -> str:
    """The spec as a classic script, so that it can be loaded from a folder too."""
    text = json.dumps(interactive_spec(), sort_keys=True, separators=(",", ":"))
    return f"window.runfolioChart = {text};\n"


if __name__ == "__main__":
    theme = Path(__file__).parents[2] / "themes" / "default" / "scripts"
    (theme / FILE).write_text(as_script(), "utf-8")
