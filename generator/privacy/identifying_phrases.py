"""What lets a child be recognised in prose without a name: a student's own words, the only one (P13)."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from generator.problems import Phrase


class IdentifyingKind(StrEnum):
    """How a text singles out a student.  The values are part of fingerprints in privacy-review.yml files,
    so they do not change."""

    QUOTED_SPEECH = "quoted-speech"
    ONLY_ONE = "only-one"


IDENTIFYING_TEXTS: Mapping[IdentifyingKind, Phrase] = {
    IdentifyingKind.QUOTED_SPEECH: Phrase("the words of a single student"),
    IdentifyingKind.ONLY_ONE: Phrase("one student singled out as the only one"),
}

_ONE = (
    r"(?:(?:a|an|one|another|this|that|my|the same)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:student|pupil|boy|girl|child|kid|learner)"
    r"|(?:un|una|otro|otra|este|esta|ese|esa|el mismo|la misma)\s+(?:estudiante|alumn[oa]|niñ[oa]|chic[oa]))"
)
_SAID = (
    r"(?:said|says|asked|asks|wrote|writes|told|replied|answered|explained|shouted|whispered|added"
    r"|dijo|dice|preguntó|escribió|contestó|respondió|explicó|añadió)"
)
# a quotation: under 12 characters it is a term or an answer such as "five"; a quotation mark that is never
# closed ends after 400, about five lines
_WORDS = r"[\"“«][^\"”»\n]{12,400}[\"”»]"
# speaker, verb and quotation stand in one sentence, with some words between them
_SPEECH = re.compile(
    rf"{_ONE}\b[^.\n\"“«]{{0,40}}\b{_SAID}\b[^.\n\"“«]{{0,30}}{_WORDS}"
    rf"|{_WORDS}[,.]?\s+(?:{_SAID}\s+{_ONE}|{_ONE}\s+{_SAID})\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\bthe only\b(?:[ ,]+[\w’'-]+){0,3}[ ,]+(?:student|pupil|boy|girl|child|kid|learner)\b"
    r"|\b(?:el|la) únic[oa]\b(?: [\w-]+){0,2} (?:estudiante|alumn[oa]|niñ[oa]|chic[oa])\b"
    r"|\bthe only (?:student|pupil|one)\b.{0,30}\bwho\b",
    re.IGNORECASE,
)


def find_identifying_phrases(text: str) -> Iterator[tuple[IdentifyingKind, int]]:
    """Yields the kind of each such phrase and the offset where it begins."""
    if any(mark in text for mark in '"“«'):
        yield from ((IdentifyingKind.QUOTED_SPEECH, match.start()) for match in _SPEECH.finditer(text))
    if "only" in text or "únic" in text:
        yield from ((IdentifyingKind.ONLY_ONE, match.start()) for match in _ONLY.finditer(text))
