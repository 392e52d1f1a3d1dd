"""The privacy gate: few students are never published, and messages never tell the number."""

from datetime import date
from itertools import combinations, product
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import Inquiry, Observation, Program, Prose, Sensitivity, SmallGroups, Unit
from generator.privacy.small_groups import suppress_across_inquiries, suppress_small_groups
from generator.problems import Severity
from tests.privacy.visits import TOOL, inquiry_of, visit

REFUSE = Program("Program")
SUPPRESS = Program("Program", small_groups=SmallGroups.SUPPRESS)


def inquiry(*sizes: float | None, file: str = "data/period-2.csv") -> Inquiry:
    """One visit a size, in rows 2, 3, ... of one table; 50% of the students each time."""
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
    kept, (problem,) = suppress_small_groups(inquiry(24, n), TOOL, REFUSE)
    assert (problem.code, problem.severity) == ("P06", Severity.ERROR)
    assert str(problem.place) == "data/period-2.csv, row 3, column n"
    assert kept == inquiry(24, n)


@pytest.mark.parametrize("n", [10, 24, 0])
def test_enough_students_none_at_all_or_none_told_pass(n: float | None) -> None:
    assert suppress_small_groups(inquiry(24, n), TOOL, REFUSE) == (inquiry(24, n), [])


def test_a_percentage_of_nobody_knows_how_many_is_a_warning_that_says_what_to_type() -> None:
    rows = tuple(
        Observation(date(2025, 9, day), "p", "P", "explains", value, file="data/p.csv", row=day)
        for day, value in ((2, 0.0), (3, 40.0), (4, 100.0))
    )
    kept, (without_n, bounded) = suppress_small_groups(inquiry_of(*rows), TOOL, REFUSE)
    assert (without_n.code, without_n.severity) == ("P06", Severity.WARNING)
    assert "classes: {P: {students: 26}}" in without_n.hint
    assert (bounded.code, bounded.severity) == ("P08", Severity.NOTICE)
    assert [(row.value, row.bound) for row in kept.observations] == [(5, "<="), (40, ""), (95, ">=")]


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit is not Unit.STUDENTS])
def test_other_things_than_students_may_be_few(unit: Unit) -> None:
    assert suppress_small_groups(inquiry(3), replace(TOOL, unit=unit), REFUSE) == (inquiry(3), [])


def test_without_a_tool_nothing_was_counted() -> None:
    assert suppress_small_groups(inquiry(3), None, REFUSE) == (inquiry(3), [])


def test_the_programs_own_limit_counts() -> None:
    strict = replace(REFUSE, min_group_size=15)
    assert suppress_small_groups(inquiry(12), TOOL, strict)[1][0].values["limit"] == 15
    assert suppress_small_groups(inquiry(12), TOOL, replace(REFUSE, min_group_size=5))[1] == []


def test_one_problem_a_file_names_the_rows_and_never_the_value() -> None:
    first, second = inquiry(24, 7, 8), inquiry(7, file="data/period-4.csv")
    both = replace(first, observations=first.observations + second.observations)
    _, problems = suppress_small_groups(both, TOOL, REFUSE)
    assert [problem.place.file for problem in problems] == ["data/period-2.csv", "data/period-4.csv"]
    assert "in these rows: 3, 4." in problems[0].message
    for problem in problems:
        said = problem.message.replace("rows: 3, 4", "") + problem.hint
        assert not any(digit in said for digit in "78")
        assert "small_groups: suppress" in problem.hint


def test_a_long_list_of_rows_is_cut_short() -> None:
    _, (problem,) = suppress_small_groups(inquiry(*[3] * 20), TOOL, REFUSE)
    assert "2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …" in problem.message


def test_suppressed_visits_become_gaps_and_all_else_stays() -> None:
    before = inquiry(24, 7, 8)
    after, (problem,) = suppress_small_groups(before, TOOL, SUPPRESS)
    assert (problem.code, problem.severity) == ("P06", Severity.NOTICE)
    assert after.observations[0] == before.observations[0]
    for old, new in zip(before.observations[1:], after.observations[1:], strict=True):
        assert new == replace(old, value=None, count=None, n=None, bound="n < 10")


