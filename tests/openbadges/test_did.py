"""Where an issuer's document stands, and which keys in it count."""

import pytest

from generator.openbadges.did import (
    ListedKey,
    did_document,
    document_address,
    key_did,
    key_of,
    keys_in,
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


def test_a_did_key_is_its_key() -> None:
    assert key_of(key_did(KEY.public)) == KEY.public
    assert document_address(key_did(KEY.public)) == ""
    assert key_of("did:key:zNothing") == ""


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


@pytest.mark.parametrize("document", [None, [], "x", {"id": "did:web:x.org"}])
def test_what_is_no_document_has_no_keys(document: object) -> None:
    assert keys_in(document, "did:web:x.org") == []
