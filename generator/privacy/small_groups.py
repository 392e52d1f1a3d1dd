"""Counts of too few students, and counts that follow from others by subtraction: P06, P07, P08.

A hidden number is taken out of the observations themselves, so that chart, table, alternative text,
statistics and every file agree.  Where a group of a class is hidden, all groups of that visit are:
the class's sum stays, and with one group hidden the others would tell it.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from generator.model import Inquiry, Observation, Program, Sensitivity, SmallGroups, Tool, Unit
from generator.privacy.count_problems import (
    all_or_none_problems,
    bounded_problems,
    few_students_problems,
    share_without_n_problems,
    subtraction_problems,
)
from generator.privacy.subtraction import find_recoverable_across, find_recoverable_rows, is_few
from generator.privacy.suppression import Suppression, is_all_or_none, is_share_without_n
from generator.problems import Problem


def suppress_small_groups(
    inquiry: Inquiry, tool: Tool | None, program: Program
) -> tuple[Inquiry, list[Problem]]:
    """Returns the inquiry as its numbers may be published, and what was found.

    P06, P07: where students are counted, fewer of them than `min_group_size` are an error, or, with
    `small_groups: suppress`, a gap.  P08: attainment of all or none becomes 5 or 95 percent without
    its count, before any statistics; so does every share of nobody knows how many.
    """
    if tool is None or tool.unit is not Unit.STUDENTS:
        return inquiry, []
    rows, limit = inquiry.observations, program.min_group_size
    few = [row for row in rows if is_few(row.n, limit)]
    recoverable = find_recoverable_rows(rows, limit)
    suppress = program.small_groups is SmallGroups.SUPPRESS
    hidden = frozenset((*few, *recoverable)) if suppress else frozenset()
    bounded, bound_problems = _all_or_none([row for row in rows if row not in hidden], tool)
    problems = [
        *few_students_problems(few, program),
        *subtraction_problems(recoverable, program),
        *share_without_n_problems([row for row in rows if is_share_without_n(row, tool)]),
        *bound_problems,
    ]
    if not hidden and not bounded:
        return inquiry, problems
    suppression = Suppression(tool, limit, hidden, bounded)
    return replace(inquiry, observations=suppression.apply(rows)), problems


def _all_or_none(rows: Sequence[Observation], tool: Tool) -> tuple[frozenset[Observation], list[Problem]]:
    """(the rows of all or none of the students that are shown as a bound, what is said of them all)."""
    extreme = [row for row in rows if is_all_or_none(row, tool)]
    if tool.sensitivity is Sensitivity.ATTAINMENT:
        return frozenset(extreme), bounded_problems(extreme, is_attainment=True)
    without_n = [row for row in extreme if row.n is None]
    with_n = [row for row in extreme if row.n is not None]
    problems = bounded_problems(without_n, is_attainment=False) + all_or_none_problems(with_n)
    return frozenset(without_n), problems


def suppress_across_inquiries(
    inquiries: Sequence[Inquiry], tools: Mapping[str, Tool], program: Program
) -> tuple[list[Inquiry], list[Problem]]:
    """P07 between the inquiries of one teacher: the same class, day and prompt with a few students more
    or less.  Of two such rows the smaller is hidden, or is an error."""
    safe = list(inquiries)
    problems: list[Problem] = []
    limit = program.min_group_size
    for position, rows in find_recoverable_across(inquiries, tools, limit).items():
        problems += subtraction_problems(rows, program)
        if program.small_groups is SmallGroups.SUPPRESS:
            inquiry = inquiries[position]
            # the sum of the groups is what the other inquiry is compared with
            suppression = Suppression(tools[inquiry.tool], limit, frozenset(rows), with_sums=False)
            safe[position] = replace(inquiry, observations=suppression.apply(inquiry.observations))
    return safe, problems
