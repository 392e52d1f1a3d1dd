"""The kinds of charts: compiled once, filled with rows."""

import json
import subprocess
import sys

import pytest

from generator.runchart import spec as spec_module
from generator.runchart.plot import Level
from generator.runchart.spec import (
    COMPILED,
    LAYERS,
    RUNCHART,
    SIDE,
    SPAN,
    as_json,
    compiled,
    filled,
    made_by,
)


def test_what_is_kept_is_what_altair_makes_today() -> None:
    kept = json.loads(COMPILED.read_text("utf-8"))
    assert kept["by"]["source"] == made_by()["source"], "run: python -m generator.runchart.spec"
    if kept["by"] == made_by():  # else nothing kept is used, and it is compiled anew
        assert COMPILED.read_text("utf-8") == as_json(), "run: python -m generator.runchart.spec"


def test_with_other_versions_the_chart_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spec_module, "made_by", lambda: {"altair": "99"})
    monkeypatch.setattr(spec_module, "compile_chart", lambda: {"compiled": "now"})
    assert compiled.__wrapped__() == {"compiled": "now"}


def test_a_drawing_does_not_import_altair() -> None:
    code = (
        "import sys; from generator.runchart.draw import draw; from tests.runchart.charts import sustained;"
        "draw('sparkline', [sustained()]); sys.exit('altair' in sys.modules)"
    )
    kept = json.loads(COMPILED.read_text("utf-8"))
    if kept["by"] == made_by():
        subprocess.run([sys.executable, "-c", code], check=True)


def test_it_is_compiled_once() -> None:
    assert compiled() is compiled()


def test_every_layer_has_its_named_data_and_marks() -> None:
    assert {one["name"] for one in compiled()["data"]} >= set(LAYERS)
    assert [mark["name"].partition("_")[0] for mark in compiled()["marks"]] == list(LAYERS)


def test_nothing_is_drawn_that_was_not_asked_for() -> None:
    assert compiled()["background"] == "transparent"
    assert "axes" not in compiled()
    assert "legends" not in compiled()


def test_time_is_utc() -> None:
    assert {scale["name"]: scale["type"] for scale in compiled()["scales"]} == {"x": "utc", "y": "linear"}


def test_medians_and_signals_have_layers_of_their_names() -> None:
    kinds = {"frozen", "carried", "after", "since", "plain", "good", "wrong"}
    assert kinds < set(LAYERS)
    assert Level("frozen", 0, 1, 2).kind in LAYERS


def test_rows_are_put_in_and_the_compiled_chart_stays_empty() -> None:
    before = json.dumps(compiled())
    spec = json.loads(filled({"plain": [{"x": 5, "y": 1}]}, 3))
    assert {one["name"]: one.get("values") for one in spec["data"]}["plain"] == [{"x": 5, "y": 1}]
    assert {one["name"]: one["domain"] for one in spec["scales"]} == {"x": [0, SPAN], "y": [0, 3]}
    assert spec["height"] == 3 * SIDE
    assert json.dumps(compiled()) == before


def test_a_run_chart_is_legible_at_280_pixels() -> None:
    assert 280 / RUNCHART.width * 13 >= 12
