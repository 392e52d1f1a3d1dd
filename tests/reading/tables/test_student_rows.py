"""A row a student, by codes -> a row a visit."""

import pytest

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.observation_table import read_observation_table
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
    visits, problems = aggregate_by_visit(table, TOOL)
    assert problems == []
    return visits


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


def problems_of(text: str) -> list[tuple[str, int | None, str | None]]:
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    visits, problems = aggregate_by_visit(table, TOOL)
    assert visits is not table
    return [(problem.code, problem.place.row, problem.place.field) for problem in problems]


def test_an_answer_that_cannot_be_understood_is_named_at_its_place() -> None:
    assert problems_of(
        "date,student,explains\n2025-09-05,S01,yes\n2025-09-05,S02,maybe\n2025-09-05,S03,no\n"
    ) == [("not-an-answer", 3, "explains")]


@pytest.mark.parametrize(
    ("marks", "code"),
    {
        "x,x,,": "only-yes",
        "1,X,x,": "only-yes",
        "no,,,no": "only-no",
        "x,no,,": None,
        "x,x,NA,n/a": None,
        "x,x,x,x": None,
        "no,no,no,no": None,
        ",,,": None,
    }.items(),
)
def test_marks_for_yes_beside_empty_cells_are_asked_about(marks: str, code: str | None) -> None:
    rows = "".join(f"2025-09-05,S{number},{mark}\n" for number, mark in enumerate(marks.split(",")))
    assert [one for one, _, _ in problems_of("date,student,explains\n" + rows)] == [code] * bool(code)


def test_one_who_is_away_in_a_list_that_says_no_elsewhere_is_not_asked_about() -> None:
    first = "".join(f"2025-09-05,S{number},{'no' if number % 2 else 'x'}\n" for number in range(10))
    second = "".join(f"2025-09-12,S{number},{'x' if number else ''}\n" for number in range(10))
    table = aggregate("date,student,explains\n" + first + second)
    assert [row.cells[1] for row in table.rows] == ["5/10", "9/9"]


def test_a_student_who_stands_twice_in_a_visit_is_named_by_the_row_alone() -> None:
    assert problems_of(
        "date,student,explains\n2025-09-05,S01,yes\n2025-09-05,S02,no\n2025-09-05,S03,no\n2025-09-05,s01,no\n"
    ) == [("student-twice", 5, "student")]


TICKETS = "Timestamp,Email Address,Your name,Explains\n" + "".join(
    f"9/{day}/2025 14:1{number}:00,s{number}@example.org,Pupil {number},{'Yes' if number < 2 else 'No'}\n"
    for day in (8, 15)
    for number in range(5)
)


def test_exit_tickets_without_codes_are_summed_up_by_the_day() -> None:
    table = aggregate(TICKETS)
    assert table.header == ("Timestamp", "Explains", "n")
    assert [row.cells for row in table.rows] == [("9/8/2025", "2/5", "5"), ("9/15/2025", "2/5", "5")]


def test_an_exit_ticket_that_was_sent_twice_counts_once_or_not_at_all() -> None:
    again = TICKETS + "9/15/2025 14:20:00,s0@example.org,Pupil 0,No\n"
    assert [code for code, _, _ in problems_of(again)] == ["student-twice"]
    without_names = "Timestamp,Explains\n" + "9/8/2025 14:10:00,Yes\n" * 2 + "9/8/2025 14:11:00,No\n"
    assert [code for code, _, _ in problems_of(without_names)] == ["student-twice"]


@pytest.mark.parametrize("students", ["S01,S02,S03", "Ximena,Bo,Cy"])
def test_a_column_that_is_not_understood_is_one_error_and_nothing_is_summed_up(students: str) -> None:
    heading = "student" if "S01" in students else "Name"
    rows = zip(students.split(","), ("glad", "sad", "glad"), strict=True)
    text = f"date,{heading},Mood,explains\n" + "".join(
        f"2025-09-05,{student},{mood},yes\n" for student, mood in rows
    )
    table, problems = read_observation_table(text.encode(), "a.csv", TOOL)
    assert table is None
    assert [problem.code for problem in problems] == ["unknown-column"]


def test_a_column_of_codes_is_no_unknown_column() -> None:
    text = "date,code,explains\n2025-09-05,S01,yes\n2025-09-05,S02,no\n2025-09-05,S03,yes\n"
    table, problems = read_observation_table(text.encode(), "a.csv", TOOL)
    assert table is not None and problems == []
    assert [(cell.count, cell.n) for cell in table.observations] == [(2, 3)]


def test_floats_are_added_up_exactly() -> None:
    rows = "".join(f"2025-09-05,S0{number},0.1\n" for number in range(1, 10))
    assert aggregate("date,student,score\n" + rows).rows[0].cells[1] == "0.1"


@pytest.mark.parametrize(
    "text",
    [
        "date,explains\n2025-09-05,6\n",
        "date,explains\n2025-09-05,yes\n2025-09-12,no\n2025-09-19,no\n",
        "date,n,explains\n2025-09-05,24,yes\n2025-09-05,24,no\n2025-09-05,24,no\n",
        "date,name,explains\n2025-09-05,Ana,1\n2025-09-05,Ben,0\n2025-09-05,Cy,0\n",
        "date,student,other\n2025-09-05,S01,yes\n2025-09-05,S02,no\n2025-09-05,S03,no\n",
    ],
)
def test_any_other_table_stays_as_it_is(text: str) -> None:
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    for tool in (TOOL, None):
        visits, problems = aggregate_by_visit(table, tool)
        assert visits is table
        assert problems == []
