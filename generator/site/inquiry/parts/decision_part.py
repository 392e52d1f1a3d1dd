"""Part of the evidence page: the decision, what it rests on, and what has changed since."""

from typing import ClassVar

from msgspec import Struct

from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.submission_diff import SubmissionDiff
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import AwardCard


class DecisionPart(Struct, frozen=True):
    """`since` says what changed since the last submission, `publication` when reviews will be here,
    `shared_changes` where a verdict belongs to more than one change."""

    template: ClassVar[str] = "evidence/decision.html"

    headline: str
    reviewed: str
    awards: tuple[AwardCard, ...]
    credential: Link | None
    submitted: str
    since: tuple[str, ...]
    requirement: str
    publication: str
    reasons: tuple[str, ...]
    shared_changes: tuple[str, ...]


def build_decision_part(context: InquiryContext) -> DecisionPart:
    """The decision with the requirement, the design and the reasons."""
    decision, sentences = context.decision, context.finding
    return DecisionPart(
        headline=decision.headline,
        reviewed=decision.reviewed,
        awards=context.awards,
        credential=decision.credential,
        submitted=decision.submitted,
        since=SubmissionDiff(context.translator, context.evaluated).sentences(),
        requirement=decision.requirement,
        publication=decision.publication(context.render.program.publish_reviews),
        reasons=decision.reasons,
        shared_changes=sentences.shared_changes,
    )
