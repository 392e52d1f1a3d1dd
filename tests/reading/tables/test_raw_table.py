"""Bytes -> a header and rows of text cells, each with its place."""

import pytest

from generator.problems import Problem
from generator.reading.tables.raw_table import MAX_COLUMNS, MAX_ROWS, RawTable, read_raw_table


def read(data: str | bytes, file: str = "a.csv") -> RawTable:
    table, problems = read_raw_table(data.encode() if isinstance(data, str) else data, file)
    assert table is not None, [problem.message for problem in problems]
    assert not problems
    return table


def problem_of(data: str | bytes, file: str = "a.csv") -> Problem:
    _, problems = read_raw_table(data.encode() if isinstance(data, str) else data, file)
    (problem,) = problems
    return problem


def cells(table: RawTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("date,n\n2025-09-05,24\n", ","),
        ("date;n\n2025-09-05;24\n", ";"),
        ("date\tn\n2025-09-05\t24\n", "\t"),
        ("sep=;\ndate;n\n2025-09-05;24\n", ";"),
        ("sep=\t\ndate\tn\n2025-09-05\t24\n", "\t"),
        ('"a;b, c",n\n2025-09-05,24\n', ","),
    ],
)
def test_the_separator_is_the_one_that_the_header_has_most_of(text: str, separator: str) -> None:
    table = read(text)
    assert table.separator == separator
    assert cells(table) == [("2025-09-05", "24")]


def test_a_line_that_names_the_separator_is_counted_in_lines_and_not_in_rows() -> None:
    place = read("sep=;\ndate;n\n2025-09-05;24\n").place(0, 1)
    assert (place.line, place.row, place.column, place.field) == (3, 2, 2, "n")


def test_a_row_stands_where_it_begins_also_after_a_cell_of_two_lines() -> None:
    table = read('date,note\n2025-09-05,"two\nlines"\n2025-09-06,one\n')
    assert [table.place(row, 0).line for row in (-1, 0, 1)] == [1, 2, 4]
    assert [row.number for row in table.rows] == [2, 3]


def test_blank_rows_are_skipped_but_not_between_the_values_of_a_single_column() -> None:
    assert cells(read("date,n\n,\n2025-09-05,24\n\n")) == [("2025-09-05", "24")]
    assert cells(read("value\n1\n\n3\n\n")) == [("1",), ("",), ("3",)]


def test_short_rows_are_filled_and_empty_cells_beyond_the_header_are_cut() -> None:
    assert cells(read("date,n,note,,\n2025-09-05\n2025-09-06,24,,,\n")) == [
        ("2025-09-05", "", ""),
        ("2025-09-06", "24", ""),
    ]


def test_a_row_with_values_beyond_the_header_is_left_out_and_named() -> None:
    table, (problem,) = read_raw_table(b"date,n\n2025-09-05,24,7\n2025-09-06,24\n", "a.csv")
    assert table is not None
    assert cells(table) == [("2025-09-06", "24")]
    assert (problem.code, problem.place.row) == ("too-many-cells", 2)


def test_encodings() -> None:
    assert read("\ufeffdate,n\n".encode()).encoding == "UTF-8"
    assert read("date,día\n".encode("utf-16")).header == ("date", "día")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "empty-table"),
        ("\n\n", "empty-table"),
        (b"PK\x03\x04rest", "excel-renamed"),
        ("\ufeff\n<!DOCTYPE html><table><tr><td>date</td></tr></table>", "not-a-table"),
        ("<html><table><tr><td>date</td></tr></table>", "not-a-table"),
        (b"%PDF-1.4\n", "not-a-table"),
        ("{\\rtf1\\ansi date}", "not-a-table"),
        ('date,n\n2025-09-05,"24\n' + "x" * 140_000, "broken-table"),
        ("n\n" + "1\n" * MAX_ROWS, "table-too-big"),
        (",".join(["n"] * (MAX_COLUMNS + 1)), "table-too-big"),
    ],
)
def test_what_is_not_a_table(data: str | bytes, code: str) -> None:
    assert problem_of(data).code == code


def test_yaml_entries_are_rows_and_every_key_is_a_column() -> None:
    table = read("- {date: 2025-09-05, n: 24}\n- {date: 2025-09-06, note: Loud}\n", "a.yml")
    assert table.header == ("date", "n", "note")
    assert cells(table) == [("2025-09-05", "24", ""), ("2025-09-06", "", "Loud")]
    assert (table.place(1, 2).line, table.place(-1, 2).line, table.separator) == (2, 2, "")


@pytest.mark.parametrize(
    ("text", "line"),
    [("date: 2025-09-05\n", 1), ("- {date: 2025-09-05}\n- 3\n", 2), ("- {date: 2025-09-05, n: [1, 2]}\n", 1)],
)
def test_yaml_of_another_shape(text: str, line: int) -> None:
    problem = problem_of(text, "a.yml")
    assert (problem.code, problem.place.line) == ("not-a-table", line)


def test_headings_below_a_title_are_found_and_said_once() -> None:
    text = "Table 1\n\nDate,N,Explains\n9/8/25,24,8\n9/15/25,24,10\n"
    table, (problem,) = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    assert table.header == ("Date", "N", "Explains")
    assert [row.number for row in table.rows] == [4, 5]
    assert table.place(0, 1).line == 4
    assert (problem.code, problem.is_error, problem.place.row) == ("title-above", False, 3)


def test_settings_above_the_headings_have_a_separator_of_their_own() -> None:
    above = '"Number of header lines:";"6"\n"Seen, in all:";"Obs 1"\n\n'
    text = above + '"Date_dmy";"Behavior"\n"";""\n"08-09-2025";"x"\n'
    table, (problem,) = read_raw_table(text.encode("utf-16"), "a.txt")
    assert table is not None
    assert (table.separator, table.header) == (";", ("Date_dmy", "Behavior"))
    assert problem.message == "The headings are in row 4. What is above them is not read."


def test_a_workbook_has_no_commas() -> None:
    table, (problem,) = read_raw_table(b"date,n\n2025-09-05,24,7\n", "a.xlsx")
    assert table is not None
    assert "comma" not in problem.hint


def test_a_file_without_a_row_of_headings_is_one_sentence() -> None:
    text = "My notes\n2025-09-08,24,3\n2025-09-15,24,3,4,5\n2025-09-22,24\n"
    table, (problem,) = read_raw_table(text.encode(), "a.csv")
    assert table is None
    assert problem.message == ("The headings in row 1 do not reach as far as the rows below them.")


def test_what_stands_above_the_headings_is_kept_for_the_privacy_gate_alone() -> None:
    table, _ = read_raw_table(b"Ana's visits\n\ndate,n,explains\n2025-09-05,24,9\n", "a.csv")
    assert table is not None
    assert [(row.number, row.cells) for row in table.above] == [(1, ("Ana's visits",))]
    assert [row.number for row in table.rows] == [4]


def test_a_table_that_ends_within_a_letter_is_damaged() -> None:
    table, (problem,) = read_raw_table("date,note\n2025-09-05,café".encode()[:-1], "a.csv")
    assert (table, problem.code) == (None, "damaged-text")


def test_one_row_with_a_separator_too_many_is_not_moved() -> None:
    table, (problem,) = read_raw_table(b"date,n,asks,note\n2025-09-05,24,3,\n2025-09-12,24,,3,\n", "a.csv")
    assert table is not None
    assert ([row.number for row in table.rows], problem.code, problem.place.row) == ([2], "too-many-cells", 3)
    assert read_raw_table(b"date,n\n2025-09-05,24,\n2025-09-12,24,\n", "a.csv")[1] == []
