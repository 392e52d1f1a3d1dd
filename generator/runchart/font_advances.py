"""How far each letter of a TrueType font takes the pen, read from the font itself.

FreeType (and so Pillow) takes the advance of a composite glyph from its parts where the font allows it; what
draws our pictures takes it from the font's table.  So the table is read here: `head`, `hhea`, `hmtx` and a
`cmap` of format 4, as OpenType describes them.
"""

from collections.abc import Iterator, Mapping
from struct import unpack_from


def letter_advances(font: bytes) -> Mapping[str, float]:
    """Letter -> its advance in letter heights, of the letters up to U+FFFF that the font has."""
    tables = _tables(font)
    (units,) = unpack_from(">H", font, tables["head"] + 18)
    (metrics,) = unpack_from(">H", font, tables["hhea"] + 34)
    return {
        chr(code): unpack_from(">H", font, tables["hmtx"] + 4 * min(glyph, metrics - 1))[0] / units
        for code, glyph in _glyphs(font, _subtable(font, tables["cmap"]))
    }


def _tables(font: bytes) -> dict[str, int]:
    """The name of each table -> where it begins."""
    (tables,) = unpack_from(">H", font, 4)
    records = (unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(tables))
    return {name.decode("ascii"): offset for name, _, offset, _ in records}


def _subtable(font: bytes, cmap: int) -> int:
    """Where the subtable of format 4 begins, the one that every font with Unicode has."""
    (subtables,) = unpack_from(">H", font, cmap + 2)
    offsets = (unpack_from(">HHL", font, cmap + 4 + 8 * number)[2] for number in range(subtables))
    return next(cmap + int(offset) for offset in offsets if unpack_from(">H", font, cmap + offset) == (4,))


def _glyphs(font: bytes, subtable: int) -> Iterator[tuple[int, int]]:
    """(code point, number of its glyph) of every letter; the last segment ends the table."""
    (double,) = unpack_from(">H", font, subtable + 6)
    ends, starts = subtable + 14, subtable + 16 + double
    for segment in range(0, double - 2, 2):
        (end,) = unpack_from(">H", font, ends + segment)
        (start,) = unpack_from(">H", font, starts + segment)
        (delta,) = unpack_from(">H", font, starts + double + segment)
        place = starts + 2 * double + segment
        (offset,) = unpack_from(">H", font, place)
        for code in range(start, end + 1):
            glyph = unpack_from(">H", font, place + offset + 2 * (code - start))[0] if offset else code
            if glyph:
                yield code, (glyph + delta) % 0x10000
