"""What every row of a table is read with."""

from datetime import date

from generator.model import Prompt, Tool
from generator.reading.tables.columns import ColumnRole, read_columns
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.raw_table import read_raw_table
from generator.reading.tables.row_context import IndexedRow, TableContext, read_row_dates
from generator.reading.tables.values import PromptValue

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))


def context(text: str, class_name: str = "") -> tuple[TableContext, list[IndexedRow]]:
    table, _ = read_raw_table(text.encode(), "data/a.csv")
    assert table is not None
    columns, _ = read_columns(table, TOOL)
    return TableContext(table, columns, TOOL, class_name), list(enumerate(table.rows))


def test_cells_and_places_are_found_by_meaning() -> None:
    table, [(index, row)] = context("Fecha,n,explains\n2025-09-05,24,6\n")
    assert table.cell(row, ColumnRole.N) == "24"
    assert table.cell(row, ColumnRole.NOTE) == ""
    assert (table.place(index, ColumnRole.N).row, table.place(index, ColumnRole.N).column) == (2, 2)


def test_the_class_is_the_rows_or_the_tables() -> None:
    table, rows = context("date,class,explains\n2025-09-05,Period 4,6\n2025-09-05,,6\n", "Period 2")
    assert [table.class_of(row) for _, row in rows] == ["Period 4", "Period 2"]


def test_a_prompt_is_named_by_its_id_or_its_text() -> None:
    table, _ = context("date,explains\n")
    assert [table.prompt_id(text) for text in ("Explains", "explains own thinking", "other")] == [
        "explains",
        "explains",
        "other",
    ]


def test_an_observation_carries_the_optional_cells_and_its_row() -> None:
    table, [(_, row)] = context("date,class,explains,observer,note\n2025-09-05,P 2,6,B,Drill\n")
    one = table.observation(date(2025, 9, 5), row, "explains", PromptValue(25.0, 6, 24))
    assert (one.class_id, one.observer, one.note, one.file, one.row) == ("p-2", "B", "Drill", "data/a.csv", 2)


def test_a_blank_date_is_a_problem_of_its_row() -> None:
    table, rows = context("date,explains\n2025-09-05,6\n,7\n")
    days, order, problems = read_row_dates(table, rows, None)
    assert (order, problems) == (DateOrder.YEAR_FIRST, [])
    assert days is not None
    assert days.day_of(0, rows[0], table) == (date(2025, 9, 5), ())
    day, (problem,) = days.day_of(1, rows[1], table)
    assert (day, problem.code, problem.place.row) == (None, "no-date", 3)


def test_a_mistake_in_a_date_is_not_reported_again() -> None:
    table, rows = context("date,explains\nsoon,6\n")
    days, _, problems = read_row_dates(table, rows, None)
    assert [problem.code for problem in problems] == ["not-a-date"]
    assert days is not None
    assert days.day_of(0, rows[0], table) == (None, ())


def test_one_problem_covers_a_column_that_can_be_read_both_ways() -> None:
    table, rows = context("date,explains\n5/6/2025,6\n6/7/2025,7\n")
    days, _, problems = read_row_dates(table, rows, None)
    assert [problem.code for problem in problems] == ["ambiguous-dates"]
    assert days is not None
    assert days.day_of(1, rows[1], table) == (None, ())


def test_without_a_column_of_dates_there_are_no_days() -> None:
    table, rows = context("class,explains\nP 2,6\n")
    assert read_row_dates(table, rows, None) == (None, None, [])
