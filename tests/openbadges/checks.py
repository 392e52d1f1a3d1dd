"""Asks of the one award in tests, changed or not, what a check says of it."""

import json
from datetime import date
from typing import Any

from generator.model import Award
from generator.openbadges.check_result import CheckQuestion, CheckStatus
from generator.openbadges.credential_check import CheckReport, CredentialCheck
from generator.openbadges.did import did_document
from generator.openbadges.document_sources import mapping_source
from generator.openbadges.issuer_documents import award_evidence, published_files
from generator.openbadges.proof import sign_document
from generator.openbadges.signing_keys import SigningKey
from generator.openbadges.status_list import build_status_list
from generator.reading.content_files import load_program
from generator.reading.program_files import read_program
from generator.words.translator import ENGLISH
from tests.conftest import Site
from tests.openbadges.awards import AWARD, BASE, KEY, NAME, credential

DID = "did:web:maple-grove.example.org:portfolios"
LIST = f"{BASE}status/revocation.json"
TODAY = date(2026, 2, 2)


def published(site: Site) -> dict[str, bytes]:
    """What the program publishes, by address, with the award's evidence."""
    program, _ = read_program(load_program(site.content)[0])
    assert program is not None
    files = {path.name: path.read_bytes() for path in (site.content / AWARD).iterdir()}
    return published_files(program) | award_evidence(program, NAME, Award("visible", files))


def report(site: Site, files: dict[str, Any], today: date = TODAY) -> CheckReport:
    """The report on the award, with some published files changed."""
    changed = {
        address: data if isinstance(data, bytes) else json.dumps(data).encode()
        for address, data in files.items()
    }
    source = mapping_source(published(site) | changed)
    return CredentialCheck(ENGLISH, credential(site), source, today).report()


def revocation(result: CheckReport) -> CheckStatus:
    return next(check.status for check in result.results if check.question is CheckQuestion.REVOCATION)


def signed_list(revoked: set[int], key: SigningKey = KEY, did: str = DID, **fields: object) -> dict[str, Any]:
    document = build_status_list(LIST, did, revoked, "2026-01-20T00:00:00Z") | fields
    return sign_document(document, key, did, "2026-01-20T00:00:00Z")


def signature(site: Site, proof: dict[str, str], key: dict[str, str]) -> tuple[CheckStatus, str]:
    """What is said of an award whose proof, signed by the issuer, and whose key in did.json are as given."""
    options = {"created": "2026-01-20T00:00:00Z"} | proof
    document = {name: value for name, value in credential(site).items() if name != "proof"}
    document = sign_document(document, KEY, DID, options.pop("created"), **options)
    listed = did_document(DID, [KEY.public])
    listed["verificationMethod"][0] |= key
    files = published(site) | {f"{BASE}did.json": json.dumps(listed).encode()}
    result = CredentialCheck(ENGLISH, document, mapping_source(files), TODAY).report()
    answer = next(check for check in result.results if check.question is CheckQuestion.SIGNATURE)
    return answer.status, answer.text


def resigned(site: Site, key: SigningKey = KEY, did: str = DID, **fields: Any) -> dict[str, Any]:
    """The award with other entries, signed again; an entry that is None is left out."""
    document = {name: value for name, value in credential(site).items() if name != "proof"} | fields
    document = {name: value for name, value in document.items() if value is not None}
    return sign_document(document, key, did, "2026-01-20T00:00:00Z")


def answer(
    site: Site,
    question: CheckQuestion,
    document: dict[str, Any] | None = None,
    files: dict[str, Any] | None = None,
    today: date = TODAY,
) -> tuple[CheckStatus, str]:
    """(status, sentence) of one question on a document; None is the award as it is."""
    documents = {address: json.dumps(value).encode() for address, value in (files or {}).items()}
    source = mapping_source(published(site) | documents)
    result = CredentialCheck(ENGLISH, document or credential(site), source, today).report()
    check = next(check for check in result.results if check.question is question)
    return check.status, check.text
