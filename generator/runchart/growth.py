"""More than growth that was already under way: all classes of an inquiry together.

A chart alone cannot settle it: at 8 + 12 points a step of 1.5 standard deviations lies 1.73 standard errors
from the nearest straight line.  Several classes can.  Each class has its own straight line over time; what
is tested is one common change of level over and above these lines, once as a step and once as a rise over
four visits (least squares within classes).  Neighbouring visits resemble each other, so the variance is
that of first-order autoregressive errors, whose correlation is estimated from the residuals.
docs/method.md gives the formulas, their sources, the error rates and the limits.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date as Date
from functools import lru_cache
from operator import mul

from msgspec import Struct
from msgspec.structs import replace

from generator.model import RISE_VISITS, Better, EvaluatedSeries, GrowthResult, Series
from generator.runchart.student_t import t_quantile, t_upper_tail

FEWEST_POINTS_A_SIDE = 5  # before the change, and after it, for a class to be used
_FEWEST_DF = 3
_EXACT = 1e-12  # a residual sum of squares up to which a fit counts as exact
_MOST_AUTOCORRELATION = 0.6
_SHRUNK = 0.8  # the part of an autocorrelation that the residuals of so short a series keep


class ClassVisits(Struct, frozen=True):
    """The visits to one class that have a value, in time order, around its first change.

    `dates` and `values` belong together.  The first `baseline` of them are the baseline, the others
    come after the first change, up to the next new phase.
    """

    name: str
    dates: tuple[Date, ...]
    values: tuple[float, ...]
    baseline: int
    better: Better = Better.HIGHER

    @property
    def is_enough(self) -> bool:
        """Whether there are 5 points before the change and 5 after it."""
        return min(self.baseline, len(self.values) - self.baseline) >= FEWEST_POINTS_A_SIDE

    @classmethod
    def of_series(cls, series: Series) -> "ClassVisits | None":
        """The visits of a series; None where it has no baseline or not every row has a date."""
        if series.baseline is None or any(point.date is None for point in series.points):
            return None
        rows = [
            (point.row, point.date, point.value)
            for point in series.points
            if point.date is not None and point.value is not None
        ]
        return cls(
            name=series.class_name,
            dates=tuple(day for _, day, _ in rows),
            values=tuple(value for _, _, value in rows),
            baseline=len([row for row, _, _ in rows if row <= series.baseline]),
            better=series.better,
        )


def growth_by_prompt(evaluated_series: Iterable[EvaluatedSeries]) -> tuple[GrowthResult, ...]:
    """One result a prompt, in the order of the series, over all its classes that have a change.

    Of each class that phase is used in which its first change happened; groups of students are not.
    """
    by_prompt: dict[str, dict[str, list[Series]]] = defaultdict(lambda: defaultdict(list))
    for series in (evaluated.series for evaluated in evaluated_series):
        if not series.group and series.baseline is not None:
            by_prompt[series.prompt][series.class_id].append(series)
    results = []
    for prompt, phases_by_class in by_prompt.items():
        classes = (ClassVisits.of_series(phases[0]) for phases in phases_by_class.values())
        results.append(growth_of_classes(prompt, [visits for visits in classes if visits]))
    return tuple(results)


def growth_of_chart(series: Series) -> GrowthResult:
    """One class alone."""
    visits = ClassVisits.of_series(series)
    return growth_of_classes(series.prompt, [visits] if visits else [])


def growth_of_classes(prompt: str, classes: Sequence[ClassVisits]) -> GrowthResult:
    """The classes of one prompt against the straight line that each was on.

    Classes with fewer than 5 points before or after their change are left out, and those whose own
    straight line and step leave nothing over.
    """
    return _growth(prompt, tuple(classes))


@lru_cache(maxsize=256)  # page, data file, decision and award of an inquiry ask for the same
def _growth(prompt: str, classes: tuple[ClassVisits, ...]) -> GrowthResult:
    fit_of = [(visits.name, _ClassFit.of_visits(visits)) for visits in classes]
    fits = [fit for _, fit in fit_of if fit]
    used = GrowthResult(
        prompt,
        tuple(fit.name for fit in fits),
        points=sum(len(fit.values) for fit in fits),
        left_out=tuple(name for name, fit in fit_of if fit is None),
    )
    standardised = _pooled_fit([fit.standardised(fit.step) for fit in fits])
    rise = _pooled_fit([fit.standardised(fit.rise) for fit in fits])
    in_units = _pooled_fit([fit.in_units() for fit in fits])
    if not (standardised and rise and in_units):
        return used
    margin = t_quantile(0.975, in_units.df) * in_units.se
    return replace(
        used,
        p=min(1.0, 2 * min(standardised.p, rise.p)),
        step=in_units.change,
        step_low=in_units.change - margin,
        step_high=in_units.change + margin,
        rho=in_units.rho,
        step_se=in_units.se,
        is_gradual=rise.p < standardised.p,
    )


class _Residuals(Struct, frozen=True):
    """What a class's straight line leaves over of a shape and of the values; `slope` is the unit vector of
    its days about their mean."""

    slope: Sequence[float]
    shape: Sequence[float]
    values: Sequence[float]


class _ClassFit(Struct, frozen=True):
    """One class: values, step and rise, each less its straight line over the days; `sd` is the residual
    standard deviation about line and step."""

    name: str
    slope: Sequence[float]
    step: Sequence[float]
    rise: Sequence[float]
    values: Sequence[float]
    sd: float

    @classmethod
    def of_visits(cls, visits: ClassVisits) -> "_ClassFit | None":
        """None where there are too few points or nothing is left over."""
        if not visits.is_enough:
            return None
        size, after = len(visits.values), len(visits.values) - visits.baseline
        slope = _unit(_centred([day.toordinal() for day in visits.dates]))
        before = [0.0] * visits.baseline
        step = _residuals([*before, *[1.0] * after], slope)
        rise = [*before, *[min(1.0, visit / RISE_VISITS) for visit in range(1, after + 1)]]
        turn = 1 if visits.better is Better.HIGHER else -1
        values = _residuals([turn * value for value in visits.values], slope)
        squares = _squares(step)
        if squares <= _EXACT or not any(slope):  # visits on two days only: a step is a straight line
            return None
        change = _dot(step, values) / squares
        rss = _squares([value - change * s for value, s in zip(values, step, strict=True)])
        if not _EXACT < rss < math.inf:
            return None
        sd = math.sqrt(rss / (size - 3))
        return cls(visits.name, slope, step, _residuals(rise, slope), values, sd)

    def standardised(self, shape: Sequence[float]) -> _Residuals:
        """The shape as it is, the values in standard deviations."""
        return _Residuals(self.slope, shape, [value / self.sd for value in self.values])

    def in_units(self) -> _Residuals:
        """The step divided as the values are, so that its height keeps the measure's unit."""
        return self.standardised([height / self.sd for height in self.step])


