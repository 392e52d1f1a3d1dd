"""A credential held against what its issuer publishes (`portfolio verify` has more bad ones)."""

from datetime import date, timedelta
from typing import Any

import pytest

from generator.openbadges.check_result import CheckQuestion, CheckStatus, failed, inconclusive, passed
from generator.openbadges.credential_check import CheckReport, CredentialCheck, IssuerKeys, keys_of
from generator.openbadges.did import ListedKey, did_document, key_did
from generator.openbadges.document_sources import mapping_source
from generator.openbadges.jsonld import BADGES, CREDENTIALS
from generator.openbadges.proof import sign_document
from generator.openbadges.signing_keys import new_key
from generator.openbadges.status_list import build_status_list
from generator.words.translator import ENGLISH
from tests.conftest import Site
from tests.openbadges.awards import BASE, KEY, NAME, credential
from tests.openbadges.checks import (
    DID,
    LIST,
    TODAY,
    answer,
    published,
    report,
    resigned,
    revocation,
    signature,
    signed_list,
)


def test_every_question_is_asked_in_order(awarded: Site) -> None:
    result = report(awarded, {})
    assert [check.question for check in result.results] == list(CheckQuestion)
    assert (result.holds, result.signed, result.failures) == (True, True, ())


def test_without_the_issuers_keys_no_further_question_is_asked(awarded: Site) -> None:
    source = mapping_source({})
    result = CredentialCheck(ENGLISH, credential(awarded), source, TODAY).report()
    assert [check.status for check in result.results] == [
        CheckStatus.PASSED,
        CheckStatus.INCONCLUSIVE,
        CheckStatus.INCONCLUSIVE,
    ]
    assert (result.status, result.signed) == (CheckStatus.INCONCLUSIVE, False)


def test_another_issuer_than_the_accepted_ones_fails(awarded: Site) -> None:
    source = mapping_source(published(awarded))
    result = CredentialCheck(ENGLISH, credential(awarded), source, TODAY, {"did:web:x.org"}).report()
    assert [failure.question for failure in result.failures][:1] == [CheckQuestion.ISSUER]


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (date(2026, 1, 19), CheckStatus.FAILED),
        (date(2026, 1, 20), CheckStatus.PASSED),
    ],
)
def test_the_first_day_is_in_it(awarded: Site, today: date, status: CheckStatus) -> None:
    """A build goes by the day on the wall, which may be the one before that of the signature in UTC."""
    source = mapping_source(published(awarded))
    check = CredentialCheck(ENGLISH, credential(awarded), source, today, slack=timedelta(days=1))
    dates = next(result for result in check.report().results if result.question is CheckQuestion.DATES)
    assert dates.status is status


def test_a_bit_that_is_set_revokes(awarded: Site) -> None:
    assert revocation(report(awarded, {LIST: signed_list({0})})) is CheckStatus.FAILED
    assert revocation(report(awarded, {LIST: signed_list({1})})) is CheckStatus.PASSED


def test_a_list_that_another_key_signed_proves_nothing(awarded: Site) -> None:
    files = {LIST: signed_list(set(), new_key())}
    assert revocation(report(awarded, files)) is CheckStatus.INCONCLUSIVE


def test_a_list_of_another_address_proves_nothing(awarded: Site) -> None:
    files = {LIST: signed_list(set(), id=f"{BASE}status/old.json")}
    assert revocation(report(awarded, files)) is CheckStatus.INCONCLUSIVE


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ("2026-02-02T23:59:59Z", CheckStatus.PASSED),
        ("2026-02-01T23:59:59Z", CheckStatus.INCONCLUSIVE),
        ("soon", CheckStatus.INCONCLUSIVE),
    ],
)
def test_a_list_counts_until_its_end(awarded: Site, end: str, status: CheckStatus) -> None:
    assert revocation(report(awarded, {LIST: signed_list(set(), validUntil=end)})) is status


