"""Inquiries invented from a seed: 25 pupils at 50%, so that one standard deviation is 10 points, visited
every week; how many of them meet "2 of 3 classes" by the verdicts alone, and by growth_p as well."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from math import comb
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from generator.model import GrowthResult, Verdict
from generator.runchart.growth import ClassVisits, growth_of_classes
from generator.runchart.run_rules import median, useful_sides
from generator.runchart.verdict import decide_verdict

PUPILS = 25
SD = 0.1  # of a share, near 50%
FIRST_DAY = date(2025, 9, 1)
SAME_START, STAGGERED = (8, 8, 8), (8, 12, 16)  # visits before the change of each class

Shares = NDArray[np.float64]  # what is to be expected at each visit


@dataclass(frozen=True, slots=True)
class Scenario:
    """What happens in every class; sizes in standard deviations.

    `growth` a visit begins with the first visit and ends at the share `ceiling`; the `step` comes with the
    change and takes `visits` visits to its full height; the `event` comes to all classes at their ninth
    visit.  Errors are correlated with those of the visit before (`rho`) or of the other classes on the
    same day (`together`).
    """

    growth: float = 0.0
    step: float = 0.0
    visits: int = 1
    after: int = 12
    ceiling: float = 1.0
    event: float = 0.0
    rho: float = 0.0
    together: float = 0.0

    def shares(self, baseline: int) -> Shares:
        """The share to be expected at each visit of a class."""
        visit = np.arange(baseline + self.after)
        shares = np.minimum(0.5 + SD * self.growth * visit, self.ceiling) + SD * self.event * (visit >= 8)
        shares[baseline:] += SD * self.step * np.minimum(1, np.arange(1, self.after + 1) / self.visits)
        return np.asarray(np.clip(shares, 0, 1))


@dataclass(frozen=True, slots=True)
class Rates:
    """Of all inquiries, in percent: two or more classes sustained; growth_p <= .05 besides; growth_p <= .05,
    whatever the verdicts."""

    verdicts: float
    met: float
    growth_alone: float


def rates(
    scenario: Scenario, baselines: Sequence[int], runs: int, *, seed: int = 1, growth_alone: bool = False
) -> Rates:
    """How many of so many inquiries meet what.  Growth is looked at where the verdicts are met, or with
    `growth_alone` always."""
    verdicts = met = alone = 0
    for classes in islice(_inquiries(scenario, baselines, np.random.default_rng(seed)), runs):
        enough = sum(map(_is_sustained, classes)) >= 2
        more = (enough or growth_alone) and bool(_growth(classes).is_more_than_growth)
        verdicts, met, alone = verdicts + enough, met + (enough and more), alone + more
    return Rates(
        100 * verdicts / runs, 100 * met / runs, 100 * alone / runs if growth_alone else float("nan")
    )


def _inquiries(
    scenario: Scenario, baselines: Sequence[int], random: np.random.Generator
) -> Iterator[list[ClassVisits]]:
    shares = [scenario.shares(baseline) for baseline in baselines]
    days = [FIRST_DAY + timedelta(weeks=week) for week in range(max(map(len, shares)))]
    draw = _draw(scenario, shares, random)
    for _ in count():
        yield [
            ClassVisits(f"Period {number}", tuple(days[: len(values)]), tuple(values.tolist()), baseline)
            for number, (values, baseline) in enumerate(zip(draw(), baselines, strict=True), start=1)
        ]


def _draw(
    scenario: Scenario, shares: Sequence[Shares], random: np.random.Generator
) -> Callable[[], list[Shares]]:
    """One inquiry's percentages a call: binomial, where errors are correlated through a normal copula."""
    if not (scenario.rho or scenario.together):
        return lambda: [random.binomial(PUPILS, share) * 100 / PUPILS for share in shares]
    longest, normal = max(map(len, shares)), np.vectorize(NormalDist().cdf)
    cumulated = [_cumulated(share) for share in shares]

    def correlated() -> list[Shares]:
        common = np.sqrt(scenario.together) * random.standard_normal(longest)
        values = []
        for of_class in cumulated:
            errors = random.standard_normal(len(of_class))
            for visit in range(1, len(errors)):
                errors[visit] = (
                    scenario.rho * errors[visit - 1] + np.sqrt(1 - scenario.rho**2) * errors[visit]
                )
            errors = common[: len(errors)] + np.sqrt(1 - scenario.together) * errors
            values.append((of_class < normal(errors)[:, None]).sum(axis=1) * 100 / PUPILS)
        return values

    return correlated


def _cumulated(shares: Shares) -> Shares:
    """P(count <= 0, 1, ... 24) at each visit."""
    counts = np.arange(PUPILS)
    ways = np.array([comb(PUPILS, number) for number in range(PUPILS)])
    terms = ways * shares[:, None] ** counts * (1 - shares[:, None]) ** (PUPILS - counts)
    return np.asarray(terms.cumsum(axis=1))


def _is_sustained(visits: ClassVisits) -> bool:
    centre = median(visits.values[: visits.baseline])
    assert centre is not None
    sides = [side > 0 for row, side in useful_sides(visits.values, centre) if row > visits.baseline]
    return decide_verdict(visits.baseline, sides).verdict is Verdict.SUSTAINED_IMPROVEMENT


def _growth(classes: Sequence[ClassVisits]) -> GrowthResult:
    return growth_of_classes("P1", classes)
