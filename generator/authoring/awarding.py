"""`portfolio award` as a plan: which files would be written, or why none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

from generator.authoring.award_files import (
    Earned,
    Known,
    documents,
    faults_in,
    known_in,
    same_but_for_the_proof,
)
from generator.authoring.issuer import after, bad_register, ledger, ledger_there
from generator.authoring.outcome import Awarding, Outcome
from generator.credential.case import Case, case_of
from generator.credential.decision import State
from generator.credential.reasons import reasons, six_words
from generator.making.opening import Opened
from generator.making.teacher import teacher_work
from generator.model import Program
from generator.names import slug
from generator.openbadges.credential import CREDENTIAL, Grant, midnight
from generator.openbadges.issuing import issuer_did, register_of
from generator.openbadges.keys import SigningKey
from generator.openbadges.linked import NotLinkedData
from generator.openbadges.status import BadRegister, Entry, Register
from generator.privacy.gate import gate_teacher
from generator.problems import Problem
from generator.reading.files import Folder
from generator.reading.teacher import read_teacher
from generator.words.speech import Words


@dataclass(frozen=True, slots=True)
class Wish:
    """What an issuer may say of an award.  `day` None is the latest review's, `until` the last day on which
    it is valid; `anew` replaces an award that is there."""

    day: Date | None = None
    until: Date | None = None
    anew: bool = False


def awarding(
    words: Words,
    opened: Opened,
    program: Program,
    own: Folder,
    found: Sequence[Problem],
    folder: str,
    key: SigningKey,
    wish: Wish,
    today: Date,
) -> Awarding:
    """`program` is the opened one with its register as it is by now, `own` the teacher's folder, `found`
    what is wrong with files of hers that could not be read, `folder` the inquiry's path below the content
    folder.  What is said is in `words`, what is signed in the program's language."""
    seen = _earned(words, opened, own, found, folder)
    if isinstance(seen, Awarding):
        return seen
    known = known_in(program, own, seen)
    try:
        register = register_of(program)
    except BadRegister:
        return Awarding(Outcome.REFUSED, seen.name, said=(bad_register(words),))
    entry = register.of(seen.name)
    if known and known.signer and entry is None and not wish.anew:
        said = words.say(
            "Its award is not in the register. Restore content/credentials/ from git; or, if that cannot be, "
            "add --anew to issue it under a new number."
        )
        return Awarding(Outcome.REFUSED, seen.name, said=(said,))
    if entry and entry.revoked and not wish.anew:
        said = words.say(
            "{award} was revoked on {date}: {reason}",
            award=seen.name,
            date=entry.revoked,
            reason=entry.reason,
        )
        again = words.say("To award it again, under a new number, add --anew.")
        return Awarding(Outcome.REVOKED, seen.name, said=(said, again))
    if seen.case.decision.state is not State.EARNED:
        without = Outcome.LOST if known else Outcome.UNEARNED
        outcome = Outcome.STAYS if known and known.signer else without
        return Awarding(outcome, seen.name, said=_missing(words, seen.case))
    if not seen.case.inquiry.publish:
        said = words.say(
            "Nobody can see it yet: change publish to true in {file}", file=f"{seen.folder}/inquiry.md"
        )
        outcome = Outcome.STAYS if known and known.signer else Outcome.UNEARNED
        return Awarding(outcome, seen.name, said=(said,))
    try:
        planned = _planned(words, opened, program, seen, known, register, key, wish, today)
        return _published(words, opened, own, found, seen, planned)
    except BadRegister:
        return Awarding(Outcome.REFUSED, seen.name, said=(bad_register(words),))
    except NotLinkedData as trouble:
        said = words.say("Something in it cannot be signed: {names}", names=", ".join(trouble.names))
        return Awarding(Outcome.REFUSED, seen.name, said=(said,))


def _earned(
    words: Words, opened: Opened, own: Folder, found: Sequence[Problem], folder: str
) -> Earned | Awarding:
    """The inquiry, judged; what is said instead where it cannot be, or names no micro-credential."""
    program = opened.program
    teacher, problems = read_teacher(own, program, [one.place.file for one in found if one.is_error])
    gated = gate_teacher(teacher, own.path, own.files, program, opened.press.guard)
    wanted = slug(folder.rpartition("/")[2])
    teacher = gated.teacher
    inquiry = next((one for one in teacher.inquiries if one.id == wanted), None) if teacher else None
    if teacher is None or inquiry is None:
        errors = tuple(one for one in (*found, *problems, *gated.problems) if one.is_error)
        said = words.say("Nothing was awarded: correct the errors first.")
        return Awarding(Outcome.REFUSED, said=(said,), problems=errors)
    case = case_of(program, inquiry)
    if case.credential is None:
        said = words.say("This inquiry names no micro-credential, so there is nothing to award.")
        return Awarding(Outcome.NOTHING, said=(said,))
    return Earned(teacher, case, folder)


