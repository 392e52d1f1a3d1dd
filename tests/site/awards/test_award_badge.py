"""An award's badge images, with its credential in them."""

import io

from PIL import Image

from generator.openbadges.baking import extract_credential
from tests.conftest import Site
from tests.openbadges.awards import AWARD, NAME


def test_both_images_hold_the_signed_credential(awarded: Site) -> None:
    signed = (awarded.content / AWARD / "credential.json").read_bytes().strip()
    for suffix in ("svg", "png"):
        assert extract_credential((awarded.output / f"badges/{NAME}.{suffix}").read_bytes()).strip() == signed


def test_the_png_is_a_small_square_picture(awarded: Site) -> None:
    data = (awarded.output / f"badges/{NAME}.png").read_bytes()
    with Image.open(io.BytesIO(data)) as badge:
        assert badge.width == badge.height
        assert badge.mode == "P"
