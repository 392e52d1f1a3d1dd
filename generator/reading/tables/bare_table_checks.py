"""What has to be known of a table that is read without a tool before a verdict may be given on it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from generator.model import Observation
from generator.problems import Place, Problem, error, notice
from generator.reading.tables.bare_columns import is_naming, likely_class, pooled_series
from generator.reading.tables.columns import ClassifiedColumn, ColumnRole
from generator.reading.tables.headings import SkipReason
from generator.reading.tables.observation_table import ObservationTable

_FEWEST_VALUES = 3  # fewer that are alike say nothing of a column


class BareTable(Struct, frozen=True):
    """`class_heading` is the column that seems to tell classes apart which the series pool, empty where there
    is none; `constant` are the prompts whose value never changes."""

    class_heading: str
    constant: frozenset[str]

    def may_judge(self, prompt: str) -> bool:
        """Whether a series of the prompt may have a verdict."""
        return not self.class_heading and prompt not in self.constant


def check_bare_table(table: ObservationTable, rows: Sequence[Observation]) -> tuple[BareTable, list[Problem]]:
    """What keeps series from a verdict, and what was assumed; `rows` are those that are looked at."""
    heading = _class_heading(table)
    constant = _constant_prompts(rows) & {prompt for _, prompt in table.columns.prompts}
    place = table.raw.place(-1, 0)
    problems = _rows_without_n(table, rows) + _averaged_rows(table, rows)
    if heading:
        index = table.raw.header.index(heading)
        problems.append(pooled_series(table.raw.place(-1, index), heading))
    if constant:
        problems.append(_never_changes(place, [_heading_of(table, prompt) for prompt in sorted(constant)]))
    if unused := _prompts_without_n(table, rows):
        problems.append(_n_not_used(place, [_heading_of(table, prompt) for prompt in unused]))
    return BareTable(heading, constant), problems


def _class_heading(table: ObservationTable) -> str:
    columns = table.columns
    if columns.index(ColumnRole.CLASS) is not None:
        return ""
    moments = {row.row: f"{row.date} {row.time}" for row in table.observations if row.date}
    rows = [row for row in table.raw.rows if row.number in moments or not moments]
    candidates = [
        (column.heading, [row.cells[column.column - 1] for row in rows])
        for column in columns.columns
        if _may_name_classes(column)
    ]
    order = [moments[row.number] for row in rows] if moments else _counter(table)
    return likely_class(candidates, order)


def _may_name_classes(column: ClassifiedColumn) -> bool:
    """Whether a column of words, or of numbers that name something, is not read."""
    names = column.skipped is SkipReason.COUNTER and is_naming(column.heading)
    return bool(column.heading) and (names or column.skipped is SkipReason.UNKNOWN)


def _counter(table: ObservationTable) -> list[str]:
    """The cells of a column that counts visits, in a form that can be sorted; empty without one."""
    for column in table.columns.columns:
        if column.skipped is SkipReason.COUNTER and not is_naming(column.heading):
            return [row.cells[column.column - 1].zfill(20) for row in table.raw.rows]
    return []


def _constant_prompts(rows: Sequence[Observation]) -> frozenset[str]:
    values: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.value is not None:
            values[row.prompt].append(row.value)
    return frozenset(
        prompt
        for prompt, of_prompt in values.items()
        if len(of_prompt) >= _FEWEST_VALUES and len(set(of_prompt)) == 1
    )


def _heading_of(table: ObservationTable, prompt: str) -> str:
    """What a prompt is called in the table; that of its column where the rows name none."""
    if prompt:
        return prompt
    columns = table.columns.columns
    return next(
        column.heading for column in columns if column.meaning in (ColumnRole.VALUE, ColumnRole.COUNT)
    )


def _prompts_without_n(table: ObservationTable, rows: Sequence[Observation]) -> list[str]:
    """The prompts whose values are plotted as written, though the table has a column of n."""
    if table.columns.index(ColumnRole.N) is None:
        return []
    with_count = {row.prompt for row in rows if row.count is not None}
    return sorted({row.prompt for row in rows if row.value is not None and row.n is not None} - with_count)


def _rows_without_n(table: ObservationTable, rows: Sequence[Observation]) -> list[Problem]:
    """Rows whose value would stand as it is written among others that are counts of n."""
    if table.columns.index(ColumnRole.N) is None:
        return []
    shares = {(row.class_id, row.prompt) for row in rows if row.count is not None and row.n is not None}
    number = next(
        (
            row.row
            for row in rows
            if row.value is not None and row.n is None and (row.class_id, row.prompt) in shares
        ),
        None,
    )
    if number is None:
        return []
    return [
        error(
            "no-n",
            Place(table.raw.file, row=number),
            "This row has no n, so its count cannot be compared with the other rows.",
            "Type how many students were observed, or clear the row's counts.",
        )
    ]


def _averaged_rows(table: ObservationTable, rows: Sequence[Observation]) -> list[Problem]:
    """Several rows of one class, date, time and prompt, which no observer or group tells apart."""
    numbers = Counter(
        (row.class_id, row.prompt, row.date, row.time, row.group, row.observer) for row in rows if row.date
    )
    averaged = next((key for key, number in numbers.items() if number > 1), None)
    if averaged is None:
        return []
    return [
        notice(
            "rows-averaged",
            Place(table.raw.file),
            "Several rows have the same date, {day} for instance. They are averaged into one point.",
            "If they are different lessons, add a column  time ; if they are different classes, add  class .",
            day=averaged[2],
        )
    ]


def _never_changes(place: Place, headings: Sequence[str]) -> Problem:
    return notice(
        "never-changes",
        Place(place.file, place.line, row=place.row),
        "No verdict where the values never change: {headings}.",
        headings=", ".join(headings),
    )


def _n_not_used(place: Place, headings: Sequence[str]) -> Problem:
    return notice(
        "n-not-used",
        Place(place.file, place.line, row=place.row),
        "The column of n is not used: values are taken as they are written ({headings}).",
        "If they are counts of n, call their column  count .",
        headings=", ".join(headings),
    )
