"""The words of a full name may have anything but letters between them."""

import time

import pytest

from generator.privacy.full_names import full_name_length, is_parted_name, stands_alone, words_beside_links
from generator.privacy.name_normalisation import tokenize


def length(text: str, *, may_have_comma: bool = False, is_common: bool = False) -> int:
    """How many words the name Ana Quispe takes from the beginning of a text."""
    words = words_beside_links(tokenize(text), text)
    return full_name_length(
        ("ana", "quispe"), words, 0, text, may_have_comma=may_have_comma, is_common=is_common
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Quispe", 2),
        ("Ana M. R. Quispe", 4),
        ("Ana M. R. S. Quispe", 0),
        ("Ana\nQuispe", 2),
        ("Ana\n\nQuispe", 0),
        ("Ana. Quispe", 0),
        ("Ana, Quispe", 0),
        ("Ana and Quispe", 0),
        ("Ana Maria Quispe", 3),
        ("Ana Lee Quispe", 3),
        ("Ana Said Quispe", 0),
        ("Ana m Quispe", 0),
        ("Ana 3 Quispe", 2),
        ("<b>Ana</b><i>Quispe</i>", 2),
    ],
)
def test_what_may_stand_between(text: str, expected: int) -> None:
    assert length(text) == expected


def test_words_beside_many_links_are_found_in_proportion_to_the_text() -> None:
    text = "Ana [x](y) <b>Lee</b> " * 20_000
    words = tokenize(text)
    begun = time.process_time()
    kept = words_beside_links(words, text)
    assert time.process_time() - begun < 3  # pairwise, 20,000 links take minutes
    assert [word.folded for word in kept[:3]] == ["ana", "x", "lee"] and len(kept) == 60_000


def test_a_comma_stands_where_the_family_name_is_first() -> None:
    assert length("Ana, Quispe", may_have_comma=True) == 2


def test_ordinary_words_need_their_capitals_and_one_sentence() -> None:
    assert length("Ana | Quispe", is_common=True) == 2
    assert length("[Ana](https://example.org/a) Quispe", is_common=True) == 2
    assert length("Ana quispe", is_common=True) == 0
    assert length("Ana: Quispe", is_common=True) == 0
    assert length("Ana 3 Quispe", is_common=True) == 0
    assert length("Ana, Quispe", may_have_comma=True, is_common=True) == 2
    assert length("Ana,, Quispe", may_have_comma=True, is_common=True) == 0


def test_the_words_of_a_link_are_passed_over() -> None:
    text = "[Ana](https://example.org/there) Quispe"
    words = words_beside_links(tokenize(text), text)
    assert [word.folded for word in words] == ["ana", "quispe"]
    assert full_name_length(("ana", "quispe"), words, 0, text, may_have_comma=False, is_common=False) == 2


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        *(("Grace Kim", True), ("Then Grace Kim drew it", True), ("xylo Grace Kim xylo", True)),
        *(("5,2 Grace Kim", True), ("Grace Kim 2,5", True), ("Grace Kim drew Ximena", True)),
        *(("cats, Grace Kim", False), ("cats & Grace Kim", False), (", Grace Kim", False)),
        *(("Grace Kim, cats", False), ("Grace Kim & cats", False)),
        *(("Ximena Grace Kim", False), ("Grace Kim Quispe", False), ("then Ximena Grace Kim", False)),
        *((f"cats {joining} Grace Kim", False) for joining in ("and", "or", "y", "e", "o", "u")),
        ("Grace Kim and cats", False),
    ],
)
def test_an_item_of_a_list_or_a_part_of_a_longer_name_does_not_stand_alone(text: str, is_alone: bool) -> None:
    words = tokenize(text)
    at = next(place for place, word in enumerate(words) if word.folded == "grace")
    assert stands_alone(words, at, at + 2, text) is is_alone


def test_behind_the_last_word_nothing_stands_alone() -> None:
    assert not stands_alone(tokenize("Grace"), 0, 2, "Grace")


@pytest.mark.parametrize(("text", "is_name"), [("De Andre", True), ("de-andre", True), ("de andre", False)])
def test_a_word_in_two(text: str, is_name: bool) -> None:
    assert is_parted_name(tokenize(text), 0, text, {("de", "andre")}) is is_name
