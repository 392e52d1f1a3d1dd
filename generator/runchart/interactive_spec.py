"""The interactive run chart: one spec for every chart of every site, compiled from Altair once.

The browser has no compiler: `python -m generator.runchart.interactive_spec` writes the compiled spec as a
script of the default theme, and a test holds the file against what Altair makes of it today.  Rows,
colours and scales come in from the page.
"""

import json
from pathlib import Path
from typing import Any

FILE = "chart-spec.js"
WIDTH, HEIGHT = 520, 300


def interactive_spec() -> dict[str, Any]:
    """The Vega spec: data sets `others`, `rows`, `levels`, `flags`, all empty; signals for the colours
    of the page (`ink`, `accent`, `warn`, `quiet`, `paper`), for the scale of y (`low`, `high`) and for
    the row in `focus` (-1 is none)."""
    import altair as alt
    import vl_convert

    colours = {
        "ink": "#1d1b18",
        "accent": "#0b5d4e",
        "warn": "#9a3b12",
        "quiet": "#6b665e",
        "paper": "#fbf9f4",
    }
    texts = [alt.param(name=name, value=value) for name, value in colours.items()]
    numbers = [alt.param(name="low", value=0), alt.param(name="high", value=100), alt.param("focus", -1)]
    y = alt.Y(
        "y:Q",
        axis=alt.Axis(title=None, grid=True, tickCount=3, domain=False, ticks=False),
        scale=alt.Scale(domainMin=alt.expr("low"), domainMax=alt.expr("high"), nice=False, zero=False),
    )
    x = alt.X(
        "x:T",
        axis=alt.Axis(title=None, grid=False, format="%b %-d", labelOverlap=True, tickCount=6),
        scale=alt.Scale(type="utc"),
    )

    def over(name: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name=name))

    levels = over("levels").mark_rule(strokeWidth=1.5, color=alt.expr("quiet"))
    points = over("rows").transform_filter("isValid(datum.y)")
    layers = [
        over("flags").mark_rule(color=alt.expr("quiet")).encode(x=x),
        over("flags")
        .mark_text(align="left", dx=4, dy=2, baseline="top", color=alt.expr("quiet"), fontSize=13)
        .encode(x=x, y=alt.value(0), text="number:N"),
        over("others")
        .mark_line(color=alt.expr("quiet"), opacity=0.55, strokeWidth=1)
        .encode(x=x, y=y, detail="class:N"),
        levels.transform_filter("datum.solid").encode(x=x, x2="x2", y=y),
        levels.transform_filter("!datum.solid")
        .mark_rule(strokeDash=[5, 3], color=alt.expr("quiet"))
        .encode(x=x, x2="x2", y=y),
        over("rows").mark_line(color=alt.expr("ink"), strokeWidth=1.4).encode(x=x, y=y),
        points.transform_filter("datum.signal == ''")
        .mark_point(filled=True, opacity=1, size=42, color=alt.expr("ink"))
        .encode(x=x, y=y),
        points.transform_filter("datum.signal == 'good'")
        .mark_point(filled=True, opacity=1, size=70, shape="triangle-up", color=alt.expr("accent"))
        .encode(x=x, y=y),
        points.transform_filter("datum.signal == 'wrong'")
        .mark_point(size=70, opacity=1, shape="triangle-down", color=alt.expr("warn"))
        .encode(x=x, y=y),
        points.transform_filter("datum.index == focus")
        .mark_point(size=260, opacity=1, strokeWidth=2, color=alt.expr("ink"))
        .encode(x=x, y=y),
    ]
    chart = (
        alt.layer(*layers)
        .add_params(*texts, *numbers)
        .properties(width=WIDTH, height=HEIGHT, padding={"left": 4, "right": 12, "top": 8, "bottom": 4})
        .configure(background=alt.expr("paper"), font="system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=13,
            labelColor=alt.expr("quiet"),
            gridColor=alt.expr("quiet"),
            gridOpacity=0.35,
            domainColor=alt.expr("quiet"),
            tickColor=alt.expr("quiet"),
        )
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