@pytest.mark.parametrize(
    ("begin", "status"),
    [
        ("2026-02-02T23:00:00Z", CheckStatus.PASSED),
        ("2026-02-03T00:00:00Z", CheckStatus.INCONCLUSIVE),
        ("2026-02-02T22:00:00-05:00", CheckStatus.INCONCLUSIVE),
        ("2026-02-02", CheckStatus.INCONCLUSIVE),
    ],
)
def test_a_list_counts_from_its_first_day_on(awarded: Site, begin: str, status: CheckStatus) -> None:
    assert revocation(report(awarded, {LIST: signed_list(set(), validFrom=begin)})) is status


def test_a_list_in_another_issuers_name_proves_nothing(awarded: Site) -> None:
    files = {LIST: signed_list(set(), did="did:web:thief.example.org")}
    assert revocation(report(awarded, files)) is CheckStatus.INCONCLUSIVE


@pytest.mark.parametrize(
    ("proof", "key", "text"),
    [
        ({}, {}, ""),
        ({"created": "2026-02-02T23:59:59Z"}, {}, ""),
        ({"created": "2026-02-03T00:00:00Z"}, {}, "is in the future"),
        ({"created": "last winter"}, {}, "does not say when"),
        ({"created": "2026-01-20T00:00:00"}, {}, "does not say when"),  # of which zone?
        ({"expires": "2026-02-02T23:59:59Z"}, {}, ""),
        ({"expires": "2026-02-01T23:59:59Z"}, {}, "Its signature has expired"),
        ({"expires": "soon"}, {}, "Its signature has expired"),
        ({}, {"until": "2026-01-20T23:59:59Z"}, ""),
        ({}, {"until": "2026-01-19T23:59:59Z"}, "does not count"),
        ({}, {"until": "2026"}, "does not count"),
        ({}, {"expires": "2026-02-02T23:59:59Z"}, ""),
        ({}, {"expires": "2026-02-01T23:59:59Z"}, "has expired"),
    ],
)
def test_a_proof_counts_on_its_days_and_those_of_its_key(
    awarded: Site, proof: dict[str, str], key: dict[str, str], text: str
) -> None:
    status, sentence = signature(awarded, proof, key)
    assert (status, text in sentence) == (CheckStatus.FAILED if text else CheckStatus.PASSED, True)


def test_a_list_that_an_old_key_signed_after_its_last_day_proves_nothing(awarded: Site) -> None:
    listed = did_document(DID, [KEY.public], {KEY.public: date(2026, 1, 20)})
    late = build_status_list(LIST, DID, set(), "2026-01-21T00:00:00Z")
    files = {f"{BASE}did.json": listed, LIST: sign_document(late, KEY, DID, "2026-01-21T00:00:00Z")}
    assert revocation(report(awarded, files)) is CheckStatus.INCONCLUSIVE


def test_an_unsigned_list_proves_nothing(awarded: Site) -> None:
    files = {LIST: build_status_list(LIST, DID, (), "2026-01-20T00:00:00Z")}
    assert revocation(report(awarded, files)) is CheckStatus.INCONCLUSIVE


@pytest.mark.parametrize("listed", [[], signed_list(set()) | {"honors": "none"}])
def test_a_list_that_is_not_the_one_that_was_signed_proves_nothing(awarded: Site, listed: object) -> None:
    assert revocation(report(awarded, {LIST: listed})) is CheckStatus.INCONCLUSIVE


@pytest.mark.parametrize(
    ("contexts", "status"),
    [
        ([CREDENTIALS, BADGES], CheckStatus.PASSED),
        ([BADGES, CREDENTIALS], CheckStatus.INCONCLUSIVE),
        (CREDENTIALS, CheckStatus.INCONCLUSIVE),
    ],
)
def test_a_list_may_have_more_contexts_behind_the_first(
    awarded: Site, contexts: object, status: CheckStatus
) -> None:
    listed = build_status_list(LIST, DID, (), "2026-01-20T00:00:00Z") | {"@context": contexts}
    files = {LIST: sign_document(listed, KEY, DID, "2026-01-20T00:00:00Z")}
    assert revocation(report(awarded, files)) is status


