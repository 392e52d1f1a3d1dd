"""The issuer's register: numbers, replacements, revocations, and its file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.openbadges.award_register import (
    BadRegister,
    Register,
    RegisterEntry,
    read_register,
    write_register,
)
from generator.openbadges.status_list import LENGTH


def test_numbers_are_given_once_and_kept() -> None:
    register = (
        Register()
        .with_award("a", "2026-01-01", "")
        .with_award("b", "2026-01-01", "2027-01-01")
        .with_award("a", "2026-01-01", "2028-01-01")
    )
    assert [(entry.id, entry.number, entry.until) for entry in register.entries] == [
        ("a", 0, "2028-01-01"),
        ("b", 1, "2027-01-01"),
    ]
    assert read_register(write_register(register)) == register


def test_the_first_day_stays_and_the_latest_reason() -> None:
    register = Register().with_award("a", "2026-01-01", "").with_revocation("a", "2026-01-01", "by mistake")
    again = register.with_revocation("a", "2026-02-02", "a better reason").entry("a")
    assert again is not None
    assert (again.revoked, again.reason) == ("2026-01-01", "a better reason")
    assert register.revoked == {0}
    with pytest.raises(BadRegister):
        register.with_revocation("b", "2026-01-01", "")


def test_what_is_issued_again_has_a_new_number_and_the_old_one_is_revoked() -> None:
    register = (
        Register()
        .with_award("a", "2026-01-01", "")
        .with_award("b", "2026-01-01", "")
        .with_replacement("a", "2026-01-01", "")
    )
    assert [(entry.id, entry.number, entry.replaced) for entry in register.entries] == [
        ("b", 1, ()),
        ("a", 2, (0,)),
    ]
    assert register.revoked == {0}
    assert read_register(write_register(register)) == register
    assert register.with_award("c", "2026-01-01", "").entry("c").number == 3  # type: ignore[union-attr]


def test_a_number_that_was_never_given_is_revoked_and_never_given() -> None:
    register = Register().with_award("a", "2026-01-01", "")
    register = register.with_revoked_number(1, "2026-02-01", "stolen key").with_award("b", "2026-02-02", "")
    assert [(entry.id, entry.number) for entry in register.entries] == [("a", 0), ("b", 2)]
    assert register.revoked == {1}
    assert read_register(write_register(register)) == register
    assert register.with_revoked_number(1, "2026-03-01", "again") == register


def test_a_number_far_away_does_not_use_up_the_numbers() -> None:
    register = Register().with_revoked_number(LENGTH - 1, "2026-02-01", "stolen key")
    entry = register.with_award("a", "2026-02-02", "").entry("a")
    assert (entry.number if entry else None, register.revoked) == (0, frozenset({LENGTH - 1}))
    with pytest.raises(BadRegister):
        register.with_revoked_number(LENGTH, "2026-02-01", "")


def test_the_number_of_an_award_revokes_the_award() -> None:
    register = Register().with_award("a", "2026-01-01", "").with_revoked_number(0, "2026-02-01", "stolen key")
    entry = register.entry("a")
    assert (entry.revoked if entry else "", register.foreign) == ("2026-02-01", ())


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


def test_a_number_that_was_handed_out_but_is_not_in_the_register_is_revoked_too() -> None:
    register = Register().with_replacement("a", "2026-01-01", "", issued=5)
    assert register.entries == (RegisterEntry("a", 6, day="2026-01-01", replaced=(5,)),)
    assert register.revoked == {5}


def test_another_awards_number_is_not_revoked_by_a_replacement() -> None:
    register = Register().with_award("a", "2026-01-01", "").with_award("b", "2026-01-01", "")
    assert register.with_replacement("b", "2026-01-01", "", issued=0).revoked == {1}


def test_a_replacement_ends_a_revocation() -> None:
    revoked = Register().with_award("a", "2026-01-01", "").with_revocation("a", "2026-01-02", "by mistake")
    again = revoked.with_replacement("a", "2026-02-02", "").entry("a")
    assert again == RegisterEntry("a", 1, day="2026-02-02", replaced=(0,))


def test_there_are_as_many_numbers_as_the_list_has_bits() -> None:
    full = Register((RegisterEntry("a", LENGTH - 1),))
    with pytest.raises(BadRegister):
        full.with_award("b", "2026-01-01", "")
    with pytest.raises(BadRegister):
        full.with_replacement("a", "2026-01-01", "")
