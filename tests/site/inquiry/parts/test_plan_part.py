"""An inquiry before its first visit."""

from datetime import date

from msgspec.structs import replace

from generator.site.inquiry.parts.plan_part import build_plan_part
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import ANA, inquiry, inquiry_context


def test_problem_and_plan() -> None:
    planned = inquiry(
        {},
        problem_of_practice="They answer with one word.",
        micro_credential="visible",
        planned_visits=20,
        planned_end=date(2026, 1, 30),
        area_of_interest="Talk",
    )
    part = build_plan_part(inquiry_context(planned))
    assert part.problem_of_practice == "They answer with one word."
    assert [(fact.label, fact.text) for fact in part.facts] == [
        ("What a colleague counts", "Explains own thinking and Asks a question"),
        ("Change 1", "Talk, from October 31, 2025"),
        ("Visits", "20"),
        ("Planned until", "January 30, 2026"),
        ("Micro-credential", "Visible thinking"),
        ("Area of interest", "Talk"),
    ]
    assert part.facts[0].link == Link("Math talk", "tools/math-talk/")
    assert part.invitation == "teachers/ana-lopez/visible-thinking/visit/"


def test_without_a_colleague_it_says_whom_to_write_to() -> None:
    teacher = replace(ANA, contact="ana@example.org")
    part = build_plan_part(inquiry_context(inquiry({}), teacher=teacher))
    assert (part.colleague, part.contact) == ("", "ana@example.org")
    assert build_plan_part(inquiry_context(inquiry({}, colleague="M. Rivera"))).colleague == "M. Rivera"


def test_without_a_tool_nothing_is_said_of_counting() -> None:
    part = build_plan_part(inquiry_context(inquiry({}, tool="", changes=())))
    assert (part.facts, part.invitation) == ((), "")
