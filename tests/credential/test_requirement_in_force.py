"""Which requirement an attempt is judged by, and how a teacher might want to get around it."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.credential.requirement_in_force import RequirementSource, requirement_in_force
from generator.model import (
    FrozenRequirement,
    GrowthRole,
    Impact,
    Inquiry,
    Mastery,
    Observation,
    Prose,
    RulesEdition,
    Submission,
    Verdict,
)
from tests.credential.reviews import ONE

STRICT = Impact(Verdict.SUSTAINED_IMPROVEMENT, ("explains",), 2, GrowthRole.REQUIRED)
EASY = Impact(Verdict.SHIFT_NOT_YET_SUSTAINED, ("asks",), 1, GrowthRole.SHOWN)
FIRST = Submission(1, date(2026, 2, 2), rules=RulesEdition.FIRST)


def frozen(impact: Impact, micro_credential: str = ONE.id) -> Submission:
    return Submission(
        1, date(2026, 2, 2), requirement=FrozenRequirement(micro_credential, impact, ONE.mastery)
    )


def in_force(
    *submissions: Submission, declared: Impact = STRICT, visit: date = date(2026, 1, 9)
) -> tuple[Impact, RequirementSource, bool]:
    inquiry = Inquiry(
        "i",
        "t",
        "T",
        Prose("", ""),
        submissions=submissions,
        observations=(Observation(visit, "p-2", "P 2", "explains", value=1),),
    )
    result = requirement_in_force(inquiry, replace(ONE, impact=declared))
    return result.impact, result.source, result.changed_since


def test_before_a_submission_the_micro_credential_says_what_is_asked_for() -> None:
    assert in_force() == (STRICT, RequirementSource.MICRO_CREDENTIAL, False)


def test_a_submission_keeps_what_it_is_judged_by() -> None:
    assert in_force(frozen(STRICT)) == (STRICT, RequirementSource.SUBMISSION, False)


def test_growth_that_is_only_shown_from_now_on_changes_no_attempt() -> None:
    later = replace(STRICT, growth=GrowthRole.SHOWN)
    assert in_force(frozen(STRICT), declared=later) == (STRICT, RequirementSource.SUBMISSION, True)
    assert in_force(frozen(STRICT), declared=EASY) == (STRICT, RequirementSource.SUBMISSION, True)


CRITERION = ONE.mastery.criteria[0]


@pytest.mark.parametrize(
    ("today", "changed"),
    [
        (ONE.mastery, False),
        (replace(ONE.mastery, criteria=(replace(CRITERION, title="In other words"),)), False),
        (replace(ONE.mastery, criteria=(replace(CRITERION, id="another"),)), True),
        (replace(ONE.mastery, assessors=3), True),
        (replace(ONE.mastery, passing="exemplary"), True),
        (replace(ONE.mastery, levels=(*ONE.mastery.levels, "rare")), True),
    ],
)
def test_a_rubric_that_asks_for_something_else_is_a_change_and_other_words_are_none(
    today: Mastery, changed: bool
) -> None:
    inquiry = Inquiry("i", "t", "T", Prose("", ""), submissions=(frozen(STRICT),))
    result = requirement_in_force(inquiry, replace(ONE, impact=STRICT, mastery=today))
    assert result.changed_since is changed


def test_the_tools_first_prompt_is_the_same_requirement_whether_it_is_named_or_not() -> None:
    assert not in_force(frozen(STRICT), declared=replace(STRICT, prompts=()))[2]
    both = replace(STRICT, prompts=("explains", "asks"))
    assert in_force(frozen(both), declared=replace(STRICT, prompts=()))[2], (
        "the first one alone is the tool's"
    )


def test_what_was_frozen_for_another_micro_credential_does_not_count() -> None:
    assert in_force(frozen(EASY, "an-easier-one")) == (STRICT, RequirementSource.OTHER_CREDENTIAL, False)


def test_the_latest_attempt_counts() -> None:
    second = replace(frozen(STRICT), attempt=2)
    assert in_force(frozen(EASY), second)[0] == STRICT
    assert in_force(FIRST, second)[0] == STRICT


def test_an_attempt_of_the_first_edition_is_judged_without_growth() -> None:
    without_growth = replace(STRICT, growth=GrowthRole.SHOWN)
    assert in_force(FIRST) == (without_growth, RequirementSource.FIRST_EDITION, False)


def test_but_not_where_it_or_its_visits_are_newer_than_that_edition() -> None:
    late = replace(FIRST, date=date(2027, 1, 1))
    assert in_force(late) == (STRICT, RequirementSource.MICRO_CREDENTIAL, False)
    assert in_force(FIRST, visit=date(2027, 1, 1))[0] == STRICT


def test_an_attempt_of_the_second_edition_without_a_requirement_takes_nothing_for_granted() -> None:
    assert in_force(Submission(1, date(2026, 2, 2)))[0] == STRICT