def test_a_list_may_be_signed_in_the_name_of_a_key_that_the_issuers_profile_names(awarded: Site) -> None:
    itself = key_did(KEY.public)
    profile = {"id": DID, "otherIdentifier": [{"identifier": itself}]}
    files = {LIST: signed_list(set(), did=itself), f"{BASE}issuer.json": profile}
    assert revocation(report(awarded, files)) is CheckStatus.PASSED


def test_the_list_of_an_issuer_that_changed_its_name_counts_where_its_profile_has_both(
    awarded: Site,
) -> None:
    new = "did:web:new.example.org"
    files = {
        LIST: signed_list(set(), did=new),
        "https://new.example.org/.well-known/did.json": did_document(new, [KEY.public]),
    }
    assert revocation(report(awarded, files)) is CheckStatus.INCONCLUSIVE
    profile = {"id": new, "otherIdentifier": [{"identifier": DID}]}
    assert revocation(report(awarded, files | {f"{BASE}issuer.json": profile})) is CheckStatus.PASSED


def test_a_key_that_names_itself_counts_only_where_the_site_names_it() -> None:
    own = key_did(KEY.public)
    assert keys_of(own, {"id": DID, "otherIdentifier": [{"identifier": own}]}) == [ListedKey(KEY.public)]
    assert keys_of(own, {"id": DID}) == []
    assert keys_of(DID, did_document(DID, [KEY.public])) == [ListedKey(KEY.public)]


def test_a_key_is_named_by_did_and_key() -> None:
    issuer = IssuerKeys(DID, [ListedKey(KEY.public)])
    assert issuer.key_named(f"{DID}#{KEY.public}") == ListedKey(KEY.public)
    assert issuer.key_named(f"did:web:x.org#{KEY.public}") is None
    assert issuer.key_named(KEY.public) is None


def test_one_failure_outweighs_what_is_unknown() -> None:
    unknown = inconclusive(CheckQuestion.REVOCATION, "?")
    assert CheckReport((unknown, failed(CheckQuestion.DATES, "no"))).status is CheckStatus.FAILED
    assert CheckReport((unknown, passed(CheckQuestion.DATES, "yes"))).status is CheckStatus.INCONCLUSIVE


def test_a_report_that_stops_before_the_verdict_does_not_hold() -> None:
    assert not CheckReport((passed(CheckQuestion.FORM, "yes"),)).holds
    assert CheckReport((passed(CheckQuestion.VERDICT, "yes"),)).holds


# ------------------------------------------------------------------ each question, and each answer


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({}, CheckStatus.PASSED, "It is an Open Badges 3.0 credential"),
        ({"type": ["VerifiableCredential", "OpenBadgeCredential"]}, CheckStatus.PASSED, "It is an Open"),
        ({"type": ["VerifiableCredential"]}, CheckStatus.FAILED, "not an Open Badges 3.0"),
        ({"type": "AchievementCredential"}, CheckStatus.FAILED, "not an Open Badges 3.0"),
        ({"credentialSubject": []}, CheckStatus.FAILED, "not an Open Badges 3.0"),
        (
            {"type": "Assertion", "@context": "https://w3id.org/openbadges/v2"},
            CheckStatus.INCONCLUSIVE,
            "Open Badges 2.0",
        ),
        ({"type": "Assertion"}, CheckStatus.FAILED, "not an Open Badges 3.0"),
        ({"proof": []}, CheckStatus.FAILED, "no one signed it"),
        ({"proof": ["text"]}, CheckStatus.FAILED, "of a kind that cannot be checked"),
        (
            {"proof": {"type": "DataIntegrityProof", "cryptosuite": "ecdsa-rdfc-2019"}},
            CheckStatus.INCONCLUSIVE,
            "not signed with eddsa-rdfc-2022",
        ),
        ({"@context": []}, CheckStatus.INCONCLUSIVE, "contexts that runfolio cannot check"),
        ({"@context": "https://w3id.org/x"}, CheckStatus.INCONCLUSIVE, "contexts that runfolio cannot check"),
    ],
)
def test_what_can_be_checked_is_a_signed_credential_of_the_third_edition(
    awarded: Site, change: dict[str, Any], status: CheckStatus, words: str
) -> None:
    found, text = answer(awarded, CheckQuestion.FORM, credential(awarded) | change)
    assert (found, words in text) == (status, True)


