"""Findings as JSON: the shape that the contract fixes."""

from datetime import date

import pytest

from generator.evidence.findings_json import finding_as_json
from generator.model import EvaluatedSeries, Point, Series
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
