"""The privacy gate: few students are never published, and messages never tell the number."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model import Attestation, Inquiry, Observation, Program, Prompt, Prose, Tool, Unit
from generator.privacy.gate import gate, program_gate
from generator.problems import Severity

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains"),))
REFUSE = Program("Program")
SUPPRESS = Program("Program", small_groups="suppress")


def inquiry(*sizes: float | None, file: str = "data/period-2.csv") -> Inquiry:
    """One visit a size, in rows 2, 3, ... of one table; 50 % of the students each time."""
    rows = tuple(
        Observation(
            date(2025, 9, number),
            "period-2",
            "Period 2",
            "explains",
            50.0,
            None if n is None else n / 2,
            n,
            note="kept",
            file=file,
            row=number,
        )
        for number, n in enumerate(sizes, start=2)
    )
    return Inquiry("i", "t", "Title", Prose("", ""), observations=rows)


@pytest.mark.parametrize("n", [1, 6, 9, 9.5])
def test_fewer_students_than_the_limit_are_refused(n: float) -> None:
    kept, (problem,) = gate(inquiry(24, n), TOOL, REFUSE)
    assert (problem.code, problem.severity) == ("P06", Severity.ERROR)
    assert str(problem.place) == "data/period-2.csv, row 3, column n"
    assert kept == inquiry(24, n)


@pytest.mark.parametrize("n", [10, 24, 0, None])
def test_enough_students_none_at_all_or_none_told_pass(n: float | None) -> None:
    assert gate(inquiry(24, n), TOOL, REFUSE) == (inquiry(24, n), [])


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit is not Unit.STUDENTS])
def test_other_things_than_students_may_be_few(unit: Unit) -> None:
    assert gate(inquiry(3), replace(TOOL, unit=unit), REFUSE) == (inquiry(3), [])


def test_without_a_tool_nothing_was_counted() -> None:
    assert gate(inquiry(3), None, REFUSE) == (inquiry(3), [])


def test_the_programs_own_limit_counts() -> None:
    strict = replace(REFUSE, min_group_size=15)
    assert gate(inquiry(12), TOOL, strict)[1][0].values["limit"] == 15
    assert gate(inquiry(12), TOOL, replace(REFUSE, min_group_size=5))[1] == []


def test_one_problem_a_file_names_the_rows_and_never_the_value() -> None:
    first, second = inquiry(24, 7, 8), inquiry(7, file="data/period-4.csv")
    both = replace(first, observations=first.observations + second.observations)
    _, problems = gate(both, TOOL, REFUSE)
    assert [problem.place.file for problem in problems] == ["data/period-2.csv", "data/period-4.csv"]
    assert "in these rows: 3, 4." in problems[0].message
    for problem in problems:
        said = problem.message.replace("rows: 3, 4", "") + problem.hint
        assert not any(digit in said for digit in "78")
        assert "small_groups: suppress" in problem.hint


def test_a_long_list_of_rows_is_cut_short() -> None:
    _, (problem,) = gate(inquiry(*[3] * 20), TOOL, REFUSE)
    assert "2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …" in problem.message


def test_suppressed_visits_become_gaps_and_all_else_stays() -> None:
    before = inquiry(24, 7, 8)
    after, (problem,) = gate(before, TOOL, SUPPRESS)
    assert (problem.code, problem.severity) == ("P06", Severity.NOTICE)
    assert after.observations[0] == before.observations[0]
    for old, new in zip(before.observations[1:], after.observations[1:], strict=True):
        assert new == replace(old, value=None, count=None, n=None)


def test_what_is_suppressed_stays_so() -> None:
    once, _ = gate(inquiry(24, 7), TOOL, SUPPRESS)
    assert gate(once, TOOL, SUPPRESS) == (once, [])


def test_somebody_must_have_read_every_page() -> None:
    (problem,) = program_gate(REFUSE)
    assert (problem.code, problem.severity, problem.place.file) == ("P14", Severity.WARNING, "program.yml")
    assert "privacy: {attested_by: YOUR NAME, attested_on: 2026-01-30}" in problem.hint
    assert program_gate(replace(REFUSE, privacy=Attestation("J. Park", date(2026, 1, 30)))) == []
