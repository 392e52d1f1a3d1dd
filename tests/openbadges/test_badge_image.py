"""The badge: the award's own chart, with words that fit."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Better, EvaluatedSeries, Point, Series
from generator.openbadges.badge_image import BadgeImage, BadgeText
from generator.runchart.palette import ACCENT
from generator.runchart.verdict import evaluate_series
from generator.words.translator import Translator

SVG = "{http://www.w3.org/2000/svg}"
DATA = Path(__file__).parent / "data"
VALUES = [30, 35, 28, 33, 31, 34, 29, 36, 60, 62, 58, 64, 66, 61, 63, 65]
GOLD, PALE = "#ffd166", "#a8cfc5"
DISC_ALONE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600">'
    f'<circle cx="300" cy="300" r="296" fill="{ACCENT}"/>'
    f'<circle cx="300" cy="300" r="280" fill="none" stroke="{GOLD}" stroke-width="6"/>'
    '<g transform="translate(300 300) scale(1.15) translate(-300 -219)"></g></svg>\n'
)


def judged(
    values: Sequence[float | None], baseline: int | None, better: Better = Better.HIGHER
) -> EvaluatedSeries:
    """A series with a value or None for each visit."""
    points = tuple(Point(row, None, value) for row, value in enumerate(values, start=1))
    return evaluate_series(Series("p2", "Period 2", "explains", points, baseline=baseline, better=better))


JUDGED = judged(VALUES, 8)


def badge(title: str, name: str, issuer: str, series: EvaluatedSeries = JUDGED) -> BadgeImage:
    return BadgeImage(Translator(), series, BadgeText(title, name, issuer, date(2026, 2, 1)))


def drawn(title: str, name: str = "Ana Lopez") -> str:
    return badge(title, name, "Maple Grove District").svg()


def chart(
    values: Sequence[float | None], baseline: int, better: Better = Better.HIGHER
) -> ElementTree.Element:
    """The chart of a badge."""
    picture = badge("", "", "", judged(values, baseline, better)).picture()
    return next(ElementTree.fromstring(picture).iter(f"{SVG}g"))


def all_of(drawing: ElementTree.Element, element: str, *attributes: str) -> list[tuple[str | None, ...]]:
    """These attributes of each such element."""
    return [tuple(one.get(name) for name in attributes) for one in drawing.iter(f"{SVG}{element}")]


def test_each_visit_is_a_dot_hollow_before_the_change() -> None:
    root = ElementTree.fromstring(drawn("Visible thinking"))
    dots = [one for one in root.iter(f"{SVG}circle") if float(one.get("r", "0")) < 100]
    assert len(dots) == len(VALUES)
    assert sum(one.get("stroke") is not None for one in dots) == 8


def test_where_it_is_small_it_is_the_picture_alone_within_its_ring() -> None:
    root = ElementTree.fromstring(badge("Visible thinking", "Ana Lopez", "Maple Grove").picture())
    assert not [one for one in root.iter() if (one.text or "").strip()]
    (group,) = root.iter(f"{SVG}g")
    scale = 1.15
    for dot in group.iter(f"{SVG}circle"):
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
    for text in root.iter(f"{SVG}text"):
        half = len(text.text or "") * float(text.get("font-size", "0")) * 0.29
        down = abs(float(text.get("y", "0")) - 300)
        assert half**2 + down**2 < 280**2, text.text


@settings(max_examples=50)
@given(st.text(max_size=60), st.text(max_size=40))
def test_no_words_break_it(title: str, name: str) -> None:
    ElementTree.fromstring(drawn(title, name))


def test_a_badge_that_was_handed_out_is_drawn_the_same_again() -> None:
    """A browser shows badge.svg; a change to the drawing changes every badge that was handed out."""
    series = judged([30, 35, None, 28, 33.5, 31, 34, 29, None, 60, 62, 27, 58.5, 64], 7)
    given = badge("Visible thinking in all classes", "Ana Lopez", "Maple Grove District", series)
    assert given.svg() == (DATA / "badge.svg").read_text("utf-8")
    drawn_in_it = given.svg().partition('stroke-width="6"/>')[2].partition("<text")[0]
    assert given.picture() == DISC_ALONE.replace("></g>", f">{drawn_in_it}</g>")


@pytest.mark.parametrize(
    ("visits", "places"),
    [
        (1, ["118.0"]),
        (2, ["118.0", "482.0"]),
        (3, ["118.0", "300.0", "482.0"]),
        (4, ["118.0", "239.3", "360.7", "482.0"]),
    ],
)
def test_visits_stand_from_the_left_to_the_right_at_equal_distances(visits: int, places: list[str]) -> None:
    assert [x for (x,) in all_of(chart([5] * visits, 1), "circle", "cx")] == places


def test_the_best_visit_is_at_the_top_and_the_worst_at_the_bottom() -> None:
    assert all_of(chart([2, 1, 4, 2.5], 1), "circle", "cy") == [
        ("251.3",),
        ("316.0",),
        ("122.0",),
        ("219.0",),
    ]


def test_the_change_is_between_two_visits_and_the_median_goes_across() -> None:
    (median, _), (change, _), *_ = all_of(chart([1, 1, 3, 3], 2), "path", "d", "stroke")
    assert (median, change) == ("M96,316.0H504", "M300.0,98V340")


def test_a_line_is_broken_where_a_visit_was_missed() -> None:
    broken = chart([1, None, 1, 1, None, 5, 5, None, 5], 4)
    assert all_of(broken, "path", "d", "stroke")[2:] == [
        ("M209.0,316.0L254.5,316.0", PALE),
        ("M345.5,122.0L391.0,122.0", GOLD),
    ]
    assert len(all_of(broken, "circle")) == 6


@pytest.mark.parametrize(
    ("better", "colours"), [(Better.HIGHER, [PALE, PALE, GOLD]), (Better.LOWER, [PALE, GOLD, PALE])]
)
def test_a_visit_after_the_change_is_gold_on_the_good_side_of_the_median(
    better: Better, colours: list[str]
) -> None:
    dots = all_of(chart([0, 0, -1, 1], 1, better), "circle", "fill", "stroke")
    assert dots == [(ACCENT, PALE), *((colour, None) for colour in colours)]


@pytest.mark.parametrize(("visits", "radiuses"), [(19, {"13", "15"}), (20, {"9", "11"})])
def test_many_visits_are_drawn_smaller(visits: int, radiuses: set[str]) -> None:
    assert {radius for (radius,) in all_of(chart([1] * visits, 10), "circle", "r")} == radiuses


@pytest.mark.parametrize(("values", "baseline"), [([1, 2], None), ([None, 2], 1), ([], None)])
def test_without_a_median_or_a_change_it_is_the_disc_alone(
    values: list[float | None], baseline: int | None
) -> None:
    assert badge("", "", "", judged(values, baseline)).picture() == DISC_ALONE


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("A" * 25, [("30", "396", "A" * 25)]),
        ("A" * 20 + " thinks", [("30", "382", "A" * 20), ("30", "418", "thinks")]),
        (
            f"{'A' * 12} {'B' * 12} {'C' * 25}",
            [("30", "382", f"{'A' * 12} {'B' * 12}"), ("30", "418", "C" * 25)],
        ),
        (f"{'A' * 30} {'B' * 30}", [("25", "382", "A" * 30), ("25", "413", "B" * 30)]),
        (
            f"{'A' * 30} {'B' * 15} {'C' * 12} is left out",
            [("25", "382", "A" * 30), ("25", "413", f"{'B' * 15} {'C' * 12}…")],
        ),
        ("A" * 80, [("25", "382", "A" * 30), ("25", "413", "A" * 29 + "…")]),
        ("A" * 26, [("30", "382", "A" * 25), ("30", "418", "A")]),
        ("学" * 13, [("30", "382", "学" * 12), ("30", "418", "学")]),
        ("\uff21" * 13, [("30", "382", "\uff21" * 12), ("30", "418", "\uff21")]),
    ],
)
def test_a_title_has_two_lines_of_large_or_of_smaller_letters_or_is_cut_short(
    title: str, lines: list[tuple[str, str, str]]
) -> None:
    root = ElementTree.fromstring(drawn(title))
    texts = [(one.get("font-size"), one.get("y"), one.text) for one in root.iter(f"{SVG}text")]
    assert texts[:-3] == lines


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("A" * 30, "A" * 30),
        ("A" * 31, "A" * 29 + "…"),
        ("A" * 32, "A" * 29 + "…"),
        (f"{'A' * 28} Lopez", f"{'A' * 28}…"),
        ("学" * 16, "学" * 14 + "…"),
    ],
)
def test_a_long_name_is_cut_short(name: str, shown: str) -> None:
    root = ElementTree.fromstring(badge("Title", name, name).svg())
    assert [one.text for one in root.iter(f"{SVG}text")][-3:-1] == [shown, shown]
