"""The picture that is shown where a page is shared: the main run chart, small to send."""

import io

from generator.runchart.draw import png_of

WIDTH, HEIGHT = 800, 420  # the shape that the places which show it expect
_COLOURS = 24
_SCALE = 1.13  # at which most charts fill the height


def social_card(svg: str) -> bytes:
    """A PNG of 800 x 420 with a standalone picture: the chart, its title and what it shows."""
    from PIL import Image

    with Image.open(io.BytesIO(png_of(svg, _SCALE))) as drawn:
        chart = drawn.convert("RGB")
    if chart.height > HEIGHT:  # a long title
        chart = chart.resize((round(chart.width * HEIGHT / chart.height), HEIGHT))
    card = Image.new("RGB", (WIDTH, HEIGHT), "white")
    card.paste(chart, ((WIDTH - chart.width) // 2, (HEIGHT - chart.height) // 2))
    out = io.BytesIO()
    flat = card.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat.save(out, "PNG", compress_level=6)
    return out.getvalue()
