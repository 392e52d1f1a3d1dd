"""Where an issuer's document stands, and which keys in it count."""

from datetime import date

import pytest

from generator.openbadges.did import (
    ListedKey,
    did_document,
    dids_named_in,
    document_address,
    key_did,
    key_of,
    keys_in,
    sites_of,
    web_did,
)
from generator.openbadges.signing_keys import new_key
from tests.openbadges.awards import KEY

OLD = new_key()


@pytest.mark.parametrize(
    ("url", "did", "document"),
    [
        (
            "https://maple.github.io/portfolios/",
            "did:web:maple.github.io:portfolios",
            "https://maple.github.io/portfolios/did.json",
        ),
        ("https://example.org", "did:web:example.org", "https://example.org/.well-known/did.json"),
        (
            "https://Example.org:8443/a/b/",
            "did:web:example.org%3A8443:a:b",
            "https://example.org:8443/a/b/did.json",
        ),
        (
            "https://example.org/s%C3%A9/",
            "did:web:example.org:s%C3%A9",
            "https://example.org/s%C3%A9/did.json",
        ),
    ],
)
def test_the_did_of_an_address(url: str, did: str, document: str) -> None:
    assert web_did(url) == did
    assert document_address(did) == document


@pytest.mark.parametrize(
    "did",
    [
        "did:web:",
        "did:web:-x.org",
        "did:web:x.org:8443",  # a port, whose colon is to be %3A: but 8443 is a folder here
        "did:web:x.org%3A123456",
        "did:web:x.org:.",
        "did:web:x.org:..",
        "did:web:x.org:%2E%2E",
        "did:web:x.org:a%2Fb",
        "did:web:x.org:a b",
        "did:web:x.org:",
        "did:example:x.org",
    ],
)
def test_a_did_that_the_method_does_not_spell_so_has_no_document(did: str) -> None:
    expected = "https://x.org/8443/did.json" if did.endswith(":8443") else ""
    assert document_address(did) == expected


def test_the_did_of_an_address_leaves_out_who_signs_in_there() -> None:
    assert web_did("https://ana@home@x.org/a/") == "did:web:x.org:a"
    assert web_did("https://[x.org/") == ""


def test_a_did_key_is_its_key() -> None:
    assert key_of(f"{key_did(KEY.public)}#{KEY.public}") == KEY.public
    assert key_of(f"did:web:{KEY.public}") == ""
    assert key_of(key_did(KEY.public)) == KEY.public
    assert document_address(key_did(KEY.public)) == ""
    assert key_of("did:key:zNothing") == ""


def test_a_slash_in_the_name_of_a_folder_is_no_further_folder() -> None:
    assert web_did("https://x.org/a%2Fb/") == "did:web:x.org:a%2Fb"


def test_a_did_document_is_as_the_standards_have_it() -> None:
    method = f"did:web:x.org#{KEY.public}"
    document = did_document("did:web:x.org", [KEY.public])
    assert document == {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": "did:web:x.org",
        "verificationMethod": [
            {
                "id": method,
                "type": "Multikey",
                "controller": "did:web:x.org",
                "publicKeyMultibase": KEY.public,
            }
        ],
        "assertionMethod": [method],
    }
    assert did_document("did:web:x.org", [KEY.public], site="https://y.org/p/") == document | {
        "service": [
            {"id": "did:web:x.org#site", "type": "LinkedDomains", "serviceEndpoint": "https://y.org/p/"}
        ]
    }


@pytest.mark.parametrize(
    ("did", "sites"),
    [
        ("did:web:x.org", ["https://x.org/"]),
        ("did:web:x.org:p", ["https://x.org/p/"]),
        (key_did(KEY.public), []),
    ],
)
def test_an_issuer_publishes_where_its_did_and_its_document_say(did: str, sites: list[str]) -> None:
    assert sites_of(did_document(did, [KEY.public]), did) == sites
    elsewhere = did_document(did, [KEY.public], site="https://y.org/p")
    assert sites_of(elsewhere, did) == [*sites, "https://y.org/p/"]
    assert sites_of(elsewhere, "did:web:z.org") == ["https://z.org/"], "the document is another's"
    assert sites_of(None, did) == sites


