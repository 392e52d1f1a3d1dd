"""What every row of a table is read with: its columns, its dates, the tool's prompts."""

from collections.abc import Mapping, Sequence
from datetime import date as Date

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from generator.model import Observation, Tool, Unit
from generator.problems import Phrase, Place, Problem, error
from generator.reading.tables.columns import ColumnMeaning, ColumnRole, TableColumns
from generator.reading.tables.dates import DateColumn, DateMistake, DateOrder, read_dates
from generator.reading.tables.group_names import group_name
from generator.reading.tables.headings import prompt_of, role_of
from generator.reading.tables.raw_table import RawRow, RawTable
from generator.reading.tables.times import read_time, time_in_stamp
from generator.reading.tables.values import NO_SIZE, PromptValue
from generator.slugs import slug

IndexedRow = tuple[int, RawRow]  # a row's index in the table, and the row
ClassSizes = Mapping[str, int]  # by class id: how many students a class usually has


class TableContext(Struct, frozen=True):
    """What every row of one table is read with; `class_name` is for a table without a column of
    classes, `class_sizes` for a row that does not say how many students were there."""

    table: RawTable
    columns: TableColumns
    tool: Tool | None
    class_name: str
    class_sizes: ClassSizes = field(default_factory=dict)

    def cell(self, row: RawRow, meaning: ColumnMeaning) -> str:
        """The row's cell in the column of that meaning; empty where there is no such column."""
        index = self.columns.index(meaning)
        return "" if index is None else row.cells[index]

    def place(self, index: int, meaning: ColumnMeaning) -> Place:
        """The place of that cell; `index` is the row's in the table."""
        return self.table.place(index, self.columns.index(meaning) or 0)

    def class_of(self, row: RawRow) -> str:
        """The class of a row, as written; empty where neither the row nor the table says it."""
        return self.cell(row, ColumnRole.CLASS) or self.class_name

    def usual_size(self, row: RawRow) -> float | None:
        """How many students the row's class usually has, where students are counted, the row does not say
        how many were there, and it is about all of the class."""
        return self.class_sizes.get(slug(self.class_of(row))) if self._may_take_usual_size(row) else None

    def _may_take_usual_size(self, row: RawRow) -> bool:
        counts_students = self.tool is not None and self.tool.unit is Unit.STUDENTS
        return counts_students and not (self.cell(row, ColumnRole.N) or self.cell(row, ColumnRole.GROUP))

    def with_remedy(self, problem: Problem, row: RawRow) -> Problem:
        """A problem of one of the row's cells; where a number of students is missing that inquiry.md may
        give, with the remedy that says so."""
        class_name = self.class_of(row)
        if problem.code != NO_SIZE or not class_name or not self._may_take_usual_size(row):
            return problem
        return replace(
            problem,
            remedy=Phrase(
                "Add a column  n  with how many students were there. If it was nearly always the same "
                "number, add it to inquiry.md instead:  classes: {classes}"
            ),
            values={**problem.values, "classes": _classes_with_size(class_name)},
        )

    def time_of(self, row: RawRow) -> str:
        """The time of day that tells visits of one day apart.  In any table the one beside the date, unless
        it is when a form was sent."""
        index = self.columns.index(ColumnRole.DATE)
        has_time = self.columns.index(ColumnRole.TIME) is not None
        if has_time or self.tool is not None or index is None:
            return read_time(self.cell(row, ColumnRole.TIME)) or ""
        is_stamp = role_of(self.table.header[index]) is ColumnRole.STAMP
        return "" if is_stamp else time_in_stamp(row.cells[index])

    def prompt_id(self, written: str) -> str:
        """The tool's prompt by its id or its text; what was written where it is neither."""
        prompt = prompt_of(written, self.tool)
        return prompt.id if prompt else written

    def observation(self, day: Date | None, row: RawRow, prompt: str, value: PromptValue) -> Observation:
        """The value of one prompt on one row."""
        class_name = self.class_of(row)
        return Observation(
            date=day,
            class_id=slug(class_name),
            class_name=class_name,
            prompt=prompt,
            value=value.value,
            count=value.count,
            n=value.n,
            n_is_usual=value.n is not None and not value.says_n and self.usual_size(row) is not None,
            group=group_name(self.cell(row, ColumnRole.GROUP)),
            condition=self.cell(row, ColumnRole.CONDITION),
            observer=self.cell(row, ColumnRole.OBSERVER),
            note=self.cell(row, ColumnRole.NOTE),
            unusual=self.cell(row, ColumnRole.UNUSUAL),
            time=self.time_of(row),
            file=self.table.file,
            row=row.number,
        )


