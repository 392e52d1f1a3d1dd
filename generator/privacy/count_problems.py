"""Problems about counts of too few students (P06, P07) and about all of them or none (P08).

Each is one problem a file, which names rows and never a number of students.
"""

from collections.abc import Iterable, Sequence

from generator.model import Observation, Program, SmallGroups
from generator.privacy.row_lists import format_rows
from generator.problems import Place, Problem, error, notice, warning


def few_students_problems(rows: Iterable[Observation], program: Program) -> list[Problem]:
    """P06: an error, or a notice where the program has such counts hidden."""
    suppress = program.small_groups is SmallGroups.SUPPRESS
    return [
        _few_hidden(file, file_rows, program) if suppress else _few(file, file_rows, program)
        for file, file_rows in _by_file(rows)
    ]


def subtraction_problems(rows: Iterable[Observation], program: Program) -> list[Problem]:
    """P07: an error, or a notice where the program has such counts hidden."""
    suppress = program.small_groups is SmallGroups.SUPPRESS
    return [
        _subtraction_hidden(file, file_rows, program) if suppress else _subtraction(file, file_rows, program)
        for file, file_rows in _by_file(rows)
    ]


def share_without_n_problems(rows: Iterable[Observation]) -> list[Problem]:
    """P06: a warning that nobody can tell whether these percentages are of too few students."""
    return [
        warning(
            "P06",
            _place(file, file_rows, "n"),
            "These rows have percentages and do not say of how many students, so no one can tell whether "
            "there were too few: {rows}.",
            "Type how many were there in a column  n , or the usual number in inquiry.md:  "
            "classes: {{{class_name}: {{students: 26}}}}",
            rows=_row_list(file_rows),
            class_name=file_rows[0].class_name or "Period 2",
        )
        for file, file_rows in _by_file(rows)
    ]


def bounded_problems(rows: Iterable[Observation], *, is_attainment: bool) -> list[Problem]:
    """P08: a notice that these rows are shown as a bound, because they are of attainment or do not say of
    how many students."""
    return [
        notice(
            "P08",
            _place(file, file_rows, "count"),
            "All of the students or none: these rows are shown as at most 5% or at least 95%, without "
            "their count: {rows}."
            if is_attainment
            else (
                "All of the students or none, and the rows do not say of how many: they are shown as at "
                "most 5% or at least 95%: {rows}."
            ),
            rows=_row_list(file_rows),
        )
        for file, file_rows in _by_file(rows)
    ]


def all_or_none_problems(rows: Iterable[Observation]) -> list[Problem]:
    """P08 of behaviour: a warning."""
    return [
        warning(
            "P08",
            _place(file, file_rows, "count"),
            "All of the students or none: what these rows say, they say of every single one: {rows}.",
            "For what students do, that is rarely harmful. Where it is, leave the count out, or type "
            "sensitivity: attainment in the tool.",
            rows=_row_list(file_rows),
        )
        for file, file_rows in _by_file(rows)
    ]


def _few(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return error(
        "P06",
        _place(file, rows, "n"),
        "Fewer than {limit} students were counted in these rows: {rows}. With so few, a student can be "
        "recognized.",
        "Observe the whole class, or count responses instead of students; or type small_groups: suppress "
        "in program.yml to show such visits as gaps.",
        limit=program.min_group_size,
        rows=_row_list(rows),
    )


def _few_hidden(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return notice(
        "P06",
        _place(file, rows, "n"),
        "Fewer than {limit} students were counted in these rows: {rows}. They are shown as gaps.",
        limit=program.min_group_size,
        rows=_row_list(rows),
    )


def _subtraction(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return error(
        "P07",
        _place(file, rows, "n"),
        "These rows, with others of the same class and day, give away a count of fewer than {limit} "
        "students: {rows}.",
        "Leave out one of the two counts; or type small_groups: suppress in program.yml to hide it.",
        limit=program.min_group_size,
        rows=_row_list(rows),
    )


def _subtraction_hidden(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return notice(
        "P07",
        _place(file, rows, "n"),
        "These rows would give away a count of fewer than {limit} students: {rows}. They are hidden too.",
        limit=program.min_group_size,
        rows=_row_list(rows),
    )


def _by_file(rows: Iterable[Observation]) -> list[tuple[str, list[Observation]]]:
    by_file: dict[str, list[Observation]] = {}
    for row in rows:
        by_file.setdefault(row.file, []).append(row)
    return list(by_file.items())


def _place(file: str, rows: Sequence[Observation], field: str) -> Place:
    return Place(file, row=min(row.row for row in rows), field=field)


def _row_list(rows: Sequence[Observation]) -> str:
    return format_rows(row.row for row in rows)