def test_the_issuer_is_named_and_has_keys_where_its_did_says(awarded: Site) -> None:
    status, text = answer(awarded, CheckQuestion.ISSUER)
    assert (status, text) == (
        CheckStatus.PASSED,
        f"It names Maple Grove District ({DID}) as its issuer.",
    )
    other = credential(awarded) | {"issuer": DID}
    assert answer(awarded, CheckQuestion.ISSUER, other)[1] == f"It names {DID} ({DID}) as its issuer."


@pytest.mark.parametrize(
    ("issuer", "status", "words"),
    [
        ("did:example:x", CheckStatus.FAILED, "runfolio cannot look up"),
        ("did:web:y.org", CheckStatus.INCONCLUSIVE, "https://y.org/.well-known/did.json"),
    ],
)
def test_an_issuer_whose_keys_cannot_be_had_is_said(
    awarded: Site, issuer: str, status: CheckStatus, words: str
) -> None:
    found, text = answer(awarded, CheckQuestion.ISSUER, credential(awarded) | {"issuer": issuer})
    assert (found, words in text) == (status, True)


def test_an_issuer_that_lists_no_key_fails(awarded: Site) -> None:
    status, text = answer(awarded, CheckQuestion.ISSUER, files={f"{BASE}did.json": did_document(DID, [])})
    assert (status, "lists no key" in text) == (CheckStatus.FAILED, True)


def test_a_key_as_issuer_is_looked_up_at_the_site(awarded: Site) -> None:
    itself = key_did(KEY.public)
    document = resigned(awarded, did=itself, issuer={"id": itself, "type": ["Profile"], "name": "Maple"})
    files = {f"{BASE}issuer.json": {"id": DID, "otherIdentifier": [{"identifier": itself}]}}
    status, text = answer(awarded, CheckQuestion.ISSUER, document, files)
    assert (status, f"as {BASE}issuer.json does" in text) == (CheckStatus.PASSED, True)
    assert answer(awarded, CheckQuestion.SIGNATURE, document, files)[0] is CheckStatus.PASSED
    files[f"{BASE}credentials/{NAME}.json"] = document
    assert answer(awarded, CheckQuestion.PUBLISHED, document, files)[0] is CheckStatus.PASSED


def test_a_signature_fits_one_document_and_is_of_a_listed_key(awarded: Site) -> None:
    status, text = answer(awarded, CheckQuestion.SIGNATURE)
    assert (status, text) == (CheckStatus.PASSED, "Signed by this issuer, and not changed since.")
    status, text = answer(awarded, CheckQuestion.SIGNATURE, credential(awarded) | {"name": "Another"})
    assert (status, "does not match" in text) == (CheckStatus.FAILED, True)
    status, text = answer(awarded, CheckQuestion.SIGNATURE, resigned(awarded, new_key()))
    assert (status, "which its issuer does not list" in text) == (CheckStatus.FAILED, True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"grade": "A"}, "no standard defines, so no one signed them: grade."),
        (dict.fromkeys("klmnop", "x"), "no standard defines, so no one signed them: k, l, m, n, o."),
        ({"evidence": [{"@context": "https://x.org/v1"}]}, "so no one signed them: @context."),
        ({"name": "a\x07b"}, "It cannot be put into the form that is signed."),
    ],
)
def test_what_has_no_canonical_form_is_said_with_its_reason(
    awarded: Site, change: dict[str, Any], words: str
) -> None:
    status, text = answer(awarded, CheckQuestion.SIGNATURE, credential(awarded) | change)
    assert (status, words in text) == (CheckStatus.FAILED, True), text


