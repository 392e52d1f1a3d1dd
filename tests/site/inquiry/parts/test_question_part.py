"""Whose question it is, and where the decision stands."""

from msgspec.structs import replace

from generator.site.inquiry.parts.question_part import build_question_part
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import ANA, inquiry, inquiry_context


def test_the_question_with_who_asks_it() -> None:
    teacher = replace(ANA, school="Maple Grove Middle")
    part = build_question_part(inquiry_context(inquiry(), teacher=teacher))
    assert part.teacher == Link("Ana Lopez", "teachers/ana-lopez/")
    assert part.about == "Grade 6 · Maple Grove Middle"
    assert (part.question, part.title) == ("Do more students explain?", "Making thinking visible")


def test_the_decision_in_six_words_with_its_micro_credential() -> None:
    part = build_question_part(inquiry_context(inquiry(micro_credential="visible")))
    assert part.decision == "Published, not submitted for review yet"
    assert part.credential == Link("Visible thinking", "micro-credentials/visible/")
    assert part.reviewed == ""
