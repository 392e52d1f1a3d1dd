"""Photos: nothing of the camera survives, and nothing that is no photo gets through."""

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