@pytest.mark.parametrize(
    "service",
    [
        {"type": "LinkedDomains", "serviceEndpoint": "http://y.org/"},  # anybody on the way can change it
        {"type": "LinkedDomains"},
        {"type": "Messages", "serviceEndpoint": "https://y.org/"},
        "https://y.org/",
    ],
)
def test_what_a_document_links_to_otherwise_is_no_site_of_the_issuer(service: object) -> None:
    document = did_document("did:web:x.org", [KEY.public]) | {"service": [service]}
    assert sites_of(document, "did:web:x.org") == ["https://x.org/"]


def test_older_keys_stay_listed() -> None:
    document = did_document("did:web:x.org", [KEY.public, OLD.public])
    assert keys_in(document, "did:web:x.org") == [ListedKey(KEY.public), ListedKey(OLD.public)]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "did:web:y.org"},
        {"assertionMethod": []},
        {"verificationMethod": None},
        {"verificationMethod": [{"id": f"did:web:x.org#{KEY.public}", "controller": "did:web:y.org"}]},
    ],
)
def test_keys_of_another_or_not_for_this_do_not_count(change: dict[str, object]) -> None:
    document = did_document("did:web:x.org", [KEY.public]) | change
    assert keys_in(document, "did:web:x.org") == []


def test_a_key_has_its_last_days() -> None:
    document = did_document("did:web:x.org", [KEY.public, OLD.public], {OLD.public: date(2026, 1, 20)})
    assert [method.get("until") for method in document["verificationMethod"]] == [
        None,
        "2026-01-20T23:59:59Z",
    ]
    document["verificationMethod"][0]["expires"] = "2027-01-20T00:00:00Z"
    document["verificationMethod"][1]["expires"] = "soon"  # no date-time: long ago
    assert keys_in(document, "did:web:x.org") == [
        ListedKey(KEY.public, expires=date(2027, 1, 20)),
        ListedKey(OLD.public, until=date(2026, 1, 20), expires=date.min),
    ]


def test_one_key_that_does_not_count_leaves_the_others() -> None:
    document = did_document("did:web:x.org", [OLD.public, KEY.public])
    methods = document["verificationMethod"]
    for method in (
        methods[0] | {"revoked": "2026-01-20T00:00:00Z"},
        methods[0] | {"controller": "did:web:y.org"},
        methods[0] | {"id": "did:web:x.org#other"},
        methods[0] | {"publicKeyMultibase": "zNothing"},
        methods[0] | {"publicKeyMultibase": None},
        "text",
    ):
        listed = document | {"verificationMethod": [method, methods[1]]}
        assert keys_in(listed, "did:web:x.org") == [ListedKey(KEY.public)]


def test_what_a_key_may_sign_is_listed_as_text_or_as_an_object() -> None:
    document = did_document("did:web:x.org", [KEY.public])
    allowed = document["assertionMethod"]
    as_objects = document | {"assertionMethod": [5, {"id": 5}, {"id": allowed[0]}]}
    assert keys_in(as_objects, "did:web:x.org") == [ListedKey(KEY.public)]


def test_a_profile_names_its_did_and_others() -> None:
    others = [{"identifier": "did:web:y.org"}, {"identifier": 5}, "text"]
    assert dids_named_in({"id": "did:web:x.org", "otherIdentifier": others}) == [
        "did:web:x.org",
        "did:web:y.org",
    ]
    assert dids_named_in({"otherIdentifier": {"identifier": "did:web:y.org"}}) == []
    assert dids_named_in(["did:web:x.org"]) == []


@pytest.mark.parametrize("document", [None, [], "x", {"id": "did:web:x.org"}])
def test_what_is_no_document_has_no_keys(document: object) -> None:
    assert keys_in(document, "did:web:x.org") == []
