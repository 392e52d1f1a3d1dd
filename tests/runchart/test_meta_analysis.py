"""Random effects over inquiries, against statsmodels and by hand."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.runchart.meta_analysis import FEWEST_INQUIRIES, summarise_random_effects

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its imports warn of what it will change
    from statsmodels.stats.meta_analysis import combine_effects

STEPS = [12.0, 25.0, 8.0, 31.0, 4.0, 19.0, 16.0]
ERRORS = [4.0, 6.0, 3.5, 7.0, 5.0, 4.5, 5.5]
T_975_OF_4 = 2.7764451
inquiries = st.lists(st.tuples(st.floats(-60, 60), st.floats(1, 20)), min_size=5, max_size=40)


@settings(max_examples=200, deadline=None)
@given(inquiries)
@example(list(zip(STEPS, ERRORS, strict=True)))
def test_a_summary_agrees_with_statsmodels(rows: list[tuple[float, float]]) -> None:
    effects, errors = [effect for effect, _ in rows], [error for _, error in rows]
    ours = summarise_random_effects(effects, errors)
    assert ours is not None
    with np.errstate(divide="ignore", over="ignore"):  # where all effects are (almost) the same
        theirs = combine_effects(
            np.array(effects), np.square(errors), method_re="pm", use_t=True, atol=1e-12, maxiter=500
        )
    # statsmodels gives up, with 0, where rounding takes its last step a hair too far
    assume(theirs.tau2 > 0 or theirs.q <= len(effects) - 1)
    assert ours.tau2 == pytest.approx(theirs.tau2, abs=1e-6, rel=1e-9)
    assert ours.mean == pytest.approx(theirs.mean_effect_re, abs=1e-6)
    _, fixed_scale, _, estimated_scale = theirs.conf_int()
    # the scale is at least 1: theirs is less where the inquiries differ less than chance alone would have it
    expected = fixed_scale if ours.tau2 == 0 else estimated_scale
    assert (ours.low, ours.high) == pytest.approx(tuple(expected), abs=1e-6)


def test_equal_errors_by_hand() -> None:
    # with equal errors tau^2 is the variance of the effects less the squared error
    summary = summarise_random_effects([10.0, 20.0, 30.0, 40.0, 50.0], [5.0] * 5)
    assert summary is not None
    assert summary.tau2 == pytest.approx(250 - 25)
    assert (summary.mean, summary.se) == pytest.approx((30, math.sqrt(250 / 5)))
    assert summary.high == pytest.approx(30 + T_975_OF_4 * math.sqrt(50))
    assert summary.prediction_high == pytest.approx(30 + T_975_OF_4 * math.sqrt(225 + 50))


def test_inquiries_that_agree_better_than_chance_have_no_spread_and_no_narrower_interval() -> None:
    summary = summarise_random_effects([15.0, 15.1, 14.9, 15.0, 15.0], [5.0] * 5)
    assert summary is not None
    assert summary.tau2 == 0
    assert summary.se == pytest.approx(5 / math.sqrt(5))
    assert (summary.prediction_low, summary.prediction_high) == (summary.low, summary.high)


def test_few_inquiries_are_not_summarised() -> None:
    few = FEWEST_INQUIRIES - 1
    assert summarise_random_effects(STEPS[:few], ERRORS[:few]) is None
    assert summarise_random_effects(STEPS[: few + 1], ERRORS[: few + 1]) is not None


@given(inquiries, st.randoms())
def test_the_order_of_inquiries_changes_nothing(rows: list[tuple[float, float]], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(rows, len(rows))
    first = summarise_random_effects([e for e, _ in rows], [s for _, s in rows])
    second = summarise_random_effects([e for e, _ in shuffled], [s for _, s in shuffled])
    assert first is not None and second is not None
    assert second.mean == pytest.approx(first.mean, abs=1e-9)
    assert second.tau2 == pytest.approx(first.tau2, abs=1e-7, rel=1e-9)


@given(inquiries)
def test_a_new_inquiry_is_less_certain_than_the_mean(rows: list[tuple[float, float]]) -> None:
    summary = summarise_random_effects([e for e, _ in rows], [s for _, s in rows])
    assert summary is not None
    assert summary.prediction_low <= summary.low <= summary.mean <= summary.high <= summary.prediction_high


@given(inquiries)
def test_tau2_leaves_what_chance_gives(rows: list[tuple[float, float]]) -> None:
    summary = summarise_random_effects([e for e, _ in rows], [s for _, s in rows])
    assert summary is not None
    dispersion = math.fsum((e - summary.mean) ** 2 / (s * s + summary.tau2) for e, s in rows)
    df = len(rows) - 1
    assert dispersion == pytest.approx(df, rel=1e-9) if summary.tau2 else dispersion <= df * (1 + 1e-9)
