"""Part of the evidence page: whose question it is, and where the decision stands."""

from typing import ClassVar

from msgspec import Struct

from generator import addresses
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import about_line


class QuestionPart(Struct, frozen=True):
    """`about` says who the teacher is; `decision` is the headline, `reviewed` by whom and when."""

    template: ClassVar[str] = "evidence/01-question.html"

    teacher: Link
    about: str
    title: str
    question: str
    decision: str
    credential: Link | None
    reviewed: str


def build_question_part(context: InquiryContext) -> QuestionPart:
    """The question as the author asks it; the template shows the title where there is none."""
    return QuestionPart(
        teacher=Link(context.teacher.name, addresses.teacher(context.teacher.id)),
        about=about_line(context.teacher),
        title=context.inquiry.title,
        question=context.inquiry.question,
        decision=context.decision.headline,
        credential=context.decision.credential,
        reviewed=context.decision.reviewed,
    )
