"""The column `phase` of a table without a tool: what is before, what is after, and what is refused."""

import pytest

from generator.model import Prompt, Tool
from generator.problems import Problem
from generator.reading.tables.columns import read_answers
from generator.reading.tables.headings import ColumnRole
from generator.reading.tables.observation_table import read_observation_table
from generator.reading.tables.phase_column import baseline_lengths, is_baseline, phases_not_used, read_phases


def read(text: str) -> tuple[dict[tuple[str, str], int] | None, list[Problem]]:
    table, problems = read_observation_table(text.encode(), "t.csv", None, class_from_file=False)
    assert table is not None, problems
    phases, problems = read_phases(table, table.observations)
    return (None if phases is None else baseline_lengths(phases, table.observations)), problems


@pytest.mark.parametrize("name", ["baseline", "Baseline ", "A", "a", "0"])
def test_a_baseline_is_called_so(name: str) -> None:
    assert is_baseline(name)


@pytest.mark.parametrize("name", ["B", "1", "intervention", "after", "AB", "10", "baseline 2"])
def test_anything_else_is_after(name: str) -> None:
    assert not is_baseline(name)


def test_each_series_has_its_baseline() -> None:
    lengths, problems = read(
        "date,class,phase,value\n"
        "2025-09-01,P2,A,3\n2025-09-01,P4,A,3\n2025-09-08,P2,B,4\n2025-09-08,P4,A,4\n2025-09-15,P4,B,5\n"
    )
    assert (lengths, problems) == ({("p2", ""): 1, ("p4", ""): 2}, [])


def test_without_dates_the_rows_count_as_they_stand() -> None:
    assert read("fase,value\n0,3\n0,5\n1,4\n") == ({("", ""): 2}, [])


def test_rows_of_one_day_are_one_point() -> None:
    lengths, _ = read("date,phase,value\n2025-09-01,A,3\n2025-09-01,A,5\n2025-09-08,A,4\n2025-09-15,B,6\n")
    assert lengths == {("", ""): 2}


def test_a_class_without_a_change_is_all_baseline_and_one_without_a_baseline_has_none() -> None:
    lengths, problems = read("class,phase,value\nP2,A,3\nP2,A,4\nP4,B,3\nP4,B,5\n")
    assert (lengths, problems) == ({("p2", ""): 2, ("p4", ""): 0}, [])


def test_a_table_without_the_column_says_nothing_of_phases() -> None:
    assert read("date,value\n2025-09-01,3\n") == (None, [])


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ("date,phase,value\n2025-09-01,A,3\n2025-09-08,,4\n", "no-phase", 3),
        ("date,phase,value\n2025-09-01,pre,3\n2025-09-08,post,4\n", "no-baseline-phase", None),
        ("date,phase,value\n2025-09-01,A,3\n2025-09-08,B,4\n2025-09-15,A,4\n", "late-baseline", 4),
        ("date,phase,value\n2025-09-08,B,4\n2025-09-08,A,3\n", "late-baseline", 3),
        ("phase,value\nA,4\nB,3\nA,5\n", "late-baseline", 4),
    ],
)
def test_what_is_refused(text: str, code: str, row: int | None) -> None:
    lengths, (problem,) = read(text)
    assert lengths is None
    assert (problem.code, problem.is_error, problem.place.row, problem.place.field) == (
        code,
        True,
        row,
        "phase",
    )


def test_dates_decide_what_comes_first_not_the_order_of_rows() -> None:
    assert read("date,phase,value\n2025-09-15,B,4\n2025-09-01,A,3\n2025-09-08,A,5\n")[0] == {("", ""): 2}


def test_several_phases_after_the_baseline_are_joined_and_that_is_said() -> None:
    lengths, (problem,) = read("phase,value\nA,4\nA,3\nB,5\nC,6\n")
    assert lengths == {("", ""): 2}
    assert (problem.code, "B, C" in problem.message, problem.is_error) == ("phases-joined", True, False)


def test_where_the_command_says_the_baseline_the_column_is_not_used() -> None:
    table, _ = read_observation_table(b"phase,value\nA,4\nB,3\n", "t.csv", None)
    assert table is not None
    assert [problem.code for problem in phases_not_used(table)] == ["phases-not-used"]
    table, _ = read_observation_table(b"value\n4\n", "t.csv", None)
    assert table is not None and phases_not_used(table) == []


def test_a_heading_may_be_answered_with_phase_where_there_is_no_tool() -> None:
    answers, misunderstood = read_answers({"Condition of the visit": "phase"}, None)
    assert (answers, misunderstood) == ({"condition-of-the-visit": ColumnRole.PHASE}, [])


def test_in_an_inquiry_phases_come_from_its_changes() -> None:
    tool = Tool("talk", "Talk", (Prompt("explains", "Explains"),))
    assert read_answers({"Phase": "phase"}, tool)[1] == ["Phase"]
    table, _ = read_observation_table(b"date,n,explains,phase\n2025-09-01,24,3,A\n", "t.csv", tool)
    assert table is not None
    assert [column.heading for column in table.columns.unknown] == ["phase"]
