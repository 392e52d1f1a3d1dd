"""Photos as they are published: turned upright, at most 1600 px, re-encoded, nothing else inside.

What a camera writes beside the picture (place, time, owner, a second smaller picture) does not
survive, because only the picture's own points are copied into a new file (P10 in docs/privacy.md).
"""

import warnings
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageOps

LONGEST_SIDE = 1600  # pixels
MAX_PIXELS = 50_000_000  # more than any school camera; a bomb of a few KB can claim billions
_STRIP = 100  # rows of the smaller image that are made at once
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


def _shrunk(photo: Image.Image, drawn: bool) -> Image.Image:
    """The photo at a whole fraction of its size, still larger than what is published; taken strip by strip,
    because every step on the whole of 50 megapixels holds 200 MB more."""
    factor = max(photo.size) // (2 * LONGEST_SIDE)
    if factor < 2:
        return photo
    if photo.mode not in ("RGB", "RGBA", "L"):
        photo = _with_info(photo.convert("RGBA" if drawn else "RGB"), photo)
    width, height = photo.size
    photo.load()
    small = Image.new(photo.mode, (-(-width // factor), -(-height // factor)))
    rows = factor * _STRIP
    for top in range(0, height, rows):
        strip = photo.crop((0, top, width, min(top + rows, height)))
        small.paste(strip.reduce(factor), (0, top // factor))
    return _with_info(small, photo)


def _with_info(image: Image.Image, photo: Image.Image) -> Image.Image:
    """The image with what its file says of the photo, such as which way is up."""
    image.info = dict(photo.info)
    return image


def encode_opened(photo: Image.Image) -> EncodedImage:
    """A new image made of the points alone; photographs as JPEG, drawings and transparency as PNG."""
    drawn = photo.format in ("PNG", "GIF") or photo.mode in ("RGBA", "LA", "P")
    upright = ImageOps.exif_transpose(_shrunk(photo, drawn)).convert("RGBA" if drawn else "RGB")
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
