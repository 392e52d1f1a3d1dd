"""A table as teachers and observers have it -> observations.

Six forms: wide, long, the tally page's event log, a Google Forms or Sheets export, two columns, and
YAML.  Which one it is shows in the headings; `portfolio check` says back how it was understood.
"""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Observation, Tool
from generator.problems import Place, Problem, error, warning
from generator.reading.tables.alike_problems import limit_alike
from generator.reading.tables.columns import SYNONYMS, TableColumns, read_columns
from generator.reading.tables.event_log import read_log
from generator.reading.tables.raw_table import RawRow, RawTable, read_raw_table
from generator.reading.tables.row_context import (
    Placed,
    RowDates,
    TableContext,
    read_row_dates,
    unknown_prompt,
)
from generator.reading.tables.student_rows import aggregate_by_visit
from generator.reading.tables.values import PromptValue, read_row_size, read_value
from generator.slugs import slug

# a row that sums or averages the ones above it, in the words of the first cell, class or date
_TOTALS = frozenset(
    {"total", "totals", "sum", "average", "averages", "avg", "mean", "median", "subtotal"}
    | {"grand-total", "suma", "promedio", "media", "totales"}
)


@dataclass(frozen=True, slots=True)
class ObservationTable:
    """What was read of one table, and how it was understood.

    `raw` is the table as it was saved; `columns` and the observations' rows are those of the table
    that was read, which has a row a visit where the saved one has a row a student (`aggregated`).
    """

    raw: RawTable
    aggregated: bool
    form: str  # wide, long, event log, form export, two columns, one column
    observations: tuple[Observation, ...]
    columns: TableColumns
    dates: str  # iso, m/d/y, d/m/y; empty without dates


def read_observation_table(
    data: bytes,
    file: str,
    tool: Tool | None,
    *,
    date_format: str | None = None,
    ignore_columns: Sequence[str] = (),
    class_from_file: bool = True,
) -> tuple[ObservationTable | None, list[Problem]]:
    """The table's observations, and everything that is wrong with its file; None where no table is
    there.  See `read_observations` for the options."""
    raw, problems = read_raw_table(data, file)
    if raw is None:
        return None, problems
    table, more = read_observations(
        raw, tool, date_format=date_format, ignore_columns=ignore_columns, class_from_file=class_from_file
    )
    return table, problems + more


def read_observations(
    raw: RawTable,
    tool: Tool | None,
    *,
    date_format: str | None = None,
    ignore_columns: Sequence[str] = (),
    class_from_file: bool = True,
) -> tuple[ObservationTable | None, list[Problem]]:
    """The observations of a parsed table, and what is wrong with them; None where it has no form.

    `tool` None reads any table (`portfolio analyse`): columns of numbers are its prompts, dates may
    be missing, and without a class column the class is empty unless `class_from_file`.  Rows with an
    error are left out of the observations; the others are read.
    """
    sheet = aggregate_by_visit(raw, tool)
    columns, problems = read_columns(sheet, tool, ignore_columns)
    reader = TableContext(sheet, columns, tool, _class_of(raw.file) if class_from_file else "")
    form, found = _form(reader)
    # a column that could not be understood is the problem already, and one is enough
    if form or not any(problem.is_error for problem in problems):
        problems += found
    if not form:
        return None, limit_alike(problems)
    rows, found = _real_rows(reader)
    problems += found
    days, dates, found = read_row_dates(reader, rows, date_format)
    problems += found
    if form == "event log":
        observations, found = read_log(reader, rows, days)
    else:
        observations, found = _Rows(reader, rows, days).table(form)
    problems += found
    observations, found = _with_address(observations)
    problems += found
    if not rows and not any(problem.is_error for problem in problems):
        problems.append(warning("no-visits", Place(raw.file), "This table has a header and no visits yet."))
    table = ObservationTable(
        raw=raw,
        aggregated=sheet is not raw,
        form=form,
        observations=tuple(observations),
        columns=columns,
        dates=dates,
    )
    return table, limit_alike(problems)


