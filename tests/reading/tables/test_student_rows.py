"""A row a student, by codes -> a row a visit."""

import pytest

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.raw_table import RawTable, read_raw_table
from generator.reading.tables.student_rows import aggregate_by_visit

TOOL = Tool(
    "t",
    "T",
    (
        Prompt("explains", "Explains"),
        Prompt("asks", "Asks", kind=PromptKind.TALLY),
        Prompt("score", "Score", kind=PromptKind.SCALE),
    ),
)


def aggregate(text: str) -> RawTable:
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    return aggregate_by_visit(table, TOOL)


def test_students_of_one_visit_are_counted_added_up_and_averaged() -> None:
    table = aggregate(
        "date,student,explains,asks,score\n"
        "2025-09-05,S01,yes,2,3\n2025-09-05,S02,no,1,4\n2025-09-05,S03,x,,\n2025-09-12,S01,1,0,2\n"
    )
    assert table.header == ("date", "explains", "asks", "score", "n")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("2025-09-05", "2/3", "3", "3.5", "3")),
        (5, ("2025-09-12", "1/1", "0", "2.0", "1")),
    ]


def test_a_visit_is_told_apart_by_class_and_observer_too() -> None:
    table = aggregate(
        "date,class,student,explains\n2025-09-05,P 2,S01,yes\n2025-09-05,P 4,S02,no\n2025-09-05,P 4,S03,yes\n"
    )
    assert [row.cells for row in table.rows] == [
        ("2025-09-05", "P 2", "1/1", "1"),
        ("2025-09-05", "P 4", "1/2", "2"),
    ]


def test_a_cell_that_cannot_be_understood_stands_for_all_at_its_place() -> None:
    table = aggregate("date,student,explains\n2025-09-05,S01,yes\n2025-09-05,S02,maybe\n2025-09-05,S03,no\n")
    assert [row.cells for row in table.rows] == [("2025-09-05", "maybe", "3")]
    assert (table.place(0, 1).row, table.place(0, 1).field) == (2, "explains")


def test_floats_are_added_up_exactly() -> None:
    rows = "".join(f"2025-09-05,S0{number},0.1\n" for number in range(1, 10))
    assert aggregate("date,student,score\n" + rows).rows[0].cells[1] == "0.1"


@pytest.mark.parametrize(
    "text",
    [
        "date,explains\n2025-09-05,6\n",
        "date,student,explains\n2025-09-05,Ana,yes\n2025-09-05,Ben,no\n2025-09-05,Cy,no\n",
        "date,student,other\n2025-09-05,S01,yes\n2025-09-05,S02,no\n2025-09-05,S03,no\n",
    ],
)
def test_any_other_table_stays_as_it_is(text: str) -> None:
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    assert aggregate_by_visit(table, TOOL) is table
    assert aggregate_by_visit(table, None) is table
