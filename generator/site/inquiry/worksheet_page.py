"""The worksheet of one inquiry: the rubric with the evidence beside it, to be filled in and saved.

It shows what the evidence page shows, without saying whose it is.
"""

from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator import addresses
from generator.credential.decision_texts import DecisionTexts
from generator.html_source import edit_attributes, split_source
from generator.model import Criterion, MicroCredential, PublishReviews
from generator.reading.file_digests import CITED_DIGITS, combined_digest
from generator.site.inquiry.evidence_page import EvidencePart, EvidenceParts
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.parts.decision_part import DecisionPart
from generator.site.inquiry.parts.privacy_part import PrivacyPart
from generator.site.inquiry.parts.question_part import QuestionPart
from generator.site.inquiry.parts.rubric_part import RubricPart
from generator.site.rendering.inline_json import json_in_html
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator

# what names the teacher, what others have decided, and what the form itself asks for
_LEFT_OUT = (QuestionPart, RubricPart, PrivacyPart, DecisionPart)


class NamedEvidence(Struct, frozen=True):
    """Something of the inquiry that a level can rest on: as a review names it, and in words."""

    name: str
    text: str


class WorksheetPage(Struct, frozen=True):
    """`parts` are parts of the evidence page with their numbers there, `digest` is of the content that
    they show, `changed` says that this is not what was submitted (else it is empty), `publication` says what
    of a review will be public and when, `submitted` is the day before which no review of it is dated,
    `form_data` is JSON for the form's script."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    heading: str
    parts: tuple[tuple[int, EvidencePart], ...]
    credential: MicroCredential
    criteria: tuple[Criterion, ...]
    attempt: int
    digest: str
    changed: str
    publication: str
    submitted: str
    named: tuple[NamedEvidence, ...]
    form_data: Markup


def build_worksheet_page(
    context: InquiryContext, credential: MicroCredential, parts: EvidenceParts
) -> WorksheetPage:
    """For an inquiry that was submitted for `credential`; `parts` are those of its evidence page."""
    gettext, inquiry = context.translator.gettext, context.inquiry
    title = gettext("Worksheet: {title}", title=inquiry.title)
    attempt = context.outcome.attempt or 1
    content = combined_digest(inquiry.digests)[:CITED_DIGITS]
    submission = inquiry.latest_submission
    criteria = credential.mastery.criteria
    return WorksheetPage(
        address=addresses.worksheet(inquiry.teacher, inquiry.id),
        title=title,
        description=title,
        trail=(
            Link(context.render.program.title, addresses.HOME),
            Link(gettext("Review desk"), addresses.REVIEW),
        ),
        heading=inquiry.question or inquiry.title,
        parts=tuple(
            (number, part)
            for number, part in _without_author(parts).numbered
            if not isinstance(part, _LEFT_OUT)
        ),
        credential=credential,
        criteria=criteria,
        attempt=attempt,
        digest=content,
        changed=DecisionTexts(context.translator).changed_since_submission(inquiry),
        submitted=submission.date.isoformat() if submission else "",
        publication=_publication(context.translator, context.render.program.publish_reviews),
        named=(
            *(
                NamedEvidence(f"reflections/{reflection.id}", reflection.title)
                for reflection in parts.reflections.reflections
            ),
            NamedEvidence("data", gettext("The data")),
            NamedEvidence("inquiry", gettext("The question and the plan")),
        ),
        form_data=json_in_html(
            {
                "inquiry": f"{inquiry.teacher}/{inquiry.id}",
                "attempt": attempt,
                "content": content,
                "criteria": [criterion.id for criterion in criteria],
            }
        ),
    )


def _publication(translator: Translator, publish: PublishReviews) -> str:
    """What of a review will be public, and when."""
    match publish:
        case PublishReviews.ALWAYS:
            return translator.gettext(
                "Your name, levels, feedback, and recommendation will be on the public page as soon as "
                "your file is in the repository."
            )
        case PublishReviews.DECIDED:
            return translator.gettext(
                "Your name, levels, feedback, and recommendation will be on the public page once there is "
                "a decision, whatever it is. Until then, the page says “In review”."
            )
        case PublishReviews.WHEN_EARNED:
            return translator.gettext(
                "Your name, levels, feedback, and recommendation will be on the public page once the "
                "micro-credential is earned. Until then, and if it is not, the page says “In review”."
            )


def _without_author(parts: EvidenceParts) -> EvidenceParts:
    """The parts without what says whose the inquiry is or what others made of it, and with links that hold
    one folder further down."""
    reflections = replace(
        parts.reflections,
        body=_from_below(parts.reflections.body),
        reflections=tuple(
            replace(block, html=_from_below(block.html)) for block in parts.reflections.reflections
        ),
    )
    return replace(
        parts,
        # what others have judged and seen: each assessor reads for themselves
        results=replace(parts.results, masked=None),
        provenance=replace(parts.provenance, collected_by=None, invitation=""),
        reflections=reflections,
        data=replace(parts.data, citation=""),
    )


def _from_below(html: Markup) -> Markup:
    """Prose whose links were written for the evidence page, one folder further up."""
    if "href=" not in html and "src=" not in html:
        return html
    tokens = split_source(str(html))
    return Markup(
        "".join(edit_attributes(token, _one_up) if token.attributes else token.source for token in tokens)
    )


def _one_up(name: str, value: str) -> dict[str, str]:
    """An attribute as it is, but for a relative link: that goes one folder up first."""
    is_relative = name in ("href", "src") and not value.startswith(("#", "/")) and not urlsplit(value).scheme
    return {name: f"../{value}" if is_relative else value}