def _class_of(file: str) -> str:
    """period-2.csv is Period 2."""
    stem = posixpath.splitext(posixpath.basename(file))[0]
    words = stem.replace("-", " ").replace("_", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _form(reader: TableContext) -> tuple[str, list[Problem]]:
    """Which of the forms a table has; empty, and a problem, where it has none."""
    columns, tool = reader.columns, reader.tool
    has = {one.meaning for one in columns.read}
    place = Place(reader.sheet.file, 1 if reader.sheet.separator else None, row=1)
    if "session" in has and "stamp" in has and "prompt" in has:
        form = "event log"
    elif "prompt" in has and has & {"count", "value"}:
        form = "long"
    elif columns.prompts:
        form = (
            "form export" if any(slug(one.heading) in SYNONYMS["stamp"] for one in columns.read) else "wide"
        )
    elif has & {"value", "count"}:
        form = "two columns"
    else:
        return "", [_no_values(place, tool)]
    if "date" not in has and form != "event log" and tool is not None:
        return "", [
            error(
                "no-date-column",
                place,
                "This table has no column with the dates of the visits.",
                "Call that column  date",
            )
        ]
    return form, []


def _real_rows(reader: TableContext) -> tuple[list[Placed], list[Problem]]:
    """(index, row) of the rows that hold a visit: totals are problems, a repeated header is too."""
    kept, problems = [], []
    for index, row in enumerate(reader.sheet.rows):
        first = next((cell for cell in row.cells if cell), "")
        labels = {slug(first), slug(reader.cell(row, "class")), slug(reader.cell(row, "date"))}
        if labels & _TOTALS:
            problems.append(
                error(
                    "total-row",
                    reader.sheet.place(index, 0),
                    "This row is a total or an average of other rows, not a visit.",
                    "Take the row away; sums are worked out from the visits.",
                )
            )
        elif row.cells == reader.sheet.header:
            problems.append(
                error(
                    "header-again",
                    reader.sheet.place(index, 0),
                    "The header stands here a second time.",
                    "Take the row away.",
                )
            )
        else:
            kept.append((index, row))
    return kept, problems


class _Rows:
    """The rows of one table, but for an event log's; lives for one call of `read_table`."""

    def __init__(self, reader: TableContext, rows: Sequence[Placed], days: RowDates | None) -> None:
        self._reader = reader
        self._rows = rows
        self._days = days
        self._problems: list[Problem] = []

    def table(self, form: str) -> tuple[list[Observation], list[Problem]]:
        """A row is a visit, or one prompt of it."""
        observations: list[Observation] = []
        for position, (index, row) in enumerate(self._rows):
            day = None
            if self._days is not None:
                day, placed = self._days.of(position, (index, row), self._reader, self._problems)
                if not placed:
                    continue
            size = read_row_size(self._reader.cell(row, "n"), self._reader.place(index, "n"), self._problems)
            for prompt, value in self._values(form, index, row, size):
                if value is not None:
                    observations.append(self._reader.observation(day, row, prompt, value))
        return observations, self._problems

    def _values(
        self, form: str, index: int, row: RawRow, size: float | None
    ) -> list[tuple[str, PromptValue | None]]:
        reader = self._reader
        if form in ("wide", "form export"):
            cells = [(name, row.cells[column], column) for column, name in reader.columns.prompts]
        else:
            name = self._prompt_of(form, index, row)
            if name is None:
                return []
            written, count = reader.cell(row, "value"), reader.cell(row, "count")
            column = reader.columns.index("value" if written or not count else "count") or 0
            if written:
                return [(name, self._as_written(written, count, name, index, column, size))]
            cells = [(name, count, column)]
        values = []
        for name, text, column in cells:
            kind = reader.tool.prompt(name).kind if reader.tool else None
            values.append(
                (name, read_value(text, kind, size, reader.sheet.place(index, column), self._problems))
            )
        return values

    def _as_written(
        self, written: str, count: str, name: str, index: int, column: int, size: float | None
    ) -> PromptValue | None:
        """A `value` column is the value itself; a count beside it is kept for the tables."""
        place = self._reader.sheet.place(index, column)
        value = read_value(written, None, None, place, self._problems, as_written=True)
        if value is None or not count:
            return value if value is None else value.sized(size)
        kind = self._reader.tool.prompt(name).kind if self._reader.tool else None
        counted = read_value(count, kind, size, place, self._problems)
        return value if counted is None else PromptValue(value.value, counted.count, counted.n)

    def _prompt_of(self, form: str, index: int, row: RawRow) -> str | None:
        """The prompt's id of a long row; of two columns the tool's first prompt."""
        tool = self._reader.tool
        if form == "two columns":
            return tool.prompts[0].id if tool else ""
        written = self._reader.cell(row, "prompt")
        if tool is None:
            return written
        name = self._reader.prompt_id(written)
        known = [prompt.id for prompt in tool.prompts]
        if name not in known:
            self._problems.append(unknown_prompt(self._reader.place(index, "prompt"), written, known))
            return None
        return name


def _with_address(rows: Sequence[Observation]) -> tuple[list[Observation], list[Problem]]:
    """The rows whose class can be told apart by letters or digits, and what is wrong with the others."""
    nameless = {(row.file, row.row): row for row in rows if row.class_name and not row.class_id}
    problems = [
        error(
            "no-address",
            Place(file, row=number, field="class"),
            "The class {name} has no letter or digit to tell it from others by.",
            "Give it a name such as  Period 2 .",
            name=row.class_name[:40],
        )
        for (file, number), row in nameless.items()
    ]
    return [row for row in rows if row.class_id or not row.class_name], problems


def _no_values(place: Place, tool: Tool | None) -> Problem:
    return error(
        "no-values",
        place,
        "This table has no column with what was counted.",
        "Add a column for each prompt: {prompts}"
        if tool
        else "Add a column  value , or one column of numbers for each prompt.",
        prompts=", ".join(prompt.id for prompt in tool.prompts) if tool else "",
    )
