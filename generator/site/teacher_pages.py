"""One teacher's pages: the portfolio, an evidence page an inquiry, and the files beside them.

What is true of one teacher never needs another one's files.
"""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.email_address import mailto_link
from generator.memoize import digest
from generator.model import Teacher
from generator.problems import Place, error
from generator.site.awards.award_pages import build_award_pages
from generator.site.inquiry.brief_page import build_brief_page
from generator.site.inquiry.evidence_page import EvidencePage, build_evidence_page
from generator.site.inquiry.inquiry_card import build_inquiry_card
from generator.site.inquiry.inquiry_context import InquiryContext, InquiryTexts, make_inquiry_context
from generator.site.inquiry.inquiry_social_card import draw_inquiry_card
from generator.site.inquiry.invitation_page import build_invitation_page
from generator.site.inquiry.masked_answers import masked_look_problems
from generator.site.inquiry.worksheet_page import build_worksheet_page
from generator.site.rendering.content_links import LinkTargets, PublishedImage, document_name
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.rendering.images import EncodedImage, encode_for_web
from generator.site.rendering.template_renderer import Link
from generator.site.social_card import SocialCard
from generator.site.teacher_card import InquiryCard, TeacherCard, about_line
from generator.slugs import slug


class TeacherPage(Struct, frozen=True):
    """A portfolio page.  `credentials` are titles by id; `withheld` are inquiries being corrected."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    teacher: Teacher
    about: str
    contact_link: str
    portrait: PublishedImage | None
    body: Markup
    inquiries: tuple[InquiryCard, ...]
    credentials: Mapping[str, str]
    withheld: tuple[Link, ...]
    social_card: SocialCard | None


def build_teacher_pages(
    context: RenderContext, files: Iterable[str], teacher: Teacher, inquiries: Sequence[EvaluatedInquiry]
) -> tuple[TeacherCard | None, SitePart]:
    """All of a teacher's pages and the card.  `files` are the content paths that the texts may link to.

    An inquiry with an error in its texts or photos is withheld; an error in the teacher's own text
    withholds all pages but the notice, and there is no card.
    """
    return _TeacherPages(context, teacher, frozenset(files)).build(inquiries)


class _TeacherPages(Struct, frozen=True):
    """What all pages of one teacher are made from; `files` are the content paths that may be linked."""

    context: RenderContext
    teacher: Teacher
    files: frozenset[str]

    @property
    def address(self) -> str:
        return addresses.teacher(self.teacher.id)

    @property
    def trail(self) -> tuple[Link, ...]:
        """The links above the portfolio page."""
        return (
            Link(self.context.program.title, addresses.HOME),
            Link(self.context.translator.gettext("Teachers"), addresses.TEACHERS),
        )

    def build(self, inquiries: Sequence[EvaluatedInquiry]) -> tuple[TeacherCard | None, SitePart]:
        """The card and all pages."""
        portrait, portrait_part = self._portrait()
        body, body_part = self.context.render_prose(self.teacher.body, self.address, LinkTargets(self.files))
        part = portrait_part + body_part
        if _has_error(part):
            notice = self.context.correction_notice(self.address, self.trail)
            return None, SitePart(problems=part.problems) + notice
        built = [self._inquiry_pages(evaluated) for evaluated in inquiries]
        for _, inquiry_part in built:
            part += inquiry_part
        cards = tuple(sorted((card for card, _ in built if card), key=_latest_first))
        withheld = (
            *self.teacher.withheld,
            *(
                evaluated.inquiry.id
                for evaluated, (card, _) in zip(inquiries, built, strict=True)
                if card is None
            ),
        )
        notices = tuple(self._notice_link(inquiry_id) for inquiry_id in withheld)
        above = (*self.trail, Link(self.teacher.name, self.address))
        for link in notices:
            part += self.context.correction_notice(link.address, above)
        part += self.context.render_page("teacher.html", self._page(portrait, body, cards, notices))
        return self._card(cards, withheld), part

    def _notice_link(self, inquiry_id: str) -> Link:
        return Link(inquiry_id.replace("-", " "), addresses.evidence(self.teacher.id, inquiry_id))

    def _page(
        self,
        portrait: PublishedImage | None,
        body: Markup,
        cards: tuple[InquiryCard, ...],
        withheld: tuple[Link, ...],
    ) -> TeacherPage:
        about = about_line(self.teacher)
        latest = next((card for card in cards if card.classes), None)
        return TeacherPage(
            address=self.address,
            title=self.teacher.name,
            description=". ".join(filter(None, (about, latest.answer.text if latest else ""))),
            trail=self.trail,
            teacher=self.teacher,
            about=about,
            contact_link=mailto_link(self.teacher.contact),
            portrait=portrait,
            body=body,
            inquiries=cards,
            credentials={
                credential.id: credential.title
                for credential in self.context.program.micro_credentials.values()
            },
            withheld=withheld,
            # that of the latest inquiry, which names its teacher: a picture for the teacher would say no more
            social_card=latest.social_card if latest else None,
        )

    def _card(self, cards: tuple[InquiryCard, ...], withheld: tuple[str, ...]) -> TeacherCard:
        return TeacherCard(
            id=self.teacher.id,
            name=self.teacher.name,
            role=self.teacher.role,
            grade=self.teacher.grade,
            subject=self.teacher.subject,
            school=self.teacher.school,
            address=self.address,
            inquiries=cards,
            withheld=withheld,
        )

    def _inquiry_pages(self, evaluated: EvaluatedInquiry) -> tuple[InquiryCard | None, SitePart]:
        """The card and the pages of one inquiry; no card and only the problems where it is withheld."""
        inquiry = evaluated.inquiry
        folder = posixpath.dirname(inquiry.body.file)
        images, part = self._photos(evaluated, folder)
        texts, texts_part = self._texts(evaluated, folder, images)
        part += texts_part
        if _has_error(part):
            return None, SitePart(problems=part.problems)
        awards, awards_part = build_award_pages(self.context, self.teacher, evaluated, folder)
        inquiry_context = make_inquiry_context(self.context, self.teacher, evaluated, texts, images, awards)
        page = build_evidence_page(inquiry_context)
        card = build_inquiry_card(inquiry_context, page.parts)
        part += SitePart(problems=masked_look_problems(inquiry_context))
        part += awards_part + self.context.render_page("evidence.html", page)
        part += self._pages_beside(inquiry_context, page, card, part)
        part += self._files_beside(inquiry_context, page)
        return card, part

    def _texts(
        self, evaluated: EvaluatedInquiry, folder: str, images: Mapping[str, PublishedImage]
    ) -> tuple[InquiryTexts, SitePart]:
        """The inquiry's own text and its reflections as HTML; headings go on below those of the page."""
        inquiry = evaluated.inquiry
        here = addresses.evidence(self.teacher.id, inquiry.id)
        targets = LinkTargets(self.files, {f"{folder}/{path}": image for path, image in images.items()})
        body, part = self.context.render_prose(inquiry.body, here, targets, top=3)
        reflections: dict[str, Markup] = {}
        for reflection in inquiry.reflections:
            html, reflection_part = self.context.render_prose(reflection.body, here, targets, top=4)
            reflections[reflection.id] = html
            part += reflection_part
        return InquiryTexts(body, reflections), part

    def _pages_beside(
        self, inquiry_context: InquiryContext, page: EvidencePage, card: InquiryCard, evidence: SitePart
    ) -> SitePart:
        """The brief, the invitation for the colleague and the worksheet for assessors, as far as there are
        any.

        The worksheet shows the texts of the evidence page, so it has the links of that page.
        """
        part = SitePart()
        evaluated = inquiry_context.evaluated
        if evaluated.tool:
            trail = (*page.trail, Link(page.title, page.address))
            invitation = build_invitation_page(inquiry_context, evaluated.tool, trail)
            part += self.context.render_page("visit.html", invitation)
        if page.brief:
            part += self.context.render_page("brief.html", build_brief_page(inquiry_context, page))
        if card.review and evaluated.credential:
            worksheet = build_worksheet_page(inquiry_context, evaluated.credential, page.parts)
            part += self.context.render_page("worksheet.html", worksheet)
            links = tuple((worksheet.address, link) for at, link in evidence.links if at == page.address)
            part += SitePart(links=links)
        return part

    def _files_beside(self, inquiry_context: InquiryContext, page: EvidencePage) -> SitePart:
        """The picture for sharing, documents, data and findings."""
        files: dict[str, bytes] = {}
        if page.social_card:
            files[page.social_card.address] = draw_inquiry_card(inquiry_context)
        for path, data in inquiry_context.inquiry.documents.items():
            files[page.address + document_name(path)] = data
        files[page.parts.data.data_address] = inquiry_context.data_csv
        files[page.parts.data.findings_address] = inquiry_context.findings_json
        return SitePart(files)

    def _photos(self, evaluated: EvaluatedInquiry, folder: str) -> tuple[dict[str, PublishedImage], SitePart]:
        """The declared photos as they are published, by path below the inquiry's folder."""
        inquiry = evaluated.inquiry
        address = f"{addresses.evidence(self.teacher.id, inquiry.id)}photos/"
        images: dict[str, PublishedImage] = {}
        part = SitePart()
        for name, photo in inquiry.photos.items():
            path = f"photos/{name}"
            if path not in inquiry.images:
                continue
            image, image_part = _publish_image(
                self.context, inquiry.images[path], f"{folder}/{path}", address, photo.alt
            )
            part += image_part
            if image:
                images[path] = image
        return images, part

    def _portrait(self) -> tuple[PublishedImage | None, SitePart]:
        portrait, data = self.teacher.portrait, self.teacher.portrait_image
        if portrait is None or data is None:
            return None, SitePart()
        file = f"{posixpath.dirname(self.teacher.body.file)}/{portrait.name or 'portrait.jpg'}"
        return _publish_image(self.context, data, file, self.address, portrait.alt)


def _has_error(part: SitePart) -> bool:
    return any(problem.is_error for problem in part.problems)


def _latest_first(card: InquiryCard) -> tuple[int, str]:
    return -(card.latest.toordinal() if card.latest else 0), card.id


def _publish_image(
    context: RenderContext, data: bytes, file: str, folder: str, alt: str
) -> tuple[PublishedImage | None, SitePart]:
    """One image re-encoded, at its address below `folder`; None and a problem where it cannot be read."""
    encoded = context.memoize(digest("photo", data), partial(encode_for_web, data), EncodedImage | None)
    if encoded is None:
        return None, SitePart(
            problems=(
                error(
                    "image-unusable",
                    Place(file),
                    "This file is not a JPEG, PNG, GIF, or WebP image, or it is too large (iPhone photos "
                    "are HEIC).",
                    "Open it in a photo program and save it as JPEG.",
                ),
            )
        )
    name = slug(posixpath.splitext(posixpath.basename(file))[0]) + encoded.suffix
    image = PublishedImage(folder + name, encoded.width, encoded.height, alt)
    return image, SitePart({image.address: encoded.data})