def _classes_with_size(class_name: str) -> str:
    """What `classes:` of inquiry.md may say of a class, as YAML in one line."""
    entry = {class_name: {"students": 26}}
    return str(yaml.safe_dump(entry, default_flow_style=True, allow_unicode=True, width=10**9)).strip()


class RowDates(Struct, frozen=True):
    """The day of each row, by its position among the rows that were read.

    `mistaken` are the positions whose mistake is reported already; `all_mistaken` says that one
    problem covers the whole column.
    """

    days: tuple[Date | None, ...]
    mistaken: frozenset[int]
    all_mistaken: bool

    def day_of(
        self, position: int, indexed: IndexedRow, context: TableContext
    ) -> tuple[Date | None, Sequence[Problem]]:
        """The row's day; None where it has none, beside a problem where that is not reported yet."""
        day = self.days[position]
        if day is None and position not in self.mistaken and not self.all_mistaken:
            return None, [_no_date(context.place(indexed[0], ColumnRole.DATE))]
        return day, ()


def read_row_dates(
    context: TableContext, rows: Sequence[IndexedRow], date_format: DateOrder | None
) -> tuple[RowDates | None, DateOrder | None, list[Problem]]:
    """The rows' days, how dates are written, and what is wrong; None without a column of dates."""
    has_stamp = context.columns.index(ColumnRole.STAMP) is not None
    role = ColumnRole.STAMP if has_stamp else ColumnRole.DATE
    if context.columns.index(role) is None:
        return None, None, []
    dates: DateColumn = read_dates([context.cell(row, role) for _, row in rows], date_format)
    problems = []
    for position, mistake in dates.mistakes:
        index, row = rows[position]
        text = context.cell(row, role)
        problems.append(_date_problem(mistake, context.place(index, role), text, bare=context.tool is None))
    days = RowDates(
        days=dates.days,
        mistaken=frozenset(position for position, _ in dates.mistakes),
        all_mistaken=any(
            mistake in (DateMistake.AMBIGUOUS, DateMistake.MIXED, DateMistake.WHICH_YEAR)
            for _, mistake in dates.mistakes
        ),
    )
    return days, dates.order, problems


def unknown_prompt(place: Place, name: str, prompt_ids: Sequence[str]) -> Problem:
    """A row's prompt that is not one of the tool's; `name` is empty where the cell is."""
    return error(
        "unknown-prompt",
        place,
        "The tool has no prompt {name}." if name else "This row does not say which prompt it counts.",
        "Its prompts are: {known}.",
        name=name,
        known=", ".join(prompt_ids),
    )


def _no_date(place: Place) -> Problem:
    return error(
        "no-date",
        place,
        "This row has values but no date.",
        "Type the date of the visit, or clear the row.",
    )


_DATE_TEXTS = {
    DateMistake.AMBIGUOUS: (
        Phrase("{text} could be month and day, or day and month, and no date in this table settles it."),
        Phrase("Add to inquiry.md:  date_format: m/d/y  (or d/m/y), or write dates as 2025-10-06."),
    ),
    DateMistake.MIXED: (
        Phrase("Some dates in this table have the month first and some the day, so {text} is uncertain."),
        Phrase("Write all dates as 2025-10-06."),
    ),
    DateMistake.SERIAL: (
        Phrase("{text} is a date as spreadsheets store it, not as people read it."),
        Phrase("Format the column as a date, year first (2025-10-06), and save as CSV again."),
    ),
    DateMistake.NO_SUCH_DAY: (
        Phrase("There is no such day as {text}."),
        Phrase("Correct the date of the visit."),
    ),
    DateMistake.NO_YEAR: (
        Phrase("{text} does not say the year."),
        Phrase("Write the date with its year, as 2025-10-06; in a spreadsheet, format the column that way."),
    ),
    DateMistake.NO_DAY: (
        Phrase("{text} does not say the day."),
        Phrase("Write the date with its day, as 2025-10-06; in a spreadsheet, format the column that way."),
    ),
    DateMistake.WHICH_YEAR: (
        Phrase("{text} does not show which of its numbers is the year."),
        Phrase("Write all dates as 2025-10-06."),
    ),
    DateMistake.NOT_A_DATE: (
        Phrase("{text} is not a date."),
        Phrase("Type the date of the visit as 2025-10-06."),
    ),
}


def _date_problem(mistake: DateMistake, place: Place, text: str, *, bare: bool) -> Problem:
    """`bare`: the table was read without an inquiry, so that no inquiry.md can settle it."""
    message, remedy = _DATE_TEXTS[mistake]
    if bare and mistake is DateMistake.AMBIGUOUS:
        remedy = Phrase("Run it again with  --date-format m/d/y  (or d/m/y), or write dates as 2025-10-06.")
    return error(mistake.value, place, message, remedy, text=text[:40])
