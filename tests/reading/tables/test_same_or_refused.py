"""A table in any form, encoding and separator, and damaged in any way: the same numbers, or refused."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.observation_table import read_observation_table

TOOL = Tool(
    "t",
    "T",
    (
        Prompt("explains", "Explains own thinking"),
        Prompt("asks", "Asks a question", kind=PromptKind.TALLY),
        Prompt("waits", "Waits for an adult", kind=PromptKind.PERCENT),
    ),
)
Visit = tuple[date, int, int | None, int, float]  # day, n, explains, asks, waits
Numbers = dict[tuple[date | None, str], float | None]
Cells = list[list[str]]

visits = st.lists(
    st.tuples(
        st.integers(5, 34),
        st.integers(0, 34),
        st.integers(0, 60),
        st.integers(0, 1000).map(lambda tenths: tenths / 10),
        st.booleans(),
    ),
    min_size=2,
    max_size=8,
).map(
    lambda rows: [
        (date(2025, 9, 1) + timedelta(7 * i), n, None if gap else min(n, explains), asks, waits)
        for i, (n, explains, asks, waits, gap) in enumerate(rows)
    ]
)


def numbers_of(rows: list[Visit]) -> Numbers:
    """What is plotted of these visits."""
    numbers: Numbers = {}
    for day, n, explains, asks, waits in rows:
        numbers[day, "explains"] = None if explains is None else 100 * explains / n
        numbers[day, "asks"] = asks
        numbers[day, "waits"] = waits
    return numbers


@dataclass(frozen=True)
class Style:
    """How a table is written."""

    separator: str
    encoding: str
    comma: bool  # decimal comma
    quoted: bool
    texts: bool  # headings are the prompts' texts
    day: Callable[[date], str]
    blank: str
    share: str  # how a count of n is written; empty: in a column n


_DAYS: list[Callable[[date], str]] = [
    lambda day: day.isoformat(),
    lambda day: f"{day:%m/%d/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day}-{day:%b}-{day:%y}",
    lambda day: f"{day:%b} {day.day}, {day.year}",
    lambda day: f"{day:%Y-%m-%d} 14:10:00",
]
styles = st.builds(
    Style,
    separator=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    comma=st.booleans(),
    quoted=st.booleans(),
    texts=st.booleans(),
    day=st.sampled_from(_DAYS),
    blank=st.sampled_from(["", "NA", "-", "n/a"]),
    share=st.sampled_from(["", "{}/{}", "{} of {}", "{} out of {}", "{} de {}"]),
)


def wide(rows: list[Visit], style: Style) -> Cells:
    """A row a visit."""
    header = ["explains", "asks", "waits"]
    if style.texts:
        header = [prompt.text for prompt in TOOL.prompts]
    sized = ["n"] if not style.share else []
    cells = [["date", *sized, *header, "note"]]
    for day, n, explains, asks, waits in rows:
        count = style.blank if explains is None else str(explains)
        if style.share and explains is not None:
            count = style.share.format(explains, n)
        number = str(waits).replace(".", "," if style.comma else ".")
        cells.append([style.day(day), *([str(n)] if sized else []), count, str(asks), number, "calm, busy"])
    return cells


def long(rows: list[Visit], style: Style) -> Cells:
    """A row a prompt of a visit."""
    cells = [["date", "prompt", "count", "n", "note"]]
    for visit in wide(rows, replace(style, share="")):
        cells += [
            [visit[0], prompt, visit[column], visit[1], "calm, busy"]
            for column, prompt in ((2, "explains"), (3, "asks"), (4, "waits"))
            if visit[0] != "date"
        ]
    return cells


def encoded(cells: Cells, style: Style) -> bytes:
    """The file as a spreadsheet saves it."""
    out = io.StringIO()
    if style.quoted:
        csv.writer(out, delimiter=style.separator, quoting=csv.QUOTE_ALL).writerows(cells)
    else:
        csv.writer(out, delimiter=style.separator, quoting=csv.QUOTE_MINIMAL).writerows(cells)
    return out.getvalue().encode(style.encoding)


def read(data: bytes) -> tuple[Numbers, bool]:
    """(what would be plotted, whether the table is refused)."""
    table, problems = read_observation_table(data, "period-2.csv", TOOL)
    refused = table is None or any(problem.is_error for problem in problems)
    rows = table.observations if table else ()
    return {(row.date, row.prompt): row.value for row in rows}, refused


def alike(numbers: Numbers, expected: Numbers) -> bool:
    """Whether nothing but what was written would be plotted."""
    filled = {key: value for key, value in numbers.items() if value is not None}
    return all(
        key in expected and expected[key] is not None and abs(value - (expected[key] or 0)) < 1e-9
        for key, value in filled.items()
    ) and set(filled) == {key for key, value in expected.items() if value is not None}


def settles_days(style: Style, rows: list[Visit]) -> bool:
    """Whether the dates of the table show which of their numbers is the day."""
    return _DAYS.index(style.day) not in (1, 2) or any(day.day > 12 for day, *_ in rows)


@settings(max_examples=120, deadline=None)
@given(visits, styles, st.sampled_from([wide, long]))
def test_a_whole_table_is_read_as_it_was_written(
    rows: list[Visit], style: Style, form: Callable[[list[Visit], Style], Cells]
) -> None:
    numbers, refused = read(encoded(form(rows, style), style))
    if not refused:
        assert alike(numbers, numbers_of(rows))
    else:  # what cannot be settled: dates, a column of small percentages
        assert not settles_days(style, rows) or all(waits <= 1 for *_, waits in rows)


Damage = Callable[[Cells, int, int], Cells]


def _row(change: Callable[[list[str], int], list[str]]) -> Damage:
    """A change of one row below the header."""

    def damage(cells: Cells, row: int, column: int) -> Cells:
        at = 1 + row % (len(cells) - 1)
        return [*cells[:at], change(list(cells[at]), column % len(cells[at])), *cells[at + 1 :]]

    return damage


def _cell(change: Callable[[str], str]) -> Damage:
    """A change of one cell below the header."""
    return _row(lambda row, column: [*row[:column], change(row[column]), *row[column + 1 :]])


DAMAGES: dict[str, Damage] = {
    "a cell is lost": _row(lambda row, column: [*row[:column], *row[column + 1 :]]),
    "a row ends early": _row(lambda row, column: row[: column + 1]),
    "a cell too many": _row(lambda row, column: [*row[:column], "1", *row[column:]]),
    "a title above": lambda cells, row, column: [["Visits of the fall"], *cells],
    "a title and an empty row above": lambda cells, row, column: [["Visits"], [], *cells],
    "an empty row": lambda cells, row, column: [
        *cells[: 1 + row % len(cells)],
        [],
        *cells[1 + row % len(cells) :],
    ],
    "a row of totals": lambda cells, row, column: [*cells, ["Total", *(["99"] * (len(cells[0]) - 2)), ""]],
    "the header again": lambda cells, row, column: [*cells, cells[0]],
    "words in a cell": _cell(lambda text: f"{text} about"),
    "a formula": _cell(lambda text: f"={text}+1"),
    "thousands": _cell(lambda text: f"1,{text.zfill(3)}" if text.isdecimal() else text),
    "a range": _cell(lambda text: f"{text}-{int(text) + 2}" if text.isdecimal() else text),
    "an error of the spreadsheet": _cell(lambda text: "#REF!"),
    "a date for a number": _cell(lambda text: f"{text}-Aug" if text.isdecimal() else text),
}


@settings(max_examples=300, deadline=None)
@given(
    visits,
    styles,
    st.sampled_from([wide, long]),
    st.sampled_from(list(DAMAGES)),
    st.integers(0, 50),
    st.integers(0, 9),
)
def test_a_damaged_table_gives_the_same_numbers_or_none(
    rows: list[Visit],
    style: Style,
    form: Callable[[list[Visit], Style], Cells],
    damage: str,
    row: int,
    column: int,
) -> None:
    numbers, refused = read(encoded(DAMAGES[damage](form(rows, style), row, column), style))
    assert refused or alike(numbers, numbers_of(rows)), damage


@settings(max_examples=200, deadline=None)
@given(
    visits,
    styles,
    st.sampled_from([wide, long]),
    st.integers(0, 2000),
    st.sampled_from(["drop", "add", "curly"]),
)
def test_quotation_marks_gone_wrong_never_change_a_number(
    rows: list[Visit], style: Style, form: Callable[[list[Visit], Style], Cells], at: int, change: str
) -> None:
    text = encoded(form(rows, style), replace(style, encoding="utf-8")).decode()
    marks = [i for i, sign in enumerate(text) if sign == '"'] or [0]
    if change == "drop":
        place = marks[at % len(marks)]
        text = text[:place] + text[place + 1 :]
    elif change == "add":
        place = at % len(text)
        text = text[:place] + '"' + text[place:]
    else:
        text = text.replace('"calm, busy"', "“calm, busy”")
    numbers, refused = read(text.encode())
    assert refused or alike(numbers, numbers_of(rows)), text


@settings(max_examples=60, deadline=None)
@given(visits, styles)
def test_counts_as_fractions_are_refused(rows: list[Visit], style: Style) -> None:
    plain = replace(style, share="")
    cells = wide(rows, plain)
    parts = 0
    for line, (_, n, explains, _, _) in zip(cells[1:], rows, strict=True):
        if explains is not None:
            line[2] = f"{explains / n:.4g}"
            parts += 0 < explains < n
    _, refused = read(encoded(cells, plain))
    assert refused or not parts


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["x", "no", "", "NA"]), min_size=4, max_size=12), min_size=2, max_size=5
    )
)
def test_a_class_list_counts_every_mark_or_is_refused(lists: list[list[str]]) -> None:
    days = [date(2025, 9, 1) + timedelta(7 * i) for i in range(len(lists))]
    rows = [
        f"{day},S{i},{mark}" for day, marks in zip(days, lists, strict=True) for i, mark in enumerate(marks)
    ]
    numbers, refused = read(("date,student,explains\n" + "\n".join(rows)).encode())
    if refused:
        return
    for day, marks in zip(days, lists, strict=True):
        answered = marks.count("x") + marks.count("no")
        expected = 100 * marks.count("x") / answered if answered else None
        assert numbers[day, "explains"] == expected
        assert "" not in marks or ("no" in marks) == ("x" in marks) or marks.count("") <= 0.2 * len(marks)
