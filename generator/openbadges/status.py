"""Which credentials there are and which are revoked: the issuer's register, and what it publishes of it.

The register gives every credential a number.  The status list (W3C Bitstring Status List 1.0) says
for each number one bit, in a signed document; it is as long as the specification asks for, so that
whoever fetches it does not say whose credential is being checked.
"""

import base64
import binascii
import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.openbadges.linked import CREDENTIALS

LENGTH = 131_072  # bits; section 6.1 of the specification
_PURPOSE = "revocation"
_LARGEST = 4 * 1024 * 1024  # bytes of a list unpacked, beyond which we do not read


class BadRegister(Exception):
    """The register is not as `portfolio award` wrote it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One credential.  Days are ISO dates; empty where there is none."""

    id: str
    number: int
    until: str = ""
    revoked: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Every credential that was ever issued, in the order of their numbers."""

    entries: tuple[Entry, ...] = ()

    def of(self, award: str) -> Entry | None:
        return next((one for one in self.entries if one.id == award), None)

    def with_award(self, award: str, until: str) -> "Register":
        """With this credential, under the number it has or the next free one."""
        known = self.of(award)
        number = known.number if known else max((one.number for one in self.entries), default=-1) + 1
        if number >= LENGTH:
            raise BadRegister
        entry = replace(known, until=until) if known else Entry(award, number, until)
        return self._with(entry)

    def without(self, award: str, day: str, reason: str) -> "Register":
        """With this credential revoked; the first day and reason stay.  Raises BadRegister where there
        is no such credential."""
        known = self.of(award)
        if known is None:
            raise BadRegister
        return self if known.revoked else self._with(replace(known, revoked=day, reason=reason))

    def _with(self, entry: Entry) -> "Register":
        others = (one for one in self.entries if one.id != entry.id)
        return Register(tuple(sorted((*others, entry), key=lambda one: one.number)))

    @property
    def revoked(self) -> frozenset[int]:
        return frozenset(one.number for one in self.entries if one.revoked)


def read_register(data: bytes) -> Register:
    """From its file.  Raises BadRegister."""
    try:
        entries = tuple(Entry(**one) for one in json.loads(data)["credentials"])
    except (ValueError, TypeError, KeyError, RecursionError) as trouble:
        raise BadRegister from trouble
    numbers = [one.number for one in entries]
    texts = [text for one in entries for text in (one.id, one.until, one.revoked, one.reason)]
    sound = all(type(one) is int and 0 <= one < LENGTH for one in numbers) and len({*numbers}) == len(numbers)
    if not sound or not all(isinstance(text, str) for text in texts):
        raise BadRegister
    return Register(entries)


def register_json(register: Register) -> bytes:
    document = {"schema": 1, "credentials": [asdict(one) for one in register.entries]}
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def status_entry(address: str, number: int) -> dict[str, Any]:
    """What a credential says about where its status is found."""
    return {
        "id": f"{address}#{number}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": _PURPOSE,
        "statusListIndex": str(number),
        "statusListCredential": address,
    }


def status_list(address: str, did: str, revoked: Iterable[int], since: str) -> dict[str, Any]:
    """The list as a credential, to be signed.  `since` is a date-time with a zone."""
    return {
        "@context": [CREDENTIALS],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": did,
        "validFrom": since,
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": _PURPOSE,
            "encodedList": encoded(revoked),
        },
    }


def encoded(revoked: Iterable[int]) -> str:
    """The bits, first the leftmost, packed by gzip, as multibase base64url."""
    bits = bytearray(LENGTH // 8)
    for number in revoked:
        bits[number // 8] |= 0x80 >> number % 8
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), 9, mtime=0)).decode().rstrip("=")


def is_revoked(document: Mapping[str, Any], number: int) -> bool | None:
    """Whether the list has this number's bit; None where it cannot be told."""
    subject = document.get("credentialSubject")
    if not isinstance(subject, Mapping) or subject.get("statusPurpose") != _PURPOSE:
        return None
    text = subject.get("encodedList")
    if not isinstance(text, str) or not text.startswith("u"):
        return None
    try:
        packed = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
        bits = zlib.decompressobj(wbits=31).decompress(packed, _LARGEST)
    except (ValueError, binascii.Error, zlib.error):
        return None
    if not 0 <= number < len(bits) * 8:
        return None
    return bool(bits[number // 8] & (0x80 >> number % 8))
