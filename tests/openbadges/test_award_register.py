"""The issuer's register: numbers, replacements, revocations, and its file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.openbadges.award_register import (
    BadRegister,
    Register,
    RegisterEntry,
    RevokedNumber,
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


def test_an_award_that_is_made_anew_has_its_new_day_and_end() -> None:
    register = Register().with_award("a", "2026-01-01", "2027-01-01").with_award("a", "2026-02-02", "")
    assert register.entries == (RegisterEntry("a", 0, day="2026-02-02"),)


def test_numbers_of_others_are_sorted_and_never_given() -> None:
    register = Register()
    for number in (2, 0):
        register = register.with_revoked_number(number, "2026-02-01", "stolen key")
    assert [foreign.number for foreign in register.foreign] == [0, 2]
    register = register.with_award("a", "2026-02-02", "").with_award("b", "2026-02-02", "")
    assert [(entry.id, entry.number) for entry in register.entries] == [("a", 1), ("b", 3)]
    assert register.numbers == {1, 3}


def test_an_earlier_number_of_an_award_is_revoked_already() -> None:
    register = Register().with_award("a", "2026-01-01", "").with_replacement("a", "2026-01-02", "")
    assert register.with_revoked_number(0, "2026-02-01", "again") == register
    holder = register.holder(0)
    assert holder is not None and holder.numbers == (1, 0)
    assert register.holder(2) is None


def test_the_last_number_of_the_list_is_given_and_none_below_0_is_revoked() -> None:
    almost = Register((RegisterEntry("a", LENGTH - 2),))
    assert almost.with_award("b", "2026-01-01", "").entries[-1].number == LENGTH - 1
    for number in (-1, LENGTH):
        with pytest.raises(BadRegister):
            almost.with_revoked_number(number, "2026-01-01", "")


def test_the_file_has_a_line_for_each_value() -> None:
    register = (
        Register()
        .with_award("é", "2026-01-01", "2027-01-01")
        .with_replacement("é", "2026-01-02", "")
        .with_revoked_number(7, "2026-02-01", "stolen key")
    )
    assert write_register(register).decode().splitlines() == [
        "{",
        ' "schema": 1,',
        ' "credentials": [',
        "  {",
        '   "id": "é",',
        '   "number": 1,',
        '   "until": "",',
        '   "revoked": "",',
        '   "reason": "",',
        '   "day": "2026-01-02",',
        '   "replaced": [',
        "    0",
        "   ]",
        "  }",
        " ],",
        ' "revoked_numbers": [',
        "  {",
        '   "number": 7,',
        '   "revoked": "2026-02-01",',
        '   "reason": "stolen key"',
        "  }",
        " ]",
        "}",
    ]
    assert write_register(register).endswith(b"}\n")
    assert write_register(Register().with_award("a", "2026-01-01", "")).decode() == (
        '{\n "schema": 1,\n "credentials": [\n  {\n   "id": "a",\n   "number": 0,\n   "until": "",\n'
        '   "revoked": "",\n   "reason": "",\n   "day": "2026-01-01"\n  }\n ]\n}\n'
    )


def test_what_a_row_does_not_say_is_empty() -> None:
    rows = (
        b'{"credentials": [{"id": "a", "number": 0}],'
        b' "revoked_numbers": [{"number": 1, "revoked": "2026-02-01"}]}'
    )
    assert read_register(rows) == Register(
        (RegisterEntry("a", 0, until="", revoked="", reason="", day=""),),
        (RevokedNumber(1, "2026-02-01", ""),),
    )


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
        '{"credentials": [{"id": "a", "number": true}]}',
        '{"credentials": [{"id": "a", "number": 131072}]}',
        '{"credentials": [{"id": "a", "number": 0, "reason": "two\\nlines"}]}',
        '{"credentials": [{"id": "a", "number": 0}], "revoked_numbers": [{"number": 0, "revoked": ""}]}',
        '{"credentials": [], "revoked_numbers": [{"number": 1, "revoked": "", "reason": "\\u0007"}]}',
        '{"credentials": [], "revoked_numbers": [{"number": 1, "revoked": 5}]}',
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
