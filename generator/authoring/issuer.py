"""A program as its issuer works with it: whether it can sign, its register, its list of what is revoked."""

from collections.abc import Mapping
from dataclasses import replace

from generator import addresses
from generator.model import Program
from generator.openbadges.credential import document_of
from generator.openbadges.did import document_address, key_did, key_of
from generator.openbadges.issuing import accepted, as_lines, did_file, issuer_did, issuer_keys
from generator.openbadges.keys import SigningKey
from generator.openbadges.linked import Document, NotLinkedData
from generator.openbadges.proof import holds, proof_of, signed
from generator.openbadges.status import (
    Register,
    bits_of,
    register_json,
    set_in,
    status_list,
)
from generator.reading.files import REGISTER, REVOCATIONS
from generator.words.speech import Words


def not_ready(words: Words, program: Program, key: SigningKey) -> str:
    """Why this program cannot issue with this key yet; empty where it can."""
    public = key.public
    if not program.url:
        return words.say(
            "An award needs the site's address. Add to program.yml, for instance:\n"
            "  url: https://YOUR-NAME.github.io/portfolios/"
        )
    if program.issuer is None:
        return words.say(
            "program.yml does not say who issues. Add to it:\n"
            "  issuer: {{name: YOUR DISTRICT, keys: [{key}]}}",
            key=public,
        )
    did = issuer_did(program)
    if not key_of(did) and not document_address(did):
        return words.say(
            "The issuer's DID is neither a did:web nor a did:key. Leave did out: it follows from the url."
        )
    if key_of(did):
        if did != key_did(public):
            return words.say("The issuer in program.yml is {did}; this is another key.", did=did)
    elif public not in issuer_keys(program):
        return words.say(
            "This key is not among the issuer's keys, so nobody could check what it signs. Put it first in "
            "program.yml:\n  issuer: {{name: {name}, keys: [{keys}]}}",
            name=program.issuer.name,
            keys=", ".join([public, *issuer_keys(program)]),
        )
    elif not program.url.startswith("https://"):
        return words.say(
            "The url in program.yml must begin with https:// so that the issuer can be looked up."
        )
    elif not program.issuer.did and document_address(did) != addresses.full(program.url, did_file(program)):
        return words.say(
            "The url in program.yml must be plain, such as https://maple-grove.github.io/portfolios/ : small "
            "letters, no spaces, nothing after a question mark, so that the issuer can be looked up."
        )
    return ""


def bad_register(words: Words) -> str:
    return words.say(
        "{file} is not as  portfolio award  wrote it, or something that was revoked is missing in it. "
        "Restore content/credentials/ from git.",
        file=f"content/{REGISTER}",
    )


def ledger(program: Program, register: Register, key: SigningKey, since: str) -> dict[str, bytes]:
    """The register's file and the list's, by path below the content folder.  `since` is a date-time with a
    zone: from when the list counts, where it says anything new."""
    return {REGISTER: register_json(register), REVOCATIONS: _list(program, register, key, since)}


def ledger_there(program: Program) -> dict[str, bytes]:
    return {REGISTER: program.register, REVOCATIONS: program.revocations}


def after(program: Program, files: Mapping[str, bytes]) -> Program:
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
    listed = did in accepted(program) and key in {*issuer_keys(program), key_of(did)}
    try:
        return key if listed and holds(document, key) else ""
    except NotLinkedData:
        return ""


def _list(program: Program, register: Register, key: SigningKey, since: str) -> bytes:
    """The signed list; as it is where it says the same and this key signed it."""
    address = addresses.full(program.url, addresses.REVOCATIONS)
    did = issuer_did(program)
    known = document_of(program.revocations)
    bits = bits_of(known) if known else None
    same = (known.get("id"), known.get("issuer")) == (address, did)
    if same and bits and set_in(bits) == register.revoked and signer_of(program, known) == key.public:
        return program.revocations
    return as_lines(signed(status_list(address, did, register.revoked, since), key, did, since))
