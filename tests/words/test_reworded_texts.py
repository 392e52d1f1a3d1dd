"""An earlier text leads to the one that took its place, however often it was reworded."""

import pytest

from generator.words import reworded_texts
from generator.words.catalogue import known_texts
from generator.words.reworded_texts import current_text, earlier_texts
from generator.words.text_places import text_places


@pytest.fixture
def three_wordings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reworded_texts, "_reworded", lambda: {"a comma too many": "b", "b": "an extra comma"})


@pytest.mark.usefixtures("three_wordings")
def test_a_text_that_was_reworded_twice() -> None:
    assert current_text("a comma too many") == current_text("b") == "an extra comma"
    assert earlier_texts("an extra comma") == ("a comma too many", "b")


@pytest.mark.usefixtures("three_wordings")
def test_a_text_that_never_was() -> None:
    assert current_text("an extra comma") == ""
    assert earlier_texts("a comma too many") == ()


def test_every_earlier_text_leads_to_one_of_today() -> None:
    earlier = reworded_texts._reworded()
    assert earlier.keys() & known_texts() == set()
    assert {current_text(text) for text in earlier} - known_texts() == set()


def test_a_wording_of_todays_text_can_keep_the_places_of_its_own() -> None:
    assert [new for new in reworded_texts._reworded().values() if "\0" in text_places(new)] == []
