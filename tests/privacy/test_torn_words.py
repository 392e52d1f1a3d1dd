"""A word of a name is found with signs in it, spelled, or grown together with another word."""

import pytest

from generator.privacy.name_normalisation import tokenize
from generator.privacy.torn_words import grown_together, torn_length, torn_words

NAMES = {"jaylen", "obrien"}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        *(("Jay-len", 2), ("Jay_len", 2), ("Jay**len", 2), ("Jay`len", 2), ("Jay\\len", 2), ("Jay~~len", 2)),
        *(("Jay-\nlen", 2), ("O`Brien", 2), ("O‘Brien", 2), ("O′Brien", 2), ("Jay–len", 2), ("J-a-y-len", 4)),
        *(("J a y l e n", 6), ("J.a.y.l.e.n", 6), ("Ja_y-len", 3)),
        *(("Jay len", 0), ("Jay - len", 0), ("Jay, len", 0), ("Jay.len", 0), ("Jay", 0), ("Jay-lee", 0)),
    ],
)
def test_signs_within_a_word(text: str, length: int) -> None:
    assert torn_length(tokenize(text), 0, text, NAMES) == length
    so = f"so {text} said"
    assert torn_length(tokenize(so), 1, so, NAMES) == length
    assert bool(NAMES & torn_words(so)) is bool(length)


def test_only_what_has_a_sign_in_it_is_torn() -> None:
    assert torn_words("so Jay-len said") == {"jaylen"}


@pytest.mark.parametrize(("letters", "is_found"), [("abcdefghijklmnop", True), ("abcdefghijklmnopq", False)])
def test_a_name_that_is_spelled_has_at_most_sixteen_letters(letters: str, is_found: bool) -> None:
    text = "-".join(letters)
    assert (letters in torn_words(text)) is is_found
    assert bool(torn_length(tokenize(text), 0, text, {letters})) is is_found


def test_a_tag_within_a_word_stands_between_its_letters() -> None:
    assert NAMES & torn_words("<b>Jay</b>len")
    assert not NAMES & torn_words("Jay <b> len")


def test_a_name_may_begin_or_end_anywhere_in_a_torn_word() -> None:
    assert NAMES & torn_words("a-Jay-len-b")


def test_a_long_chain_of_pieces_takes_no_time() -> None:
    assert not NAMES & torn_words("a-" * 100_000)
    assert not NAMES & torn_words("a" * 400_000)
    assert not NAMES & torn_words("a<a" * 50_000)


@pytest.mark.parametrize(
    ("word", "within"),
    [
        ("JaylenB", ["jaylen", "jaylenb"]),
        ("myJaylen", ["jaylen", "myjaylen"]),
        ("JaylenBrown", ["jaylen", "brown", "jaylenbrown"]),
        ("DeAndreW", ["deandre", "andrew"]),
        ("MacKenzie", ["mackenzie"]),
        *((word, []) for word in ("Jaylen", "JAYLEN", "jaylen", "iPod")),
    ],
)
def test_words_grown_together(word: str, within: list[str]) -> None:
    assert list(grown_together(word)) == within


@pytest.mark.parametrize(
    "beginning",
    [
        *(
            *("Del", "San", "Te", "Von"),
            "De",
            "La",
            "Le",
            "Da",
            "Di",
            "Du",
            "El",
            "Ja",
            "Jo",
            "Ka",
            "Ke",
            "Mac",
            "Mc",
            "o",
            "Sha",
            "St",
            "Ta",
        ),
        "Van",
    ],
)
def test_what_begins_a_name_belongs_to_it(beginning: str) -> None:
    assert list(grown_together(f"{beginning}Shawnda")) == [f"{beginning.lower()}shawnda"]
