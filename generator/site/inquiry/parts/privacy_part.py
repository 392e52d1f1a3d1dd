"""Part of the evidence page: what was done and checked to protect students, never that it is safe."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from generator.model import Unit
from generator.privacy.rule_texts import RULES
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.privacy_sentences import names_compared, smallest_published


class PrivacyPart(Struct, frozen=True):
    """Sentences in the order in which a parent would ask."""

    template: ClassVar[str] = "evidence/privacy.html"

    lines: tuple[str, ...]


def build_privacy_part(context: InquiryContext) -> PrivacyPart:
    """What the privacy gate did to this inquiry's data, photos and texts, and who has confirmed it."""
    return PrivacyPart(
        (
            context.translator.gettext(
                "Only counts of a whole class or group are published, never of a student."
            ),
            *_observers_and_groups(context),
            *_hidden_counts(context),
            *_photos(context),
            names_compared(context.translator, has_roster=context.render.privacy.has_roster),
            *_allowed_exceptions(context),
            _attestation(context),
        )
    )


def _observers_and_groups(context: InquiryContext) -> Iterator[str]:
    inquiry = context.inquiry
    if any(row.observer for row in inquiry.observations):
        yield context.translator.gettext("In the tables, observers appear as A and B.")
    if context.tool and context.tool.unit is Unit.STUDENTS:
        yield _smallest_group(context)


def _smallest_group(context: InquiryContext) -> str:
    translator = context.translator
    text = smallest_published(translator, context.render.program.min_group_size)
    sizes = [row.n for row in context.inquiry.observations if row.n]
    if not sizes:
        return text
    smallest = translator.gettext(
        "The smallest group here has {n} students.", n=translator.format_number(min(sizes))
    )
    return f"{text} {smallest}"


def _hidden_counts(context: InquiryContext) -> Iterator[str]:
    """What rules P06 and P07 (few students) and P08 (all or none of them) hid."""
    applied = {safeguard.rule for safeguard in context.inquiry.safeguards if not safeguard.reviewer}
    if applied & {"P06", "P07"}:
        yield context.translator.gettext(
            "Smaller counts, and counts that would give them away, are hidden; the charts show gaps."
        )
    if "P08" in applied:
        yield context.translator.gettext(
            "Where all of the students or none reached something, the charts and tables say at least 95% "
            "or at most 5%, without a count."
        )


def _photos(context: InquiryContext) -> Iterator[str]:
    if context.inquiry.photos:
        yield context.translator.gettext("Location and camera data were removed from photos.")


def _allowed_exceptions(context: InquiryContext) -> Iterator[str]:
    """What the gate found and a second person allowed, with that person's reason."""
    gettext = context.translator.gettext
    for safeguard in context.inquiry.safeguards:
        if safeguard.reviewer:
            yield gettext(
                "Checked and allowed by {name} until {date}: {rule} Reason: {reason}",
                name=safeguard.reviewer,
                date=safeguard.until,
                rule=gettext(RULES[safeguard.rule]),
                reason=safeguard.reason,
            )


def _attestation(context: InquiryContext) -> str:
    """Names the reader for the version that they read, and for no other."""
    translator, attestation = context.translator, context.inquiry.attestation
    if attestation is None:
        return translator.gettext("No one has confirmed reading this version for students' names.")
    return translator.gettext(
        "{name} confirmed on {date} reading this version for students' names.",
        name=attestation.reader,
        date=translator.format_date(attestation.date),
    )
