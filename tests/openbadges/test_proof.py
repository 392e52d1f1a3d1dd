"""The proof eddsa-rdfc-2022: made, found and checked."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.openbadges.jsonld import CONTEXTS, InvalidJsonLd
from generator.openbadges.proof import has_other_proofs, proof_is_valid, proof_of, sign_document
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


def test_a_proof_is_as_the_suite_has_it() -> None:
    signed = sign_document(DOCUMENT, KEY, DID, "2026-01-20T00:00:00Z", expires="2027-01-20T00:00:00Z")
    (proof,) = signed["proof"]
    value = proof.pop("proofValue")
    assert value.startswith("z")
    assert proof == {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-01-20T00:00:00Z",
        "verificationMethod": f"{DID}#{KEY.public}",
        "proofPurpose": "assertionMethod",
        "expires": "2027-01-20T00:00:00Z",
    }


def test_one_proof_may_stand_without_a_list() -> None:
    assert proof_is_valid(SIGNED | {"proof": SIGNED["proof"][0]}, KEY.public)


@pytest.mark.parametrize("value", ["", "z", "not base58: 0OIl", None])
def test_a_value_that_is_no_signature_is_not_valid(value: object) -> None:
    assert not proof_is_valid(SIGNED | {"proof": [SIGNED["proof"][0] | {"proofValue": value}]}, KEY.public)


OTHER = {"type": "DataIntegrityProof", "cryptosuite": "ecdsa-rdfc-2019"}
OLDER = {"type": "Ed25519Signature2020"}


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        (OTHER, True),
        ([OTHER, OLDER], True),
        (SIGNED["proof"], False),
        ([OTHER, SIGNED["proof"][0]], False),
        ([OTHER, "text"], False),
        ([{"cryptosuite": "ecdsa-rdfc-2019"}], False),
        ([], False),
        (None, False),
    ],
)
def test_proofs_of_another_kind_are_told_from_none(proof: object, expected: bool) -> None:
    assert has_other_proofs(DOCUMENT | {"proof": proof}) is expected


def test_what_would_not_be_signed_is_refused() -> None:
    with pytest.raises(InvalidJsonLd):
        sign_document(DOCUMENT | {"grade": "A"}, KEY, DID, "2026-01-20T00:00:00Z")


def test_what_was_signed_by_an_earlier_version_still_fits() -> None:
    """Also its parts without ids, whose order decides what is signed."""
    issued = json.loads((Path(__file__).parent / "data" / "first_edition" / "credential.json").read_bytes())
    _, _, public = issued["proof"][0]["verificationMethod"].partition("#")
    assert proof_is_valid(issued, public)
    assert not proof_is_valid(issued | {"name": "Mine"}, public)
