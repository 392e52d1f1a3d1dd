"""Observations as visits: one row a visit, as a teacher reads a table."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date

from msgspec import Struct, field
from msgspec.structs import replace

from generator.evidence.data_csv import plain_number
from generator.model import Observation, Prompt, PromptKind

VisitKey = tuple[Date | None, str, str, str, str]  # date, time, class id, group, observer


class Visit(Struct, frozen=True):
    """One class on one date as one person counted it; `cells` by prompt id."""

    date: Date | None
    class_id: str
    class_name: str
    observer: str
    group: str
    cells: Mapping[str, Observation] = field(default_factory=dict)
    time: str = ""

    @property
    def moment(self) -> tuple[Date | None, str, str, str]:
        """Class, date, time and group: what two counts of one visit share, whoever counted."""
        return self.date, self.time, self.class_id, self.group

    @property
    def n(self) -> float | None:
        """How many students were there: what most cells say, of two equally frequent the larger; None where
        only inquiry.md does."""
        sizes = Counter(cell.n for cell in self.cells.values() if cell.n is not None and not cell.n_is_usual)
        return max(sizes, key=lambda size: (sizes[size], size), default=None)

    def text(self, name: str) -> str:
        """A note, a condition, why it is unusual: what the first of its rows says."""
        texts = (str(getattr(cell, name)) for cell in self.cells.values())
        return next((text for text in texts if text), "")

    def agrees(self, other: "Visit") -> bool:
        """Whether this visit holds nothing that the other does not hold too."""
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
    """In the order in which they first occur.  Of a visit that was sent twice, the first row with a number
    counts: rows with other numbers are asked about before."""
    visits: dict[VisitKey, dict[str, Observation]] = defaultdict(dict)
    for row in observations:
        cells = visits[row.date, row.time, row.class_id, row.group, row.observer]
        if row.prompt not in cells or cells[row.prompt].value is None:
            cells[row.prompt] = row
    return [_visit(cells) for cells in visits.values()]


def _visit(cells: Mapping[str, Observation]) -> Visit:
    first = next(iter(cells.values()))
    return Visit(
        first.date,
        first.class_id,
        first.class_name,
        first.observer,
        first.group,
        cells,
        first.time,
    )


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
    says_n = n is not None or not observation.n_is_usual  # inquiry.md says it, where the row does not
    if prompt.kind is PromptKind.COUNT_OF and (observation.n == n or not says_n):
        return plain_number(observation.count)
    return f"{plain_number(observation.count)}/{plain_number(observation.n)}"
