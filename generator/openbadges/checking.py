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
from generator.openbadges import did, grounds, status
from generator.openbadges.credential import base_of
from generator.openbadges.finding import Again
from generator.openbadges.linked import CONTEXTS, CREDENTIALS, Document, NotLinkedData
from generator.openbadges.proof import holds, proof_of
from generator.openbadges.sources import Source
from generator.openbadges.step import Answer, Question, Step, no, unknown, yes
from generator.words.speech import Words

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T")


@dataclass(frozen=True, slots=True)
class Checked:
    """All steps up to one after which no further can be asked; `again` is the finding worked out again,
    None where it did not come to that."""

    steps: tuple[Step, ...]
    again: Again | None = None

    @property
    def answer(self) -> Answer:
        """NO where one of them is, else UNKNOWN where one is."""
        answers = {one.answer for one in self.steps}
        return next((one for one in (Answer.NO, Answer.UNKNOWN) if one in answers), Answer.YES)

    @property
    def holds(self) -> bool:
        return self.answer is Answer.YES and self.steps[-1].question is Question.VERDICT

    @property
    def signed(self) -> bool:
        """Whether what it says is what somebody signed, as far as the issuer's keys could be read."""
        return any(one.question is Question.SIGNATURE and one.holds for one in self.steps)

    @property
    def failed(self) -> tuple[Step, ...]:
        return tuple(one for one in self.steps if not one.holds)


def checked(
    words: Words, document: Document, source: Source, today: Date, issuers: Collection[str] | None = None
) -> Checked:
    """The credential held against what its issuer publishes.  `issuers` are the DIDs that are taken;
    None takes any that answers for itself."""
    form = _form(words, document)
    if not form.holds:
        return Checked((form,))
    issuer, keys, named = _issuer(words, document, source, issuers)
    steps = [form, named, _signature(words, document, issuer, keys)]
    if not all(one.holds for one in steps):
        return Checked(tuple(steps))
    steps.append(_dates(words, document, today))
    steps.append(_revocation(words, document, source, issuer, keys, today))
    steps.append(grounds.mastery(words, document))
    files, evidence = grounds.evidence(words, document, source)
    steps.append(evidence)
    if not evidence.holds:
        return Checked(tuple(steps))
    again, verdict = grounds.verdict(words, files)
    return Checked((*steps, verdict), again)


def issuer_of(document: Document) -> str:
    """The issuer's DID."""
    issuer = document.get("issuer")
    found = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    return found if isinstance(found, str) else ""


def day_in(document: Document, name: str) -> Date | None:
    """The day of a date-time; None where there is none."""
    try:
        text = str(document[name])
        return datetime.fromisoformat(text).date() if _MOMENT.match(text) else None
    except (KeyError, ValueError):
        return None


def _form(words: Words, document: Document) -> Step:
    kinds = document.get("type")
    context = document.get("@context")
    if (
        not isinstance(document.get("credentialSubject"), Mapping)
        or not isinstance(kinds, list)
        or not {"AchievementCredential", "OpenBadgeCredential"} & {*map(str, kinds)}
    ):
        return no(Question.FORM, words.say("This is no Open Badges 3.0 credential."))
    if not isinstance(context, list) or context != CONTEXTS:
        said = words.say("It is written with other contexts than the ones runfolio can check.")
        return no(Question.FORM, said)
    if proof_of(document) is None:
        said = words.say("It has no proof of the kind eddsa-rdfc-2022, which is the one runfolio can check.")
        return no(Question.FORM, said)
    return yes(Question.FORM, words.say("It is an Open Badges 3.0 credential."))


def _issuer(
    words: Words, document: Document, source: Source, issuers: Collection[str] | None
) -> tuple[str, list[str], Step]:
    """(DID, the keys that may sign for it, the step)."""
    issuer = issuer_of(document)
    profile = document.get("issuer")
    name = str(profile.get("name") or issuer) if isinstance(profile, Mapping) else issuer
    if issuers is not None and issuer not in issuers:
        said = words.say("It was issued by {did}, which is not the issuer of this program.", did=issuer)
        return issuer, [], no(Question.ISSUER, said)
    where = base_of(document) + addresses.ISSUER if did.key_of(issuer) else did.document_address(issuer)
    if not where:
        said = words.say("The issuer {did} is none that runfolio can look up.", did=issuer)
        return issuer, [], no(Question.ISSUER, said)
    published = source(where)
    if published is None:
        said = words.say("The issuer's keys could not be read at {address}.", address=where)
        return issuer, [], unknown(Question.ISSUER, said)
    keys = keys_of(issuer, _json(published))
    if not keys:
        said = words.say("{address} lists no key of {did}.", did=issuer, address=where)
        return issuer, [], no(Question.ISSUER, said)
    said = words.say("It names {name} ({did}) as its issuer.", name=name, did=issuer)
    if did.key_of(issuer):  # nothing in such a name says whose it is
        said = words.say("It names {name} ({did}), as {address} does.", name=name, did=issuer, address=where)
    return issuer, keys, yes(Question.ISSUER, said)


