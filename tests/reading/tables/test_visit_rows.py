"""The rows of a table: visits, totals, repeated headers."""

import pytest

from generator.model import Observation, Prompt, PromptKind, Tool
from generator.reading.tables.observation_table import read_observation_table

TOOL = Tool(
    "t", "T", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks", kind=PromptKind.TALLY))
)


def read(text: str) -> tuple[list[Observation], list[tuple[str, int | None]]]:
    """The observations, and (code, row) of every problem."""
    table, problems = read_observation_table(text.encode(), "data/period-2.csv", TOOL)
    assert table is not None
    return list(table.observations), [(problem.code, problem.place.row) for problem in problems]


@pytest.mark.parametrize(
    "row",
    [
        "Total,,48,8",
        "2025-09-06,promedio,24,4",
        "Average,,24,4",
        "Class average,,24,4",
        "Total general:,P 2,24,6",
    ],
)
def test_a_row_of_totals_is_not_a_visit(row: str) -> None:
    rows, problems = read(f"date,class,n,explains\n2025-09-05,P 2,24,6\n{row}\n")
    assert [one.count for one in rows] == [6]
    assert problems == [("total-row", 3)]


def test_a_header_that_stands_a_second_time() -> None:
    rows, problems = read("date,n,explains\n2025-09-05,24,6\ndate,n,explains\n2025-09-12,24,7\n")
    assert [one.count for one in rows] == [6, 7]
    assert problems == [("header-again", 3)]


def test_a_wrong_cell_leaves_the_others_of_its_row() -> None:
    rows, problems = read("date,n,explains,asks\n2025-09-05,24,25,3\n")
    assert [(one.prompt, one.value) for one in rows] == [("asks", 3)]
    assert problems == [("more-than-n", 2)]


def test_a_long_row_with_a_prompt_that_the_tool_does_not_have() -> None:
    rows, problems = read("date,prompt,count,n\n2025-09-05,sings,6,24\n2025-09-05,Asks,6,24\n")
    assert [(one.prompt, one.value) for one in rows] == [("asks", 6)]
    assert problems == [("unknown-prompt", 2)]


def test_a_value_is_plotted_as_written_and_the_count_beside_it_is_kept() -> None:
    rows, _ = read("date,prompt,value,count,n\n2025-09-05,explains,26,6,24\n2025-09-05,asks,5,,24\n")
    assert [(one.value, one.count, one.n) for one in rows] == [(26, 6, 24), (5, None, 24)]


def test_a_time_tells_two_visits_of_one_day_apart() -> None:
    rows, problems = read("date,time,n,explains\n2025-09-05,9:05,24,6\n2025-09-05,2:30 pm,24,8\n")
    assert ([visit.time for visit in rows], problems) == (["09:05", "14:30"], [])


def test_a_time_that_is_not_one() -> None:
    rows, problems = read("date,time,n,explains\n2025-09-05,after lunch,24,6\n")
    assert ([visit.time for visit in rows], problems) == ([""], [("not-a-time", 2)])


@pytest.mark.parametrize("row", ["2025-09-15,8,4", "2025-09-15,8", "2025-09-15,24,8", "2025-09-15"])
def test_a_row_that_ends_before_a_count_is_refused(row: str) -> None:
    table, problems = read_observation_table(
        f"date,n,explains,asks\n2025-09-08,24,8,4\n{row}\n".encode(), "a.csv", TOOL
    )
    assert table is not None
    assert [(one.code, one.place.row) for one in problems] == [("short-row", 3)]
    assert {one.row for one in table.observations} == {2}


def test_a_row_that_ends_before_a_note_is_whole() -> None:
    _, problems = read_observation_table(
        b"date,n,explains,asks,note\n2025-09-08,24,8,4,loud\n2025-09-15,24,9,4\n", "a.csv", TOOL
    )
    assert problems == []
