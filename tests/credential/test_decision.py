"""The decision: mastery from the assessors, impact from the run charts, both computed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.credential.decision import (
    CriterionResult,
    Decision,
    DecisionState,
    decision_json,
    requirement_json,
)
from generator.model import (
    InquiryStatus,
    Recommendation,
    ReviewRole,
)
from generator.runchart.replication import evaluate_requirement
from tests.credential.reviews import (
    BOTH,
    NO,
    QUESTION,
    SHOWN,
    TWO,
    UNMET,
    UP,
    YES,
    credential,
    decision,
    evaluated,
    requirement,
    review,
)


def question(made: Decision) -> CriterionResult:
    return next(one for one in made.criteria if one.criterion is QUESTION)


STATES: dict[str, tuple[Decision, DecisionState]] = {
    "without a micro-credential": (
        decision(*BOTH, of=None),
        DecisionState.SHARED,
    ),
    "a draft, even with reviews": (
        decision(*BOTH, status=InquiryStatus.DRAFT),
        DecisionState.DRAFT,
    ),
    "nobody has reviewed": (decision(), DecisionState.SUBMITTED),
    "only a pre-check": (
        decision(review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.GRANT)),
        DecisionState.SUBMITTED,
    ),
    "one of two": (
        decision(review("A", YES)),
        DecisionState.IN_REVIEW,
    ),
    "they differ": (
        decision(review("A", YES), review("B", NO)),
        DecisionState.IN_REVIEW,
    ),
    "returned by the pre-check": (
        decision(*BOTH, review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.RETURN_INCOMPLETE)),
        DecisionState.INCOMPLETE,
    ),
    "returned by the approver": (
        decision(*BOTH, review("Q", role=ReviewRole.APPROVER, recommend=Recommendation.RETURN_INCOMPLETE)),
        DecisionState.INCOMPLETE,
    ),
    "both halves": (decision(*BOTH), DecisionState.EARNED),
    "no impact": (
        decision(*BOTH, impact=UNMET),
        DecisionState.NOT_YET_EARNED,
    ),
    "no data": (
        decision(*BOTH, impact=None),
        DecisionState.NOT_YET_EARNED,
    ),
    "no mastery": (
        decision(review("A", NO), review("B", NO)),
        DecisionState.NOT_YET_EARNED,
    ),
    "neither": (
        decision(review("A", NO), review("B", NO), impact=UNMET),
        DecisionState.NOT_YET_EARNED,
    ),
    "a rubric without criteria is never met": (
        decision(review("A"), of=credential()),
        DecisionState.NOT_YET_EARNED,
    ),
}


@pytest.mark.parametrize("case", STATES)
def test_where_it_stands(case: str) -> None:
    made, state = STATES[case]
    assert made.state is state


Y, N = True, False
VOTES = [
    # how many assessors, their votes in order -> met, split, missing
    (1, [], N, N, 1),
    (1, [Y], Y, N, 0),
    (1, [N], N, N, 0),
    (1, [Y, N], N, Y, 1),
    (2, [], N, N, 2),
    (2, [Y], N, N, 1),
    (2, [Y, Y], Y, N, 0),
    (2, [N, N], N, N, 0),
    (2, [Y, N], N, Y, 1),
    (2, [N, Y, Y], Y, N, 0),
    (2, [Y, N, N], N, N, 0),
    (2, [Y, Y, N], Y, N, 0),
    (2, [Y, N, N, Y], N, Y, 1),
    (3, [Y, N], N, N, 1),
    (3, [Y, Y, Y], Y, N, 0),
    (3, [Y, N, Y], N, Y, 1),
    (3, [Y, N, Y, Y], Y, N, 0),
    (3, [Y, N, Y, N], N, Y, 1),
]


@pytest.mark.parametrize(("assessors", "votes", "met", "split", "missing"), VOTES)
def test_votes_on_a_criterion(
    assessors: int, votes: list[bool], met: bool, split: bool, missing: int
) -> None:
    cast = [review(chr(65 + i), YES if vote else NO, day=i + 1) for i, vote in enumerate(votes)]
    made = decision(*cast, of=credential(QUESTION, assessors=assessors))
    one = question(made)
    assert (one.met, one.assessors_differ, one.votes_missing) == (met, split, missing)
    assert [vote.passes for vote in one.votes] == votes
    assert made.third_assessor_needed is split


def test_a_level_above_the_passing_one_passes_too() -> None:
    assert question(decision(review("A", "exemplary"), review("B", YES))).met


def test_a_level_that_the_rubric_does_not_have_is_no_vote() -> None:
    assert question(decision(review("A", "brilliant"), review("B", YES))).votes_missing == 1


@pytest.mark.parametrize("again", ["A", "a", " A "])
def test_one_assessor_counts_once_with_her_latest_word(again: str) -> None:
    made = decision(review(again, YES, day=9), review("A", NO, day=2))
    (vote,) = question(made).votes
    assert (vote.passes, vote.review_id, vote.date) == (True, f"assessor-{again}-9".lower(), date(2026, 2, 9))
    assert made.state is DecisionState.IN_REVIEW


def test_an_assessor_may_judge_criterion_by_criterion() -> None:
    made = decision(
        review("A", levels={"question": YES}, day=1),
        review("A", levels={"action": YES}, day=2),
        review("B", levels={"question": YES, "action": YES}),
        of=TWO,
    )
    assert made.state is DecisionState.EARNED


def test_a_criterion_that_nobody_judged_keeps_it_in_review() -> None:
    made = decision(*BOTH, of=TWO)
    assert [(one.met, one.votes_missing) for one in made.criteria] == [(True, 0), (False, 2)]
    assert (made.state, made.mastery_met) == (DecisionState.IN_REVIEW, False)


def test_as_many_assessors_are_missing_as_the_criterion_with_the_fewest_needs() -> None:
    assert decision(*BOTH, of=TWO).reviews_missing == 2
    assert decision(review("A", YES)).reviews_missing == 1
    assert decision(of=credential()).reviews_missing == 0


@pytest.mark.parametrize("role", [ReviewRole.PRECHECK, ReviewRole.APPROVER])
def test_only_assessors_vote(role: ReviewRole) -> None:
    made = decision(review("A", YES), review("P", YES, role=role))
    assert [vote.assessor for vote in question(made).votes] == ["A"]


def test_an_assessor_cannot_return_it() -> None:
    assert (
        decision(review("A", YES, recommend=Recommendation.RETURN_INCOMPLETE)).state
        is DecisionState.IN_REVIEW
    )


def test_the_latest_word_of_the_pre_check_counts() -> None:
    returned = review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.RETURN_INCOMPLETE, day=2)
    taken_back = review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.GRANT, day=3)
    assert decision(returned, taken_back).state is DecisionState.SUBMITTED
    assert decision(taken_back, returned).state is DecisionState.SUBMITTED


ATTEMPTS = [
    # submissions, attempts that A's and B's reviews name -> attempt, state
    (1, (None, None), 1, DecisionState.SUBMITTED),
    (1, (1, 1), 1, DecisionState.EARNED),
    (1, (1, None), 1, DecisionState.IN_REVIEW),
    (2, (1, 1), 2, DecisionState.SUBMITTED),
    (2, (1, 2), 2, DecisionState.IN_REVIEW),
    (2, (2, 2), 2, DecisionState.EARNED),
]


@pytest.mark.parametrize(("attempts", "named", "attempt", "state"), ATTEMPTS)
def test_only_reviews_of_the_latest_attempt_count(
    attempts: int, named: tuple[int | None, int | None], attempt: int, state: DecisionState
) -> None:
    first, second = named
    made = decision(review("A", YES, attempt=first), review("B", YES, attempt=second), attempts=attempts)
    assert (made.attempt, made.state) == (attempt, state)


def test_a_return_of_an_earlier_attempt_is_over() -> None:
    returned = review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.RETURN_INCOMPLETE, attempt=1)
    again = (review("A", YES, attempt=2), review("B", YES, attempt=2))
    assert decision(returned, *again, attempts=2).state is DecisionState.EARNED


def test_a_status_that_was_typed_is_no_submission() -> None:
    made = decision(*BOTH, attempts=0)
    assert (made.attempt, made.state, made.reviews) == (None, DecisionState.SUBMITTED, ())


def test_a_draft_that_was_never_submitted_has_no_attempt() -> None:
    assert decision(status=InquiryStatus.DRAFT, attempts=0).attempt is None


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([YES, NO]), st.integers(1, 28)), max_size=6),
    st.integers(1, 3),
    st.booleans(),
)
def test_decisions_hang_together(cast: list[tuple[str, str, int]], assessors: int, impact: bool) -> None:
    reviews = [review(who, level, day=day) for who, level, day in cast]
    made = decision(*reviews, of=credential(QUESTION, assessors=assessors), impact=requirement(impact))
    assert made == decision(
        *reversed(reviews), of=credential(QUESTION, assessors=assessors), impact=requirement(impact)
    ) or len({one.id for one in reviews}) < len(reviews)
    one = question(made)
    for_it = sum(vote.passes for vote in one.votes)
    assert (made.state is DecisionState.EARNED) == (impact and one.met)
    assert not one.met or (for_it >= assessors and 2 * for_it > len(one.votes))
    assert (made.state is DecisionState.NOT_YET_EARNED) <= (one.votes_missing == 0)


# ------------------------------------------------------------------------------- for findings.json


def test_the_requirement_as_data() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 4", [61] * 6)
    required = evaluate_requirement(series, SHOWN, "explains", ())
    entry = requirement_json(required)
    classes = entry.pop("classes")
    assert entry == {
        "verdict": "sustained_improvement",
        "prompts": ["explains"],
        "classes_needed": 2,
        "classes_met": 1,
        "growth": "shown",
        "state": required.state,
        "met": False,
        "by_luck": required.by_luck,
    }
    assert classes == [
        {
            "class": "Period 2",
            "verdicts": {"explains": "sustained_improvement"},
            "met": True,
            "by_luck": pytest.approx(series[0].finding.by_luck),
            "baseline_rising": False,
        },
        {
            "class": "Period 4",
            "verdicts": {"explains": "shift_not_yet_sustained"},
            "met": False,
            "by_luck": pytest.approx(series[1].finding.by_luck),
            "baseline_rising": False,
        },
    ]


def test_the_decision_as_data() -> None:
    assert decision_json(decision(review("A", YES), review("B", NO))) == {
        "state": "in_review",
        "attempt": 1,
        "mastery": False,
        "impact": True,
        "criteria": [{"id": "question", "met": False, "missing": 1, "third_asked": True}],
    }
