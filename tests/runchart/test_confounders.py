"""A verdict leans on a later change, before which it was not there yet."""

from datetime import date, timedelta

from generator.model import Change, Point, Series, Verdict
from generator.runchart.confounders import confounding_changes
from generator.runchart.verdict import evaluate_series

FIRST = date(2025, 9, 1)
LOW, HIGH = [10, 12, 8, 11, 9, 12, 10, 8], [30, 32, 28, 31, 29, 33, 30, 31, 34, 30]


def weeks(number: int) -> date:
    return FIRST + timedelta(weeks=number)


def leaning(second: Change, values: list[int]) -> tuple[int, ...]:
    points = tuple(Point(i + 1, weeks(i), float(value)) for i, value in enumerate(values))
    series = Series("p2", "Period 2", "explains", points, baseline=8, change=1)
    return confounding_changes(evaluate_series(series), [Change(1, weeks(8), "Talk"), second])


def test_a_second_change_before_the_eighth_point_has_its_part() -> None:
    assert leaning(Change(2, weeks(15), "Lots"), LOW + HIGH) == (2,)


def test_a_second_change_after_the_improvement_was_sustained_takes_nothing_from_it() -> None:
    assert leaning(Change(2, weeks(17), "Lots"), LOW + HIGH) == ()


def test_a_change_that_opens_its_own_phase_is_judged_by_itself() -> None:
    assert leaning(Change(2, weeks(15), "Lots", new_phase=True), LOW + HIGH) == ()


def test_a_change_that_nothing_was_collected_after_has_no_part() -> None:
    assert leaning(Change(2, weeks(30), "Lots"), LOW + HIGH) == ()


def test_where_nothing_got_better_nothing_is_leaned_on() -> None:
    points = tuple(Point(i + 1, weeks(i), float(value)) for i, value in enumerate(LOW + LOW))
    judged = evaluate_series(Series("p2", "Period 2", "explains", points, baseline=8, change=1))
    assert judged.finding.verdict is Verdict.NO_SIGNAL
    assert confounding_changes(judged, [Change(1, weeks(8), "Talk"), Change(2, weeks(12), "Lots")]) == ()
