"""What a column `value` holds where its prompt counts students: percentages, which is said, or numbers that
could as well be counts, which is asked."""

from collections.abc import Sequence

from msgspec import Struct

from generator.model import PromptKind, Tool
from generator.problems import Place, Problem, error, notice
from generator.reading.tables.cells import read_cell
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.row_context import IndexedRow, TableContext
from generator.reading.tables.table_form import TableForm


class _UnclearValue(Struct, frozen=True):
    """A number without a percent sign, where it stands, its prompt and the row's number of students."""

    index: int
    text: str
    number: float
    prompt: str
    n: float | None


def check_value_column(context: TableContext, form: TableForm, rows: Sequence[IndexedRow]) -> list[Problem]:
    """An error where values beside n can be counts as well as percentages, else a notice of how plain
    numbers are read.  Where a count stands beside the value, or a percent sign in it, nothing is unclear."""
    column = context.columns.index(ColumnRole.VALUE)
    if context.tool is None or column is None:
        return []
    values = _unclear_values(context, context.tool, form, rows)
    if not values:
        return []
    heading = context.table.header[column]
    could_be_counts = [value for value in values if value.n and value.number]
    if could_be_counts and all(_could_be_count(value) for value in values):
        return [
            _count_or_percent(context.table.place(value.index, column), heading, value)
            for value in could_be_counts
        ]
    place = context.table.place(-1, column)
    prompt = values[0].prompt if form is TableForm.TWO_COLUMNS and len(context.tool.prompts) > 1 else ""
    return [_read_as_percent(place, heading, prompt)]


def _unclear_values(
    context: TableContext, tool: Tool, form: TableForm, rows: Sequence[IndexedRow]
) -> list[_UnclearValue]:
    kinds = {prompt.id: prompt.kind for prompt in tool.prompts}
    values = []
    for index, row in rows:
        text = context.cell(row, ColumnRole.VALUE)
        cell, size = read_cell(text), read_cell(context.cell(row, ColumnRole.N))
        prompt = tool.prompts[0].id
        if form is not TableForm.TWO_COLUMNS:
            prompt = context.prompt_id(context.cell(row, ColumnRole.PROMPT))
        if cell is None or cell.number is None or context.cell(row, ColumnRole.COUNT):
            continue
        if kinds.get(prompt) is PromptKind.COUNT_OF:
            n = size.number if size else None
            values.append(_UnclearValue(index, text, cell.number, prompt, n))
    return values


def _could_be_count(value: _UnclearValue) -> bool:
    return value.number.is_integer() and (value.n is None or value.number <= value.n)


def _count_or_percent(place: Place, heading: str, value: _UnclearValue) -> Problem:
    return error(
        "count-or-percent",
        place,
        "Is {text} a percentage, or how many of {n}? It could be either.",
        "If these are counts, call the column  count  instead of {column}. If they are percentages, type "
        "them with their sign: {text}%.",
        text=value.text[:40],
        n=f"{value.n:g}",
        column=heading,
    )


def _read_as_percent(place: Place, heading: str, prompt: str) -> Problem:
    return notice(
        "values-are-percent",
        Place(place.file, place.line, row=place.row),
        "The numbers in {column} are read as percentages of students, for the prompt {prompt}."
        if prompt
        else "The numbers in {column} are read as percentages of students.",
        "If they are counts, call the column  count  and add a column  n  with how many students were there.",
        column=heading,
        prompt=prompt,
    )
