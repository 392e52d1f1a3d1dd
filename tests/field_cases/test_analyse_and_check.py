"""`portfolio analyse` on files from practice, and tables that were put into data/ by hand."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.field_cases.program import TALK, new_program
from tests.terminal import Ran, portfolio

SeriesByKey = dict[tuple[str | None, str | None], Any]

COUNTS = [9, 11, 10, 12, 9, 11, 10, 11, 15, 16, 14, 17, 16, 15, 17, 16]


def analysed(folder: Path, text: str, *options: str) -> tuple[SeriesByKey, Ran]:
    """(series by class and prompt, the run) of a table with eight rows of baseline."""
    (folder / "table.csv").write_text(text, "utf-8")
    ran = portfolio("analyse", "table.csv", "--baseline", "8", "--json", *options, inside=folder)
    series = json.loads(ran.out)["series"] if ran.status == 0 else []
    return {(entry["class"], entry["prompt"]): entry for entry in series}, ran


def test_single_case_data_are_not_pooled(tmp_path: Path) -> None:
    rows = "".join(
        f"{unit},{session},{'A' if session <= 8 else 'B'},{count}\n"
        for unit in ("Period 1", "Period 2")
        for session, count in enumerate(COUNTS, start=1)
    )
    table = "Case,Session_number,Condition,Outcome\n" + rows
    pooled, ran = analysed(tmp_path, table)
    assert {key: series["verdict"] for key, series in pooled.items()} == {(None, "Outcome"): None}
    assert '--column "Case=class"' in ran.err
    apart, _ = analysed(tmp_path, table, "--column", "Case=class")
    assert {series["verdict"] for series in apart.values()} != {None}
    assert {key[0] for key in apart} == {"Period 1", "Period 2"}


@pytest.mark.parametrize("heading", ["time", "epoch", "Unix timestamp"])
def test_seconds_since_1970_are_not_judged(tmp_path: Path, heading: str) -> None:
    rows = "".join(f"{1757340180 + week * 604800},{count}\n" for week, count in enumerate(COUNTS))
    series, _ = analysed(tmp_path, f"{heading},value\n{rows}")
    assert [key[1] for key in series] == [None]


def test_a_class_list_is_not_drawn_student_by_student(tmp_path: Path) -> None:
    rows = "".join(f"2025-09-08,S{number:02d},{'x' if number % 2 else 'no'}\n" for number in range(1, 9))
    _, ran = analysed(tmp_path, "date,student,explains\n" + rows)
    assert ran.status == 1
    assert "The column explains holds marks such as x and is not read." in ran.err
    assert "portfolio import" in ran.err


def test_a_column_of_names_is_not_offered_as_a_class(tmp_path: Path) -> None:
    rows = "".join(f"2025-09-{day:02d},a{day}@example.org,{day}\n" for day in range(8, 20))
    _, ran = analysed(tmp_path, "date,Email Address,value\n" + rows)
    assert "The column Email Address names people and is not read." in ran.err
    assert "call it class" not in ran.err and "@" not in ran.err


def test_values_beside_n_are_taken_as_they_are_and_that_is_said(tmp_path: Path) -> None:
    rows = "".join(f"2011-{month:02d}-01,{month},52\n" for month in range(1, 11))
    series, ran = analysed(tmp_path, "date,value,n\n" + rows)
    assert series[None, None]["median"] == 4.5
    assert "The column of n is not used" in ran.err


@pytest.fixture(scope="module")
def empty_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_program(tmp_path_factory.mktemp("new"))


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (
            "date,value,n\n2011-07-01,14,52\n2011-08-01,12,64\n",
            "error: Is 14 a percentage, or how many of 52? It could be either (and 1 more row).",
        ),
        (
            "date,student,explains\n2025-09-08,S01,x\n2025-09-08,S02,\n2025-09-08,S03,\n",
            "error: Does an empty cell mean no?",
        ),
        (
            "date,n,explains\n2025-09-08,24,8\n2025-09-08,24,9\n",
            "error: Period 2 has different numbers for 2025-09-08 in row 2",
        ),
        (
            "date,class,n,explains\n2025-09-15,Period 2,24,9\n2025-09-15,2nd period,24,9\n",
            "warning: Period 2 and 2nd period are read as different classes.",
        ),
        (
            "date,n,explains,Jaylen\n2025-09-08,24,8,sunny\n",
            "error: The column … is not one of the tool's prompts, and not a heading that runfolio knows.",
        ),
        ("date,value\n2025-09-08,33.3\n", "notice: The numbers in value are read as percentages of students"),
    ],
)
def test_check_says_of_a_table_what_import_says(
    empty_program: Path, tmp_path: Path, table: str, says: str
) -> None:
    root = tmp_path / "program"
    copytree(empty_program, root)
    path = root / TALK / "data/period-2.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(table, "utf-8")
    ran = portfolio("check", inside=root)
    assert says in ran.out + ran.err
    assert ran.status == says.startswith("error: ")
