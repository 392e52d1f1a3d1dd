"""How far two observers of one visit agree: the smaller total as a share of the larger."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from statistics import fmean

from generator.model import Inquiry, Observation, Tool


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two observers' totals of one prompt on one visit to one class; `percent` from 0 to 100."""

    class_name: str
    date: Date
    prompt: str
    first: float
    second: float

    @property
    def percent(self) -> float:
        larger = max(self.first, self.second)
        return 100.0 if larger == 0 else 100 * min(self.first, self.second) / larger


def agreement_of(inquiry: Inquiry, tool: Tool | None) -> tuple[Agreement, ...]:
    """Every prompt of every visit that two or more observers counted; the first two are compared.

    Totals are counts where both observers have them, else values.  Groups of one observer are
    summed, unless she counted the whole class too.
    """
    texts = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
    visits: dict[tuple[str, Date, str], dict[str, list[Observation]]] = defaultdict(dict)
    for row in inquiry.observations:
        if row.observer and row.date and row.value is not None:
            own = visits[row.class_id, row.date, row.prompt]
            own.setdefault(row.observer, []).append(row)
    found = []
    for (_, day, prompt), observers in visits.items():
        if len(observers) > 1:
            first, second = (_of_the_class(rows) for rows in list(observers.values())[:2])
            counted = all(row.count is not None for row in (*first, *second))
            found.append(
                Agreement(
                    first[0].class_name,
                    day,
                    texts.get(prompt, prompt),
                    _total(first, counted),
                    _total(second, counted),
                )
            )
    return tuple(found)


def _of_the_class(rows: Sequence[Observation]) -> Sequence[Observation]:
    return [row for row in rows if not row.group] or rows


def _total(rows: Sequence[Observation], counted: bool) -> float:
    return sum((row.count if counted else row.value) or 0.0 for row in rows)


def overall(agreements: Sequence[Agreement]) -> float | None:
    """The mean of all agreements, in percent; None where nothing was counted twice."""
    return fmean(one.percent for one in agreements) if agreements else None
