"""Counts of too few students, and counts that follow from others by subtraction: P06, P07, P08.

A hidden number is taken out of the observations themselves, so that chart, table, alternative text,
statistics and every file agree.  Where a group of a class is hidden, all groups of that visit are:
the class's sum stays, and with one group hidden the others would tell it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Inquiry, Program, Sensitivity, SmallGroups, Tool, Unit
from generator.privacy.count_problems import (
    all_or_none_problems,
    bounded_problems,
    few_students_problems,
    subtraction_problems,
)
from generator.privacy.subtraction import find_recoverable_across, find_recoverable_rows, is_few
from generator.privacy.suppression import Suppression, is_all_or_none
from generator.problems import Problem


def suppress_small_groups(
    inquiry: Inquiry, tool: Tool | None, program: Program
) -> tuple[Inquiry, list[Problem]]:
    """Returns the inquiry as its numbers may be published, and what was found.

    P06, P07: where students are counted, fewer of them than `min_group_size` are an error, or, with
    `small_groups: suppress`, a gap.  P08: attainment of all or none becomes 5 or 95 percent without
    its count, before any statistics.
    """
    if tool is None or tool.unit is not Unit.STUDENTS:
        return inquiry, []
    rows, limit = inquiry.observations, program.min_group_size
    few = [row for row in rows if is_few(row.n, limit)]
    recoverable = find_recoverable_rows(rows, limit)
    suppress = program.small_groups is SmallGroups.SUPPRESS
    hidden = frozenset((*few, *recoverable)) if suppress else frozenset()
    extreme = [row for row in rows if row not in hidden and is_all_or_none(row, tool)]
    is_attainment = tool.sensitivity is Sensitivity.ATTAINMENT
    problems = [
        *few_students_problems(few, program),
        *subtraction_problems(recoverable, program),
        *(bounded_problems(extreme) if is_attainment else all_or_none_problems(extreme)),
    ]
    bounded = frozenset(extreme) if is_attainment else frozenset()
    if not hidden and not bounded:
        return inquiry, problems
    suppression = Suppression(tool, limit, hidden, bounded)
    return replace(inquiry, observations=suppression.apply(rows)), problems


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
