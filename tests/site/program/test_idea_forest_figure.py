"""What a forest plot says of its inquiries together."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.runchart.meta_analysis import summarise_random_effects
from tests.site.program.idea_inquiries import forests, several
from tests.site.views import teacher_card


def test_a_mean_and_a_prediction_are_given_from_five_inquiries_on() -> None:
    (four,) = forests(teacher_card("Ana", *several(4, 8, 12, 16))).forests
    assert four.whole.summary == ("With fewer than five inquiries, no mean is given.",)
    assert "fp-diamond" not in four.whole.svg
    (five,) = forests(teacher_card("Ana", *several(-20, 8, 12, 16, 40))).forests
    mean, prediction, heterogeneity = five.whole.summary
    assert mean.startswith("Mean step: +11 percentage points (95% interval −")
    assert prediction.startswith("In a new inquiry like these, the step would be between −")
    assert prediction.endswith("percentage points 95 times out of 100.")
    assert "tau² = " in heterogeneity
    assert "fp-diamond" in five.whole.svg


def test_equal_inquiries_differ_no_more_than_their_visits_would_make_them() -> None:
    (forest,) = forests(teacher_card("Ana", *several(10, 10, 10, 11, 9))).forests
    assert "tau² = 0" in forest.whole.summary[-1]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(-90, 90), min_size=1, max_size=9))
def test_what_is_said_of_the_inquiries_together_is_what_their_figures_say(sizes: list[float]) -> None:
    (forest,) = forests(teacher_card("Ana", *several(*sizes))).forests
    figures = [line.step.partition(" ")[0].replace("−", "-") for line in forest.whole.lines]
    assert [int(figure) for figure in figures] == pytest.approx(sizes, abs=0.51)
    effects = summarise_random_effects(sizes, [4.0] * len(sizes))
    if effects is None:
        assert "fp-diamond" not in forest.whole.svg
        assert not any("Mean step" in sentence for sentence in forest.whole.summary)
        return
    mean, prediction, heterogeneity = forest.whole.summary
    assert numbers(mean) == pytest.approx([effects.mean, 95, effects.low, effects.high], abs=0.51)
    assert numbers(prediction)[:2] == pytest.approx(
        [effects.prediction_low, effects.prediction_high], abs=0.51
    )
    assert ("(tau² = 0)" in heterogeneity) == (effects.tau2 < 0.005)


def numbers(sentence: str) -> list[int]:
    return [int(number.replace("−", "-")) for number in re.findall(r"[+−]?\d+", sentence)]
