"""The levels that a chart, its caption and the answer speak of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import Better, Verdict
from generator.runchart.before_and_since import before_and_since, good_shifts, levels_of_phases
from generator.runchart.run_rules import median, present
from tests.runchart.charts import judged

LOST = [40, 38, 41, 28, 32, 50, 50, 38, 70, 78, 68, 68, None, 68, 91, 33, 50, 37, 30]


def test_before_and_since_are_the_medians_of_the_finding() -> None:
    evaluated = judged([30, 35, 25, 40, 30, 35, *[60, 65, 55, 70] * 2], 6)
    levels = before_and_since(evaluated)
    assert (levels.before, levels.since) == (evaluated.finding.median, evaluated.finding.median_after)
    assert levels.since_row == 7
    assert levels.good_run is None


def test_what_was_lost_has_a_level_while_it_lasted_and_one_since() -> None:
    evaluated = judged(LOST, 8)
    assert evaluated.finding.verdict is Verdict.DID_NOT_HOLD
    levels = before_and_since(evaluated)
    assert levels.before == 39
    assert levels.good_run
    assert (levels.good_run.level, levels.good_run.visits) == (69, 6)
    assert (levels.good_run.start, levels.good_run.end) == (9, 15)
    assert (levels.since, levels.since_row) == (35, 16)


def test_fewer_can_be_what_was_lost() -> None:
    fewer = [None if value is None else 100 - value for value in LOST]
    levels = before_and_since(judged(fewer, 8, better=Better.LOWER))
    assert levels.good_run
    assert (levels.before, levels.good_run.level, levels.since) == (61, 31, 65)


def test_without_a_baseline_there_is_one_level() -> None:
    levels = before_and_since(judged([30, 40, 50]))
    assert (levels.before, levels.since, levels.since_row) == (40, None, None)


def test_without_a_visit_after_the_change_there_is_no_since() -> None:
    levels = before_and_since(judged([30, 40, 50, None], 3))
    assert (levels.before, levels.since, levels.since_row) == (40, None, None)


def test_a_phase_that_a_later_change_ended_lasted_until_that_change() -> None:
    first = judged([30, 35, 25, 40, 30, 35, *[60, 65, 55, 70] * 2], 6)
    begun = judged([*[60, 65, 55, 70] * 2, 80], 8, first=6)
    second = replace(begun, series=replace(begun.series, phase=2, change=2))
    assert levels_of_phases([first, second]) == replace(before_and_since(first), until=2)
    assert levels_of_phases([first]).until is None


def test_a_run_that_began_in_the_baseline_counts_from_the_change_on() -> None:
    (shift,) = good_shifts(judged([40, 41, 39, 40, 60, 61, *[60] * 6], 6))
    assert (shift.start, shift.end) == (7, 12)


@pytest.mark.parametrize("better", Better)
@given(values=st.lists(st.one_of(st.none(), st.integers(0, 20).map(float)), min_size=12, max_size=40))
def test_every_level_is_the_median_of_the_visits_it_speaks_of(
    values: list[float | None], better: Better
) -> None:
    evaluated = judged(values, 6, better=better)
    levels = before_and_since(evaluated)
    assert levels.before == median(present(values[:6]))
    if levels.since_row is not None:
        assert levels.since == median(present(values[levels.since_row - 1 :]))
    assert (levels.good_run is not None) == (evaluated.finding.verdict is Verdict.DID_NOT_HOLD)
    if levels.good_run:
        assert levels.since is not None
        run = values[levels.good_run.start - 1 : levels.good_run.end]
        assert (levels.good_run.level, levels.good_run.visits) == (median(present(run)), len(present(run)))
