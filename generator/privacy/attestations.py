"""P14: who read which version of an inquiry for students' names, as privacy-attested.txt keeps it.

One sorted line an inquiry, so that two pull requests seldom meet: the inquiry as T/I, the digest of its
files (`combined_digest`), the day, the reader.  `portfolio attest` writes it; what it says holds for that
version alone.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date as Date

from msgspec.structs import replace

from generator.layout import ATTESTATIONS
from generator.model import Attestation, Inquiry
from generator.problems import Place, Problem, error, warning
from generator.reading.encoding import decode_text
from generator.reading.file_digests import combined_digest

_LINE = re.compile(
    r"(?P<inquiry>[a-z0-9-]+/[a-z0-9-]+) +(?P<digest>[0-9a-f]{64}) "
    r"+(?P<date>\d{4}-\d\d-\d\d) +(?P<reader>\S.*)"
)


def read_attestations(data: bytes) -> tuple[dict[str, Attestation], list[Problem]]:
    """The attestations by T/I, and what is wrong with the file.

    A line that cannot be read, and an inquiry with two lines, attest nothing.
    """
    text, problems = decode_text(data, ATTESTATIONS)
    attestations: dict[str, Attestation] = {}
    repeated: set[str] = set()
    for number, line in enumerate((text or "").split("\n"), start=1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        day = _day(match["date"]) if match else None
        if match is None or day is None:
            problems.append(_bad_line(number))
        elif match["inquiry"] in attestations or match["inquiry"] in repeated:
            repeated.add(match["inquiry"])
            problems.append(_two_lines(number, match["inquiry"]))
        else:
            attestations[match["inquiry"]] = Attestation(match["digest"], match["reader"], day)
    return {name: value for name, value in attestations.items() if name not in repeated}, problems


def write_attestations(attestations: Mapping[str, Attestation]) -> bytes:
    """privacy-attested.txt, sorted by T/I."""
    return "".join(
        f"{inquiry} {value.digest} {value.date.isoformat()} {' '.join(value.reader.split())}\n"
        for inquiry, value in sorted(attestations.items())
    ).encode()


def check_attestations(
    teacher: str, inquiries: Iterable[Inquiry], attestations: Mapping[str, Attestation]
) -> tuple[list[Inquiry], list[Problem]]:
    """The inquiries with the attestation of this very version, and P14 for those that others can see and
    that have none."""
    attested: list[Inquiry] = []
    problems: list[Problem] = []
    for inquiry in inquiries:
        attestation = attestations.get(f"{teacher}/{inquiry.id}")
        if attestation and attestation.digest == combined_digest(inquiry.digests):
            attested.append(replace(inquiry, attestation=attestation))
            continue
        attested.append(inquiry)
        if inquiry.publish:
            problems.append(_not_read(teacher, inquiry, attestation))
    return attested, problems


def _not_read(teacher: str, inquiry: Inquiry, older: Attestation | None) -> Problem:
    place, name = Place(inquiry.body.file), f"{teacher}/{inquiry.id}"
    if older is None:
        return warning(
            "P14",
            place,
            "No one has confirmed reading this inquiry for students' names.",
            'Read its pages. Then type:  portfolio attest --by "YOUR NAME" {inquiry}',
            inquiry=name,
        )
    return warning(
        "P14",
        place,
        "This has changed since {reader} read it on {date}.",
        'Read it again. Then type:  portfolio attest --by "YOUR NAME" {inquiry}',
        reader=older.reader,
        date=older.date.isoformat(),
        inquiry=name,
    )


def _day(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        return None


def _bad_line(number: int) -> Problem:
    return error(
        "bad-attestation",
        Place(ATTESTATIONS, number),
        "This line is not as  portfolio attest  writes it, so it confirms nothing.",
        "Remove the line and type  portfolio attest  for the inquiry again.",
    )


def _two_lines(number: int, inquiry: str) -> Problem:
    return error(
        "bad-attestation",
        Place(ATTESTATIONS, number),
        "{inquiry} has a second line here, so neither confirms anything.",
        'Remove both lines. Then type:  portfolio attest --by "YOUR NAME" {inquiry}',
        inquiry=inquiry,
    )