class _PooledFit(Struct, frozen=True):
    """The common change with its standard error, degrees of freedom and autocorrelation."""

    change: float
    se: float
    df: int
    rho: float

    @property
    def p(self) -> float:
        """One-sided: of a change for the better at least so large."""
        return t_upper_tail(self.change / self.se, self.df)


def _pooled_fit(classes: Sequence[_Residuals]) -> _PooledFit | None:
    """Least squares within classes, the variance that of first-order autoregressive errors.

    None with fewer than 3 degrees of freedom, or where nothing is left over.
    """
    size = sum(len(each.values) for each in classes)
    df = size - 2 * len(classes) - 1
    if df < _FEWEST_DF:
        return None
    squares = math.fsum(_squares(each.shape) for each in classes)
    change = math.fsum(_dot(each.shape, each.values) for each in classes) / squares
    errors = [
        [value - change * s for s, value in zip(each.shape, each.values, strict=True)] for each in classes
    ]
    rss = math.fsum(map(_squares, errors))
    if rss <= _EXACT:
        return None
    # an autocorrelation of residuals, less what fitting a line and a change brings in by itself
    neighbours = math.fsum(map(_neighbours, errors)) / rss
    neighbouring_hat = math.fsum(
        (len(each.values) - 1) / len(each.values)
        + _neighbours(each.slope)
        + _neighbours(each.shape) / squares
        for each in classes
    )
    rho = min(max((neighbours + neighbouring_hat / df) / _SHRUNK, 0.0), _MOST_AUTOCORRELATION)
    of_shape = math.fsum(_correlated_squares(each.shape, rho) for each in classes)
    of_lines = math.fsum(
        _correlated_squares([1.0] * len(each.values), rho) / len(each.values)
        + _correlated_squares(each.slope, rho)
        for each in classes
    )
    trace = size - of_lines - of_shape / squares
    return _PooledFit(change, math.sqrt(rss / trace * of_shape) / squares, df, rho)


def _correlated_squares(vector: Sequence[float], rho: float) -> float:
    """x'Rx with R_ij = rho^|i-j|."""
    weighted_past, products = 0.0, []
    for value in vector:
        products.append(value * (value + 2 * weighted_past))
        weighted_past = rho * (weighted_past + value)
    return math.fsum(products)


def _neighbours(vector: Sequence[float]) -> float:
    """The sum of the products of neighbours."""
    return math.fsum(map(mul, vector, vector[1:]))


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return math.fsum(map(mul, left, right))


def _squares(vector: Sequence[float]) -> float:
    return math.fsum(map(mul, vector, vector))


def _centred(vector: Sequence[float]) -> list[float]:
    mean = math.fsum(vector) / len(vector)
    return [value - mean for value in vector]


def _unit(vector: Sequence[float]) -> list[float]:
    length = math.sqrt(_squares(vector))
    return [value / length for value in vector] if length else list(vector)


def _residuals(vector: Sequence[float], slope: Sequence[float]) -> list[float]:
    """What is left over of a vector once its mean and its slope are taken out."""
    centred = _centred(vector)
    height = _dot(slope, centred)
    return [value - height * x for value, x in zip(centred, slope, strict=True)]
