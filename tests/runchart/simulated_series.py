"""Series invented from a seed, in which nothing happens: how often they are called sustained all the same."""

import numpy as np

from generator.model import Verdict
from generator.runchart.verdict import evaluate_values

PUPILS = 25
# How often 1, 2, 3 and 4 are given, as docs/method.md says.  Of a dozen other distributions that were tried,
# step 5 keeps the share below 4% in all but ratings given equally often (6% at 12 + 20).
RATINGS = (0.1, 0.5, 0.3, 0.1)


def ratings_called_sustained(before: int, after: int, runs: int, seed: int = 5) -> tuple[float, float]:
    """Percent of series of ratings that steps 1 to 4 of the verdict call sustained, and all five steps."""
    random = np.random.default_rng(seed)
    first = second = 0
    for _ in range(runs):
        values = [float(rating) for rating in random.choice([1, 2, 3, 4], before + after, p=RATINGS)]
        finding = evaluate_values(values, before)
        sustained = finding.verdict is Verdict.SUSTAINED_IMPROVEMENT
        first += sustained or finding.held_back_by_luck
        second += sustained
    return 100 * first / runs, 100 * second / runs


def times_the_printed_chance(autocorrelation: float, runs: int, seed: int = 11) -> float:
    """How often 8 + 12 shares of 25 pupils are called sustained, as a multiple of the chance printed."""
    random = np.random.default_rng(seed)
    called, printed = 0, 0.0
    for _ in range(runs):
        noise = random.normal(size=20)
        for place in range(1, 20):
            noise[place] = autocorrelation * noise[place - 1] + np.sqrt(1 - autocorrelation**2) * noise[place]
        counts = np.clip(np.round(PUPILS / 2 + 2.5 * noise), 0, PUPILS)
        finding = evaluate_values(list(counts * 100.0 / PUPILS), 8)
        called += finding.verdict is Verdict.SUSTAINED_IMPROVEMENT
        printed += finding.by_luck or 0.0
    return called / printed
