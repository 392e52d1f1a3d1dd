"""What a prompt came to in a class."""

from msgspec.structs import replace

from generator.model import Verdict
from generator.runchart.verdict import evaluate_values
from generator.site.inquiry.outcome import Outcome, outcome_of
from tests.site.inquiry.inquiries import SUSTAINED

SUSTAINED_FINDING = evaluate_values(SUSTAINED, 8)


def test_each_verdict_has_an_outcome_and_no_change_has_none() -> None:
    outcomes = {outcome_of(replace(SUSTAINED_FINDING, verdict=verdict)) for verdict in Verdict}
    assert outcomes == set(Outcome) - {Outcome.MAY_BE_LUCK}
    assert outcome_of(replace(SUSTAINED_FINDING, verdict=None)) is None


def test_a_change_that_no_visit_follows_may_still_be_a_plan() -> None:
    finding = evaluate_values(SUSTAINED[:8], 8)
    assert finding.verdict is Verdict.TOO_FEW_POINTS
    assert outcome_of(finding) is None


def test_what_is_held_back_by_luck_is_apart() -> None:
    held_back = replace(SUSTAINED_FINDING, verdict=Verdict.SHIFT_NOT_YET_SUSTAINED, held_back_by_luck=True)
    assert outcome_of(held_back) is Outcome.MAY_BE_LUCK


def test_bad_news_is_what_is_worse_than_before() -> None:
    assert [outcome for outcome in Outcome if outcome.is_bad_news] == [Outcome.DID_NOT_LAST, Outcome.WORSE]
