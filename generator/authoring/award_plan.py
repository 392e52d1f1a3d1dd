"""`portfolio award` as a plan: which files would be written, or why none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

from generator.authoring.award_files import (
    EarnedAward,
    StandingAward,
    award_documents,
    equal_without_proof,
    failed_checks,
    read_standing_award,
)
from generator.authoring.award_outcome import AwardOutcome, AwardPlan
from generator.authoring.signed_register import (
    register_files,
    stored_register_files,
    unreadable_register_text,
    with_files,
)
from generator.building.build_context import BuildContext
from generator.building.teacher_unit import build_teacher
from generator.credential.decision import DecisionState
from generator.credential.decision_texts import DecisionTexts
from generator.credential.evaluated_inquiry import EvaluatedInquiry, evaluate_inquiry
from generator.model import Program
from generator.openbadges.achievement_credential import CREDENTIAL, Grant, midnight
from generator.openbadges.award_register import BadRegister, Register, RegisterEntry
from generator.openbadges.issuer_documents import issuer_did, read_program_register
from generator.openbadges.jsonld import InvalidJsonLd
from generator.openbadges.signing_keys import SigningKey
from generator.privacy.gate import gate_teacher
from generator.problems import Problem
from generator.reading.content_files import ContentFolder
from generator.reading.parsed_folder import ParsedFolder, parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.slugs import slug
from generator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class AwardRequest:
    """What an issuer may say of an award.  `day` None is the latest review's, `until` the last day on which
    it is valid; `anew` replaces an award that is there."""

    day: Date | None = None
    until: Date | None = None
    anew: bool = False


def plan_award(
    translator: Translator,
    build_context: BuildContext,
    program: Program,
    own: ContentFolder,
    found: Sequence[Problem],
    folder: str,
    key: SigningKey,
    wish: AwardRequest,
    today: Date,
) -> AwardPlan:
    """`program` is the opened one with its register as it is by now, `own` the teacher's folder, `found`
    what is wrong with files of hers that could not be read, `folder` the inquiry's path below the content
    folder.  What is said is in `words`, what is signed in the program's language."""
    parsed = parse_folder(own)
    seen = _earned(translator, build_context, parsed, found, folder)
    if isinstance(seen, AwardPlan):
        return seen
    known = read_standing_award(program, own, seen)
    try:
        register = read_program_register(program)
    except BadRegister:
        return AwardPlan(AwardOutcome.REFUSED, seen.name, said=(unreadable_register_text(translator),))
    entry = register.entry(seen.name)
    if known and known.signer and entry is None and not wish.anew:
        said = translator.gettext(
            "Its award is not in the register. Restore content/credentials/ from git; or, if that cannot be, "
            "add --anew to issue it under a new number."
        )
        return AwardPlan(AwardOutcome.REFUSED, seen.name, said=(said,))
    if entry and entry.revoked and not wish.anew:
        said = translator.gettext(
            "{award} was revoked on {date}: {reason}",
            award=seen.name,
            date=entry.revoked,
            reason=entry.reason,
        )
        again = translator.gettext("To award it again, under a new number, add --anew.")
        return AwardPlan(AwardOutcome.REVOKED, seen.name, said=(said, again))
    if seen.case.decision.state is not DecisionState.EARNED:
        without = AwardOutcome.LOST if known else AwardOutcome.UNEARNED
        outcome = AwardOutcome.STAYS if known and known.signer else without
        return AwardPlan(outcome, seen.name, said=_missing(translator, seen.case))
    if not seen.case.inquiry.publish:
        said = translator.gettext(
            "Nobody can see it yet: change publish to true in {file}", file=f"{seen.folder}/inquiry.md"
        )
        outcome = AwardOutcome.STAYS if known and known.signer else AwardOutcome.UNEARNED
        return AwardPlan(outcome, seen.name, said=(said,))
    try:
        planned = _planned(translator, build_context, program, seen, known, register, key, wish, today)
        return _published(translator, build_context, parsed, found, seen, planned)
    except BadRegister:
        return AwardPlan(AwardOutcome.REFUSED, seen.name, said=(unreadable_register_text(translator),))
    except InvalidJsonLd as trouble:
        said = translator.gettext("Something in it cannot be signed: {names}", names=", ".join(trouble.names))
        return AwardPlan(AwardOutcome.REFUSED, seen.name, said=(said,))


def _earned(
    translator: Translator,
    build_context: BuildContext,
    own: ParsedFolder,
    found: Sequence[Problem],
    folder: str,
) -> EarnedAward | AwardPlan:
    """The inquiry, judged; what is said instead where it cannot be, or names no micro-credential."""
    program = build_context.program
    teacher, problems = read_teacher(own, program, [one.place.file for one in found if one.is_error])
    gated = gate_teacher(teacher, own, program, build_context.render.privacy)
    wanted = slug(folder.rpartition("/")[2])
    teacher = gated.teacher
    inquiry = next((one for one in teacher.inquiries if one.id == wanted), None) if teacher else None
    if teacher is None or inquiry is None:
        errors = tuple(one for one in (*found, *problems, *gated.problems) if one.is_error)
        said = translator.gettext("Nothing was awarded: correct the errors first.")
        return AwardPlan(AwardOutcome.REFUSED, said=(said,), problems=errors)
    evaluated = evaluate_inquiry(program, inquiry)
    if evaluated.credential is None:
        said = translator.gettext("This inquiry names no micro-credential, so there is nothing to award.")
        return AwardPlan(AwardOutcome.NOTHING, said=(said,))
    return EarnedAward(teacher, evaluated, folder)


