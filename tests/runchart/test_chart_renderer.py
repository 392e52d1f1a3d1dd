"""The pictures themselves: drawn by the renderer, read back as XML."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.model import Better
from generator.runchart import chart_renderer
from generator.runchart.chart_renderer import SvgRenderer, _render, draw_charts
from generator.runchart.chart_spec import COLUMN, LARGE, SMALL, SPARKLINE, STAIRCASE, TILE, ChartLayout
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.palette import WHITE
from generator.runchart.plot import Plot
from generator.runchart.standalone_picture import picture_style
from tests.runchart.charts import SUSTAINED, change, judged, plotted, sustained
from tests.runchart.pictures import classes, parsed, paths, texts

percent = ChartTerms().percent
ROOT = Path(__file__).parents[2]


def runchart(plot: Plot) -> str:
    (svg,) = draw_charts(COLUMN, [plot])
    return svg


def scenes() -> list[Plot]:
    """Charts at the edges of what can be drawn, and one of everything."""
    return [
        sustained(),
        plotted([judged([50.0] * 12, 6)], [change(1, 6)]),
        plotted([judged([60, 65, 58, 62, 70, 61, *[45.0] * 8], 6, unusual=[4])], [change(1, 6)]),
        plotted([judged([0, 100, 0, 100, 0, 0, *[100.0] * 8], 6)], [change(n, 6) for n in (1, 2)]),
        plotted([judged([40])]),
        plotted([judged([None, None])]),
        plotted([]),
        plotted([judged([2, 0, 5, 1], 2, dated=False)], share=False),
        plotted([judged([50.0, 60.0] * 40, 30)], [change(1, 30)]),
        plotted([judged([50, 40, 60, 50, 45, 55, *[80.0] * 6, 45, 48, 41, 50], 6)], [change(1, 6)]),
    ]


# ------------------------------------------------------------------------------ what a chart shows


def test_a_chart_has_all_its_marks() -> None:
    drawn = paths(runchart(sustained()))
    assert list(drawn) == [
        *("grid", "sustained", "frozen", "carried", "after", "flag", "line"),
        *("plain", "good", "gap", "disc", "month"),
    ]
    counts = {name: path.count("M") for name, path in drawn.items()}
    assert (counts["grid"], counts["plain"], counts["good"], counts["gap"]) == (3, 7, 13, 2)


def test_the_line_is_broken_where_a_visit_was_not_collected() -> None:
    assert paths(runchart(sustained()))["line"].count("M") == 3


def test_marks_stand_where_their_values_are() -> None:
    plot = plotted([judged([0, 100, 50])])
    places = [tuple(map(float, spot)) for spot in re.findall(r"M([\d.]+) ([\d.]+)h0", runchart(plot))]
    top, foot = COLUMN.top, COLUMN.height - COLUMN.bottom
    assert [y for _, y in places] == [foot, top, (top + foot) / 2]
    first, middle, last = (x for x, _ in places)
    assert middle == pytest.approx((first + last) / 2, abs=0.1)
    assert first > COLUMN.left
    assert last < COLUMN.width - COLUMN.right


def test_its_words_are_the_scale_the_changes_the_medians_and_the_months() -> None:
    words = texts(runchart(sustained()))
    scale, (number, *ends), months = words[:3], words[3:-5], words[-5:]
    assert scale == ["0", "50", percent(100)]
    assert number == "1"
    assert " ".join(ends) == f"since {percent(65)} before {percent(35)}"
    assert months == ["Oct", "Nov", "Dec", "Jan", "Feb"]


def test_a_wrong_shift_has_the_warning_and_an_unusual_visit_a_ring() -> None:
    drawn = paths(runchart(scenes()[2]))
    assert drawn["wrong"].count("M") == 8
    assert drawn["ring"].count("M") == 1
    assert "warned" in drawn
    assert not {"good", "after", "sustained", "begun", "lost"} & set(drawn)


def test_what_was_lost_has_a_band_that_ends_with_it() -> None:
    drawn = paths(runchart(scenes()[-1]))
    assert "lost" in drawn
    assert not {"sustained", "begun"} & set(drawn)
    begin, width = (float(text) for text in re.findall(r"M([\d.]+) [\d.]+h([\d.]+)", drawn["lost"])[0])
    assert begin + width < COLUMN.width - COLUMN.right - 30


def test_a_band_begins_no_earlier_than_its_change() -> None:
    for layout in (COLUMN, LARGE):
        drawn = paths(draw_charts(layout, [sustained()])[0])
        (band,), (flag,) = (re.findall(r"M([\d.]+)", drawn[name]) for name in ("sustained", "flag"))
        assert float(band) >= float(flag)


def test_good_points_point_down_where_down_is_better() -> None:
    fewer = plotted([judged([60.0] * 6 + [65, *[30.0] * 7], 7, better=Better.LOWER)], [change(1, 7)])
    assert "fewer is" in texts(runchart(fewer))
    assert re.match(r"M[\d.]+ [\d.]+l4.3-7.6", paths(runchart(fewer))["good"])


def test_what_will_be_asked_for_soon_is_rendered_along(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[int] = []

    def render(plots: Sequence[Plot]) -> object:
        rendered.append(len(plots))
        return _render(plots)

    monkeypatch.setattr(chart_renderer, "_render", render)
    renderer, plots = SvgRenderer(), scenes()
    apart = [draw_charts(layout, plots[2:4]) for layout in (COLUMN, SMALL)]
    rendered.clear()
    assert [renderer(layout, plots[2:4], plots) for layout in (COLUMN, SMALL)] == apart
    renderer(STAIRCASE, plots)
    assert rendered == [len(plots)]


def test_one_visit_can_be_ringed_and_the_rest_is_not_drawn_again() -> None:
    plot = sustained()
    renderer = SvgRenderer()
    bare, ringed = renderer(SMALL, [plot, replace(plot, ringed=plot.dots[2].x)])
    assert ringed.replace(f'<path class="rc-visit" d="{paths(ringed)["visit"]}"/>', "") == bare


def test_many_visits_are_drawn_smaller() -> None:
    assert "rc-fine" in classes(runchart(scenes()[-2]))
    assert "rc-fine" not in classes(runchart(sustained()))


# ------------------------------------------------------------------------------ how it is written


@pytest.mark.parametrize(
    "layout", [COLUMN, LARGE, STAIRCASE, TILE, SMALL, SPARKLINE], ids=lambda layout: layout.name
)
def test_any_chart_is_well_formed_without_empty_marks_or_colours(layout: ChartLayout) -> None:
    for svg in draw_charts(layout, scenes()):
        assert all(path.get("d") for path in parsed(svg).iter("path"))
        assert not re.search(r"#[0-9a-f]{3}|(fill|stroke|style|transform)=|NaN|Infinity", svg)


def test_a_chart_says_what_it_is_to_who_cannot_see_it() -> None:
    plot = replace(sustained(), title="Talk & <thought>", description='"Median"')
    svg = parsed(runchart(plot))[0]
    named = {one.get("id"): one.text for one in svg}
    assert svg.get("role") == "img"
    assert [named[name] for name in svg.get("aria-labelledby", "").split()] == [
        "Talk & <thought>",
        '"Median"',
    ]


def test_ids_are_unique_on_a_page_and_the_same_in_every_build() -> None:
    drawn = "".join(
        draw_charts(COLUMN, [sustained(), sustained(), *scenes()]) + draw_charts(STAIRCASE, scenes())
    )
    ids = [one.get("id") for one in parsed(drawn).iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert runchart(sustained()) == runchart(sustained())


def test_a_chart_is_the_same_whichever_charts_it_is_drawn_with() -> None:
    plots = [replace(plot, frame=sustained().frame) for plot in scenes()]
    for layout in (COLUMN, SPARKLINE):
        assert draw_charts(layout, plots) == [draw_charts(layout, [plot])[0] for plot in plots]


def test_charts_are_small() -> None:
    before = [29.2, 37.5, 25, 33.3, 41.7, 29.2, 37.5, 33.3]
    after = [54.2, 62.5, 58.3, 66.7, 50, 70.8, 62.5, 58.3, 54.2, 66.7, 75, 62.5, 58.3, 70.8, 66.7, 62.5]
    plot = plotted([judged([*before, *after], 8)], [change(1, 8)])
    assert len(runchart(plot).encode()) <= 2600
    assert len(draw_charts(SMALL, [plot])[0].encode()) <= 1700
    assert len(draw_charts(SPARKLINE, [plot])[0].encode()) <= 1000


def test_no_charts_are_no_pictures() -> None:
    assert draw_charts(COLUMN, []) == []


DRAWN_ELSEWHERE = """
import hashlib
from generator.runchart.chart_renderer import draw_charts
from generator.runchart.chart_spec import COLUMN
from tests.runchart.charts import sustained
print(hashlib.sha256("".join(draw_charts(COLUMN, [sustained()])).encode()).hexdigest())
"""


def test_bytes_do_not_depend_on_the_time_zone() -> None:
    """A date must not move by a day west of Greenwich."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", DRAWN_ELSEWHERE],
            cwd=ROOT,
            env={**os.environ, "TZ": zone},
            stdout=subprocess.PIPE,
        )
        for zone in ("America/Los_Angeles", "Asia/Tokyo")
    ]
    first, second = (process.communicate()[0] for process in running)
    assert first == second != b""


