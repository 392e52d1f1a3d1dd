"""What an issuer signs for a program: whether the key fits, the register, the list of what is revoked."""

from collections.abc import Collection, Mapping
from datetime import date as Date

from msgspec.structs import replace

from generator import addresses
from generator.exit_status import ExitStatus
from generator.indented_json import indented_json
from generator.layout import REGISTER, REVOCATIONS
from generator.model import Issuer, Program
from generator.openbadges.award_register import Register, write_register
from generator.openbadges.did import document_address, key_did, key_of
from generator.openbadges.document_fields import date_of, document_of
from generator.openbadges.issuer_documents import (
    abandoned_did,
    accepted_issuers,
    did_file,
    issuer_did,
    issuer_keys,
)
from generator.openbadges.jsonld import Document, InvalidJsonLd
from generator.openbadges.proof import proof_is_valid, proof_of, sign_document
from generator.openbadges.signing_keys import SigningKey
from generator.openbadges.status_list import build_status_list, decode_bits, set_bit_numbers
from generator.user_error import UserError


def require_issuer(program: Program, key: SigningKey) -> None:
    """Raise UserError where a program cannot issue with this key yet: what to add to program.yml."""
    public = key.public
    if not program.url:
        raise UserError(
            "An award needs the site's address. Add to program.yml, for instance:\n  url: "
            "https://YOUR-NAME.github.io/portfolios/",
            ExitStatus.PROBLEMS,
        )
    if program.issuer is None:
        raise UserError(
            "program.yml does not say who issues awards. Add to it:\n  issuer: {{name: YOUR DISTRICT, "
            "keys: [{key}]}}",
            ExitStatus.PROBLEMS,
            key=public,
        )
    if abandoned := abandoned_did(program):
        raise UserError(
            "The awards in content/credentials/ were issued by {old}. By what program.yml says now, the "
            "issuer is {new}, and none of them would verify anymore. Add to the issuer in program.yml:\n  "
            'did: "{old}"\nand keep the files at the old address. To give up those awards for good, move '
            "content/credentials/ away.",
            ExitStatus.PROBLEMS,
            old=abandoned,
            new=issuer_did(program),
        )
    did = issuer_did(program)
    if not key_of(did) and not document_address(did):
        raise UserError(
            "The issuer's DID is neither a did:web nor a did:key. Leave did out: it follows from the url.",
            ExitStatus.PROBLEMS,
        )
    if key_of(did) and did != key_did(public):
        raise UserError(
            "The issuer in program.yml is {did}; this is another key.", ExitStatus.PROBLEMS, did=did
        )
    if not key_of(did):
        _require_web_issuer(program, program.issuer, public)


def _require_web_issuer(program: Program, issuer: Issuer, public: str) -> None:
    """Raise UserError where the issuer's did:web does not lead to this key."""
    keys = issuer_keys(program)
    if public not in keys:
        raise UserError(
            "This key is not among the issuer's keys, so nobody could check what it signs. Put it first in "
            "program.yml:\n  issuer: {{name: {name}, keys: [{keys}]}}",
            ExitStatus.PROBLEMS,
            name=issuer.name,
            keys=", ".join([public, *keys]),
        )
    if not program.url.startswith("https://"):
        raise UserError(
            "The url in program.yml must begin with https:// so that the issuer can be looked up.",
            ExitStatus.PROBLEMS,
        )
    published = addresses.absolute_url(program.url, did_file(program))
    if not issuer.did and document_address(issuer_did(program)) != published:
        raise UserError(
            "The url in program.yml must be plain, such as https://maple-grove.github.io/portfolios/ : small "
            "letters, no spaces, nothing after a question mark, so that the issuer can be looked up.",
            ExitStatus.PROBLEMS,
        )


def register_files(program: Program, register: Register, key: SigningKey, since: str) -> dict[str, bytes]:
    """The register's file and the signed status list, by path below the content folder.

    `since` is a date-time with a zone: from when the list is valid, where it says anything new.
    """
    return {
        REGISTER: write_register(register),
        REVOCATIONS: _signed_list(program, register.revoked, key, since),
    }


def stored_register_files(program: Program) -> dict[str, bytes]:
    """The register's file and the status list as they are; empty bytes where they are not there."""
    return {REGISTER: program.register, REVOCATIONS: program.revocations}


def with_files(program: Program, files: Mapping[str, bytes]) -> Program:
    """The program as it is once these files are written, by path below the content folder."""
    return replace(
        program,
        register=files.get(REGISTER, program.register),
        revocations=files.get(REVOCATIONS, program.revocations),
    )


def signer_of(program: Program, document: Document) -> str:
    """The public key of the program that signed a document.

    Empty where the proof is not valid, or is of a key that program.yml does not list, or was made after the
    key's last day.
    """
    proof = proof_of(document)
    did, _, key = str(proof["verificationMethod"]).partition("#") if proof else ("", "", "")
    is_listed = did in accepted_issuers(program) and key in {*issuer_keys(program), key_of(did)}
    last_days = program.issuer.last_days if program.issuer else {}
    if proof and key in last_days and (date_of(proof, "created") or Date.max) > last_days[key]:
        return ""
    try:
        return key if is_listed and proof_is_valid(document, key) else ""
    except InvalidJsonLd:
        return ""


def _signed_list(program: Program, revoked: Collection[int], key: SigningKey, since: str) -> bytes:
    """The signed list; as it is where it says the same and this key signed it."""
    address = addresses.absolute_url(program.url, addresses.REVOCATIONS)
    did = issuer_did(program)
    stored = document_of(program.revocations)
    bits = decode_bits(stored)
    if (
        (stored.get("id"), stored.get("issuer")) == (address, did)
        and bits
        and set_bit_numbers(bits) == revoked
        and signer_of(program, stored) == key.public
    ):
        return program.revocations
    return indented_json(sign_document(build_status_list(address, did, revoked, since), key, did, since))
