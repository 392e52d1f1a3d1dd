"""The order of groups of classes."""

from generator.model import Outcome
from generator.site.program.outcome_order import OUTCOME_ORDER


def test_every_outcome_has_a_place() -> None:
    assert sorted(OUTCOME_ORDER) == sorted(Outcome)
