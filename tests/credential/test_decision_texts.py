"""What is said of a decision: where it stands, by whom, what is missing and what it would take."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.credential.decision import Decision, DecisionState
from generator.credential.decision_texts import DecisionTexts
from generator.credential.published_decision import published_decision
from generator.credential.requirement_in_force import RequirementInForce, RequirementSource
from generator.model import (
    EvaluatedSeries,
    GrowthResult,
    GrowthRole,
    Impact,
    Inquiry,
    InquiryStatus,
    Prose,
    PublishReviews,
    Recommendation,
    ReviewRole,
    Submission,
    Tool,
    Verdict,
)
from generator.runchart.replication import evaluate_requirement
from generator.words.translator import Translator
from tests.credential.reviews import (
    BOTH,
    NO,
    RISING,
    SHOWN,
    TOOL,
    TWO,
    UNMET,
    UP,
    YES,
    credential,
    decision,
    decision_with_charts,
    evaluated,
    review,
)

WORDS = Translator()
WORDS_OF = DecisionTexts(WORDS).headline


HEADLINES = [
    (decision(*BOTH, of=None), "Shared for learning, not for credit"),
    (decision(*BOTH, status=InquiryStatus.DRAFT), "Published, not submitted for review yet"),
    (decision(), "Submitted: waiting for the first review"),
    (decision(review("A", YES)), "In review: assessors are still reading"),
    (decision(review("A", YES), review("B", NO)), "In review: a third assessor decides"),
    (
        decision(review("P", role=ReviewRole.PRECHECK, recommend=Recommendation.RETURN_INCOMPLETE)),
        "Returned: something is still missing here",
    ),
    (decision(*BOTH, impact=UNMET), "Not yet: impact is still missing"),
    (decision(review("A", NO), review("B", NO)), "Not yet: mastery is still missing"),
    (decision(review("A", NO), review("B", NO), impact=UNMET), "Not yet: mastery and impact missing"),
    (decision(*BOTH), "Earned: mastery and impact both shown"),
]


@pytest.mark.parametrize(("made", "headline"), HEADLINES)
def test_where_it_stands_in_six_words(made: Decision, headline: str) -> None:
    assert DecisionTexts(WORDS).headline(made) == headline
    assert len(headline.split()) == 6


def said(
    made: Decision, *series: EvaluatedSeries, tool: Tool | None = None, translator: Translator = WORDS
) -> list[str]:
    return [
        text.replace("\N{NO-BREAK SPACE}", " ")
        for text in DecisionTexts(translator).reasons(made, series, tool)
    ]


def test_by_whom_and_when_it_was_judged() -> None:
    assert DecisionTexts(WORDS).reviewed_by(decision()) == ""
    said = DecisionTexts(WORDS).reviewed_by(decision(review("B", YES, day=9), review("A", YES, day=11)))
    assert said.replace("\N{NO-BREAK SPACE}", " ") == (
        "reviewed by Assessor B and Assessor A, last on February 11, 2026"
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
            "Assessors have yet to judge: Asks a question and Acts on it.",
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
            "The two assessors disagree on Asks a question; a third will decide.",
            ("Not yet at the passing level: Acts on it. The assessors' feedback says what would help."),
        ],
    ),
]


@pytest.mark.parametrize(("made", "sentences"), MASTERY)
def test_the_mastery_half(made: Decision, sentences: list[str]) -> None:
    assert said(made)[: len(sentences)] == sentences
    assert said(made)[len(sentences)].startswith("Impact:")


def test_the_impact_half_with_its_luck_and_what_each_class_lacks() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 4", [61] * 6)
    impact = said(decision_with_charts(*series), *series, tool=TOOL)[1:]
    assert impact[:2] == [
        "Impact: not yet met. 1 class shows “sustained improvement”; needed: 2.",
        (
            "Period 4: shift, not yet sustained. Above the earlier level (51%) on all 6 visits since "
            "September 9, 2025. It is too soon after the change to show more. 2 more visits in a row "
            "like the good ones would make it a sustained improvement."
        ),
    ]
    assert len(impact) == 2, "with 6 points after the change in one class luck cannot meet it"


def test_luck_is_said_with_its_assumption() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 4", UP)
    made = decision_with_charts(*series)
    assert made.requirement is not None
    met, *_, luck = said(made)[1:]
    assert met == "Impact: met. 2 classes show “sustained improvement”; needed: 2."
    assert luck.startswith("If nothing had changed, at most ")
    assert luck.endswith("resemble each other as in published studies).")


def test_a_requirement_of_a_shift_is_met_by_what_is_sustained_and_has_its_own_luck() -> None:
    shift = Impact(Verdict.SHIFT_NOT_YET_SUSTAINED, classes=2, growth=GrowthRole.SHOWN)
    series = evaluated("Period 2", UP), evaluated("Period 4", [61] * 6)
    met, *_, luck = said(decision_with_charts(*series, impact=shift))[1:]
    assert met == "Impact: met. 2 classes show “a shift (sustained or not yet)”; needed: 2."
    assert luck.startswith("If nothing had changed, at most 2 in 1,000")


GROWTH = GrowthResult("explains", ("Period 2", "Period 4"), 0.3, 4.0, -2.0, 10.0, 0.1)
CLEAR, UNKNOWN = replace(GROWTH, p=0.012), GrowthResult("explains")


def with_growth(
    role: GrowthRole, *growth: GrowthResult, prompts: tuple[str, ...] = ("explains",)
) -> Decision:
    """Two classes with a sustained improvement of each listed prompt."""
    series = [evaluated(name, UP, prompt) for name in ("Period 2", "Period 4") for prompt in prompts]
    impact = Impact(prompts=prompts, classes=2, growth=role)
    return decision(*BOTH, impact=evaluate_requirement(series, impact, "explains", growth))


NOT_SEPARABLE = (
    "Better than before, and it has lasted. But steady growth that was already under way would explain these "
    "visits as well. More visits before the change, another class, or starts further apart can tell them "
    "apart. This says nothing against the change."
)


def test_more_than_steady_growth_is_said_with_its_p() -> None:
    made = with_growth(GrowthRole.REQUIRED, CLEAR)
    assert WORDS_OF(made) == "Earned: mastery and impact both shown"
    assert said(made)[2] == (
        "More than steady growth: in all classes together, a change at the start fits better than the "
        "straight line each class was on (p = 0.012)."
    )


def test_an_improvement_that_is_not_separable_from_growth_is_a_state_of_its_own() -> None:
    made = with_growth(GrowthRole.REQUIRED, GROWTH)
    assert (made.state, made.impact_met) == (DecisionState.NOT_YET_EARNED, False)
    assert WORDS_OF(made) == "Improvement, not separable from growth"
    assert said(made)[1:3] == [
        "Impact: improvement, not separable from growth. 2 classes show “sustained improvement”; needed: 2.",
        NOT_SEPARABLE,
    ]


def test_too_few_visits_to_compare_do_not_meet_it() -> None:
    for made in (with_growth(GrowthRole.REQUIRED, UNKNOWN), with_growth(GrowthRole.REQUIRED)):
        assert WORDS_OF(made) == "Not yet: impact is still missing"
        assert said(made)[2] == "Too few visits, or too little variation, to compare with steady growth."


def test_growth_that_is_only_shown_decides_nothing() -> None:
    made = with_growth(GrowthRole.SHOWN, GROWTH)
    assert made.state is DecisionState.EARNED
    assert said(made)[2:4] == [
        NOT_SEPARABLE,
        "The comparison with steady growth is shown here and decides nothing.",
    ]


def test_each_prompt_has_its_own_comparison() -> None:
    made = with_growth(
        GrowthRole.REQUIRED, replace(GROWTH, prompt="asks"), CLEAR, prompts=("explains", "asks")
    )
    assert WORDS_OF(made) == "Improvement, not separable from growth"
    told = said(made, tool=TOOL)
    assert told[2].startswith("“Explains own thinking”: More than steady growth")
    assert told[3].startswith("“Asks”: Better than before, and it has lasted. But")


def test_growth_is_not_spoken_of_before_enough_classes_have_the_verdict() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 4", [50, 51] * 4)
    impact = Impact(prompts=("explains",), classes=2)
    made = decision(*BOTH, impact=evaluate_requirement(series, impact, "explains", (GROWTH,)))
    assert not any("growth" in sentence for sentence in said(made))


def test_several_prompts_are_told_apart() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 2", [50, 51] * 4, "asks")
    made = decision_with_charts(*series, impact=replace(SHOWN, prompts=("explains", "asks"), classes=1))
    assert said(made, *series, tool=TOOL)[2].startswith("Period 2, “Asks”: no signal. 4 of the 8 visits")
    assert said(made)[2] == "Period 2, “asks”: no signal."


def test_a_flagged_baseline_is_never_hidden() -> None:
    series = evaluated("Period 2", UP, before=RISING), evaluated("Period 4", UP)
    assert said(decision_with_charts(*series))[-1] == (
        "In Period 2 the baseline may already have been improving before the change; take this into account."
    )


def test_without_data_the_impact_half_says_so() -> None:
    assert said(decision(impact=None))[-1] == "Impact: no data have been collected yet."


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
        "Assessor A recommends granting it (February 1, 2026).",
        "Pre-check finds that something is missing (February 3, 2026). No data yet.",
    ]


def test_reasons_in_spanish() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 4", [61] * 6)
    text = " ".join(said(decision_with_charts(*series), *series, tool=TOOL, translator=Translator("es")))
    assert "Dominio: cumplido." in text and "Impacto: aún no cumplido." in text
    assert "mastery" not in text.casefold() and "median " not in text


def unpublished(made: Decision) -> Decision:
    return published_decision(made, PublishReviews.WHEN_EARNED)


def test_before_reviews_are_published_it_is_in_review_and_impact_is_so_far() -> None:
    made = unpublished(decision(review("A", NO), review("B", NO), impact=UNMET))
    assert WORDS_OF(made) == "In review"
    assert said(made)[0] == "Impact so far: 0 classes show “sustained improvement”; needed: 1."


def test_a_status_alone_is_no_submission() -> None:
    assert WORDS_OF(decision(attempts=0)) == "Marked as submitted, but nothing was submitted"


def test_that_an_improvement_has_lasted_is_said_only_where_that_was_asked_for() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 4", [61] * 6)
    shift = Impact(Verdict.SHIFT_NOT_YET_SUSTAINED, ("explains",), 2, GrowthRole.REQUIRED)
    made = decision(*BOTH, impact=evaluate_requirement(series, shift, "explains", (GROWTH,)))
    assert said(made)[2].startswith("Better than before. But steady growth")


def test_without_the_tool_a_class_is_told_its_verdict_only() -> None:
    series = evaluated("Period 2", UP), evaluated("Period 4", [61] * 6)
    assert "Period 4: shift, not yet sustained." in said(decision_with_charts(*series), *series)


def test_feedback_stands_beside_a_return_and_nowhere_else() -> None:
    made = decision(
        review(
            "P",
            role=ReviewRole.PRECHECK,
            recommend=Recommendation.RETURN_INCOMPLETE,
            feedback="  No data yet. ",
        ),
        review("A", YES, recommend=Recommendation.GRANT, feedback="Well done.", day=3),
    )
    assert said(made)[-2:] == [
        "Pre-check P finds that something is missing (February 1, 2026). No data yet.",
        "Assessor A recommends granting it (February 3, 2026).",
    ]


# -------------------------------------------------------------- what was submitted, and what is there

DAY = date(2026, 2, 2)
KEPT = {"inquiry.md": "a" * 64}


@pytest.mark.parametrize(
    ("submissions", "now", "expected"),
    [
        ((), {}, False),
        ((Submission(2, DAY),), KEPT, False),  # nothing was kept to compare with
        ((Submission(2, DAY, KEPT),), KEPT, False),
        ((Submission(2, DAY, KEPT),), {"inquiry.md": "b" * 64}, True),
    ],
)
def test_a_change_since_the_submission_is_said_with_the_attempt(
    submissions: tuple[Submission, ...], now: dict[str, str], expected: bool
) -> None:
    inquiry = Inquiry("i", "t", "T", Prose("", ""), submissions=submissions, digests=now)
    text = DecisionTexts(WORDS).changed_since_submission(inquiry)
    assert text.startswith("This has changed since attempt 2 was submitted") if expected else text == ""


@pytest.mark.parametrize(
    ("source", "declared", "words"),
    [
        (RequirementSource.SUBMISSION, Impact(), "As it stood when submitted on February 2, 2026."),
        (RequirementSource.SUBMISSION, Impact(classes=1), "asks for something else today"),
        (RequirementSource.FIRST_EDITION, Impact(), "under the first edition of the rules"),
        (RequirementSource.OTHER_CREDENTIAL, Impact(), "was for another micro-credential"),
    ],
)
def test_since_when_a_requirement_counts(source: RequirementSource, declared: Impact, words: str) -> None:
    text = requirement_source(source, declared)
    assert words in text and "February 2, 2026" in text


def test_what_was_never_frozen_and_growth_that_is_not_asked_for_need_no_words() -> None:
    assert requirement_source(RequirementSource.MICRO_CREDENTIAL, Impact()) == ""
    assert requirement_source(RequirementSource.FIRST_EDITION, SHOWN) == ""


def requirement_source(source: RequirementSource, declared: Impact) -> str:
    micro = replace(credential(), impact=declared)
    in_force = RequirementInForce(Impact(), micro.mastery, source, micro)
    return DecisionTexts(WORDS).requirement_source(in_force, DAY).replace("\N{NO-BREAK SPACE}", " ")
