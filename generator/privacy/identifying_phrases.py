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

_CHILD = r"(?:student|pupil|boy|girl|child|kid|learner)"
_ONE = (
    rf"(?:(?:a|an|one|another|this|that|my|the|the same)\s+(?:[\w-]+\s+){{0,2}}?{_CHILD}"
    rf"|one of (?:my|our|the) (?:[\w-]+\s+){{0,2}}?(?:{_CHILD}s|children)"
    rf"|{_CHILD} (?:[A-Z]|\d{{1,2}})"
    r"|(?:un|una|otro|otra|este|esta|ese|esa|el|la|el mismo|la misma)\s+"
    r"(?:estudiante|alumn[oa]|niñ[oa]|chic[oa])"
    r"|un[oa] de (?:mis|nuestr[oa]s|l[oa]s) (?:estudiantes|alumn[oa]s|niñ[oa]s|chic[oa]s))"
)
_SAID = (
    r"(?:said|says|saying|asked|asks|wrote|writes|told|replied|answered|responded|explained|shouted|whispered|added"
    r"|reflected|commented|exclaimed|noticed|noted|remarked|stated|argued|suggested|put it"
    r"|dijo|dice|preguntó|escribió|contestó|respondió|explicó|añadió|comentó|exclamó)"
)
# a quotation: under 12 characters it is a term or an answer such as "five"; a quotation mark that is never
# closed ends after 400, about five lines
_WORDS = (
    r"(?:[\"“„«][^\"”»\n]{12,400}[\"”“»]|(?<!\w)['‘](?=\w)(?:[^'’‘\n]|(?<=\w)['’](?=\w)){12,400}['’](?!\w))"
)
_SOME = r"(?:[^.\n\"“„«]|\n(?!\s*\n))"  # of one sentence, over the end of a line
# speaker, verb and quotation stand in one sentence, with some words between them
_SPEECH = re.compile(
    rf"{_ONE}\b{_SOME}{{0,40}}\b{_SAID}\b{_SOME}{{0,30}}{_WORDS}"
    rf"|{_WORDS}[,.]?\s+(?:{_SAID}\s+{_ONE}|{_ONE}\s+{_SAID})\b"
    rf"|{_WORDS}\s*(?:[-–—]\s*|\(\s*)(?:{_ONE}|{_CHILD})\b"
    rf"|(?:according to|según) {_ONE}\b{_SOME}{{0,10}}{_WORDS}"
    rf"|{_ONE}['’]s (?:words|answer|explanation|response|comment)\b{_SOME}{{0,20}}{_WORDS}"
    rf"|\b(?:{_CHILD} [A-Z\d]|S\d{{1,2}}):\s*{_WORDS}",
    re.IGNORECASE,
)
_MARKS = ('"', "“", "„", "«", "'", "‘")
_SINGLED = ("only", "únic", " one ", "single", "sole")
_NO_NOUN = (
    r"(?!(?:a|an|each|every|the|that|which|any|of|for|per|my|our)\b)"  # the only question a student had
)
# the only student work is no student
_NO_THING = (
    r"(?!-\w| (?:answer|artifact|comment|council|data|discussion|error|example|group|idea|note|paper|product"
    r"|question|response|sample|survey|talk|team|thinking|voice|work|writing)s?\b)"
)
_ONLY = re.compile(
    rf"\b(?:the|my|our) only\b(?:[ ,]+{_NO_NOUN}[\w’'-]+){{0,3}}[ ,]+"
    rf"(?:{_CHILD}|newcomer|grader)\b{_NO_THING}"
    rf"|\bthe (?:one|single|sole) (?:[\w-]+ )?{_CHILD} (?:who|in|with|that|from)\b"
    r"|\b(?:el|la|mi) únic[oa]\b(?: [\w-]+){0,2} (?:estudiante|alumn[oa]|niñ[oa]|chic[oa])\b"
    rf"|\bthe only (?:{_CHILD}|one)\b.{{0,30}}\bwho\b",
    re.IGNORECASE,
)


def find_identifying_phrases(text: str) -> Iterator[tuple[IdentifyingKind, int]]:
    """Yields the kind of each such phrase and the offset where it begins."""
    if any(mark in text for mark in _MARKS):
        yield from ((IdentifyingKind.QUOTED_SPEECH, match.start()) for match in _SPEECH.finditer(text))
    lower = text.lower()
    if any(word in lower for word in _SINGLED):
        yield from ((IdentifyingKind.ONLY_ONE, match.start()) for match in _ONLY.finditer(text))
