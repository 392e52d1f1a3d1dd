"""Part of the evidence page: the rubric, criterion by criterion, with the evidence that assessors name."""

import re
from typing import ClassVar

from msgspec import Struct

from generator.credential.decision import CriterionResult, CriterionVote
from generator.model import MicroCredential
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.rendering.template_renderer import Link
from generator.slugs import slug

_BLANK_LINES = re.compile(r"\n\s*\n")


class VoteLine(Struct, frozen=True):
    """One assessor's level.  `feedback` has a text for each paragraph, `evidence` are links into the
    page, `unlinked` is named evidence that is not a file of the inquiry."""

    assessor: str
    level: str
    passes: bool
    feedback: tuple[str, ...]
    evidence: tuple[Link, ...]
    unlinked: str


class CriterionLine(Struct, frozen=True):
    """One criterion of the rubric; `passing` describes the level that passes, `waiting` what is missing."""

    title: str
    standard: str
    standard_url: str
    passing: str
    met: bool
    waiting: str
    votes: tuple[VoteLine, ...]


class RubricPart(Struct, frozen=True):
    """Without a rubric of the micro-credential there are no criteria.  Before reviews are published it says
    what passes, and nothing of where a criterion stands."""

    template: ClassVar[str] = "evidence/rubric.html"

    credential: Link | None
    assessors_needed: int
    criteria: tuple[CriterionLine, ...]
    reviews_published: bool = True


def build_rubric_part(context: InquiryContext) -> RubricPart | None:
    """Criterion by criterion: what passes, each assessor's level and feedback, the exact evidence; nothing
    where the inquiry is for no micro-credential."""
    credential = context.evaluated.credential
    if credential is None:
        return None
    return RubricPart(
        credential=context.decision.credential,
        assessors_needed=credential.mastery.assessors,
        criteria=tuple(
            _criterion_line(context, credential, result) for result in context.evaluated.decision.criteria
        ),
        reviews_published=context.evaluated.decision.reviews_published,
    )


def _criterion_line(
    context: InquiryContext, credential: MicroCredential, result: CriterionResult
) -> CriterionLine:
    criterion = result.criterion
    standard = {standard.code: standard for standard in credential.standards}.get(criterion.standard)
    return CriterionLine(
        title=criterion.title,
        standard=f"{standard.framework} {standard.code}" if standard else criterion.standard,
        standard_url=standard.url if standard else "",
        passing=criterion.levels.get(credential.mastery.passing, ""),
        met=result.met,
        waiting=_waiting(context, result),
        votes=tuple(_vote_line(context, vote) for vote in result.votes),
    )


def _waiting(context: InquiryContext, result: CriterionResult) -> str:
    translator = context.translator
    if result.assessors_differ:
        return translator.gettext("The two assessors disagree; a third will decide.")
    if not result.votes:
        return translator.gettext("Not yet judged.")
    if result.votes_missing:
        return translator.ngettext(
            "{n} more assessor is needed.", "{n} more assessors are needed.", result.votes_missing
        )
    return ""


def _vote_line(context: InquiryContext, vote: CriterionVote) -> VoteLine:
    links, unlinked = _named_evidence(context, vote.evidence)
    return VoteLine(vote.assessor, vote.level, vote.passes, paragraphs(vote.feedback), links, unlinked)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a plain text: what stands between blank lines."""
    return tuple(part for part in (" ".join(piece.split()) for piece in _BLANK_LINES.split(text)) if part)


def _named_evidence(context: InquiryContext, evidence: str) -> tuple[tuple[Link, ...], str]:
    """What a review names, separated by commas: links for `reflections/2025-10-03` and `data`, and the
    names that are neither, as they were written."""
    reflections = {reflection.id: reflection for reflection in context.inquiry.reflections}
    links, rest = [], []
    for name in (part.strip() for part in evidence.split(",")):
        folder, _, file = name.removesuffix(".md").rpartition("/")
        if folder == "reflections" and slug(file) in reflections:
            reflection = reflections[slug(file)]
            links.append(Link(reflection.title, f"{context.address}#reflection-{reflection.id}"))
        elif folder == "data" or name == "data":
            links.append(Link(name, f"{context.address}#data"))
        elif name:
            rest.append(name)
    return tuple(links), ", ".join(rest)
