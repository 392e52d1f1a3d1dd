"""The proof eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2), made and checked."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.openbadges.did import method_id
from generator.openbadges.jsonld import Document, canonicalize
from generator.openbadges.signing_keys import SigningKey, from_multibase, multibase, verify_signature

SUITE = "eddsa-rdfc-2022"
_TYPE = "DataIntegrityProof"
_PURPOSE = "assertionMethod"


def sign_document(
    document: Document, key: SigningKey, did: str, created: str, **options: str
) -> dict[str, Any]:
    """The document with its proof.  `created` is a date-time with a zone, `options` are further entries of
    the proof; the same arguments give the same proof.  Raises InvalidJsonLd where something in it would not
    be signed."""
    options = {
        "type": _TYPE,
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method_id(did, key.public),
        "proofPurpose": _PURPOSE,
        **options,
    }
    value = multibase(key.sign(_hashed(document, options)))
    return {**document, "proof": [{**options, "proofValue": value}]}


def proof_of(document: Document) -> Mapping[str, Any] | None:
    """The one proof of a document that is of our kind; None where there is none, or more than one."""
    proofs = document.get("proof")
    proofs = proofs if isinstance(proofs, list) else [proofs]
    if len(proofs) != 1 or not isinstance(proofs[0], Mapping):
        return None
    proof = proofs[0]
    ours = (proof.get("type"), proof.get("cryptosuite"), proof.get("proofPurpose")) == (
        _TYPE,
        SUITE,
        _PURPOSE,
    )
    return proof if ours and isinstance(proof.get("verificationMethod"), str) else None


def has_other_proofs(document: Document) -> bool:
    """Whether it has proofs, and each says that it is of another kind than ours."""
    proofs = document.get("proof")
    proofs = proofs if isinstance(proofs, list) else [proofs]
    kinds = [(proof.get("type"), proof.get("cryptosuite")) for proof in proofs if isinstance(proof, Mapping)]
    are_named = all(isinstance(kind, str) for kind, _ in kinds)
    return len(kinds) == len(proofs) > 0 and are_named and (_TYPE, SUITE) not in kinds


def proof_is_valid(document: Document, public: str) -> bool:
    """Whether the proof is that of this public key over just this document.  Raises InvalidJsonLd."""
    proof = proof_of(document)
    signature = from_multibase(str(proof.get("proofValue"))) if proof else None
    if proof is None or signature is None:
        return False
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    bare = {name: value for name, value in document.items() if name != "proof"}
    return verify_signature(public, signature, _hashed(bare, options))


def _hashed(document: Document, options: Mapping[str, Any]) -> bytes:
    """The options' hash, then the document's: what is signed."""
    with_context = {"@context": document.get("@context"), **options}
    return sha256(canonicalize(with_context)).digest() + sha256(canonicalize(document)).digest()
