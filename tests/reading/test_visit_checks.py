"""Visits that are there twice, and years that were typed wrong."""

from tests.conftest import ANA
from tests.reading.test_crosschecks import problems_with

TABLE = f"{ANA}/data/period-2.csv"


def test_two_rows_of_one_visit_are_one_warning() -> None:
    table = "date,n,explains,asks\n2025-10-03,24,6,3\n2025-10-10,24,9,4\n2025-10-03,24,8,4\n"
    problems = problems_with({TABLE: table})
    assert [(problem.code, str(problem.place)) for problem in problems] == [
        ("visit-twice", f"{TABLE}, row 2"),
    ]
    assert problems[0].message == "Period 2 has more than one row for 2025-10-03; they are averaged."


def test_two_observers_are_two_rows() -> None:
    table = "date,n,explains,asks,observer\n2025-10-03,24,6,3,A\n2025-10-03,24,8,4,B\n"
    assert problems_with({TABLE: table}) == []


def test_a_year_between_two_visits_is_asked_about() -> None:
    table = "date,n,explains,asks\n2024-10-01,24,6,3\n2025-10-03,24,9,4\n2025-10-10,24,8,4\n"
    assert [(problem.code, str(problem.place)) for problem in problems_with({TABLE: table})] == [
        ("far-apart", f"{TABLE}, row 3")
    ]
