"""Pictures have the colours of the pages that they stand on."""

import re
from pathlib import Path

import pytest

from generator.runchart import palette

BASE = Path(__file__).parents[2] / "themes/default/styles/base.css"


@pytest.mark.parametrize("name", ["PAPER", "INK", "ACCENT", "WARN", "GREY_1", "GREY_2", "GREY_3", "GREY_4"])
def test_a_colour_is_that_of_the_theme_in_the_light(name: str) -> None:
    in_theme = re.search(rf"--{name.lower().replace('_', '-')}: (#\w+);", BASE.read_text("utf-8"))
    assert in_theme is not None
    assert in_theme[1] == getattr(palette, name)
