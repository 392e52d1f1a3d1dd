"""The kinds of charts: compiled once, filled with rows."""

import json
import subprocess
import sys

import pytest

from generator.runchart import spec as spec_module
from generator.runchart.plot import Level
from generator.runchart.spec import (
    COMPILED,
    KINDS,
    LAYERS,
    RUNCHART,
    SPARKLINE,
    as_json,
    compiled,
    filled,
    made_by,
)


def test_what_is_kept_is_what_altair_makes_today() -> None:
    kept = json.loads(COMPILED.read_text("utf-8"))
    assert kept["by"]["source"] == made_by()["source"], "run: python -m generator.runchart.spec"
    if kept["by"] == made_by():  # else nothing kept is used, and each kind is compiled anew
        assert COMPILED.read_text("utf-8") == as_json(), "run: python -m generator.runchart.spec"


def test_with_other_versions_a_kind_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spec_module, "made_by", lambda: {"altair": "99"})
    asked: list[str] = []
    monkeypatch.setattr(spec_module, "compile_kind", lambda name: asked.append(name) or {"name": name})
    assert compiled.__wrapped__("sparkline") == {"name": "sparkline"}
    assert asked == ["sparkline"]


def test_a_drawing_does_not_import_altair() -> None:
    code = (
        "import sys; from generator.runchart.draw import draw; from tests.runchart.charts import sustained;"
        "draw('sparkline', [sustained()]); sys.exit('altair' in sys.modules)"
    )
    kept = json.loads(COMPILED.read_text("utf-8"))
    if kept["by"] == made_by():
        subprocess.run([sys.executable, "-c", code], check=True)


def test_a_kind_is_compiled_once() -> None:
    assert compiled("sparkline") is compiled("sparkline")


@pytest.mark.parametrize("name", KINDS)
def test_every_layer_has_its_named_data_and_marks(name: str) -> None:
    spec = compiled(name)
    assert {one["name"] for one in spec["data"]} >= set(LAYERS)
    assert [mark["name"].partition("_")[0] for mark in spec["marks"]] == list(LAYERS)


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_drawn_that_was_not_asked_for(name: str) -> None:
    spec = compiled(name)
    assert spec["background"] == "transparent"
    assert "axes" not in spec
    assert "legends" not in spec


def test_time_is_utc() -> None:
    assert {scale["name"]: scale["type"] for scale in compiled("sparkline")["scales"]} == {
        "x": "utc",
        "y": "linear",
    }


def test_medians_and_signals_have_layers_of_their_names() -> None:
    kinds = {"frozen", "carried", "after", "since", "plain", "good", "wrong"}
    assert kinds < set(LAYERS)
    assert Level("frozen", 0, 1, 2).kind in LAYERS


def test_rows_and_domains_are_put_in_and_the_kind_stays_empty() -> None:
    before = json.dumps(compiled("sparkline"))
    spec = json.loads(filled(SPARKLINE, {"plain": [{"x": 5, "y": 1}]}, (0, 10), 3))
    assert {one["name"]: one.get("values") for one in spec["data"]}["plain"] == [{"x": 5, "y": 1}]
    assert {one["name"]: one["domain"] for one in spec["scales"]} == {"x": [0, 10], "y": [0, 3]}
    assert spec["height"] == 3 * SPARKLINE.plot_height
    assert json.dumps(compiled("sparkline")) == before


def test_a_run_chart_is_legible_at_280_pixels() -> None:
    assert 280 / RUNCHART.width * 13 >= 12
