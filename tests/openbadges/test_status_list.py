"""The published list of revoked numbers."""

import base64
import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.openbadges.jsonld import CREDENTIALS
from generator.openbadges.status_list import (
    LENGTH,
    bit_at,
    build_status_list,
    decode_bits,
    encode_bits,
    number_in,
    set_bit_numbers,
    status_entry,
)

LIST = "https://x.org/status/revocation.json"


def listed(revoked: set[int]) -> dict[str, object]:
    return build_status_list(LIST, "did:web:x.org", revoked, "2026-01-01T00:00:00Z")


@given(st.sets(st.integers(0, LENGTH - 1), max_size=5), st.integers(0, LENGTH - 1))
def test_the_list_says_of_each_number_what_was_said(revoked: set[int], number: int) -> None:
    bits = decode_bits(listed(revoked))
    assert bits is not None
    assert bit_at(bits, number) == (number in revoked)
    assert number_in(status_entry(LIST, number), LIST) == number


def test_the_list_is_as_long_as_the_specification_asks() -> None:
    bits = decode_bits(listed(set()))
    assert bits is not None
    assert len(bits) * 8 >= 131_072
    assert bit_at(bits, LENGTH) is None
    shorter = encode_bits([])[:1] + base64.urlsafe_b64encode(gzip.compress(bytes(100))).decode().rstrip("=")
    assert decode_bits(changed(listed(set()), encodedList=shorter)) is None


def changed(document: dict[str, object], **others: object) -> dict[str, object]:
    return document | {"credentialSubject": {**document["credentialSubject"], **others}}  # type: ignore[dict-item]


def test_a_list_and_an_entry_are_as_the_specification_has_them() -> None:
    document = listed({3})
    subject = document.pop("credentialSubject")
    assert document == {
        "@context": [CREDENTIALS],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": "did:web:x.org",
        "validFrom": "2026-01-01T00:00:00Z",
    }
    assert subject == {
        "id": f"{LIST}#list",
        "type": "BitstringStatusList",
        "statusPurpose": "revocation",
        "encodedList": encode_bits([3]),
    }
    assert status_entry(LIST, 3) == {
        "id": f"{LIST}#3",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "3",
        "statusListCredential": LIST,
    }


def packed(data: bytes) -> dict[str, object]:
    """The list with these packed bytes in place of its own."""
    return changed(listed(set()), encodedList="u" + base64.urlsafe_b64encode(data).decode().rstrip("="))


def test_a_list_is_packed_with_gzip_and_the_same_on_every_day() -> None:
    text = encode_bits([3])
    assert base64.urlsafe_b64decode(text[1:] + "==")[4:8] == bytes(4), "no time of day"
    bits = bytes(LENGTH // 8)
    assert decode_bits(packed(gzip.compress(bits))) == bits
    assert decode_bits(packed(zlib.compress(bits))) is None
    assert decode_bits(packed(gzip.compress(bits)[:-4])) is None, "cut off"


@pytest.mark.parametrize("revoked", [[], [3], [3, 70_000], [3, 70_000, LENGTH - 1]])
def test_a_list_is_written_without_padding(revoked: list[int]) -> None:
    """As multibase has it; lists of all lengths are among these."""
    assert "=" not in encode_bits(revoked)


def test_a_list_with_a_sign_of_no_alphabet_is_not_read() -> None:
    text = encode_bits([3])
    assert decode_bits(changed(listed(set()), encodedList=f"{text[:9]}!!!!{text[9:]}")) is None


def test_a_list_may_be_longer_but_not_without_end() -> None:
    four = 4 * 1024 * 1024
    assert decode_bits(packed(gzip.compress(bytes(four)))) == bytes(four)
    assert decode_bits(packed(gzip.compress(bytes(four + 1)))) is None
    assert decode_bits(packed(gzip.compress(bytes(LENGTH // 8 - 1)))) is None


def test_the_first_number_is_the_leftmost_bit() -> None:
    assert [number for number in range(16) if bit_at(b"\x01\x80", number)] == [7, 8]


def test_the_list_is_asked_up_to_its_last_bit() -> None:
    assert bit_at(b"\x00\x01", 15) is True
    assert bit_at(b"\x00\x01", 16) is None


@pytest.mark.parametrize(
    ("index", "number"), [("0", 0), ("123456789", 123456789), ("1234567890", None), ("01", None)]
)
def test_a_number_is_written_in_plain_digits(index: str, number: int | None) -> None:
    assert number_in(status_entry(LIST, 1) | {"statusListIndex": index}, LIST) == number


@pytest.mark.parametrize("text", ["", "u", "x123", "u!!!", "uH4sIAAAA", None, 5])
def test_what_is_no_list_says_nothing(text: object) -> None:
    assert decode_bits(changed(listed(set()), encodedList=text)) is None
    assert decode_bits(changed(listed(set()), statusPurpose="suspension")) is None
    assert decode_bits(listed(set()) | {"type": ["VerifiableCredential"]}) is None


@pytest.mark.parametrize(
    "entry",
    [
        None,
        "text",
        status_entry("https://y.org/list.json", 1),
        status_entry(LIST, 1) | {"statusPurpose": "suspension"},
        status_entry(LIST, 1) | {"type": "Other"},
        status_entry(LIST, 1) | {"statusListIndex": "-1"},
        status_entry(LIST, 1) | {"statusListIndex": 1},
        status_entry(LIST, 1) | {"statusListIndex": "9" * 30},
    ],
)
def test_an_entry_that_names_no_number_of_this_list_says_nothing(entry: object) -> None:
    assert number_in(entry, LIST) is None


def test_the_bits_that_are_set_are_the_numbers_that_are_revoked() -> None:
    bits = decode_bits(listed({0, 7, 8, LENGTH - 1}))
    assert bits is not None
    assert set_bit_numbers(bits) == {0, 7, 8, LENGTH - 1}
    assert bits[:2] == bytes([0b1000_0001, 0b1000_0000])
