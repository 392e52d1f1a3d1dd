"""Keys: written down as others write them, and shown nowhere."""

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from generator.openbadges.signing_keys import (
    InvalidKey,
    LockedKey,
    from_multibase,
    is_locked,
    is_public_key,
    load_key,
    multibase,
    new_key,
    verify_signature,
)
from tests.openbadges.awards import KEY, PEM

# RFC 8032, section 7.1, test 2, as PKCS 8; its public key as Multikey
RFC_8032 = (
    b"-----BEGIN PRIVATE KEY-----\n"
    b"MC4CAQAwBQYDK2VwBCIEIEzNCJso/5baiCmbmkbpwRTs/J1sp/m6JOBu1KaEpvuT\n"
    b"-----END PRIVATE KEY-----\n"
)


def test_a_signature_is_the_one_of_the_standard() -> None:
    try:
        key = load_key(RFC_8032)
    except InvalidKey:
        pytest.fail("a key that openssl made must be readable")
    signature = key.sign(b"\x72")
    assert verify_signature(key.public, signature, b"\x72")
    assert not verify_signature(key.public, signature, b"\x73")
    assert key.sign(b"\x72") == signature


def test_the_public_half_is_a_multikey() -> None:
    assert KEY.public.startswith("z6Mk")
    assert is_public_key(KEY.public)
    for other in ("", "z6Mk", KEY.public[:-1], "z" + "1" * 60, "did:key:" + KEY.public, "ü"):
        assert not is_public_key(other)


def test_a_key_comes_back_from_its_file_also_with_its_line_ends_spelt_out() -> None:
    key = new_key()
    assert load_key(key.pem()).public == key.public
    assert load_key(key.pem().replace(b"\n", b"\\n")).public == key.public
    assert load_key(b"\n  " + key.pem().strip()).public == key.public, "copied with more or less around it"


@pytest.mark.parametrize("data", [b"", b"secret", PEM[:60], b"\xff" * 40])
def test_what_is_no_key_is_refused_without_being_quoted(data: bytes) -> None:
    with pytest.raises(InvalidKey) as refused:
        load_key(data)
    assert str(refused.value) == ""
    assert refused.value.__cause__ is None


def test_a_key_never_shows_itself() -> None:
    secret = PEM.splitlines()[1].decode()
    assert secret not in repr(KEY) + str(KEY) + f"{KEY!r}"


def test_a_locked_key_opens_with_its_passphrase_alone() -> None:
    locked = KEY.pem("open sesame")
    assert is_locked(locked) and not is_locked(PEM)
    assert load_key(locked, "open sesame").public == KEY.public
    with pytest.raises(LockedKey):
        load_key(locked)
    with pytest.raises(InvalidKey) as refused:
        load_key(locked, "open")
    assert type(refused.value) is InvalidKey
    with pytest.raises(InvalidKey):
        load_key(locked, "open\udcff")  # what a terminal makes of bytes that are no letters
    assert load_key(PEM, "open sesame").public == KEY.public, "an unlocked key needs none"


def test_a_key_of_another_kind_is_refused() -> None:
    other = X25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(InvalidKey):
        load_key(other)


def test_a_signature_of_a_key_that_is_none_or_of_another_length_is_no_signature() -> None:
    assert not verify_signature("z6Mk", KEY.sign(b"x"), b"x")
    assert not verify_signature(KEY.public, b"short", b"x")


def test_a_key_is_two_bytes_that_say_so_and_32() -> None:
    for raw in (b"\xed\x01" + bytes(31), b"\xed\x01" + bytes(33), b"\xee\x01" + bytes(32)):
        assert not is_public_key(multibase(raw))
    assert is_public_key(multibase(b"\xed\x01" + bytes(32)))


def test_no_more_letters_are_read_than_any_key_or_signature_has() -> None:
    assert from_multibase("z" + "1" * 119) == bytes(119)
    assert from_multibase("z" + "1" * 120) is None
    assert from_multibase("1" * 40) is None


@given(st.binary(max_size=70))
def test_bytes_survive_base58(data: bytes) -> None:
    assert from_multibase(multibase(data)) == data


@given(st.text(max_size=80))
def test_no_text_makes_it_fall_over(text: str) -> None:
    assert from_multibase(text) is None or text.startswith("z")
    assert isinstance(is_public_key(text), bool)
