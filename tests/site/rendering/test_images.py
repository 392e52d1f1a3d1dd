"""Photos: nothing of the camera survives, and nothing that is no photo gets through."""

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from generator.site.rendering.images import LONGEST_SIDE, encode_for_web


def photo(form: str = "JPEG", size: tuple[int, int] = (40, 20), **saved: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (180, 90, 40)).save(out, form, **saved)
    return out.getvalue()


def test_what_the_camera_wrote_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of a child"
    exif[0x8825] = {1: "N"}
    picture = encode_for_web(photo(exif=exif))
    assert picture is not None
    assert b"Camera of a child" not in picture.data
    with Image.open(BytesIO(picture.data)) as build_context:
        assert not build_context.getexif()


def test_it_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = encode_for_web(photo(exif=exif))
    assert picture is not None
    assert (picture.width, picture.height) == (20, 40)


def test_it_is_no_larger_than_a_page_needs() -> None:
    picture = encode_for_web(photo(size=(4000, 1000)))
    assert picture is not None
    assert (picture.width, picture.height) == (LONGEST_SIDE, 400)


@pytest.mark.parametrize(("form", "suffix"), [("PNG", ".png"), ("GIF", ".png"), ("WEBP", ".jpg")])
def test_every_kind_that_browsers_show(form: str, suffix: str) -> None:
    picture = encode_for_web(photo(form))
    assert picture is not None
    assert picture.suffix == suffix


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\xff\xd8\xff", photo()[:100], photo("BMP")])
def test_what_is_no_photo_or_damaged_is_refused(data: bytes) -> None:
    assert encode_for_web(data) is None


def test_a_picture_that_is_far_too_large_is_refused() -> None:
    assert encode_for_web(photo("PNG", size=(9000, 6000))) is None


def test_the_same_photo_gives_the_same_bytes() -> None:
    first, second = encode_for_web(photo()), encode_for_web(photo())
    assert first == second


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "LA"])
def test_a_large_photo_keeps_its_points_and_its_upright_side(mode: str) -> None:
    large = Image.new("RGB", (6500, 2000), (180, 90, 40))
    large.paste((20, 40, 200), (0, 0, 3250, 2000))  # the left half is blue
    exif = Image.Exif()
    exif[0x0112] = 6  # the left side is up
    out = BytesIO()
    large.convert(mode).save(out, "PNG", exif=exif)
    picture = encode_for_web(out.getvalue())
    assert picture is not None
    assert (picture.width, picture.height) == (492, LONGEST_SIDE)
    with (
        Image.open(BytesIO(picture.data)) as shown,
        large.convert("L" if mode in ("L", "LA") else "RGB") as gray,
    ):
        for height, across in ((400, 0), (1200, 6499)):
            point = shown.convert("RGB").getpixel((246, height))
            expected = gray.convert("RGB").getpixel((across, 0))
            assert isinstance(point, tuple) and isinstance(expected, tuple)
            assert max(abs(a - b) for a, b in zip(point, expected, strict=True)) < 3  # a palette rounds


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
def test_a_photo_of_nearly_fifty_megapixels_takes_less_than_500_mb() -> None:
    script = (
        "import io\nfrom PIL import Image\nfrom generator.site.rendering.images import encode_for_web\n"
        "out = io.BytesIO()\nImage.new('P', (7000, 7000)).save(out, 'PNG')\n"
        "assert encode_for_web(out.getvalue())\n"
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) // 1024 < 400
