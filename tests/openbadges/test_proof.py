"""The proof eddsa-rdfc-2022: made, found and checked."""

from typing import Any

import pytest

from generator.openbadges.jsonld import CONTEXTS, InvalidJsonLd
from generator.openbadges.proof import proof_is_valid, proof_of, sign_document
from generator.openbadges.signing_keys import new_key
from tests.openbadges.awards import KEY

DID = "did:web:x.org"
DOCUMENT: dict[str, Any] = {
    "@context": CONTEXTS,
    "id": "https://x.org/credentials/a.json",
    "type": ["VerifiableCredential"],
    "issuer": DID,
    "validFrom": "2026-01-20T00:00:00Z",
    "credentialSubject": {"id": "https://x.org/teachers/ana/"},
}
SIGNED = sign_document(DOCUMENT, KEY, DID, "2026-01-20T00:00:00Z")


def test_a_proof_names_its_key_and_is_the_same_each_time() -> None:
    proof = proof_of(SIGNED)
    assert proof is not None
    assert proof["verificationMethod"] == f"{DID}#{KEY.public}"
    assert sign_document(DOCUMENT, KEY, DID, "2026-01-20T00:00:00Z") == SIGNED


def test_a_proof_is_valid_for_its_key_and_its_document_only() -> None:
    assert proof_is_valid(SIGNED, KEY.public)
    assert not proof_is_valid(SIGNED, new_key().public)
    assert not proof_is_valid(SIGNED | {"validFrom": "2026-01-21T00:00:00Z"}, KEY.public)


def test_the_options_of_a_proof_are_signed_too() -> None:
    later = [{**SIGNED["proof"][0], "created": "2026-01-21T00:00:00Z"}]
    assert not proof_is_valid(SIGNED | {"proof": later}, KEY.public)


@pytest.mark.parametrize(
    "proof",
    [
        None,
        [],
        "text",
        SIGNED["proof"] * 2,
        [SIGNED["proof"][0] | {"cryptosuite": "eddsa-jcs-2022"}],
        [SIGNED["proof"][0] | {"proofPurpose": "authentication"}],
        [SIGNED["proof"][0] | {"verificationMethod": 5}],
    ],
)
def test_anything_but_one_proof_of_this_kind_is_none(proof: object) -> None:
    assert proof_of(DOCUMENT | {"proof": proof}) is None
    assert not proof_is_valid(DOCUMENT | {"proof": proof}, KEY.public)


def test_what_would_not_be_signed_is_refused() -> None:
    with pytest.raises(InvalidJsonLd):
        sign_document(DOCUMENT | {"grade": "A"}, KEY, DID, "2026-01-20T00:00:00Z")
