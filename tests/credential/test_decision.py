"""The decision: mastery from the assessors, impact from the run charts, both computed."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.credential.decision import (
    CriterionResult,
    Decision,
    DecisionState,
    decide,
    decision_json,
    requirement_json,
)
from generator.credential.decision_texts import DecisionTexts
from generator.model import (
    Criterion,
    CriterionJudgement,
    EvaluatedSeries,
    Impact,
    Inquiry,
    InquiryStatus,
    Mastery,
    MicroCredential,
    Point,
    Prompt,
    Prose,
    Recommendation,
    Review,
    ReviewRole,
    Series,
    Submission,
    Tool,
    Verdict,
)
from generator.runchart.replication import ClassResult, RequirementResult, evaluate_requirement
from generator.runchart.verdict import evaluate_series
from generator.words.translator import Translator

WORDS = Translator()
QUESTION, ACTION = Criterion("question", "Asks a question"), Criterion("action", "Acts on it")
YES, NO = "demonstrated", "not yet"


def credential(*criteria: Criterion, assessors: int = 2) -> MicroCredential:
    rubric = Mastery(levels=(NO, YES, "exemplary"), passing=YES, assessors=assessors, criteria=criteria)
    return MicroCredential("visible", "Visible thinking", Prose("", ""), mastery=rubric)


ONE, TWO = credential(QUESTION), credential(QUESTION, ACTION)


def review(
    assessor: str,
    level: str = "",
    *,
    levels: Mapping[str, str] | None = None,
    day: int = 1,
    attempt: int | None = None,
    role: ReviewRole = ReviewRole.ASSESSOR,
    recommend: Recommendation = Recommendation.NONE,
    feedback: str = "",
) -> Review:
    judged = {QUESTION.id: level} if level else levels or {}
    return Review(
        id=f"{role}-{assessor}-{day}".lower(),
        date=date(2026, 2, day),
        assessor=assessor,
        role=role,
        attempt=attempt,
        criteria={criterion: CriterionJudgement(given) for criterion, given in judged.items()},
        recommend=recommend,
        feedback=feedback,
    )


def standing(met: bool, by_luck: float = 0.01) -> RequirementResult:
    verdict = Verdict.SUSTAINED_IMPROVEMENT if met else Verdict.NO_SIGNAL
    one = ClassResult("period-2", "Period 2", (("explains", verdict),), met, by_luck, False)
    return RequirementResult(Verdict.SUSTAINED_IMPROVEMENT, ("explains",), 1, (one,), by_luck)


MET, UNMET = standing(True), standing(False)


def decision(
    *reviews: Review,
    of: MicroCredential | None = ONE,
    impact: RequirementResult | None = MET,
    status: InquiryStatus = InquiryStatus.SUBMITTED,
    attempts: int = 0,
) -> Decision:
    frozen = tuple(Submission(number, date(2026, 1, number)) for number in range(1, attempts + 1))
    inquiry = Inquiry("i", "t", "T", Prose("", ""), status=status, submissions=frozen, reviews=reviews)
    return decide(inquiry, of, impact)


def question(made: Decision) -> CriterionResult:
    return next(one for one in made.criteria if one.criterion is QUESTION)


BOTH = (review("A", YES), review("B", YES))
STATES: dict[str, tuple[Decision, DecisionState, str]] = {
    "without a micro-credential": (
        decision(*BOTH, of=None),
        DecisionState.SHARED,
        "Shared for learning, not for credit",
    ),
    "a draft, even with reviews": (
        decision(*BOTH, status=InquiryStatus.DRAFT),
        DecisionState.DRAFT,
        "Published, not submitted for review yet",
    ),
    "nobody has reviewed": (decision(), DecisionState.SUBMITTED, "Submitted: waiting for the first review"),
    "only a pre-check": (
        decision(review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.GRANT)),
        DecisionState.SUBMITTED,
        "Submitted: waiting for the first review",
    ),
    "one of two": (
        decision(review("A", YES)),
        DecisionState.IN_REVIEW,
        "In review: assessors are still reading",
    ),
    "they differ": (
        decision(review("A", YES), review("B", NO)),
        DecisionState.IN_REVIEW,
        "In review: a third assessor decides",
    ),
    "returned by the pre-check": (
        decision(*BOTH, review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.RETURN_INCOMPLETE)),
        DecisionState.INCOMPLETE,
        "Returned: something is still missing here",
    ),
    "returned by the approver": (
        decision(*BOTH, review("Q", role=ReviewRole.APPROVER, recommend=Recommendation.RETURN_INCOMPLETE)),
        DecisionState.INCOMPLETE,
        "Returned: something is still missing here",
    ),
    "both halves": (decision(*BOTH), DecisionState.EARNED, "Earned: mastery and impact both shown"),
    "no impact": (
        decision(*BOTH, impact=UNMET),
        DecisionState.NOT_YET_EARNED,
        "Not yet: impact is still missing",
    ),
    "no data": (
        decision(*BOTH, impact=None),
        DecisionState.NOT_YET_EARNED,
        "Not yet: impact is still missing",
    ),
    "no mastery": (
        decision(review("A", NO), review("B", NO)),
        DecisionState.NOT_YET_EARNED,
        "Not yet: mastery is still missing",
    ),
    "neither": (
        decision(review("A", NO), review("B", NO), impact=UNMET),
        DecisionState.NOT_YET_EARNED,
        "Not yet: mastery and impact missing",
    ),
    "a rubric without criteria is never met": (
        decision(review("A"), of=credential()),
        DecisionState.NOT_YET_EARNED,
        "Not yet: mastery is still missing",
    ),
}


@pytest.mark.parametrize("case", STATES)
def test_where_it_stands_and_in_six_words(case: str) -> None:
    made, state, translator = STATES[case]
    assert made.state is state
    assert DecisionTexts(WORDS).headline(made) == translator
    assert len(translator.split()) == 6


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


def test_reviews_without_a_name_are_told_apart_by_their_files() -> None:
    assert len(question(decision(review("", YES, day=1), review("", YES, day=2))).votes) == 2


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


@pytest.mark.parametrize("role", ["precheck", "approver"])
def test_only_assessors_vote(role: str) -> None:
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
    (0, (None, None), 1, DecisionState.EARNED),
    (0, (1, 1), 1, DecisionState.EARNED),
    (1, (1, None), 1, DecisionState.EARNED),
    (2, (1, 1), 2, DecisionState.SUBMITTED),
    (2, (1, 2), 2, DecisionState.IN_REVIEW),
    (2, (2, None), 2, DecisionState.EARNED),
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
    assert decision(returned, *BOTH, attempts=2).state is DecisionState.EARNED


def test_a_draft_that_was_never_submitted_has_no_attempt() -> None:
    assert decision(status=InquiryStatus.DRAFT).attempt is None


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([YES, NO]), st.integers(1, 28)), max_size=6),
    st.integers(1, 3),
    st.booleans(),
)
def test_decisions_hang_together(cast: list[tuple[str, str, int]], assessors: int, impact: bool) -> None:
    reviews = [review(who, level, day=day) for who, level, day in cast]
    made = decision(*reviews, of=credential(QUESTION, assessors=assessors), impact=standing(impact))
    assert made == decision(
        *reversed(reviews), of=credential(QUESTION, assessors=assessors), impact=standing(impact)
    ) or len({one.id for one in reviews}) < len(reviews)
    one = question(made)
    for_it = sum(vote.passes for vote in one.votes)
    assert (made.state is DecisionState.EARNED) == (impact and one.met)
    assert not one.met or (for_it >= assessors and 2 * for_it > len(one.votes))
    assert (made.state is DecisionState.NOT_YET_EARNED) <= (one.votes_missing == 0)


# ------------------------------------------------------------------------------------- in sentences


TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks")))
BASELINE, UP = [52, 48, 55, 50, 47, 53, 51, 49], [61] * 8
RISING = [40, 42, 41, 44, 46, 45, 48, 50]


def judged(
    name: str, after: list[int], prompt: str = "explains", before: list[int] = BASELINE
) -> EvaluatedSeries:
    points = tuple(Point(row, date(2025, 9, row), value) for row, value in enumerate(before + after, start=1))
    return evaluate_series(
        Series(name.lower().replace(" ", "-"), name, prompt, points, baseline=len(before), change=1)
    )


def said(
    made: Decision, *series: EvaluatedSeries, tool: Tool | None = None, translator: Translator = WORDS
) -> list[str]:
    return [
        text.replace("\N{NO-BREAK SPACE}", " ")
        for text in DecisionTexts(translator).reasons(made, series, tool)
    ]


def with_charts(*series: EvaluatedSeries, impact: Impact | None = None) -> Decision:
    return decision(*BOTH, impact=evaluate_requirement(series, impact or Impact(), "explains"))


def test_by_whom_and_when_it_was_judged() -> None:
    assert DecisionTexts(WORDS).reviewed_by(decision()) == ""
    said = DecisionTexts(WORDS).reviewed_by(decision(review("B", YES, day=9), review("A", YES, day=11)))
    assert said.replace("\N{NO-BREAK SPACE}", " ") == (
        "reviewed by Assessor B and Assessor A, last on 11 February 2026"
    )


def test_what_is_shared_for_learning_needs_no_reasons() -> None:
    assert DecisionTexts(WORDS).reasons(decision(of=None)) == ()


MASTERY = [
    (decision(*BOTH), ["Mastery: met. Its one criterion is met."]),
    (
        decision(of=credential()),
        ["Mastery: the micro-credential names no criteria, so it cannot be met yet."],
    ),
    (
        decision(of=TWO),
        [
            "Mastery: not yet met. Criteria met: 0 of 2.",
            "Still to be judged by assessors: Asks a question and Acts on it.",
        ],
    ),
    (
        decision(
            review("A", levels={"question": YES, "action": NO}),
            review("B", levels={"question": NO, "action": NO}),
            of=TWO,
        ),
        [
            "Mastery: not yet met. Criteria met: 0 of 2.",
            "The assessors differ, so one more is asked: Asks a question.",
            ("Not yet at the level that passes: Acts on it. The assessors' feedback says what would help."),
        ],
    ),
]


@pytest.mark.parametrize(("made", "sentences"), MASTERY)
def test_the_mastery_half(made: Decision, sentences: list[str]) -> None:
    assert said(made)[: len(sentences)] == sentences
    assert said(made)[len(sentences)].startswith("Impact:")


def test_the_impact_half_with_its_luck_and_what_each_class_lacks() -> None:
    series = judged("Period 2", UP), judged("Period 4", [61] * 6)
    impact = said(with_charts(*series), *series, tool=TOOL)[1:]
    assert impact[:2] == [
        "Impact: not yet met. 1 class shows “sustained improvement”; needed: 2.",
        (
            "Period 4: a shift, not yet sustained. A shift above the baseline's median of 51 % began. "
            "So soon after the change nothing more can be shown. "
            "2 more points on the good side, one after another, would make it a sustained improvement."
        ),
    ]
    assert len(impact) == 2, "with 6 points after the change in one class luck cannot meet it"


def test_luck_is_said_with_its_assumption() -> None:
    series = judged("Period 2", UP), judged("Period 4", UP)
    made = with_charts(*series)
    assert made.requirement is not None
    met, luck = said(made)[1:]
    assert met == "Impact: met. 2 classes show “sustained improvement”; needed: 2."
    assert luck.startswith("By luck alone, with no change at all, this requirement would be met in less than")
    assert luck.endswith("(each chart's own chance, the classes taken as independent).")


def test_several_prompts_are_told_apart() -> None:
    series = judged("Period 2", UP), judged("Period 2", [50, 51] * 4, "asks")
    made = with_charts(*series, impact=Impact(prompts=("explains", "asks"), classes=1))
    assert said(made, *series, tool=TOOL)[2].startswith("Period 2, “Asks”: no signal. 4 of 8 points")
    assert said(made)[2] == "Period 2, “asks”: no signal."


def test_a_flagged_baseline_is_never_hidden() -> None:
    series = judged("Period 2", UP, before=RISING), judged("Period 4", UP)
    assert said(with_charts(*series))[-1] == (
        "In Period 2 the baseline was already getting better before the change; weigh this."
    )


def test_without_data_the_impact_half_says_so() -> None:
    assert said(decision(impact=None))[-1] == "Impact: no data have been collected for it yet."


def test_recommendations_are_shown() -> None:
    made = decision(
        review("A", YES, recommend=Recommendation.GRANT),
        review(
            "",
            role=ReviewRole.PRECHECK,
            recommend=Recommendation.RETURN_INCOMPLETE,
            day=3,
            feedback="No data yet.",
        ),
    )
    assert said(made)[-2:] == [
        "Assessor A recommends to grant it (1 February 2026).",
        "Pre-check finds that something is missing (3 February 2026). No data yet.",
    ]


def test_reasons_in_spanish() -> None:
    series = judged("Period 2", UP), judged("Period 4", [61] * 6)
    text = " ".join(said(with_charts(*series), *series, tool=TOOL, translator=Translator("es")))
    assert "Dominio: cumplido." in text and "Impacto: aún no cumplido." in text
    assert "mastery" not in text.casefold() and "median " not in text


# ------------------------------------------------------------------------------- for findings.json


def test_the_requirement_as_data() -> None:
    series = judged("Period 2", UP), judged("Period 4", [61] * 6)
    entry = requirement_json(evaluate_requirement(series, Impact(), "explains"))
    assert {key: entry[key] for key in ("verdict", "prompts", "classes_needed", "classes_met", "met")} == {
        "verdict": "sustained_improvement",
        "prompts": ["explains"],
        "classes_needed": 2,
        "classes_met": 1,
        "met": False,
    }
    assert entry["classes"] == [
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
