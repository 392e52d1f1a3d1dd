"""`portfolio award` as a plan: which files would be written, or why none."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from generator.authoring.award_dates import AwardDates, AwardRequest, award_dates
from generator.authoring.award_files import (
    AwardedInquiry,
    StandingAward,
    award_documents,
    failed_checks,
    read_standing_award,
    signed_award,
)
from generator.authoring.award_notes import award_notes, requirement_source
from generator.authoring.award_outcome import AwardOutcome, AwardPlan
from generator.authoring.award_submission import submission_refusal
from generator.authoring.issuer_session import IssuerSession
from generator.authoring.signed_register import with_files
from generator.building.teacher_unit import build_teacher
from generator.credential.decision import DecisionState
from generator.credential.decision_texts import DecisionTexts
from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.layout import INQUIRY
from generator.openbadges.achievement_credential import CREDENTIAL, Grant
from generator.openbadges.award_register import BadRegister, Register, RegisterEntry
from generator.openbadges.issuer_documents import issuer_did
from generator.openbadges.jsonld import InvalidJsonLd
from generator.privacy.gate import gate_teacher
from generator.problems import Problem
from generator.reading.content_files import ContentFolder
from generator.reading.future_dates import check_future_dates
from generator.reading.parsed_folder import ParsedFolder, parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.site.rendering.context import RenderContext
from generator.slugs import slug

_MOST_ENTRIES = 6  # named in one sentence


class AwardState(StrEnum):
    """What is true of an inquiry's award before it is planned; the first that fits counts."""

    UNREGISTERED = "unregistered"  # a signed award is there, and the register does not have it
    REVOKED = "revoked"
    UNEARNED = "unearned"  # by today's data and reviews
    UNPUBLISHED = "unpublished"  # earned, but nobody could see it
    STANDING = "standing"  # a signed award is there, and the register has it
    ABSENT = "absent"  # none is there that verifies


def plan_award(
    session: IssuerSession,
    request: AwardRequest,
    teacher: ContentFolder,
    unreadable: Sequence[Problem],
    inquiry_folder: str,
) -> AwardPlan:
    """What awarding an inquiry would write.

    `teacher` is the teacher's folder, `unreadable` the problems of files in it that could not be read,
    `inquiry_folder` the inquiry's path below the content folder.
    """
    folder = parse_folder(teacher)
    awarded = _evaluate(session, folder, unreadable, inquiry_folder)
    if isinstance(awarded, AwardPlan):
        return awarded
    try:
        return _AwardPlanner(
            session=session,
            request=request,
            folder=folder,
            unreadable=unreadable,
            awarded=awarded,
            standing_award=read_standing_award(session.program, teacher, awarded),
            register=session.read_register(),
        ).plan()
    except BadRegister:
        text = session.unreadable_register_text()
    except InvalidJsonLd as invalid:
        gettext = session.translator.gettext
        text = (
            gettext("These entries cannot be signed: {names}", names=", ".join(invalid.names))
            if invalid.names
            else gettext("It cannot be put into the form that is signed.")
        )
    return AwardPlan(AwardOutcome.REFUSED, awarded.name, texts=(text,))


def _evaluate(
    session: IssuerSession, folder: ParsedFolder, unreadable: Sequence[Problem], inquiry_folder: str
) -> AwardedInquiry | AwardPlan:
    """The inquiry with its decision.

    A plan without files where it has errors, or names no micro-credential.
    """
    program, gettext = session.build_context.program, session.translator.gettext
    teacher, problems = read_teacher(folder, program, _files_with_errors(unreadable))
    gated = gate_teacher(teacher, folder, program, session.build_context.render.privacy)
    inquiry_id = slug(inquiry_folder.rpartition("/")[2])
    inquiries = gated.teacher.inquiries if gated.teacher else ()
    inquiry = next((inquiry for inquiry in inquiries if inquiry.id == inquiry_id), None)
    correct_first = gettext("Nothing was awarded: correct the errors first.")
    if gated.teacher is None or inquiry is None:
        return AwardPlan(
            AwardOutcome.REFUSED,
            texts=(correct_first,),
            problems=_errors(*unreadable, *problems, *gated.problems),
        )
    if future := check_future_dates(inquiry, inquiry_folder, session.today):
        return AwardPlan(AwardOutcome.REFUSED, texts=(correct_first,), problems=tuple(future))
    evaluated = evaluate_inquiry(program, inquiry)
    if evaluated.credential is None:
        text = gettext("This inquiry names no micro-credential, so there is nothing to award.")
        return AwardPlan(AwardOutcome.NOTHING, texts=(text,))
    return AwardedInquiry(gated.teacher, evaluated, inquiry_folder)


