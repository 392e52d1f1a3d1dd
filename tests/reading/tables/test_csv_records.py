"""The rows of a CSV file; a row whose quotation marks are wrong is refused where it begins."""

import pytest

from generator.problems import Place
from generator.reading.tables.csv_records import read_csv_records

HEAD = "date,n,note,explains\n2025-09-08,24,calm,8\n"


def codes(text: str) -> list[tuple[str, int | None, int | None]]:
    records, problems = read_csv_records(text, ",", Place("a.csv", 0), 100)
    assert not (records and problems)
    return [(problem.code, problem.place.row, problem.place.line) for problem in problems]


def test_rows_have_numbers_lines_and_stripped_cells() -> None:
    text = 'a;b\n\n1; "x\ny"\n2;3\u00a0\n'
    records, problems = read_csv_records(text, ";", Place("a.csv", 1), 9)
    assert not problems
    assert [(one.number, one.line, one.cells) for one in records] == [
        (1, 2, ["a", "b"]),
        (2, 3, []),
        (3, 4, ["1", "x\ny"]),
        (4, 6, ["2", "3"]),
    ]


@pytest.mark.parametrize(
    "row",
    [
        '2025-09-15,24,"loud,10\n2025-09-22,24,,9\n',  # never closed
        '2025-09-15,24,"loud,10\n2025-09-22,24,"calm",9\n',  # closed by the next one's
        '2025-09-15,24,"loud,10\n2025-09-22,24,",9\n',
        '2025-09-15,24,"said "go" loudly",10\n',
        '"2025-09-15,24,loud,10\n"2025-09-22",24,calm,9\n',
        '2025-09-15,24,"loud\n2025-09-22,24",9\n',  # a date begins the next line
        '2025-09-15,24,"loud\nSeptember,24,8",9\n',  # two numbers in the next line
    ],
)
def test_an_open_quotation_mark_is_an_error_where_its_row_begins(row: str) -> None:
    assert codes(HEAD + row) == [("broken-table", 3, 3)]


@pytest.mark.parametrize(
    "row",
    ["2025-09-15,24,“loud, busy”,10\n", '2025-09-15,24,loud, busy",10\n', "2025-09-15,24,«uno, dos»,10\n"],
)
def test_a_text_in_quotation_marks_that_do_not_hold_it_together(row: str) -> None:
    assert codes(HEAD + row) == [("parted-text", 3, 3)]


@pytest.mark.parametrize(
    "row",
    [
        '2025-09-15,24,"loud, busy",10\n',
        '2025-09-15, 24, "loud, busy", 10\n',
        '2025-09-15,24,"said ""go""",10\n',
        '2025-09-15,24,"two lines\nof words, and more",10\n',
        '2025-09-15,24,a line of 5",10\n',
        "2025-09-15,24,“go”,10\n",
    ],
)
def test_texts_that_are_as_they_should_be(row: str) -> None:
    assert codes(HEAD + row) == []


def test_no_more_rows_than_wanted_are_read() -> None:
    records, _ = read_csv_records("a\n" * 50, ",", Place("a.csv", 0), 10)
    assert len(records) == 10


def test_a_quotation_mark_within_a_word_is_not_a_part_of_it() -> None:
    _, (problem,) = read_csv_records('class,n\nP"eriod 4,24\n', ",", Place("a.csv"), 9)
    assert (problem.code, problem.place.row) == ("broken-table", 2)
    assert not read_csv_records('note,n\na 12" ruler,24\nso "we" say,3\n', ",", Place("a.csv"), 9)[1]
