"""An s without an apostrophe behind a name."""

import pytest

from generator.privacy.plural_names import may_be_another, plural_of


@pytest.mark.parametrize(
    ("word", "plural"), [("jaylen", "jaylens"), ("emma", "emmas"), ("obrien", "obriens")]
)
def test_a_name_gets_its_s(word: str, plural: str) -> None:
    assert plural_of(word, ()) == plural


@pytest.mark.parametrize("word", ["jen", "robert", "chris", "alex", "beatriz", "joyce", "grace"])
def test_words_and_other_names_are_no_plurals(word: str) -> None:
    assert plural_of(word, {"joyce", "graces"}) == ""


def test_behind_a_vowel_it_may_be_another_name() -> None:
    assert all(map(may_be_another, ["lucas", "jules", "alexis", "marcos", "julius"]))
    assert not may_be_another("jaylens")
