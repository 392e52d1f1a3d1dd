"""The privacy gate: what must not be published of students, before anything is derived.

It works on the model, so that chart, table, statistics and files cannot disagree.  Messages name
file, row and rule, never the value.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Inquiry, Observation, Program, Tool, Unit
from generator.problems import Place, Problem, error, notice, warning


def gate(inquiry: Inquiry, tool: Tool | None, program: Program) -> tuple[Inquiry, list[Problem]]:
    """The inquiry as it may be published, and what was found.

    P06: where students are counted, fewer of them than the program's `min_group_size` is an error,
    or, with `small_groups: suppress`, becomes a gap.
    """
    if tool is None or tool.unit is not Unit.STUDENTS:
        return inquiry, []
    small = [row for row in inquiry.observations if row.n is not None and 0 < row.n < program.min_group_size]
    if not small:
        return inquiry, []
    if program.small_groups != "suppress":
        return inquiry, [_too_small(file, rows, program) for file, rows in _by_file(small)]
    hidden = {id(row) for row in small}
    observations = tuple(
        replace(row, value=None, count=None, n=None) if id(row) in hidden else row
        for row in inquiry.observations
    )
    said = [_hidden(file, rows, program) for file, rows in _by_file(small)]
    return replace(inquiry, observations=observations), said


def program_gate(program: Program) -> list[Problem]:
    """P14: a person has read every page, and says so in program.yml."""
    if program.privacy is not None:
        return []
    return [
        warning(
            "P14",
            Place("program.yml", field="privacy"),
            "Nobody has confirmed that a person has read every page for names and other signs of a student.",
            "When that is done, add: privacy: {{attested_by: YOUR NAME, attested_on: 2026-01-30}}",
        )
    ]


def _by_file(rows: Sequence[Observation]) -> list[tuple[str, list[Observation]]]:
    files = dict.fromkeys(row.file for row in rows)
    return [(file, [row for row in rows if row.file == file]) for file in files]


def _rows(rows: Sequence[Observation]) -> str:
    numbers = [str(number) for number in sorted({row.row for row in rows})]
    return ", ".join(numbers[:10]) + (" …" if len(numbers) > 10 else "")


def _too_small(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return error(
        "P06",
        Place(file, row=min(row.row for row in rows), field="n"),
        "Fewer than {limit} students were counted in these rows: {rows}. So few can be recognised.",
        "Observe the whole class, or count responses instead of students; or type small_groups: suppress "
        "in program.yml to show such visits as gaps.",
        limit=program.min_group_size,
        rows=_rows(rows),
    )


def _hidden(file: str, rows: Sequence[Observation], program: Program) -> Problem:
    return notice(
        "P06",
        Place(file, row=min(row.row for row in rows), field="n"),
        "Fewer than {limit} students were counted in these rows: {rows}. They are shown as gaps.",
        limit=program.min_group_size,
        rows=_rows(rows),
    )
