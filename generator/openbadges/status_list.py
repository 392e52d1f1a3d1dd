"""Which credentials there are and which are revoked: the issuer's register, and what it publishes of it.

The register gives every credential a number.  The status list (W3C Bitstring Status List 1.0) says
for each number one bit, in a signed document; it is as long as the specification asks for, so that
whoever fetches it does not say whose credential is being checked.
"""

import base64
import binascii
import gzip
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.openbadges.jsonld import CREDENTIALS

LENGTH = 131_072  # bits; section 6.1 of the specification
_PURPOSE = "revocation"
_ENTRY = "BitstringStatusListEntry"
_LARGEST = 4 * 1024 * 1024  # bytes of a list unpacked, beyond which we do not read


class BadRegister(Exception):
    """The register is not as `portfolio award` wrote it."""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One credential.  Days are ISO dates; empty where there is none.  `replaced` are the numbers it had
    before it was issued anew; they stay revoked, so that older badges say so."""

    id: str
    number: int
    until: str = ""
    revoked: str = ""
    reason: str = ""
    day: str = ""  # of the award
    replaced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """Every credential that was ever issued, in the order of their numbers."""

    entries: tuple[RegisterEntry, ...] = ()

    def entry(self, award: str) -> RegisterEntry | None:
        return next((one for one in self.entries if one.id == award), None)

    def with_award(
        self, award: str, day: str, until: str, *, anew: bool = False, old: int | None = None
    ) -> "Register":
        """With this credential, under the number it has or the next free one.  `anew` gives it a new
        number, revokes the one it had, and takes back a revocation; `old` is the number that was handed
        out, where the register may say otherwise.  Raises BadRegister where no number is left."""
        known = self.entry(award)
        if known and not anew:
            return self._with(replace(known, day=day, until=until))
        replaced = {*known.replaced, known.number} if known else set()
        if anew and old is not None and old not in self.numbers:
            replaced.add(old)
        number = max((*self.numbers, *replaced), default=-1) + 1
        if number >= LENGTH:
            raise BadRegister
        return self._with(RegisterEntry(award, number, until, day=day, replaced=tuple(sorted(replaced))))

    def revoking(self, award: str, day: str, reason: str) -> "Register":
        """With this credential revoked; the first day stays.  Raises BadRegister where there is none."""
        known = self.entry(award)
        if known is None:
            raise BadRegister
        return self._with(replace(known, revoked=known.revoked or day, reason=reason))

    @property
    def numbers(self) -> frozenset[int]:
        """Every number that was ever given."""
        return frozenset(number for one in self.entries for number in (one.number, *one.replaced))

    def _with(self, entry: RegisterEntry) -> "Register":
        others = (one for one in self.entries if one.id != entry.id)
        return Register(tuple(sorted((*others, entry), key=lambda one: one.number)))

    @property
    def revoked(self) -> frozenset[int]:
        """Every number that is taken back."""
        own = {one.number for one in self.entries if one.revoked}
        return frozenset(own.union(*(one.replaced for one in self.entries)))


def read_register(data: bytes) -> Register:
    """From its file.  Raises BadRegister, also where one credential or number is there twice, as after a
    merge: a revocation could be lost in it."""
    try:
        given = [dict(one) for one in json.loads(data)["credentials"]]
        entries = tuple(RegisterEntry(**{**one, "replaced": tuple(one.get("replaced", ()))}) for one in given)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as trouble:
        raise BadRegister from trouble
    numbers = [number for one in entries for number in (one.number, *one.replaced)]
    texts = [text for one in entries for text in (one.id, one.until, one.revoked, one.reason, one.day)]
    sound = all(type(one) is int and 0 <= one < LENGTH for one in numbers) and len({*numbers}) == len(numbers)
    if not sound or not all(isinstance(text, str) and text.isprintable() for text in texts):
        raise BadRegister
    if len({one.id for one in entries}) != len(entries):
        raise BadRegister
    return Register(entries)


def register_json(register: Register) -> bytes:
    entries = [asdict(one) for one in register.entries]
    for one in entries:
        if not one["replaced"]:
            del one["replaced"]
    document = {"schema": 1, "credentials": entries}
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def status_entry(address: str, number: int) -> dict[str, Any]:
    """What a credential says about where its status is found."""
    return {
        "id": f"{address}#{number}",
        "type": _ENTRY,
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
            "encodedList": encode_bits(revoked),
        },
    }


def encode_bits(revoked: Iterable[int]) -> str:
    """The bits, first the leftmost, packed by gzip, as multibase base64url."""
    bits = bytearray(LENGTH // 8)
    for number in revoked:
        bits[number // 8] |= 0x80 >> number % 8
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), 9, mtime=0)).decode().rstrip("=")


def decode_bits(document: Mapping[str, Any]) -> bytes | None:
    """The bits of a revocation list (section 3.2 of the specification); None where it is none that can be
    read, or shorter than the specification asks for."""
    kinds, subject = document.get("type"), document.get("credentialSubject")
    if not isinstance(kinds, list) or "BitstringStatusListCredential" not in kinds:
        return None
    if not isinstance(subject, Mapping) or subject.get("statusPurpose") != _PURPOSE:
        return None
    text = subject.get("encodedList")
    if not isinstance(text, str) or not text.startswith("u"):
        return None
    try:
        packed = base64.b64decode(text[1:] + "=" * (-len(text[1:]) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj(wbits=31)
        bits = unpacking.decompress(packed, _LARGEST)
    except (ValueError, binascii.Error, zlib.error):
        return None
    return bits if unpacking.eof and len(bits) * 8 >= LENGTH else None


def number_in(entry: Any, address: str) -> int | None:
    """The number that a credential's entry has in the revocation list at this address; None where it
    says something else."""
    if not isinstance(entry, Mapping) or entry.get("statusListCredential") != address:
        return None
    kind = (entry.get("type"), entry.get("statusPurpose"))
    number = entry.get("statusListIndex")
    if (
        kind != (_ENTRY, _PURPOSE)
        or not isinstance(number, str)
        or not re.fullmatch("0|[1-9][0-9]{0,8}", number)
    ):
        return None
    return int(number)


def set_bit_numbers(bits: bytes) -> frozenset[int]:
    """Every number whose bit is set."""
    return frozenset(
        at * 8 + place for at, byte in enumerate(bits) if byte for place in range(8) if byte & (0x80 >> place)
    )


def bit_at(bits: bytes, number: int) -> bool | None:
    """Whether this number is revoked; None where the list does not go so far."""
    if number >= len(bits) * 8:
        return None
    return bool(bits[number // 8] & (0x80 >> number % 8))
