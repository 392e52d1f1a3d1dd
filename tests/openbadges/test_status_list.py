"""The published list of revoked numbers."""

import base64
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
