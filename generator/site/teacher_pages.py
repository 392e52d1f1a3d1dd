"""One teacher's pages: her portfolio, an evidence page an inquiry, and the files beside them.

What is true of one teacher never needs another one's files.
"""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator import addresses
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.memoize import digest
from generator.model import Inquiry, Teacher
from generator.problems import Place, error
from generator.runchart.plot import Plot
from generator.site.awards.award_pages import build_award_pages
from generator.site.inquiry.evidence_page import InquiryTexts, about_line, build_inquiry_pages
from generator.site.inquiry.invitation_page import invitation_page
from generator.site.inquiry.worksheet_page import worksheet_page
from generator.site.rendering.content_links import LinkTargets, PublishedImage, document_name
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.rendering.images import EncodedImage, encode_for_web
from generator.site.rendering.social_card import social_card
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import InquiryCard, TeacherCard
from generator.slugs import slug


@dataclass(frozen=True, slots=True)
class TeacherPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    teacher: Teacher
    about: str
    portrait: PublishedImage | None
    body: Markup
    inquiries: tuple[InquiryCard, ...]
    credentials: Mapping[str, str]  # id -> title
    withheld: tuple[Link, ...]


def build_teacher_pages(
    context: RenderContext, files: Iterable[str], teacher: Teacher, cases: Sequence[EvaluatedInquiry]
) -> tuple[TeacherCard | None, SitePart]:
    """All of a teacher's pages and her card.  `files` are the content paths her texts may link to.

    An inquiry with an error in its texts or photos is withheld; an error in the teacher's own text
    withholds all of her pages but the notice.
    """
    known = frozenset(files)
    here = addresses.teacher(teacher.id)
    trail = (
        Link(context.program.title, addresses.HOME),
        Link(context.translator.gettext("Teachers"), addresses.TEACHERS),
    )
    portrait, portrait_part = _portrait(context, teacher)
    body, body_part = context.render_prose(teacher.body, here, LinkTargets(known))
    own = portrait_part + body_part
    if any(problem.is_error for problem in own.problems):
        return None, SitePart(problems=own.problems) + context.correction_notice(here, trail)
    cards: list[InquiryCard] = []
    withheld = list(teacher.withheld)
    parts = own
    for evaluated in cases:
        one, part = _inquiry_site(context, known, teacher, evaluated)
        parts += part
        if one:
            cards.append(one)
        else:
            withheld.append(evaluated.inquiry.id)
    corrected = tuple(
        Link(inquiry_id.replace("-", " "), addresses.evidence(teacher.id, inquiry_id))
        for inquiry_id in withheld
    )
    for way in corrected:
        parts += context.correction_notice(way.address, (*trail, Link(teacher.name, here)))
    latest_first = tuple(sorted(cards, key=_latest_first))
    parts += context.render_page(
        "teacher.html",
        TeacherPage(
            address=here,
            title=teacher.name,
            description=about_line(teacher),
            trail=trail,
            teacher=teacher,
            about=about_line(teacher),
            portrait=portrait,
            body=body,
            inquiries=latest_first,
            credentials={key: one.title for key, one in context.program.micro_credentials.items()},
            withheld=corrected,
        ),
    )
    card = TeacherCard(
        id=teacher.id,
        name=teacher.name,
        role=teacher.role,
        grade=teacher.grade,
        subject=teacher.subject,
        school=teacher.school,
        address=here,
        inquiries=latest_first,
        withheld=tuple(withheld),
    )
    return card, parts


def _latest_first(card: InquiryCard) -> tuple[int, str]:
    return -(card.latest.toordinal() if card.latest else 0), card.id


