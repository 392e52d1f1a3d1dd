"""data.csv: what was counted, in long form, written from what was read and never copied."""

import csv
import math
from collections.abc import Sequence
from datetime import date as Date
from io import StringIO

from generator.model import Inquiry, Observation, Tool
from generator.slugs import natural_key, slug

COLUMNS = ("date", "class", "prompt", "count", "n", "value")
# what a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_data_csv(inquiry: Inquiry, tool: Tool | None) -> bytes:
    """One row an observation, by class, date and the tool's order of prompts; `time`, `group`,
    `condition` and `observer` (as A, B by first occurrence) only where the inquiry has them.

    A blank value stays blank: not collected, never 0.
    """
    rows = sorted(inquiry.observations, key=lambda row: _order(row, tool))
    letters = observer_letters(inquiry)
    conditions = {row.class_id: inquiry.conditions.get(row.class_id, "") for row in rows}
    optional = {
        "time": [row.time for row in rows],
        "group": [row.group for row in rows],
        "condition": [row.condition or conditions[row.class_id] for row in rows],
        "observer": [letters.get(row.observer, "") for row in rows],
    }
    used = {name: values for name, values in optional.items() if any(values)}
    lines = [csv_line([*COLUMNS, *used])]
    for number, row in enumerate(rows):
        cells = [
            row.date.isoformat() if row.date else "",
            guard_against_formula(row.class_name),
            guard_against_formula(row.prompt),
            plain_number(row.count),
            plain_number(row.n),
            plain_number(row.value),
            *(guard_against_formula(values[number]) for values in used.values()),
        ]
        lines.append(csv_line(cells))
    return "".join(lines).encode()


def read_data_csv(data: bytes) -> tuple[Observation, ...]:
    """What a data.csv of ours says, row by row.  Raises ValueError where it is none."""
    rows = list(csv.DictReader(StringIO(data.decode("utf-8"), newline=""), strict=True))
    if not rows or any(column not in rows[0] for column in COLUMNS):
        raise ValueError("not a data.csv of ours")
    return tuple(
        Observation(
            date=Date.fromisoformat(row["date"]) if row["date"] else None,
            class_id=slug(row["class"]),
            class_name=_without_quote(row["class"]),
            prompt=_without_quote(row["prompt"]),
            value=_read_number(row["value"]),
            count=_read_number(row["count"]),
            n=_read_number(row["n"]),
            group=_without_quote(row.get("group") or ""),
            observer=row.get("observer") or "",
            time=row.get("time") or "",
            row=number,
        )
        for number, row in enumerate(rows, start=2)
    )


def observer_letters(inquiry: Inquiry) -> dict[str, str]:
    """Observers as A, B, ... by their first row, so that no name is published."""
    names = dict.fromkeys(row.observer for row in inquiry.observations if row.observer)
    return {name: _letter(number) for number, name in enumerate(names)}


def plain_number(value: float | None) -> str:
    """The shortest text that reads back as the same number; whole numbers without a point."""
    if value is None:
        return ""
    return repr(value + 0.0).removesuffix(".0")


def csv_line(cells: Sequence[str]) -> str:
    """One row of a file.  The csv module quotes a lone CR only where CR ends a row, and an unquoted one would
    begin a row of the author's own making: so rows are written with CR LF, which is then cut."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else f"A{number}"


def guard_against_formula(text: str) -> str:
    """A cell that a spreadsheet will not take for a formula; one that looks so already gets a quote more,
    so that it can be read back."""
    return "'" + text if text.lstrip("'").startswith(FORMULA_STARTS) else text


def _without_quote(text: str) -> str:
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text


def _read_number(text: str) -> float | None:
    number = float(text) if text else None
    if number is not None and not math.isfinite(number):
        raise ValueError("not a finite number")
    return number


def _order(row: Observation, tool: Tool | None) -> tuple[object, ...]:
    prompts = [prompt.id for prompt in tool.prompts] if tool else []
    position = prompts.index(row.prompt) if row.prompt in prompts else len(prompts)
    day = row.date.toordinal() if row.date else 0
    return (natural_key(row.class_id), day, row.time, position, row.prompt)
