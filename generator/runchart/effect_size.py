"""The size of the effect, beside the verdict and never instead of it; and a baseline that rises."""

import math
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Sequence

from generator.runchart.run_rules import TOLERANCE

Z = 1.96  # two-sided 95% of the normal distribution
RISING_Z = 1.2815515655446004  # one-sided 10% of the normal distribution


def nap(baseline: Sequence[float], after: Sequence[float], higher_is_better: bool) -> float | None:
    """Nonoverlap of all pairs (Parker & Vannest 2009): the share of all (baseline, after) pairs in
    which the later point is better, ties one half.  None with fewer than two points in a phase."""
    if len(baseline) < 2 or len(after) < 2:
        return None
    ordered = sorted(baseline)
    below = sum(bisect_left(ordered, value - TOLERANCE) for value in after)  # whole numbers
    up_to = sum(bisect_right(ordered, value + TOLERANCE) for value in after)  # whole numbers
    higher = (below + up_to) / 2 / (len(baseline) * len(after))
    return higher if higher_is_better else 1 - higher


def nap_interval(share: float, baseline: int, after: int) -> tuple[float, float]:
    """The 95% interval of NAP (Newcombe 2006, method 5), both ends from 0 to 1.

    The ends are the values t with (NAP - t)^2 = z^2 t (1 - t) / (mn) *
    [1 + h ((1 - t)/(2 - t) + t/(1 + t))], h = (m + n)/2 - 1; for NAP 0 or 1 the root that is not
    the trivial one, the other end being NAP itself.
    """
    h = (baseline + after) / 2 - 1

    def beyond(t: float) -> float:
        spread = 1 + h * ((1 - t) / (2 - t) + t / (1 + t))
        return (share - t) ** 2 - Z**2 * t * (1 - t) / (baseline * after) * spread

    hair = 1e-12
    low = _root(beyond, 0.0, min(share, 1 - hair)) if share > 0 else 0.0
    high = _root(beyond, 1.0, max(share, hair)) if share < 1 else 1.0
    return low, high


def _root(function: Callable[[float], float], positive: float, negative: float) -> float:
    """Where the function changes sign between a point where it is positive and one where not."""
    for _ in range(60):
        middle = (positive + negative) / 2
        if function(middle) > 0:
            positive = middle
        else:
            negative = middle
    return (positive + negative) / 2


def is_rising(baseline: Sequence[float], higher_is_better: bool) -> bool:
    """Whether the baseline was already moving in the good direction.

    Mann-Kendall, normal approximation with tie and continuity correction, one-sided 10%.
    """
    turned = baseline if higher_is_better else [-value for value in baseline]
    n = len(turned)
    score, earlier = 0, list[float]()
    for value in turned:
        score += bisect_left(earlier, value - TOLERANCE) - (
            len(earlier) - bisect_right(earlier, value + TOLERANCE)
        )
        insort(earlier, value)
    ties = Counter(round(value / TOLERANCE) for value in turned).values()
    tied = sum(t * (t - 1) * (2 * t + 5) for t in ties)  # whole numbers
    variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
    return score > 0 and variance > 0 and (score - 1) / math.sqrt(variance) > RISING_Z
