"""The invitation that a teacher sends to her colleague: one page that says what to look at."""

from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator import addresses
from generator.model import Inquiry, Program, Teacher, Tool
from generator.site.inquiry.results_after_change import visits_of
from generator.site.program.tally_sheet_page import tally_code
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """`so_far` visits of `planned` (None where nobody said); addresses are empty where there is no
    such page."""

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
    sheet: str
    qr: Markup


def invitation_page(
    translator: Translator,
    program: Program,
    teacher: Teacher,
    inquiry: Inquiry,
    tool: Tool,
    trail: tuple[Link, ...],
) -> InvitationPage:
    tally = addresses.tally(tool.id) if tool.tapped else ""
    title = translator.gettext("An invitation to {title}", title=inquiry.title)
    return InvitationPage(
        address=addresses.invitation(teacher.id, inquiry.id),
        title=title,
        description=title,
        trail=trail,
        teacher=teacher,
        inquiry=inquiry,
        tool=tool,
        so_far=len({day for day, _ in visits_of(inquiry)}),
        planned=inquiry.planned_visits,
        until=inquiry.planned_end,
        tally=tally,
        sheet=addresses.sheet(tool.id),
        qr=tally_code(translator, program, tally),
    )
