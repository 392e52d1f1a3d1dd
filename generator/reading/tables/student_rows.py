"""A table with a row for each student, told apart by S01, S02, ... -> a row for each visit.

Only sums go on from here: what one student did is nobody's to publish (rule P02).  The privacy gate
looks at the table as it was saved, and says what became of it.
"""

from collections import defaultdict
from dataclasses import replace
from statistics import fmean

from generator.model import PromptKind, Tool
from generator.problems import Place
from generator.reading.tables.cells import read_cell
from generator.reading.tables.columns import SYNONYMS
from generator.reading.tables.personal_columns import holds_codes
from generator.reading.tables.raw_table import RawRow, RawTable
from generator.slugs import slug

# what people type for a student who did it, and for one who did not
_DONE = frozenset({"x", "yes", "y", "true", "si", "1", "v"})
_NOT_DONE = frozenset({"no", "n", "false", "0"})
_KEPT = frozenset(
    slug(name)
    for meaning in ("date", "stamp", "class", "group", "condition", "observer")
    for name in SYNONYMS[meaning]
)


def aggregate_by_visit(sheet: RawTable, tool: Tool | None) -> RawTable:
    """The sheet with its students' rows summed up by date, class, group and observer; any other sheet
    as it is."""
    if tool is None:
        return sheet
    codes = [
        index
        for index, heading in enumerate(sheet.header)
        if holds_codes(heading, (row.cells[index] for row in sheet.rows))
    ]
    kinds = {slug(name): one.kind for one in tool.prompts for name in (one.id, one.text)}
    prompts = {index: kinds[slug(name)] for index, name in enumerate(sheet.header) if slug(name) in kinds}
    if not codes or not prompts:
        return sheet
    kept = [index for index, heading in enumerate(sheet.header) if slug(heading) in _KEPT]
    visits: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, row in enumerate(sheet.rows):
        visits[tuple(row.cells[index] for index in kept)].append(position)
    columns = [*kept, *prompts]
    header = (*(sheet.header[index] for index in columns), "n")
    rows, origins = [], []
    for key, positions in visits.items():
        own = [sheet.rows[position] for position in positions]
        cells = [_summed([row.cells[index] for row in own], kind) for index, kind in prompts.items()]
        rows.append(RawRow(own[0].number, (*key, *cells, str(len(own)))))
        origins.append(positions[0])

    def place(row: int, column: int) -> Place:
        old = columns[column] if column < len(columns) else codes[0]
        return sheet.place(origins[row] if row >= 0 else row, old)

    return replace(sheet, header=header, rows=tuple(rows), place=place)


def _summed(cells: list[str], kind: PromptKind) -> str:
    """What all students of a visit make together; blank where nothing was collected.  A cell that cannot
    be understood stands for all, so that it is named."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return ""
    if kind is PromptKind.COUNT_OF:
        answers = [_answer(cell) for cell in filled]
        if None in answers:
            return filled[answers.index(None)]
        return f"{sum(map(bool, answers))}/{len(filled)}"
    read = [read_cell(cell) for cell in filled]
    numbers = [one.number for one in read if one is not None and one.number is not None]
    if len(numbers) < len(filled):
        return next(cell for cell, one in zip(filled, read, strict=True) if one is None or one.number is None)
    return f"{sum(numbers):g}" if kind is PromptKind.TALLY else repr(fmean(numbers))


def _answer(cell: str) -> bool | None:
    word = slug(cell)
    if word in _DONE or cell.strip() in ("✓", "✔"):
        return True
    return False if word in _NOT_DONE else None