def _missing(words: Words, case: Case) -> tuple[str, ...]:
    return (six_words(words, case.decision), *reasons(words, case.decision, case.judged, case.tool))


def _published(
    words: Words, opened: Opened, own: Folder, found: Sequence[Problem], seen: Earned, planned: Awarding
) -> Awarding:
    """The plan, if a build would publish its files; else why not."""
    if planned.outcome is not Outcome.WRITTEN:
        return planned
    others = {path: data for path, data in own.files.items() if not path.startswith(f"{seen.here}/")}
    mine = {path: data for path, data in planned.files.items() if path.startswith(f"{seen.here}/")}
    press = replace(opened.press, program=after(opened.program, planned.files))
    refused = [one.place.file for one in found if one.is_error]
    card, part, _ = teacher_work(press, opened.folder, Folder(own.path, others | mine), False, refused)
    if card and any(one.id == seen.case.inquiry.id for one in card.inquiries):
        return planned
    said = words.say("A build would not publish it: correct the errors first.")
    errors = tuple(one for one in (*found, *part.problems) if one.is_error)
    return Awarding(Outcome.REFUSED, seen.name, said=(said,), problems=errors)


def _wrong_days(words: Words, day: Date, until: Date | None, wish: Wish, today: Date) -> str:
    if day > today:
        return words.say("The date, {date}, lies in the future.", date=day.isoformat())
    if until and until < day:
        return words.say("It would expire before it is awarded: {date}.", date=until.isoformat())
    if until and until < today and not wish.until:
        return words.say(
            "It expired on {date}. Say with --expires until when the new one is valid.",
            date=words.date(until),
        )
    return ""


def _planned(
    words: Words,
    opened: Opened,
    program: Program,
    seen: Earned,
    known: Known | None,
    register: Register,
    key: SigningKey,
    wish: Wish,
    today: Date,
) -> Awarding:
    """The files of an award that is earned.  Raises BadRegister, NotLinkedData."""
    entry = register.of(seen.name)
    latest = _latest(seen.case)
    if known and known.signer and entry and not entry.revoked:
        # what an option does not say stays as it is
        stands = Grant(
            did=issuer_did(program),
            day=wish.day or (latest if wish.anew else known.day or latest),
            number=entry.number,
            until=wish.until or _date(entry.until),
        )
        same = same_but_for_the_proof(known.files, documents(opened, seen, key, stands))
        if same and (not wish.anew or known.signer == key.public):
            until = stands.until.isoformat() if stands.until else ""
            register = register.with_award(seen.name, stands.day.isoformat(), until)
            files = ledger(program, register, key, midnight(stands.day))  # an older key of ours is as good
            news = files != ledger_there(program)
            return Awarding(Outcome.THERE, seen.name, files if news else {}, day=stands.day)
        if not wish.anew:
            said = words.say(
                "There is an award already, and it stays what it is: {file}\n"
                "What it would be made of has changed since. To issue it anew with what is there today, "
                "add --anew; badges that were handed out before then say that they were replaced.",
                file=f"{seen.here}/{CREDENTIAL}",
            )
            return Awarding(Outcome.STAYS, seen.name, said=(said,))
    # what an option does not say stays, also where another takes its place
    day = wish.day or (known.day if known and not wish.anew else None) or latest
    end = wish.until or (_date(entry.until) if entry else None)
    if wrong_days := _wrong_days(words, day, end, wish, today):
        return Awarding(Outcome.REFUSED, seen.name, said=(wrong_days,))
    # what may have been handed out under the number before is revoked with it
    replaces = known is not None or bool(entry and entry.revoked)
    register = register.with_award(
        seen.name,
        day.isoformat(),
        end.isoformat() if end else "",
        anew=replaces,
        old=known.number if known else None,
    )
    grant = Grant(issuer_did(program), day, _entry(register, seen.name).number, end)
    # the register first: whatever happens in between, no number is given twice
    award = documents(opened, seen, key, grant)
    files = ledger(program, register, key, midnight(day)) | award
    if wrong := faults_in(words, after(program, files), seen, award, day):
        return Awarding(Outcome.REFUSED, seen.name, said=wrong)
    notes = []
    if known and not known.signer:
        notes.append(
            words.say(
                "The award that was there did not verify with what program.yml says today; it was replaced."
            )
        )
    if day < latest:
        notes.append(words.say("Its date lies before the latest review, of {date}.", date=words.date(latest)))
    return Awarding(Outcome.WRITTEN, seen.name, files, tuple(notes), day=day)


def _latest(case: Case) -> Date:
    return max(one.date for one in case.decision.reviews)


def _entry(register: Register, name: str) -> Entry:
    entry = register.of(name)
    assert entry is not None, "it was put there"
    return entry


def _date(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        return None
