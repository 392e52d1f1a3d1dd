"""Words are compared without accents, case, possessives and invisible signs."""

import pytest

from generator.privacy.name_normalisation import fold_word, normalise, tokenize, vocabulary


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("José’s", "jose"),
        ("O'Brien", "obrien"),
        ("STRAẞE", "strasse"),
        ("İpek", "ipek"),
        ("Ørsted", "orsted"),
    ],
)
def test_words_are_folded_alike(word: str, folded: str) -> None:
    assert fold_word(word) == folded


@pytest.mark.parametrize("text", ["Jay\u200blen", "Jay\u00adlen", "Ｊａｙｌｅｎ", "Jaylen"])
def test_what_looks_the_same_is_the_same(text: str) -> None:
    assert normalise(text) == "Jaylen"


def test_tokens_are_the_words_with_their_places() -> None:
    text = normalise("Ana-María, 3 x")
    tokens = tokenize(text)
    assert [(token.folded, token.capital) for token in tokens] == [
        ("ana", True),
        ("maria", True),
        ("x", False),
    ]
    assert [text[token.start : token.end] for token in tokens] == ["Ana", "María", "x"]
    assert vocabulary(text) == {"ana", "maria", "x"}
