"""The outcome of an award or a revocation."""

from generator.authoring.award_outcome import AwardOutcome, AwardPlan


def test_a_plan_writes_nothing_unless_it_says_so() -> None:
    plan = AwardPlan(AwardOutcome.UNEARNED, "ana-lopez.talk.visible")
    assert (plan.files, plan.texts, plan.problems, plan.day) == ({}, (), (), None)
