"""Check a credential against what its issuer publishes, question by question.

Where the files come from is the caller's business (`Source`).
"""

from collections.abc import Collection, Mapping
from datetime import date as Date
from datetime import timedelta
from typing import Any

from msgspec import Struct

from generator import addresses
from generator.openbadges import did
from generator.openbadges.check_answers import CheckAnswer
from generator.openbadges.check_result import (
    CheckQuestion,
    CheckResult,
    CheckStatus,
    failed,
    inconclusive,
    passed,
)
from generator.openbadges.did import ListedKey
from generator.openbadges.document_fields import (
    date_of,
    is_below,
    issuer_of,
    json_value,
    mapping,
    site_of,
)
from generator.openbadges.document_sources import Absence, Source, never_absent
from generator.openbadges.evidence_checks import EvidenceChecks
from generator.openbadges.frozen_finding import Recomputed
from generator.openbadges.jsonld import CONTEXTS, CREDENTIALS, Document, InvalidJsonLd, RejectionReason
from generator.openbadges.proof import has_other_proofs, proof_is_valid, proof_of
from generator.openbadges.status_list import bit_at, decode_bits, number_in
from generator.words.translator import Translator

_OPEN_BADGES_2 = "https://w3id.org/openbadges/v2"
_TYPES = frozenset({"AchievementCredential", "OpenBadgeCredential"})


class CheckReport(Struct, frozen=True):
    """The results, up to the check after which no further one can be made.

    `recomputed` is the finding computed again from the signed data; None where it did not come to that.
    """

    results: tuple[CheckResult, ...]
    recomputed: Recomputed | None = None

    @property
    def status(self) -> CheckStatus:
        """FAILED where one check failed, else INCONCLUSIVE where one is."""
        statuses = {result.status for result in self.results}
        worst_first = (CheckStatus.FAILED, CheckStatus.INCONCLUSIVE)
        return next((status for status in worst_first if status in statuses), CheckStatus.PASSED)

    @property
    def holds(self) -> bool:
        """Whether every check was made, up to the verdict, and passed."""
        return self.status is CheckStatus.PASSED and self.results[-1].question is CheckQuestion.VERDICT

    @property
    def signed(self) -> bool:
        """Whether the document is what its issuer signed, as far as the issuer's keys could be read."""
        return any(result.question is CheckQuestion.SIGNATURE and result.holds for result in self.results)

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The results that are not passed, inconclusive ones too."""
        return tuple(result for result in self.results if not result.holds)


class IssuerKeys(Struct, frozen=True):
    """An issuer's DID, the public keys that may sign in its name, and the addresses of its sites."""

    did: str
    keys: Collection[ListedKey] = ()
    sites: Collection[str] = ()

    def key_named(self, method: str) -> ListedKey | None:
        """The key that a proof's verification method names; None where it is not the issuer's."""
        return next((key for key in self.keys if did.method_id(self.did, key.public) == method), None)


