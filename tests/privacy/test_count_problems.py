"""Messages about counts: one a file, with rows and without numbers of students."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from generator.model import Observation, Program, SmallGroups
from generator.privacy.count_problems import (
    all_or_none_problems,
    bounded_problems,
    few_students_problems,
    share_without_n_problems,
    subtraction_problems,
)
from generator.problems import Problem, Severity
from tests.privacy.visits import visit

REFUSE = Program("Program")
SUPPRESS = replace(REFUSE, small_groups=SmallGroups.SUPPRESS)
FEW = visit(("A", 3, 6), ("B", 4, 7))


@pytest.mark.parametrize(("make", "rule"), [(few_students_problems, "P06"), (subtraction_problems, "P07")])
def test_a_count_is_refused_or_said_to_be_hidden(
    make: Callable[[tuple[Observation, ...], Program], list[Problem]], rule: str
) -> None:
    for program, severity in ((REFUSE, Severity.ERROR), (SUPPRESS, Severity.NOTICE)):
        (problem,) = make(FEW, program)
        assert (problem.code, problem.severity) == (rule, severity)
        assert str(problem.place) == "data/period-2.csv, row 2, column n"
        assert "Fewer than 10" in problem.message or "fewer than 10" in problem.message
        assert "2, 3" in problem.message
        assert problem.message.endswith(".")
        assert not any(digit in problem.message for digit in "67")


def test_each_file_has_a_problem_of_its_own() -> None:
    rows = (*FEW, *(replace(row, file="data/period-4.csv") for row in FEW))
    files = [problem.place.file for problem in few_students_problems(rows, REFUSE)]
    assert files == ["data/period-2.csv", "data/period-4.csv"]


def test_attainment_is_a_notice_and_behaviour_a_warning() -> None:
    (notice,), (warning,) = bounded_problems(FEW, is_attainment=True), all_or_none_problems(FEW)
    assert (notice.severity, warning.severity) == (Severity.NOTICE, Severity.WARNING)
    for problem in (notice, warning):
        assert (problem.code, str(problem.place)) == ("P08", "data/period-2.csv, row 2, column count")
        assert ": 2, 3." in problem.message
    assert "sensitivity: attainment" in warning.hint


@pytest.mark.parametrize(("is_attainment", "of_how_many"), [(True, False), (False, True)])
def test_a_bound_says_why_it_is_one(is_attainment: bool, of_how_many: bool) -> None:
    (problem,) = bounded_problems(FEW, is_attainment=is_attainment)
    assert ("do not say of how many" in problem.message) == of_how_many


@pytest.mark.parametrize(("name", "typed"), [("P4 ELL", "P4 ELL"), ("", "Period 2")])
def test_shares_of_nobody_knows_how_many_say_what_to_type(name: str, typed: str) -> None:
    first, second = FEW
    (problem,) = share_without_n_problems([replace(first, class_name=name), second])
    assert (problem.code, problem.severity) == ("P06", Severity.WARNING)
    assert str(problem.place) == "data/period-2.csv, row 2, column n"
    assert problem.message.endswith("too few: 2, 3.")
    assert f"classes: {{{typed}: {{students: 26}}}}" in problem.hint
