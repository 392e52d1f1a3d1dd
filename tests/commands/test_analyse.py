"""`portfolio analyse` as it is typed: files, pictures, wrong use."""

import json
from pathlib import Path

import pytest

from tests.intake.test_workbook import workbook
from tests.terminal import portfolio

ONE = "date,value\n" + "".join(f"2025-09-{day:02},{day % 5 + day // 8 * 9}\n" for day in range(1, 17))
TWO = "date,class,prompt,count,n\n" + "".join(
    f"2025-09-{day:02},{room},asks,{day},24\n" for room in ("Period 2", "Period 4") for day in range(1, 13)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.csv").write_text(ONE)
    (tmp_path / "two.csv").write_text(TWO)
    (tmp_path / "bad.csv").write_text("date,count,n\n2025-09-01,3,24\n2025-09-08,25,24\n")
    (tmp_path / "rows.csv").write_text("value\n1\n2\n")
    return tmp_path


def test_a_report_for_people(folder: Path) -> None:
    ran = portfolio("analyse", "one.csv", "--baseline", 8, inside=folder)
    assert (ran.status, ran.err) == (0, "")
    assert "baseline median" in ran.out


def test_json_for_programs(folder: Path) -> None:
    ran = portfolio("analyse", "one.csv", "--baseline-until", "2025-09-08", "--json", inside=folder)
    (entry,) = json.loads(ran.out)["series"]
    assert (ran.status, entry["baseline_points"], entry["points"]) == (0, 8, 16)


def test_standard_input(folder: Path) -> None:
    by_name = portfolio("analyse", "one.csv", "--json", inside=folder)
    by_hand = portfolio("analyse", "-", "--json", inside=folder, stdin=ONE.encode())
    assert by_hand.out == by_name.out


def test_a_problem_names_row_and_column_and_leaves_no_half_report(folder: Path) -> None:
    ran = portfolio("analyse", "bad.csv", "--json", inside=folder)
    assert (ran.status, ran.out) == (1, "")
    assert "bad.csv, row 3, column count: error: " in ran.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["none.csv"], "There is no file none.csv"),
        (["."], "is a folder"),
        (["one.csv", "--baseline", "3", "--baseline-until", "2025-09-03"], "not both"),
        (["one.csv", "--baseline", "-1"], "--baseline"),
        (["one.csv", "--better", "more"], "higher"),
        (["one.csv", "--chart", "chart.pdf"], "not .pdf"),
        (["one.csv", "--chart", "nowhere/chart.svg"], "no folder nowhere"),
        (["rows.csv", "--baseline-until", "2025-09-03"], "needs a column with dates"),
        ([], "FILE"),
    ],
)
def test_wrong_use(folder: Path, typed: list[str], said: str) -> None:
    ran = portfolio("analyse", *typed, inside=folder)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("form", "begin"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("html", b"<!doctype html>")]
)
def test_one_picture(folder: Path, form: str, begin: bytes) -> None:
    ran = portfolio("analyse", "one.csv", "--chart", f"chart.{form}", inside=folder)
    assert ran.status == 0
    assert ran.err == f"Drawn: chart.{form}\n"
    assert (folder / f"chart.{form}").read_bytes().startswith(begin)


def test_several_series_are_a_picture_each(folder: Path) -> None:
    ran = portfolio("analyse", "two.csv", "--chart", "chart.svg", inside=folder)
    names = ["chart-period-2-asks.svg", "chart-period-4-asks.svg"]
    assert ran.err.splitlines() == [f"Drawn: {name}" for name in names]
    assert sorted(path.name for path in folder.glob("*.svg")) == names


def test_several_series_on_one_page(folder: Path) -> None:
    portfolio("analyse", "two.csv", "--chart", "chart.html", inside=folder)
    assert (folder / "chart.html").read_text("utf-8").count("<figure>") == 2


def test_json_stays_json_beside_a_picture(folder: Path) -> None:
    ran = portfolio("analyse", "two.csv", "--json", "--chart", "chart.svg", inside=folder)
    assert len(json.loads(ran.out)["series"]) == 2


def test_a_part_of_a_table_by_class_and_days(tmp_path: Path) -> None:
    rows = [f"2025-09-{day:02d},Period {1 + day % 2},{day}" for day in range(1, 25)]
    (tmp_path / "data.csv").write_text("date,class,value\n" + "\n".join(rows) + "\n")
    typed = (
        "analyse",
        "data.csv",
        "--class",
        "period 2",
        "--from",
        "2025-09-05",
        "--to",
        "2025-09-20",
        "--json",
    )
    ran = portfolio(*typed, inside=tmp_path)
    assert ran.status == 0, ran.err
    (series,) = json.loads(ran.out)["series"]
    assert (series["class"], series["points"]) == ("Period 2", 8)


def test_what_a_column_holds_may_be_said(folder: Path) -> None:
    (folder / "units.csv").write_text("Unit,value\nA,1\nA,2\nB,3\nB,4\n")
    ran = portfolio("analyse", "units.csv", "--column", "unit=class", "--json", inside=folder)
    assert [entry["class"] for entry in json.loads(ran.out)["series"]] == ["A", "B"]
    wrong = portfolio("analyse", "units.csv", "--column", "unit", inside=folder)
    assert wrong.status != 0
    assert "--column" in wrong.err


def test_a_workbook_is_read_by_its_sheet(folder: Path) -> None:
    pytest.importorskip("openpyxl")
    (folder / "book.xlsx").write_bytes(
        workbook(Summary=[["x", 1]], Visits=[["date", "value"], ["2025-09-08", 3]])
    )
    ran = portfolio("analyse", "book.xlsx", "--json", inside=folder)
    assert [entry["points"] for entry in json.loads(ran.out)["series"]] == [1]
    assert "Read from the sheet Visits" in ran.err
    assert portfolio("analyse", "book.xlsx", "--sheet", "Other", inside=folder).status == 1
