"""Text in the serif of the pictures: measured, and broken into lines that fit.

A letter that the font lacks is taken from the machine's fonts, and measured as a wide one.
"""

from collections.abc import Iterator, Sequence
from html import escape
from math import fsum
from unicodedata import bidirectional, category

from msgspec import Struct

from generator.runchart.serif_font import LETTER, SetText, letter_advances, set_text

# blanks at which no line is broken, which the font has not got
_BLANKS = str.maketrans("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "  ")
# letter heights: of a letter that another font has, and of one that is joined to its neighbors
_WIDEST, _JOINED = 1.0, 0.7
_OF_THE_LETTER_BEFORE = ("Mn", "Me", "Cf")  # marks above or below it, joiners, variants
_IN_JOINED_SIGNS = (*_OF_THE_LETTER_BEFORE, "So", "Sk")  # of flags and emoji, too
_FROM_RIGHT = ("R", "AL")  # Hebrew and its like, Arabic and its like
# what no renderer shows, and all go by: between them a line runs from right to left
_EMBEDDED, _EMBEDDED_ENDS = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"


class Word(Struct, frozen=True):
    """A word of a text, bold or not."""

    text: str
    bold: bool = False

    def width(self, size: float) -> float:
        """How wide it is in letters `size` units high."""
        return size * fsum(self.advance(letter) for letter in self.text)

    def advance(self, letter: str) -> float:
        """How far one of its letters takes the pen, in letter heights."""
        advances = letter_advances(self.bold)
        return advances[letter] if letter in advances else _unknown(letter)


def _unknown(letter: str) -> float:
    """How wide a letter is taken to be that the font lacks."""
    if category(letter) in _OF_THE_LETTER_BEFORE:
        return 0.0
    return _JOINED if bidirectional(letter) in _FROM_RIGHT else _WIDEST


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
    marked = "".join(
        f'<tspan class="bold">{escape(text)}</tspan>' if bold else escape(text) for bold, text in _runs(line)
    )
    return f'<text class="serif" x="{x:g}" y="{y:g}" font-size="{size:g}">{marked}</text>'


def line_markup_from_right(line: Line, x: float, y: float, size: float) -> str:
    """A line of a language that is written from right to left; `x` is its right end, where it begins.

    Its words go on where the last ones end, which only the renderer knows, so they cannot be texts of their
    own as in `line_outlines`: with signs that are joined of several letters, none is bold.
    """
    if any(category(letter) in _IN_JOINED_SIGNS for word in line for letter in word.text):
        line = tuple(Word(word.text) for word in line)
    left_to_right = line_markup(line, x, y, size)
    start_tag, text = left_to_right.split(">", 1)
    return f'{start_tag} text-anchor="end">{_EMBEDDED}{text.removesuffix("</text>")}{_EMBEDDED_ENDS}</text>'


def runs_from_right(text: str) -> bool:
    """Whether a text's first letter is one of those that run from right to left."""
    directions = (bidirectional(letter) for letter in text)
    return next(filter(("L", *_FROM_RIGHT).__contains__, directions), "L") in _FROM_RIGHT


def line_outlines(line: Line, x: float, y: float, size: float) -> str:
    """The same line as the outlines of its letters; words in which the font lacks one stay text.

    Words of the other weight are then a text of their own: what draws our pictures breaks down where two
    weights share a text with signs such as flags, and draws no other picture in that process.
    """
    drawn = []
    for bold, text in _runs(line):
        word = Word(text, bold)
        run = set_text(text, bold)
        if run is None:
            begins = x + word.width(size) - Word(text.lstrip(), bold).width(size)
            drawn.append(line_markup((Word(text.strip(), bold),), begins, y, size))
            x += word.width(size)
        else:
            drawn.append(_outlined(run, x, y, size))
            x += run.advance * size / LETTER
    return "".join(drawn)


def _outlined(run: SetText, x: float, y: float, size: float) -> str:
    scale = size / LETTER
    place = f"matrix({scale:g} 0 0 {-scale:g} {x:g} {y:g})"
    paths = (
        f'<path transform="translate({outline.x} {outline.y})" d="{outline.path}"/>'
        for outline in run.outlines
    )
    return f'<g class="serif" transform="{place}">{"".join(paths)}</g>'


def _runs(line: Line) -> list[tuple[bool, str]]:
    """(bold, text) of what stands together; the blanks between two of them are not bold."""
    runs: list[tuple[bool, str]] = []
    for word in line:
        if runs and runs[-1][0] is word.bold:
            runs[-1] = (word.bold, f"{runs[-1][1]} {word.text}")
        elif runs and word.bold:
            runs[-1:] = [(False, f"{runs[-1][1]} "), (True, word.text)]
        else:
            runs.append((word.bold, f" {word.text}" if runs else word.text))
    return runs


def _parts(word: Word, size: float, width: float) -> Iterator[Word]:
    """The word, in pieces of at most this width; each letter is measured once."""
    start, used = 0, 0.0
    for index, letter in enumerate(word.text):
        advance = size * word.advance(letter)
        if index > start and used + advance > width:
            yield Word(word.text[start:index], word.bold)
            start, used = index, 0.0
        used += advance
    if start < len(word.text):
        yield Word(word.text[start:], word.bold)