def _missing(translator: Translator, evaluated: EvaluatedInquiry) -> tuple[str, ...]:
    return (
        DecisionTexts(translator).headline(evaluated.decision),
        *DecisionTexts(translator).reasons(evaluated.decision, evaluated.series, evaluated.tool),
    )


def _published(
    translator: Translator,
    build_context: BuildContext,
    own: ParsedFolder,
    found: Sequence[Problem],
    seen: EarnedAward,
    planned: AwardPlan,
) -> AwardPlan:
    """The plan, if a build would publish its files; else why not."""
    if planned.outcome is not AwardOutcome.WRITTEN:
        return planned
    others = {path: data for path, data in own.files.items() if not path.startswith(f"{seen.here}/")}
    mine = {path: data for path, data in planned.files.items() if path.startswith(f"{seen.here}/")}
    context = replace(build_context.render, program=with_files(build_context.program, planned.files))
    refused = [one.place.file for one in found if one.is_error]
    card, part, _ = build_teacher(
        context, build_context.folder, own.replace_files(others | mine), False, refused
    )
    if card and any(one.id == seen.case.inquiry.id for one in card.inquiries):
        return planned
    said = translator.gettext("A build would not publish it: correct the errors first.")
    errors = tuple(one for one in (*found, *part.problems) if one.is_error)
    return AwardPlan(AwardOutcome.REFUSED, seen.name, said=(said,), problems=errors)


def _wrong_days(
    translator: Translator, day: Date, until: Date | None, wish: AwardRequest, today: Date
) -> str:
    if day > today:
        return translator.gettext("The date, {date}, lies in the future.", date=day.isoformat())
    if until and until < day:
        return translator.gettext("It would expire before it is awarded: {date}.", date=until.isoformat())
    if until and until < today and not wish.until:
        return translator.gettext(
            "It expired on {date}. Say with --expires until when the new one is valid.",
            date=translator.format_date(until),
        )
    return ""


def _planned(
    translator: Translator,
    build_context: BuildContext,
    program: Program,
    seen: EarnedAward,
    known: StandingAward | None,
    register: Register,
    key: SigningKey,
    wish: AwardRequest,
    today: Date,
) -> AwardPlan:
    """The files of an award that is earned.  Raises BadRegister, NotLinkedData."""
    entry = register.entry(seen.name)
    latest = _latest(seen.case)
    if known and known.signer and entry and not entry.revoked:
        # what an option does not say stays as it is
        stands = Grant(
            did=issuer_did(program),
            day=wish.day or (latest if wish.anew else known.day or latest),
            number=entry.number,
            until=wish.until or _date(entry.until),
        )
        same = equal_without_proof(known.files, award_documents(build_context, seen, key, stands))
        if same and (not wish.anew or known.signer == key.public):
            until = stands.until.isoformat() if stands.until else ""
            register = register.with_award(seen.name, stands.day.isoformat(), until)
            files = register_files(
                program, register, key, midnight(stands.day)
            )  # an older key of ours is as good
            news = files != stored_register_files(program)
            return AwardPlan(AwardOutcome.THERE, seen.name, files if news else {}, day=stands.day)
        if not wish.anew:
            said = translator.gettext(
                "There is an award already, and it stays what it is: {file}\n"
                "What it would be made of has changed since. To issue it anew with what is there today, "
                "add --anew; badges that were handed out before then say that they were replaced.",
                file=f"{seen.here}/{CREDENTIAL}",
            )
            return AwardPlan(AwardOutcome.STAYS, seen.name, said=(said,))
    # what an option does not say stays, also where another takes its place
    day = wish.day or (known.day if known and not wish.anew else None) or latest
    end = wish.until or (_date(entry.until) if entry else None)
    if wrong_days := _wrong_days(translator, day, end, wish, today):
        return AwardPlan(AwardOutcome.REFUSED, seen.name, said=(wrong_days,))
    # what may have been handed out under the number before is revoked with it
    replaces = known is not None or bool(entry and entry.revoked)
    last = end.isoformat() if end else ""
    if replaces:
        register = register.with_replacement(
            seen.name, day.isoformat(), last, known.number if known else None
        )
    else:
        register = register.with_award(seen.name, day.isoformat(), last)
    grant = Grant(issuer_did(program), day, _entry(register, seen.name).number, end)
    # the register first: whatever happens in between, no number is given twice
    award = award_documents(build_context, seen, key, grant)
    files = register_files(program, register, key, midnight(day)) | award
    if wrong := failed_checks(translator, with_files(program, files), seen, award, day):
        return AwardPlan(AwardOutcome.REFUSED, seen.name, said=wrong)
    notes = []
    if known and not known.signer:
        notes.append(
            translator.gettext(
                "The award that was there did not verify with what program.yml says today; it was replaced."
            )
        )
    if day < latest:
        notes.append(
            translator.gettext(
                "Its date lies before the latest review, of {date}.", date=translator.format_date(latest)
            )
        )
    return AwardPlan(AwardOutcome.WRITTEN, seen.name, files, tuple(notes), day=day)


def _latest(evaluated: EvaluatedInquiry) -> Date:
    return max(one.date for one in evaluated.decision.reviews)


def _entry(register: Register, name: str) -> RegisterEntry:
    entry = register.entry(name)
    assert entry is not None, "it was put there"
    return entry


def _date(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        return None
