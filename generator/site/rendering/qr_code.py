"""An address as a QR code, drawn by segno."""

from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=256)  # a tool's is on the invitation of everybody who uses it
def qr_code(address: str, label: str) -> Markup:
    """The code as an SVG element, black on white in either colour scheme, with a quiet zone."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None)
    opening, _, rest = drawn.partition(">")
    return Markup('{} role="img" aria-label="{}">{}').format(Markup(opening), label, Markup(rest))
