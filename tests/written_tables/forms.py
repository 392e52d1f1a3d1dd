"""The forms of a table: cells from what was counted, and what has to come out of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Date

from generator.model import Prompt, PromptKind, Tool
from tests.written_tables.styles import Style
from tests.written_tables.truth import Counted, Figures, Visit, figures_of

Cells = list[list[str]]
EXPLAINS = Prompt("explains", "Explains own thinking")
ASKS = Prompt("asks", "Asks a question", kind=PromptKind.TALLY)
WAITS = Prompt("waits", "Waits for an adult", kind=PromptKind.PERCENT)
TOOL = Tool("talk", "Talk", (EXPLAINS, ASKS, WAITS))
LOG_TOOL = Tool("talk", "Talk", (EXPLAINS, ASKS))


@dataclass(frozen=True)
class Written:
    """A table as cells, its header first.  `roles` say what each column is.  `doubling_shows`: whether a
    row that stands twice can be told from two rows."""

    cells: Cells
    figures: Figures
    roles: tuple[str, ...]
    tool: Tool = TOOL
    doubling_shows: bool = True


def _sides(counted: Counted) -> tuple[list[str], list[str]]:
    """The columns before and after those of numbers, besides the date."""
    before = ["time"] * (counted.extra == "time") + ["class"] * counted.has_class
    after = [counted.extra] * (counted.extra in ("group", "observer"))
    return before, after + ["condition"] * counted.has_condition + ["note"] * counted.has_note


def _texts(visit: Visit, names: list[str]) -> list[str]:
    texts = {**vars(visit), "class": visit.class_name}
    return [str(texts[name]) for name in names]


def wide(counted: Counted, style: Style) -> Written:
    """A row a visit."""
    before, after = _sides(counted)
    sized = [] if style.share else ["n"]
    roles = ["date", *before, *sized, "explains", "asks", "waits", *after]
    cells = [list(map(style.head, roles))]
    for visit in counted.visits:
        numbers = [
            style.counted_of(visit.explains, visit.n) if style.share else style.count(visit.explains),
            style.count(visit.asks),
            style.percentage(visit.waits),
        ]
        size = [str(visit.n)] if sized else []
        cells.append([style.date(visit.day), *_texts(visit, before), *size, *numbers, *_texts(visit, after)])
    return Written(cells, figures_of(counted.visits, ("explains", "asks", "waits")), tuple(roles))


def long(counted: Counted, style: Style) -> Written:
    """A row a prompt of a visit: counts beside n."""
    return _long(counted, style, "count")


def long_values(counted: Counted, style: Style) -> Written:
    """A row a prompt of a visit, with the value that is plotted."""
    return _long(counted, style, "value")


def _long(counted: Counted, style: Style, amount: str) -> Written:
    before, after = _sides(counted)
    sized = ["n"] if amount == "count" else []
    roles = ["date", *before, "prompt", amount, *sized, *after]
    cells = [[style.head(role) for role in roles]]
    for visit in counted.visits:
        share = None if visit.explains is None else 100 * visit.explains / visit.n
        for prompt, number in (
            (EXPLAINS, style.percentage(share) if amount == "value" else style.count(visit.explains)),
            (ASKS, style.count(visit.asks)),
            (WAITS, style.percentage(visit.waits)),
        ):
            name = prompt.text if style.words % 2 else prompt.id
            size = [str(visit.n)] if sized else []
            side, rest = _texts(visit, before), _texts(visit, after)
            cells.append([style.date(visit.day), *side, name, number, *size, *rest])
    return Written(cells, figures_of(counted.visits, ("explains", "asks", "waits")), tuple(roles))


def two_columns(counted: Counted, style: Style) -> Written:
    """Dates and values of the first prompt, of the class that the file is named after."""
    first = counted.visits[0].class_name
    days: dict[Date, Visit] = {}
    for visit in counted.visits:
        if visit.class_name == first:
            days.setdefault(visit.day, replace(visit, class_name="Period 2", group="", observer="", time=""))
    cells = [["date", "value"]]
    for visit in days.values():
        share = None if visit.explains is None else 100 * visit.explains / visit.n
        cells.append([style.date(visit.day), style.percentage(share)])
    return Written(cells, figures_of(days.values(), ("explains",)), ("date", "value"))


def log(counted: Counted, style: Style) -> Written:
    """The tally page's: a row a tap.  A second tap in the same second is another tap."""
    visits = _small(counted)
    cells = [["stamp", "session", "class", "n", "prompt"]]
    for number, visit in enumerate(visits):
        lead = [f"s{number}", visit.class_name, str(visit.n)]
        taps = ["explains"] * (visit.explains or 0) + ["asks"] * (visit.asks or 0)
        rows = [[f"{visit.day}T09:{second:02}:00", *lead, tap] for second, tap in enumerate(["", *taps])]
        cells += rows
    return Written(
        cells,
        figures_of(visits, ("explains", "asks")),
        ("stamp", "session", "class", "n", "prompt"),
        LOG_TOOL,
        doubling_shows=False,
    )


