"""The picture that is shown where a page is shared: the main run chart, small to send."""

import io

from generator.runchart.draw import picture
from generator.runchart.plot import Plot

WIDTH, HEIGHT = 1200, 630  # what the places that show it expect
_COLOURS = 24
_SCALE = 1.7  # at which most charts fill the height


def social_card(plot: Plot) -> bytes:
    """A PNG of 1200 x 630 with the chart, its title and what it shows."""
    from PIL import Image

    with Image.open(io.BytesIO(picture(plot, "png", _SCALE))) as drawn:
        chart = drawn.convert("RGB")
    if chart.height > HEIGHT:  # a long title
        chart = chart.resize((round(chart.width * HEIGHT / chart.height), HEIGHT))
    card = Image.new("RGB", (WIDTH, HEIGHT), "white")
    card.paste(chart, ((WIDTH - chart.width) // 2, (HEIGHT - chart.height) // 2))
    out = io.BytesIO()
    flat = card.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat.save(out, "PNG", compress_level=6)
    return out.getvalue()
