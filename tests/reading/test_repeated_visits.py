"""Visits that stand twice: the same numbers count once, other numbers are never averaged."""

import pytest

from generator.problems import Severity
from generator.reading.repeated_visits import count_visits_once, find_repeated_visits
from tests.conftest import ANA
from tests.reading.tables.test_visit_rows import read
from tests.reading.test_crosschecks import problems_with

TABLE = f"{ANA}/data/period-2.csv"
LONG = "date,prompt,count,n\n2025-10-03,explains,6,24\n2025-10-03,asks,3,24\n"


def test_other_numbers_for_one_visit_are_an_error_with_three_remedies() -> None:
    table = "date,n,explains,asks\n2025-10-03,24,6,3\n2025-10-10,24,9,4\n2025-10-03,24,8,4\n"
    (problem,) = problems_with({TABLE: table})
    assert (problem.severity, problem.code, str(problem.place)) == (
        Severity.ERROR,
        "visit-twice",
        f"{TABLE}, row 4",
    )
    assert problem.message == (
        "Period 2 has different numbers for 2025-10-03 in row 2, and nothing tells the two rows apart."
    )
    assert all(remedy in problem.hint for remedy in ("delete the older", "time", "observer"))


def test_the_other_row_may_be_in_another_table() -> None:
    row = "date,class,n,explains,asks\n2025-10-03,Period 2,24,{},3\n"
    (problem,) = problems_with({TABLE: row.format(6), f"{ANA}/data/more.csv": row.format(7)})
    assert "in more.csv, row 2" in problem.message


def test_the_same_numbers_twice_are_one_visit_and_said() -> None:
    table = "date,n,explains,asks\n2025-10-03,24,6,3\n2025-10-03,24,6,3\n2025-10-10,24,9,4\n"
    (problem,) = problems_with({TABLE: table})
    assert (problem.severity, problem.code, problem.place.row) == (Severity.NOTICE, "visit-sent-twice", 3)
    assert problem.message.endswith("count once: Period 2 2025-10-03")
    observations, _ = read(table)
    assert [(cell.row, cell.prompt) for cell in count_visits_once(observations)[0]] == [
        (2, "explains"),
        (2, "asks"),
        (4, "explains"),
        (4, "asks"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "date,n,explains,asks,observer\n2025-10-03,24,6,3,A\n2025-10-03,24,8,4,B\n",
        "date,time,n,explains,asks\n2025-10-03,9:05,24,6,3\n2025-10-03,14:30,24,8,4\n",
        "date,n,explains,asks,group\n2025-10-03,12,6,3,Row 1\n2025-10-03,12,8,4,Row 2\n",
        "date,n,explains,asks\n2025-10-03,24,6,\n2025-10-03,24,,4\n",
        LONG,
    ],
    ids=["observers", "times", "groups", "one prompt each", "long rows"],
)
def test_what_the_rows_themselves_tell_apart(table: str) -> None:
    assert find_repeated_visits(read(table)[0]) == []


def test_a_prompt_that_only_the_second_row_has_is_kept() -> None:
    observations, _ = read("date,n,explains,asks\n2025-10-03,24,6,\n2025-10-03,24,6,4\n")
    kept, (notice,) = count_visits_once(observations)
    assert [(cell.prompt, cell.count, cell.row) for cell in kept] == [("explains", 6, 2), ("asks", 4, 3)]
    assert notice.code == "visit-sent-twice"


def test_long_rows_are_compared_prompt_by_prompt() -> None:
    again = LONG + "2025-10-03,explains,6,24\n2025-10-03,asks,{},24\n"
    (visit,) = find_repeated_visits(read(again.format(3))[0])
    assert not visit.differs
    (visit,) = find_repeated_visits(read(again.format(4))[0])
    assert visit.differs


def test_another_number_of_students_is_another_number() -> None:
    observations, _ = read("date,n,asks\n2025-10-03,24,6\n2025-10-03,23,6\n")
    assert [visit.differs for visit in find_repeated_visits(observations)] == [True]


def test_one_observer_cannot_count_a_visit_twice_either() -> None:
    observations, _ = read("date,n,asks,observer\n2025-10-03,24,6,A\n2025-10-03,24,8,A\n")
    assert [problem.code for problem in count_visits_once(observations)[1]] == ["visit-twice"]


def test_many_visits_are_not_as_many_messages() -> None:
    rows = "".join(f"2025-10-{day:02},24,{count}\n" for day in range(1, 29) for count in (6, 7))
    problems = count_visits_once(read("date,n,explains\n" + rows)[0])[1]
    assert len(problems) < 10
    rows = "".join(f"2025-10-{day:02},24,6\n" * 2 for day in range(1, 29))
    (notice,) = count_visits_once(read("date,n,explains\n" + rows)[0])[1]
    assert notice.message.count("Period 2") == 8 and notice.message.endswith("…")
