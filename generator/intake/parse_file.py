"""A file that was exported somewhere -> observations, and what became of each of its columns."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.intake.workbook import is_workbook, workbook_to_csv
from generator.model import Observation, Tool
from generator.problems import Phrase, Place, Problem, error
from generator.reading.tables.column_problems import COLUMNS_DROPPED
from generator.reading.tables.columns import (
    ClassifiedColumn,
    ColumnAnswers,
    ColumnRole,
    explain_columns,
    read_answers,
    read_columns,
)
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.observation_table import ObservationTable, read_observations
from generator.reading.tables.raw_table import RawTable, read_raw_table
from generator.reading.tables.row_context import ClassSizes
from generator.reading.tables.transposed_table import transposed_problem
from generator.slugs import slug

_AMOUNTS = (ColumnRole.COUNT, ColumnRole.VALUE)


class ImportOptions(Struct, frozen=True):
    """What is said of a file besides what it holds.

    `class_name` is for a table without a column of classes, `prompt` the prompt that two columns
    (`date, value`) count, `observer` who counted; `answers` say how the inquiry reads its
    columns, `class_sizes` how many students its classes usually have, `excel_sheet` is a workbook's sheet
    by its name.
    """

    date_format: DateOrder | None = None
    class_name: str = ""
    prompt: str = ""
    observer: str = ""
    answers: ColumnAnswers = field(default_factory=dict)
    class_sizes: ClassSizes = field(default_factory=dict)
    excel_sheet: str | None = None


class ParsedFile(Struct, frozen=True):
    """The table, its observations with their class and observer, and its columns that have a heading;
    `observer` is who counted where the table does not say it."""

    table: ObservationTable
    observations: tuple[Observation, ...]
    columns: tuple[ClassifiedColumn, ...]
    observer: str = ""

    @property
    def has_class(self) -> bool:
        """Whether the table itself says which class."""
        column = self.table.columns.index(ColumnRole.CLASS)
        return column is not None and any(row.cells[column] for row in self.table.raw.rows)


def read_file(data: bytes, name: str, sheet: str | None = None) -> tuple[RawTable | None, list[Problem]]:
    """The cells of a table of text or of a workbook's sheet, and what was assumed of the file; None beside
    at least one error."""
    if not is_workbook(data):
        return read_raw_table(data, name)
    text, notices = workbook_to_csv(data, name, sheet)
    if text is None:
        return None, notices
    raw, problems = read_raw_table(text, name)
    return raw, notices + problems


def parse_file(
    data: bytes, name: str, tool: Tool, options: ImportOptions
) -> tuple[ParsedFile | None, list[Problem]]:
    """The file's observations, and what was assumed of the file; None beside at least one error."""
    raw, problems = read_file(data, name, options.excel_sheet)
    errors = [problem for problem in problems if problem.is_error]
    if raw is None or errors:
        return None, errors
    parsed, table_problems = parse_table(raw, tool, options)
    return parsed, [*problems, *table_problems] if parsed else table_problems


def parse_table(raw: RawTable, tool: Tool, options: ImportOptions) -> tuple[ParsedFile | None, list[Problem]]:
    """The observations of a file that was read, and what was assumed of its rows; None beside at least one
    error."""
    if not transposed_problem(raw) and not _counts_anything(raw, tool, options.answers):
        return None, [_no_values(raw, tool)]
    table, problems = read_observations(
        raw,
        _tool_for_two_columns(tool, options.prompt),
        date_format=options.date_format,
        answers=options.answers,
        class_name=options.class_name,
        class_sizes=options.class_sizes,
    )
    errors = [_for_import(problem, tool) for problem in problems if problem.is_error]
    if table is None or errors:
        return None, [*errors, explain_columns(raw, tool, options.answers)]
    if not table.observations:
        return None, [_no_visits(raw.file)]
    columns = tuple(column for column in table.columns.columns if column.heading)
    rows = tuple(_with_options(row, options) for row in table.observations)
    assumptions = [problem for problem in problems if problem.code != COLUMNS_DROPPED]
    return ParsedFile(table, rows, columns, options.observer), assumptions


def _with_options(row: Observation, options: ImportOptions) -> Observation:
    """The observation, with the observer that the options name where it has none."""
    return replace(row, observer=row.observer or options.observer)


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


def _for_import(problem: Problem, tool: Tool) -> Problem:
    """The same problem with a remedy that fits a file which is not in content/ yet."""
    if problem.code == "ambiguous-dates":
        return replace(
            problem, remedy=Phrase("Import it again with  --date-format m/d/y  or  --date-format d/m/y")
        )
    if problem.code == "unknown-column":
        heading, near = problem.values["heading"], str(problem.values["near"])
        is_answer = bool(near) and not read_answers({str(heading): near}, tool)[1]
        return replace(
            problem,
            remedy=Phrase(
                "If it holds {near}, say  --column {meant} ; to leave it out, say  --column {answer}"
            )
            if is_answer
            else Phrase("Say what it holds, or that it should be skipped:  --column {answer}"),
            values={**problem.values, "answer": f'"{heading}=skip"', "meant": f'"{heading}={near}"'},
        )
    return problem


def _counts_anything(raw: RawTable, tool: Tool, answers: ColumnAnswers) -> bool:
    """Whether a column holds what was counted."""
    columns, _ = read_columns(raw, tool, answers)
    return bool(columns.prompts or {ColumnRole.PROMPT, *_AMOUNTS} & set(columns.meanings))


def _no_values(raw: RawTable, tool: Tool) -> Problem:
    return error(
        "no-values",
        Place(raw.file, row=raw.place(-1, 0).row),
        "None of its columns is a prompt of the tool {tool}. The file has: {headings}.",
        "A column belongs to a prompt by its id or its text ({prompts}), or as you say with  "
        '--column "HEADING=PROMPT". Is it the right file?',
        tool=tool.title,
        headings=_listed(raw.header),
        prompts=_listed([prompt.id for prompt in tool.prompts]),
    )


def _listed(names: Sequence[str], most: int = 8) -> str:
    """The first names."""
    shown = ", ".join(names[:most])
    return shown + (", …" if len(names) > most else "")


def _no_visits(name: str) -> Problem:
    return error(
        "no-visits",
        Place(name),
        "This file has headings but no visits.",
        "Save it again after the visit, and import that file.",
    )
