"""An award held against what its own program publishes, and what to do where it does not verify."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from generator import addresses
from generator.memory import digest
from generator.model import Award
from generator.openbadges.achievement import clean
from generator.openbadges.baking import NoCredential, document_in
from generator.openbadges.checking import Checked, checked, day_in
from generator.openbadges.issuing import accepted, answers, evidence, register_of
from generator.openbadges.sources import in_mapping
from generator.openbadges.status import BadRegister, Entry, number_in
from generator.openbadges.step import Question, no
from generator.problems import Phrase, Place, Problem, notice, warning
from generator.reading.files import REGISTER
from generator.site.press import Press


def award_checked(
    press: Press, name: str, award: Award, data: bytes
) -> tuple[Mapping[str, Any] | None, Checked]:
    """The credential, None where the file holds none of this address, and every question asked of it."""
    program, words = press.program, press.words
    wanted = addresses.full(program.url, addresses.award_document(name))
    try:
        document: Mapping[str, Any] = document_in(data)
    except NoCredential:
        document = {}
    if document.get("id") != wanted:
        found = clean(str(document.get("id", "")))[:200] or "?"
        said = words.say("It was issued for another address, {address}.", address=found)
        return None, Checked((no(Question.FORM, said),))
    if wrong := _against_register(press, registered(press, name), document):
        return document, Checked((no(Question.REVOCATION, wrong),))
    files = answers(program) | evidence(program, name, award)
    key = digest(
        "award", press.spoken, data, files.items(), press.today.isoformat(), *sorted(accepted(program))
    )
    work = partial(checked, words, document, in_mapping(files), press.today, accepted(program))
    return document, press.remember(key, work)


def _against_register(press: Press, entry: Entry | None, document: Mapping[str, Any]) -> str:
    """What the register says otherwise: it knows every award, and what has been taken back."""
    words = press.words
    if entry is None:
        return words.say("It is not in the register, {file}.", file=f"content/{REGISTER}")
    until = day_in(document, "validUntil")
    number = number_in(
        document.get("credentialStatus"), addresses.full(press.program.url, addresses.REVOCATIONS)
    )
    if number != entry.number or (until.isoformat() if until else "") != entry.until:
        return words.say("The register, {file}, says otherwise of it.", file=f"content/{REGISTER}")
    return ""


def registered(press: Press, name: str) -> Entry | None:
    """What the issuer's register says of an award."""
    try:
        return register_of(press.program).of(name)
    except BadRegister:
        return None


def not_shown(file: str, result: Checked) -> Problem:
    """Why an award's badge is not shown, and what to do about just that."""
    failed = result.failed[0]
    said = Phrase("This award does not verify, so its badge is not shown: {reason}")
    if failed.question is Question.DATES:
        return notice(
            "award-expired",
            Place(file),
            said,
            "There is nothing to do, unless you want to award it anew.",
            reason=failed.said,
        )
    return warning("award-fails", Place(file), said, str(_REMEDIES[failed.question]), reason=failed.said)


def without_credential(file: str) -> Problem:
    return warning(
        "award-incomplete",
        Place(file),
        "This award has no credential, so it is not shown.",
        "Restore its folder from git, or take it away.",
    )


_RESTORE = Phrase("Restore the award's folder from git.")
_REMEDIES: Mapping[Question, Phrase] = {
    Question.FORM: Phrase(
        "If the site's address has changed, put the url in program.yml back, or issue the award anew. "
        "Else restore its folder from git."
    ),
    Question.ISSUER: Phrase(
        "Put the issuer in program.yml back to what it was when this was signed: its did, url and keys."
    ),
    Question.SIGNATURE: Phrase(
        "If it names a key that is not listed, put that key back in program.yml, behind the newer ones; or, "
        "if that key was stolen, type  portfolio award --all. Else restore the award's folder from git."
    ),
    Question.REVOCATION: Phrase(
        "Restore content/credentials/ from git, or type  portfolio award --all  to sign its list anew."
    ),
    Question.MASTERY: _RESTORE,
    Question.EVIDENCE: _RESTORE,
    Question.VERDICT: Phrase(
        "Restore the award's folder from git; or, if it was judged by older rules, issue it anew."
    ),
}
