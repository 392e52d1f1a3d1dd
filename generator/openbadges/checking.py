"""Everything that is to be asked of a credential, in the order in which one would ask it.

A signature says who issued it, not that the chart is true: so the verdict is worked out again from the
data under the signature.  Where the files come from is the caller's business (`Source`).
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from enum import StrEnum
from typing import Any

from generator import addresses
from generator.openbadges import did, status
from generator.openbadges.credential import DATA, FINDING, base_of, digest_sri
from generator.openbadges.finding import Again, BadFinding, Difference, worked_out_again
from generator.openbadges.linked import CONTEXTS, CREDENTIALS, Document, NotLinkedData
from generator.openbadges.proof import holds, proof_of
from generator.words.speech import Words
from generator.words.verdicts import verdict_name, verdict_text

# a file by its address on the web; None where it cannot be had
Source = Callable[[str], bytes | None]


class Question(StrEnum):
    FORM = "form"
    ISSUER = "issuer"
    SIGNATURE = "signature"
    DATES = "dates"
    REVOCATION = "revocation"
    EVIDENCE = "evidence"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Step:
    """One question and its answer in a sentence."""

    question: Question
    holds: bool
    said: str


@dataclass(frozen=True, slots=True)
class Checked:
    """All steps up to one after which no further can be asked; `again` is the finding worked out again,
    None where it did not come to that."""

    steps: tuple[Step, ...]
    again: Again | None = None

    @property
    def holds(self) -> bool:
        return all(one.holds for one in self.steps) and self.steps[-1].question is Question.VERDICT

    @property
    def failed(self) -> tuple[Step, ...]:
        return tuple(one for one in self.steps if not one.holds)


def checked(
    words: Words, document: Document, source: Source, today: Date, issuers: Collection[str] | None = None
) -> Checked:
    """The credential held against what its issuer publishes.  `issuers` are the DIDs that are taken;
    None takes any that answers for itself."""
    steps: list[Step] = []
    form = _form(words, document)
    steps.append(form)
    if not form.holds:
        return Checked(tuple(steps))
    issuer, keys, step = _issuer(words, document, source, issuers)
    steps.append(step)
    steps.append(_signature(words, document, issuer, keys))
    if not all(one.holds for one in steps):
        return Checked(tuple(steps))
    steps.append(_dates(words, document, today))
    steps.append(_revocation(words, document, source, issuer, keys))
    files, evidence = _evidence(words, document, source)
    steps.append(evidence)
    if not evidence.holds:
        return Checked(tuple(steps))
    again, verdict = _verdict(words, files)
    return Checked((*steps, verdict), again)


def issuer_of(document: Document) -> str:
    """The issuer's DID."""
    issuer = document.get("issuer")
    found = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    return found if isinstance(found, str) else ""


def day_in(document: Document, name: str) -> Date | None:
    """The day of a date-time; None where there is none."""
    try:
        return datetime.fromisoformat(str(document[name])).date()
    except (KeyError, ValueError):
        return None


def _form(words: Words, document: Document) -> Step:
    kinds = document.get("type")
    context = document.get("@context")
    if not isinstance(kinds, list) or not {"AchievementCredential", "OpenBadgeCredential"} & {
        *map(str, kinds)
    }:
        return Step(Question.FORM, False, words.say("This is no Open Badges 3.0 credential."))
    if not isinstance(context, list) or context[: len(CONTEXTS)] != CONTEXTS:
        said = words.say("It is written with other contexts than the ones runfolio can check.")
        return Step(Question.FORM, False, said)
    if proof_of(document) is None:
        said = words.say("It has no proof of the kind eddsa-rdfc-2022, which is the one runfolio can check.")
        return Step(Question.FORM, False, said)
    return Step(Question.FORM, True, words.say("It is an Open Badges 3.0 credential."))


