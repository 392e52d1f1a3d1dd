"""What keeps the series of any table from a verdict, and what was assumed."""

import pytest

from generator.problems import Problem
from generator.reading.tables.bare_table_checks import BareTable, check_bare_table
from generator.reading.tables.observation_table import read_observation_table


def check(text: str) -> tuple[BareTable, list[Problem]]:
    table, _ = read_observation_table(text.encode(), "a.csv", None, class_from_file=False)
    assert table is not None
    return check_bare_table(table, table.observations)


def codes(text: str) -> list[str]:
    return [problem.code for problem in check(text)[1]]


def test_a_table_of_one_series_may_be_judged() -> None:
    bare, problems = check("date,Explains\n2025-09-08,1\n2025-09-15,3\n2025-09-22,2\n")
    assert bare.may_judge("Explains")
    assert problems == []


def test_classes_in_an_unknown_column() -> None:
    rows = "".join(f"{unit},{number},{9 + number % 3}\n" for unit in ("P 1", "P 2") for number in range(1, 9))
    bare, (problem,) = check("Case,Session_number,Outcome\n" + rows)
    assert not bare.may_judge("Outcome")
    assert (problem.code, problem.place.field) == ("pooled-series", "Case")
    assert '--column "Case=class"' in problem.hint


def test_a_column_that_never_changes() -> None:
    bare, (problem,) = check("date,Explains,Floor\n2025-09-08,1,2\n2025-09-15,3,2\n2025-09-22,2,2\n")
    assert bare.may_judge("Explains")
    assert not bare.may_judge("Floor")
    assert problem.message == "No verdict where the values never change: Floor."


def test_an_n_that_is_not_used() -> None:
    assert codes("date,value,n\n2025-09-08,14,52\n2025-09-15,12,64\n") == ["n-not-used"]
    assert codes("date,count,n\n2025-09-08,14,52\n2025-09-15,12,64\n") == []


def test_a_row_without_n_among_counts_of_n() -> None:
    (problem,) = check("date,count,n\n2025-09-08,14,52\n2025-09-15,12,\n")[1]
    assert (problem.code, problem.is_error, problem.place.row) == ("no-n", True, 3)


@pytest.mark.parametrize(
    ("text", "averaged"),
    [
        ("date,value\n2025-09-08,1\n2025-09-08,3\n", True),
        ("Timestamp,value\n2025-09-08 09:00,1\n2025-09-08 10:00,3\n", True),
        ("date,value\n2025-09-08 09:00,1\n2025-09-08 10:00,3\n", False),
        ("date,time,value\n2025-09-08,9:00,1\n2025-09-08,10:00,3\n", False),
        ("date,observer,value\n2025-09-08,A,1\n2025-09-08,B,3\n", False),
        ("value\n1\n1\n", False),
    ],
)
def test_rows_of_one_date_and_time_are_said_to_be_averaged(text: str, averaged: bool) -> None:
    assert ("rows-averaged" in codes(text)) is averaged
