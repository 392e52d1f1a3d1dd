"""Several classes: the requirement held against the findings, and its chance by luck alone."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import (
    EvaluatedSeries,
    GrowthRole,
    Impact,
    Point,
    RulesEdition,
    Series,
    Verdict,
    if_neighbours_resemble,
)
from generator.runchart.chance import (
    probability_by_luck,
    probability_of_any,
    probability_of_at_least,
    share_with_shift,
)
from generator.runchart.replication import (
    RequirementResult,
    evaluate_requirement,
)
from generator.runchart.verdict import evaluate_series

BASELINE = [52, 48, 55, 50, 47, 53, 51, 49]
RISING = [40, 42, 41, 44, 46, 45, 48, 50]
UP, EVEN, SHORT = [61] * 8, [60, 40] * 4, [61] * 6
SUSTAINED, NO_SIGNAL = Verdict.SUSTAINED_IMPROVEMENT, Verdict.NO_SIGNAL


def judged(
    class_id: str,
    after: list[int],
    *,
    before: list[int] = BASELINE,
    prompt: str = "explains",
    group: str = "",
    phase: int = 1,
    compared: bool = True,
) -> EvaluatedSeries:
    points = tuple(Point(row, None, value) for row, value in enumerate(before + after, start=1))
    baseline = len(before) if compared else None
    return evaluate_series(
        Series(class_id, class_id.title(), prompt, points, baseline=baseline, group=group, phase=phase)
    )


# -------------------------------------------------------------------------------- the requirement


def standing(*series: EvaluatedSeries, prompts: tuple[str, ...] = (), classes: int = 2) -> RequirementResult:
    impact = Impact(prompts=prompts, classes=classes, growth=GrowthRole.SHOWN)
    return evaluate_requirement(series, impact, "explains", ())


MEETING = [
    ([UP, UP], 2, 2, True),
    ([UP, EVEN], 2, 1, False),
    ([UP, EVEN], 1, 1, True),
    ([UP, UP, EVEN], 2, 2, True),
    ([EVEN, EVEN], 1, 0, False),
    ([], 1, 0, False),
]


@pytest.mark.parametrize(("afters", "needed", "having", "met"), MEETING)
def test_enough_classes_must_have_the_verdict(
    afters: list[list[int]], needed: int, having: int, met: bool
) -> None:
    series = [judged(name, after) for name, after in zip("abc", afters, strict=False)]
    found = standing(*series, classes=needed)
    assert (found.classes_met, found.met) == (having, met)
    assert (found.prompts, found.classes_needed) == (("explains",), needed)


def test_every_listed_prompt_must_have_it_in_the_same_class() -> None:
    series = [
        judged("a", UP),
        judged("a", EVEN, prompt="asks"),
        judged("b", EVEN),
        judged("b", UP, prompt="asks"),
        judged("c", UP),
        judged("c", UP, prompt="asks"),
    ]
    found = standing(*series, prompts=("explains", "asks"), classes=1)
    assert [(one.class_id, one.met) for one in found.classes] == [("a", False), ("b", False), ("c", True)]
    assert found.classes[0].verdicts == (("explains", SUSTAINED), ("asks", NO_SIGNAL))


def test_a_prompt_that_was_never_collected_is_not_met() -> None:
    found = standing(judged("a", UP), prompts=("explains", "asks"), classes=1)
    assert found.classes[0].verdicts == (("explains", SUSTAINED), ("asks", None))
    assert not found.met


def test_another_prompt_is_no_help() -> None:
    assert not standing(judged("a", EVEN), judged("a", UP, prompt="asks"), classes=1).met


def test_a_group_never_decides() -> None:
    assert not standing(judged("a", EVEN), judged("a", UP, group="girls"), classes=1).met


def test_a_comparison_class_does_not_stand_against_the_requirement() -> None:
    found = standing(judged("a", UP), judged("b", UP, compared=False))
    assert [one.class_id for one in found.classes] == ["a"]


@pytest.mark.parametrize(("first", "second"), [(UP, EVEN), (EVEN, UP)])
def test_any_phase_of_a_class_may_meet_it(first: list[int], second: list[int]) -> None:
    found = standing(judged("a", first), judged("a", second, phase=2), classes=1)
    assert found.met
    assert found.classes[0].verdicts == (("explains", SUSTAINED),)


def test_without_the_verdict_the_latest_phase_is_told() -> None:
    found = standing(judged("a", EVEN), judged("a", SHORT, phase=2), classes=1)
    assert found.classes[0].verdicts == (("explains", Verdict.SHIFT_NOT_YET_SUSTAINED),)


def test_a_rising_baseline_is_flagged_class_by_class() -> None:
    found = standing(judged("a", UP, before=RISING), judged("b", UP))
    assert [one.rising for one in found.classes] == [True, False]


SHIFT = Impact(Verdict.SHIFT_NOT_YET_SUSTAINED, classes=2, growth=GrowthRole.SHOWN)


def test_what_is_sustained_is_enough_where_a_shift_is_asked_for() -> None:
    series = [judged("a", UP), judged("b", SHORT), judged("c", EVEN)]
    result = evaluate_requirement(series, SHIFT, "explains", ())
    assert [of_class.met for of_class in result.classes] == [True, True, False]
    assert result.met


def test_a_shift_is_not_enough_where_a_sustained_improvement_is_asked_for() -> None:
    assert not standing(judged("a", SHORT), classes=1).met


def test_the_first_edition_asked_for_just_the_verdict() -> None:
    series = [judged("a", UP), judged("b", SHORT)]
    result = evaluate_requirement(series, SHIFT, "explains", (), RulesEdition.FIRST)
    assert [of_class.met for of_class in result.classes] == [False, True]
    assert [of_class.by_luck for of_class in result.classes] == pytest.approx([luck(series[0]), 0.0])


# ------------------------------------------------------------------------------- met by luck alone


def luck(series: EvaluatedSeries) -> float:
    assert series.finding.by_luck
    return series.finding.by_luck


def test_the_classes_chances_are_put_together_as_independent() -> None:
    first, second = judged("a", UP), judged("b", EVEN)
    one, other = luck(first), luck(second)
    assert standing(first, second, classes=2).by_luck == pytest.approx(one * other)
    assert standing(first, second, classes=1).by_luck == pytest.approx(1 - (1 - one) * (1 - other))


def test_the_least_likely_prompt_of_a_class_bounds_its_chance() -> None:
    first, second = judged("a", UP), judged("a", EVEN + EVEN, prompt="asks")
    assert luck(first) != luck(second)
    found = standing(first, second, prompts=("explains", "asks"), classes=1)
    assert found.by_luck == pytest.approx(min(luck(first), luck(second)))


def test_a_second_phase_is_a_second_chance() -> None:
    first, second = judged("a", UP), judged("a", EVEN, phase=2)
    assert standing(first, second, classes=1).by_luck == pytest.approx(
        probability_of_any([luck(first), luck(second)])
    )


def test_a_chart_with_too_few_points_has_no_chance() -> None:
    assert standing(judged("a", [61] * 3), classes=1).by_luck == 0
    assert standing(judged("a", UP), judged("b", [61] * 3), classes=2).by_luck == 0


def test_where_visits_resemble_their_neighbours_luck_is_more_frequent() -> None:
    result = standing(judged("a", UP), judged("b", UP), judged("c", UP), classes=2)
    more = [if_neighbours_resemble(one.by_luck) for one in result.classes]
    assert more == pytest.approx([2.2 * one.by_luck for one in result.classes])
    assert result.by_luck_if_alike == pytest.approx(probability_of_at_least(2, more))
    assert if_neighbours_resemble(0.6) == 1


def test_a_chart_too_long_for_its_chance_to_be_counted_bounds_nothing() -> None:
    long = judged("a", UP + EVEN * 40)
    assert long.finding.by_luck is None
    assert standing(long, classes=1).by_luck == 1


def test_a_shift_is_likelier_by_luck_than_a_sustained_improvement() -> None:
    series = judged("a", UP)
    result = evaluate_requirement([series], SHIFT, "explains", ())
    shift = probability_by_luck(series.series.values, len(BASELINE), True, share_with_shift)
    assert result.classes[0].by_luck == pytest.approx(shift)
    assert shift is not None and shift > luck(series)


@settings(max_examples=50)
@given(st.integers(0, 6), st.integers(0, 6), st.floats(0, 1))
def test_at_least_is_the_binomial_where_all_chances_are_equal(
    needed: int, classes: int, chance: float
) -> None:
    binomial = sum(
        comb(classes, k) * chance**k * (1 - chance) ** (classes - k) for k in range(needed, classes + 1)
    )
    assert probability_of_at_least(needed, [chance] * classes) == pytest.approx(binomial, abs=1e-12)


@given(st.lists(st.floats(0, 1), max_size=5))
def test_one_of_many_is_at_least_one(chances: list[float]) -> None:
    assert probability_of_at_least(1, chances) == pytest.approx(probability_of_any(chances), abs=1e-12)
    assert probability_of_at_least(0, chances) == 1
