"""Part of the evidence page: the finding in one sentence, class by class, and what it does not show."""

from typing import ClassVar

from msgspec import Struct

from generator.model import Verdict
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.masked_answers import MaskedReading, masked_reading


class FindingPart(Struct, frozen=True):
    """`verdicts` are (class, verdict) of the main prompt, `rising` the classes whose baseline may already
    have been getting better, `masked` what readers saw who did not know where the change was.
    `requirement`, `submitted` and `reasons` are for the printed page, where the decision is far away."""

    template: ClassVar[str] = "evidence/02-finding.html"

    lead: str
    verdicts: tuple[tuple[str, Verdict | None], ...]
    growth: tuple[str, ...]
    rising: tuple[str, ...]
    shared_changes: tuple[str, ...]
    limits: tuple[str, ...]
    masked: MaskedReading | None
    requirement: str
    submitted: str
    reasons: tuple[str, ...]


def build_finding_part(context: InquiryContext) -> FindingPart:
    """The finding, with the requirement that it is held against."""
    sentences, decision = context.finding, context.decision
    return FindingPart(
        lead=context.answer.text,
        verdicts=tuple((chart.class_name, chart.verdict) for chart in context.main_charts),
        growth=context.growth,
        rising=tuple(chart.class_name for chart in context.main_charts if chart.finding.baseline_rising),
        shared_changes=sentences.shared_changes,
        limits=sentences.limits,
        masked=masked_reading(context),
        requirement=decision.requirement,
        submitted=decision.submitted,
        reasons=decision.reasons,
    )
