"""Findings as JSON: the shape that the contract fixes."""

import json
from datetime import date
from typing import Any

import pytest

from generator.evidence.findings_json import finding_as_json, write_findings
from generator.model import EvaluatedSeries, Inquiry, Point, Prose, Series, Verdict
from generator.runchart.verdict import evaluate_series

KEYS = [
    *("class", "prompt", "points", "useful", "median"),
    *("longest_run", "longest_run_limit", "crossings", "crossings_limit", "runs_signal", "shifts", "trends"),
    *("baseline_points", "useful_after", "on_good_side", "count_test_p", "by_luck"),
    *("median_after", "nap", "nap_low", "nap_high", "baseline_rising", "verdict", "verdict_text", "growth_p"),
]
BASELINE = [52, 48, 55, 50, 47, 53, 51, 49]
ONE_DIP = [61, 64, 60, 46, 63, 65, 62, 67]


def judged(
    values: list[int], baseline: int | None = 8, name: str = "Period 2", prompt: str = "explains"
) -> EvaluatedSeries:
    points = tuple(Point(row, date(2025, 9, row), value) for row, value in enumerate(values, start=1))
    change = None if baseline is None else 1
    return evaluate_series(
        Series(name.lower().replace(" ", "-"), name, prompt, points, baseline=baseline, change=change)
    )


def test_the_example_of_the_contract() -> None:
    entry = finding_as_json(judged(BASELINE + ONE_DIP), "...")
    assert list(entry) == KEYS
    expected = {
        "class": "Period 2",
        "prompt": "explains",
        "points": 16,
        "useful": 16,
        "median": 50.5,
        "longest_run": 4,
        "longest_run_limit": 7,
        "crossings_limit": 4,
        "trends": [],
        "baseline_points": 8,
        "useful_after": 8,
        "on_good_side": 7,
        "median_after": 62.5,
        "nap": 0.875,
        "baseline_rising": False,
        "verdict": "no_signal",
        "verdict_text": "...",
    }
    assert {key: entry[key] for key in expected} == expected
    assert entry["count_test_p"] == pytest.approx(0.100233, abs=1e-6)
    assert (entry["nap_low"], entry["nap_high"]) == (
        pytest.approx(0.589, abs=5e-4),
        pytest.approx(0.968, abs=5e-4),
    )


def test_what_does_not_apply_is_null() -> None:
    entry = finding_as_json(judged(BASELINE, baseline=None, name="", prompt=""), "")
    assert list(entry) == KEYS
    assert [key for key, value in entry.items() if value is None] == [
        *("class", "prompt", "baseline_points", "useful_after", "on_good_side", "count_test_p", "by_luck"),
        *(
            "median_after",
            "nap",
            "nap_low",
            "nap_high",
            "baseline_rising",
            "verdict",
            "verdict_text",
            "growth_p",
        ),
    ]


def test_shifts_and_trends_count_rows_from_one() -> None:
    entry = finding_as_json(judged([*BASELINE, 61, 62, 63, 64, 65, 66]), "")
    assert entry["shifts"] == [{"from": 9, "to": 14, "side": "above"}]
    assert entry["trends"] == [{"from": 8, "to": 14, "direction": "rising"}]


def document(*series: EvaluatedSeries, **parts: Any) -> Any:
    inquiry = Inquiry(
        "visible", "ana", "Sichtbar – “visible”", Prose("", ""), question="Does it?", tool="talk"
    )
    data = write_findings(
        inquiry,
        series,
        ["said"] * len(series),
        parts.get("growth", ()),
        parts.get("requirement"),
        parts.get("decision", {}),
    )
    assert data.endswith(b"}\n") and not data.startswith(b"\xef\xbb\xbf")
    assert "“visible”".encode() in data
    return json.loads(data)


def test_the_document_has_its_parts_in_order() -> None:
    made = document(judged(BASELINE + ONE_DIP), requirement={"met": False}, decision={"state": "draft"})
    assert list(made) == ["schema", "rules", "inquiry", "series", "growth", "requirement", "decision"]
    assert (made["schema"], made["rules"]) == (2, "2")
    assert made["inquiry"] == {
        "id": "visible",
        "teacher": "ana",
        "title": "Sichtbar – “visible”",
        "question": "Does it?",
        "tool": "talk",
        "micro_credential": None,
    }
    assert (made["requirement"], made["decision"]) == ({"met": False}, {"state": "draft"})


def test_each_series_has_its_group_phase_and_change_beside_the_finding() -> None:
    (series,) = document(judged(BASELINE + ONE_DIP))["series"]
    assert list(series) == [*KEYS, "group", "phase", "change"]
    assert (series["group"], series["phase"], series["change"]) == (None, 1, 1)
    assert series["verdict"] == Verdict.NO_SIGNAL


def test_an_inquiry_without_data_or_requirement() -> None:
    made = document()
    assert (made["series"], made["requirement"]) == ([], None)


def test_a_text_a_series() -> None:
    with pytest.raises(ValueError, match="shorter"):
        write_findings(
            Inquiry("i", "t", "T", Prose("", "")), [judged(BASELINE), judged(BASELINE)], [""], (), None, {}
        )