def test_what_is_suppressed_stays_so() -> None:
    once, _ = suppress_small_groups(inquiry(24, 7), TOOL, SUPPRESS)
    assert suppress_small_groups(once, TOOL, SUPPRESS) == (once, [])


def test_a_hidden_visit_says_that_it_is_hidden_and_not_that_nothing_was_collected() -> None:
    after, _ = suppress_small_groups(inquiry(24, 7), TOOL, SUPPRESS)
    assert [row.bound for row in after.observations] == ["", "n < 10"]


# ---------------------------------------------------------------- P07: what follows by subtraction


def test_with_one_small_group_hidden_the_others_are_too_and_the_class_stays() -> None:
    before = inquiry_of(*visit(("A", 3, 6), ("B", 9, 18)))
    after, problems = suppress_small_groups(before, TOOL, SUPPRESS)
    shown = [(row.group, row.count, row.n) for row in after.observations]
    assert shown == [("A", None, None), ("B", None, None), ("", 12, 24)]
    assert [problem.code for problem in problems] == ["P06"]


def test_a_group_that_leaves_few_of_its_class_over_is_refused_or_hidden() -> None:
    before = inquiry_of(*visit(("", 12, 24), ("B", 9, 18)))
    _, problems = suppress_small_groups(before, TOOL, REFUSE)
    assert [(one.code, one.severity) for one in problems] == [("P07", Severity.ERROR)]
    after, problems = suppress_small_groups(before, TOOL, SUPPRESS)
    assert [(row.count, row.n) for row in after.observations] == [(12, 24), (None, None)]
    assert [(one.code, one.severity) for one in problems] == [("P07", Severity.NOTICE)]


def test_two_observers_may_see_a_student_more_or_less() -> None:
    rows = (*visit(("", 12, 24), observer="Kim"), *visit(("", 11, 23), observer="Lee"))
    assert suppress_small_groups(inquiry_of(*rows), TOOL, REFUSE) == (inquiry_of(*rows), [])


def test_the_same_class_counted_twice_by_nobody_else_is_not_published_twice() -> None:
    rows = (*visit(("", 12, 24)), *visit(("", 11, 23)))
    _, (problem,) = suppress_small_groups(inquiry_of(*rows), TOOL, REFUSE)
    assert problem.code == "P07"


def test_two_inquiries_of_one_class_are_held_against_one_another() -> None:
    tools = {"talk": TOOL}
    pair = [
        inquiry_of(*visit(("", 12, 24)), id="a"),
        inquiry_of(*visit(("", 8, 18)), id="b"),
    ]
    _, (problem,) = suppress_across_inquiries(pair, tools, REFUSE)
    assert (problem.code, problem.severity) == ("P07", Severity.ERROR)
    (_, second), (problem,) = suppress_across_inquiries(pair, tools, SUPPRESS)
    assert [(row.count, row.n) for row in second.observations] == [(None, None)]
    apart = [pair[0], inquiry_of(*visit(("", 8, 18), day=9), id="b")]
    assert suppress_across_inquiries(apart, tools, REFUSE) == (apart, [])


@pytest.mark.parametrize(("first", "second", "found"), [("09:00", "14:00", 0), ("09:00", "", 1), ("", "", 1)])
def test_two_lessons_of_one_day_are_not_compared(first: str, second: str, found: int) -> None:
    pair = [
        inquiry_of(*(replace(row, time=time) for row in visit(("", count, n))), id=id)
        for id, time, count, n in (("a", first, 12, 24), ("b", second, 8, 18))
    ]
    assert len(suppress_across_inquiries(pair, {"talk": TOOL}, REFUSE)[1]) == found


GROUPS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 30)).filter(lambda pair: pair[0] <= pair[1]), max_size=4
)