def _issuer(
    words: Words, document: Document, source: Source, issuers: Collection[str] | None
) -> tuple[str, list[str], Step]:
    """(DID, the keys that may sign for it, the step)."""
    issuer = issuer_of(document)
    profile = document.get("issuer")
    name = str(profile.get("name") or issuer) if isinstance(profile, Mapping) else issuer
    if issuers is not None and issuer not in issuers:
        said = words.say("It was issued by {did}, which is not the issuer of this program.", did=issuer)
        return issuer, [], Step(Question.ISSUER, False, said)
    where = base_of(document) + addresses.ISSUER if did.key_of(issuer) else did.document_address(issuer)
    keys = issuer_keys(issuer, where, source)
    if not keys:
        if not where:
            said = words.say("The issuer {did} is none that runfolio can look up.", did=issuer)
        elif did.key_of(issuer):
            said = words.say("Whose key {did} is, nobody says: not {address}.", did=issuer, address=where)
        else:
            said = words.say("The issuer's keys could not be read at {address}.", address=where)
        return issuer, [], Step(Question.ISSUER, False, said)
    said = words.say("Issued by {name} ({did}).", name=name, did=issuer)
    return issuer, keys, Step(Question.ISSUER, True, said)


def issuer_keys(issuer: str, where: str, source: Source) -> list[str]:
    """The keys that may sign for a DID, from the file at `where`.

    Anybody can make a did:key and give it any name, so it counts only where the site names it as its own.
    """
    document = _json(source(where)) if where else None
    if key := did.key_of(issuer):
        return [key] if issuer in did.named_in(document) else []
    return did.keys_in(document, issuer)


def _signature(words: Words, document: Document, issuer: str, keys: Collection[str]) -> Step:
    proof = proof_of(document)
    method = str(proof["verificationMethod"]) if proof else ""
    key = next((one for one in keys if did.method_id(issuer, one) == method), "")
    if keys and not key:
        said = words.say("It names the key {key}, which its issuer does not list.", key=method)
        return Step(Question.SIGNATURE, False, said)
    try:
        good = bool(key) and holds(document, key)
    except NotLinkedData as trouble:
        return Step(Question.SIGNATURE, False, _unsigned(words, trouble))
    if not keys:
        return Step(Question.SIGNATURE, False, words.say("Without the issuer's keys nobody can tell."))
    if not good:
        said = words.say("The signature does not fit: something was changed after it was signed.")
        return Step(Question.SIGNATURE, False, said)
    return Step(Question.SIGNATURE, True, words.say("The signature fits; nothing was changed since."))


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
        return Step(Question.DATES, False, words.say("It does not say from when it is valid."))
    if today < begins:
        said = words.say("It is valid only from {date} on.", date=words.date(begins))
        return Step(Question.DATES, False, said)
    if ends and today > ends:
        return Step(Question.DATES, False, words.say("It expired after {date}.", date=words.date(ends)))
    if ends:
        said = words.say("Valid from {first} to {last}.", first=words.date(begins), last=words.date(ends))
        return Step(Question.DATES, True, said)
    return Step(Question.DATES, True, words.say("Valid from {date} on.", date=words.date(begins)))


def _revocation(words: Words, document: Document, source: Source, issuer: str, keys: Collection[str]) -> Step:
    entry = document.get("credentialStatus")
    if entry is None:
        return Step(Question.REVOCATION, True, words.say("Its issuer keeps no list of revoked credentials."))
    answer = None
    if isinstance(entry, Mapping):
        answer = _bit(entry, _json(source(str(entry.get("statusListCredential", "")))), issuer, keys)
    if answer is None:
        said = words.say(
            "Whether it is revoked cannot be told: the issuer's list could not be read, or its signature "
            "does not fit."
        )
        return Step(Question.REVOCATION, False, said)
    if answer:
        return Step(Question.REVOCATION, False, words.say("Its issuer has revoked it."))
    return Step(Question.REVOCATION, True, words.say("It is not revoked."))


