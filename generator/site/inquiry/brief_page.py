"""The brief: an inquiry on one page, to print and hand out."""

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import Change, Teacher, Verdict
from generator.runchart.chart_spec import COLUMN, LARGE
from generator.site.inquiry.answer import Answer
from generator.site.inquiry.evidence_page import EvidencePage
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.rendering.qr_code import qr_code
from generator.site.rendering.template_renderer import Link
from generator.site.social_card import SocialCard
from generator.site.teacher_card import about_line

MOST_CHARTS = 6  # with which it is still one page


class BriefChart(Struct, frozen=True):
    """One class: the caption of its chart in two parts, and its picture; `wide` is the picture over the full
    width, empty where there are several."""

    title: str
    figures: str
    verdict: Verdict | None
    wide: Markup
    svg: Markup


class BriefPage(Struct, frozen=True):
    """`heading` is the question, `collected` how much was counted when, `limits` what it does not show.
    `more` classes are only on the evidence page; `qr` is its address, empty without one."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    teacher: Teacher
    about: str
    heading: str
    decision: str
    answer: Answer
    prompt: str
    charts: tuple[BriefChart, ...]
    more: int
    changes: tuple[Change, ...]
    collected: str
    limits: tuple[str, ...]
    evidence: str
    qr: Markup
    social_card: SocialCard | None


def build_brief_page(context: InquiryContext, page: EvidencePage) -> BriefPage:
    """The brief of an inquiry that has data; `page` is its evidence page."""
    inquiry, main = context.inquiry, context.evaluated.main
    shown = {chart.class_id for chart in context.main_charts[:MOST_CHARTS]}
    return BriefPage(
        address=addresses.brief(context.teacher.id, inquiry.id),
        title=context.translator.gettext("{title}, on one page", title=inquiry.title),
        description=context.answer.text,
        trail=(*page.trail, Link(page.title, page.address)),
        teacher=context.teacher,
        about=about_line(context.teacher),
        heading=inquiry.question or inquiry.title,
        decision=page.parts.decision.headline,
        answer=context.answer,
        prompt=main.text if main else "",
        charts=_charts(context),
        more=len(context.main_charts) - len(shown),
        changes=tuple(
            change for change in inquiry.changes if not change.classes or shown.intersection(change.classes)
        ),
        collected=_collected(context),
        limits=(*context.finding.shared_changes, *context.finding.limits),
        evidence=page.address,
        qr=_code(context),
        social_card=page.social_card,
    )


def _charts(context: InquiryContext) -> tuple[BriefChart, ...]:
    charts = context.main_charts[:MOST_CHARTS]
    plots = [chart.plot for chart in charts]
    narrow = context.draw_charts(COLUMN, plots)
    wide = context.draw_charts(LARGE, plots) if len(plots) == 1 else [""] * len(plots)
    return tuple(
        BriefChart(of_class.title, of_class.figures, of_class.verdict, Markup(picture), Markup(for_phones))
        for of_class, picture, for_phones in zip(context.answer.classes, wide, narrow, strict=False)
    )


def _collected(context: InquiryContext) -> str:
    """`38 visits to 3 classes, September 8, 2025 to January 30, 2026`."""
    translator, days = context.translator, context.visit_days
    if not days:
        return ""
    return translator.gettext(
        "{visits} to {classes}, {span}",
        visits=translator.ngettext("{n} visit", "{n} visits", len(context.visits)),
        classes=translator.ngettext("{n} class", "{n} classes", len(context.class_names)),
        span=translator.format_date_range(days[0], days[-1]),
    )


def _code(context: InquiryContext) -> Markup:
    url = context.render.program.url
    if not url:
        return Markup()
    address = addresses.absolute_url(url, context.address)
    return qr_code(address, context.translator.gettext("The address of this inquiry as a QR code"))
