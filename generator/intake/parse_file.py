"""A file that was exported somewhere -> observations, and what became of each of its columns."""

import posixpath
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.intake.workbook import is_workbook, workbook_to_csv
from generator.model import Observation, Tool
from generator.problems import Place, Problem, error
from generator.reading.tables.columns import IGNORED, PROMPT, read_columns
from generator.reading.tables.observation_table import ObservationTable, read_observations
from generator.reading.tables.personal_columns import is_personal
from generator.reading.tables.raw_table import RawTable, read_raw_table
from generator.slugs import slug

# what became of a column that was not taken over
PERSONAL, UNKNOWN = "personal", "unknown"


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The file's observations with their classes, and each heading's meaning (`date`, `prompt explains`,
    `personal`, `unknown`, ...)."""

    table: ObservationTable
    observations: tuple[Observation, ...]
    columns: tuple[tuple[str, str], ...]
    has_class: bool  # whether the table itself says which class


def parse_file(
    data: bytes,
    name: str,
    tool: Tool,
    *,
    date_format: str | None = None,
    class_name: str = "",
    prompt: str = "",
    observer: str = "",
    ignore: Collection[str] = (),
    excel_sheet: str | None = None,
) -> tuple[ParsedFile | None, list[Problem]]:
    """`class_name` is for a table without a column of classes, `prompt` the prompt that two columns
    (`date, value`) count, `observer` who counted.  None beside at least one error."""
    if is_workbook(data):
        text, problems = workbook_to_csv(data, name, excel_sheet)
        if text is None:
            return None, problems
        data, name = text, posixpath.splitext(name)[0] + ".csv"
    sheet, problems = read_raw_table(data, name)
    if sheet is None:
        return None, problems
    dropped = _dropped(sheet, tool, ignore)
    table, more = read_observations(
        sheet,
        _first(tool, prompt),
        date_format=date_format,
        ignore_columns=list(dropped),
        class_from_file=False,
    )
    errors = [problem for problem in (*problems, *more) if problem.is_error]
    if table is None or errors:
        return None, [_as_import(problem, sheet, tool) for problem in errors]
    meanings = tuple(
        (one.heading, dropped.get(one.heading, one.meaning)) for one in table.columns.read if one.heading
    )
    if not table.observations:
        return None, [_empty(name)]
    has_class = all(row.class_name for row in table.observations)
    rows = tuple(
        replace(
            row,
            class_name=row.class_name or class_name,
            class_id=slug(row.class_name or class_name),
            observer=row.observer or observer,
        )
        for row in table.observations
    )
    return ParsedFile(table, rows, meanings, has_class), []


def _dropped(sheet: RawTable, tool: Tool, ignore: Collection[str]) -> dict[str, str]:
    """Heading -> why its column is not taken over."""
    columns, _ = read_columns(sheet, tool, ())
    wanted = {slug(one) for one in ignore}
    dropped = {}
    for one in columns.read:
        known = one.meaning.startswith(PROMPT) or (one.meaning and one.meaning != IGNORED)
        if is_personal(one.heading) and not one.meaning.startswith(PROMPT):
            dropped[one.heading] = PERSONAL
        elif not known or slug(one.heading) in wanted:
            dropped[one.heading] = UNKNOWN
    return dropped


def _first(tool: Tool, prompt: str) -> Tool:
    """The tool with one of its prompts in front: the one that two columns count."""
    chosen = [one for one in tool.prompts if slug(prompt) in (slug(one.id), slug(one.text))]
    if not prompt or not chosen:
        return tool
    return replace(tool, prompts=(*chosen, *(one for one in tool.prompts if one not in chosen)))


def _as_import(problem: Problem, sheet: RawTable, tool: Tool) -> Problem:
    """The same problem with a remedy that fits a file which is not in content/ yet."""
    if problem.code == "ambiguous-dates":
        return replace(problem, remedy="Import it again with  --date-format m/d/y  or  --date-format d/m/y")
    if problem.code == "no-values":
        return error(
            "no-values",
            problem.place,
            "None of its columns is a prompt of the tool {tool}. The file has: {headings}.",
            "A column belongs to a prompt by its id or its text: {prompts}. Is it the right file?",
            tool=tool.title,
            headings=_brief(sheet.header),
            prompts=_brief([prompt.id for prompt in tool.prompts]),
        )
    return problem


def _brief(names: Sequence[str], most: int = 8) -> str:
    shown = ", ".join(name[:40] for name in names[:most])
    return shown + (", …" if len(names) > most else "")


def _empty(name: str) -> Problem:
    return error(
        "no-visits",
        Place(name),
        "This file has headings and no visits.",
        "Save it again after the visit, and import that file.",
    )
