"""Bytes -> text, for YAML and Markdown: UTF-8, UTF-16 with a byte order mark, else Windows-1252."""

import codecs
import re

from generator.problems import Place, Problem, error, notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# a letter of UTF-8 that takes several bytes; the marks of accents and quotation marks begin so
_LETTER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_CUT_OFF = (b"\xc2", b"\xc3", b"\xc4", b"\xc5", b"\xe2", b"\xe2\x80")  # no word of Windows-1252 ends so
# YAML's printable characters and line ends (YAML 1.1, section 5.1); XML allows no others
UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def decode_text(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Text with lines that end in a bare newline and without a byte order mark; None if not text.

    Windows-1252 is what old Windows editors write where they say ANSI; it is read, and said so,
    because a guess that nobody sees is how accents get lost.
    """
    problems: list[Problem] = []
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            return None, [_not_text(file)]
        if mark:
            return None, [_not_text(file)]
        problems.append(
            notice(
                "old-encoding",
                Place(file),
                "This file is saved in an old Windows encoding (Windows-1252) and was read that way.",
                "Check accents and quotation marks, and save the file as UTF-8.",
            )
        )
    if "\0" in text:
        return None, [_not_text(file)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 were: the file was cut off within a letter, or joined with another, so
    that most of what is not ASCII is UTF-8.  Without a byte order mark of UTF-16."""
    try:
        data.decode()
    except UnicodeDecodeError as wrong:
        letters = _LETTER.findall(data)
        others = _HIGH.findall(_LETTER.sub(b"", data))
        return data[wrong.start :] in _CUT_OFF or len(letters) > len(others)
    return False


def without_control_characters(text: str) -> str:
    """The text with a space for each control character: a line break pasted from Word, for instance."""
    return UNPRINTABLE.sub(" ", text)


def _not_text(file: str) -> Problem:
    return error(
        "not-text",
        Place(file),
        "This is not a text file, so it cannot be read.",
        "Open it in the program it came from and save it as plain text (UTF-8).",
    )
