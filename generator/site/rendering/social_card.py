"""The picture that is shown where a page is shared: the main run chart, small to send."""

import io

from PIL import Image

from generator.runchart.chart_renderer import png_of
from generator.site.rendering.images import png_with_palette

WIDTH, HEIGHT = 800, 420  # the shape that the places which show it expect
_COLOURS = 24
_SCALE = 1.13  # at which most charts fill the height


def social_card(svg: str) -> bytes:
    """A PNG of 800 x 420 with a standalone picture: the chart, its title and what it shows."""
    with Image.open(io.BytesIO(png_of(svg, _SCALE))) as drawn:
        chart = drawn.convert("RGB")
    if chart.height > HEIGHT:  # a long title
        chart = chart.resize((round(chart.width * HEIGHT / chart.height), HEIGHT))
    card = Image.new("RGB", (WIDTH, HEIGHT), "white")
    card.paste(chart, ((WIDTH - chart.width) // 2, (HEIGHT - chart.height) // 2))
    return png_with_palette(card, _COLOURS)
