"""Observations as visits: one row a visit, as a teacher reads a table."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date

from generator.evidence.data_csv import plain_number
from generator.model import Observation, Prompt, PromptKind

VisitKey = tuple[Date | None, str, str, str]  # date, class id, group, observer


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
    def moment(self) -> tuple[Date | None, str, str]:
        """The same whoever counted."""
        return self.date, self.class_id, self.group

    @property
    def n(self) -> float | None:
        """How many students were there: what most cells say, of two equally frequent the larger."""
        sizes = Counter(cell.n for cell in self.cells.values() if cell.n is not None)
        return max(sizes, key=lambda size: (sizes[size], size), default=None)

    def text(self, name: str) -> str:
        """A note, a condition, why it is unusual: what the first of its rows says."""
        texts = (str(getattr(cell, name)) for cell in self.cells.values())
        return next((text for text in texts if text), "")

    def agrees(self, other: "Visit") -> bool:
        """Whether nothing is said here that is not said there."""
        return all(
            _same_value(observation, other.cells.get(prompt))
            for prompt, observation in self.cells.items()
            if observation.value is not None
        )


def _same_value(observation: Observation, other: Observation | None) -> bool:
    """Whether both have the same value; a share that was written rounded is read back within 1e-6."""
    if observation.value is None or other is None or other.value is None:
        return False
    return abs(other.value - observation.value) <= 1e-6


def group_visits(observations: Sequence[Observation]) -> list[Visit]:
    """In the order in which they first occur.  Two rows of one visit that nothing tells apart are
    two observers, called 1 and 2."""
    visits: dict[tuple[VisitKey, int], dict[str, Observation]] = defaultdict(dict)
    for row in observations:
        key = (row.date, row.class_id, row.group, row.observer)
        number = 1
        while row.prompt in visits.get((key, number), {}):
            number += 1
        visits[key, number][row.prompt] = row
    doubled = {key for key, number in visits if number > 1}
    return [_visit(cells, str(number) if key in doubled else "") for (key, number), cells in visits.items()]


def _visit(cells: Mapping[str, Observation], observer: str) -> Visit:
    """`observer` is for rows that name none."""
    first = next(iter(cells.values()))
    return Visit(first.date, first.class_id, first.class_name, first.observer or observer, first.group, cells)


def with_observer(visit: Visit, observer: str) -> Visit:
    """The same visit as another person counted it."""
    return replace(visit, observer=observer)


def cell_text(prompt: Prompt, observation: Observation | None, n: float | None) -> str:
    """What is typed in a prompt's cell where the row's n is `n` (None: it has no such column); blank
    where nothing was collected."""
    if observation is None or observation.value is None:
        return ""
    if prompt.kind is PromptKind.TALLY:
        return plain_number(observation.count if observation.count is not None else observation.value)
    if prompt.kind is PromptKind.SCALE:
        return plain_number(observation.value)
    if observation.count is None or observation.n is None:
        return f"{plain_number(observation.value)}%"
    if prompt.kind is PromptKind.COUNT_OF and observation.n == n:
        return plain_number(observation.count)
    return f"{plain_number(observation.count)}/{plain_number(observation.n)}"
