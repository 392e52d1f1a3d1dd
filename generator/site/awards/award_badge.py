"""An award's badge images, drawn from its signed run chart, with the credential in them."""

from functools import partial
from io import BytesIO

from PIL import Image

from generator.memoize import digest
from generator.model import EvaluatedSeries
from generator.openbadges.badge_image import BadgeImage, BadgeText
from generator.openbadges.baking import bake_png, bake_svg
from generator.openbadges.frozen_finding import Recomputed
from generator.runchart.standalone_picture import png_of
from generator.site.rendering.context import RenderContext
from generator.site.rendering.images import png_with_palette

_COLOURS = 64


def badge_images(
    context: RenderContext, recomputed: Recomputed, text: BadgeText, credential: bytes
) -> tuple[bytes, bytes]:
    """The badge as SVG and as PNG.  `recomputed` is a finding that follows from its data, `credential` the
    signed JSON that is put into both."""
    svg = BadgeImage(context.translator, badge_series(recomputed), text).svg()
    png = context.picture(digest("badge", svg), partial(_as_png, svg))
    return bake_svg(svg, credential).encode(), bake_png(png, credential)


def badge_picture(context: RenderContext, recomputed: Recomputed, text: BadgeText) -> bytes:
    """The badge's picture without its words, as SVG, for lists."""
    return BadgeImage(context.translator, badge_series(recomputed), text).picture().encode()


def badge_series(recomputed: Recomputed) -> EvaluatedSeries:
    """The series on the badge: the requirement's first prompt in the first class that met it."""
    requirement = recomputed.requirement
    met = {of_class.class_id for of_class in requirement.classes if of_class.met}
    return next(
        evaluated
        for evaluated in recomputed.series
        if evaluated.series.class_id in met
        and evaluated.series.prompt == requirement.prompts[0]
        and (verdict := evaluated.finding.verdict)
        and verdict.satisfies(requirement.verdict)
    )


def _as_png(svg: str) -> bytes:
    with Image.open(BytesIO(png_of(svg, 1.0))) as drawing:
        return png_with_palette(drawing.convert("RGBA"), _COLOURS)
