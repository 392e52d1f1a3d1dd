"""Years that were typed wrong."""

from tests.conftest import ANA
from tests.reading.test_crosschecks import inquiry, problems_with

TABLE = f"{ANA}/data/period-2.csv"


def test_a_year_between_two_visits_is_asked_about() -> None:
    table = "date,n,explains,asks\n2024-10-01,24,6,3\n2025-10-03,24,9,4\n2025-10-10,24,8,4\n"
    problems = problems_with({TABLE: table, **inquiry("same_students: true\n")})
    assert [(problem.code, str(problem.place)) for problem in problems] == [("far-apart", f"{TABLE}, row 3")]


TWO_YEARS = "date,n,explains,asks\n2025-05-05,24,6,3\n2025-09-08,24,9,4\n"


def test_visits_of_two_school_years_are_of_different_students() -> None:
    (problem,) = problems_with({TABLE: TWO_YEARS})
    assert (problem.severity, problem.code) == ("warning", "two-school-years")
    assert "2025-08-01" in problem.message
    assert problem.hint == "If the students are the same, add:  same_students: true"


def test_unless_they_are_the_same_or_the_year_begins_at_another_time() -> None:
    assert problems_with({TABLE: TWO_YEARS, **inquiry("same_students: true\n")}) == []
    southern = {"program.yml": "title: Maple Grove\nschool_year_starts: 02-01\n"}
    assert problems_with({TABLE: TWO_YEARS, **southern}) == []
