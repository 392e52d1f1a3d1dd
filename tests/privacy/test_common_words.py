"""The program's own words are no names; what only has a capital is not among them."""

import pytest

from generator.privacy.common_words import common_words


@pytest.mark.parametrize("word", ["see", "new", "back", "rule", "person", "still", "page", "pagina"])
def test_what_the_program_says_is_a_word(word: str) -> None:
    assert word in common_words()


@pytest.mark.parametrize("word", ["jan", "january", "ana", "lopez"])
def test_names_and_months_are_not_taken_for_words(word: str) -> None:
    assert word not in common_words()
