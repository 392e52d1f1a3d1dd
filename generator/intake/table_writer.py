"""Visits put into a table that is there, or into a new one; nothing that was there is lost."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from generator.evidence.data_csv import FORMULA_STARTS, plain_number
from generator.intake.existing_tables import ExistingTable
from generator.intake.visits import Visit, cell_text
from generator.model import Tool
from generator.reading.tables.columns import ColumnMeaning, ColumnRole, PromptValues
from generator.reading.tables.observation_table import ObservationTable
from generator.reading.tables.raw_table import RawTable

_OPTIONAL = (
    ColumnRole.TIME,
    ColumnRole.OBSERVER,
    ColumnRole.GROUP,
    ColumnRole.CONDITION,
    ColumnRole.NOTE,
    ColumnRole.UNUSUAL,
)
_LOG_COLUMNS = (
    ColumnRole.STAMP,
    ColumnRole.SESSION,
    ColumnRole.CLASS,
    ColumnRole.N,
    ColumnRole.PROMPT,
    ColumnRole.TIME,
    ColumnRole.OBSERVER,
)
_LOG_OPTIONAL = (ColumnRole.TIME, ColumnRole.OBSERVER)  # the tally page writes none of them
BOM = "\ufeff"


class LogRow(NamedTuple):
    """One row of an event log, as text; `prompt` is an id, empty where a session begins.  `time` and
    `observer` are empty in what the tally page saved."""

    stamp: str
    session: str
    class_name: str
    n: str
    prompt: str
    time: str = ""
    observer: str = ""


def write_new_table(tool: Tool, visits: Sequence[Visit]) -> bytes:
    """A wide table: date, class, n, a column a prompt."""
    meanings: list[ColumnMeaning] = [ColumnRole.DATE, ColumnRole.CLASS]
    if any(visit.n is not None for visit in visits):
        meanings.append(ColumnRole.N)
    meanings += _prompts_of(tool, visits)
    meanings += [role for role in _OPTIONAL if any(_text_of(visit, role) for visit in visits)]
    rows = [[_cell(meaning, visit, tool, has_n=True) for meaning in meanings] for visit in visits]
    return _csv_bytes([_headings(meanings), *rows], ",", bom=False, newline="\n")


class RowChanges(Struct, frozen=True):
    """What changes in rows that are there, as a spreadsheet numbers them: those whose observer becomes "1",
    since another has counted too, and those that get the numbers of a visit."""

    observed: Collection[int] = ()
    corrected: Mapping[int, Visit] = field(default_factory=dict)


NO_CHANGES = RowChanges()


def append_visits(
    existing: ExistingTable, tool: Tool, visits: Sequence[Visit], changes: RowChanges = NO_CHANGES
) -> bytes:
    """A wide table with more rows and with changed ones, and with the columns that they need; what stands
    above its header stays there."""
    raw = existing.table.raw
    written = [*visits, *changes.corrected.values()]
    added = _missing_columns(existing, tool, written, has_observers=bool(changes.observed))
    meanings = [*existing.table.columns.meanings, *added]
    fill = [existing.own_class if meaning is ColumnRole.CLASS else "" for meaning in added]
    has_n = ColumnRole.N in meanings
    rows = [[*row.cells, *fill] for row in raw.rows]
    for row, cells in zip(raw.rows, rows, strict=True):
        if row.number in changes.observed:
            cells[meanings.index(ColumnRole.OBSERVER)] = "1"
        if visit := changes.corrected.get(row.number):
            cells[:] = _corrected(cells, meanings, visit, tool)
    more = [[_cell(meaning, visit, tool, has_n=has_n) for meaning in meanings] for visit in visits]
    return _csv_bytes(
        [*_above_header(raw), [*raw.header, *_headings(added)], *rows, *more],
        raw.separator or ",",
        bom=raw.encoding != "UTF-8" or existing.data.startswith(b"\xef\xbb\xbf"),
        newline="\r\n" if b"\r\n" in existing.data else "\n",
    )


def _above_header(raw: RawTable) -> list[Sequence[str]]:
    """The title block, with its blank lines."""
    cells = {row.number: row.cells for row in raw.above}
    return [cells.get(number, ()) for number in range(1, raw.place(-1, 0).row or 1)] if cells else []


def _corrected(
    cells: Sequence[str], meanings: Sequence[ColumnMeaning], visit: Visit, tool: Tool
) -> list[str]:
    """The cells of a row with the numbers of the visit; where it has none they stay."""
    has_n = ColumnRole.N in meanings
    return [
        (_cell(meaning, visit, tool, has_n=has_n) if _is_number(meaning) else "") or cell
        for meaning, cell in zip(meanings, cells, strict=True)
    ]


def _is_number(meaning: ColumnMeaning) -> bool:
    return isinstance(meaning, PromptValues) or meaning is ColumnRole.N


def _missing_columns(
    existing: ExistingTable, tool: Tool, visits: Sequence[Visit], *, has_observers: bool
) -> list[ColumnMeaning]:
    """The columns that the visits need and the table does not have."""
    wanted: list[ColumnMeaning] = []
    if any(visit.class_name != existing.own_class for visit in visits):
        wanted.append(ColumnRole.CLASS)
    if any(_needs_n(visit, tool) for visit in visits):
        wanted.append(ColumnRole.N)
    wanted += _prompts_of(tool, visits)
    wanted += [
        role
        for role in _OPTIONAL
        if any(_text_of(visit, role) for visit in visits) or (role is ColumnRole.OBSERVER and has_observers)
    ]
    return [meaning for meaning in wanted if meaning not in existing.table.columns.meanings]


def _prompts_of(tool: Tool, visits: Sequence[Visit]) -> list[PromptValues]:
    """The prompts that the visits have values of, in the tool's order."""
    return [
        PromptValues(prompt.id)
        for prompt in tool.prompts
        if any(prompt.id in visit.cells for visit in visits)
    ]


