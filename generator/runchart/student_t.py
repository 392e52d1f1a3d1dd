"""Student's t distribution for a whole number of degrees of freedom: closed forms, no table.

Abramowitz & Stegun 1964, 26.7.3 and 26.7.4.  The probability between -t and t is a finite sum of powers of
cos^2 = df / (df + t^2); what is left of the same series, from there to infinity, is the probability
outside.  The first is added up where t is small, the second where it is large, so that small
probabilities keep all their digits.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, takewhile

_LARGE = 5.0  # t from which on the rest is added up
_NEGLIGIBLE = 1e-17  # a term of the rest, beside its first one


def t_upper_tail(t: float, df: int) -> float:
    """P(T > t) for a whole number of degrees of freedom (1 or more), from 0 to 1."""
    if t < 0:
        return 1 - t_upper_tail(-t, df)
    squared = df / (df + t * t)  # cos^2
    if t < _LARGE:
        return (1 - _within(t, df, squared)) / 2
    rest = islice(_terms(df, squared), df // 2, None)
    first = next(rest)
    total = math.fsum([first, *takewhile(lambda term: term > first * _NEGLIGIBLE, rest)])
    return total * math.sqrt(1 - squared) / (math.pi if df % 2 else 2)


@lru_cache(maxsize=500)
def t_quantile(probability: float, df: int) -> float:
    """The t with P(T <= t) = probability, for a probability from 0.5 to below 1."""
    low, high = 0.0, 1.0
    while t_upper_tail(high, df) > 1 - probability:
        low, high = high, 2 * high
    for _ in range(100):
        middle = (low + high) / 2
        if t_upper_tail(middle, df) > 1 - probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _within(t: float, df: int, squared: float) -> float:
    """P(-t < T < t)."""
    total = math.fsum(islice(_terms(df, squared), df // 2)) * math.sqrt(1 - squared)
    return 2 / math.pi * (math.atan(t / math.sqrt(df)) + total) if df % 2 else total


def _terms(df: int, squared: float) -> Iterator[float]:
    """Odd df: cos, 2/3 cos^3, 2*4/(3*5) cos^5, ...; even df: 1, 1/2 cos^2, 1*3/(2*4) cos^4, ..."""
    odd = df % 2
    term, upper = (math.sqrt(squared), 2) if odd else (1.0, 1)
    while True:
        yield term
        term *= squared * upper / (upper + 1)
        upper += 2
