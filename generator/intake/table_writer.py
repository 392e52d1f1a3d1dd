"""Visits put into a table that is there, or into a new one; nothing that stood there is lost."""

import csv
import io
from collections.abc import Collection, Sequence

from generator.evidence.data_csv import plain_number
from generator.intake.existing_tables import ExistingTable
from generator.intake.visits import Visit, cell_text
from generator.model import Tool
from generator.reading.tables.columns import PROMPT
from generator.reading.tables.observation_table import ObservationTable

_OPTIONAL = ("observer", "group", "condition", "note", "unusual")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
BOM = "\ufeff"


def write_new_table(tool: Tool, visits: Sequence[Visit]) -> bytes:
    """A wide table: date, class, n, a column a prompt."""
    used = [prompt.id for prompt in tool.prompts if any(prompt.id in visit.cells for visit in visits)]
    meanings = ["date", "class"]
    if any(visit.n is not None for visit in visits):
        meanings.append("n")
    meanings += [PROMPT + name for name in used]
    meanings += [name for name in _OPTIONAL if any(_word(visit, name) for visit in visits)]
    header = [meaning.removeprefix(PROMPT) for meaning in meanings]
    rows = [[_cell(meaning, visit, tool, True) for meaning in meanings] for visit in visits]
    return _written([header, *rows], ",", bom=False, newline="\n")


def append_visits(
    existing: ExistingTable, tool: Tool, visits: Sequence[Visit], observed: Collection[int] = ()
) -> bytes:
    """A wide table with more rows, and with the columns that they need.

    `observed` are rows (as a spreadsheet numbers them) whose observer becomes "1", since another has
    counted too.
    """
    sheet, columns, original = existing.table.raw, existing.table.columns, existing.data
    file_class = existing.own_class
    meanings = [one.meaning for one in columns.read]
    header = list(sheet.header)
    rows = [list(row.cells) for row in sheet.rows]
    numbers = [row.number for row in sheet.rows]

    def add(meaning: str, fill: str = "") -> None:
        meanings.append(meaning)
        header.append(meaning.removeprefix(PROMPT))
        for row in rows:
            row.append(fill)

    if "class" not in meanings and any(visit.class_name != file_class for visit in visits):
        add("class", file_class)
    if "n" not in meanings and any(_needs_n(visit, tool) for visit in visits):
        add("n")
    for prompt in tool.prompts:
        if PROMPT + prompt.id not in meanings and any(prompt.id in visit.cells for visit in visits):
            add(PROMPT + prompt.id)
    for name in _OPTIONAL:
        if name not in meanings and (
            any(_word(one, name) for one in visits) or (name == "observer" and observed)
        ):
            add(name)
    for position, number in enumerate(numbers):
        if number in observed:
            rows[position][meanings.index("observer")] = "1"
    has_n = "n" in meanings
    more = [[_cell(meaning, visit, tool, has_n) for meaning in meanings] for visit in visits]
    return _written(
        [header, *rows, *more],
        sheet.separator or ",",
        bom=sheet.encoding != "UTF-8" or original.startswith(b"\xef\xbb\xbf"),
        newline="\r\n" if b"\r\n" in original else "\n",
    )


def log_rows(table: ObservationTable, tool: Tool) -> dict[str, list[tuple[str, ...]]]:
    """An event log's rows by session, as (stamp, session, class, n, prompt id)."""
    found: dict[str, list[tuple[str, ...]]] = {}
    ids = {name: prompt.id for prompt in tool.prompts for name in (prompt.id, prompt.text)}
    for row in table.raw.rows:
        cells = []
        for meaning in LOG:
            index = table.columns.index(meaning)
            cells.append("" if index is None else row.cells[index])
        cells[4] = ids.get(cells[4], cells[4])
        found.setdefault(cells[1], []).append(tuple(cells))
    return found


LOG = ("stamp", "session", "class", "n", "prompt")


def write_log(sessions: Collection[Sequence[tuple[str, ...]]]) -> bytes:
    rows = [[_harmless(cell) for cell in row] for session in sessions for row in session]
    return _written([list(LOG), *rows], ",", bom=False, newline="\n")


def _needs_n(visit: Visit, tool: Tool) -> bool:
    """Whether a cell alone would not say how many students were there."""
    return any(
        one.n is not None and "/" not in cell_text(tool.prompt(prompt), one, None)
        for prompt, one in visit.cells.items()
    )


def _cell(meaning: str, visit: Visit, tool: Tool, has_n: bool) -> str:
    if meaning == "date":
        return visit.date.isoformat() if visit.date else ""
    if meaning == "class":
        return _harmless(visit.class_name)
    if meaning == "n":
        return plain_number(visit.n)
    if meaning.startswith(PROMPT):
        name = meaning.removeprefix(PROMPT)
        return cell_text(tool.prompt(name), visit.cells.get(name), visit.n if has_n else None)
    return _harmless(_word(visit, meaning)) if meaning in _OPTIONAL else ""


def _word(visit: Visit, name: str) -> str:
    return str(getattr(visit, name)) if name in ("observer", "group") else visit.text(name)


def _harmless(text: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text


def _written(rows: Sequence[Sequence[str]], separator: str, *, bom: bool, newline: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=newline).writerows(rows)
    return ((BOM if bom else "") + out.getvalue()).encode()
