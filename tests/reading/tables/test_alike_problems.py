"""Many alike problems are a few and a number."""

from generator.problems import Place, Problem, error
from generator.reading.tables.alike_problems import MOST_ALIKE, limit_alike


def problem(row: int, field: str = "n", code: str = "not-a-number") -> Problem:
    return error(code, Place("a.csv", row=row, field=field), "{text} is not a number.", "Type one.", text="x")


def test_a_few_problems_stay_as_they_are() -> None:
    problems = [problem(row) for row in range(2, 2 + MOST_ALIKE)]
    assert limit_alike(problems) == problems


def test_what_is_more_than_a_few_is_one_problem_that_counts_them() -> None:
    problems = limit_alike([problem(row) for row in range(2, 2 + MOST_ALIKE + 3)])
    assert len(problems) == MOST_ALIKE + 1
    assert problems[-1].message == "3 more rows have the same mistake as row 2."
    assert problems[-1].hint == "Type one."


def test_columns_and_kinds_are_counted_apart() -> None:
    rows = range(2, 2 + MOST_ALIKE)
    problems = [
        problem(row, field, code) for row in rows for field in ("n", "explains") for code in ("a", "b")
    ]
    assert limit_alike(problems) == problems
