"""How far two observers of one visit agree: by their totals, and by their intervals where both tapped.

Percent agreement of totals is the smaller total as a share of the larger.  Totals can agree while two
people saw different things, so where both kept an event log Cohen's kappa (Cohen 1960) is worked out
over the tool's intervals: in which of them did each see the behaviour at least once?
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from math import ceil
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
    pairs: tuple[tuple[bool, bool], ...] = ()  # an interval each: did the first, the second see it

    @property
    def percent(self) -> float:
        larger = max(self.first, self.second)
        return 100.0 if larger == 0 else 100 * min(self.first, self.second) / larger


def observer_agreements(inquiry: Inquiry, tool: Tool | None) -> tuple[Agreement, ...]:
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
                    _pairs(first, second, tool.interval_minutes if tool else None),
                )
            )
    return tuple(found)


def _of_the_class(rows: Sequence[Observation]) -> Sequence[Observation]:
    return [row for row in rows if not row.group] or rows


def _total(rows: Sequence[Observation], counted: bool) -> float:
    return sum((row.count if counted else row.value) or 0.0 for row in rows)


def overall_agreement(agreements: Sequence[Agreement]) -> float | None:
    """The mean of all agreements, in percent; None where nothing was counted twice."""
    return fmean(one.percent for one in agreements) if agreements else None


FEWEST_INTERVALS = 10  # below that a kappa says nothing


def cohens_kappa(agreements: Sequence[Agreement]) -> tuple[float, int] | None:
    """Cohen's kappa over all paired intervals, and how many there are; None where there are too few
    of them, or where both saw the same in every one, so that chance alone explains it."""
    pairs = [pair for one in agreements for pair in one.pairs]
    if len(pairs) < FEWEST_INTERVALS:
        return None
    observed = fmean(first == second for first, second in pairs)
    yes = fmean(first for first, _ in pairs), fmean(second for _, second in pairs)
    expected = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return None if expected > 1 - 1e-9 else ((observed - expected) / (1 - expected), len(pairs))


def _pairs(
    first: Sequence[Observation], second: Sequence[Observation], interval: float | None
) -> tuple[tuple[bool, bool], ...]:
    """Both logs cut into the tool's intervals, from when the later one began to the last tap."""
    if not interval or len(first) != 1 or len(second) != 1 or not (first[0].taps and second[0].taps):
        return ()
    (began, *one), (also_began, *other) = first[0].taps, second[0].taps
    start, end = max(began, also_began), max([*one, *other], default=0)
    length = interval * 60
    return tuple(
        (_seen(one, start + n * length, length), _seen(other, start + n * length, length))
        for n in range(max(ceil((end - start + 1) / length), 0))
    )


def _seen(taps: Sequence[int], start: float, length: float) -> bool:
    return any(start <= tap < start + length for tap in taps)
