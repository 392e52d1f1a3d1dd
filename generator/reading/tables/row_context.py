"""What every row of a table is read with: its columns, its dates, the tool's prompts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from generator.model import Observation, Tool
from generator.problems import Phrase, Place, Problem, error
from generator.reading.tables.columns import TableColumns
from generator.reading.tables.dates import DateColumn, read_dates
from generator.reading.tables.raw_table import RawRow, RawTable
from generator.reading.tables.values import PromptValue
from generator.slugs import slug

Placed = tuple[int, RawRow]  # a row and its index in the sheet


@dataclass(frozen=True, slots=True)
class TableContext:
    """What every row of one table is read with."""

    sheet: RawTable
    columns: TableColumns
    tool: Tool | None
    class_name: str  # of the file, where there is no class column

    def cell(self, row: RawRow, meaning: str) -> str:
        index = self.columns.index(meaning)
        return "" if index is None else row.cells[index]

    def place(self, number: int, meaning: str) -> Place:
        return self.sheet.place(number, self.columns.index(meaning) or 0)

    def class_of(self, row: RawRow) -> str:
        return self.cell(row, "class") or self.class_name

    def prompt_id(self, written: str) -> str:
        """The tool's prompt by its id or its text; what was written where it is none."""
        for prompt in self.tool.prompts if self.tool else ():
            if slug(written) in (slug(prompt.id), slug(prompt.text)):
                return prompt.id
        return written

    def observation(self, day: Date | None, row: RawRow, prompt: str, value: PromptValue) -> Observation:
        class_name = self.class_of(row)
        return Observation(
            date=day,
            class_id=slug(class_name),
            class_name=class_name,
            prompt=prompt,
            value=value.value,
            count=value.count,
            n=value.n,
            group=self.cell(row, "group"),
            condition=self.cell(row, "condition"),
            observer=self.cell(row, "observer"),
            note=self.cell(row, "note"),
            unusual=self.cell(row, "unusual"),
            file=self.sheet.file,
            row=row.number,
        )


@dataclass(frozen=True, slots=True)
class RowDates:
    """The day of each row; `trouble` says that the column has a problem that covers every row."""

    of_row: tuple[Date | None, ...]
    bad: frozenset[int]
    trouble: bool

    def of(
        self, position: int, placed: Placed, reader: TableContext, problems: list[Problem]
    ) -> tuple[Date | None, bool]:
        """(day, whether the row can be placed in time); says so where its date is blank."""
        day = self.of_row[position]
        if day is None and position not in self.bad and not self.trouble:
            problems.append(
                error(
                    "no-date",
                    reader.place(placed[0], "date"),
                    "This row has values but no date.",
                    "Type the date of the visit, or clear the row.",
                )
            )
        return day, day is not None


def read_row_dates(
    reader: TableContext, rows: Sequence[Placed], date_format: str | None
) -> tuple[RowDates | None, str, list[Problem]]:
    """The rows' days, how dates were understood, and what is wrong; None without such a column."""
    meaning = "stamp" if reader.columns.index("stamp") is not None else "date"
    if reader.columns.index(meaning) is None:
        return None, "", []
    dates: DateColumn = read_dates([reader.cell(row, meaning) for _, row in rows], date_format)
    problems = []
    for position, code in dates.wrong:
        index, row = rows[position]
        place = reader.place(index, meaning)
        problems.append(_date_problem(code, place, reader.cell(row, meaning), bare=reader.tool is None))
    days = RowDates(
        dates.days,
        frozenset(position for position, _ in dates.wrong),
        any(code in ("ambiguous-dates", "mixed-dates") for _, code in dates.wrong),
    )
    return days, dates.understood, problems


def unknown_prompt(place: Place, name: str, known: Sequence[str]) -> Problem:
    return error(
        "unknown-prompt",
        place,
        "The tool has no prompt {name}." if name else "This row does not say which prompt it counts.",
        "Its prompts are: {known}.",
        name=name,
        known=", ".join(known),
    )


_DATE_TEXTS = {
    "ambiguous-dates": (
        Phrase(
            "{text} can be read as month and day or as day and month, "
            "and no date of this table settles which."
        ),
        Phrase("Add to inquiry.md:  date_format: m/d/y  (or d/m/y), or write dates as 2025-10-06."),
    ),
    "mixed-dates": (
        Phrase(
            "Some dates of this table have the month first and some the day, so {text} cannot be trusted."
        ),
        Phrase("Write all dates as 2025-10-06."),
    ),
    "serial-date": (
        Phrase("{text} is a date as a spreadsheet stores it, not as people read it."),
        Phrase("Format the column as a date, year first (2025-10-06), and save as CSV again."),
    ),
    "no-such-day": (Phrase("There is no such day as {text}."), Phrase("Correct the date of the visit.")),
    "not-a-date": (Phrase("{text} is not a date."), Phrase("Type the date of the visit as 2025-10-06.")),
}


def _date_problem(code: str, place: Place, text: str, *, bare: bool) -> Problem:
    said, remedy = _DATE_TEXTS[code]
    if bare and code == "ambiguous-dates":
        remedy = Phrase("Run it again with  --date-format m/d/y  (or d/m/y), or write dates as 2025-10-06.")
    return error(code, place, said, remedy, text=text[:40])
