"""The index: what MiniSearch expects, and words folded as the page folds them."""

import json

import pytest

from generator.site.program.search_index import search_index, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("López’s “talk”, again!", ["lopez", "s", "talk", "again"]),
        ("número 3/4 — 50%", ["numero", "3", "4", "50"]),
        ("a+b ©", ["a+b", "©"]),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_an_empty_program_has_an_empty_index() -> None:
    index = json.loads(search_index([]))
    assert (index["documentCount"], index["index"], index["serializationVersion"]) == (0, [], 2)
