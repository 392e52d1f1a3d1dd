"""Pictures that tests do not have drawn again are those that the renderer would draw."""

import vl_convert

from generator.runchart.serif_font import FONTS
from generator.runchart.standalone_picture import png_of

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M2 2H9V9"/></svg>'


def test_a_picture_is_drawn_once_until_there_are_other_fonts_and_then_the_same() -> None:
    first = png_of(DRAWING, 1)
    assert png_of(DRAWING, 1) is first
    vl_convert.register_font_directory(str(FONTS))
    again = png_of(DRAWING, 1)
    assert again is not first
    assert again == first


def test_another_drawing_or_size_is_another_picture() -> None:
    drawn = [png_of(DRAWING, 1), png_of(DRAWING, 2), png_of(DRAWING.replace("H9", "H30"), 1)]
    assert len(set(drawn)) == 3
