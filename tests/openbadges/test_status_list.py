"""The register and the list of what is revoked."""

import base64
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.openbadges.status_list import (
    LENGTH,
    BadRegister,
    Register,
    bit_at,
    decode_bits,
    encode_bits,
    number_in,
    read_register,
    register_json,
    status_entry,
    status_list,
)

LIST = "https://x.org/status/revocation.json"


def listed(revoked: set[int]) -> dict[str, object]:
    return status_list(LIST, "did:web:x.org", revoked, "2026-01-01T00:00:00Z")


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


def test_numbers_are_given_once_and_kept() -> None:
    register = (
        Register()
        .with_award("a", "2026-01-01", "")
        .with_award("b", "2026-01-01", "2027-01-01")
        .with_award("a", "2026-01-01", "2028-01-01")
    )
    assert [(one.id, one.number, one.until) for one in register.entries] == [
        ("a", 0, "2028-01-01"),
        ("b", 1, "2027-01-01"),
    ]
    assert read_register(register_json(register)) == register


def test_the_first_day_stays_and_the_latest_reason() -> None:
    register = Register().with_award("a", "2026-01-01", "").revoking("a", "2026-01-01", "by mistake")
    again = register.revoking("a", "2026-02-02", "a better reason").entry("a")
    assert again is not None
    assert (again.revoked, again.reason) == ("2026-01-01", "a better reason")
    assert register.revoked == {0}
    with pytest.raises(BadRegister):
        register.revoking("b", "2026-01-01", "")


def test_what_is_issued_anew_has_a_new_number_and_the_old_one_is_revoked() -> None:
    register = (
        Register()
        .with_award("a", "2026-01-01", "")
        .with_award("b", "2026-01-01", "")
        .with_award("a", "2026-01-01", "", anew=True)
    )
    assert [(one.id, one.number, one.replaced) for one in register.entries] == [("b", 1, ()), ("a", 2, (0,))]
    assert register.revoked == {0}
    assert read_register(register_json(register)) == register
    assert register.with_award("c", "2026-01-01", "").entry("c").number == 3  # type: ignore[union-attr]


@given(st.binary(max_size=60))
def test_no_file_makes_the_register_fall_over(data: bytes) -> None:
    with pytest.raises(BadRegister):
        read_register(data)


@pytest.mark.parametrize(
    "text",
    [
        '{"credentials": [{"id": "a", "number": 0}, {"id": "b", "number": 0}]}',
        '{"credentials": [{"id": "a", "number": -1}]}',
        '{"credentials": [{"id": 1, "number": 0}]}',
        '{"credentials": [{"id": "a", "number": 0, "more": 1}]}',
        '{"credentials": [{"id": "a", "number": 0}, {"id": "a", "number": 1, "revoked": "2026-01-01"}]}',
        '{"credentials": [{"id": "a", "number": 0, "replaced": [0]}]}',
        '{"credentials": [5]}',
    ],
)
def test_a_register_that_nobody_wrote_so_is_refused(text: str) -> None:
    with pytest.raises(BadRegister):
        read_register(text.encode())
