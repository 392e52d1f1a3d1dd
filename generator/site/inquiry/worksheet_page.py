"""The worksheet of one inquiry: the rubric with the evidence beside it, to be filled in and saved.

It shows what the evidence page shows, without saying whose it is.
"""

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator import addresses
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import Criterion, MicroCredential
from generator.reading.file_digests import combined_digest
from generator.site.inquiry.evidence_view import EvidencePage
from generator.site.rendering.inline_json import json_in_html
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator

_RELATIVE = re.compile(r'(\s(?:href|src)=")(?![a-z][a-z0-9+.-]*:|[#/])([^"]*")')


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something of the inquiry that a level can rest on: as a review names it, and in words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class WorksheetPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    evidence: EvidencePage
    credential: MicroCredential
    criteria: tuple[Criterion, ...]
    attempt: int
    digest: str  # of the content that was looked at
    named: tuple[Evidence, ...]
    data: Markup  # what the form's script needs


def _from_below(html: Markup) -> Markup:
    """Prose whose links were written for the evidence page, one folder further up."""
    return Markup(_RELATIVE.sub(r"\1../\2", str(html)))


def worksheet_page(
    translator: Translator, evaluated: EvaluatedInquiry, page: EvidencePage, home: tuple[Link, ...]
) -> WorksheetPage:
    """For an inquiry whose case has a credential."""
    credential = evaluated.credential
    assert credential is not None, "asked only where there is a rubric"
    here = addresses.worksheet(evaluated.inquiry.teacher, evaluated.inquiry.id)
    title = translator.gettext("Worksheet: {title}", title=page.title)
    attempt = evaluated.decision.attempt or 1
    named = (
        *(Evidence(f"reflections/{one.id}", one.title) for one in page.reflections),
        Evidence("data", translator.gettext("The data")),
        Evidence("inquiry", translator.gettext("The question and the plan")),
    )
    blind = replace(
        page,
        address=here,
        invitation="",
        citation="",  # it names the teacher
        provenance=page.provenance[1:],
        body=_from_below(page.body),
        reflections=tuple(replace(one, html=_from_below(one.html)) for one in page.reflections),
    )
    return WorksheetPage(
        address=here,
        title=title,
        description=title,
        trail=(*home, Link(translator.gettext("Review desk"), addresses.REVIEW)),
        evidence=blind,
        credential=credential,
        criteria=credential.mastery.criteria,
        attempt=attempt,
        digest=combined_digest(evaluated.inquiry.digests)[:12],
        named=named,
        data=json_in_html({"attempt": attempt, "criteria": [one.id for one in credential.mastery.criteria]}),
    )
