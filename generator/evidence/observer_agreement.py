"""How far two observers of one visit agree: by their totals, and by their intervals where both tapped.

Percent agreement of totals is the smaller total as a share of the larger.  Totals can agree while two
people saw different things, so where both kept an event log Cohen's kappa (Cohen 1960) is worked out
over the tool's intervals: in which of them did each see the behaviour at least once?
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date
from math import ceil, fsum
from statistics import fmean

from msgspec import Struct

from generator.model import Inquiry, Observation, Tool
from generator.runchart.what_works import SecondObserver


class Agreement(Struct, frozen=True):
    """Two observers' totals of one prompt on one visit to one class; `percent` from 0 to 100."""

    class_name: str
    date: Date
    prompt: str
    first: float
    second: float
    pairs: tuple[tuple[bool, bool], ...] = ()  # an interval each: did the first, the second see it

    @property
    def percent(self) -> float:
        """The smaller total as a share of the larger; two zeros agree."""
        larger = max(self.first, self.second)
        return 100.0 if larger == 0 else 100 * min(self.first, self.second) / larger


def observer_agreements(inquiry: Inquiry, tool: Tool | None) -> tuple[Agreement, ...]:
    """Every prompt of every visit that two or more observers counted; the first two are compared.

    Totals are counts where both observers have them, else values.  Groups of one observer are
    summed, unless the observer counted the whole class too.
    """
    texts = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
    comparison = _ObserverComparison(texts, tool.interval_minutes if tool else None)
    visits: dict[tuple[str, Date, str, str], dict[str, list[Observation]]] = defaultdict(dict)
    for row in inquiry.observations:
        if row.observer and row.date and row.value is not None:
            rows_of = visits[row.class_id, row.date, row.time, row.prompt]
            rows_of.setdefault(row.observer, []).append(row)
    return tuple(
        comparison.agreement(day, *list(rows_of.values())[:2])
        for (_, day, _, _), rows_of in visits.items()
        if len(rows_of) > 1
    )


class _ObserverComparison(Struct, frozen=True):
    """How two observers' rows are compared: the prompts' texts, and the tool's interval in minutes."""

    texts: Mapping[str, str]
    interval: float | None

    def agreement(self, day: Date, first: Sequence[Observation], second: Sequence[Observation]) -> Agreement:
        """The agreement on one prompt of one visit."""
        first, second = _of_the_class(first), _of_the_class(second)
        counted = all(row.count is not None for row in (*first, *second))
        prompt = first[0].prompt
        return Agreement(
            first[0].class_name,
            day,
            self.texts.get(prompt, prompt),
            _total(first, counted),
            _total(second, counted),
            _paired_intervals(first, second, self.interval),
        )


def _of_the_class(rows: Sequence[Observation]) -> Sequence[Observation]:
    """The rows of the whole class; those of its groups where there are none."""
    return [row for row in rows if not row.group] or rows


def _total(rows: Sequence[Observation], counted: bool) -> float:
    return fsum((row.count if counted else row.value) or 0.0 for row in rows)


def overall_agreement(agreements: Sequence[Agreement]) -> float | None:
    """The mean of all agreements, in percent; None where nothing was counted twice."""
    return fmean(agreement.percent for agreement in agreements) if agreements else None


def second_observer(inquiry: Inquiry, tool: Tool | None) -> SecondObserver:
    """How much of the data two observers counted, and how far they agree."""
    agreements = observer_agreements(inquiry, tool)
    counted_twice = {(agreement.date, agreement.class_name) for agreement in agreements}
    visits = {(row.date, row.class_id) for row in inquiry.observations if row.date and row.value is not None}
    share = len(counted_twice) / len(visits) if visits else 0.0
    return SecondObserver(share, overall_agreement(agreements))


# with fewer pairs a kappa says nothing: the interval around one of 0.6 reaches from 0.1 to 1 with ten
# pairs already (1.96 standard errors, Cohen 1960, chance agreement 0.5)
FEWEST_INTERVALS = 10


def cohens_kappa(agreements: Sequence[Agreement]) -> tuple[float, int] | None:
    """Cohen's kappa over all paired intervals, and how many there are; None where there are too few
    of them, or where both saw the same in every one, so that chance alone explains it."""
    pairs = [pair for agreement in agreements for pair in agreement.pairs]
    if len(pairs) < FEWEST_INTERVALS:
        return None
    observed = fmean(first == second for first, second in pairs)
    first_saw, second_saw = fmean(first for first, _ in pairs), fmean(second for _, second in pairs)
    expected = first_saw * second_saw + (1 - first_saw) * (1 - second_saw)
    return None if expected > 1 - 1e-9 else ((observed - expected) / (1 - expected), len(pairs))


def _paired_intervals(
    first: Sequence[Observation], second: Sequence[Observation], interval: float | None
) -> tuple[tuple[bool, bool], ...]:
    """Both logs cut into the tool's intervals (minutes), from when the later one began to the last
    tap: did the first, the second see the behaviour?  Empty where one of them is not a log."""
    if not interval or len(first) != 1 or len(second) != 1 or not (first[0].taps and second[0].taps):
        return ()
    (began, *taps), (also_began, *other_taps) = first[0].taps, second[0].taps
    start, end = max(began, also_began), max([*taps, *other_taps], default=0)
    seconds = interval * 60
    starts = [start + number * seconds for number in range(max(ceil((end - start + 1) / seconds), 0))]
    return tuple((_has_tap(taps, at, seconds), _has_tap(other_taps, at, seconds)) for at in starts)


def _has_tap(taps: Sequence[int], start: float, seconds: float) -> bool:
    return any(start <= tap < start + seconds for tap in taps)
