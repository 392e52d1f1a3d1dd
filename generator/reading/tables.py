"""A table as teachers and observers have it -> observations.

Six forms: wide, long, the tally page's event log, a Google Forms or Sheets export, two columns, and
YAML.  Which one it is shows in the headings; `portfolio check` says back how it was understood.
"""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Observation, Tool
from generator.names import slug
from generator.problems import Phrase, Place, Problem, error, warning
from generator.reading.columns import ColumnRead, Columns, read_columns
from generator.reading.dates import Dates, read_dates
from generator.reading.sheet import Row, Sheet, read_sheet
from generator.reading.values import Value, read_value, row_size

# a row that sums or averages the ones above it, in the words of the first cell, class or date
_TOTALS = frozenset(
    {"total", "totals", "sum", "average", "averages", "avg", "mean", "median", "subtotal"}
    | {"grand-total", "suma", "promedio", "media", "totales"}
)
MOST_ALIKE = 8  # problems of one kind in one column that are named one by one


@dataclass(frozen=True, slots=True)
class Table:
    """What was read of one table, and how it was understood."""

    form: str  # wide, long, event log, form export, two columns, one column
    observations: tuple[Observation, ...]
    columns: tuple[ColumnRead, ...]
    encoding: str
    separator: str
    dates: str  # iso, m/d/y, d/m/y; empty without dates


@dataclass(frozen=True, slots=True)
class Reader:
    """What every row of one table is read with."""

    sheet: Sheet
    columns: Columns
    tool: Tool | None
    class_name: str  # of the file, where there is no class column

    def cell(self, row: Row, meaning: str) -> str:
        index = self.columns.index(meaning)
        return "" if index is None else row.cells[index]

    def place(self, number: int, meaning: str) -> Place:
        return self.sheet.place(number, self.columns.index(meaning) or 0)


def read_table(
    data: bytes,
    file: str,
    tool: Tool | None,
    *,
    date_format: str | None = None,
    ignore_columns: Sequence[str] = (),
    class_from_file: bool = True,
) -> tuple[Table | None, list[Problem]]:
    """The table's observations, and everything that is wrong with it; None where no table is there.

    `tool` None reads any table (`portfolio analyse`): columns of numbers are its prompts, dates may
    be missing, and without a class column the class is empty unless `class_from_file`.  Rows with an
    error are left out of the observations; the others are read.
    """
    sheet, problems = read_sheet(data, file)
    if sheet is None:
        return None, problems
    columns, found = read_columns(sheet, tool, ignore_columns)
    problems += found
    reader = Reader(sheet, columns, tool, _class_of(file) if class_from_file else "")
    form, found = _form(reader)
    # a column that could not be understood is the problem already, and one is enough
    if form or not any(problem.is_error for problem in problems):
        problems += found
    if not form:
        return None, _brief(problems)
    rows, found = _real_rows(reader)
    problems += found
    dates, found = _dates(reader, rows, date_format)
    problems += found
    understood = _Rows(reader, rows, dates)
    observations, found = understood.log() if form == "event log" else understood.table(form)
    problems += found
    if not rows and not any(problem.is_error for problem in problems):
        problems.append(warning("no-visits", Place(file), "This table has a header and no visits yet."))
    table = Table(
        form=form,
        observations=tuple(observations),
        columns=columns.read,
        encoding=sheet.encoding,
        separator=sheet.separator,
        dates=dates.understood if dates else "",
    )
    return table, _brief(problems)