@pytest.mark.parametrize(
    ("fields", "today", "status", "words"),
    [
        ({}, TODAY, CheckStatus.PASSED, "Valid since January 20, 2026"),
        ({"validFrom": None}, TODAY, CheckStatus.FAILED, "does not say when"),
        ({"validUntil": "soon"}, TODAY, CheckStatus.FAILED, "does not say when"),
        (
            {"validFrom": "2026-02-03T00:00:00Z"},
            TODAY,
            CheckStatus.FAILED,
            "not valid until February 3, 2026",
        ),
        ({"validUntil": "2026-02-02T23:59:59Z"}, TODAY, CheckStatus.PASSED, "to February 2, 2026"),
        ({"validUntil": "2026-02-01T23:59:59Z"}, TODAY, CheckStatus.FAILED, "expired after February 1, 2026"),
    ],
)
def test_it_is_valid_on_its_days(
    awarded: Site, fields: dict[str, Any], today: date, status: CheckStatus, words: str
) -> None:
    found, text = answer(awarded, CheckQuestion.DATES, resigned(awarded, **fields), today=today)
    assert (found, words in text) == (status, True)


def test_a_revoked_award_leads_to_its_page_and_one_without_a_list_fails(awarded: Site) -> None:
    _, text = answer(awarded, CheckQuestion.REVOCATION, files={LIST: signed_list({0})})
    assert text.endswith(f" a newer one: {BASE}credentials/{NAME}/")
    status, text = answer(awarded, CheckQuestion.REVOCATION, resigned(awarded, credentialStatus=None))
    assert (status, "does not say where" in text) == (CheckStatus.FAILED, True)


@pytest.mark.parametrize("address", [None, "https://x.org/a.json", f"{BASE}credentials/{NAME}"])
def test_a_revoked_award_that_has_no_page_that_we_know_leads_nowhere(
    awarded: Site, address: str | None
) -> None:
    document = resigned(awarded, id=address)
    _, text = answer(awarded, CheckQuestion.REVOCATION, document, {LIST: signed_list({0})})
    assert text.endswith(" a newer one.")


def test_the_site_must_have_this_very_award(awarded: Site) -> None:
    award = f"{BASE}credentials/{NAME}.json"
    assert answer(awarded, CheckQuestion.PUBLISHED)[1].endswith("lists this award.")
    other = {award: credential(awarded) | {"name": "Another"}}
    status, text = answer(awarded, CheckQuestion.PUBLISHED, files=other)
    assert (status, "lists another award" in text) == (CheckStatus.FAILED, True)
    files = published(awarded)
    del files[award]
    for is_absent, expected in ((True, CheckStatus.FAILED), (False, CheckStatus.INCONCLUSIVE)):
        check = CredentialCheck(
            ENGLISH,
            credential(awarded),
            mapping_source(files),
            TODAY,
            is_absent=lambda address, is_absent=is_absent: is_absent and address == award,  # type: ignore[misc]
        )
        results = {result.question: result.status for result in check.report().results}
        assert results[CheckQuestion.PUBLISHED] is expected


@pytest.mark.parametrize(
    ("address", "named"),
    [("https://x.org/credentials/a.json", "https://x.org/credentials/a.json"), (None, "?")],
)
def test_whether_an_award_elsewhere_is_the_issuers_is_unknown(
    awarded: Site, address: str | None, named: str
) -> None:
    status, text = answer(awarded, CheckQuestion.PUBLISHED, resigned(awarded, id=address))
    assert (status, text.endswith(f"another address, {named}.")) == (CheckStatus.INCONCLUSIVE, True)


def test_what_is_no_credential_is_asked_no_further_question(awarded: Site) -> None:
    document = credential(awarded) | {"@context": []}
    check = CredentialCheck(ENGLISH, document, mapping_source(published(awarded)), TODAY)
    assert [result.question for result in check.report().results] == [CheckQuestion.FORM]


def test_changed_evidence_ends_the_check_before_the_verdict(awarded: Site) -> None:
    source = mapping_source(published(awarded) | {f"{BASE}credentials/{NAME}/data.csv": b"date\n"})
    result = CredentialCheck(ENGLISH, credential(awarded), source, TODAY).report()
    assert [check.question for check in result.results][-1] is CheckQuestion.EVIDENCE
    assert (result.status, result.recomputed, result.signed) == (CheckStatus.FAILED, None, True)
