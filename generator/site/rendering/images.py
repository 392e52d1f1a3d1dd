"""Photos as they are published: turned upright, at most 1600 px, re-encoded, nothing else inside.

What a camera writes beside the picture (place, time, owner, a second smaller picture) does not
survive, because only the picture's own points are copied into a new file (P10 in docs/privacy.md).
"""

import warnings
from collections.abc import Sequence
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageOps

LONGEST_SIDE = 1600  # pixels
MAX_PIXELS = 50_000_000  # more than any school camera; a bomb of a few KB can claim billions
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


class EncodedImage(Struct, frozen=True):
    """A published image: its bytes, its size in pixels, and `.jpg` or `.png`."""

    data: bytes
    width: int
    height: int
    suffix: str


def encode_for_web(data: bytes) -> EncodedImage | None:
    """The image as it may be published; None where it is not a JPEG, PNG, GIF or WebP image, is
    damaged, or has more than 50 megapixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the limit below is ours, and stricter
            with Image.open(BytesIO(data), formats=FORMATS) as photo:
                if photo.width * photo.height > MAX_PIXELS:
                    return None
                return encode_opened(photo)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError):
        return None  # what Pillow raises for a damaged or foreign file, by format


def png_with_palette(drawing: Image.Image, colours: int) -> bytes:
    """A flat drawing as a PNG with a palette: a fraction of the bytes, and nobody sees a difference."""
    out = BytesIO()
    # the one method that keeps soft edges on a transparent ground
    flat = drawing.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat.save(out, "PNG", compress_level=6)
    return out.getvalue()


def png_of_colours(drawing: Image.Image, colours: Sequence[tuple[int, int, int]]) -> bytes:
    """A drawing as a PNG of these colours (red, green, blue), each point in the nearest: with 16 or fewer
    two points take a byte."""
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    out = BytesIO()
    drawing.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", compress_level=9, bits=4)
    return out.getvalue()


def encode_opened(photo: Image.Image) -> EncodedImage:
    """A new image made of the points alone; photographs as JPEG, drawings and transparency as PNG."""
    drawn = photo.format in ("PNG", "GIF") or photo.mode in ("RGBA", "LA", "P")
    upright = ImageOps.exif_transpose(photo).convert("RGBA" if drawn else "RGB")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    out = BytesIO()
    if drawn:
        if clean.getchannel("A").getextrema() == (255, 255):
            clean = clean.convert("RGB")
        colours = clean.convert("RGB").getcolors(256) if clean.mode == "RGB" else None
        (clean.quantize(256) if colours else clean).save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=82, optimize=True, progressive=True)
    return EncodedImage(out.getvalue(), clean.width, clean.height, ".png" if drawn else ".jpg")