def _bit(entry: Mapping[str, Any], listed: Any, issuer: str, keys: Collection[str]) -> bool | None:
    """The credential's bit in a list that its issuer signed; None where it cannot be told."""
    number = str(entry.get("statusListIndex", ""))
    if not isinstance(listed, Mapping) or not number.isascii() or not number.isdecimal():
        return None
    same = listed.get("id") == entry.get("statusListCredential") and issuer_of(listed) == issuer
    if not same or (listed.get("@context") or [""])[0] != CREDENTIALS:
        return None
    proof = proof_of(listed)
    named = [one for one in keys if proof and did.method_id(issuer, one) == proof["verificationMethod"]]
    try:
        if not any(holds(listed, one) for one in named):
            return None
    except NotLinkedData:
        return None
    return status.is_revoked(listed, int(number[:9]))


def _evidence(words: Words, document: Document, source: Source) -> tuple[dict[str, bytes], Step]:
    """The files under the signature, by their names."""
    files: dict[str, bytes] = {}
    wrong: list[str] = []
    gone: list[str] = []
    related = document.get("relatedResource")
    for one in related if isinstance(related, list) else []:
        address = str(one.get("id", "")) if isinstance(one, Mapping) else ""
        data = source(address)
        if data is None:
            gone.append(address)
        elif digest_sri(data) != one.get("digestSRI"):
            wrong.append(address)
        else:
            files[address.rpartition("/")[2]] = data
    if wrong:
        said = words.say(
            "Changed since the award was signed: {files}.", files=words.listing([_tail(one) for one in wrong])
        )
        return files, Step(Question.EVIDENCE, False, said)
    if gone or DATA not in files or FINDING not in files:
        missing = [_tail(one) for one in gone] or [name for name in (DATA, FINDING) if name not in files]
        said = words.say("Its evidence could not be read: {files}.", files=words.listing(missing))
        return files, Step(Question.EVIDENCE, False, said)
    said = words.say("The data and the finding are the ones that were signed.")
    return files, Step(Question.EVIDENCE, True, said)


def _verdict(words: Words, files: Mapping[str, bytes]) -> tuple[Again | None, Step]:
    try:
        again = worked_out_again(files[FINDING], files[DATA])
    except BadFinding:
        said = words.say("The finding or its data cannot be read, so nothing follows from them.")
        return None, Step(Question.VERDICT, False, said)
    standing = again.standing
    if again.differences:
        told = " ".join(_told(words, one) for one in again.differences[:5])
        said = words.say("The verdict does not follow from the data. {differences}", differences=told)
        return again, Step(Question.VERDICT, False, said)
    name = verdict_name(words, standing.verdict)
    counted = words.count(
        "{verdict} in {met} of {n} class that is needed",
        "{verdict} in {met} of {n} classes that are needed",
        standing.classes_needed,
        verdict=name,
        met=words.number(standing.classes_met),
    )
    if not standing.met:
        said = words.say("The requirement is not met by the data: {counted}.", counted=counted)
        return again, Step(Question.VERDICT, False, said)
    said = words.say(
        "Worked out again from the data by the run chart rules, version {version}: {counted}.",
        version=again.rules,
        counted=counted,
    )
    return again, Step(Question.VERDICT, True, said)


def _told(words: Words, one: Difference) -> str:
    """Which rule gives something else, and what."""
    where = " · ".join(part for part in (one.class_name, one.prompt.id if one.prompt else "") if part)
    if one.figure == "verdict" and one.judged and one.prompt:
        return words.say(
            "{where}: the award says “{signed}”; the rules say “{found}”: {why}",
            where=where,
            signed=str(one.signed).replace("_", " "),
            found=verdict_name(words, one.judged.finding.verdict),
            why=verdict_text(words, one.judged.finding, share=one.prompt.is_share, better=one.prompt.better),
        )
    return words.say(
        "{where}: {figure} is {signed} in the award and {found} by the data.",
        where=where,
        figure=one.figure.replace("_", " "),
        signed=_value(one.signed),
        found=_value(one.found),
    )


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:120]


def _tail(address: str) -> str:
    return "/".join(address.rsplit("/", 2)[-2:]) or address


def _json(data: bytes | None) -> Any:
    try:
        return json.loads(data) if data else None
    except (ValueError, RecursionError):
        return None
