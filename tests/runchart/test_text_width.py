"""Words in a room, before any font is known."""

from hypothesis import given
from hypothesis import strategies as st

from generator.runchart.text_width import cut, fold, text_width

TEXTS = st.text("iW m%3é…", max_size=40)


def test_wide_letters_are_wider_and_twice_the_size_is_twice_the_width() -> None:
    assert text_width("iii", 13) < text_width("nnn", 13) < text_width("WWW", 13)
    assert text_width("since 59%", 26) == 2 * text_width("since 59%", 13)


def test_a_text_is_folded_at_blanks_only() -> None:
    assert fold("since 59%", 200, 13) == ["since 59%"]
    assert fold("69% for 6 visits", 75, 13) == ["69% for", "6 visits"]
    assert fold("69% for six visits", 78, 13) == ["69% for", "six visits"]
    assert fold("unforeseeable", 40, 13) == []


def test_a_text_is_cut_with_an_ellipsis() -> None:
    assert cut("Exploratory talk routine", 90, 13) == "Exploratory…"
    assert cut("Talk", 90, 13) == "Talk"
    assert cut("Talk", 5, 13) == ""


@given(TEXTS, st.floats(5, 200))
def test_what_is_cut_or_folded_fits(text: str, room: float) -> None:
    assert text_width(cut(text, room, 13), 13) <= room
    lines = fold(text, room, 13)
    assert all(text_width(line, 13) <= room for line in lines)
    assert not lines or " ".join(lines) == text