# ----------------------------------------------------------------------- sparklines and staircases


def test_a_sparkline_is_line_median_signals_and_the_latest_point() -> None:
    (svg,) = draw_charts(SPARKLINE, [plotted([judged([40, 50, 45, 50, 40, 45, 60, 40], 6)])])
    assert set(paths(svg)) == {"line", "carried", "plain", "since"}
    assert paths(svg)["plain"].count("M") == 1
    assert parsed(svg)[0].get("aria-hidden") == "true"
    assert texts(svg) == []


def test_a_sparkline_shows_a_visit_that_no_line_reaches() -> None:
    (svg,) = draw_charts(SPARKLINE, [plotted([judged([40, None, 50, None, 45, 50])])])
    assert paths(svg)["plain"].count("M") == 3


def stairs() -> list[Plot]:
    """Two classes that start in weeks 8 and 12, on one time axis, and one that still waits."""
    plots = [
        plotted([judged(SUSTAINED, start, name=f"Period {start}")], [change(1, start)]) for start in (8, 12)
    ]
    return [*plots, plotted([judged(SUSTAINED, name="Period 20")])]


def test_the_step_leads_down_from_each_start_to_the_next() -> None:
    first, second, waiting = draw_charts(STAIRCASE, stairs())
    x, _, foot, following = re.findall(r"[\d.]+", paths(first)["step"])
    assert float(x) < float(following)
    assert float(foot) == STAIRCASE.height
    assert paths(second)["step"].startswith(f"M{following} ")
    assert "H" not in paths(second)["step"]
    assert "step" not in paths(waiting)


def test_panels_have_the_changes_written_on_them_and_the_last_has_the_months() -> None:
    *upper, last = draw_charts(STAIRCASE, stairs())
    assert [texts(panel)[3:] for panel in upper] == [
        ["Talk", "1", f"since {percent(65)}", f"before {percent(35)}"],
        ["Talk", "1", f"since {percent(65)}", f"before {percent(40)}"],
    ]
    assert texts(last)[-5:] == ["Oct", "Nov", "Dec", "Jan", "Feb"]


def test_every_class_has_a_rule_in_the_style_sheet() -> None:
    """Plain text and the name of a layout need none of their own where `.rc` says enough."""
    drawn = {name for svg in draw_charts(COLUMN, scenes()) for name in classes(svg)}
    enough = {"rc-scale", "rc-column", "rc-m-frozen", "rc-m-carried", "rc-m-lasted", "rc-direction"}
    style = picture_style(WHITE)
    assert [name for name in drawn - enough if f".{name}" not in style] == []
