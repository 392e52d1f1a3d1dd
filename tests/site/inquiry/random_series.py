"""Random series for property tests: relapses, ties, gaps, ceilings, late shifts, summers."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from hypothesis import strategies as st

from generator.model import Better

MONDAY = date(2025, 9, 1)


@dataclass(frozen=True)
class Counted:
    """A series as it was counted: values in time order, the first `before` of them the baseline."""

    values: tuple[float | None, ...]
    days: tuple[date, ...]
    before: int
    better: Better

    @property
    def level(self) -> float:
        return median(value for value in self.values[: self.before] if value is not None)

    @property
    def good(self) -> str:
        return "above" if self.better is Better.HIGHER else "below"

    def visits(self, since: date | None = None) -> list[tuple[date, str]]:
        """(day, above, below or on) of every visit after the change, from a day on."""
        return [
            (day, self.side(value))
            for day, value in list(zip(self.days, self.values, strict=True))[self.before :]
            if value is not None and (since is None or day >= since)
        ]

    def side(self, value: float) -> str:
        if abs(value - self.level) <= 1e-9:
            return "on"
        return "above" if value > self.level else "below"

    def sides(self, since: date | None = None) -> list[str]:
        return [side for _, side in self.visits(since)]

    def useful(self, since: date | None = None) -> list[str]:
        return [side for side in self.sides(since) if side != "on"]

    def longest_run(self, side: str) -> int:
        marks = "".join("x" if useful == side else "." for useful in self.useful())
        return max(map(len, re.findall("x+", marks)), default=0)


@st.composite
def counted(draw: st.DrawFn) -> Counted:
    """A baseline, then stretches on the better side, on the worse side, on the median and missed."""
    better = draw(st.sampled_from(Better))
    few_values = draw(st.booleans())
    level = draw(st.sampled_from([2.0, 3.0] if few_values else [30.0, 90.0]))
    width = 1.0 if few_values else 10.0
    top = 4.0 if few_values else 100.0
    step = st.integers(1, 1 if few_values else 9).map(lambda n: n * width / (1 if few_values else 9))
    sign = 1 if better is Better.HIGHER else -1
    kinds = {
        "good": step.map(lambda n: min(level + sign * n, top)),
        "wrong": step.map(lambda n: min(level - sign * n, top)),
        "on": st.just(level),
        "missed": st.none(),
    }
    baseline = draw(
        st.lists(
            st.one_of(kinds["good"], kinds["wrong"], kinds["on"], kinds["missed"]), min_size=7, max_size=12
        )
    )
    values: list[float | None] = list(baseline)
    stretches = st.lists(
        st.tuples(st.sampled_from(["good", "good", "wrong", "on", "missed"]), st.integers(1, 9)),
        min_size=2,
        max_size=7,
    )
    for kind, length in draw(stretches):
        values += [draw(kinds[kind]) for _ in range(length)]
    days, day = [], MONDAY
    for _ in values:
        days.append(day)
        day += timedelta(days=draw(st.sampled_from([2, 7, 7, 7, 21])))
    return Counted(tuple(values), tuple(days), len(baseline), better)
