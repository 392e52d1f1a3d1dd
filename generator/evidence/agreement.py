"""How far two observers of one visit agree: the smaller total as a share of the larger."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date as Date

from generator.model import Inquiry, Tool


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

    Totals are counts where there are any, else values; groups of one observer are summed.
    """
    totals: dict[tuple[str, str, Date, str], dict[str, float]] = defaultdict(dict)
    for row in inquiry.observations:
        amount = row.count if row.count is not None else row.value
        if row.observer and row.date and amount is not None:
            own = totals[row.class_id, row.class_name, row.date, row.prompt]
            own[row.observer] = own.get(row.observer, 0.0) + amount
    found = []
    for (_, class_name, day, prompt), own in totals.items():
        if len(own) > 1:
            first, second = list(own.values())[:2]
            text = next((one.text for one in tool.prompts if one.id == prompt), prompt) if tool else prompt
            found.append(Agreement(class_name, day, text, first, second))
    return tuple(found)
