"""`analyse`: a table -> series, JSON, a report and pictures."""

import json
import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse import Analysis, AnalysisRequest, Baseline, analyse
from generator.analysis_report import AnalysisReport
from generator.model import Better, Verdict
from generator.reading.tables.columns import ColumnRole

NO_BASELINE = Baseline()
KEYS = [
    *("class", "prompt", "points", "useful", "median"),
    *("longest_run", "longest_run_limit", "crossings", "crossings_limit", "runs_signal", "shifts", "trends"),
    *("baseline_points", "useful_after", "on_good_side", "count_test_p", "by_luck"),
    *("median_after", "nap", "nap_low", "nap_high", "baseline_rising", "verdict", "verdict_text"),
    "growth_p",
]
RISEN = [5, 7, 4, 6, 5, 8, 6, 4, 12, 11, 13, 12, 14, 12, 13, 15]


def visits(values: list[int], head: str = "date,value", end: str = "") -> str:
    """A visit a week from September 1, 2025."""
    first = date(2025, 9, 1).toordinal()
    rows = [f"{date.fromordinal(first + 7 * week)},{value}{end}" for week, value in enumerate(values)]
    return "\n".join([head, *rows]) + "\n"


def read(table: str, baseline: Baseline = NO_BASELINE, better: Better = Better.HIGHER) -> Analysis:
    found, problems = analyse(table.encode(), "table.csv", AnalysisRequest(baseline, better))
    assert found is not None, [problem.message for problem in problems]
    return found


def report(table: str, baseline: Baseline = NO_BASELINE) -> str:
    return AnalysisReport(read(table, baseline)).text().replace("\N{NO-BREAK SPACE}", " ")


def entries(table: str, baseline: Baseline = NO_BASELINE, better: Better = Better.HIGHER) -> list[Any]:
    said: dict[str, list[Any]] = json.loads(AnalysisReport(read(table, baseline, better)).json())
    assert list(said) == ["series", "growth"]
    return said["series"]


def test_every_key_is_there_in_its_order() -> None:
    (plain,) = entries(visits(RISEN))
    (compared,) = entries(visits(RISEN), Baseline(rows=8))
    assert list(plain) == list(compared) == KEYS


def test_two_columns_have_neither_class_nor_prompt() -> None:
    (entry,) = entries(visits(RISEN), Baseline(rows=8))
    assert (entry["class"], entry["prompt"]) == (None, None)
    assert (entry["points"], entry["baseline_points"], entry["median"]) == (16, 8, 5.5)
    assert entry["verdict"] == "sustained_improvement"


def test_lower_can_be_better() -> None:
    (entry,) = entries(visits(RISEN), Baseline(rows=8), Better.LOWER)
    assert entry["verdict"] == "wrong_direction"


def test_without_a_baseline_there_is_no_verdict() -> None:
    (entry,) = entries(visits(RISEN))
    after = ("baseline_points", "useful_after", "nap", "count_test_p", "by_luck", "verdict", "verdict_text")
    assert [entry[key] for key in after] == [None] * len(after)
    assert entry["shifts"] == [
        {"from": 1, "to": 8, "side": "below"},
        {"from": 9, "to": 16, "side": "above"},
    ]


def test_a_baseline_of_rows_counts_blank_ones() -> None:
    (entry,) = entries(
        "date,value\n2025-09-01,1\n2025-09-02,\n2025-09-03,3\n2025-09-04,5\n", Baseline(rows=2)
    )
    assert (entry["points"], entry["baseline_points"], entry["median"]) == (3, 1, 1)


def test_a_baseline_until_a_day_includes_that_day() -> None:
    (entry,) = entries(visits([1, 3, 9, 9]), Baseline(until=date(2025, 9, 8)))
    assert (entry["baseline_points"], entry["median"], entry["useful_after"]) == (2, 2, 2)


def test_a_baseline_longer_than_the_table_leaves_nothing_after() -> None:
    (entry,) = entries(visits([1, 3]), Baseline(rows=99))
    assert (entry["useful_after"], entry["count_test_p"], entry["median_after"]) == (0, None, None)
    assert entry["verdict"] == "too_few_points"


def test_a_baseline_of_nothing_has_no_median() -> None:
    (entry,) = entries(visits([1, 3]), Baseline(rows=0))
    assert (entry["median"], entry["nap"], entry["verdict"]) == (None, None, "too_few_points")


@pytest.mark.parametrize("table", ["date,count,n\n2025-09-01,12,24\n", "date,value\n2025-09-01,12/24\n"])
def test_counts_of_n_are_percentages(table: str) -> None:
    (entry,) = entries(table)
    assert entry["median"] == 50


def test_series_come_from_class_and_prompt() -> None:
    table = "date,class,prompt,count,n\n2025-09-01,P 2,asks,1,4\n2025-09-01,P 2,adds,2,4\n"
    table += "2025-09-01,P 4,asks,3,4\n"
    found = [(entry["class"], entry["prompt"], entry["median"]) for entry in entries(table)]
    assert found == [("P 2", "asks", 25), ("P 2", "adds", 50), ("P 4", "asks", 75)]


