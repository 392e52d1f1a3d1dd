"""The badge: the award's own chart, with words that fit."""

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Point, Series
from generator.openbadges.badge_image import BadgeImage, BadgeText
from generator.runchart.verdict import evaluate_series
from generator.words.translator import Translator

VALUES = [30, 35, 28, 33, 31, 34, 29, 36, 60, 62, 58, 64, 66, 61, 63, 65]
JUDGED = evaluate_series(
    Series(
        "p2",
        "Period 2",
        "explains",
        tuple(Point(row, date(2025, 9, row), float(value)) for row, value in enumerate(VALUES, start=1)),
        baseline=8,
    )
)


def drawn(title: str, name: str = "Ana Lopez") -> str:
    text = BadgeText(title, name, "Maple Grove District", date(2026, 2, 1))
    return BadgeImage(Translator(), JUDGED, text).svg()


def test_each_visit_is_a_dot_hollow_before_the_change() -> None:
    root = ElementTree.fromstring(drawn("Visible thinking"))
    dots = [one for one in root.iter("{http://www.w3.org/2000/svg}circle") if float(one.get("r", "0")) < 100]
    assert len(dots) == len(VALUES)
    assert sum(one.get("stroke") is not None for one in dots) == 8


def test_where_it_is_small_it_is_the_picture_alone_within_its_ring() -> None:
    text = BadgeText("Visible thinking", "Ana Lopez", "Maple Grove District", date(2026, 2, 1))
    root = ElementTree.fromstring(BadgeImage(Translator(), JUDGED, text).picture())
    assert not [one for one in root.iter() if (one.text or "").strip()]
    (group,) = root.iter("{http://www.w3.org/2000/svg}g")
    scale = 1.15
    for dot in group.iter("{http://www.w3.org/2000/svg}circle"):
        across = scale * (float(dot.get("cx", "0")) - 300)
        down = scale * (float(dot.get("cy", "0")) - 219)
        assert (across**2 + down**2) ** 0.5 + scale * float(dot.get("r", "0")) < 280


def test_it_says_what_it_is_to_who_cannot_see_it() -> None:
    title = ElementTree.fromstring(drawn("Visible thinking"))[0]
    assert title.text is not None
    assert "Visible thinking" in title.text
    assert "Ana Lopez" in title.text


@pytest.mark.parametrize(
    "title", ["Short", "A title of quite a few words that needs two lines", "Word " * 40]
)
def test_no_line_leaves_the_disc(title: str) -> None:
    root = ElementTree.fromstring(drawn(title))
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        half = len(text.text or "") * float(text.get("font-size", "0")) * 0.29
        down = abs(float(text.get("y", "0")) - 300)
        assert half**2 + down**2 < 280**2, text.text


@settings(max_examples=50)
@given(st.text(max_size=60), st.text(max_size=40))
def test_no_words_break_it(title: str, name: str) -> None:
    ElementTree.fromstring(drawn(title, name))