def keys_of(issuer: str, published: Any) -> list[str]:
    """The keys that may sign for a DID, from what it publishes: its DID document or, for a did:key, the
    site's issuer.json.

    Anybody can make a did:key and give it any name, so it counts only where the site names it as its own.
    """
    if key := did.key_of(issuer):
        return [key] if issuer in did.named_in(published) else []
    return did.keys_in(published, issuer)


def _signature(words: Words, document: Document, issuer: str, keys: Collection[str]) -> Step:
    if not keys:
        return unknown(Question.SIGNATURE, words.say("Without the issuer's keys nobody can tell."))
    proof = proof_of(document)
    method = str(proof["verificationMethod"]) if proof else ""
    key = next((one for one in keys if did.method_id(issuer, one) == method), "")
    if not key:
        said = words.say("It names the key {key}, which its issuer does not list.", key=method)
        return no(Question.SIGNATURE, said)
    try:
        good = holds(document, key)
    except NotLinkedData as trouble:
        return no(Question.SIGNATURE, _unsigned(words, trouble))
    if not good:
        said = words.say("The signature does not fit: something was changed after it was signed.")
        return no(Question.SIGNATURE, said)
    return yes(Question.SIGNATURE, words.say("Signed by this issuer, and not changed since."))


def _unsigned(words: Words, trouble: NotLinkedData) -> str:
    if trouble.reason == "terms":
        return words.say(
            "It has entries that no standard defines, so that nobody signed them: {names}.",
            names=", ".join(trouble.names[:5]),
        )
    if trouble.reason == "context":
        return words.say("It names a context that runfolio does not know, so what was signed is unknown.")
    return words.say("It cannot be brought into the form that is signed.")


def _dates(words: Words, document: Document, today: Date) -> Step:
    begins, ends = day_in(document, "validFrom"), day_in(document, "validUntil")
    if begins is None or ("validUntil" in document and ends is None):
        return no(Question.DATES, words.say("It does not say from when it is valid."))
    if today < begins:
        said = words.say("It is valid only from {date} on.", date=words.date(begins))
        return no(Question.DATES, said)
    if ends and today > ends:
        return no(Question.DATES, words.say("It expired after {date}.", date=words.date(ends)))
    if ends:
        said = words.say("Valid from {first} to {last}.", first=words.date(begins), last=words.date(ends))
        return yes(Question.DATES, said)
    return yes(Question.DATES, words.say("Valid from {date} on.", date=words.date(begins)))


def _revocation(
    words: Words, document: Document, source: Source, issuer: str, keys: Collection[str], today: Date
) -> Step:
    entry = document.get("credentialStatus")
    address = str(entry.get("statusListCredential", "")) if isinstance(entry, Mapping) else ""
    number = status.number_in(entry, address)
    if number is None:
        said = words.say("It does not say where its issuer lists what was taken back.")
        return no(Question.REVOCATION, said)
    listed = _json(source(address))
    if isinstance(listed, Mapping) and (other := issuer_of(listed)) != issuer:
        # an issuer that changed its name signs the list under the new one; its profile has both
        profile = _json(source(base_of(document) + addresses.ISSUER))
        if {issuer, other} <= {*did.named_in(profile)}:
            where = did.document_address(other)
            issuer, keys = other, keys_of(other, _json(source(where)) if where else profile)
    bits = _bits(listed, address, issuer, keys, today)
    revoked = status.bit(bits, number) if bits else None
    if revoked is None:
        said = words.say(
            "Whether it is revoked cannot be told: the issuer's list could not be read, or its signature "
            "does not fit."
        )
        return unknown(Question.REVOCATION, said)
    if revoked:
        page = str(document.get("id", "")).removesuffix(".json") + "/"
        said = words.say("Its issuer has revoked it, or replaced it by a newer one: {page}", page=page)
        return no(Question.REVOCATION, said)
    return yes(Question.REVOCATION, words.say("It is not revoked."))


def _bits(listed: Any, address: str, issuer: str, keys: Collection[str], today: Date) -> bytes | None:
    """The bits of a list that this issuer signed and that counts today; None where it is none."""
    if not isinstance(listed, Mapping) or listed.get("id") != address or issuer_of(listed) != issuer:
        return None
    ends = day_in(listed, "validUntil")
    if "validUntil" in listed and (ends is None or today > ends):
        return None
    proof, context = proof_of(listed), listed.get("@context")
    if proof is None or not isinstance(context, list) or context[:1] != [CREDENTIALS]:
        return None
    named = [one for one in keys if did.method_id(issuer, one) == proof["verificationMethod"]]
    try:
        signed = any(holds(listed, one) for one in named)
    except NotLinkedData:
        return None
    return status.bits_of(listed) if signed else None


def _json(data: bytes | None) -> Any:
    try:
        return json.loads(data) if data else None
    except (ValueError, RecursionError):
        return None
