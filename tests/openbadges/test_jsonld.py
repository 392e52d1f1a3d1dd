"""JSON-LD: what nobody defined is found, and no context is ever fetched."""

import json
from typing import Any

import pytest

from generator.openbadges.jsonld import CONTEXTS, CREDENTIALS, InvalidJsonLd, canonicalize, contexts_json

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


def test_the_canonical_form_is_the_one_of_the_standard() -> None:
    """RDFC-1.0, as verifiers of others have it: what is signed is a hash of these very lines."""
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    badges = "https://purl.imsglobal.org/spec/vc/ob/vocab.html"
    assert canonicalize(DOCUMENT).decode().splitlines() == [
        f"<https://x.org/a> {kind} <{badges}#OpenBadgeCredential> .",
        f"<https://x.org/a> {kind} <https://www.w3.org/2018/credentials#VerifiableCredential> .",
        "<https://x.org/a> <https://www.w3.org/2018/credentials#credentialSubject> _:c14n0 .",
        f"<https://x.org/m> {kind} <{badges}#Achievement> .",
        '<https://x.org/m> <https://schema.org/name> "m" .',
        f"_:c14n0 {kind} <{badges}#AchievementSubject> .",
        f"_:c14n0 <{badges}#achievement> <https://x.org/m> .",
    ]


def test_one_context_may_stand_without_a_list() -> None:
    named = {"@context": CREDENTIALS, "id": "https://x.org/a", "type": "VerifiableCredential"}
    assert canonicalize(named) == canonicalize(named | {"@context": [CREDENTIALS]}) != b""


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
        (DOCUMENT | {"shoe": "9", "credentialSubject": {"id": "_:b0"}}, ["shoe", "_:b0"]),
        (
            DOCUMENT | {"@context": [*CONTEXTS, "https://x.org/".ljust(99, "x")]},
            ["https://x.org/".ljust(80, "x")],
        ),
        (DOCUMENT | {"https://x.org/".ljust(99, "x"): "9"}, ["https://x.org/".ljust(80, "x")]),
    ],
)
def test_undefined_terms_are_named(document: dict[str, Any], names: list[str]) -> None:
    assert unsigned(document) == names
    if names:
        with pytest.raises(InvalidJsonLd) as refused:
            canonicalize(document)
        assert refused.value.names == tuple(names)


def test_what_is_named_does_not_depend_on_the_order_of_entries() -> None:
    more: dict[str, Any] = {"urn:b": "1", "urn:a": "2"}
    assert unsigned(DOCUMENT | more) == unsigned(DOCUMENT | dict(reversed(more.items()))) == ["urn:a"]


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
        {"type": ["VerifiableCredential", "_:b0"]},
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


def test_parts_that_look_alike_are_told_apart_by_the_id_of_what_they_stand_in() -> None:
    """Three criteria of one standard."""

    def criteria(ids: list[str]) -> dict[str, Any]:
        standard = {"type": ["Alignment"], "targetName": "III.c", "targetUrl": "https://x.org/s"}
        described = [
            {"id": f"https://x.org/{name}", "type": ["ResultDescription"], "alignment": [standard]}
            for name in ids
        ]
        achievement = {"id": "https://x.org/a", "type": ["Achievement"], "resultDescription": described}
        return {"credentialSubject": DOCUMENT["credentialSubject"] | {"achievement": achievement}}

    assert reason(criteria(["a", "b", "c", "d"])) == ""
    assert reason(criteria(["a", "a", "a"])) == "form"
    nested = [{"evidence": [{"type": ["Evidence"]}], "value": value} for value in "ABC"]
    assert reason(achieved(*nested)) == "form", "what they stand in has no id either"


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


@pytest.mark.parametrize("text", ["a\nb", "\r", " ", "~", "é", "😀", "_:b0", "@id"])
def test_any_other_text_may_be_signed(text: str) -> None:
    assert reason({"name": text}) == ""


def test_an_entry_that_says_nothing_is_named() -> None:
    assert unsigned(DOCUMENT | {"name": None}) == ["null"]


def test_what_is_no_json_is_refused() -> None:
    assert reason({"name": {1, 2}}) == "form"


def test_the_browsers_page_has_the_three_contexts() -> None:
    assert list(json.loads(contexts_json())) == CONTEXTS
    assert contexts_json().endswith(b"}\n")
