"""An award's two badge images, drawn from its signed run chart, with the credential in them."""

from functools import partial
from io import BytesIO

from PIL import Image

from generator.memoize import digest
from generator.model import EvaluatedSeries
from generator.openbadges.badge_image import BadgeImage, BadgeText
from generator.openbadges.baking import bake_png, bake_svg
from generator.openbadges.frozen_finding import Recomputed
from generator.runchart.chart_renderer import png_of
from generator.site.rendering.context import RenderContext
from generator.site.rendering.images import reduce_colours

_COLOURS = 64


def badge_images(
    context: RenderContext, again: Recomputed, said: BadgeText, credential: bytes
) -> tuple[bytes, bytes]:
    """(SVG, PNG).  `again` is a finding that follows from its data."""
    svg = BadgeImage(context.translator, badge_series(again), said).svg()
    png = context.memoize(digest("badge", svg), partial(_as_png, svg), bytes)
    return bake_svg(svg, credential).encode(), bake_png(png, credential)


def badge_series(again: Recomputed) -> EvaluatedSeries:
    """The series on the badge: the requirement's first prompt in the first class that met it."""
    standing = again.requirement
    met = {one.class_id for one in standing.classes if one.met}
    return next(
        one
        for one in again.series
        if one.series.class_id in met
        and one.series.prompt == standing.prompts[0]
        and one.finding.verdict is standing.verdict
    )


def _as_png(svg: str) -> bytes:
    with Image.open(BytesIO(png_of(svg, 1.0))) as drawn:
        return reduce_colours(drawn.convert("RGBA"), _COLOURS)
