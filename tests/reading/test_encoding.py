"""Bytes as editors write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.encoding import decode_text, is_damaged_utf8, without_control_characters

ACCENTED = "José dice: «¿por qué?»\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(encoding: str) -> None:
    assert decode_text(ACCENTED.encode(encoding), "a.md") == (ACCENTED, [])


def test_big_endian_with_its_mark() -> None:
    assert decode_text(b"\xfe\xff" + ACCENTED.encode("utf-16-be"), "a.md") == (ACCENTED, [])


def test_old_windows_encoding_is_read_and_said() -> None:
    text, problems = decode_text(ACCENTED.encode("cp1252"), "a.md")
    assert text == ACCENTED
    assert [(one.code, one.is_error) for one in problems] == [("old-encoding", False)]


@pytest.mark.parametrize("data", [b"a\r\nb\rc\n", b"a\nb\nc\n"])
def test_line_ends_become_newlines(data: bytes) -> None:
    assert decode_text(data, "a.md")[0] == "a\nb\nc\n"


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"\xff\xfea", b"\x81\x8d\x8f"])
def test_what_is_no_text(data: bytes) -> None:
    text, problems = decode_text(data, "a.md")
    assert text is None
    assert [one.code for one in problems] == ["not-text"]


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    text, problems = decode_text(data, "a.md")
    assert (text is None) == any(one.is_error for one in problems)
    assert text is None or "\r" not in text


def test_a_control_character_is_a_space_and_line_ends_stay() -> None:
    assert without_control_characters("Period\x0b2\x00\tn\nJosé\x7f") == "Period 2 \tn\nJosé "


@pytest.mark.parametrize("data", ["José y Zoë".encode()[:-1], "José, Zoë".encode() + b" \xe9", b"caf\xc3"])
def test_utf_8_that_is_damaged(data: bytes) -> None:
    assert is_damaged_utf8(data)


@pytest.mark.parametrize("text", ["café", "dicho por José", "«¡NO SÉ»: José, año", "José y Zoë"])
def test_windows_texts_are_not_damaged_utf_8(text: str) -> None:
    assert not is_damaged_utf8(text.encode("cp1252"))
    assert not is_damaged_utf8(text.encode())