def test_without_dates_rows_stay_in_the_files_order() -> None:
    (entry,) = entries("value\n1\n2\n3\n4\n5\n6\n")
    assert entry["trends"] == [{"from": 1, "to": 6, "direction": "rising"}]


def test_rows_are_sorted_by_date() -> None:
    (entry,) = entries("date,value\n2025-09-03,9\n2025-09-01,1\n2025-09-02,3\n", Baseline(rows=2))
    assert (entry["median"], entry["median_after"]) == (2, 9)


def test_observers_of_one_visit_are_averaged() -> None:
    table = "date,observer,count,n\n2025-09-01,A,6,24\n2025-09-01,B,12,24\n2025-09-08,A,24,24\n"
    (entry,) = entries(table)
    assert (entry["points"], entry["median"]) == (2, (37.5 + 100) / 2)


def test_groups_of_one_visit_are_summed() -> None:
    (entry,) = entries("date,group,count,n\n2025-09-01,red,1,4\n2025-09-01,blue,5,8\n")
    assert (entry["points"], entry["median"]) == (1, 50)


def test_observers_without_dates_cannot_be_told_to_belong_together() -> None:
    (entry,) = entries("observer,count,n\nA,6,24\nB,12,24\n")
    assert entry["points"] == 2


def test_a_problem_in_the_table_leaves_no_half_report() -> None:
    found, problems = analyse(
        b"date,count,n\n2025-09-01,3,24\n2025-09-08,25,24\n", "t.csv", AnalysisRequest()
    )
    assert found is None
    assert [(problem.place.row, problem.place.field) for problem in problems] == [(3, "count")]


VALUES = st.lists(st.none() | st.integers(0, 30), min_size=1, max_size=14)


@settings(max_examples=60, deadline=None)
@given(values=VALUES, rows=st.none() | st.integers(0, 15))
def test_any_table_gives_json_without_nan(values: list[int | None], rows: int | None) -> None:
    table = visits(values).replace("None", "")  # type: ignore[arg-type]
    (entry,) = entries(table, Baseline(rows=rows))
    assert entry["points"] == sum(value is not None for value in values)
    assert not [value for value in entry.values() if isinstance(value, float) and not math.isfinite(value)]
    assert (entry["verdict"] is None) == (rows is None)


def test_rows_of_one_date_are_averaged_before_the_baseline_is_counted() -> None:
    table = "date,value\n2025-09-01,1\n2025-09-01,3\n2025-09-02,5\n2025-09-03,7\n"
    (entry,) = entries(table, Baseline(rows=2))
    assert (entry["points"], entry["baseline_points"], entry["median"]) == (3, 2, 3.5)


def test_the_time_of_day_orders_two_visits() -> None:
    header = "date,time,value\n"
    later = "".join(f"2025-09-01,{hour}:00,{hour}\n" for hour in (14, 13, 12, 11, 10, 9))
    assert entries(header + later)[0]["trends"] == [{"from": 1, "to": 6, "direction": "rising"}]
    stamped = "".join(f"2025-09-01 {hour:02}:00,{hour}\n" for hour in (14, 13, 12, 11, 10, 9))
    assert entries("date,value\n" + stamped)[0]["trends"] == [{"from": 1, "to": 6, "direction": "rising"}]


def test_no_verdict_on_counters_or_on_several_classes_in_one() -> None:
    rows = "".join(
        f"{unit},{number},{value}\n" for unit in ("P 1", "P 2") for number, value in enumerate(RISEN, start=1)
    )
    table = "Case,Session_number,Outcome\n" + rows
    (entry,) = entries(table, Baseline(rows=8))
    assert (entry["prompt"], entry["verdict"], entry["verdict_text"]) == ("Outcome", None, None)
    request = AnalysisRequest(Baseline(rows=8), answers={"case": ColumnRole.CLASS})
    found, _ = analyse(table.encode(), "table.csv", request)
    assert found is not None
    assert [series.evaluated.finding.verdict for series in found.series] == [
        Verdict.SUSTAINED_IMPROVEMENT
    ] * 2


PHASES = ["A"] * 8 + ["B"] * 8


def with_phases(phases: list[str]) -> str:
    head, *rows = visits(RISEN).splitlines()
    return "\n".join([f"{head},phase", *(f"{row},{phase}" for row, phase in zip(rows, phases, strict=True))])


def test_a_column_of_phases_says_where_the_baseline_ends() -> None:
    (by_column,) = entries(with_phases(PHASES))
    (by_option,) = entries(visits(RISEN), Baseline(8))
    assert by_column == by_option
    assert by_column["verdict"] == "sustained_improvement"


def test_a_typed_baseline_goes_before_the_column_of_phases() -> None:
    assert entries(with_phases(PHASES), Baseline(6)) == entries(visits(RISEN), Baseline(6))


def test_phases_that_come_and_go_are_refused() -> None:
    table = with_phases(["A"] * 4 + ["B"] * 4 + ["A"] * 4 + ["B"] * 4)
    analysis, problems = analyse(table.encode(), "table.csv", AnalysisRequest())
    assert analysis is None
    assert [problem.code for problem in problems if problem.is_error] == ["late-baseline"]
