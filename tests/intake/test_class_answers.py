"""Blank class cells, and classes that the inquiry does not have."""

from generator.intake.class_answers import (
    blank_class_rows,
    fill_blank_classes,
    fill_classes_down,
    renamed_classes,
    unknown_class_problem,
    unknown_classes,
)
from tests.intake.inquiries import existing_tables, parsed_file

HEADER = "date,class,n,explains\n"
BLANK = HEADER + "2025-10-06,P 2,24,12\n2025-10-13,,24,9\n2025-10-06,P 4,23,8\n2025-10-13,,23,7\n"


def test_blank_cells_are_filled_with_the_class_above_them() -> None:
    table = parsed_file(BLANK).table
    assert blank_class_rows(table.raw, table.columns) == [3, 5]
    filled = fill_classes_down(table.raw, table.columns)
    assert [row.cells[1] for row in filled.rows] == ["P 2", "P 2", "P 4", "P 4"]
    assert blank_class_rows(filled, table.columns) == []


def test_blank_cells_are_filled_with_one_class() -> None:
    table = parsed_file(BLANK).table
    filled = fill_blank_classes(table.raw, table.columns, "P 6")
    assert [row.cells[1] for row in filled.rows] == ["P 2", "P 6", "P 4", "P 6"]


def test_a_table_in_which_no_row_has_a_class_is_not_filled() -> None:
    table = parsed_file("date,class,n,explains\n2025-10-06,,24,12\n").table
    assert blank_class_rows(table.raw, table.columns) == []
    table = parsed_file("date,n,explains\n2025-10-06,24,12\n").table
    assert blank_class_rows(table.raw, table.columns) == []


def test_the_classes_of_the_first_table_are_taken() -> None:
    parsed = parsed_file(HEADER + "2025-10-06,P 2,24,12\n")
    assert unknown_classes(parsed, existing_tables()) == []
    existing = existing_tables({"period-4.csv": "date,n,explains\n2025-10-06,24,12\n"})
    (cell,) = unknown_classes(parsed, existing)
    assert unknown_class_problem(cell, existing).message == (
        "P 2 is not a class of this inquiry, which has: Period 4."
    )
    assert unknown_classes(renamed_classes(parsed, {"p-2": "Period 4"}), existing) == []
