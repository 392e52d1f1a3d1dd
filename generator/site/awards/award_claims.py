"""What a signed credential says: whom it names, for what, since when, with which results."""

from collections.abc import Mapping
from datetime import date as Date
from typing import Any

from msgspec import Struct

from generator.openbadges.achievement import clean_text
from generator.openbadges.document_fields import date_of, mapping, mappings
from generator.openbadges.jsonld import Document

_LONGEST_TEXT = 500  # letters of a text that a page repeats


class LevelReached(Struct, frozen=True):
    """One criterion of the rubric and the level that was reached."""

    criterion: str
    level: str


class AwardClaims(Struct, frozen=True):
    """The fields of a credential that its page shows; empty where the credential does not have them."""

    person: str = ""
    title: str = ""
    issuer: str = ""
    awarded_on: Date | None = None
    valid_until: Date | None = None
    levels: tuple[LevelReached, ...] = ()
    impact: str = ""  # the requirement on student learning that was met


def read_claims(document: Document) -> AwardClaims:
    """The claims of an Open Badges 3.0 credential.  A field of a wrong type is read as missing."""
    subject = mapping(document.get("credentialSubject"))
    named = mappings(subject.get("identifier"))
    descriptions = mappings(mapping(subject.get("achievement")).get("resultDescription"))
    return AwardClaims(
        person=_text(named[0].get("identityHash")) if named else "",
        title=_text(document.get("name")),
        issuer=_text(mapping(document.get("issuer")).get("name")),
        awarded_on=date_of(document, "validFrom"),
        valid_until=date_of(document, "validUntil"),
        levels=_levels(mappings(subject.get("result")), descriptions),
        impact=next(
            (_text(about.get("name")) for about in descriptions if about.get("resultType") == "Status"), ""
        ),
    )


def _levels(
    results: list[Mapping[str, Any]], descriptions: list[Mapping[str, Any]]
) -> tuple[LevelReached, ...]:
    by_id = {str(about.get("id")): about for about in descriptions}
    described = [(result, by_id.get(str(result.get("resultDescription")), {})) for result in results]
    return tuple(
        LevelReached(_text(about.get("name")), _text(result.get("value")))
        for result, about in described
        if about.get("resultType") == "RubricCriterionLevel"
    )


def _text(value: Any) -> str:
    return clean_text(value)[:_LONGEST_TEXT] if isinstance(value, str) else ""
