"""How often the verdict comes by luck alone.

`probability_by_luck` is the permutation test of the whole verdict: the share of all reorderings of a
series' own values that would be called a sustained improvement (or, where that is all that is asked
for, at least a shift).  It is worked out exactly, without
drawing a single random order, from two facts:

- A reordering matters only through which values fall into the baseline (they set the median) and
  the order of good and wrong sides after it.  Which values: counted by combinations, over every
  pair of values that can be the two middle ones, ties included.
- Given how many useful points after the baseline are good and how many wrong, every order of them
  is equally likely, and how many of those orders have the verdict depends on nothing else: counted
  once a length by walking a small machine of states, for all numbers of good points together.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import comb, fsum, prod
from typing import NamedTuple

from msgspec import Struct

from generator.model import FEWEST_POINTS, POINTS_HELD
from generator.runchart.run_rules import SHIFT_LENGTH, TOLERANCE, Values, present

WINDOW = 6  # the latest useful points that are looked at for falling back
FELL_BACK = 3  # of them on the wrong side: a good shift did not hold
P_LIMIT = 0.05  # of the count test
LONGEST_SERIES = 300  # no class has more visits; above it the exact count would take too long


@lru_cache(maxsize=2_000)
def count_test(baseline: int, after: int) -> tuple[float, ...]:
    """p of the control-median test for 0, 1, ... `after` points on the good side of the median.

    k = (b - 1) // 2, p(v) = sum for j = v..m of C(j+k, j) C(m-j+k, m-j) / C(m+2k+1, m): exact and
    distribution-free.  `baseline` counts its points (1 or more), `after` the useful ones after it.
    """
    k = (baseline - 1) // 2
    total = comb(after + 2 * k + 1, after)
    term = comb(after + k, after)  # j = m, then downwards
    tail, tails = 0, []
    for good in range(after, -1, -1):
        tail += term
        tails.append(tail / total)
        term = term * good * (after - good + 1 + k) // ((good + k) * (after - good + 1)) if good else 0
    return tuple(reversed(tails))


class RunState(NamedTuple):
    """All that the verdict needs to know of the useful points so far.

    last: the latest six sides, one bit each, 1 = wrong.  run: length of the present run, at most 8,
    negative on the wrong side.  held: points since the start of the first good shift since any
    wrong-side shift, at most 8; 0 where there is none.
    """

    last: int = 0
    run: int = 0
    held: int = 0

    def after(self, good: bool) -> "RunState":
        """The state after one more useful point, on the good or the wrong side."""
        last = (self.last << 1 | (not good)) & (2**WINDOW - 1)
        if good:
            run = min(max(self.run, 0) + 1, POINTS_HELD)
            held = self.held + 1 if self.held else SHIFT_LENGTH * (run == SHIFT_LENGTH)
        else:
            run = max(min(self.run, 0) - 1, -POINTS_HELD)
            held = 0 if run <= -SHIFT_LENGTH or not self.held else self.held + 1
        return RunState(last, run, min(held, POINTS_HELD))

    @property
    def is_shift(self) -> bool:
        """Whether a good shift is in force, sustained or not yet."""
        return self.held > 0 and self.last.bit_count() < FELL_BACK

    @property
    def sustained_if_counted(self) -> bool:
        """Whether the shift is sustained, given that the count test agrees or the last 8 are unbroken."""
        return self.held >= POINTS_HELD and self.last.bit_count() <= 1

    @property
    def unbroken(self) -> bool:
        """Whether the last 8 useful points are all on the good side."""
        return self.run >= POINTS_HELD


def _ways_to_states(after: int) -> Mapping[RunState, int]:
    """In how many orders of `after` useful points each state is reached.

    Orders are counted for every number of good points at once: a whole number holds one count a
    slot of `after` + 1 bits, and a good point moves all of them up by one slot.
    """
    width = after + 1
    ways: dict[RunState, int] = {RunState(): 1}
    for _ in range(after):
        step: dict[RunState, int] = defaultdict(int)
        for state, counts in ways.items():
            step[state.after(True)] += counts << width
            step[state.after(False)] += counts
        ways = step
    return ways


def _by_good_points(counts: int, after: int) -> tuple[int, ...]:
    """The counts for 0, 1, ... `after` good points, out of the slots of one whole number."""
    width = after + 1
    return tuple(counts >> width * good & 2**width - 1 for good in range(width))


@lru_cache(maxsize=LONGEST_SERIES)
def sustained_orders(after: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For 0, 1, ... `after` good points among `after` useful ones: in how many orders the shift is
    sustained whatever the count test says, and in how many more if the count test agrees."""
    ways = _ways_to_states(after)
    sustained = [(state.unbroken, n) for state, n in ways.items() if state.sustained_if_counted]
    certain = sum(n for unbroken, n in sustained if unbroken)  # whole numbers
    counted = sum(n for unbroken, n in sustained if not unbroken)  # whole numbers
    return _by_good_points(certain, after), _by_good_points(counted, after)


@lru_cache(maxsize=LONGEST_SERIES)
def shift_orders(after: int) -> tuple[int, ...]:
    """For 0, 1, ... `after` good points among `after` useful ones: in how many orders a good shift is in
    force, sustained or not yet."""
    ways = _ways_to_states(after)
    return _by_good_points(sum(n for state, n in ways.items() if state.is_shift), after)  # whole numbers


