"""A chart is compiled once; with other versions installed it is compiled again."""

import json
from pathlib import Path

from generator.runchart.compiled_chart import CompiledChart, with_rows


def chart(folder: Path, name: str = "kept") -> CompiledChart:
    source = folder / "source.py"
    source.write_text("x = 1\n", "utf-8")
    return CompiledChart(folder / "chart.json", source, lambda: {"compiled": name})


def test_what_was_kept_by_the_same_versions_is_used(tmp_path: Path) -> None:
    kept = chart(tmp_path)
    kept.file.write_text(kept.to_json(), "utf-8")
    assert chart(tmp_path, "now").load() == {"compiled": "kept"}


def test_with_other_versions_the_chart_is_compiled_again(tmp_path: Path) -> None:
    kept = chart(tmp_path)
    stored = json.loads(kept.to_json()) | {"by": {"altair": "99"}}
    kept.file.write_text(json.dumps(stored), "utf-8")
    assert chart(tmp_path, "now").load() == {"compiled": "now"}


def test_without_a_file_or_with_a_torn_one_it_is_compiled(tmp_path: Path) -> None:
    assert chart(tmp_path).load() == {"compiled": "kept"}
    chart(tmp_path).file.write_text("{", "utf-8")
    assert chart(tmp_path).load() == {"compiled": "kept"}


def test_what_draws_from_a_set_without_rows_is_left_out() -> None:
    sets = [{"name": "dots"}, {"name": "rings"}, {"name": "kept"}]
    sets += [{"name": "data_0", "source": "dots"}, {"name": "data_1", "source": "rings"}]
    drawn, empty, kept = ({"data": "data_0"}, {"facet": {"data": "data_1"}}, {"data": "kept"})
    marks = [{"from": source} for source in (drawn, empty, kept)]
    filled = with_rows({"data": sets, "marks": marks}, {"dots": [{"x": 1}], "rings": []})
    assert [data["name"] for data in filled["data"]] == ["dots", "kept", "data_0"]
    assert filled["data"][0]["values"] == [{"x": 1}]
    assert filled["marks"] == [marks[0], marks[2]]
