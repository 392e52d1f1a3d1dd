"""The forest plot's chart: compiled once, filled with rows."""

import json

from generator.runchart.forest_spec import COMPILED, FOREST_CHART, ForestLayer, compiled_forest, fill_forest


def test_what_is_kept_is_what_altair_makes_today() -> None:
    kept = json.loads(COMPILED.read_text("utf-8"))
    assert kept["by"]["source"] == FOREST_CHART.versions()["source"], (
        "run: python -m generator.runchart.forest_spec"
    )
    if kept["by"] == FOREST_CHART.versions():
        assert COMPILED.read_text("utf-8") == FOREST_CHART.to_json()


def test_every_layer_has_its_named_data_and_marks() -> None:
    assert [mark["name"].partition("_")[0] for mark in compiled_forest()["marks"]] == list(ForestLayer)


def test_rows_go_into_their_data_set_and_the_compiled_spec_stays_empty() -> None:
    before = json.dumps(compiled_forest())
    filled = json.loads(fill_forest({ForestLayer.ESTIMATE: [{"x": 0.5, "y": 0.5}]}))
    values = {data["name"]: data.get("values") for data in filled["data"]}
    assert values[ForestLayer.ESTIMATE] == [{"x": 0.5, "y": 0.5}]
    assert json.dumps(compiled_forest()) == before
