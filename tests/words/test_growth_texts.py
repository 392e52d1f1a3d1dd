"""Growth in words: the three outcomes, p that never crosses its limit by rounding, the pooled step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import GROWTH_P_LIMIT, GrowthResult
from generator.words.growth_texts import GrowthTexts

TEXTS = GrowthTexts()
RESULT = GrowthResult("explains", ("Period 2",), 0.012, 21.6, -3.4, 46.5, 0.2)


@pytest.mark.parametrize(
    ("p", "written"),
    [
        (0.0, "p < 0.001"),
        (0.0004, "p < 0.001"),
        (0.0123, "p = 0.012"),
        (0.0496, "p = 0.050"),
        (0.05, "p = 0.050"),
        (0.0503, "p = 0.0503"),
        (0.06, "p = 0.060"),
        (0.44, "p = 0.44"),
        (1.0, "p = 1.00"),
    ],
)
def test_p_is_written_on_its_side_of_the_limit(p: float, written: str) -> None:
    assert TEXTS.p_value(p) == written


@given(st.floats(0.001, 1))
def test_what_is_written_never_says_the_opposite(p: float) -> None:
    assert (float(TEXTS.p_value(p).removeprefix("p = ")) <= GROWTH_P_LIMIT) is (p <= GROWTH_P_LIMIT)


def test_the_three_outcomes() -> None:
    assert TEXTS.comparison(RESULT).startswith("More than steady growth: ")
    assert TEXTS.comparison(replace(RESULT, p=0.06)).startswith("Better than before, and it has lasted. But")
    assert TEXTS.comparison(replace(RESULT, p=0.06), lasted=False).startswith("Better than before. But")
    assert TEXTS.comparison(GrowthResult("explains")) == (
        "Too few visits, or too little variation, to compare with steady growth."
    )
    assert [TEXTS.name(outcome) for outcome in (True, False, None)] == [
        "more than steady growth",
        "not separable from steady growth",
        "too few visits, or too little variation, to compare with steady growth",
    ]


def test_the_pooled_step_in_the_measures_unit() -> None:
    assert TEXTS.pooled_step(RESULT, share=True) == (
        "Pooled step, the change of level over and above each class's own straight line: 22 points "
        "(95% interval -3 to 47; above 0 is better)."
    )
    assert "line: 21.6 (95% interval -3.4 to 46.5;" in TEXTS.pooled_step(RESULT, share=False)
    assert TEXTS.pooled_step(replace(RESULT, step=0.9), share=True).count(": 1 point (") == 1
    assert TEXTS.pooled_step(GrowthResult("explains"), share=True) == ""


def test_a_change_that_builds_up_is_not_said_to_be_there_from_the_start() -> None:
    gradual = replace(RESULT, step=-2.0, step_low=-11.0, step_high=7.0, is_gradual=True)
    assert TEXTS.comparison(gradual) == (
        "More than steady growth: in all classes together, a change that builds up over the first 4 visits "
        "after the start fits better than the straight line each class was on (p = 0.012)."
    )
    of_rise = "so it does not show the full size of one that builds up."
    assert TEXTS.pooled_step(gradual, share=True).endswith(of_rise)
    assert of_rise not in TEXTS.pooled_step(
        replace(gradual, p=0.3), share=True
    )  # nothing was shown to build up


def test_a_class_that_could_not_be_compared_is_named() -> None:
    partial = replace(RESULT, left_out=("Period 5",))
    named = "before or after the change or too little variation: Period 5."
    assert TEXTS.comparison(partial).endswith(named)
    assert TEXTS.comparison(replace(partial, p=0.4)).endswith(named)
    assert "Period 5" not in TEXTS.comparison(replace(partial, p=None))


def test_a_small_step_keeps_its_digits_and_all_three_figures_have_as_many() -> None:
    small = replace(RESULT, step=0.021, step_low=-0.0034, step_high=0.046)
    assert "line: 0.021 (95% interval -0.003 to 0.046;" in TEXTS.pooled_step(small, share=False)
    near_zero = replace(RESULT, step=-0.18, step_low=-2.7, step_high=2.4)
    assert "line: -0.2 (95% interval -2.7 to 2.4;" in TEXTS.pooled_step(near_zero, share=False)


def test_the_step_of_one_class() -> None:
    assert TEXTS.of_one_class(RESULT, share=True).replace("\N{NO-BREAK SPACE}", " ") == "22 points (-3 to 47)"
    assert TEXTS.of_one_class(GrowthResult("explains"), share=True) == ""
