"""A table with a row for each student, told apart by S01, S02, ... -> a row for each visit.

Only sums go on from here: what one student did is nobody's to publish (rule P02).  The privacy gate
looks at the table as it was saved, and says what became of it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum
from statistics import fmean

from generator.model import PromptKind, Tool
from generator.problems import Place
from generator.reading.tables.cells import read_cell
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.headings import prompt_of, role_of
from generator.reading.tables.personal_columns import holds_codes
from generator.reading.tables.raw_table import RawRow, RawTable
from generator.slugs import slug

# what people type for a student who did it, and for one who did not
_DONE = frozenset({"x", "yes", "y", "true", "si", "1", "v"})
_NOT_DONE = frozenset({"no", "n", "false", "0"})
# a visit is the rows that have the same cells in these columns
_KEPT = frozenset(
    [
        ColumnRole.DATE,
        ColumnRole.STAMP,
        ColumnRole.TIME,
        ColumnRole.CLASS,
        ColumnRole.GROUP,
        ColumnRole.CONDITION,
        ColumnRole.OBSERVER,
    ]
)


@dataclass(frozen=True, slots=True)
class _StudentColumns:
    """Columns from 0: those that tell students apart, those that tell visits apart, and the prompts."""

    codes: Sequence[int]
    kept: Sequence[int]
    prompts: dict[int, PromptKind]


def aggregate_by_visit(table: RawTable, tool: Tool | None) -> RawTable:
    """The table with its students' rows summed up by date, class, group and observer; any other table
    as it is (the same object)."""
    columns = _student_columns(table, tool) if tool else None
    if columns is None:
        return table
    positions_of: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, row in enumerate(table.rows):
        positions_of[tuple(row.cells[index] for index in columns.kept)].append(position)
    rows = [
        _visit_row([table.rows[position] for position in positions], key, columns)
        for key, positions in positions_of.items()
    ]
    first_positions = [positions[0] for positions in positions_of.values()]
    origins = [*columns.kept, *columns.prompts, columns.codes[0]]  # of each column; n is counted by code

    def place(row: int, column: int) -> Place:
        return table.place(first_positions[row] if row >= 0 else row, origins[column])

    header = (*(table.header[index] for index in origins[:-1]), ColumnRole.N.value)
    return replace(table, header=header, rows=tuple(rows), place=place)


def _student_columns(table: RawTable, tool: Tool) -> _StudentColumns | None:
    """The columns of a table with a row a student; None for any other table."""
    codes = [
        index
        for index, heading in enumerate(table.header)
        if holds_codes(heading, (row.cells[index] for row in table.rows))
    ]
    prompts = {
        index: prompt.kind
        for index, heading in enumerate(table.header)
        if (prompt := prompt_of(heading, tool))
    }
    if not codes or not prompts:
        return None
    kept = [index for index, heading in enumerate(table.header) if role_of(heading) in _KEPT]
    return _StudentColumns(codes, [index for index in kept if index not in prompts], prompts)


def _visit_row(students: Sequence[RawRow], key: Sequence[str], columns: _StudentColumns) -> RawRow:
    """The row of one visit: what tells it apart, each prompt summed up, how many students."""
    cells = [_sum_up([row.cells[index] for row in students], kind) for index, kind in columns.prompts.items()]
    return RawRow(students[0].number, (*key, *cells, str(len(students))))


def _sum_up(cells: Sequence[str], kind: PromptKind) -> str:
    """What all students of a visit make together; blank where nothing was collected.  A cell that cannot
    be understood stands for all, so that it is named."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return ""
    return _count_done(filled) if kind is PromptKind.COUNT_OF else _add_up(filled, kind)


def _count_done(cells: Sequence[str]) -> str:
    answers = [_answer(cell) for cell in cells]
    if None in answers:
        return cells[answers.index(None)]
    return f"{answers.count(True)}/{len(cells)}"


def _add_up(cells: Sequence[str], kind: PromptKind) -> str:
    """The total of a tally, the mean of anything else."""
    numbers = []
    for cell in cells:
        value = read_cell(cell)
        if value is None or value.number is None:
            return cell
        numbers.append(value.number)
    return f"{fsum(numbers):g}" if kind is PromptKind.TALLY else repr(fmean(numbers))


def _answer(cell: str) -> bool | None:
    word = slug(cell)
    if word in _DONE or cell.strip() in ("✓", "✔"):
        return True
    return False if word in _NOT_DONE else None
