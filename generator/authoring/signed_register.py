"""A program as its issuer works with it: whether it can sign, its register, its list of what is revoked."""

from collections.abc import Mapping
from dataclasses import replace

from generator import addresses
from generator.layout import REGISTER, REVOCATIONS
from generator.model import Program
from generator.openbadges.award_register import Register, write_register
from generator.openbadges.did import document_address, key_did, key_of
from generator.openbadges.document_fields import document_of
from generator.openbadges.issuer_documents import (
    accepted_issuers,
    did_file,
    issuer_did,
    issuer_keys,
    json_lines,
)
from generator.openbadges.jsonld import Document, InvalidJsonLd
from generator.openbadges.proof import proof_is_valid, proof_of, sign_document
from generator.openbadges.signing_keys import SigningKey
from generator.openbadges.status_list import build_status_list, decode_bits, set_bit_numbers
from generator.words.translator import Translator


def why_cannot_sign(translator: Translator, program: Program, key: SigningKey) -> str:
    """Why this program cannot issue with this key yet; empty where it can."""
    public = key.public
    if not program.url:
        return translator.gettext(
            "An award needs the site's address. Add to program.yml, for instance:\n"
            "  url: https://YOUR-NAME.github.io/portfolios/"
        )
    if program.issuer is None:
        return translator.gettext(
            "program.yml does not say who issues. Add to it:\n"
            "  issuer: {{name: YOUR DISTRICT, keys: [{key}]}}",
            key=public,
        )
    did = issuer_did(program)
    if not key_of(did) and not document_address(did):
        return translator.gettext(
            "The issuer's DID is neither a did:web nor a did:key. Leave did out: it follows from the url."
        )
    if key_of(did):
        if did != key_did(public):
            return translator.gettext("The issuer in program.yml is {did}; this is another key.", did=did)
    elif public not in issuer_keys(program):
        return translator.gettext(
            "This key is not among the issuer's keys, so nobody could check what it signs. Put it first in "
            "program.yml:\n  issuer: {{name: {name}, keys: [{keys}]}}",
            name=program.issuer.name,
            keys=", ".join([public, *issuer_keys(program)]),
        )
    elif not program.url.startswith("https://"):
        return translator.gettext(
            "The url in program.yml must begin with https:// so that the issuer can be looked up."
        )
    elif not program.issuer.did and document_address(did) != addresses.absolute_url(
        program.url, did_file(program)
    ):
        return translator.gettext(
            "The url in program.yml must be plain, such as https://maple-grove.github.io/portfolios/ : small "
            "letters, no spaces, nothing after a question mark, so that the issuer can be looked up."
        )
    return ""


def unreadable_register_text(translator: Translator) -> str:
    return translator.gettext(
        "{file} is not as  portfolio award  wrote it, or something that was revoked is missing in it. "
        "Restore content/credentials/ from git.",
        file=f"content/{REGISTER}",
    )


def register_files(program: Program, register: Register, key: SigningKey, since: str) -> dict[str, bytes]:
    """The register's file and the list's, by path below the content folder.  `since` is a date-time with a
    zone: from when the list counts, where it says anything new."""
    return {REGISTER: write_register(register), REVOCATIONS: _list(program, register, key, since)}


def stored_register_files(program: Program) -> dict[str, bytes]:
    return {REGISTER: program.register, REVOCATIONS: program.revocations}


def with_files(program: Program, files: Mapping[str, bytes]) -> Program:
    """The program as it is once these files are written: the next award needs the next number."""
    return replace(
        program,
        register=files.get(REGISTER, program.register),
        revocations=files.get(REVOCATIONS, program.revocations),
    )


def signer_of(program: Program, document: Document) -> str:
    """The key of ours that signed a document; empty where its proof does not fit, or no listed key's is."""
    proof = proof_of(document)
    did, _, key = str(proof["verificationMethod"]).partition("#") if proof else ("", "", "")
    listed = did in accepted_issuers(program) and key in {*issuer_keys(program), key_of(did)}
    try:
        return key if listed and proof_is_valid(document, key) else ""
    except InvalidJsonLd:
        return ""


def _list(program: Program, register: Register, key: SigningKey, since: str) -> bytes:
    """The signed list; as it is where it says the same and this key signed it."""
    address = addresses.absolute_url(program.url, addresses.REVOCATIONS)
    did = issuer_did(program)
    known = document_of(program.revocations)
    bits = decode_bits(known) if known else None
    same = (known.get("id"), known.get("issuer")) == (address, did)
    if (
        same
        and bits
        and set_bit_numbers(bits) == register.revoked
        and signer_of(program, known) == key.public
    ):
        return program.revocations
    return json_lines(
        sign_document(build_status_list(address, did, register.revoked, since), key, did, since)
    )
