"""One teacher's pages: her portfolio, an evidence page an inquiry, and the files beside them.

What is true of one teacher never needs another one's files.
"""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator import addresses
from generator.credential.case import Case
from generator.memory import digest
from generator.model import Inquiry, Teacher
from generator.names import slug
from generator.problems import Place, error
from generator.runchart.plot import Plot
from generator.site.award_pages import award_sites
from generator.site.card import Card, InquiryCard
from generator.site.evidence_page import Texts, about_line, evidence_site
from generator.site.images import Picture, publishable
from generator.site.press import Part, Press
from generator.site.render import Way
from generator.site.social import social_card
from generator.site.sources import Shown, Sources, document_name
from generator.site.visit import visit_page
from generator.site.worksheet import worksheet_page


@dataclass(frozen=True, slots=True)
class TeacherPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    teacher: Teacher
    about: str
    portrait: Shown | None
    body: Markup
    inquiries: tuple[InquiryCard, ...]
    credentials: Mapping[str, str]  # id -> title
    withheld: tuple[Way, ...]


def teacher_site(
    press: Press, files: Iterable[str], teacher: Teacher, cases: Sequence[Case]
) -> tuple[Card | None, Part]:
    """All of a teacher's pages and her card.  `files` are the content paths her texts may link to.

    An inquiry with an error in its texts or photos is withheld; an error in the teacher's own text
    withholds all of her pages but the notice.
    """
    known = frozenset(files)
    here = addresses.teacher(teacher.id)
    trail = (
        Way(press.program.title, addresses.HOME),
        Way(press.words.say("Teachers"), addresses.TEACHERS),
    )
    portrait, portrait_part = _portrait(press, teacher)
    body, body_part = press.text(teacher.body, here, Sources(known))
    own = portrait_part + body_part
    if any(problem.is_error for problem in own.problems):
        return None, Part(problems=own.problems) + press.notice(here, trail)
    cards: list[InquiryCard] = []
    withheld = list(teacher.withheld)
    parts = own
    for case in cases:
        one, part = _inquiry_site(press, known, teacher, case)
        parts += part
        if one:
            cards.append(one)
        else:
            withheld.append(case.inquiry.id)
    corrected = tuple(
        Way(inquiry_id.replace("-", " "), addresses.evidence(teacher.id, inquiry_id))
        for inquiry_id in withheld
    )
    for way in corrected:
        parts += press.notice(way.address, (*trail, Way(teacher.name, here)))
    latest_first = tuple(sorted(cards, key=_latest_first))
    parts += press.page(
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
            credentials={key: one.title for key, one in press.program.micro_credentials.items()},
            withheld=corrected,
        ),
    )
    card = Card(
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
    press: Press, known: frozenset[str], teacher: Teacher, case: Case
) -> tuple[InquiryCard | None, Part]:
    inquiry = case.inquiry
    here = addresses.evidence(teacher.id, inquiry.id)
    folder = posixpath.dirname(inquiry.body.file)
    shown, part = _photos(press, inquiry, folder, here)
    sources = Sources(known, {f"{folder}/{path}": one for path, one in shown.items()})
    body, found = press.text(inquiry.body, here, sources, top=3)
    part += found
    reflections = {}
    for reflection in inquiry.reflections:
        reflections[reflection.id], found = press.text(reflection.body, here, sources, top=4)
        part += found
    if any(problem.is_error for problem in part.problems):
        return None, Part(problems=part.problems)
    awards, own = award_sites(press, teacher, case, folder)
    site = evidence_site(
        press.words,
        press.program,
        teacher,
        case,
        Texts(body, reflections),
        shown,
        press.draw,
        awards=awards,
        names_checked=press.guard.has_roster,
    )
    part += own + press.page("evidence.html", site.page)
    if site.page.card:
        plot = site.page.main[0].plot
        card = press.remember(digest("card", repr(plot)), partial(_shared, press, plot), bytes)
        part += Part({site.page.card: card})
    if case.tool:
        way = (*site.page.trail, Way(inquiry.title, here))
        view = visit_page(press.words, press.program, teacher, inquiry, case.tool, way)
        part += press.page("visit.html", view)
    if site.card.review:
        home = (Way(press.program.title, addresses.HOME),)
        sheet = worksheet_page(press.words, case, site.page, home)
        part += press.page("worksheet.html", sheet)
        part += Part(links=tuple((sheet.address, link) for page, link in part.links if page == here))
    part += Part({here + document_name(path): data for path, data in inquiry.documents.items()})
    part += Part({site.page.data_address: site.data_csv, site.page.findings_address: site.findings_json})
    return site.card, part


def _shared(press: Press, plot: Plot) -> bytes:
    (svg,) = press.draw("picture", [plot])
    return social_card(svg)


def _photos(press: Press, inquiry: Inquiry, folder: str, here: str) -> tuple[dict[str, Shown], Part]:
    """The declared photos as they are published, by path below the inquiry's folder."""
    shown: dict[str, Shown] = {}
    part = Part()
    for name, photo in inquiry.photos.items():
        path = f"photos/{name}"
        if path in inquiry.images:
            one, found = _published(
                press, inquiry.images[path], f"{folder}/{path}", f"{here}photos/", photo.alt
            )
            part += found
            if one:
                shown[path] = one
    return shown, part


def _portrait(press: Press, teacher: Teacher) -> tuple[Shown | None, Part]:
    if teacher.portrait is None or teacher.portrait_image is None:
        return None, Part()
    file = f"{posixpath.dirname(teacher.body.file)}/{teacher.portrait.name or 'portrait.jpg'}"
    return _published(
        press, teacher.portrait_image, file, addresses.teacher(teacher.id), teacher.portrait.alt
    )


def _published(press: Press, data: bytes, file: str, folder: str, alt: str) -> tuple[Shown | None, Part]:
    """One image re-encoded, at its address below `folder`."""
    picture = press.remember(digest("photo", data), partial(publishable, data), Picture | None)
    if picture is None:
        return None, Part(
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
    shown = Shown(folder + name, picture.width, picture.height, alt)
    return shown, Part({shown.address: picture.data})
