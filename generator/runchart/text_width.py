"""How much room words take in a picture, before any font is known.

Pictures are made without a browser, so widths are those of a wide common font (DejaVu Sans, which Linux
falls back to); the fonts of phones and laptops are narrower.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import fsum

_BREAK = re.compile(r"(?<!\d) ")
_NARROW, _DIGIT, _WIDE = 0.34, 0.64, 0.98  # of the height of a letter
_LOWER, _UPPER = 0.61, 0.7
_NARROW_LETTERS = frozenset("ijlftr.,:;!|'’()[]/ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_EVENED = 6  # lines; more are no label
_WIDE_LETTERS = frozenset("mwMW%@—…")


def text_width(text: str, size: float) -> float:
    """The width of a text in a font so many units high, in the same units."""
    return size * fsum(map(_letter, text))


def fold(text: str, room: float, size: float) -> list[str]:
    """The text in as few lines as fit in the room, as even as can be, broken at blanks only and not
    between a number and what it counts; empty where a word is wider."""
    if any(text_width(word, size) > room for word in _BREAK.split(text)):
        return []
    lines = _filled(text, room, size)
    widest = _widest(lines, size)
    while (
        len(lines) <= _EVENED
        and len(evener := _filled(text, widest * 0.999, size)) == len(lines)
        and _widest(evener, size) < widest
    ):
        lines, widest = evener, _widest(evener, size)
    return lines


def cut(text: str, room: float, size: float, width: Callable[[str, float], float] = text_width) -> str:
    """As much of a text as fits, with an ellipsis where something is left out; `width` is asked where the
    font is known."""
    if width(text, size) <= room:
        return text
    length = bisect_right(range(1, len(text)), room, key=lambda length: width(_ended(text, length), size))
    return _ended(text, length) if length else ""


def _ended(text: str, length: int) -> str:
    """The first `length` letters of a text, and an ellipsis."""
    return f"{text[:length].rstrip()}…"


def _filled(text: str, room: float, size: float) -> list[str]:
    """Each line as full as it can be; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in _BREAK.split(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _widest(lines: Sequence[str], size: float) -> float:
    return max((text_width(line, size) for line in lines), default=0.0)


def _letter(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _WIDE_LETTERS:
        return _WIDE
    if letter.isdigit():
        return _DIGIT
    return _UPPER if letter.isupper() or ord(letter) > 0x2E7F else _LOWER
