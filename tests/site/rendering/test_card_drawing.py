"""Social cards as files."""

import io

from PIL import Image

from generator.runchart.share_card import ShareCard
from generator.site.rendering.card_drawing import draw_social_card


def test_a_card_is_small_and_keeps_its_colours() -> None:
    data = draw_social_card(ShareCard("Maple Grove", "Two of three.", "", "", "Maple Grove"))
    assert len(data) < 40_000
    with Image.open(io.BytesIO(data)) as card:
        assert (card.format, card.mode, card.size) == ("PNG", "P", (1200, 630))
        red, green, blue = card.convert("RGB").getpixel((2, 2))  # type: ignore[misc]
    assert min(red, green, blue) > 240