def log_rows(table: ObservationTable, tool: Tool) -> dict[str, list[LogRow]]:
    """An event log's rows by session."""
    sessions: dict[str, list[LogRow]] = {}
    ids = {name: prompt.id for prompt in tool.prompts for name in (prompt.id, prompt.text)}
    columns = [table.columns.index(role) for role in _LOG_COLUMNS]
    for row in table.raw.rows:
        log_row = LogRow(*("" if index is None else row.cells[index] for index in columns))
        log_row = log_row._replace(prompt=ids.get(log_row.prompt, log_row.prompt))
        sessions.setdefault(log_row.session, []).append(log_row)
    return sessions


def write_log(sessions: Iterable[Sequence[LogRow]]) -> bytes:
    """An event log of these sessions, as the tally page writes it, with a column of times or observers where
    one of them has any."""
    rows = [[_defused(cell) for cell in row] for session in sessions for row in session]
    kept = [
        index
        for index, role in enumerate(_LOG_COLUMNS)
        if role not in _LOG_OPTIONAL or any(row[index] for row in rows)
    ]
    lines = [_headings(_LOG_COLUMNS), *rows]
    return _csv_bytes([[line[index] for index in kept] for line in lines], ",", bom=False, newline="\n")


def _headings(meanings: Iterable[ColumnMeaning]) -> list[str]:
    return [
        meaning.prompt if isinstance(meaning, PromptValues) else str(meaning or "") for meaning in meanings
    ]


def _needs_n(visit: Visit, tool: Tool) -> bool:
    """Whether a cell alone would not say how many students were there."""
    return any(
        observation.n is not None
        and not observation.n_is_usual
        and "/" not in cell_text(tool.prompt(prompt), observation, None)
        for prompt, observation in visit.cells.items()
    )


def _cell(meaning: ColumnMeaning, visit: Visit, tool: Tool, *, has_n: bool) -> str:
    """A visit's cell in a column of that meaning; empty where it has nothing for it."""
    if isinstance(meaning, PromptValues):
        prompt = tool.prompt(meaning.prompt)
        return cell_text(prompt, visit.cells.get(meaning.prompt), visit.n if has_n else None)
    if meaning is ColumnRole.DATE:
        return visit.date.isoformat() if visit.date else ""
    if meaning is ColumnRole.CLASS:
        return _defused(visit.class_name)
    if meaning is ColumnRole.N:
        return plain_number(visit.n)
    return _defused(_text_of(visit, meaning)) if meaning in _OPTIONAL else ""


def _text_of(visit: Visit, role: ColumnRole) -> str:
    """What a visit says in one of the optional columns."""
    texts = {
        ColumnRole.TIME: visit.time,
        ColumnRole.OBSERVER: visit.observer,
        ColumnRole.GROUP: visit.group,
    }
    return texts[role] if role in texts else visit.text(role.value)


def _defused(text: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def _csv_bytes(rows: Sequence[Sequence[str]], separator: str, *, bom: bool, newline: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=newline).writerows(rows)
    return ((BOM if bom else "") + out.getvalue()).encode()
