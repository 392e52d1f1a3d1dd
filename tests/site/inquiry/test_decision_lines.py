"""The lines on the decision that several parts of the page show."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from generator.model import (
    CriterionJudgement,
    FrozenRequirement,
    GrowthRole,
    Impact,
    InquiryStatus,
    MicroCredential,
    Program,
    Prose,
    Review,
    RulesEdition,
    Submission,
)
from generator.site.inquiry.decision_lines import DecisionLines
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import AwardCard
from tests.site.inquiry.inquiries import CREDENTIAL, PROGRAM, TOOL, inquiry, inquiry_context, week

REVIEWS = tuple(
    Review(name, week(20), name, attempt=1, criteria={"question": CriterionJudgement("demonstrated")})
    for name in "AB"
)
FIRST_EDITION = (Submission(1, date(2026, 1, 9), rules=RulesEdition.FIRST),)
SUBMITTED: dict[str, Any] = {
    "micro_credential": "visible",
    "status": InquiryStatus.SUBMITTED,
    "submissions": FIRST_EDITION,
}
AWARD = AwardCard("ana-lopez.visible-thinking.visible", "visible", "", "", "", week(21), holds=True)


def lines(program: Program = PROGRAM, awards: tuple[AwardCard, ...] = (), **fields: Any) -> DecisionLines:
    return inquiry_context(inquiry(**fields), program, awards=awards).decision


def requiring(impact: Impact) -> Program:
    credential = MicroCredential("visible", "Visible thinking", Prose("", ""), impact=impact)
    return Program("Maple Grove", tools={TOOL.id: TOOL}, micro_credentials={"visible": credential})


def test_the_headline_is_where_the_decision_stands() -> None:
    assert lines().headline == "Shared for learning, not for credit"
    typed = {**SUBMITTED, "submissions": ()}
    assert lines(**typed).headline == "Marked as submitted, but nothing was submitted"
    assert lines(**SUBMITTED).headline == "Submitted: waiting for the first review"
    assert lines(awards=(AWARD,), **SUBMITTED, reviews=REVIEWS).headline == (
        "Earned: mastery and impact both shown"
    )


def test_earned_without_an_award_says_so() -> None:
    revoked_elsewhere = AwardCard("ana-lopez.visible-thinking.other", "other", "", "", "", None, holds=True)
    invalid = AwardCard(AWARD.name, "visible", "", "", "", None, holds=False)
    for awards in ((), (revoked_elsewhere,), (invalid,)):
        assert lines(awards=awards, **SUBMITTED, reviews=REVIEWS).headline == (
            "Earned: mastery and impact both shown; not yet awarded by the issuer"
        )


def test_an_award_that_was_taken_back_is_the_headline() -> None:
    taken_back = AwardCard(AWARD.name, "visible", "", "", "", None, holds=False, revoked=True)
    other = AwardCard("ana-lopez.visible-thinking.other", "other", "", "", "", None, False, revoked=True)
    earned = {**SUBMITTED, "reviews": REVIEWS}
    assert lines(awards=(taken_back,), **earned).headline == "Earned, then revoked by its issuer"
    assert lines(awards=(AWARD, other), **earned).headline == "Earned: mastery and impact both shown"


def test_who_reviewed_and_when_only_after_the_first_review() -> None:
    assert lines(**SUBMITTED).reviewed == ""
    assert lines(**SUBMITTED, reviews=REVIEWS).reviewed == (
        "reviewed by Assessor A and Assessor B, last on January 23, 2026"
    )


def test_the_latest_attempt_and_its_day() -> None:
    assert lines().submitted == ""
    attempts = (Submission(2, week(18)), Submission(1, week(9)))
    assert lines(submissions=attempts).submitted == "Attempt 2, submitted on January 9, 2026."


def test_the_micro_credential_is_linked_where_there_is_one() -> None:
    assert lines().credential is None
    assert lines(micro_credential="visible").credential == Link(
        CREDENTIAL.title, "micro-credentials/visible/"
    )


def test_the_requirement_names_its_prompts_or_the_first_of_the_tool() -> None:
    named = requiring(Impact(prompts=("asks", "gone"), classes=2))
    assert lines(named, micro_credential="visible").requirement == (
        "In at least 2 classes: sustained improvement of “Asks a question” and “gone”. "
        "For each of them, the improvement must be more than steady growth, in all classes together."
    )
    assert lines(requiring(Impact(classes=1)), micro_credential="visible").requirement == (
        "In at least 1 class: sustained improvement of “Explains own thinking”. "
        "The improvement must be more than steady growth, in all classes together."
    )


def test_the_requirement_that_counts_says_where_it_comes_from() -> None:
    shown = Impact(prompts=("explains",), classes=1, growth=GrowthRole.SHOWN)
    required = replace(shown, growth=GrowthRole.REQUIRED)
    asked = "In at least 1 class: sustained improvement of “Explains own thinking”."
    assert lines(requiring(shown), micro_credential="visible").requirement == asked
    told = lines(requiring(required), micro_credential="visible", submissions=FIRST_EDITION).requirement
    assert told == (
        f"{asked} Submitted on January 9, 2026 under the first edition of the rules, which did not ask for "
        "more than steady growth, so it is judged without it."
    )
    frozen = (Submission(1, date(2026, 1, 9), requirement=FrozenRequirement("visible", required)),)
    told = lines(requiring(shown), micro_credential="visible", submissions=frozen).requirement
    assert told == (
        f"{asked} The improvement must be more than steady growth, in all classes together. "
        "Judged by the requirement and rubric as they stood when submitted on January 9, 2026; "
        "the micro-credential asks for something else today."
    )


def test_without_a_micro_credential_or_a_prompt_nothing_is_required() -> None:
    assert lines().requirement == ""
    assert lines(micro_credential="visible", tool="").requirement == ""


def test_the_reasons_say_both_halves() -> None:
    mastery, waiting, impact, *_ = lines(**SUBMITTED).reasons
    assert mastery.startswith("Mastery: not yet met.")
    assert waiting == "Assessors have yet to judge: Asks a question."
    assert impact.startswith("Impact: met.")
