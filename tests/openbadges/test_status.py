"""The register and the list of what is revoked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.openbadges.status import (
    LENGTH,
    BadRegister,
    Register,
    encoded,
    is_revoked,
    read_register,
    register_json,
    status_list,
)

LIST = "https://x.org/status/revocation.json"


@given(st.sets(st.integers(0, LENGTH - 1), max_size=5), st.integers(0, LENGTH - 1))
def test_the_list_says_of_each_number_what_was_said(revoked: set[int], number: int) -> None:
    document = status_list(LIST, "did:web:x.org", revoked, "2026-01-01T00:00:00Z")
    assert is_revoked(document, number) == (number in revoked)


def test_the_list_is_as_long_as_the_specification_asks() -> None:
    assert LENGTH >= 131_072
    assert encoded([]) == encoded([])
    assert encoded([]).startswith("uH4sI")


def test_beyond_its_end_nothing_is_said() -> None:
    document = status_list(LIST, "did:web:x.org", [], "2026-01-01T00:00:00Z")
    assert is_revoked(document, LENGTH) is None


@pytest.mark.parametrize("text", ["", "u", "x123", "u!!!", "uH4sIAAAA", None, 5])
def test_what_is_no_list_says_nothing(text: object) -> None:
    document = {"credentialSubject": {"encodedList": text, "statusPurpose": "revocation"}}
    assert is_revoked(document, 0) is None


def test_numbers_are_given_once_and_kept() -> None:
    register = Register().with_award("a", "").with_award("b", "2027-01-01").with_award("a", "2028-01-01")
    assert [(one.id, one.number, one.until) for one in register.entries] == [
        ("a", 0, "2028-01-01"),
        ("b", 1, "2027-01-01"),
    ]
    assert read_register(register_json(register)) == register


def test_the_first_reason_stays() -> None:
    register = Register().with_award("a", "").without("a", "2026-01-01", "by mistake")
    assert register.without("a", "2026-02-02", "again") == register
    assert register.revoked == {0}
    with pytest.raises(BadRegister):
        register.without("b", "2026-01-01", "")


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
    ],
)
def test_a_register_that_nobody_wrote_so_is_refused(text: str) -> None:
    with pytest.raises(BadRegister):
        read_register(text.encode())
