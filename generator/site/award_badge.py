"""An award's two badge images, drawn from its signed run chart, with the credential in them."""

from functools import partial
from io import BytesIO

from PIL import Image

from generator.memory import digest
from generator.model import Judged
from generator.openbadges.baking import baked_png, baked_svg
from generator.openbadges.emblem import Inscription, emblem
from generator.openbadges.finding import Again
from generator.runchart.draw import png_of
from generator.site.images import in_few_colours
from generator.site.press import Press

_COLOURS = 64


def badges(press: Press, again: Again, said: Inscription, credential: bytes) -> tuple[bytes, bytes]:
    """(SVG, PNG).  `again` is a finding that follows from its data."""
    svg = emblem(press.words, shown_on(again), said)
    png = press.remember(digest("badge", svg), partial(_as_png, svg), bytes)
    return baked_svg(svg, credential).encode(), baked_png(png, credential)


def shown_on(again: Again) -> Judged:
    """The series on the badge: the requirement's first prompt in the first class that met it."""
    standing = again.standing
    met = {one.class_id for one in standing.classes if one.met}
    return next(
        one
        for one in again.judged
        if one.series.class_id in met
        and one.series.prompt == standing.prompts[0]
        and one.finding.verdict is standing.verdict
    )


def _as_png(svg: str) -> bytes:
    with Image.open(BytesIO(png_of(svg, 1.0))) as drawn:
        return in_few_colours(drawn.convert("RGBA"), _COLOURS)
