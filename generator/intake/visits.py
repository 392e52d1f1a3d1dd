"""Observations as visits: one row a visit, as a teacher reads a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date

from generator.evidence.data_csv import plain_number
from generator.model import Observation, Prompt, PromptKind

Key = tuple[Date | None, str, str, str]


@dataclass(frozen=True, slots=True)
class Visit:
    """One class on one date as one person counted it; `cells` by prompt id."""

    date: Date | None
    class_id: str
    class_name: str
    observer: str
    group: str
    cells: Mapping[str, Observation] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return self.date, self.class_id, self.group, self.observer

    @property
    def moment(self) -> tuple[Date | None, str, str]:
        """The same whoever counted."""
        return self.date, self.class_id, self.group

    @property
    def n(self) -> float | None:
        sizes = [one.n for one in self.cells.values() if one.n is not None]
        return max(set(sizes), key=sizes.count) if sizes else None

    def text(self, name: str) -> str:
        """A note, a condition, why it is unusual: what the first of its rows says."""
        return next((said for one in self.cells.values() if (said := str(getattr(one, name)))), "")

    def agrees(self, other: "Visit") -> bool:
        """Whether nothing is said here that is not said there."""
        for prompt, one in self.cells.items():
            there = other.cells.get(prompt)
            if one.value is None:
                continue
            if there is None or there.value is None or abs(there.value - one.value) > 1e-6:
                return False
        return True


def group_visits(observations: Sequence[Observation]) -> list[Visit]:
    """In the order in which they first occur.  Two rows of one visit that nothing tells apart are
    two observers, called 1 and 2."""
    found: dict[tuple[Key, int], dict[str, Observation]] = {}
    for row in observations:
        key = (row.date, row.class_id, row.group, row.observer)
        number = 1
        while row.prompt in found.get((key, number), {}):
            number += 1
        found.setdefault((key, number), {})[row.prompt] = row
    doubled = {key for key, number in found if number > 1}
    visits = []
    for (key, number), cells in found.items():
        first = next(iter(cells.values()))
        observer = str(number) if key in doubled and not first.observer else first.observer
        visits.append(Visit(first.date, first.class_id, first.class_name, observer, first.group, cells))
    return visits


def with_observer(visit: Visit, observer: str) -> Visit:
    return replace(visit, observer=observer)


def cell_text(prompt: Prompt, one: Observation | None, n: float | None) -> str:
    """What is typed in a prompt's cell beside a column n; blank where nothing was collected."""
    if one is None or one.value is None:
        return ""
    if prompt.kind is PromptKind.TALLY:
        return plain_number(one.count if one.count is not None else one.value)
    if prompt.kind is PromptKind.SCALE:
        return plain_number(one.value)
    if one.count is None or one.n is None:
        return f"{plain_number(one.value)}%"
    if prompt.kind is PromptKind.COUNT_OF and one.n == n:
        return plain_number(one.count)
    return f"{plain_number(one.count)}/{plain_number(one.n)}"
