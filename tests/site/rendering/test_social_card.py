"""The picture that is shown where a page is shared."""

import io

import pytest
from PIL import Image

from generator.site.rendering.social_card import HEIGHT, WIDTH, social_card

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<rect width="100%" height="100%" fill="#7a1f5c"/></svg>'
)


@pytest.mark.parametrize(("width", "height"), [(600, 300), (600, 900)])
def test_a_card_has_its_size_with_the_whole_chart_in_the_middle(width: int, height: int) -> None:
    with Image.open(io.BytesIO(social_card(SVG.format(width=width, height=height)))) as card:
        assert (card.format, card.size) == ("PNG", (WIDTH, HEIGHT))
        drawn = card.convert("RGB")
    assert drawn.getpixel((0, 0)) == (255, 255, 255)
    assert drawn.getpixel((WIDTH // 2, HEIGHT // 2)) == (122, 31, 92)
    assert drawn.getpixel((0, HEIGHT // 2)) == drawn.getpixel((WIDTH - 1, HEIGHT // 2))
