"""Part of the evidence page before the first visit: the problem, the plan, and whom the teacher looks for."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from generator import addresses
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.parts.provenance_part import Fact
from generator.site.rendering.template_renderer import Link


class PlanPart(Struct, frozen=True):
    """`contact` is an e-mail address and `invitation` the address of a page; each empty without one.
    `colleague` is empty while the teacher looks for somebody who comes and counts."""

    template: ClassVar[str] = "evidence/plan.html"

    problem_of_practice: str
    facts: tuple[Fact, ...]
    colleague: str
    contact: str
    invitation: str


def build_plan_part(context: InquiryContext) -> PlanPart:
    """What an inquiry without data has to say."""
    inquiry = context.inquiry
    return PlanPart(
        problem_of_practice=inquiry.problem_of_practice,
        facts=tuple(_facts(context)),
        colleague=inquiry.colleague,
        contact=context.teacher.contact,
        invitation=addresses.invitation(context.teacher.id, inquiry.id) if context.tool else "",
    )


def _facts(context: InquiryContext) -> Iterator[Fact]:
    translator, inquiry, tool = context.translator, context.inquiry, context.tool
    gettext = translator.gettext
    if tool:
        prompts = translator.format_list([prompt.text for prompt in tool.prompts])
        yield Fact(gettext("What a colleague counts"), prompts, Link(tool.title, addresses.tool(tool.id)))
    for change in inquiry.changes:
        yield Fact(
            gettext("Change {number}", number=change.number),
            gettext("{title}, from {date}", title=change.title, date=translator.format_date(change.date)),
        )
    if inquiry.planned_visits is not None:
        yield Fact(gettext("Visits"), translator.format_number(inquiry.planned_visits))
    if inquiry.planned_end:
        yield Fact(gettext("Planned until"), translator.format_date(inquiry.planned_end))
    if context.decision.credential:
        credential = context.decision.credential
        yield Fact(gettext("Micro-credential"), credential.text, credential)
    if inquiry.area_of_interest:
        yield Fact(gettext("Area of interest"), inquiry.area_of_interest)
