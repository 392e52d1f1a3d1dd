"""The worksheet of one inquiry: the rubric with the evidence beside it, to be filled in and saved.

It shows what the evidence page shows, without saying whose it is.
"""

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator import addresses
from generator.credential.case import Case
from generator.model import Criterion, MicroCredential
from generator.reading.digests import whole_digest
from generator.site.evidence_view import EvidencePage
from generator.site.inline import json_in_html
from generator.site.render import Way
from generator.words.speech import Words

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
    trail: tuple[Way, ...]
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


def worksheet_page(words: Words, case: Case, page: EvidencePage, home: tuple[Way, ...]) -> WorksheetPage:
    """For an inquiry whose case has a credential."""
    credential = case.credential
    assert credential is not None, "asked only where there is a rubric"
    here = addresses.worksheet(case.inquiry.teacher, case.inquiry.id)
    title = words.say("Worksheet: {title}", title=page.title)
    attempt = case.decision.attempt or 1
    named = (
        *(Evidence(f"reflections/{one.id}", one.title) for one in page.reflections),
        Evidence("data", words.say("The data")),
        Evidence("inquiry", words.say("The question and the plan")),
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
        trail=(*home, Way(words.say("Review desk"), addresses.REVIEW)),
        evidence=blind,
        credential=credential,
        criteria=credential.mastery.criteria,
        attempt=attempt,
        digest=whole_digest(case.inquiry.digests)[:12],
        named=named,
        data=json_in_html({"attempt": attempt, "criteria": [one.id for one in credential.mastery.criteria]}),
    )
