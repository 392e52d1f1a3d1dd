"""The picture for where a page is shared: all of the answer, whatever is long."""

import io
import re

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from generator.model import Verdict
from generator.runchart.serif_text import line_markup, line_outlines
from generator.runchart.share_card import HEIGHT, WIDTH, CardChart, ShareCard, card_png, card_svg
from generator.runchart.standalone_picture import png_of

CHART = CardChart('<svg viewBox="0 0 300 196"></svg>', "Period 2: it held", Verdict.SUSTAINED_IMPROVEMENT)
QUESTION = "Does a routine of exploratory talk lead more students to explain their reasoning?"
CARD = ShareCard(
    QUESTION, "It got better, and it lasted.", "33% before, 59% since.", "Ana Lopez", "Maple Grove", (CHART,)
)


def serif_of(card: ShareCard) -> str:
    lines = re.findall(r'<text class="serif"[^>]*>(.*?)</text>', card_svg(card))
    return " ".join(re.sub("<[^>]+>", "", line) for line in lines)


def bottoms(card: ShareCard) -> list[float]:
    return [float(y) for y in re.findall(r'<text class="serif" x="[^"]+" y="([^"]+)"', card_svg(card))]


def test_question_answer_caption_who_and_where_are_there() -> None:
    assert serif_of(CARD) == f"{QUESTION} It got better, and it lasted. 33% before, 59% since."
    for text in ("Period 2: it held", "Ana Lopez", "Maple Grove"):
        assert f">{text}</text>" in card_svg(CARD)


@pytest.mark.parametrize("sentences", [1, 8, 25])
@pytest.mark.parametrize("question", [QUESTION, QUESTION * 6, "Waits?"])
def test_an_answer_is_never_cut_and_stays_above_the_rule(question: str, sentences: int) -> None:
    rest = " ".join(f"In Period {number} it moved the wrong way." for number in range(sentences))
    card = replace(CARD, heading=question, rest=rest)
    assert serif_of(card).endswith(rest)
    assert max(bottoms(card)) < 540
    assert min(bottoms(card)) > 56


def test_a_question_longer_than_any_ends_with_an_ellipsis() -> None:
    assert "… It got better" in serif_of(replace(CARD, heading=QUESTION * 12))


def test_a_long_name_ends_before_the_program() -> None:
    who = "Maria Guadalupe Hernandez-Villanueva de la Cruz y Santamaria · Grade 6 mathematics · Maple Grove"
    assert "…</text>" in card_svg(replace(CARD, who=who))


def test_several_charts_are_drawn_small_at_most_six_and_none_leaves_all_the_width() -> None:
    assert card_svg(replace(CARD, charts=(CHART,) * 9)).count('viewBox="0 0 300 196"') == 6
    alone = replace(CARD, charts=())
    assert len(bottoms(alone)) < len(bottoms(CARD))


def test_a_picture_shows_its_lines_as_their_text_would_look() -> None:
    card_png(CARD)  # which makes the font known
    outlines, text = (
        Image.open(io.BytesIO(png_of(card_svg(CARD, write), 1))).convert("L")
        for write in (line_outlines, line_markup)
    )
    differing = ImageChops.difference(outlines, text).histogram()
    assert sum(differing[1:]) < 50


@pytest.mark.parametrize("scale", [1, 2])
def test_a_png_has_the_shape_that_is_expected_and_is_small(scale: int) -> None:
    data = card_png(CARD, scale)
    with Image.open(io.BytesIO(data)) as drawn:
        assert (drawn.format, drawn.mode, drawn.size) == ("PNG", "P", (scale * WIDTH, scale * HEIGHT))
        assert drawn.convert("RGB").getpixel((2, 2)) == (0xFB, 0xF9, 0xF4)  # the paper of the pages
    assert len(data) < 40_000 * scale


def test_a_question_from_right_to_left_stands_at_the_right_of_its_column() -> None:
    svg = card_svg(ShareCard("لماذا الآن؟", "في صفين", "33%", "Ana", "Maple", charts=()))
    assert set(re.findall(r'class="serif" x="(\d+)"', svg)) == {str(WIDTH - 56)}
