"""The picture that is shown where a page is shared, small to send."""

import io

from PIL import Image

from generator.runchart.share_card import ShareCard, card_png
from generator.site.rendering.images import png_with_palette

_COLOURS = 16  # paper, ink, the accents and what lies between: all that a drawing of lines and letters needs


def draw_social_card(card: ShareCard) -> bytes:
    """A PNG with a palette: a ninth of the bytes."""
    with Image.open(io.BytesIO(card_png(card))) as drawn:
        return png_with_palette(drawn.convert("RGB"), _COLOURS)