@lru_cache(maxsize=20_000)
def share_sustained(baseline: int, good: int, wrong: int) -> float:
    """Of all orders of this many good and wrong points after this baseline, the share sustained."""
    after = good + wrong
    if baseline < FEWEST_POINTS or after < FEWEST_POINTS:
        return 0.0
    certain, counted = sustained_orders(after)
    orders = certain[good] + (counted[good] if count_test(baseline, after)[good] <= P_LIMIT else 0)
    return orders / comb(after, good)


def share_with_shift(baseline: int, good: int, wrong: int) -> float:
    """Of all orders of this many good and wrong points after this baseline, the share with a good shift
    in force, sustained or not yet."""
    after = good + wrong
    if baseline < FEWEST_POINTS or after < FEWEST_POINTS:
        return 0.0
    return shift_orders(after)[good] / comb(after, good)


def probability_by_luck(
    values: Values,
    baseline: int,
    higher_is_better: bool,
    share: Callable[[int, int, int], float] = share_sustained,
) -> float | None:
    """The share of all reorderings of the values present that would be a sustained improvement; with
    `share_with_shift`, at least a shift.

    `baseline` counts the values present in it.  From 0 to 1; None with fewer than 6 points in the
    baseline, with fewer than 6 after it, or with more than 300 in all.
    """
    ordered = sorted(present(values) if higher_is_better else [-value for value in present(values)])
    after = len(ordered) - baseline
    if baseline < FEWEST_POINTS or after < FEWEST_POINTS or len(ordered) > LONGEST_SERIES:
        return None
    orders = comb(len(ordered), baseline)
    return fsum(
        division.ways / orders * share(baseline, division.good, division.wrong)
        for division in _TiedValues.of(ordered).divisions(baseline)
    )


class _Division(Struct, frozen=True):
    """Baselines of one median: in how many ways one can be chosen, and what is left after it."""

    ways: int
    good: int
    wrong: int


class _TiedValues(Struct, frozen=True):
    """Ascending values in groups that are equal within the tolerance."""

    ordered: Sequence[float]
    groups: Sequence[tuple[float, float]]  # (lowest, highest) of each
    below: Sequence[int]  # how many values are less than those of each group
    up_to: Sequence[int]  # how many are less than or equal to them

    @classmethod
    def of(cls, ordered: Sequence[float]) -> "_TiedValues":
        groups = _tied_groups(ordered)
        return cls(
            ordered,
            groups,
            [bisect_left(ordered, low) for low, _ in groups],
            [bisect_right(ordered, high) for _, high in groups],
        )

    def divisions(self, baseline: int) -> Iterator[_Division]:
        """Every median that a baseline of so many points can have.

        The median is the mean of the baseline's two middle values (of an odd number: one value twice).
        """
        for group in range(len(self.groups)):
            yield from self._both_middles_in(group, baseline)
            if baseline % 2 == 0:
                yield from self._lower_middle_in(group, baseline)

    def _both_middles_in(self, group: int, baseline: int) -> Iterator[_Division]:
        """Baselines with `low` points below the group, `high` above it, and the rest in it."""
        less, equal = self.below[group], self.up_to[group] - self.below[group]
        more = len(self.ordered) - self.up_to[group]
        half = (baseline - 1) // 2
        for low, high in product(range(min(less, half) + 1), range(min(more, half) + 1)):
            in_group = baseline - low - high
            if in_group <= equal:
                ways = comb(less, low) * comb(equal, in_group) * comb(more, high)
                yield _Division(ways, more - high, less - low)

    def _lower_middle_in(self, group: int, baseline: int) -> Iterator[_Division]:
        """Baselines whose upper middle value is in a later group: none is chosen between the two."""
        size, half = len(self.ordered), baseline // 2
        lower_ways = comb(self.up_to[group], half) - comb(self.below[group], half)
        if not lower_ways:
            return
        for later in range(group + 1, len(self.groups)):
            upper_ways = comb(size - self.below[later], half) - comb(size - self.up_to[later], half)
            if not upper_ways:
                break
            centre = (self.groups[group][1] + self.groups[later][0]) / 2
            wrong = bisect_left(self.ordered, centre - TOLERANCE) - half
            good = size - bisect_right(self.ordered, centre + TOLERANCE) - half
            yield _Division(lower_ways * upper_ways, good, wrong)


def _tied_groups(ordered: Sequence[float]) -> list[tuple[float, float]]:
    """(lowest, highest) of each group of ascending values that are equal within the tolerance."""
    groups: list[tuple[float, float]] = []
    for value in ordered:
        if groups and value - groups[-1][1] <= TOLERANCE:
            groups[-1] = (groups[-1][0], value)
        else:
            groups.append((value, value))
    return groups


def probability_of_at_least(needed: int, chances: Sequence[float]) -> float:
    """The chance that at least `needed` of independent events happen (Poisson binomial)."""
    exactly = [1.0]
    for chance in chances:
        exactly = [
            (exactly[n] if n < len(exactly) else 0.0) * (1 - chance) + (exactly[n - 1] * chance if n else 0.0)
            for n in range(len(exactly) + 1)
        ]
    return min(1.0, max(0.0, fsum(exactly[needed:]))) if needed > 0 else 1.0


def probability_of_any(chances: Sequence[float]) -> float:
    """The chance that at least one of independent events happens."""
    return 1 - prod(1 - chance for chance in chances)
