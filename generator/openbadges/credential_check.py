"""Everything that is to be asked of a credential, in the order in which one would ask it.

Where the files come from is the caller's business (`Source`).
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from typing import Any

from generator import addresses
from generator.openbadges import did
from generator.openbadges import evidence_checks as grounds
from generator.openbadges import status_list as status
from generator.openbadges.achievement_credential import base_of
from generator.openbadges.check_result import (
    CheckAnswer,
    CheckQuestion,
    CheckResult,
    failed,
    inconclusive,
    passed,
)
from generator.openbadges.document_sources import Source
from generator.openbadges.frozen_finding import Recomputed
from generator.openbadges.jsonld import CONTEXTS, CREDENTIALS, Document, InvalidJsonLd
from generator.openbadges.proof import proof_is_valid, proof_of
from generator.words.translator import Translator

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T")


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All steps up to one after which no further can be asked; `again` is the finding worked out again,
    None where it did not come to that."""

    steps: tuple[CheckResult, ...]
    again: Recomputed | None = None

    @property
    def answer(self) -> CheckAnswer:
        """NO where one of them is, else UNKNOWN where one is."""
        answers = {one.answer for one in self.steps}
        return next((one for one in (CheckAnswer.NO, CheckAnswer.UNKNOWN) if one in answers), CheckAnswer.YES)

    @property
    def holds(self) -> bool:
        return self.answer is CheckAnswer.YES and self.steps[-1].question is CheckQuestion.VERDICT

    @property
    def signed(self) -> bool:
        """Whether what it says is what somebody signed, as far as the issuer's keys could be read."""
        return any(one.question is CheckQuestion.SIGNATURE and one.holds for one in self.steps)

    @property
    def failed(self) -> tuple[CheckResult, ...]:
        return tuple(one for one in self.steps if not one.holds)


def check_credential(
    translator: Translator,
    document: Document,
    source: Source,
    today: Date,
    issuers: Collection[str] | None = None,
) -> CheckReport:
    """The credential held against what its issuer publishes.  `issuers` are the DIDs that are taken;
    None takes any that answers for itself."""
    form = _form(translator, document)
    if not form.holds:
        return CheckReport((form,))
    issuer, keys, named = _issuer(translator, document, source, issuers)
    steps = [form, named, _signature(translator, document, issuer, keys)]
    if not all(one.holds for one in steps):
        return CheckReport(tuple(steps))
    steps.append(_dates(translator, document, today))
    steps.append(_revocation(translator, document, source, issuer, keys, today))
    steps.append(grounds.check_mastery(translator, document))
    files, evidence = grounds.check_evidence(translator, document, source)
    steps.append(evidence)
    if not evidence.holds:
        return CheckReport(tuple(steps))
    again, verdict = grounds.check_verdict(translator, files)
    return CheckReport((*steps, verdict), again)


def issuer_of(document: Document) -> str:
    """The issuer's DID."""
    issuer = document.get("issuer")
    found = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    return found if isinstance(found, str) else ""


def date_of(document: Document, name: str) -> Date | None:
    """The day of a date-time; None where there is none."""
    try:
        text = str(document[name])
        return datetime.fromisoformat(text).date() if _MOMENT.match(text) else None
    except (KeyError, ValueError):
        return None


def _form(translator: Translator, document: Document) -> CheckResult:
    kinds = document.get("type")
    context = document.get("@context")
    if (
        not isinstance(document.get("credentialSubject"), Mapping)
        or not isinstance(kinds, list)
        or not {"AchievementCredential", "OpenBadgeCredential"} & {*map(str, kinds)}
    ):
        return failed(CheckQuestion.FORM, translator.gettext("This is no Open Badges 3.0 credential."))
    if not isinstance(context, list) or context != CONTEXTS:
        said = translator.gettext("It is written with other contexts than the ones runfolio can check.")
        return failed(CheckQuestion.FORM, said)
    if proof_of(document) is None:
        said = translator.gettext(
            "It has no proof of the kind eddsa-rdfc-2022, which is the one runfolio can check."
        )
        return failed(CheckQuestion.FORM, said)
    return passed(CheckQuestion.FORM, translator.gettext("It is an Open Badges 3.0 credential."))


def _issuer(
    translator: Translator, document: Document, source: Source, issuers: Collection[str] | None
) -> tuple[str, list[str], CheckResult]:
    """(DID, the keys that may sign for it, the step)."""
    issuer = issuer_of(document)
    profile = document.get("issuer")
    name = str(profile.get("name") or issuer) if isinstance(profile, Mapping) else issuer
    if issuers is not None and issuer not in issuers:
        said = translator.gettext(
            "It was issued by {did}, which is not the issuer of this program.", did=issuer
        )
        return issuer, [], failed(CheckQuestion.ISSUER, said)
    where = base_of(document) + addresses.ISSUER if did.key_of(issuer) else did.document_address(issuer)
    if not where:
        said = translator.gettext("The issuer {did} is none that runfolio can look up.", did=issuer)
        return issuer, [], failed(CheckQuestion.ISSUER, said)
    published = source(where)
    if published is None:
        said = translator.gettext("The issuer's keys could not be read at {address}.", address=where)
        return issuer, [], inconclusive(CheckQuestion.ISSUER, said)
    keys = keys_of(issuer, _json(published))
    if not keys:
        said = translator.gettext("{address} lists no key of {did}.", did=issuer, address=where)
        return issuer, [], failed(CheckQuestion.ISSUER, said)
    said = translator.gettext("It names {name} ({did}) as its issuer.", name=name, did=issuer)
    if did.key_of(issuer):  # nothing in such a name says whose it is
        said = translator.gettext(
            "It names {name} ({did}), as {address} does.", name=name, did=issuer, address=where
        )
    return issuer, keys, passed(CheckQuestion.ISSUER, said)