class _AwardPlanner(Struct, frozen=True):
    """Plans one award: `state` says what is true of it, and for each state a method what follows."""

    session: IssuerSession
    request: AwardRequest
    folder: ParsedFolder  # the teacher's
    unreadable: Sequence[Problem]
    awarded: AwardedInquiry
    standing_award: StandingAward | None
    register: Register

    def plan(self) -> AwardPlan:
        """Raises BadRegister where no number is left; InvalidJsonLd where something cannot be signed."""
        match self.state:
            case AwardState.UNREGISTERED:
                return self._plan_unregistered()
            case AwardState.REVOKED:
                return self._plan_revoked()
            case AwardState.UNEARNED:
                return self._plan_unearned()
            case AwardState.UNPUBLISHED:
                return self._plan_unpublished()
            case AwardState.STANDING:
                return self._plan_standing()
            case AwardState.ABSENT:
                return self._plan_new()

    @property
    def state(self) -> AwardState:
        """The first state that fits; an award that may be replaced is not held up by its register entry."""
        evaluated, may_replace = self.awarded.evaluated, self.request.reissue
        if self._is_signed and self._entry is None and not may_replace:
            return AwardState.UNREGISTERED
        if self._is_revoked and not may_replace:
            return AwardState.REVOKED
        if evaluated.decision.state is not DecisionState.EARNED:
            return AwardState.UNEARNED
        if not evaluated.inquiry.publish:
            return AwardState.UNPUBLISHED
        if self._is_signed and self._entry and not self._is_revoked:
            return AwardState.STANDING
        return AwardState.ABSENT

    def _plan_unregistered(self) -> AwardPlan:
        text = self.session.translator.gettext(
            "Its award is not in the register. Restore content/credentials/ from git; if you cannot, add "
            "--anew to issue it under a new number."
        )
        return self._without_files(AwardOutcome.REFUSED, text)

    def _plan_revoked(self) -> AwardPlan:
        entry, gettext = self._registered_entry(self.register), self.session.translator.gettext
        text = gettext(
            "It was revoked on {date}: {reason}",
            date=self.session.translator.format_iso_date(entry.revoked),
            reason=entry.reason,
        )
        advice = gettext("To award it again, under a new number, add --anew.")
        return replace(self._without_files(AwardOutcome.REVOKED, text), details=(advice,))

    def _plan_unearned(self) -> AwardPlan:
        evaluated, texts = self.awarded.evaluated, DecisionTexts(self.session.translator)
        outcome = AwardOutcome.LOST if self.standing_award else AwardOutcome.UNEARNED
        plan = self._without_files(
            AwardOutcome.KEPT if self._is_signed else outcome, texts.headline(evaluated.decision)
        )
        reasons = texts.reasons(evaluated.decision, evaluated.series, evaluated.tool)
        return replace(plan, details=tuple(reasons))

    def _plan_unpublished(self) -> AwardPlan:
        text = self.session.translator.gettext(
            "No one can see it yet: change publish to true in {file}",
            file=f"{self.awarded.inquiry_folder}/{INQUIRY}",
        )
        return self._without_files(AwardOutcome.KEPT if self._is_signed else AwardOutcome.UNEARNED, text)

    def _plan_standing(self) -> AwardPlan:
        """An award that verifies stays as it is, unless it is to be issued again."""
        assert self.standing_award is not None, "it stands"
        grant = self._grant(self._registered_entry(self.register).number)
        documents = award_documents(self.session, self.awarded, grant, self.standing_award)
        differences = documents.compare(self.standing_award, self.awarded.folder)
        signed_by_this_key = self.standing_award.signer == self.session.key.public
        if not differences.changed and not self.request.reissue:
            return self._plan_unchanged(grant, differences.added)  # an older key of ours is as good
        if not differences.changed and not differences.added and signed_by_this_key:
            return self._plan_unchanged(grant, ())
        if self.request.reissue:
            return self._plan_new()
        gettext = self.session.translator.gettext
        text = gettext(
            "These have changed since: {entries}.",
            entries=self._listing(differences.changed),
        )
        advice = gettext(
            "The award stays as it is: {file}. To issue it again with the content of today, add --anew; "
            "badges handed out before will then say that they were replaced.",
            file=f"{self.awarded.folder}/{CREDENTIAL}",
        )
        return replace(self._without_files(AwardOutcome.KEPT, text), details=(advice,))

    def _plan_unchanged(self, grant: Grant, added: Sequence[str]) -> AwardPlan:
        """The award stays; `added` are the entries that one made today would have besides."""
        register = self.register.with_award(self.awarded.name, *self._dates.for_register)
        files = self.session.sign_register(register, grant.day)  # the key may be another one by now
        note = self.session.translator.gettext(
            "An award made today would also have: {entries}. To issue it again with these, add --anew.",
            entries=self._listing(added),
        )
        return AwardPlan(
            AwardOutcome.OLDER if added else AwardOutcome.UNCHANGED,
            self.awarded.name,
            {} if self.session.is_stored(files) else files,
            texts=(note,) if added else (),
            day=grant.day,
        )

    def _listing(self, entries: Sequence[str]) -> str:
        """Entries of the credential for people: what nearly all of them begin with is left out."""
        names = [entry.removeprefix("credentialSubject.") for entry in entries[:_MOST_ENTRIES]]
        return self.session.translator.format_list(names)

    def _plan_new(self) -> AwardPlan:
        """A new award, in place of one that is revoked, does not verify, or is to be replaced."""
        if text := submission_refusal(self.awarded.evaluated, self.session.translator) or self._dates.refusal(
            self.session.translator, self.session.today
        ):
            return self._without_files(AwardOutcome.REFUSED, text)
        name = self.awarded.name
        if self.standing_award or self._is_revoked:
            # what may have been handed out under the number before is revoked with it
            issued = self.standing_award.number if self.standing_award else None
            register = self.register.with_replacement(name, *self._dates.for_register, issued)
        else:
            register = self.register.with_award(name, *self._dates.for_register)
        grant = self._grant(self._registered_entry(register).number)
        documents = award_documents(self.session, self.awarded, grant)
        award = signed_award(self.session, self.awarded, documents, grant)
        # the register first: whatever happens in between, no number is given twice
        files = self.session.sign_register(register, grant.day) | award
        # as of today: the list of what was taken back may be younger than the award
        day = min(self.session.today, grant.until or self.session.today)
        render, program = self.session.build_context.render, self.session.build_context.program
        context = replace(render.rehearse(with_files(program, files)), today=day)
        if failures := failed_checks(context, self.awarded, award):
            return self._without_files(AwardOutcome.REFUSED, *failures)
        notes = award_notes(self.session, self.awarded, self.standing_award)
        source = requirement_source(self.session, self.awarded)
        plan = AwardPlan(AwardOutcome.WRITTEN, name, files, notes, source, day=grant.day)
        return self._if_published(context, plan)

    def _if_published(self, context: RenderContext, plan: AwardPlan) -> AwardPlan:
        """The plan, if a build in this context would publish its files; else why not."""
        award_path = f"{self.awarded.folder}/"
        files = {path: data for path, data in self.folder.files.items() if not path.startswith(award_path)}
        files |= {path: data for path, data in plan.files.items() if path.startswith(award_path)}
        built = build_teacher(
            context,
            self.session.build_context.folder,
            self.folder.replace_files(files),
            _files_with_errors(self.unreadable),
        )
        published = {inquiry.id for inquiry in built.card.inquiries} if built.card else set()
        if self.awarded.evaluated.inquiry.id in published:
            return plan
        text = self.session.translator.gettext("A build would not publish it: correct the errors first.")
        return replace(
            self._without_files(AwardOutcome.REFUSED, text),
            problems=_errors(*self.unreadable, *built.part.problems),
        )

    def _grant(self, number: int) -> Grant:
        return Grant(issuer_did(self.session.program), self._dates.day, number, self._dates.until)

    def _without_files(self, outcome: AwardOutcome, *texts: str) -> AwardPlan:
        return AwardPlan(outcome, self.awarded.name, texts=texts)

    def _registered_entry(self, register: Register) -> RegisterEntry:
        entry = register.entry(self.awarded.name)
        assert entry is not None, "it is in the register"
        return entry

    @property
    def _entry(self) -> RegisterEntry | None:
        return self.register.entry(self.awarded.name)

    @property
    def _is_signed(self) -> bool:
        """Whether an award is there that a listed key signed."""
        return self.standing_award is not None and bool(self.standing_award.signer)

    @property
    def _is_revoked(self) -> bool:
        return self._entry is not None and bool(self._entry.revoked)

    @property
    def _dates(self) -> AwardDates:
        """The dates of the award; only of an inquiry whose decision rests on a review."""
        decision = self.awarded.evaluated.decision
        return award_dates(self.request, decision, self.standing_award, self._entry)


def _errors(*problems: Problem) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.is_error)


def _files_with_errors(problems: Sequence[Problem]) -> list[str]:
    return [problem.place.file for problem in _errors(*problems)]
