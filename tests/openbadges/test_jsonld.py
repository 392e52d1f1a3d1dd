"""JSON-LD: what nobody defined is found, and no context is ever fetched."""

import json
from typing import Any

import pytest

from generator.openbadges.jsonld import CONTEXTS, InvalidJsonLd, canonicalize, contexts_json

DOCUMENT: dict[str, Any] = {
    "@context": CONTEXTS,
    "id": "https://x.org/a",
    "type": ["VerifiableCredential", "AchievementCredential"],
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "achievement": {"id": "https://x.org/m", "type": ["Achievement"], "name": "m"},
    },
}


def test_the_canonical_form_knows_no_order() -> None:
    turned = dict(reversed(DOCUMENT.items()))
    assert canonicalize(turned) == canonicalize(DOCUMENT)
    assert b'"m"' in canonicalize(DOCUMENT)


def unsigned(document: dict[str, Any]) -> list[str]:
    """What nobody would have signed."""
    try:
        canonicalize(document)
    except InvalidJsonLd as refused:
        return list(refused.names)
    return []


@pytest.mark.parametrize(
    ("document", "names"),
    [
        (DOCUMENT, []),
        (DOCUMENT | {"shoeSize": "9"}, ["shoeSize"]),
        (DOCUMENT | {"type": ["VerifiableCredential", "Nonsense"]}, ["Nonsense"]),
        (DOCUMENT | {"id": "here"}, ["here"]),
        (DOCUMENT | {"credentialSubject": {"type": ["AchievementSubject"], "shoe": "9"}}, ["shoe"]),
    ],
)
def test_undefined_terms_are_named(document: dict[str, Any], names: list[str]) -> None:
    assert unsigned(document) == names
    if names:
        with pytest.raises(InvalidJsonLd) as refused:
            canonicalize(document)
        assert refused.value.names == tuple(names)


@pytest.mark.parametrize(
    "document",
    [
        DOCUMENT | {"@context": [*CONTEXTS, "https://evil.example.org/context.json"]},
        DOCUMENT | {"@context": [*CONTEXTS, {"@vocab": "https://x.org/"}]},
    ],
)
def test_no_other_context_is_taken(document: dict[str, Any]) -> None:
    with pytest.raises(InvalidJsonLd) as refused:
        canonicalize(document)
    assert refused.value.reason == "context"


@pytest.mark.parametrize(
    "part",
    [
        {"https://www.w3.org/2018/credentials#credentialStatus": {"id": "https://x.org/"}},
        {"credentialSubject": {"@context": {"a": "https://x.org/a"}, "a": "b"}},
        {"credentialSubject": {"name": {"@value": "m"}}},
        {"credentialSubject": {"id": "_:b0"}},
        {"@id": "https://x.org/"},
    ],
)
def test_nothing_is_signed_under_a_name_where_nobody_looks_for_it(part: dict[str, Any]) -> None:
    with pytest.raises(InvalidJsonLd) as refused:
        canonicalize(DOCUMENT | part)
    assert refused.value.reason == "terms"


def test_what_two_canonical_forms_write_differently_is_not_signed() -> None:
    with pytest.raises(InvalidJsonLd) as refused:
        canonicalize(DOCUMENT | {"name": "a\tb"})
    assert refused.value.reason == "text"


def test_a_document_too_deep_to_be_one_is_refused() -> None:
    deep: Any = "x"
    for _ in range(3000):
        deep = [deep]
    with pytest.raises(InvalidJsonLd):
        canonicalize(DOCUMENT | {"name": deep})


def reason(part: dict[str, Any]) -> str:
    """Why a document with this part has no canonical form; empty where it has one."""
    try:
        canonicalize(DOCUMENT | part)
    except InvalidJsonLd as refused:
        return refused.reason
    return ""


def achieved(*parts: dict[str, Any]) -> dict[str, Any]:
    """A subject with these results, which have no ids."""
    results = [{"type": ["Result"], **part} for part in parts]
    return {"credentialSubject": DOCUMENT["credentialSubject"] | {"result": results}}


def test_two_parts_that_look_alike_are_brought_into_an_order_and_three_are_not() -> None:
    """Each order of them would be tried; parts that differ in a text are told apart at once."""
    assert reason(achieved({"value": "A"}, {"value": "A"})) == ""
    assert reason(achieved({"value": "A"}, {"value": "A"}, {"value": "A"})) == "form"
    assert reason(achieved({"value": "A"}, {"value": "B"}, {"value": "C"})) == ""
    assert reason(achieved(*[{"id": "https://x.org/r", "value": "A"}] * 3)) == ""


@pytest.mark.parametrize(("levels", "expected"), [(39, ""), (40, "form")])
def test_a_document_may_be_forty_levels_deep(levels: int, expected: str) -> None:
    deep: Any = "x"
    for _ in range(levels):
        deep = [deep]
    assert reason({"name": deep}) == expected


@pytest.mark.parametrize("sign", ["\x00", "\t", "\x0b", "\x0c", "\x1f", "\x7f", "\ud800"])
def test_a_control_character_is_refused_wherever_it_stands(sign: str) -> None:
    assert reason({"name": f"a{sign}"}) == "text"
    assert reason({"credentialSubject": DOCUMENT["credentialSubject"] | {"identifier": [sign]}}) == "text"


@pytest.mark.parametrize("sign", ["\n", "\r", " ", "~", "é", "😀"])
def test_any_other_character_may_be_signed(sign: str) -> None:
    assert reason({"name": f"a{sign}b"}) == ""


def test_an_entry_that_says_nothing_is_named() -> None:
    assert unsigned(DOCUMENT | {"name": None}) == ["null"]


def test_what_is_no_json_is_refused() -> None:
    assert reason({"name": {1, 2}}) == "form"


def test_the_browsers_page_has_the_three_contexts() -> None:
    assert list(json.loads(contexts_json())) == CONTEXTS
    assert contexts_json().endswith(b"}\n")
