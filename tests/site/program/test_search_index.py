"""The index: what MiniSearch expects, and words folded as the page folds them."""

import json

import pytest

from generator.model import Program
from generator.site.program.search_index import page_documents, search_index, terms
from tests.site.views import micro_credential, program_context


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


def test_pages_of_the_program_are_found_too() -> None:
    program = Program(
        "Hill",
        micro_credentials={
            "talk": micro_credential("talk", "Student talk", competency="Leads students to talk.")
        },
    )
    index = json.loads(search_index([], page_documents(program_context(program=program))))
    results = [
        (document["address"], document["question"], document["who"], document["finding"])
        for document in index["storedFields"].values()
    ]
    assert results == [
        ("micro-credentials/talk/index.html", "Student talk", "Micro-credential", "Leads students to talk."),
        ("how-to-read/index.html", "How to read a run chart", "", ""),
    ]
    assert "leads" in dict(index["index"])
