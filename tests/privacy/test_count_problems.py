"""Messages about counts: one a file, with rows and without numbers of students."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from generator.model import Observation, Program, SmallGroups
from generator.privacy.count_problems import (
    all_or_none_problems,
    bounded_problems,
    few_students_problems,
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
        assert not any(digit in problem.message for digit in "67")


def test_each_file_has_a_problem_of_its_own() -> None:
    rows = (*FEW, *(replace(row, file="data/period-4.csv") for row in FEW))
    files = [problem.place.file for problem in few_students_problems(rows, REFUSE)]
    assert files == ["data/period-2.csv", "data/period-4.csv"]


def test_attainment_is_a_notice_and_behaviour_a_warning() -> None:
    (notice,), (warning,) = bounded_problems(FEW), all_or_none_problems(FEW)
    assert (notice.severity, warning.severity) == (Severity.NOTICE, Severity.WARNING)
    assert notice.code == warning.code == "P08"
    assert "sensitivity: attainment" in warning.hint
