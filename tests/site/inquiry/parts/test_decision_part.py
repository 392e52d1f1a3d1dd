"""The decision, what it rests on, and what has changed since."""

from generator.model import InquiryStatus, Submission
from generator.site.inquiry.parts.decision_part import build_decision_part
from generator.site.teacher_card import AwardCard
from tests.site.inquiry.inquiries import change, inquiry, inquiry_context, week


def test_the_decision_with_requirement_and_reasons() -> None:
    context = inquiry_context(
        inquiry(
            micro_credential="visible",
            status=InquiryStatus.SUBMITTED,
            submissions=(Submission(1, week(17), {"inquiry.md": "a"}),),
            digests={"inquiry.md": "b"},
            changes=(change(), change(2, 10)),
        )
    )
    part = build_decision_part(context)
    assert part.headline == "Submitted: waiting for the first review"
    assert part.submitted == "Attempt 1, submitted on January 2, 2026."
    assert part.since == ("Changed since then: inquiry.md.",)
    assert part.requirement == context.decision.requirement != ""
    assert part.shared_changes == context.finding.shared_changes != ()
    assert part.reasons[0].startswith("Mastery")


def test_awards_stand_in_their_order() -> None:
    awards = tuple(
        AwardCard(f"ana-lopez.visible-thinking.{name}", name, "", "", "", None, holds=True)
        for name in ("visible", "other")
    )
    assert build_decision_part(inquiry_context(inquiry(), awards=awards)).awards == awards


def test_an_inquiry_shared_for_learning_has_nothing_to_decide() -> None:
    part = build_decision_part(inquiry_context(inquiry()))
    assert part.headline == "Shared for learning, not for credit"
    assert (part.credential, part.requirement, part.reasons, part.since) == (None, "", (), ())
