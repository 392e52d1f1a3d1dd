"""Frequent words are told from names."""

import pytest

from generator.privacy.ordinary_words import is_ordinary


@pytest.mark.parametrize(
    "word", ["bridge", "seconds", "adapted", "drawing", "closing", "dishes", "cats", "puente", "amigos"]
)
def test_a_word_of_everyday_prose_is_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize(
    "word", ["jaylen", "jared", "mateo", "ximena", "carly", "ashley", "james", "reyes", "", "s"]
)
def test_a_name_is_not(word: str) -> None:
    assert not is_ordinary(word)
