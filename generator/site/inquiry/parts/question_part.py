"""Part of the evidence page: whose question it is, and where the decision stands."""

from typing import ClassVar

from msgspec import Struct

from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.teacher_card import about_line


class QuestionPart(Struct, frozen=True):
    """`about` says who the teacher is, whose name ends the page's trail; `decision` is the headline, and
    `has_reasons` whether they stand on the page."""

    template: ClassVar[str] = "evidence/question.html"

    about: str
    title: str
    question: str
    decision: str
    has_reasons: bool


def build_question_part(context: InquiryContext) -> QuestionPart:
    """The question as the author asks it; the template shows the title where there is none."""
    return QuestionPart(
        about=about_line(context.teacher),
        title=context.inquiry.title,
        question=context.inquiry.question,
        decision=context.decision.headline,
        has_reasons=context.has_data or bool(context.decision.submitted),
    )
