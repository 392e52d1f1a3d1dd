"""Several inquiries about one change idea: random effects, and what to expect of another inquiry.

Inquiries differ in more than chance: other students, other conditions.  The random-effects model says
how much (tau^2), how large the change was on average, and between what limits that of a new inquiry
like these would lie.

Sources: Paule & Mandel 1982 (J Res Natl Bur Stand 87:377) for tau^2, as DerSimonian & Kacker 2007
(Contemp Clin Trials 28:105) iterate it; Hartung & Knapp 2001 (Stat Med 20:1771) for the interval, their
scale at least 1 as Röver, Knapp & Friede 2015 (BMC Med Res Methodol 15:99) advise for few studies;
Higgins, Thompson & Spiegelhalter 2009 (J R Stat Soc A 172:137) for the prediction interval, here
with k - 1 degrees of freedom.
"""

import math
from collections.abc import Sequence
from operator import mul

from msgspec import Struct

from generator.runchart.student_t import t_quantile

FEWEST_INQUIRIES = 5  # below which neither a mean nor a prediction is worked out
_MOST_ITERATIONS = 500
_SOLVED = 1e-12  # of the estimating equation, beside its degrees of freedom


class RandomEffectsSummary(Struct, frozen=True):
    """What so many inquiries say together, in the measure's unit.

    `mean` with its standard error and 95% interval is that of all inquiries like these; a new one
    would lie between `prediction_low` and `prediction_high` in 95 of 100 cases.  `tau2` is the variance
    between inquiries over and above chance.
    """

    inquiries: int
    mean: float
    se: float
    low: float
    high: float
    tau2: float
    prediction_low: float
    prediction_high: float


def summarise_random_effects(
    effects: Sequence[float], standard_errors: Sequence[float]
) -> RandomEffectsSummary | None:
    """The effects of inquiries about one prompt, each with its standard error (above 0).

    None of fewer than 5 inquiries.
    """
    if len(effects) < FEWEST_INQUIRIES:
        return None
    df = len(effects) - 1
    variances = [error * error for error in standard_errors]
    tau2 = _paule_mandel(effects, variances)
    weighted = _WeightedEffects.of(effects, variances, tau2)
    # the solution of Paule and Mandel has a scale of 1; where there is none, tau^2 is 0 and it is less
    scale = max(1.0, weighted.dispersion / df)
    se = math.sqrt(scale / math.fsum(weighted.weights))
    t = t_quantile(0.975, df)
    spread = t * math.sqrt(tau2 + se * se)
    return RandomEffectsSummary(
        inquiries=len(effects),
        mean=weighted.mean,
        se=se,
        low=weighted.mean - t * se,
        high=weighted.mean + t * se,
        tau2=tau2,
        prediction_low=weighted.mean - spread,
        prediction_high=weighted.mean + spread,
    )


class _WeightedEffects(Struct, frozen=True):
    """Effects weighted by the inverse of their variances; `dispersion` is the weighted sum of squares about
    the mean."""

    weights: Sequence[float]
    squares: Sequence[float]  # of the deviations from the mean
    mean: float

    @classmethod
    def of(cls, effects: Sequence[float], variances: Sequence[float], tau2: float) -> "_WeightedEffects":
        weights = [1 / (variance + tau2) for variance in variances]
        mean = math.fsum(map(mul, weights, effects)) / math.fsum(weights)
        return cls(weights, [(effect - mean) ** 2 for effect in effects], mean)

    @property
    def dispersion(self) -> float:
        return math.fsum(map(mul, self.weights, self.squares))


def _paule_mandel(effects: Sequence[float], variances: Sequence[float]) -> float:
    """The tau^2 at which the dispersion is what chance gives: k - 1; 0 where it is less without any.

    The dispersion falls ever more slowly as tau^2 grows, so Newton's steps from 0 never overshoot.
    """
    df, tau2 = len(effects) - 1, 0.0
    for _ in range(_MOST_ITERATIONS):
        weighted = _WeightedEffects.of(effects, variances, tau2)
        excess = weighted.dispersion - df
        if excess <= _SOLVED * df:
            break
        decline = math.fsum(
            weight * weight * square
            for weight, square in zip(weighted.weights, weighted.squares, strict=True)
        )
        tau2 += excess / decline
    return tau2
