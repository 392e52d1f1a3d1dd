"""A file that was exported somewhere -> observations, and what became of each of its columns."""

import posixpath
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.intake.workbook import is_workbook, workbook_to_csv
from generator.model import Observation, Tool
from generator.problems import Place, Problem, error
from generator.reading.tables.columns import ColumnMeaning, PromptValues, read_columns
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.observation_table import ObservationTable, read_observations
from generator.reading.tables.personal_columns import is_personal
from generator.reading.tables.raw_table import RawTable, read_raw_table
from generator.slugs import slug


class DropReason(StrEnum):
    """Why a column is not imported."""

    PERSONAL = "personal"
    UNKNOWN = "unknown"  # or the inquiry ignores it


@dataclass(frozen=True, slots=True)
class ImportedColumn:
    """What became of one column; `meaning` None and no `dropped` where its values are not needed."""

    heading: str
    meaning: ColumnMeaning
    dropped: DropReason | None = None


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is said of a file besides what it holds.

    `class_name` is for a table without a column of classes, `prompt` the prompt that two columns
    (`date, value`) count, `observer` who counted; `ignore` are headings, `excel_sheet` a workbook's
    sheet by its name.
    """

    date_format: DateOrder | None = None
    class_name: str = ""
    prompt: str = ""
    observer: str = ""
    ignore: Collection[str] = ()
    excel_sheet: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The table, its observations with their class and observer, and its columns that have a heading."""

    table: ObservationTable
    observations: tuple[Observation, ...]
    columns: tuple[ImportedColumn, ...]
    has_class: bool  # whether the table itself says which class

    def with_class(self, class_name: str) -> "ParsedFile":
        """The same with every observation in one class."""
        rows = tuple(
            replace(row, class_name=class_name, class_id=slug(class_name)) for row in self.observations
        )
        return replace(self, observations=rows)


def parse_file(
    data: bytes, name: str, tool: Tool, options: ImportOptions
) -> tuple[ParsedFile | None, list[Problem]]:
    """The file's observations; None beside at least one error."""
    if is_workbook(data):
        text, problems = workbook_to_csv(data, name, options.excel_sheet)
        if text is None:
            return None, problems
        data, name = text, posixpath.splitext(name)[0] + ".csv"
    raw, problems = read_raw_table(data, name)
    if raw is None:
        return None, problems
    dropped = _dropped_columns(raw, tool, options.ignore)
    table, more = read_observations(
        raw,
        _tool_for_two_columns(tool, options.prompt),
        date_format=options.date_format,
        ignore_columns=list(dropped),
        class_from_file=False,
    )
    errors = [problem for problem in (*problems, *more) if problem.is_error]
    if table is None or errors:
        return None, [_for_import(problem, raw, tool) for problem in errors]
    if not table.observations:
        return None, [_no_visits(name)]
    columns = tuple(
        ImportedColumn(column.heading, column.meaning, dropped.get(column.heading))
        for column in table.columns.columns
        if column.heading
    )
    has_class = all(row.class_name for row in table.observations)
    rows = tuple(_with_options(row, options) for row in table.observations)
    return ParsedFile(table, rows, columns, has_class), []


def _with_options(row: Observation, options: ImportOptions) -> Observation:
    """The observation, with the class and the observer that the options name where it has none."""
    class_name = row.class_name or options.class_name
    return replace(
        row,
        class_name=class_name,
        class_id=slug(class_name),
        observer=row.observer or options.observer,
    )


def _dropped_columns(raw: RawTable, tool: Tool, ignore: Collection[str]) -> dict[str, DropReason]:
    """Heading -> why its column is not imported."""
    columns, _ = read_columns(raw, tool, ())
    ignored = {slug(heading) for heading in ignore}
    dropped = {}
    for column in columns.columns:
        if is_personal(column.heading) and not isinstance(column.meaning, PromptValues):
            dropped[column.heading] = DropReason.PERSONAL
        elif column.meaning is None or slug(column.heading) in ignored:
            dropped[column.heading] = DropReason.UNKNOWN
    return dropped


def _tool_for_two_columns(tool: Tool, prompt: str) -> Tool:
    """The tool with the named prompt in front, because two columns count the first prompt."""
    chosen = [
        candidate for candidate in tool.prompts if slug(prompt) in (slug(candidate.id), slug(candidate.text))
    ]
    if not prompt or not chosen:
        return tool
    return replace(
        tool, prompts=(*chosen, *(candidate for candidate in tool.prompts if candidate not in chosen))
    )


def _for_import(problem: Problem, raw: RawTable, tool: Tool) -> Problem:
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
            headings=_listed(raw.header),
            prompts=_listed([prompt.id for prompt in tool.prompts]),
        )
    return problem


def _listed(names: Sequence[str], most: int = 8) -> str:
    """The first names, cut to a length that a terminal can show."""
    shown = ", ".join(name[:40] for name in names[:most])
    return shown + (", …" if len(names) > most else "")


def _no_visits(name: str) -> Problem:
    return error(
        "no-visits",
        Place(name),
        "This file has headings and no visits.",
        "Save it again after the visit, and import that file.",
    )