def _inquiry_site(
    context: RenderContext, known: frozenset[str], teacher: Teacher, evaluated: EvaluatedInquiry
) -> tuple[InquiryCard | None, SitePart]:
    inquiry = evaluated.inquiry
    here = addresses.evidence(teacher.id, inquiry.id)
    folder = posixpath.dirname(inquiry.body.file)
    shown, part = _photos(context, inquiry, folder, here)
    sources = LinkTargets(known, {f"{folder}/{path}": one for path, one in shown.items()})
    body, found = context.render_prose(inquiry.body, here, sources, top=3)
    part += found
    reflections = {}
    for reflection in inquiry.reflections:
        reflections[reflection.id], found = context.render_prose(reflection.body, here, sources, top=4)
        part += found
    if any(problem.is_error for problem in part.problems):
        return None, SitePart(problems=part.problems)
    awards, own = build_award_pages(context, teacher, evaluated, folder)
    site = build_inquiry_pages(
        context.translator,
        context.program,
        teacher,
        evaluated,
        InquiryTexts(body, reflections),
        shown,
        context.draw_charts,
        awards=awards,
        names_checked=context.privacy.has_roster,
    )
    part += own + context.render_page("evidence.html", site.page)
    if site.page.card:
        plot = site.page.main[0].plot
        card = context.memoize(digest("card", repr(plot)), partial(_shared, context, plot), bytes)
        part += SitePart({site.page.card: card})
    if evaluated.tool:
        way = (*site.page.trail, Link(inquiry.title, here))
        view = invitation_page(context.translator, context.program, teacher, inquiry, evaluated.tool, way)
        part += context.render_page("visit.html", view)
    if site.card.review:
        home = (Link(context.program.title, addresses.HOME),)
        sheet = worksheet_page(context.translator, evaluated, site.page, home)
        part += context.render_page("worksheet.html", sheet)
        part += SitePart(links=tuple((sheet.address, link) for page, link in part.links if page == here))
    part += SitePart({here + document_name(path): data for path, data in inquiry.documents.items()})
    part += SitePart({site.page.data_address: site.data_csv, site.page.findings_address: site.findings_json})
    return site.card, part


def _shared(context: RenderContext, plot: Plot) -> bytes:
    (svg,) = context.draw_charts("picture", [plot])
    return social_card(svg)


def _photos(
    context: RenderContext, inquiry: Inquiry, folder: str, here: str
) -> tuple[dict[str, PublishedImage], SitePart]:
    """The declared photos as they are published, by path below the inquiry's folder."""
    shown: dict[str, PublishedImage] = {}
    part = SitePart()
    for name, photo in inquiry.photos.items():
        path = f"photos/{name}"
        if path in inquiry.images:
            one, found = _published(
                context, inquiry.images[path], f"{folder}/{path}", f"{here}photos/", photo.alt
            )
            part += found
            if one:
                shown[path] = one
    return shown, part


def _portrait(context: RenderContext, teacher: Teacher) -> tuple[PublishedImage | None, SitePart]:
    if teacher.portrait is None or teacher.portrait_image is None:
        return None, SitePart()
    file = f"{posixpath.dirname(teacher.body.file)}/{teacher.portrait.name or 'portrait.jpg'}"
    return _published(
        context, teacher.portrait_image, file, addresses.teacher(teacher.id), teacher.portrait.alt
    )


def _published(
    context: RenderContext, data: bytes, file: str, folder: str, alt: str
) -> tuple[PublishedImage | None, SitePart]:
    """One image re-encoded, at its address below `folder`."""
    picture = context.memoize(digest("photo", data), partial(encode_for_web, data), EncodedImage | None)
    if picture is None:
        return None, SitePart(
            problems=(
                error(
                    "image-unusable",
                    Place(file),
                    "This file is no JPEG, PNG, GIF or WebP image that can be read, or it is far too large.",
                    "Open it in a photo program and save it anew as JPEG.",
                ),
            )
        )
    name = slug(posixpath.splitext(posixpath.basename(file))[0]) + picture.suffix
    shown = PublishedImage(folder + name, picture.width, picture.height, alt)
    return shown, SitePart({shown.address: picture.data})
