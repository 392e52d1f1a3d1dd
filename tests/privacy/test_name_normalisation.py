"""Words are compared without accents, case, possessives and invisible signs."""

import pytest

from generator.privacy.name_normalisation import blank_digests, fold_word, normalise, tokenize, vocabulary


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("José’s", "jose"),
        ("O'Brien", "obrien"),
        ("STRAẞE", "strasse"),
        ("İpek", "ipek"),
        ("Ørsted", "orsted"),
        ("Łukasz", "lukasz"),
        ("Đorđe", "dorde"),
        ("Guðrún", "gudrun"),
        ("Þóra", "thora"),
        ("Ægir", "aegir"),
        ("Lœtitia", "loetitia"),
        ("Işıl", "isil"),
        ("D'Xavier", "dxavier"),
        ("J\u0430ylen", "jaylen"),  # with a letter of Cyrillic that looks the same
        ("Анна", "анна"),
    ],
)
def test_words_are_folded_alike(word: str, folded: str) -> None:
    assert fold_word(word) == folded


@pytest.mark.parametrize("text", ["Jay\u200blen", "Jay\u00adlen", "Ｊａｙｌｅｎ", "Jaylen"])
def test_what_looks_the_same_is_the_same(text: str) -> None:
    assert normalise(text) == "Jaylen"


def test_every_letter_that_is_seen_stays() -> None:
    assert normalise("Xóchitl\u2800") == "Xóchitl"


@pytest.mark.parametrize(
    "digest", ["sha256", "sha256-uY3bHcrB0mYQ0xkUD1X+7/=", "0123456789abcdef" * 2, "SHA512".lower()]
)
def test_letters_that_meet_by_chance_in_a_digest_are_left_out(digest: str) -> None:
    assert blank_digests(f"Sha: {digest}, Ana") == f"Sha: {' ' * len(digest)}, Ana"


@pytest.mark.parametrize("text", ["Sha 256", "Shania", "a" * 40, "sha25"])
def test_words_are_no_digests(text: str) -> None:
    assert blank_digests(text) == text


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
