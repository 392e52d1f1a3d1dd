"""`portfolio award` and `revoke` as plans: which files would be written, or why none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date
from difflib import get_close_matches
from enum import StrEnum

from generator import addresses
from generator.credential.case import Case, case_of
from generator.credential.decision import State
from generator.credential.reasons import reasons, six_words
from generator.evidence.data_csv import data_csv
from generator.model import Program, Teacher
from generator.names import slug
from generator.openbadges.credential import DATA, FINDING, Grant, credential, midnight
from generator.openbadges.did import key_did, key_of
from generator.openbadges.finding import frozen_finding
from generator.openbadges.issuing import accepted, as_lines, issuer_did, issuer_keys
from generator.openbadges.keys import SigningKey
from generator.openbadges.linked import NotLinkedData
from generator.openbadges.proof import holds, proof_of, signed
from generator.openbadges.status import (
    BadRegister,
    Register,
    is_revoked,
    read_register,
    register_json,
    status_list,
)
from generator.privacy.gate import gate_teacher
from generator.privacy.guard import Guard
from generator.problems import Problem
from generator.reading.files import REGISTER, REVOCATIONS, Folder
from generator.reading.teacher import read_teacher
from generator.words.speech import Words

CREDENTIAL = "credential.json"


class Outcome(StrEnum):
    """What becomes of an award: written, or why not."""

    WRITTEN = "written"
    THERE = "there"  # as it would be made today
    STAYS = "stays"  # there, and made of what was there then
    UNEARNED = "unearned"
    REVOKED = "revoked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Awarding:
    """`files` are to be written, by path below the content folder, where the outcome is WRITTEN; `said` is
    why nothing is, `name` what the award is called in addresses."""

    outcome: Outcome
    name: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    day: Date | None = None


def not_ready(words: Words, program: Program, key: SigningKey) -> str:
    """Why this program cannot issue with this key yet; empty where it can."""
    public = key.public
    if not program.url:
        return words.say(
            "An award needs the site's address. Add to program.yml, for instance:\n"
            "  url: https://YOUR-NAME.github.io/portfolios/"
        )
    if program.issuer is None:
        return words.say(
            "program.yml does not say who issues. Add to it:\n"
            "  issuer: {{name: YOUR DISTRICT, keys: [{key}]}}",
            key=public,
        )
    did = issuer_did(program)
    if key_of(did):
        if did != key_did(public):
            return words.say("The issuer in program.yml is {did}; this is another key.", did=did)
    elif public not in issuer_keys(program):
        return words.say(
            "This key is not among the issuer's keys, so nobody could check what it signs. Put it first in "
            "program.yml:\n  issuer: {{name: {name}, keys: [{keys}]}}",
            name=program.issuer.name,
            keys=", ".join([public, *issuer_keys(program)]),
        )
    elif not program.url.startswith("https://"):
        return words.say(
            "The url in program.yml must begin with https:// so that the issuer can be looked up."
        )
    return ""


def awarding(
    words: Words,
    program: Program,
    guard: Guard,
    own: Folder,
    folder: str,
    key: SigningKey,
    *,
    today: Date,
    day: Date | None = None,
    until: Date | None = None,
    anew: bool = False,
) -> Awarding:
    """`own` is the teacher's folder, `folder` the inquiry's path below the content folder, `day` the
    award's date (None: the latest review's), `until` the last day it is valid; `anew` replaces an award
    that is there."""
    teacher, problems = read_teacher(own, program)
    gated = gate_teacher(teacher, own.path, own.files, program, guard)
    problems = [one for one in (*problems, *gated.problems) if one.is_error]
    teacher = gated.teacher
    wanted = slug(folder.rpartition("/")[2])
    inquiry = next((one for one in teacher.inquiries if one.id == wanted), None) if teacher else None
    if teacher is None or inquiry is None:
        said = words.say("Nothing was awarded: correct the errors first.")
        return Awarding(Outcome.REFUSED, said=(said,), problems=tuple(problems))
    case = case_of(program, inquiry)
    if missing := _missing(words, case):
        return Awarding(Outcome.UNEARNED, said=missing)
    assert case.credential is not None, "it is earned"
    name = addresses.award_id(teacher.id, inquiry.id, case.credential.id)
    day = day or max(one.date for one in case.decision.reviews)
    if wrong := _not_now(words, case, folder, day, until, today):
        return Awarding(Outcome.REFUSED, name, said=(wrong,))
    here = f"{folder}/awards/{case.credential.id}"
    known = {path: data for path, data in own.files.items() if path.startswith(f"{here}/")}
    try:
        register = _register(program).with_award(name, until.isoformat() if until else "")
    except BadRegister:
        return Awarding(Outcome.REFUSED, name, said=(_bad_register(words),))
    entry = register.of(name)
    assert entry is not None, "it was put there"
    if entry.revoked:
        said = words.say(
            "{award} was revoked on {date}: {reason}", award=name, date=entry.revoked, reason=entry.reason
        )
        return Awarding(Outcome.REVOKED, name, said=(said,))
    grant = Grant(issuer_did(program), day, entry.number, until)
    made = _documents(words, program, teacher, case, key, grant)
    award = {f"{here}/{file}": data for file, data in made.items()}
    signed_by_us = _still_good(program, known.get(f"{here}/{CREDENTIAL}", b""))
    if known and signed_by_us and not anew:
        if not _same_but_for_the_proof(known, award):
            said = words.say(
                "There is an award already, and it stays what it is: {file}\n"
                "What it would be made of has changed since. To issue it anew with what is there today, "
                "add --anew; badges that were handed out before then no longer fit.",
                file=f"{here}/{CREDENTIAL}",
            )
            return Awarding(Outcome.STAYS, name, said=(said,))
        award = known  # an older key of ours is as good as this one
    # the register first: whatever happens in between, no number is given twice
    files = {
        REGISTER: register_json(register),
        REVOCATIONS: _list(program, register, key, midnight(day)),
        **award,
    }
    there = {**known, REGISTER: program.register, REVOCATIONS: program.revocations}
    if files == there:
        return Awarding(Outcome.THERE, name, day=day)
    return Awarding(Outcome.WRITTEN, name, files, day=day)


def after(program: Program, files: Mapping[str, bytes]) -> Program:
    """The program as it is once these files are written: the next award needs the next number."""
    return replace(
        program,
        register=files.get(REGISTER, program.register),
        revocations=files.get(REVOCATIONS, program.revocations),
    )


def revoking(words: Words, program: Program, award: str, key: SigningKey, reason: str, day: Date) -> Awarding:
    """The register and the list with this award revoked; `award` is its name or its address.  UNEARNED
    where there is no such award."""
    name = award.rstrip("/").rpartition("/")[2].removesuffix(".json")
    try:
        before = _register(program)
    except BadRegister:
        return Awarding(Outcome.REFUSED, name, said=(_bad_register(words),))
    if before.of(name) is None:
        near = get_close_matches(name, [one.id for one in before.entries], n=1)
        said = (
            words.say("There is no award {award}. Did you mean {near}?", award=name, near=near[0])
            if near
            else words.say("There is no award {award}.", award=name)
        )
        return Awarding(Outcome.UNEARNED, said=(said,))
    revoked = before.without(name, day.isoformat(), " ".join(reason.split()))
    files = {REGISTER: register_json(revoked), REVOCATIONS: _list(program, revoked, key, midnight(day))}
    there = {REGISTER: program.register, REVOCATIONS: program.revocations}
    return Awarding(Outcome.THERE if files == there else Outcome.WRITTEN, name, files, day=day)


def _register(program: Program) -> Register:
    """Raises BadRegister."""
    return read_register(program.register) if program.register else Register()


def _missing(words: Words, case: Case) -> tuple[str, ...]:
    """What is missing for an award; nothing where it is earned."""
    if case.decision.state is State.EARNED:
        return ()
    if case.credential is None:
        return (words.say("This inquiry names no micro-credential, so there is nothing to award."),)
    return (six_words(words, case.decision), *reasons(words, case.decision, case.judged, case.tool))


def _not_now(words: Words, case: Case, folder: str, day: Date, until: Date | None, today: Date) -> str:
    """Why what is earned cannot be awarded like this; empty where it can."""
    if not case.inquiry.publish:
        return words.say(
            "Nobody can see it yet: change publish to true in {file}", file=f"{folder}/inquiry.md"
        )
    if day > today:
        return words.say("The award's date, {date}, lies in the future.", date=day.isoformat())
    if until and until < day:
        return words.say("It would expire before it is awarded: {date}.", date=until.isoformat())
    return ""


def _documents(
    words: Words, program: Program, teacher: Teacher, case: Case, key: SigningKey, grant: Grant
) -> dict[str, bytes]:
    frozen = {DATA: data_csv(case.inquiry, case.tool), FINDING: frozen_finding(case)}
    bare = credential(words, program, teacher, case, frozen, grant)
    return {CREDENTIAL: as_lines(signed(bare, key, grant.did, midnight(grant.day))), **frozen}


def _still_good(program: Program, data: bytes) -> bool:
    """Whether an award that is there is one that this program's present keys answer for."""
    try:
        document = json.loads(data)
        proof = proof_of(document)
        method = str(proof["verificationMethod"]) if proof else ""
        did, _, key = method.partition("#")
        named = did in accepted(program) and key in {*issuer_keys(program), key_of(did)}
        return named and holds(document, key)
    except (ValueError, AttributeError, RecursionError, NotLinkedData):
        return False


def _same_but_for_the_proof(known: Mapping[str, bytes], made: Mapping[str, bytes]) -> bool:
    def bare(files: Mapping[str, bytes]) -> dict[str, object]:
        return {
            path: {**json.loads(data), "proof": None} if path.endswith(f"/{CREDENTIAL}") else data
            for path, data in files.items()
        }

    return bare(known) == bare(made)


def _list(program: Program, register: Register, key: SigningKey, since: str) -> bytes:
    """The signed list; as it is where it says the same and its key is still listed."""
    address = addresses.full(program.url, addresses.REVOCATIONS)
    did = issuer_did(program)
    if program.revocations and _still_good(program, program.revocations):
        known = json.loads(program.revocations)
        numbers = range(max((one.number for one in register.entries), default=-1) + 1)
        said = {number for number in numbers if is_revoked(known, number)}
        if known.get("id") == address and known.get("issuer") == did and said == register.revoked:
            return program.revocations
    return as_lines(signed(status_list(address, did, register.revoked, since), key, did, since))


def _bad_register(words: Words) -> str:
    return words.say(
        "{file} is not as  portfolio award  wrote it. Restore it from git.", file=f"content/{REGISTER}"
    )
