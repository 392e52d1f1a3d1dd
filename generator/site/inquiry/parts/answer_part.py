"""Part of the evidence page: the answer to the question in two sentences."""

from typing import ClassVar

from msgspec import Struct

from generator.site.inquiry.answer import Answer
from generator.site.inquiry.inquiry_context import InquiryContext


class AnswerPart(Struct, frozen=True):
    """The answer as cards, lists and feed give it too."""

    template: ClassVar[str] = "evidence/answer.html"

    answer: Answer


def build_answer_part(context: InquiryContext) -> AnswerPart:
    """The answer of an inquiry with data."""
    return AnswerPart(context.answer)
