"""The serif as HarfBuzz reads it: advances of letters, and texts as outlines."""

import re

from generator.runchart.serif_font import letter_advances, set_text


def test_advances_are_in_letter_heights() -> None:
    regular = letter_advances(bold=False)
    assert (regular["b"], regular["3"], regular[" "]) == (0.577, 0.5, 0.233)
    assert letter_advances(bold=True)["b"] == 0.593


def test_a_composite_glyph_has_the_advance_of_the_table() -> None:
    regular = letter_advances(bold=False)
    assert (regular["%"], regular["“"], regular["ñ"]) == (0.861, 0.415, 0.606)


def test_a_letter_that_the_font_lacks_has_no_advance_and_no_outline() -> None:
    assert "漢" not in letter_advances(bold=False)
    assert len(letter_advances(bold=False)) > 900
    assert set_text("5 漢", bold=False) is None


def test_a_text_is_kerned_has_ligatures_and_no_outline_for_a_blank() -> None:
    text = set_text("AV fi", bold=True)
    apart = sum(letter_advances(bold=True)[letter] for letter in "AV fi") * 1000
    assert text
    assert len(text.outlines) == 3
    assert text.advance < apart
    assert [outline.x for outline in text.outlines] == sorted(outline.x for outline in text.outlines)


def test_an_outline_is_path_data_that_stands_on_the_line() -> None:
    text = set_text("H", bold=False)
    assert text
    (outline,) = text.outlines
    assert re.fullmatch(r"M[\d .]+(?:[MLQ][\d .]+|Z)+", outline.path)
    heights = [int(y) for _, y in re.findall(r"[ML](-?\d+) (-?\d+)", outline.path)]
    assert (min(heights), max(heights)) == (0, 669)
