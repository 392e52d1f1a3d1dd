"""A series and its values."""

from msgspec.structs import replace

from generator.model import Outcome, Point, Series, Verdict
from generator.runchart.verdict import evaluate_values
from tests.site.inquiry.inquiries import SUSTAINED

SUSTAINED_FINDING = evaluate_values(SUSTAINED, 8)


def test_a_visit_at_which_nothing_was_collected_is_a_gap() -> None:
    points = (Point(1, None, 12.5), Point(2, None, None), Point(3, None, 0.0))
    assert Series("p2", "Period 2", "explains", points).values == (12.5, None, 0.0)


def test_each_verdict_has_an_outcome_and_no_change_has_none() -> None:
    outcomes = {replace(SUSTAINED_FINDING, verdict=verdict).outcome for verdict in Verdict}
    assert outcomes == set(Outcome) - {Outcome.MAY_BE_LUCK}
    assert replace(SUSTAINED_FINDING, verdict=None).outcome is None


def test_a_change_that_no_visit_follows_may_still_be_a_plan() -> None:
    finding = evaluate_values(SUSTAINED[:8], 8)
    assert finding.verdict is Verdict.TOO_FEW_POINTS
    assert finding.outcome is None


def test_what_is_held_back_by_luck_is_apart() -> None:
    held_back = replace(SUSTAINED_FINDING, verdict=Verdict.SHIFT_NOT_YET_SUSTAINED, held_back_by_luck=True)
    assert held_back.outcome is Outcome.MAY_BE_LUCK
