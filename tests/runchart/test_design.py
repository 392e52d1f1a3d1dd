"""The names of designs: no more than the dates of starts and visits allow."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from generator.model import Change, EvaluatedSeries, Point, Series
from generator.runchart.design import Design, DesignKind, classify_design
from generator.runchart.verdict import evaluate_series

FIRST = date(2025, 9, 1)
BASELINE = [52, 48, 55, 50, 47, 53, 51, 49]
RISING = [40, 42, 41, 44, 46, 45, 48, 50]
UP = [61] * 8


def day(week: float) -> date:
    return FIRST + timedelta(days=round(7 * week))


def judged(
    class_id: str,
    *,
    weeks: Sequence[float] = range(16),
    before: Sequence[float] = BASELINE,
    after: Sequence[float] = UP,
    **fields: str | int,
) -> EvaluatedSeries:
    """A class that was visited in these weeks; the first visits are its baseline."""
    points = tuple(
        Point(row, day(week), value)
        for row, (week, value) in enumerate(zip(weeks, [*before, *after], strict=False), start=1)
    )
    given = {"prompt": "explains", "baseline": len(before)} | fields
    return evaluate_series(Series(class_id, class_id.title(), points=points, **given))  # type: ignore[arg-type]


def design(*starts: float, weeks: Sequence[Sequence[float]] = ()) -> Design:
    """Classes a, b, c ... that started in these weeks, each visited weekly or in weeks of its own."""
    names = "abcdef"[: len(starts)]
    visited = [*weeks, *[range(16)] * (len(starts) - len(weeks))]
    series = [judged(name, weeks=of_class) for name, of_class in zip(names, visited, strict=True)]
    changes = [
        Change(number, day(start), "Talk", classes=(name,))
        for number, (name, start) in enumerate(zip(names, starts, strict=True), start=1)
    ]
    return classify_design(series, changes, "explains")


@pytest.mark.parametrize(
    ("starts", "kind", "between"),
    [
        ((), DesignKind.NO_CHANGE, 0),
        ((8,), DesignKind.ONE_CLASS, 0),
        ((8, 8), DesignKind.SAME_START, 0),
        ((8, 8.5), DesignKind.SAME_START, 0),
        ((4, 9), DesignKind.STAGGERED, 5),
        ((4, 7), DesignKind.STAGGERED, 3),
        ((4, 6), DesignKind.TOO_FEW_VISITS_BETWEEN, 2),
        ((4, 8, 12), DesignKind.MULTIPLE_BASELINE, 4),
        ((4, 4, 8), DesignKind.STAGGERED, 4),
        ((4, 8, 9), DesignKind.TOO_FEW_VISITS_BETWEEN, 1),
        ((8, 8.5, 9), DesignKind.SAME_START, 0),
    ],
)
def test_the_name_follows_from_the_visits_between_the_starts(
    starts: tuple[float, ...], kind: DesignKind, between: int
) -> None:
    named = design(*starts)
    assert (named.kind, named.visits_between) == (kind, between)


def test_starts_a_few_days_apart_are_one_start() -> None:
    assert design(8, 8.5).days_apart == 4
    assert design(8, 8.5).groups == (("a", "b"),)


def test_without_a_visit_between_the_starts_they_are_one_time() -> None:
    """A holiday of three weeks lies between the starts."""
    visited = [*range(8), *range(11, 19)]
    holiday = design(8, 11, weeks=[visited, visited])
    assert (holiday.kind, holiday.days_apart) == (DesignKind.SAME_START, 21)


def test_visits_count_only_while_the_earlier_class_is_visited_too() -> None:
    ended = design(4, 12, weeks=[range(6), range(16)])
    assert (ended.kind, ended.visits_between) == (DesignKind.TOO_FEW_VISITS_BETWEEN, 2)


def test_classes_that_were_never_visited_at_the_same_time() -> None:
    apart = design(4, 24, weeks=[range(10), range(20, 36)])
    assert apart.kind is DesignKind.NOT_AT_THE_SAME_TIME
    chain = design(4, 8, 24, weeks=[range(8), range(4, 26), range(10, 30)])
    assert chain.kind is DesignKind.NOT_AT_THE_SAME_TIME, "the first and the last class do not overlap"


def test_a_comparison_class_does_not_count() -> None:
    series = [judged("a"), judged("b", after=[50] * 8)]
    alone = classify_design(series, [Change(1, day(8), "Talk", classes=("a",))], "explains")
    assert (alone.kind, set(alone.starts)) == (DesignKind.ONE_CLASS, {"a"})


# ------------------------------------------------------------------------------- demonstrations


def of_all(*series: EvaluatedSeries) -> Design:
    return classify_design(series, [Change(1, day(8), "Talk")], "explains")


def test_demonstrations_are_classes_with_a_sustained_improvement() -> None:
    assert (design(4, 8, 12).demonstrations, design(4, 8, 12).times) == (3, 3)
    assert (design(8, 8).demonstrations, design(8, 8).times) == (2, 1)
    even = judged("b", after=[60, 40] * 4)
    assert of_all(judged("a"), even).demonstrations == 1


def test_groups_and_other_prompts_demonstrate_nothing() -> None:
    even = judged("a", after=[60, 40] * 4)
    assert of_all(even, judged("a", group="girls"), judged("a", prompt="asks")).demonstrations == 0


def test_a_class_demonstrates_once_however_many_phases() -> None:
    assert of_all(judged("a"), judged("a", phase=2)).demonstrations == 1


def test_the_shortest_phase_of_any_class_with_a_change() -> None:
    assert of_all(judged("a"), judged("b", after=[61] * 6)).fewest_points == 6
    assert of_all().fewest_points == 0


def test_rising_baselines_are_named() -> None:
    assert of_all(judged("a", before=RISING), judged("b")).rising == ("a",)