class CredentialCheck(Struct, frozen=True):
    """The check of one credential on one day.

    `today` is the day in UTC, `slack` how much later it may be by a clock that tells another one.
    `source` gives what its issuer publishes, `is_absent` says what the issuer's site has nothing of;
    `issuers` are the DIDs that are accepted, None accepts any that answers for itself.
    """

    translator: Translator
    document: Document
    source: Source
    today: Date
    issuers: Collection[str] | None = None
    is_absent: Absence = never_absent
    slack: timedelta = timedelta()

    def report(self) -> CheckReport:
        """All results, in the order of `CheckQuestion`."""
        form = self._check_form()
        if not form.holds:
            return CheckReport((form,))
        issuer, named = self._check_issuer()
        results = [form, named, self._check_signature(issuer)]
        if not all(result.holds for result in results):
            return CheckReport(tuple(results))
        evidence_checks = EvidenceChecks(self.translator, self.document, self.source)
        results += [
            self._check_dates(),
            self._check_revocation(issuer),
            self._check_published(issuer),
            evidence_checks.check_mastery(),
        ]
        files, evidence = evidence_checks.check_evidence()
        results.append(evidence)
        if not evidence.holds:
            return CheckReport(tuple(results))
        recomputed, verdict = evidence_checks.check_verdict(files)
        return CheckReport((*results, verdict), recomputed)

    @property
    def _latest_today(self) -> Date:
        """The latest day that it may be in UTC."""
        return self.today + self.slack

    def _check_form(self) -> CheckResult:
        """Whether the document is a credential of the kind that can be checked here."""
        document, gettext = self.document, self.translator.gettext
        types, context = document.get("type"), document.get("@context")
        if (
            not isinstance(document.get("credentialSubject"), Mapping)
            or not isinstance(types, list)
            or not _TYPES & {*map(str, types)}
        ):
            if types == "Assertion" and context == _OPEN_BADGES_2:
                text = gettext(CheckAnswer.BADGE2.value)
                return inconclusive(CheckQuestion.FORM, text)
            return failed(CheckQuestion.FORM, gettext("This is not an Open Badges 3.0 credential."))
        if not document.get("proof"):
            return failed(CheckQuestion.FORM, gettext(CheckAnswer.NO_PROOF.value))
        if proof_of(document) is None and not has_other_proofs(document):
            return failed(CheckQuestion.FORM, gettext("Its proof is of a kind that cannot be checked."))
        if proof_of(document) is None:
            text = gettext(CheckAnswer.OTHER_PROOF.value)
            return inconclusive(CheckQuestion.FORM, text)
        if context != CONTEXTS:
            text = gettext(CheckAnswer.OTHER_CONTEXTS.value)
            return inconclusive(CheckQuestion.FORM, text)
        return passed(CheckQuestion.FORM, gettext(CheckAnswer.FORM.value))

    def _check_issuer(self) -> tuple[IssuerKeys, CheckResult]:
        """(the issuer with the keys it publishes, whether it is accepted and has any)."""
        gettext, question = self.translator.gettext, CheckQuestion.ISSUER
        issuer = issuer_of(self.document)
        without_keys = IssuerKeys(issuer)
        if self.issuers is not None and issuer not in self.issuers:
            text = gettext("It was issued by {did}, which is not the issuer of this program.", did=issuer)
            return without_keys, failed(question, text)
        is_key = bool(did.key_of(issuer))
        address = site_of(self.document) + addresses.ISSUER if is_key else did.document_address(issuer)
        if not address:
            text = gettext("runfolio cannot look up the issuer {did}.", did=issuer)
            return without_keys, failed(question, text)
        published = json_value(self.source(address))
        if published is None:  # also where a network's own page stands in its place
            text = gettext("The issuer's keys could not be read at {address}.", address=address)
            return without_keys, inconclusive(question, text)
        keys = keys_of(issuer, published)
        if not keys:
            text = gettext("{address} lists no key of {did}.", did=issuer, address=address)
            return without_keys, failed(question, text)
        name = str(mapping(self.document.get("issuer")).get("name") or issuer)
        text = gettext(CheckAnswer.ISSUED.value, name=name, did=issuer)
        if is_key:  # nothing in such a name says whose it is
            text = gettext(
                "It names {name} ({did}), as {address} does.", name=name, did=issuer, address=address
            )
        sites = [site_of(self.document)] if is_key else did.sites_of(published, issuer)
        return IssuerKeys(issuer, keys, sites), passed(question, text)

    def _check_signature(self, issuer: IssuerKeys) -> CheckResult:
        """Whether a key of the issuer signed the document as it is."""
        gettext, question = self.translator.gettext, CheckQuestion.SIGNATURE
        if not issuer.keys:
            return inconclusive(question, gettext("Without the issuer's keys, no one can tell."))
        proof = proof_of(self.document)
        assert proof is not None, "its form is right"
        key = issuer.key_named(proof["verificationMethod"])
        if key is None:
            text = gettext(
                "It names the key {key}, which its issuer does not list.", key=proof["verificationMethod"]
            )
            return failed(question, text)
        if text := self._wrong_proof_date_text(proof, key):
            return failed(question, text)
        try:
            is_valid = proof_is_valid(self.document, key.public)
        except InvalidJsonLd as invalid:
            return failed(question, self._invalid_text(invalid))
        if not is_valid:
            text = gettext(CheckAnswer.NOT_SIGNED.value)
            return failed(question, text)
        return passed(question, gettext(CheckAnswer.SIGNED.value))

    def _wrong_proof_date_text(self, proof: Document, key: ListedKey) -> str:
        """Why a proof does not count for its dates, or those of its key; empty where it does."""
        gettext, day = self.translator.gettext, self.translator.format_date
        created = date_of(proof, "created")
        if created is None:
            return gettext("Its signature does not say when it was made.")
        if created > self._latest_today:
            return gettext("Its signature is dated {date}, which is in the future.", date=day(created))
        if key.until and created > key.until:
            return gettext(
                "Its signature is dated {date}; what its key signed after {until} does not count.",
                date=day(created),
                until=day(key.until),
            )
        if key.expires and self.today > key.expires:
            return gettext("The key that signed it has expired.")
        last = date_of(proof, "expires")
        if "expires" in proof and (last is None or self.today > last):
            return gettext("Its signature has expired.")
        return ""

    def _invalid_text(self, invalid: InvalidJsonLd) -> str:
        """Why the document has no canonical form, so that no signature can fit."""
        gettext = self.translator.gettext
        if invalid.reason is not RejectionReason.TERMS:
            return gettext("It cannot be put into the form that is signed.")
        return gettext(
            "It has entries that no standard defines, so no one signed them: {names}.",
            names=", ".join(invalid.names[:5]),
        )

    def _check_dates(self) -> CheckResult:
        """Whether the credential is valid today; its first and last day are both in it."""
        translator, question = self.translator, CheckQuestion.DATES
        first, last = date_of(self.document, "validFrom"), date_of(self.document, "validUntil")
        if first is None or ("validUntil" in self.document and last is None):
            return failed(question, translator.gettext(CheckAnswer.NO_DATES.value))
        if self.today < first:
            text = translator.gettext(CheckAnswer.NOT_YET.value, date=translator.format_date(first))
            return failed(question, text)
        if last is None:
            text = translator.gettext(CheckAnswer.VALID.value, date=translator.format_date(first))
            return passed(question, text)
        if self.today > last:
            text = translator.gettext(CheckAnswer.EXPIRED.value, date=translator.format_date(last))
            return failed(question, text)
        text = translator.gettext(
            CheckAnswer.VALID_UNTIL.value,
            first=translator.format_date(first),
            last=translator.format_date(last),
        )
        return passed(question, text)

    def _check_revocation(self, issuer: IssuerKeys) -> CheckResult:
        """Whether the issuer's signed status list has the credential's bit unset."""
        gettext, question = self.translator.gettext, CheckQuestion.REVOCATION
        entry = self.document.get("credentialStatus")
        address = str(mapping(entry).get("statusListCredential"))
        number = number_in(entry, address)
        if number is None:
            text = gettext(CheckAnswer.NO_ENTRY.value)
            return failed(question, text)
        bits = self._revocation_bits(address, issuer)
        revoked = bit_at(bits, number) if bits else None
        if revoked is None:
            text = gettext(
                "Whether it was revoked is unknown: the issuer's list could not be read, or its signature "
                "does not match."
            )
            return inconclusive(question, text)
        if revoked:
            return failed(question, self._revoked_text())
        return passed(question, gettext(CheckAnswer.CURRENT.value))

    def _revoked_text(self) -> str:
        """That it was revoked, and on which page of its site more is said where it is an award of ours."""
        gettext, address = self.translator.gettext, str(self.document.get("id"))
        if not site_of(self.document) or not address.endswith(".json"):
            return gettext(CheckAnswer.REVOKED_WITHOUT_PAGE.value)
        return gettext(CheckAnswer.REVOKED.value, page=f"{address.removesuffix('.json')}/")

    def _check_published(self, issuer: IssuerKeys) -> CheckResult:
        """Whether the issuer's site has this very credential: whoever stole a key cannot put it there, but
        can sign the address of a site of their own."""
        gettext, question = self.translator.gettext, CheckQuestion.PUBLISHED
        address = str(self.document.get("id", ""))
        if not any(is_below(address, site) for site in issuer.sites):
            text = gettext(
                "The issuer's site has this award: unknown. The award names another address, {address}.",
                address=address or "?",
            )
            return inconclusive(question, text)
        if self.is_absent(address):
            return failed(question, gettext(CheckAnswer.NOT_PUBLISHED.value))
        published = json_value(self.source(address))
        if published is None:
            return inconclusive(question, gettext(CheckAnswer.PUBLISHED_UNKNOWN.value))
        if published != self.document:
            return failed(question, gettext(CheckAnswer.PUBLISHED_OTHER.value))
        return passed(question, gettext(CheckAnswer.PUBLISHED.value))

    def _revocation_bits(self, address: str, issuer: IssuerKeys) -> bytes | None:
        """The bits of the list at an address; None where the issuer did not sign it for today."""
        status_list = json_value(self.source(address))
        if not isinstance(status_list, Mapping) or status_list.get("id") != address:
            return None
        signer = self._list_signer(issuer_of(status_list), issuer)
        if signer is None or not self._is_in_force(status_list) or not self._is_signed(status_list, signer):
            return None
        return decode_bits(status_list)

    def _is_in_force(self, status_list: Document) -> bool:
        """Whether today is one of the list's days; an older or a prepared one says nothing of today."""
        first, last = date_of(status_list, "validFrom"), date_of(status_list, "validUntil")
        is_begun = first is not None and first <= self._latest_today
        return is_begun and ("validUntil" not in status_list or (last is not None and self.today <= last))

    def _list_signer(self, named: str, issuer: IssuerKeys) -> IssuerKeys | None:
        """Who may sign the issuer's list in the name of this DID; None where nobody may.

        An issuer that changed its name signs the list under the new one; its profile has both.
        """
        if named == issuer.did:
            return issuer
        profile = json_value(self.source(site_of(self.document) + addresses.ISSUER))
        if not {issuer.did, named} <= {*did.dids_named_in(profile)}:
            return None
        address = did.document_address(named)
        published = json_value(self.source(address)) if address else profile
        return IssuerKeys(named, keys_of(named, published))

    def _is_signed(self, status_list: Document, signer: IssuerKeys) -> bool:
        """Whether a key of the signer signed the list as it is, on a day on which that counts."""
        proof, context = proof_of(status_list), status_list.get("@context")
        if proof is None or not isinstance(context, list) or context[:1] != [CREDENTIALS]:
            return False
        key = signer.key_named(proof["verificationMethod"])
        if key is None or self._wrong_proof_date_text(proof, key):
            return False
        try:
            return proof_is_valid(status_list, key.public)
        except InvalidJsonLd:
            return False


def keys_of(issuer: str, published: Any) -> list[ListedKey]:
    """The keys that may sign for a DID.

    `published` is what the DID publishes: its DID document or, for a did:key, the site's issuer.json.
    Anybody can make a did:key and give it any name, so it counts only where the site names it as its own.
    """
    if key := did.key_of(issuer):
        return [ListedKey(key)] if issuer in did.dids_named_in(published) else []
    return did.keys_in(published, issuer)
