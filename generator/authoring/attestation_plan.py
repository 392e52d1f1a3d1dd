"""What `portfolio attest` writes: who read which version of which inquiries."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date as Date

from msgspec import Struct

from generator.model import Attestation, Inquiry
from generator.privacy.attestations import write_attestations
from generator.reading.file_digests import combined_digest


class AttestationPlan(Struct, frozen=True):
    """`data` is the whole of privacy-attested.txt; `attested` are the inquiries (T/I) that are new in it or
    that were read again, `unreadable` the named ones that have an error, so that there is no page to read."""

    data: bytes
    attested: tuple[str, ...]
    unreadable: tuple[str, ...] = ()


def plan_attestation(
    inquiries: Iterable[Inquiry],
    before: Mapping[str, Attestation],
    named: Collection[str],
    reader: str,
    day: Date,
) -> AttestationPlan:
    """The attestations after `reader` has read the `named` inquiries (T/I), or without names all that others
    can see and nobody has read in this version.

    `inquiries` are all of the program that have no error; what is attested of others stays.
    """
    by_name = {f"{inquiry.teacher}/{inquiry.id}": inquiry for inquiry in inquiries}
    digests = {name: combined_digest(inquiry.digests) for name, inquiry in by_name.items()}
    unread = [
        name
        for name, inquiry in by_name.items()
        if inquiry.publish and (name not in before or before[name].digest != digests[name])
    ]
    read = [name for name in named if name in by_name] if named else unread
    new = {name: Attestation(digests[name], reader, day) for name in read}
    return AttestationPlan(
        write_attestations({**before, **new}),
        tuple(sorted(new)),
        tuple(sorted(set(named) - by_name.keys())),
    )
