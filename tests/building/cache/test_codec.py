"""What is kept comes back as it was, and damaged bytes are told apart from it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.building.cache.codec import Unreadable, decode, encode
from generator.inert_markup import InertMarkup
from generator.model import Prompt, Verdict
from generator.problems import Phrase, Place, Problem, error
from generator.site.teacher_card import ClassCard


def test_values_of_the_house_come_back_with_their_types() -> None:
    card = ClassCard("Period 2", Prompt("explains", "Explains"), Verdict.NO_SIGNAL, Markup("<svg/>"))
    back = decode(encode(card), ClassCard)
    assert back == card
    assert isinstance(back.svg, Markup)
    assert back.verdict is Verdict.NO_SIGNAL


def test_a_problem_can_still_be_translated() -> None:
    problem = error("c", Place("a.md", 3), "{what} is wrong.", Phrase("Do it."), what=Phrase("date"), n=3)
    back = decode(encode(problem), Problem)
    assert back == problem
    assert isinstance(back.values["what"], Phrase)


def test_what_a_problem_shows_may_be_anything() -> None:
    problem = error("c", Place("a.md"), "{day} {parts}", day=date(2026, 1, 2), parts=Place("b.md", 1))
    assert decode(encode(problem), Problem).message.startswith("2026-01-02")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_unreadable(data: bytes) -> None:
    try:
        decode(data, tuple[ClassCard, list[Problem]])
    except Unreadable:
        return


def test_the_beginning_of_what_was_kept_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        decode(encode(Place("a.md"))[:-2], Place)


def test_markup_that_could_run_is_unreadable() -> None:
    assert decode(encode(Markup("<p>Hello.</p>")), Markup) == Markup("<p>Hello.</p>")
    for text in ("<script>alert(1)</script>", '<p onclick="x">y</p>'):
        with pytest.raises(Unreadable):
            decode(encode(Markup(text)), Markup)
        with pytest.raises(Unreadable):
            decode(encode([text]), list[InertMarkup])
