"""Whose question it is, and where the decision stands."""

from msgspec.structs import replace

from generator.model import InquiryStatus, Submission
from generator.site.inquiry.parts.question_part import build_question_part
from tests.site.inquiry.inquiries import ANA, inquiry, inquiry_context, week


def test_the_question_with_who_asks_it() -> None:
    teacher = replace(ANA, school="Maple Grove Middle")
    part = build_question_part(inquiry_context(inquiry(), teacher=teacher))
    assert part.about == "Grade 6 · Maple Grove Middle"
    assert (part.question, part.title) == ("Do more students explain?", "Making thinking visible")


def test_the_decision_in_six_words() -> None:
    part = build_question_part(inquiry_context(inquiry(micro_credential="visible")))
    assert part.decision == "Published, not submitted for review yet"
    assert part.has_reasons


def test_its_reasons_stand_on_the_page_where_there_are_data_or_a_submission() -> None:
    assert not build_question_part(inquiry_context(inquiry({}))).has_reasons
    submitted = inquiry(
        {},
        micro_credential="visible",
        status=InquiryStatus.SUBMITTED,
        submissions=(Submission(1, week(2), {"inquiry.md": "a"}),),
    )
    assert build_question_part(inquiry_context(submitted)).has_reasons