@settings(max_examples=200, deadline=None)
@given(GROUPS, st.one_of(st.none(), st.integers(1, 60)), st.sampled_from(Sensitivity))
def test_no_hidden_number_follows_from_what_is_published(
    groups: list[tuple[int, int]], whole: int | None, sensitivity: Sensitivity
) -> None:
    rows = [(f"G{number}", count, n) for number, (count, n) in enumerate(groups)]
    if whole is not None:
        rows.append(("", min(whole, sum(count for count, _ in groups)), whole))
    tool = replace(TOOL, sensitivity=sensitivity)
    after, _ = suppress_small_groups(inquiry_of(*visit(*rows)), tool, SUPPRESS)
    shown = [(row, row.count or 0, row.n) for row in after.observations if row.n is not None]
    limit = SUPPRESS.min_group_size
    assert all(n >= limit for _, _, n in shown)
    if sensitivity is Sensitivity.ATTAINMENT:
        assert all(0 < count < n for _, count, n in shown)
    classes = [n for row, _, n in shown if not row.group]
    parts = [n for row, _, n in shown if row.group]
    for class_size, number in product(classes, {1, len(parts)}):
        for some in combinations(parts, number):
            assert not 0 < class_size - fsum(some) < limit, "few students are left over"
    if classes and len(parts) < len(groups):
        assert not parts, "with one group hidden the others would tell it"


# ---------------------------------------------------------------- P08: all, or none


def test_attainment_of_all_or_none_is_a_bound_before_anything_is_computed() -> None:
    tool = replace(TOOL, sensitivity=Sensitivity.ATTAINMENT)
    after, (problem,) = suppress_small_groups(
        inquiry_of(*visit(("", 24, 24)), *visit(("", 0, 24), day=9), *visit(("", 7, 24), day=16)),
        tool,
        REFUSE,
    )
    assert [(row.value, row.count, row.n, row.bound) for row in after.observations] == [
        (95.0, None, None, ">="),
        (5.0, None, None, "<="),
        (100 * 7 / 24, 7, 24, ""),
    ]
    assert (problem.code, problem.severity) == ("P08", Severity.NOTICE)


def test_behaviour_of_all_or_none_is_a_warning_and_stays() -> None:
    before = inquiry_of(*visit(("", 24, 24)))
    after, (problem,) = suppress_small_groups(before, TOOL, REFUSE)
    assert after == before
    assert (problem.code, problem.severity) == ("P08", Severity.WARNING)
    assert "24" not in problem.message


def test_all_of_nobody_knows_how_many_is_a_bound_for_another_reason_than_attainment() -> None:
    (row,) = visit(("", 24, 24))
    _, problems = suppress_small_groups(inquiry_of(replace(row, n=None, count=None)), TOOL, REFUSE)
    bounded = problems[-1]
    assert (bounded.code, "the rows do not say" in bounded.message) == ("P08", True)


def test_every_inquiry_with_a_smaller_count_is_told() -> None:
    three = [inquiry_of(*visit(("", n / 2, n)), id=str(n)) for n in (24, 22, 20)]
    rows = [replace(row, file=f"{inquiry.id}.csv") for inquiry in three for row in inquiry.observations]
    three = [replace(inquiry, observations=(row,)) for inquiry, row in zip(three, rows, strict=True)]
    _, problems = suppress_across_inquiries(three, {"talk": TOOL}, REFUSE)
    assert [problem.place.file for problem in problems] == ["22.csv", "20.csv"]


def test_no_sum_of_hidden_groups_is_shown_where_another_inquiry_has_the_class() -> None:
    pair = [
        inquiry_of(*visit(("all", 8, 16), ("A", 5, 15), ("B", 5, 12)), id="a"),
        inquiry_of(*visit(("", 12, 24)), id="b"),
    ]
    groups_alone = replace(pair[0], observations=pair[0].observations[1:])
    (first, _), _ = suppress_across_inquiries([groups_alone, pair[1]], {"talk": TOOL}, SUPPRESS)
    assert [(row.group, row.n) for row in first.observations] == [("A", None), ("B", None)]


def test_a_bound_of_attainment_is_said_to_be_one_of_attainment() -> None:
    tool = replace(TOOL, sensitivity=Sensitivity.ATTAINMENT)
    _, (problem,) = suppress_small_groups(inquiry_of(*visit(("", 24, 24))), tool, REFUSE)
    assert problem.code == "P08"
    assert "do not say of how many" not in problem.message