def _class_of(file: str) -> str:
    """period-2.csv is Period 2."""
    stem = posixpath.splitext(posixpath.basename(file))[0]
    words = stem.replace("-", " ").replace("_", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _form(reader: Reader) -> tuple[str, list[Problem]]:
    """Which of the forms a table has; empty, and a problem, where it has none."""
    columns, tool = reader.columns, reader.tool
    has = {one.meaning for one in columns.read}
    place = Place(reader.sheet.file, 1 if reader.sheet.separator else None, row=1)
    if "session" in has and "stamp" in has and "prompt" in has:
        form = "event log"
    elif "prompt" in has and has & {"count", "value"}:
        form = "long"
    elif columns.prompts:
        form = "form export" if any(slug(one.heading) == "timestamp" for one in columns.read) else "wide"
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


def _real_rows(reader: Reader) -> tuple[list[tuple[int, Row]], list[Problem]]:
    """(index, row) of the rows that hold a visit: totals are problems, a repeated header is too."""
    kept, problems = [], []
    for index, row in enumerate(reader.sheet.rows):
        first = next((cell for cell in row.cells if cell), "")
        words = {slug(first), slug(reader.cell(row, "class")), slug(reader.cell(row, "date"))}
        if words & _TOTALS:
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


def _dates(
    reader: Reader, rows: Sequence[tuple[int, Row]], date_format: str | None
) -> tuple[Dates | None, list[Problem]]:
    meaning = "stamp" if reader.columns.index("stamp") is not None else "date"
    if reader.columns.index(meaning) is None:
        return None, []
    dates = read_dates([reader.cell(row, meaning) for _, row in rows], date_format)
    problems = []
    for position, code in dates.wrong:
        index, row = rows[position]
        place = reader.place(index, meaning)
        problems.append(_date_problem(code, place, reader.cell(row, meaning), bare=reader.tool is None))
    return dates, problems


class _Rows:
    """The rows of one table with their dates; lives for one call of `read_table`."""

    def __init__(self, reader: Reader, rows: Sequence[tuple[int, Row]], dates: Dates | None) -> None:
        self._reader = reader
        self._rows = rows
        self._dates = dates
        self._bad = {position for position, _ in dates.wrong} if dates else set()
        self._settled = dates is None or not any(
            code in ("ambiguous-dates", "mixed-dates") for _, code in dates.wrong
        )
        self._problems: list[Problem] = []

    def table(self, form: str) -> tuple[list[Observation], list[Problem]]:
        """Every form but the event log: a row is a visit, or one prompt of it."""
        observations: list[Observation] = []
        for position, (index, row) in enumerate(self._rows):
            if not self._has_date(position, index, row):
                continue
            size = row_size(self._reader.cell(row, "n"), self._reader.place(index, "n"), self._problems)
            for prompt, value in self._values(form, index, row, size):
                if value is not None:
                    observations.append(self._observation(position, row, prompt, value))
        return observations, self._problems

    def log(self) -> tuple[list[Observation], list[Problem]]:
        """The tally page's event log: a session is a visit, a row with a prompt is one tap."""
        reader = self._reader
        observations: list[Observation] = []
        ordered = list(enumerate(self._rows))
        ordered.sort(key=lambda one: self._session_order(one[1][1]))
        for _, session in groupby(ordered, key=lambda one: self._session_order(one[1][1])):
            taps = list(session)
            position, (index, row) = taps[0]
            if not self._has_date(position, index, row):
                continue
            counts: dict[str, float] = {}
            for _, (_, tap) in taps:
                named = self._prompt_id(reader.cell(tap, "prompt"))
                if named:
                    counts[named] = counts.get(named, 0.0) + 1
            size = row_size(reader.cell(row, "n"), reader.place(index, "n"), self._problems)
            known = [prompt.id for prompt in reader.tool.prompts] if reader.tool else self._all_prompts()
            for name in counts:
                if name not in known:
                    self._problems.append(_unknown_prompt(reader.place(index, "prompt"), name, known))
            for prompt in known:
                kind = reader.tool.prompt(prompt).kind if reader.tool else None
                text = str(int(counts.get(prompt, 0)))
                place = reader.place(index, "prompt")
                value = read_value(text, kind, size, place, self._problems)
                if value is not None:
                    observations.append(self._observation(position, row, prompt, value))
        return observations, self._problems

    def _session_order(self, row: Row) -> int:
        """The position at which a session first occurs: sessions stay in the file's order."""
        session = self._reader.cell(row, "session")
        return next(
            i for i, (_, other) in enumerate(self._rows) if self._reader.cell(other, "session") == session
        )

    def _all_prompts(self) -> list[str]:
        cells = (self._reader.cell(row, "prompt") for _, row in self._rows)
        return list(dict.fromkeys(cell for cell in cells if cell))

    def _values(self, form: str, index: int, row: Row, size: float | None) -> list[tuple[str, Value | None]]:
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
    ) -> Value | None:
        """A `value` column is the value itself; a count beside it is kept for the tables."""
        place = self._reader.sheet.place(index, column)
        value = read_value(written, None, None, place, self._problems, as_written=True)
        if value is None or not count:
            return value if value is None else value.sized(size)
        kind = self._reader.tool.prompt(name).kind if self._reader.tool else None
        beside = read_value(count, kind, size, place, self._problems)
        return value if beside is None else Value(value.value, beside.count, beside.n)

    def _prompt_of(self, form: str, index: int, row: Row) -> str | None:
        """The prompt's id of a long row; of two columns the tool's first prompt."""
        tool = self._reader.tool
        if form == "two columns":
            return tool.prompts[0].id if tool else ""
        written = self._reader.cell(row, "prompt")
        if tool is None:
            return written
        name = self._prompt_id(written)
        known = [prompt.id for prompt in tool.prompts]
        if name not in known:
            self._problems.append(_unknown_prompt(self._reader.place(index, "prompt"), written, known))
            return None
        return name

    def _prompt_id(self, written: str) -> str:
        for prompt in self._reader.tool.prompts if self._reader.tool else ():
            if slug(written) in (slug(prompt.id), slug(prompt.text)):
                return prompt.id
        return written

    def _has_date(self, position: int, index: int, row: Row) -> bool:
        """Whether the row can be placed in time; says so where its date is blank."""
        if self._dates is None:
            return True
        if self._dates.days[position] is not None:
            return True
        if position in self._bad or not self._settled:
            return False
        self._problems.append(
            error(
                "no-date",
                self._reader.place(index, "date"),
                "This row has values but no date.",
                "Type the date of the visit, or clear the row.",
            )
        )
        return False

    def _observation(self, position: int, row: Row, prompt: str, value: Value) -> Observation:
        reader = self._reader
        class_name = reader.cell(row, "class") or reader.class_name
        return Observation(
            date=self._dates.days[position] if self._dates else None,
            class_id=slug(class_name),
            class_name=class_name,
            prompt=prompt,
            value=value.value,
            count=value.count,
            n=value.n,
            group=reader.cell(row, "group"),
            condition=reader.cell(row, "condition"),
            observer=reader.cell(row, "observer"),
            note=reader.cell(row, "note"),
            unusual=reader.cell(row, "unusual"),
            file=reader.sheet.file,
            row=row.number,
        )


def _brief(problems: list[Problem]) -> list[Problem]:
    """The first few of many problems of one kind in one column, and how many more there are."""
    seen: dict[tuple[str, str | None], int] = {}
    kept: list[Problem] = []
    for problem in problems:
        key = (problem.code, problem.place.field)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= MOST_ALIKE:
            kept.append(problem)
    for (code, field), number in seen.items():
        if number > MOST_ALIKE:
            first = next(one for one in kept if (one.code, one.place.field) == (code, field))
            kept.append(
                error(
                    "more-alike",
                    Place(first.place.file, field=field),
                    "{more} more rows have the same mistake as row {row}.",
                    first.remedy,
                    more=number - MOST_ALIKE,
                    row=first.place.row,
                    **{key: value for key, value in first.values.items() if key not in ("more", "row")},
                )
            )
    return kept


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


def _unknown_prompt(place: Place, name: str, known: Sequence[str]) -> Problem:
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