def _small(counted: Counted) -> list[Visit]:
    """One visit a day and class, with numbers that someone can tap."""
    visits: dict[tuple[Date, str], Visit] = {}
    for visit in counted.visits:
        n = 5 + visit.n % 8
        small = replace(
            visit,
            group="",
            observer="",
            time="",
            n=n,
            explains=(visit.explains or 0) % (n + 1),
            asks=(visit.asks or 0) % 7,
        )
        visits.setdefault((visit.day, visit.class_name), small)
    return list(visits.values())


def students(counted: Counted, style: Style) -> Written:
    """A row a student with a code: yes or no, and a number of questions."""
    visits = _small(counted)
    yes, no = [("x", "no"), ("yes", "no"), ("1", "0"), ("Sí", "No")][style.words % 4]
    before = ["class"] * counted.has_class
    roles = ("date", *before, "student", "explains", "asks", *(["note"] * counted.has_note))
    cells = [[style.head(role) for role in roles]]
    for visit in visits:
        for number in range(visit.n):
            asks = (visit.asks or 0) // visit.n + (number < (visit.asks or 0) % visit.n)
            cells.append(
                [
                    style.date(visit.day),
                    *_texts(visit, before),
                    f"S{number + 1:02}",
                    yes if number < (visit.explains or 0) else no,
                    str(asks),
                    *([visit.note] * counted.has_note),
                ]
            )
    return Written(cells, figures_of(visits, ("explains", "asks")), roles, LOG_TOOL)


def exit_tickets(counted: Counted, style: Style) -> Written:
    """A row a student without a name: only yes or no."""
    visits = _small(counted)
    before = ["class"] * counted.has_class
    roles = ("date", *before, "explains")
    cells = [[style.head(role) for role in roles]]
    for visit in visits:
        for number in range(visit.n):
            answer = "yes" if number < (visit.explains or 0) else "no"
            cells.append([style.date(visit.day), *_texts(visit, before), answer])
    return Written(cells, figures_of(visits, ("explains",)), roles, doubling_shows=False)


def google_form(counted: Counted, style: Style) -> Written:
    """Answers to a form, with the time they were sent; that is the date where the form does not ask."""
    return _form(counted, style, ["Timestamp"], ["Email Address", "Comments"], "{} 14:{:02}:05")


def microsoft_form(counted: Counted, style: Style) -> Written:
    """The same with the start and the end, and with who sent it."""
    lead = ["Id", "Start time", "Completion time", "Email", "Name"]
    return _form(counted, style, lead, [], "{} 14:{:02}:05")


def _form(counted: Counted, style: Style, lead: list[str], last: list[str], stamp: str) -> Written:
    counted = replace(counted, has_note=False)
    table = wide(counted, style)
    asks_date = style.words < 2
    skipped = 0 if asks_date else 1
    header = [*lead, *table.cells[0][skipped:], *last]
    cells = [header]
    for number, (visit, row) in enumerate(zip(counted.visits, table.cells[1:], strict=True)):
        moment = stamp.format(style.date(visit.day), number % 60)
        values = {"Id": str(number + 1), "Email": "anonymous", "Name": "", "Email Address": "a@example.org"}
        texts = [values.get(name, moment) for name in lead]
        tail = [values.get(name, "busy" if visit.condition else "") for name in last]
        cells.append([*texts, *row[skipped:], *tail])
    roles = (*["form"] * len(lead), *table.roles[skipped:], *["form"] * len(last))
    return replace(table, cells=cells, roles=roles)


FORMS: dict[str, Callable[[Counted, Style], Written]] = {
    "wide": wide,
    "long": long,
    "long with values": long_values,
    "two columns": two_columns,
    "event log": log,
    "students": students,
    "exit tickets": exit_tickets,
    "Google form": google_form,
    "Microsoft form": microsoft_form,
}
