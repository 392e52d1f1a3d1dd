"""The headings of groups of classes."""

from generator.site.inquiry.outcome import Outcome
from generator.site.program.outcome_heading import GROUP_ORDER, outcome_heading
from generator.words.translator import ENGLISH


def test_every_outcome_has_a_heading_and_a_place() -> None:
    assert set(GROUP_ORDER) == set(Outcome)
    assert len({outcome_heading(ENGLISH, outcome) for outcome in Outcome}) == len(Outcome)


def test_headings_are_true_where_fewer_is_better() -> None:
    words = " ".join(outcome_heading(ENGLISH, outcome) for outcome in Outcome).lower().split()
    assert not {"up", "down", "more", "fewer", "higher", "lower"} & set(words)
