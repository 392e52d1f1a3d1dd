"""What any page of the program shows of a teacher."""

from datetime import date
from typing import Any

import pytest
from markupsafe import Markup

from generator.credential.decision import DecisionState
from generator.model import Unit
from generator.site.inquiry.answer import Answer
from generator.site.teacher_card import AwardCard, InquiryCard, TeacherCard, about_line, is_taken_back


def inquiry_card(**fields: Any) -> InquiryCard:
    given: dict[str, Any] = {
        "teacher": "ana-lopez",
        "id": "visible-thinking",
        "address": "teachers/ana-lopez/visible-thinking/",
        "title": "Making thinking visible",
        "question": "",
        "answer": Answer("", ""),
        "micro_credential": "visible",
        "tool": "math-talk",
        "unit": Unit.STUDENTS,
        "state": DecisionState.IN_REVIEW,
        "decision": "",
        "main_prompts": (),
        "followed": (),
        "groups": (),
        "classes": (),
        "tile": Markup(),
        "design": "",
        "visits": 0,
        "reflections": 0,
        "first": None,
        "latest": None,
    }
    return InquiryCard(**(given | fields))


def teacher_card(
    *inquiries: InquiryCard, role: str = "", grade: str = "", subject: str = "", school: str = ""
) -> TeacherCard:
    return TeacherCard(
        "ana-lopez", "Ana Lopez", role, grade, subject, school, "teachers/ana-lopez/", inquiries
    )


def award(micro_credential: str = "visible", *, holds: bool = True, revoked: bool = False) -> AwardCard:
    return AwardCard(f"a.b.{micro_credential}", micro_credential, "", "", "", None, holds, revoked)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"role": "Grade 6 teacher", "grade": "6", "subject": "Maths"}, "Grade 6 teacher"),
        ({"grade": "Grade 6", "subject": "Maths", "school": "Maple Grove"}, "Grade 6 Maths · Maple Grove"),
        ({"subject": "Maths"}, "Maths"),
        ({"school": "Maple Grove"}, "Maple Grove"),
        ({}, ""),
    ],
)
def test_who_and_where_in_one_line(fields: dict[str, str], line: str) -> None:
    card = teacher_card(**fields)
    assert card.about == about_line(card) == line


def test_the_latest_day_of_all_inquiries() -> None:
    days = (date(2025, 9, 5), None, date(2026, 1, 9))
    assert teacher_card(*(inquiry_card(latest=day) for day in days)).latest == date(2026, 1, 9)
    assert teacher_card(inquiry_card()).latest is None


@pytest.mark.parametrize(
    ("state", "awards", "earned"),
    [
        (DecisionState.EARNED, (), True),
        (DecisionState.IN_REVIEW, (), False),
        # what was awarded stays earned, whatever has been counted since
        (DecisionState.NOT_YET_EARNED, (award(),), True),
        (DecisionState.NOT_YET_EARNED, (award(holds=False),), False),
        # what was taken back is not
        (DecisionState.EARNED, (award(holds=False, revoked=True),), False),
        # an award of another micro-credential neither gives nor takes this one
        (DecisionState.NOT_YET_EARNED, (award("other"),), False),
        (DecisionState.EARNED, (award("other", holds=False, revoked=True),), True),
    ],
)
def test_what_counts_as_earned(state: DecisionState, awards: tuple[AwardCard, ...], earned: bool) -> None:
    assert inquiry_card(state=state, awards=awards).earned is earned


def test_taken_back_is_said_of_the_award_for_this_micro_credential() -> None:
    awards = (award("visible"), award("other", holds=False, revoked=True))
    assert not is_taken_back(awards, "visible")
    assert is_taken_back(awards, "other")
    assert not is_taken_back((), "visible")
