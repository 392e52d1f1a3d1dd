"""Lines of serif: none wider than its room, no word lost."""

import re

import pytest

from generator.runchart.serif_text import (
    Word,
    line_markup,
    line_markup_from_right,
    line_outlines,
    runs_from_right,
    words_of,
    wrap_words,
)
from generator.runchart.share_card import LineWriter
from generator.runchart.standalone_picture import png_of

QUESTION = "Does a routine of exploratory talk lead more students to explain their reasoning?"


@pytest.mark.parametrize("width", [220, 300, 504, 2000])
@pytest.mark.parametrize("bold", [True, False])
def test_no_line_is_wider_than_its_room(width: float, bold: bool) -> None:
    lines = wrap_words(words_of(QUESTION, bold=bold), 30, width)
    assert " ".join(word.text for line in lines for word in line) == QUESTION
    assert all(words_of(" ".join(word.text for word in line), bold=bold) for line in lines)
    for line in lines:
        assert Word(" ".join(word.text for word in line), bold).width(30) <= width + 1


def test_a_word_that_is_too_wide_is_broken_between_letters() -> None:
    lines = wrap_words(words_of("Donaudampfschifffahrtsgesellschaft"), 40, 200)
    assert "".join(word.text for line in lines for word in line) == "Donaudampfschifffahrtsgesellschaft"
    assert len(lines) > 2


def test_a_number_stays_with_its_sign() -> None:
    (word,) = words_of("31\N{NO-BREAK SPACE}%")
    assert word.text == "31 %"


def test_bold_words_stand_in_one_span_and_markup_is_escaped() -> None:
    line = (*words_of("It held.", bold=True), *words_of("5 < 7"))
    assert line_markup(line, 1, 2.5, 30) == (
        '<text class="serif" x="1" y="2.5" font-size="30">'
        '<tspan class="bold">It held.</tspan> 5 &lt; 7</text>'
    )


def test_a_letter_of_another_font_counts_as_wide() -> None:
    assert Word("漢").width(10) == 10


def test_the_same_line_as_outlines_begins_where_it_is_told_and_is_as_high() -> None:
    line = (*words_of("It held.", bold=True), *words_of("5 < 7"))
    drawn = line_outlines(line, 1, 2.5, 30)
    assert drawn.startswith('<g class="serif" transform="matrix(0.03 0 0 -0.03 1 2.5)">')
    begins = [float(x) for x in re.findall(r"matrix\(0\.03 0 0 -0\.03 (\S+) 2\.5\)", drawn)]
    places = [
        begin + 0.03 * int(x)
        for begin, run in zip(begins, drawn.split("<g ")[1:], strict=True)
        for x in re.findall(r"translate\((\d+) 0\)", run)
    ]
    assert len(places) == len("Itheld.5<7")
    assert places == sorted(places)
    assert places[-1] <= 1 + Word("It held. 5 < 7", bold=True).width(30)


def test_a_line_with_a_letter_of_another_font_stays_text() -> None:
    line = words_of("5 漢")
    assert line_outlines(line, 1, 2.5, 30) == line_markup(line, 1, 2.5, 30)


def test_two_weights_with_a_letter_of_another_font_are_two_texts() -> None:
    line = (*words_of("It held.", bold=True), *words_of("in 🇨🇦"))
    drawn = line_outlines(line, 1, 2.5, 30)
    begins = 1 + Word("It held.", bold=True).width(30) + Word(" ").width(30)
    assert drawn.startswith("<g ") and "<tspan" not in drawn
    (left,) = re.findall(r'<text class="serif" x="(\S+)" y="2.5" font-size="30">in 🇨🇦</text>$', drawn)
    assert float(left) == pytest.approx(begins, abs=1)  # the outlines are kerned


@pytest.mark.parametrize("signs", ["👩\u200d🏫", "🇨🇦", "1\ufe0f⃣", "❤\ufe0f", "👍🏽", "हिन्दी", "שָׁלוֹם"])
@pytest.mark.parametrize("write", [line_outlines, line_markup_from_right])
def test_signs_of_several_letters_are_drawn(write: LineWriter, signs: str) -> None:
    line = (*words_of("Yes لا", bold=True), *words_of(f"{signs} العربية"))
    drawn = write(line, 1, 30, 30)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">{drawn}</svg>'
    assert png_of(svg, 1).startswith(b"\x89PNG")


def test_a_line_from_the_right_has_both_weights_unless_signs_are_joined() -> None:
    assert "<tspan" in line_markup_from_right((Word("نعم", bold=True), Word("لا")), 560, 80, 30)
    assert "<tspan" not in line_markup_from_right((Word("نعم", bold=True), Word("🇨🇦")), 560, 80, 30)


def test_a_mark_or_a_joiner_takes_no_room() -> None:
    assert Word("漢\u0301\u200d\ufe0f").width(10) == 10
    assert len(wrap_words(words_of("漢\u0301\u0302" * 3), 10, 30)) == 1


@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        ("Why?", False),
        ("لماذا؟", True),
        ("מדוע?", True),
        ("33% قبل", True),
        ("Period 2: قبل", False),
        ("33%", False),
    ],
)
def test_the_first_letter_says_from_where_a_text_runs(text: str, from_right: bool) -> None:
    assert runs_from_right(text) == from_right


def test_a_line_from_the_right_begins_at_its_right_end_and_ends_with_its_point() -> None:
    line = line_markup_from_right(words_of("لماذا الآن؟"), 560, 80, 30)
    assert 'x="560"' in line and 'text-anchor="end"' in line
    assert re.findall(r">(.*)<", line) == [
        "\N{RIGHT-TO-LEFT EMBEDDING}لماذا الآن؟\N{POP DIRECTIONAL FORMATTING}"
    ]
