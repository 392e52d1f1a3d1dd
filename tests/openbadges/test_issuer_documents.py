"""What a program publishes as an issuer, and its register held against its list."""

import json

import pytest
from msgspec.structs import replace

from generator.model import Award, Issuer, Program
from generator.openbadges.award_register import BadRegister, Register, write_register
from generator.openbadges.did import key_did
from generator.openbadges.issuer_documents import (
    accepted_issuers,
    award_evidence,
    did_file,
    did_json,
    is_issuer,
    issuer_did,
    issuer_json,
    issuer_keys,
    published_files,
    read_program_register,
    revoked_in,
)
from generator.openbadges.status_list import build_status_list
from tests.openbadges.awards import BASE, KEY

DID = "did:web:maple-grove.example.org:portfolios"
PROGRAM = Program("Maple Grove", url=BASE, issuer=Issuer("Maple Grove District", keys=(KEY.public,)))
ISSUED = Register().with_award("a", "2026-01-20", "").with_award("b", "2026-01-20", "")


def signed_list(*revoked: int) -> bytes:
    document = build_status_list(f"{BASE}status/revocation.json", DID, revoked, "2026-01-20T00:00:00Z")
    return json.dumps(document).encode()


def test_the_did_follows_from_the_address() -> None:
    assert issuer_did(PROGRAM) == DID
    assert issuer_did(replace(PROGRAM, url="")) == ""
    assert issuer_did(Program("T", url=BASE)) == ""


def test_who_issues_is_named_and_can_be_found() -> None:
    assert is_issuer(PROGRAM)
    assert not is_issuer(replace(PROGRAM, url=""))
    assert not is_issuer(replace(PROGRAM, issuer=None))


def test_what_is_not_a_key_is_left_out() -> None:
    program = replace(PROGRAM, issuer=Issuer("District", keys=("z6Mkbroken", KEY.public)))
    assert issuer_keys(program) == (KEY.public,)
    assert accepted_issuers(program) == {DID, key_did(KEY.public)}


@pytest.mark.parametrize(
    ("url", "did", "file"),
    [
        (BASE, "", "did.json"),
        ("https://maple.org/", "", ".well-known/did.json"),
        (BASE, "did:web:elsewhere.org", "did.json"),
        (BASE, key_did(KEY.public), ""),
    ],
)
def test_where_the_did_document_lies(url: str, did: str, file: str) -> None:
    assert did_file(replace(PROGRAM, url=url, issuer=Issuer("District", did, (KEY.public,)))) == file


def test_the_did_document_lists_the_keys_and_the_profile_each_key_as_a_did() -> None:
    document, profile = json.loads(did_json(PROGRAM)), json.loads(issuer_json(PROGRAM))
    assert document["assertionMethod"] == [f"{DID}#{KEY.public}"]
    assert profile["name"] == "Maple Grove District"
    assert [other["identifier"] for other in profile["otherIdentifier"]] == [key_did(KEY.public)]


def test_what_a_checker_finds_on_the_web() -> None:
    assert set(published_files(PROGRAM)) == {f"{BASE}did.json", f"{BASE}issuer.json"}
    assert f"{BASE}status/revocation.json" in published_files(replace(PROGRAM, revocations=signed_list()))
    evidence = award_evidence(PROGRAM, "a.b.c", Award("c", {"data.csv": b"x"}))
    assert evidence == {f"{BASE}credentials/a.b.c/data.csv": b"x"}


def test_before_the_first_award_there_is_an_empty_register() -> None:
    assert read_program_register(PROGRAM) == Register()
    assert revoked_in(PROGRAM) == frozenset()


def test_a_list_that_knows_less_than_the_register_is_only_behind() -> None:
    revoked = write_register(ISSUED.with_revocation("a", "2026-02-01", "by mistake"))
    program = replace(PROGRAM, register=revoked, revocations=signed_list())
    assert read_program_register(program).revoked == {0}


@pytest.mark.parametrize("register", [b"", write_register(ISSUED)])
def test_a_register_that_forgot_a_revocation_is_not_believed(register: bytes) -> None:
    with pytest.raises(BadRegister):
        read_program_register(replace(PROGRAM, register=register, revocations=signed_list(1)))
