"""The worked cases again, through the table reader and the JSON of `portfolio analyse`."""

import json
from datetime import date

import pytest

from generator.analyse import AnalysisRequest, Baseline, analyse
from generator.analysis_report import AnalysisReport
from generator.model import Better
from tests.runchart.cases import number, numbers, series, table

SERIES = series()
CASES = table("runchart_cases.csv")
VERDICTS = table("verdict_examples.csv")


def entry(
    values: list[float | None], baseline: int | None, better: Better, *, dated: bool
) -> dict[str, object]:
    first = date(2024, 1, 1).toordinal()
    cells = ["" if value is None else repr(value) for value in values]
    rows = [
        f"{date.fromordinal(first + row).isoformat()},{cell}" if dated else cell
        for row, cell in enumerate(cells)
    ]
    text = "\n".join(["date,value" if dated else "value", *rows]) + "\n"
    found, problems = analyse(text.encode(), "case.csv", AnalysisRequest(Baseline(rows=baseline), better))
    assert found is not None, [problem.message for problem in problems]
    entries: list[dict[str, object]] = json.loads(AnalysisReport(found).json())["series"]
    return entries[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case_id"])
def test_the_rules(case: dict[str, str]) -> None:
    values = SERIES[case["series_id"]]
    baseline = int(case["baseline"]) if case["baseline"] not in ("", "NA", "0") else None
    said = entry(values, baseline, Better.HIGHER, dated=True)
    assert said["useful"] == int(case["useful"])
    assert said["median"] == pytest.approx(number(case["median"]))
    assert said["longest_run"] == int(case["longest_run"])
    assert said["crossings"] == int(case["crossings"])
    assert said["runs_signal"] == (case["runs_signal"] in ("1", "TRUE", "true"))


@pytest.mark.parametrize("case", VERDICTS, ids=lambda case: case["name"])
@pytest.mark.parametrize("dated", [True, False])
def test_the_verdicts(case: dict[str, str], dated: bool) -> None:
    before, after = numbers(case["baseline"]), numbers(case["after"])
    said = entry([*before, *after], len(before), Better(case["better"]), dated=dated)
    assert said["verdict"] == case["verdict"]
    for figure in ("baseline_points", "useful_after", "on_good_side"):
        if case[figure]:
            assert said[figure] == int(case[figure])
