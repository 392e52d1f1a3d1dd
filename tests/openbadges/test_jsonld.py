"""JSON-LD: what nobody defined is found, and no context is ever fetched."""

from typing import Any

import pytest

from generator.openbadges.jsonld import CONTEXTS, InvalidJsonLd, canonicalize

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
