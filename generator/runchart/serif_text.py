"""Text in the serif of the pictures: measured, and broken into lines that fit.

The font comes with the program (Source Serif Pro, SIL Open Font License), so a picture has the same lines on
every machine.  A letter that it lacks is taken from the machine's fonts, and measured as a wide one.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from math import fsum
from pathlib import Path

from msgspec import Struct

from generator.runchart.font_advances import letter_advances

FONTS = Path(__file__).with_name("fonts")
FAMILY = "'Source Serif Pro','Liberation Serif',Georgia,serif"
_FILES = {False: "SourceSerifPro-Regular.ttf", True: "SourceSerifPro-Semibold.ttf"}
# blanks at which no line is broken, which the font has not got
_BLANKS = str.maketrans("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "  ")
_WIDEST = 1.0  # letter heights: of a letter that another font has


class Word(Struct, frozen=True):
    """A word of a text, bold or not."""

    text: str
    bold: bool = False

    def width(self, size: float) -> float:
        """How wide it is in letters `size` units high."""
        advances = _advances(self.bold)
        return size * fsum(advances.get(letter, _WIDEST) for letter in self.text)


Line = tuple[Word, ...]


def words_of(text: str, *, bold: bool = False) -> Line:
    """The words of a text, all of one weight."""
    return tuple(Word(word.translate(_BLANKS), bold) for word in text.split(" ") if word)


def wrap_words(words: Sequence[Word], size: float, width: float) -> tuple[Line, ...]:
    """The words in lines of at most this width; a word that is wider is broken between its letters."""
    space = Word(" ").width(size)
    lines: list[list[Word]] = []
    used = 0.0
    for word in (part for whole in words for part in _parts(whole, size, width)):
        if lines and used + space + word.width(size) <= width:
            lines[-1].append(word)
            used += space + word.width(size)
        else:
            lines.append([word])
            used = word.width(size)
    return tuple(map(tuple, lines))


def line_markup(line: Line, x: float, y: float, size: float) -> str:
    """A line as an SVG text element of the class `serif`; bold words first or last stay together."""
    spans: list[tuple[bool, list[str]]] = []
    for word in line:
        if not spans or spans[-1][0] is not word.bold:
            spans.append((word.bold, []))
        spans[-1][1].append(word.text)
    marked = " ".join(
        f'<tspan class="bold">{escape(" ".join(texts))}</tspan>' if bold else escape(" ".join(texts))
        for bold, texts in spans
    )
    return f'<text class="serif" x="{x:g}" y="{y:g}" font-size="{size:g}">{marked}</text>'


def _parts(word: Word, size: float, width: float) -> Iterator[Word]:
    """The word, in pieces of at most this width; each letter is measured once."""
    advances = _advances(word.bold)
    start, used = 0, 0.0
    for index, letter in enumerate(word.text):
        advance = size * advances.get(letter, _WIDEST)
        if index > start and used + advance > width:
            yield Word(word.text[start:index], word.bold)
            start, used = index, 0.0
        used += advance
    if start < len(word.text):
        yield Word(word.text[start:], word.bold)


@cache
def _advances(bold: bool) -> Mapping[str, float]:
    return letter_advances((FONTS / _FILES[bold]).read_bytes())