def keys_of(issuer: str, published: Any) -> list[str]:
    """The keys that may sign for a DID, from what it publishes: its DID document or, for a did:key, the
    site's issuer.json.

    Anybody can make a did:key and give it any name, so it counts only where the site names it as its own.
    """
    if key := did.key_of(issuer):
        return [key] if issuer in did.dids_named_in(published) else []
    return did.keys_in(published, issuer)


def _signature(translator: Translator, document: Document, issuer: str, keys: Collection[str]) -> CheckResult:
    if not keys:
        return inconclusive(
            CheckQuestion.SIGNATURE, translator.gettext("Without the issuer's keys nobody can tell.")
        )
    proof = proof_of(document)
    method = str(proof["verificationMethod"]) if proof else ""
    key = next((one for one in keys if did.method_id(issuer, one) == method), "")
    if not key:
        said = translator.gettext("It names the key {key}, which its issuer does not list.", key=method)
        return failed(CheckQuestion.SIGNATURE, said)
    try:
        good = proof_is_valid(document, key)
    except InvalidJsonLd as trouble:
        return failed(CheckQuestion.SIGNATURE, _unsigned(translator, trouble))
    if not good:
        said = translator.gettext("The signature does not fit: something was changed after it was signed.")
        return failed(CheckQuestion.SIGNATURE, said)
    return passed(
        CheckQuestion.SIGNATURE, translator.gettext("Signed by this issuer, and not changed since.")
    )


def _unsigned(translator: Translator, trouble: InvalidJsonLd) -> str:
    if trouble.reason == "terms":
        return translator.gettext(
            "It has entries that no standard defines, so that nobody signed them: {names}.",
            names=", ".join(trouble.names[:5]),
        )
    if trouble.reason == "context":
        return translator.gettext(
            "It names a context that runfolio does not know, so what was signed is unknown."
        )
    return translator.gettext("It cannot be brought into the form that is signed.")


def _dates(translator: Translator, document: Document, today: Date) -> CheckResult:
    begins, ends = date_of(document, "validFrom"), date_of(document, "validUntil")
    if begins is None or ("validUntil" in document and ends is None):
        return failed(CheckQuestion.DATES, translator.gettext("It does not say from when it is valid."))
    if today < begins:
        said = translator.gettext("It is valid only from {date} on.", date=translator.format_date(begins))
        return failed(CheckQuestion.DATES, said)
    if ends and today > ends:
        return failed(
            CheckQuestion.DATES,
            translator.gettext("It expired after {date}.", date=translator.format_date(ends)),
        )
    if ends:
        said = translator.gettext(
            "Valid from {first} to {last}.",
            first=translator.format_date(begins),
            last=translator.format_date(ends),
        )
        return passed(CheckQuestion.DATES, said)
    return passed(
        CheckQuestion.DATES, translator.gettext("Valid from {date} on.", date=translator.format_date(begins))
    )


def _revocation(
    translator: Translator,
    document: Document,
    source: Source,
    issuer: str,
    keys: Collection[str],
    today: Date,
) -> CheckResult:
    entry = document.get("credentialStatus")
    address = str(entry.get("statusListCredential", "")) if isinstance(entry, Mapping) else ""
    number = status.number_in(entry, address)
    if number is None:
        said = translator.gettext("It does not say where its issuer lists what was taken back.")
        return failed(CheckQuestion.REVOCATION, said)
    listed = _json(source(address))
    if isinstance(listed, Mapping) and (other := issuer_of(listed)) != issuer:
        # an issuer that changed its name signs the list under the new one; its profile has both
        profile = _json(source(base_of(document) + addresses.ISSUER))
        if {issuer, other} <= {*did.dids_named_in(profile)}:
            where = did.document_address(other)
            issuer, keys = other, keys_of(other, _json(source(where)) if where else profile)
    bits = _bits(listed, address, issuer, keys, today)
    revoked = status.bit_at(bits, number) if bits else None
    if revoked is None:
        said = translator.gettext(
            "Whether it is revoked cannot be told: the issuer's list could not be read, or its signature "
            "does not fit."
        )
        return inconclusive(CheckQuestion.REVOCATION, said)
    if revoked:
        page = str(document.get("id", "")).removesuffix(".json") + "/"
        said = translator.gettext(
            "Its issuer has revoked it, or replaced it by a newer one: {page}", page=page
        )
        return failed(CheckQuestion.REVOCATION, said)
    return passed(CheckQuestion.REVOCATION, translator.gettext("It is not revoked."))


def _bits(listed: Any, address: str, issuer: str, keys: Collection[str], today: Date) -> bytes | None:
    """The bits of a list that this issuer signed and that counts today; None where it is none."""
    if not isinstance(listed, Mapping) or listed.get("id") != address or issuer_of(listed) != issuer:
        return None
    ends = date_of(listed, "validUntil")
    if "validUntil" in listed and (ends is None or today > ends):
        return None
    proof, context = proof_of(listed), listed.get("@context")
    if proof is None or not isinstance(context, list) or context[:1] != [CREDENTIALS]:
        return None
    named = [one for one in keys if did.method_id(issuer, one) == proof["verificationMethod"]]
    try:
        signed = any(proof_is_valid(listed, one) for one in named)
    except InvalidJsonLd:
        return None
    return status.decode_bits(listed) if signed else None


def _json(data: bytes | None) -> Any:
    try:
        return json.loads(data) if data else None
    except (ValueError, RecursionError):
        return None
