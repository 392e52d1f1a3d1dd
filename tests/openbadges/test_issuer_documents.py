"""What a program publishes as an issuer, and its register held against its list."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import Award, Issuer, OtherIdentifier, Program
from generator.openbadges.award_register import BadRegister, Register, write_register
from generator.openbadges.did import key_did
from generator.openbadges.issuer_documents import (
    abandoned_did,
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
from generator.openbadges.jsonld import CONTEXTS
from generator.openbadges.signing_keys import new_key
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


def test_the_did_document_names_the_site_where_it_is_not_the_dids_own() -> None:
    assert "service" not in json.loads(did_json(PROGRAM))
    elsewhere = replace(PROGRAM, issuer=Issuer("District", "did:web:district.org", (KEY.public,)))
    (service,) = json.loads(did_json(elsewhere))["service"]
    assert service["serviceEndpoint"] == BASE


def test_a_profile_keeps_the_other_names_of_its_issuer() -> None:
    issuer = Issuer("District", keys=(KEY.public,), other_identifiers=(OtherIdentifier("2512345"),))
    others = json.loads(issuer_json(replace(PROGRAM, issuer=issuer)))["otherIdentifier"]
    assert [other["identifier"] for other in others] == ["2512345", key_did(KEY.public)]


def test_the_did_document_has_the_last_day_of_an_old_key() -> None:
    old = new_key().public
    issuer = Issuer("District", keys=(KEY.public, old), last_days={old: date(2026, 1, 20)})
    program = replace(PROGRAM, issuer=issuer)
    assert issuer_keys(program) == (KEY.public, old), "newest first"
    methods = json.loads(did_json(program))["verificationMethod"]
    assert [method.get("until") for method in methods] == [None, "2026-01-20T23:59:59Z"]


def test_a_profile_names_each_key_once_besides_its_did() -> None:
    itself = replace(PROGRAM, issuer=Issuer("District", key_did(KEY.public), (KEY.public,)))
    profile = json.loads(issuer_json(itself))
    assert (profile["id"], "otherIdentifier" in profile) == (key_did(KEY.public), False)
    profile = json.loads(issuer_json(PROGRAM))
    assert profile["@context"] == CONTEXTS[:2]
    assert profile["otherIdentifier"] == [
        {"type": "IdentifierEntry", "identifier": key_did(KEY.public), "identifierType": "identifier"}
    ]


def test_without_a_key_or_an_address_there_is_no_did_document() -> None:
    assert did_file(replace(PROGRAM, issuer=Issuer("District"))) == ""
    elsewhere = Issuer("District", "did:web:elsewhere.org", (KEY.public,))
    assert did_file(replace(PROGRAM, url="", issuer=elsewhere)) == ""
    assert accepted_issuers(Program("T")) == frozenset()


def abandoned(did: str, **fields: object) -> str:
    """The DID that is no longer answered for, where the list was signed in the name of this one."""
    document = build_status_list(f"{BASE}status/revocation.json", did, (), "2026-01-20T00:00:00Z")
    program = replace(PROGRAM, register=write_register(ISSUED), revocations=json.dumps(document).encode())
    return abandoned_did(replace(program, **fields))


def test_a_did_that_awards_name_and_nobody_answers_for_is_said() -> None:
    assert abandoned("did:web:old.example.org") == "did:web:old.example.org"
    assert abandoned(DID) == abandoned(key_did(KEY.public)) == ""
    assert abandoned("did:web:old.example.org", register=b"") == "", "no award names it"
    assert abandoned("did:web:old.example.org", issuer=None) == "", "it issues no more"


def test_the_evidence_of_an_award_has_its_credential_at_its_own_address() -> None:
    evidence = award_evidence(PROGRAM, "a.b.c", Award("c", {"credential.json": b"{}"}))
    assert evidence == {
        f"{BASE}credentials/a.b.c/credential.json": b"{}",
        f"{BASE}credentials/a.b.c.json": b"{}",
    }


def test_a_checker_finds_nothing_of_a_program_without_an_address() -> None:
    assert published_files(replace(PROGRAM, url="", revocations=signed_list())) == {}
    assert published_files(Program("T", url=BASE)) == {}


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
