"""Pictures that were drawn before: most tests build the same small program, and most of such a build is
drawing.

What is remembered is the real answer to the very same question, in this process. That it is the same in every
process is tested where processes are compared: tests/test_build.py, tests/building/test_process_pool.py.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec
import pytest
import vl_convert

from generator.runchart.share_card import card_png
from generator.site.inquiry import inquiry_social_card
from generator.site.program import program_social_card

_MOST = 500  # pictures of some kilobytes


def remember_pictures(patch: pytest.MonkeyPatch) -> None:
    """From now on builds draw each card once, and the renderer draws each picture once, until it is given
    other fonts."""
    forgets = [_remembered(patch, name) for name in ("svg_to_png", "vega_to_svg")]
    card = lru_cache(_MOST)(card_png)
    patch.setattr(inquiry_social_card, "card_png", card)
    patch.setattr(program_social_card, "card_png", card)
    register = vl_convert.register_font_directory

    def registered(folder: str) -> None:
        register(folder)
        for forget in (*forgets, card.cache_clear):
            forget()

    patch.setattr(vl_convert, "register_font_directory", registered)


def _remembered(patch: pytest.MonkeyPatch, name: str) -> Callable[[], None]:
    """Draws each thing once by this function of the renderer; what is returned forgets them all."""
    draw: Callable[..., str | bytes] = getattr(vl_convert, name)

    @lru_cache(_MOST)
    def drawn(question: bytes) -> str | bytes:
        given, options = msgspec.json.decode(question)
        return draw(*given, **options)

    def answer(*given: Any, **options: Any) -> str | bytes:
        return drawn(msgspec.json.encode([given, options]))

    patch.setattr(vl_convert, name, answer)
    return drawn.cache_clear
