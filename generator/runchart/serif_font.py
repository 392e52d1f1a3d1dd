"""The serif of pictures, as HarfBuzz reads it: how far a letter takes the pen, and texts as outlines.

It comes with the program (Source Serif Pro, SIL Open Font License), so a picture has the same lines on every
machine.  What draws our pictures opens a font's file several times for each letter of a text, which would be
half of a card's cost; so texts are handed to it as outlines, set as it would set them itself.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # else imported where letters are drawn: most builds draw none
    import uharfbuzz

FONTS = Path(__file__).with_name("fonts")
FAMILY = "'Source Serif Pro','Liberation Serif',Georgia,serif"
LETTER = 1000  # the units in which outlines are measured: of one letter height
_FILES = {False: "SourceSerifPro-Regular.ttf", True: "SourceSerifPro-Semibold.ttf"}
_MISSING = 0  # the glyph that stands for letters which a font lacks


class Outline(Struct, frozen=True):
    """A glyph as path data, upwards, and where it stands."""

    path: str
    x: int
    y: int


class SetText(Struct, frozen=True):
    """A text as the font sets it: its outlines, and how far it takes the pen."""

    outlines: tuple[Outline, ...]
    advance: int


@cache
def letter_advances(bold: bool) -> Mapping[str, float]:
    """Letter -> its advance in letter heights, of the letters that the font has."""
    font = _font(bold)
    return {
        chr(code): font.get_glyph_h_advance(font.get_nominal_glyph(code)) / LETTER
        for code in font.face.unicodes
    }


def set_text(text: str, bold: bool) -> SetText | None:
    """The text in the font, kerned and with its ligatures; None where the font lacks a letter of it."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(bold), buffer)
    outlines, pen = [], 0
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if glyph.codepoint == _MISSING:
            return None
        if path := _path(glyph.codepoint, bold):
            outlines.append(Outline(path, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    return SetText(tuple(outlines), pen)


@cache
def _font(bold: bool) -> "uharfbuzz.Font":
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face((FONTS / _FILES[bold]).read_bytes()))
    font.scale = (LETTER, LETTER)
    return font


@cache
def _path(glyph: int, bold: bool) -> str:
    steps: list[str] = []
    _font(bold).draw_glyph(glyph, _pen(), steps)
    return "".join(steps)


@cache
def _pen() -> "uharfbuzz.DrawFuncs":
    """What HarfBuzz calls with each step of an outline, which is written as path data."""
    import uharfbuzz

    def writer(letter: str) -> Callable[..., None]:
        def write(*given: object) -> None:
            *points, steps = given
            assert isinstance(steps, list), "what draw_glyph was given"
            steps.append(letter + " ".join(f"{point:g}" for point in points))

        return write

    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(writer("M"))
    pen.set_line_to_func(writer("L"))
    pen.set_quadratic_to_func(writer("Q"))
    pen.set_close_path_func(writer("Z"))
    return pen
