"""Years that were typed wrong."""

from tests.conftest import ANA
from tests.reading.test_crosschecks import problems_with

TABLE = f"{ANA}/data/period-2.csv"


def test_a_year_between_two_visits_is_asked_about() -> None:
    table = "date,n,explains,asks\n2024-10-01,24,6,3\n2025-10-03,24,9,4\n2025-10-10,24,8,4\n"
    assert [(problem.code, str(problem.place)) for problem in problems_with({TABLE: table})] == [
        ("far-apart", f"{TABLE}, row 3")
    ]
