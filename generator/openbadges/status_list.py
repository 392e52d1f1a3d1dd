"""The status list (W3C Bitstring Status List 1.0): which numbers an issuer has revoked, in a signed document.

The list has one bit for each number.  It is as long as the specification asks for, so that whoever
fetches it does not say whose credential is being checked.
"""

import base64
import binascii
import gzip
import re
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from generator.openbadges.jsonld import CREDENTIALS

LENGTH = 131_072  # bits; section 6.1 of the specification
_PURPOSE = "revocation"
_ENTRY_TYPE = "BitstringStatusListEntry"
_NOT_ZERO = re.compile(rb"[^\0]")  # nearly all of a list is zero
_LARGEST = 4 * 1024 * 1024  # bytes of a list unpacked, beyond which we do not read


def status_entry(address: str, number: int) -> dict[str, Any]:
    """A credential's `credentialStatus`: the list's address, and the credential's number in it."""
    return {
        "id": f"{address}#{number}",
        "type": _ENTRY_TYPE,
        "statusPurpose": _PURPOSE,
        "statusListIndex": str(number),
        "statusListCredential": address,
    }


def build_status_list(address: str, did: str, revoked: Iterable[int], since: str) -> dict[str, Any]:
    """The list as a credential without its proof.

    `address` is where the list is published, `did` its issuer, `revoked` the numbers whose bits are set,
    `since` the date-time with a zone from which it is valid.
    """
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
    """A list of LENGTH bits, number 0 leftmost, compressed with gzip, as multibase base64url."""
    bits = bytearray(LENGTH // 8)
    for number in revoked:
        bits[number // 8] |= _mask(number)
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), 9, mtime=0)).decode().rstrip("=")


def decode_bits(document: Mapping[str, Any]) -> bytes | None:
    """The bits of a revocation list (section 3.2 of the specification).

    None where the document is not such a list, cannot be unpacked, or is shorter than LENGTH bits.
    """
    types, subject = document.get("type"), document.get("credentialSubject")
    if not isinstance(types, list) or "BitstringStatusListCredential" not in types:
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
    """The number in a credential's `credentialStatus`.

    None where that is not an entry of the revocation list at this address.
    """
    if not isinstance(entry, Mapping) or entry.get("statusListCredential") != address:
        return None
    if (entry.get("type"), entry.get("statusPurpose")) != (_ENTRY_TYPE, _PURPOSE):
        return None
    index = entry.get("statusListIndex")
    if not isinstance(index, str) or not re.fullmatch("0|[1-9][0-9]{0,8}", index):
        return None
    return int(index)


def set_bit_numbers(bits: bytes) -> frozenset[int]:
    """Every number whose bit is set."""
    return frozenset(
        number
        for set_byte in _NOT_ZERO.finditer(bits)
        for number in range(set_byte.start() * 8, set_byte.start() * 8 + 8)
        if bits[number // 8] & _mask(number)
    )


def bit_at(bits: bytes, number: int) -> bool | None:
    """Whether the bit of this number is set; None where the list does not go so far."""
    if number >= len(bits) * 8:
        return None
    return bool(bits[number // 8] & _mask(number))


def _mask(number: int) -> int:
    """The bit of a number in its byte: the leftmost comes first."""
    return 0x80 >> number % 8
