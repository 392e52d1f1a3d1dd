"""The answer as every page gives it."""

from generator.site.inquiry.parts.answer_part import build_answer_part
from tests.site.inquiry.inquiries import inquiry, inquiry_context


def test_it_is_the_answer_of_cards_and_lists() -> None:
    context = inquiry_context(inquiry())
    assert build_answer_part(context).answer == context.answer
    assert build_answer_part(context).answer.headline == "It got better, and it lasted."
