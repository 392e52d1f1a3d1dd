"""Counts of too few students, and counts that follow from others by subtraction: P06, P07, P08.

A hidden number is taken out of the observations themselves, so that chart, table, alternative text,
statistics and every file agree.  Where a group of a class is hidden, all groups of that visit are:
the class's sum stays, and with one group hidden the others would tell it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from generator.model import Inquiry, Observation, Program, Prompt, Tool, Unit
from generator.privacy.row_lists import format_rows
from generator.problems import Place, Problem, error, notice, warning
from generator.runchart.series import combine_groups
from generator.slugs import slug

# attainment that all or none of the students reached is shown as these, in percent (NCES 2011-603)
LOWEST, HIGHEST = 5.0, 95.0

Cell = tuple[str, object, str, str]  # class, day, prompt, observer
Choose = Callable[[Observation], bool]


def suppress_small_groups(
    inquiry: Inquiry, tool: Tool | None, program: Program
) -> tuple[Inquiry, list[Problem]]:
    """The inquiry as its numbers may be published, and what was found.

    P06, P07: where students are counted, fewer of them than `min_group_size` are an error, or, with
    `small_groups: suppress`, a gap.  P08: attainment of all or none becomes 5 or 95 percent without
    its count, before any statistics.
    """
    if tool is None or tool.unit is not Unit.STUDENTS:
        return inquiry, []
    rows = inquiry.observations
    problems: list[Problem] = []
    suppress = program.small_groups == "suppress"
    few = [row for row in rows if _is_few(row, program)]
    problems += [(_hidden if suppress else _too_small)(file, own, program) for file, own in _by_file(few)]
    follows = _following(rows, program)
    problems += [
        (_hidden_too if suppress else _follows)(file, own, program) for file, own in _by_file(follows)
    ]
    hidden = {id(row) for row in (*few, *follows)} if suppress else set()
    extreme = [row for row in rows if id(row) not in hidden and _is_extreme(row, tool)]
    if tool.sensitivity == "attainment":
        problems += [_bounded(file, own) for file, own in _by_file(extreme)]
    else:
        problems += [_all_or_none(file, own) for file, own in _by_file(extreme)]
        extreme = []
    if not hidden and not extreme:
        return inquiry, problems
    safe = _safe(rows, tool, program, hidden, {id(row) for row in extreme})
    return replace(inquiry, observations=tuple(safe)), problems


def suppress_across_inquiries(
    inquiries: Sequence[Inquiry], tools: Mapping[str, Tool], program: Program
) -> tuple[list[Inquiry], list[Problem]]:
    """P07 between the inquiries of one teacher: the same class, day and prompt with a few students more
    or less.  Of two such rows the smaller is hidden, or is an error."""
    counted = [
        (number, row, keys)
        for number, inquiry in enumerate(inquiries)
        if (tool := tools.get(inquiry.tool)) and tool.unit is Unit.STUDENTS
        for row in inquiry.observations
        if row.n and row.value is not None and (keys := _prompt_keys(tool, row.prompt))
    ]
    places: dict[tuple[str, object, str], list[tuple[int, Observation]]] = defaultdict(list)
    for number, row, keys in counted:
        for key in keys:
            places[row.class_id, row.date, key].append((number, row))
    smaller: dict[int, dict[int, Observation]] = defaultdict(dict)
    for own in places.values():
        for (one, row), (two, other) in combinations(own, 2):
            if one != two and _differ_by_few(row.n or 0, other.n or 0, program):
                number, less = (one, row) if (row.n or 0) < (other.n or 0) else (two, other)
                smaller[number][id(less)] = less
    problems: list[Problem] = []
    safe = list(inquiries)
    for number, rows in smaller.items():
        suppress = program.small_groups == "suppress"
        said = _hidden_too if suppress else _follows
        problems += [said(file, own, program) for file, own in _by_file(list(rows.values()))]
        tool = tools[inquiries[number].tool]
        if suppress:
            observations = _safe(
                inquiries[number].observations, tool, program, set(rows), set(), summed_up=False
            )
            safe[number] = replace(inquiries[number], observations=tuple(observations))
    return safe, problems


def _prompt_keys(tool: Tool, prompt_id: str) -> set[str]:
    """By what a prompt can be known to be the same in two tools."""
    return {slug(name) for one in tool.prompts if one.id == prompt_id for name in (one.id, one.text)}


def _is_few(row: Observation, program: Program) -> bool:
    return row.n is not None and 0 < row.n < program.min_group_size


def _differ_by_few(one: float, other: float, program: Program) -> bool:
    return 0 < abs(one - other) < program.min_group_size


def _following(rows: Iterable[Observation], program: Program) -> list[Observation]:
    """Rows from which the count of a few students follows: groups that leave few of their class over,
    alone or together, and the same class counted twice by nobody else with few more."""
    found: dict[int, Observation] = {}
    for own in _cells(rows).values():
        whole = [row for row in own if not row.group and row.n]
        groups = [row for row in own if row.group and row.n and not _is_few(row, program)]
        for one, other in combinations(whole, 2):
            if _differ_by_few(one.n or 0, other.n or 0, program):
                less = min(one, other, key=lambda row: row.n or 0)
                found[id(less)] = less
        left = [*(row.n or 0 for row in groups), sum(row.n or 0 for row in groups)]
        if any(_differ_by_few(row.n or 0, size, program) for row in whole for size in left if size):
            found |= {id(row): row for row in groups}
    return list(found.values())


def _is_extreme(row: Observation, tool: Tool) -> bool:
    """P08: all of the students, or none."""
    return row.value in (0, 100) and any(one.id == row.prompt and one.is_share for one in tool.prompts)


def _safe(
    rows: Iterable[Observation],
    tool: Tool,
    program: Program,
    hidden: set[int],
    extreme: set[int],
    *,
    summed_up: bool = True,
) -> list[Observation]:
    """The rows without the numbers of those that are `hidden`, and with bounds for the `extreme`; where
    either is a group, a row with the sum of its class stands for all groups of that visit.  Not
    `summed_up` where that sum is what another inquiry could be held against."""
    safe: list[Observation] = []
    for own in _cells(rows).values():
        groups = [row for row in own if row.group]
        touched = any(id(row) in hidden or id(row) in extreme for row in groups)
        for row in own:
            if id(row) in hidden or (touched and row.group):
                safe.append(_blank(row, program))
            else:
                safe.append(_bound(row) if id(row) in extreme else row)
        if touched and summed_up and len(groups) == len(own):
            safe += _sum_of(groups, tool, program)
    return safe


def _sum_of(groups: Sequence[Observation], tool: Tool, program: Program) -> list[Observation]:
    """The class as one row, where all of it was counted and that is not too few."""
    prompt: Prompt = tool.prompt(groups[0].prompt)
    if any(row.value is None for row in groups):
        return []
    total = combine_groups(groups, prompt)
    whole = replace(groups[0], group="", value=total.value, count=total.count, n=total.n, note="", unusual="")
    if total.n is None or _is_few(whole, program):
        return []
    bounded = tool.sensitivity == "attainment" and _is_extreme(whole, tool)
    return [_bound(whole) if bounded else whole]


def _blank(row: Observation, program: Program) -> Observation:
    bound = f"n < {program.min_group_size}"
    return replace(row, value=None, count=None, n=None, taps=(), bound=bound)


def _bound(row: Observation) -> Observation:
    low = row.value == 0
    return replace(row, value=LOWEST if low else HIGHEST, count=None, n=None, bound="<=" if low else ">=")


def _cells(rows: Iterable[Observation]) -> dict[Cell, list[Observation]]:
    cells: dict[Cell, list[Observation]] = defaultdict(list)
    for row in rows:
        cells[row.class_id, row.date, row.prompt, row.observer].append(row)
    return cells


def _by_file(rows: Sequence[Observation]) -> list[tuple[str, list[Observation]]]:
    files = dict.fromkeys(row.file for row in rows)
    return [(file, [row for row in rows if row.file == file]) for file in files]


def _place(file: str, rows: Sequence[Observation], field: str) -> Place:
    return Place(file, row=min(row.row for row in rows), field=field)


def _rows(rows: Sequence[Observation]) -> str:
    return format_rows(row.row for row in rows)


def _too_small(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return error(
        "P06",
        _place(file, rows, "n"),
        "Fewer than {limit} students were counted in these rows: {rows}. So few can be recognised.",
        "Observe the whole class, or count responses instead of students; or type small_groups: suppress "
        "in program.yml to show such visits as gaps.",
        limit=program.min_group_size,
        rows=_rows(rows),
    )


def _hidden(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return notice(
        "P06",
        _place(file, rows, "n"),
        "Fewer than {limit} students were counted in these rows: {rows}. They are shown as gaps.",
        limit=program.min_group_size,
        rows=_rows(rows),
    )


def _follows(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return error(
        "P07",
        _place(file, rows, "n"),
        "From these rows and others of the same class and day the count of fewer than {limit} students "
        "follows: {rows}.",
        "Leave one of the two counts out; or type small_groups: suppress in program.yml to have it hidden.",
        limit=program.min_group_size,
        rows=_rows(rows),
    )


def _hidden_too(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return notice(
        "P07",
        _place(file, rows, "n"),
        "From these rows the count of fewer than {limit} students would follow: {rows}. They are hidden too.",
        limit=program.min_group_size,
        rows=_rows(rows),
    )


def _bounded(file: str, rows: Sequence[Observation]) -> Problem:
    return notice(
        "P08",
        _place(file, rows, "count"),
        "All of the students or none: these rows enter as at most 5 % or at least 95 %, without "
        "their count: {rows}.",
        rows=_rows(rows),
    )


def _all_or_none(file: str, rows: Sequence[Observation]) -> Problem:
    return warning(
        "P08",
        _place(file, rows, "count"),
        "All of the students or none: what these rows say, they say of every single one: {rows}.",
        "That is rarely harmful for what students do. Where it is, leave the count out, or type "
        "sensitivity: attainment in the tool.",
        rows=_rows(rows),
    )
