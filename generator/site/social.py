"""The picture that is shown where a page is shared: the main run chart, small to send."""

import io

from generator.runchart.draw import picture
from generator.runchart.plot import Plot

WIDTH, HEIGHT = 1200, 630  # what the places that show it expect
_COLOURS = 24


def social_card(plot: Plot) -> bytes:
    """A PNG of 1200 x 630 with the chart, its title and what it shows."""
    from PIL import Image

    with Image.open(io.BytesIO(picture(plot, "png"))) as drawn:
        chart = drawn.convert("RGB")
    scale = min(WIDTH / chart.width, HEIGHT / chart.height)
    chart = chart.resize((round(chart.width * scale), round(chart.height * scale)), Image.Resampling.LANCZOS)
    card = Image.new("RGB", (WIDTH, HEIGHT), "white")
    card.paste(chart, ((WIDTH - chart.width) // 2, (HEIGHT - chart.height) // 2))
    out = io.BytesIO()
    card.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
