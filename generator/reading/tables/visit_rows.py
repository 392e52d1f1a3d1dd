"""The rows of a table that is not an event log: a row is a visit, or one prompt of it."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Observation, PromptKind, Unit
from generator.problems import Problem, error
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.raw_table import RawRow
from generator.reading.tables.row_context import IndexedRow, RowDates, TableContext, unknown_prompt
from generator.reading.tables.table_form import ROW_A_VISIT, TableForm
from generator.reading.tables.times import read_time
from generator.reading.tables.uneven_rows import short_row, uneven_rows
from generator.reading.tables.values import (
    PromptValue,
    contradicting_size,
    read_plotted_value,
    read_row_size,
    read_value,
)
from generator.slugs import slug

# a row that sums or averages the ones above it, in the words of the first cell, class or date
_TOTALS = frozenset(
    {"total", "totals", "sum", "average", "averages", "avg", "mean", "median", "subtotal"}
    | {"grand-total", "suma", "promedio", "media", "totales"}
)
_IN_PARTS = (Unit.MINUTES, Unit.POINTS)  # need not be whole numbers


def select_visit_rows(context: TableContext) -> tuple[list[IndexedRow], list[Problem]]:
    """The rows that hold a visit; totals are problems, a repeated header is too."""
    kept, problems = [], []
    uneven = uneven_rows(context.table, context.columns)
    for index, row in enumerate(context.table.rows):
        if is_total_row(context, row):
            problems.append(
                error(
                    "total-row",
                    context.table.place(index, 0),
                    "This row is a total or an average of other rows, not a visit.",
                    "Delete the row; totals are worked out from the visits.",
                )
            )
        elif index in uneven:
            problems.append(short_row(context.table, index))
        elif row.cells == context.table.header:
            problems.append(
                error(
                    "header-again",
                    context.table.place(index, 0),
                    "The headings are repeated here.",
                    "Delete the row.",
                )
            )
        else:
            kept.append((index, row))
    return kept, problems


def is_total_row(context: TableContext, row: RawRow) -> bool:
    """Whether a row sums up or averages others: its first cell, class or date is a word for it, or such a
    word is among those where a date belongs ("Class average")."""
    first = next((cell for cell in row.cells if cell), "")
    date = context.cell(row, ColumnRole.DATE)
    cells = (first, context.cell(row, ColumnRole.CLASS), date)
    return bool(_TOTALS & {*map(slug, cells), *slug(date).split("-")})


def read_visit_rows(
    context: TableContext, form: TableForm, rows: Sequence[IndexedRow], days: RowDates | None
) -> tuple[list[Observation], list[Problem]]:
    """Every value of every row that has a day, and what is wrong.  Without `days` the table is undated."""
    observations: list[Observation] = []
    problems: list[Problem] = []
    for position, (index, row) in enumerate(rows):
        day = None
        if days is not None:
            day, new_problems = days.day_of(position, (index, row), context)
            problems += new_problems
            if day is None:
                continue
        problems += _time_problems(context, index, row)
        values, new_problems = _VisitRow(context, form, index, row).values()
        problems += new_problems
        observations += [context.observation(day, row, prompt, value) for prompt, value in values]
    return observations, problems


def _time_problems(context: TableContext, index: int, row: RawRow) -> list[Problem]:
    text = context.cell(row, ColumnRole.TIME)
    if read_time(text) is not None:
        return []
    return [
        error(
            "not-a-time",
            context.place(index, ColumnRole.TIME),
            "{text} is not a time of day.",
            "Type it as 9:05 or 14:30, or leave the cell empty.",
            text=text[:40],
        )
    ]


class _VisitRow(Struct, frozen=True):
    """One row; `index` is its in the table."""

    context: TableContext
    form: TableForm
    index: int
    row: RawRow

    def values(self) -> tuple[list[tuple[str, PromptValue]], list[Problem]]:
        """(prompt id, value) of every cell that can be read, and what is wrong with the others."""
        size, new_problems = read_row_size(
            self.context.cell(self.row, ColumnRole.N), self.context.place(self.index, ColumnRole.N)
        )
        size = self.context.usual_size(self.row) if size is None else size
        problems = list(new_problems)
        if self.form not in ROW_A_VISIT:
            values, new_problems = self._single(size)
            return values, [*problems, *new_problems]
        values = []
        for column, prompt in self.context.columns.prompts:
            value, new_problems = self._value(self.row.cells[column], prompt, column, size)
            problems += new_problems
            if value is not None:
                values.append((prompt, value))
        return values, problems

    def _single(self, size: float | None) -> tuple[list[tuple[str, PromptValue]], Sequence[Problem]]:
        """The one value of a row that counts one prompt."""
        prompt, unknown = self._prompt()
        if prompt is None:
            return [], unknown
        written = self.context.cell(self.row, ColumnRole.VALUE)
        count = self.context.cell(self.row, ColumnRole.COUNT)
        role = ColumnRole.VALUE if written or not count else ColumnRole.COUNT
        column = self.context.columns.index(role) or 0
        if written:
            value, problems = self._plotted(written, count, prompt, column, size)
        else:
            value, problems = self._value(count, prompt, column, size)
        return [] if value is None else [(prompt, value)], problems

    def _plotted(
        self, written: str, count: str, prompt: str, column: int, size: float | None
    ) -> tuple[PromptValue | None, Sequence[Problem]]:
        """A `value` column is the value itself; a count beside it is kept for the tables."""
        value, problems = read_plotted_value(
            written, self._kind(prompt), self.context.table.place(self.index, column)
        )
        if value is None:
            return None, problems
        if not count:
            return value.sized(size), problems
        # our own data.csv has averages of observers there
        counted, problems = self._value(count, prompt, column, size, whole=False)
        return (replace(counted, value=value.value) if counted else value), problems

    def _value(
        self, text: str, prompt: str, column: int, size: float | None, *, whole: bool = True
    ) -> tuple[PromptValue | None, Sequence[Problem]]:
        tool = self.context.tool
        value, problems = read_value(
            text,
            self._kind(prompt),
            size,
            self.context.table.place(self.index, column),
            whole=whole and (tool is None or tool.unit not in _IN_PARTS),
        )
        if value and value.says_n and self._says_other_size(value, size):
            place = self.context.table.place(self.index, column)
            return None, [contradicting_size(place, text, value.n or 0, size or 0)]
        return value, [self.context.with_remedy(problem, self.row) for problem in problems]

    def _says_other_size(self, value: PromptValue, size: float | None) -> bool:
        """Whether the row's own n is another than the cell's; a class's usual number says nothing of a
        row, nor does how many students a class list has of how many answered one prompt."""
        return (
            not self.context.table.is_summed
            and bool(self.context.cell(self.row, ColumnRole.N))
            and size is not None
            and value.n != size
        )

    def _kind(self, prompt: str) -> PromptKind | None:
        return self.context.tool.prompt(prompt).kind if self.context.tool else None

    def _prompt(self) -> tuple[str | None, list[Problem]]:
        """The prompt's id of a long row; of two columns the tool's first prompt."""
        tool = self.context.tool
        if self.form is TableForm.TWO_COLUMNS:
            return tool.prompts[0].id if tool else "", []
        written = self.context.cell(self.row, ColumnRole.PROMPT)
        if tool is None:
            return written, []
        prompt = self.context.prompt_id(written)
        ids = [candidate.id for candidate in tool.prompts]
        if prompt in ids:
            return prompt, []
        return None, [unknown_prompt(self.context.place(self.index, ColumnRole.PROMPT), written, ids)]
