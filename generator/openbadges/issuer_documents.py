"""A program as an issuer: its DIDs and keys, and what it publishes so that its awards can be checked."""

from generator import addresses
from generator.indented_json import indented_json
from generator.model import Award, Program
from generator.openbadges.achievement_credential import CREDENTIAL, issuer_profile
from generator.openbadges.award_register import BadRegister, Register, read_register
from generator.openbadges.did import did_document, document_address, key_did, site_address, web_did
from generator.openbadges.document_fields import document_of, issuer_of
from generator.openbadges.jsonld import CONTEXTS
from generator.openbadges.signing_keys import is_public_key
from generator.openbadges.status_list import decode_bits, set_bit_numbers


def is_issuer(program: Program) -> bool:
    """Whether it says who issues its awards, and where they are to be found."""
    return program.issuer is not None and bool(program.url)


def issuer_did(program: Program) -> str:
    """The DID in whose name it issues: the declared one, else that of its address; empty without either."""
    if program.issuer is None:
        return ""
    return program.issuer.did or (web_did(program.url) if program.url else "")


def issuer_keys(program: Program) -> tuple[str, ...]:
    """Its public keys, newest first; what is no key is left out."""
    return tuple(key for key in program.issuer.keys if is_public_key(key)) if program.issuer else ()


def accepted_issuers(program: Program) -> frozenset[str]:
    """The DIDs whose awards are this program's: its own, and each of its keys as a did:key."""
    did = issuer_did(program)
    return frozenset(({did} if did else set()) | {key_did(key) for key in issuer_keys(program)})


def did_file(program: Program) -> str:
    """Where its DID document lies below the site; empty where it has no did:web, or no key yet."""
    did = issuer_did(program)
    where = document_address(did)
    if not where or not issuer_keys(program) or not program.url:
        return ""
    root = addresses.absolute_url(program.url, addresses.WELL_KNOWN_DID) == where
    return addresses.WELL_KNOWN_DID if root else addresses.DID_DOCUMENT


def did_json(program: Program) -> bytes:
    """The DID document of the issuer, with every listed key."""
    assert program.issuer is not None, "whoever has a DID is named"
    did, url = issuer_did(program), addresses.absolute_url(program.url, "")
    elsewhere = "" if url.startswith(site_address(did)) else url
    return indented_json(did_document(did, issuer_keys(program), program.issuer.last_days, elsewhere))


def issuer_json(program: Program) -> bytes:
    """Who issues, with a did:key for each key, so that awards in such a name find who stands behind it."""
    did = issuer_did(program)
    others = [
        {"type": "IdentifierEntry", "identifier": key_did(key), "identifierType": "identifier"}
        for key in issuer_keys(program)
        if key_did(key) != did
    ]
    profile = {"@context": CONTEXTS[:2], **issuer_profile(program, did)}
    others = [*profile.get("otherIdentifier", ()), *others]
    return indented_json(profile | ({"otherIdentifier": others} if others else {}))


def published_files(program: Program) -> dict[str, bytes]:
    """What it publishes for whoever checks, by address on the web."""
    files = {}
    if address := document_address(issuer_did(program)):
        files[address] = did_json(program)
    if is_issuer(program):
        files[addresses.absolute_url(program.url, addresses.ISSUER)] = issuer_json(program)
    if program.url and program.revocations:
        files[addresses.absolute_url(program.url, addresses.REVOCATIONS)] = program.revocations
    return files


def read_program_register(program: Program) -> Register:
    """Every award there is.  Raises BadRegister, also where the signed list knows more than the register: one
    that is begun anew, or lost an entry, gives numbers twice and forgets what was revoked."""
    if not program.register and program.revocations:
        raise BadRegister
    register = read_register(program.register) if program.register else Register()
    if not revoked_in(program) <= register.revoked:
        raise BadRegister
    return register


def revoked_in(program: Program) -> frozenset[int]:
    """The numbers that its published list says are revoked; none where there is no list that can be read."""
    bits = decode_bits(document_of(program.revocations))
    return set_bit_numbers(bits) if bits else frozenset()


def abandoned_did(program: Program) -> str:
    """The DID in whose name the stored list was signed, where awards name it and this program no longer
    answers for it; else empty.  Who checks those awards would be told nothing, or that they are another's."""
    did = issuer_of(document_of(program.revocations)) if program.register else ""
    return did if issuer_did(program) and did not in accepted_issuers(program) else ""


def award_evidence(program: Program, name: str, award: Award) -> dict[str, bytes]:
    """An award's credential and frozen files by address on the web; `name` is what it is called in
    addresses."""
    home = addresses.award(name)
    files = {addresses.absolute_url(program.url, home + file): data for file, data in award.files.items()}
    document = award.files.get(CREDENTIAL)
    if document is None:
        return files
    return files | {addresses.absolute_url(program.url, addresses.award_document(name)): document}
