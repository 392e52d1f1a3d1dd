"""The invitation that a teacher sends to a colleague: one page that says what to look at."""

from datetime import date as Date

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import Inquiry, Teacher, Tool
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.invited_classes import InvitedClass, invited_classes
from generator.site.program.tally_sheet_page import tally_qr_code
from generator.site.rendering.template_renderer import Link


class InvitationPage(Struct, frozen=True):
    """`so_far` visits have taken place, of `planned` (None where the plan does not say); `tally` is
    the address of the tally page, empty where nothing can be tapped; `classes` lead to it and to the sheet
    with class and number filled in."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    teacher: Teacher
    inquiry: Inquiry
    tool: Tool
    so_far: int
    planned: int | None
    until: Date | None
    tally: str
    classes: tuple[InvitedClass, ...]
    sheet: str
    qr: Markup


def build_invitation_page(context: InquiryContext, tool: Tool, trail: tuple[Link, ...]) -> InvitationPage:
    """`tool` is the inquiry's; `trail` leads to the evidence page."""
    inquiry = context.inquiry
    tally = addresses.tally(tool.id) if tool.tapped else ""
    title = context.translator.gettext("An invitation to {title}", title=inquiry.title)
    return InvitationPage(
        address=addresses.invitation(context.teacher.id, inquiry.id),
        title=title,
        description=title,
        trail=trail,
        teacher=context.teacher,
        inquiry=inquiry,
        tool=tool,
        so_far=len(context.visit_days),
        planned=inquiry.planned_visits,
        until=inquiry.planned_end,
        tally=tally,
        classes=invited_classes(context, tally),
        sheet=addresses.sheet(tool.id),
        qr=tally_qr_code(context.render, tally),
    )
