"""Student's t distribution, against its table and its own symmetries."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runchart.student_t import t_quantile, t_upper_tail


@pytest.mark.parametrize(
    ("df", "t_975"),
    [(1, 12.7062), (2, 4.30265), (3, 3.18245), (4, 2.77645), (10, 2.22814), (30, 2.04227), (120, 1.97993)],
)
def test_the_table_that_every_textbook_prints(df: int, t_975: float) -> None:
    assert t_quantile(0.975, df) == pytest.approx(t_975, rel=1e-5)
    assert t_upper_tail(t_975, df) == pytest.approx(0.025, rel=1e-4)


def test_with_one_degree_of_freedom_it_is_the_cauchy_distribution() -> None:
    for t in (0.0, 0.5, 1.0, 3.0, 1000.0):
        assert t_upper_tail(t, 1) == pytest.approx(math.atan2(1, t) / math.pi, rel=1e-12)


def test_with_many_it_is_the_normal_distribution() -> None:
    assert t_quantile(0.975, 100_000) == pytest.approx(1.959964, abs=5e-5)


def test_a_small_probability_keeps_its_digits() -> None:
    # P(T > t) is 1/2 - t/(2 sqrt(2 + t^2)) for df 2, so about 1/(2 t^2) far out
    assert t_upper_tail(1e6, 2) == pytest.approx(5e-13, rel=1e-9)
    assert 0 < t_upper_tail(40, 60) < 1e-40


@given(st.floats(-50, 50), st.integers(1, 300))
def test_the_two_tails_are_all_there_is(t: float, df: int) -> None:
    assert 0 <= t_upper_tail(t, df) <= 1
    assert t_upper_tail(t, df) + t_upper_tail(-t, df) == pytest.approx(1, abs=1e-14)


@given(st.floats(0, 30), st.floats(0.001, 3), st.integers(1, 300))
def test_further_out_is_less_likely(t: float, further: float, df: int) -> None:
    assert t_upper_tail(t + further, df) <= t_upper_tail(t, df) + 1e-15


@given(st.integers(1, 300))
def test_both_ways_of_adding_up_meet(df: int) -> None:
    inside, outside = t_upper_tail(5 - 1e-13, df), t_upper_tail(5, df)
    assert inside == pytest.approx(outside, rel=1e-8)


@given(st.floats(0.5, 0.9999), st.integers(1, 200))
def test_the_quantile_undoes_the_tail(probability: float, df: int) -> None:
    assert t_upper_tail(t_quantile(probability, df), df) == pytest.approx(1 - probability, rel=1e-9)
