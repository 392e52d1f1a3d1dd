"""The picture that is shown where a page is shared, small to send."""

import io

from PIL import Image

from generator.runchart.share_card import ShareCard, card_colours, card_png
from generator.site.rendering.images import png_of_colours


def draw_social_card(card: ShareCard) -> bytes:
    """A PNG with a palette: a ninth of the bytes."""
    with Image.open(io.BytesIO(card_png(card))) as drawn:
        return png_of_colours(drawn.convert("RGB"), card_colours())
