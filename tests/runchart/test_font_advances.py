"""Advances of letters, as the font's own tables have them."""

from generator.runchart.font_advances import letter_advances
from generator.runchart.serif_text import FONTS

REGULAR = letter_advances((FONTS / "SourceSerifPro-Regular.ttf").read_bytes())
SEMIBOLD = letter_advances((FONTS / "SourceSerifPro-Semibold.ttf").read_bytes())


def test_advances_are_in_letter_heights() -> None:
    assert (REGULAR["b"], REGULAR["3"], REGULAR[" "]) == (0.577, 0.5, 0.233)
    assert SEMIBOLD["b"] == 0.593


def test_a_composite_glyph_has_the_advance_of_the_table() -> None:
    assert (REGULAR["%"], REGULAR["“"], REGULAR["ñ"]) == (0.861, 0.415, 0.606)


def test_a_letter_that_the_font_lacks_has_none() -> None:
    assert "漢" not in REGULAR
    assert len(REGULAR) > 900
