"""Many alike problems are one, with how many more rows have it."""

from msgspec.structs import replace

from generator.problems import Place, Problem, error
from generator.reading.tables.repeated_problems import MOST_REPEATED, limit_repeated


def problem(row: int, field: str = "n", code: str = "not-a-number") -> Problem:
    return error(code, Place("a.csv", row=row, field=field), "{text} is not a number.", "Type one.", text="x")


def test_one_problem_stays_as_it_is() -> None:
    assert limit_repeated([problem(2)]) == [problem(2)]


def test_a_mistake_of_many_rows_is_one_problem_that_counts_them() -> None:
    problems = limit_repeated([problem(row, field) for row in range(2, 13) for field in ("n", "explains")])
    assert problems == [replace(problem(2), more_rows=10)]
    assert problems[0].message == "x is not a number (and 10 more rows)."


def test_kinds_of_mistakes_are_counted_apart() -> None:
    problems = limit_repeated([problem(row, code=code) for row in (2, 3) for code in ("a", "b")])
    assert [(one.code, one.place.row, one.more_rows) for one in problems] == [("a", 2, 1), ("b", 2, 1)]


def test_cells_of_one_row_are_named_one_by_one() -> None:
    problems = [problem(2, "n"), problem(2, "explains")]
    assert limit_repeated(problems) == problems


def test_each_heading_is_named() -> None:
    place = Place("a.csv", row=1)
    problems = [error("unknown-column", place, "{heading}?", heading=name) for name in "abcdefghijkl"]
    assert limit_repeated(problems) == problems[:MOST_REPEATED]


def test_what_was_counted_already_still_counts() -> None:
    (once,) = limit_repeated([problem(2), problem(3)])
    assert limit_repeated([once, problem(4)])[0].more_rows == 2
