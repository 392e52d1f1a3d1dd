"""The kinds of charts: compiled once, filled with rows."""

import json
import subprocess
import sys

import pytest

from generator.runchart.chart_spec import (
    COLUMN,
    COMPILED,
    LARGE,
    RUN_CHART,
    SPAN,
    STAIRCASE,
    TILE,
    ChartLayout,
    Layer,
    compiled_spec,
    fill_spec,
)
from generator.runchart.compiled_chart import SIDE
from generator.runchart.plot import BandKind, LevelKind, Signal


def test_what_is_kept_is_what_altair_makes_today() -> None:
    kept = json.loads(COMPILED.read_text("utf-8"))
    assert kept["by"]["source"] == RUN_CHART.versions()["source"], (
        "run: python -m generator.runchart.chart_spec"
    )
    if kept["by"] == RUN_CHART.versions():  # else nothing kept is used, and it is compiled anew
        assert COMPILED.read_text("utf-8") == RUN_CHART.to_json(), (
            "run: python -m generator.runchart.chart_spec"
        )


def test_a_drawing_does_not_import_altair() -> None:
    code = (
        "import sys; from generator.runchart.chart_renderer import draw_charts;"
        "from generator.runchart.chart_spec import SPARKLINE;"
        "from tests.runchart.charts import sustained;"
        "draw_charts(SPARKLINE, [sustained()]); sys.exit('altair' in sys.modules)"
    )
    kept = json.loads(COMPILED.read_text("utf-8"))
    if kept["by"] == RUN_CHART.versions():
        subprocess.run([sys.executable, "-c", code], check=True)


def test_it_is_compiled_once() -> None:
    assert compiled_spec() is compiled_spec()


def test_every_layer_has_its_named_data_and_marks() -> None:
    assert {one["name"] for one in compiled_spec()["data"]} >= set(Layer)
    assert [mark["name"].partition("_")[0] for mark in compiled_spec()["marks"]] == list(Layer)


def test_nothing_is_drawn_that_was_not_asked_for() -> None:
    assert compiled_spec()["background"] == "transparent"
    assert "axes" not in compiled_spec()
    assert "legends" not in compiled_spec()


def test_time_is_utc() -> None:
    assert {scale["name"]: scale["type"] for scale in compiled_spec()["scales"]} == {
        "x": "utc",
        "y": "linear",
    }


def test_bands_medians_and_signals_have_layers_of_their_names() -> None:
    assert {*BandKind, *LevelKind, Signal.GOOD, Signal.WRONG} < {str(layer) for layer in Layer}


def test_rows_are_put_in_and_the_compiled_chart_stays_empty() -> None:
    before = json.dumps(compiled_spec())
    spec = json.loads(fill_spec({Layer.PLAIN: [{"x": 5, "y": 1}]}, 3))
    assert {one["name"]: one.get("values") for one in spec["data"]}["plain"] == [{"x": 5, "y": 1}]
    assert {one["name"]: one["domain"] for one in spec["scales"]} == {"x": [0, SPAN], "y": [0, 3]}
    assert spec["height"] == 3 * SIDE
    assert json.dumps(compiled_spec()) == before


@pytest.mark.parametrize(
    ("layout", "narrowest"),
    [(COLUMN, 280), (LARGE, 800), (STAIRCASE, 760), (TILE, 280)],
    ids=lambda value: getattr(value, "name", value),
)
def test_words_are_legible_where_a_chart_is_narrowest(layout: ChartLayout, narrowest: int) -> None:
    assert narrowest / layout.width * layout.text >= 12


def test_a_chart_in_a_column_leaves_room_for_its_caption_on_a_low_screen() -> None:
    assert COLUMN.height * 21.5 * 17 / COLUMN.width <= 200
