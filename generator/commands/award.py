"""`portfolio award` and `revoke`: an issuer signs what was earned, and takes back what was not."""

import os
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date as Date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator.commands.common import (
    Day,
    content_option,
    default_output,
    print_content_problems,
    print_problems,
    require_content_folder,
    translator_for_program,
    utc_today,
)
from generator.commands.keys import read_key
from generator.commands.terminal_output import print_line
from generator.commands.verify import raise_absence, read_start
from generator.exit_status import ExitStatus
from generator.layout import CACHE, root_of
from generator.user_error import UserError
from generator.writing.whole_file import write_below

if TYPE_CHECKING:
    from generator.authoring.award_dates import AwardRequest
    from generator.authoring.award_outcome import AwardOutcome, AwardPlan
    from generator.authoring.issuer_session import IssuerSession
    from generator.authoring.revocation_plan import RevocationRequest
    from generator.openbadges.jsonld import Document
    from generator.openbadges.signing_keys import SigningKey
    from generator.problems import Problem

VARIABLE = "PORTFOLIO_KEY"
_PATIENCE = 20  # seconds for another who awards
_KEY_OPTION = click.option(
    "--key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The issuer's key file.  Without it, the key in the environment variable PORTFOLIO_KEY.",
)


@click.command(short_help="Sign the credential of an earned micro-credential.")
@click.argument("inquiry", required=False)
@_KEY_OPTION
@click.option("--all", "everyone", is_flag=True, help="Every inquiry that earned its micro-credential.")
@click.option("--date", "day", type=Day(), help="The day of the award.  [default: the latest review's]")
@click.option("--expires", "until", type=Day(), help="The last day on which it is valid.")
@click.option("--anew", is_flag=True, help="Replace an existing award with one of the content of today.")
@content_option
def award(
    inquiry: str | None,
    key: Path | None,
    everyone: bool,
    day: Date | None,
    until: Date | None,
    anew: bool,
    content: Path,
    today: Date | None,
) -> int:
    """Sign an Open Badges 3.0 credential for an inquiry that earned its micro-credential.

    INQUIRY is TEACHER/INQUIRY.  The data and the finding are frozen beside the credential, in the
    inquiry's awards/ folder; what is counted later does not change them.

    \b
    Example:  portfolio award ana-lopez/visible-thinking --key ~/issuer-key.pem
              portfolio award --all --key ~/issuer-key.pem
    """
    from generator.authoring.award_dates import AwardRequest
    from generator.authoring.content_paths import find_inquiry, list_inquiries
    from generator.reading.content_files import teacher_names

    if everyone and (inquiry or anew):
        raise UserError("--all takes neither an inquiry nor --anew.")
    with _open_session(content, key, today) as session:
        paths = list_inquiries(content) if everyone else [find_inquiry(content, inquiry, "INQUIRY")]
        run = _AwardRun(content, AwardRequest(day, until, anew), everyone, *teacher_names(content))
        return run.award(session, [path.folder for path in paths])


class _AwardRun(Struct, frozen=True):
    """One `portfolio award`: for one inquiry, or with `everyone` for all.

    `teachers` are the names of the folders that can be read, `refused` the problems of the others, such
    as two folders with one address.
    """

    content: Path
    request: "AwardRequest"
    everyone: bool
    teachers: Collection[str]
    refused: "Sequence[Problem]"

    def award(self, session: "IssuerSession", folders: "Sequence[Path]") -> ExitStatus:
        """Award the inquiries in these folders one after the other: each needs the next number."""
        from generator.commands.award_report import AwardReport

        outcomes: Counter[AwardOutcome] = Counter()
        report = AwardReport(self.content, session.translator)
        for folder in folders:
            plan, problems = self._plan(session, folder)
            outcomes[plan.outcome] += 1
            write_below(self.content, plan.files)
            session = session.with_files(plan.files)
            if self.everyone:  # portfolio check lists what is wrong with the content, and no fault of ours
                problems = [problem for problem in problems if problem.traceback]
            print_content_problems(problems, self.content, session.program, session.translator)
            if self.everyone:
                report.line(plan, folder.relative_to(self.content).as_posix())
            else:
                report.full(plan)
        return self._finish(session, outcomes)

    def _plan(self, session: "IssuerSession", folder: Path) -> "tuple[AwardPlan, Sequence[Problem]]":
        """The plan for the inquiry in a folder; REFUSED where its teacher's files do not let one be made."""
        from generator.authoring.award_outcome import AwardOutcome, AwardPlan
        from generator.authoring.award_plan import plan_award
        from generator.building.teacher_boundary import confine_to_teacher
        from generator.reading.content_files import load_teacher

        teacher = folder.parent.name
        if teacher not in self.teachers:
            errors = [problem for problem in self.refused if problem.is_error]
            return AwardPlan(AwardOutcome.REFUSED), errors
        teacher_folder, unreadable = load_teacher(self.content, teacher)
        inquiry = folder.relative_to(self.content).as_posix()
        plan, failures = confine_to_teacher(
            teacher, partial(plan_award, session, self.request, teacher_folder, unreadable, inquiry)
        )
        return (plan, plan.problems) if plan else (AwardPlan(AwardOutcome.REFUSED), failures)

    def _finish(self, session: "IssuerSession", outcomes: "Counter[AwardOutcome]") -> ExitStatus:
        """Sign the list again where that is due, say what became of all, and give the exit status."""
        from generator.authoring.award_outcome import AwardOutcome
        from generator.commands.award_report import show_outcomes

        gettext = session.translator.gettext
        if self.everyone and (files := _outdated_list(session)):
            write_below(self.content, files)
            print_line(gettext("The list of revoked awards was signed again."))
        if outcomes[AwardOutcome.WRITTEN]:
            print_line(gettext("Type  portfolio build  and publish; then anyone can check it."))
        if self.everyone:
            show_outcomes(outcomes, session.translator)
            return ExitStatus.PROBLEMS if outcomes[AwardOutcome.REFUSED] else ExitStatus.DONE
        is_there = outcomes.keys() <= {AwardOutcome.WRITTEN, AwardOutcome.UNCHANGED, AwardOutcome.OLDER}
        return ExitStatus.DONE if is_there else ExitStatus.PROBLEMS


def _outdated_list(session: "IssuerSession") -> dict[str, bytes]:
    """The files of the register and the list, where the list says less than the register or another key
    signed it; empty where they are as they should be, or cannot be read."""
    from generator.openbadges.award_register import BadRegister

    try:
        register = session.read_register()
    except BadRegister:
        return {}
    files = session.sign_register(register, session.today) if register.entries else {}
    return {} if session.is_stored(files) else files


@click.command(short_help="Revoke an award.")
@click.argument("award_id", metavar="ID")
@_KEY_OPTION
@click.option("--reason", required=True, help="Why; it is published.")
@click.option("--date", "day", type=Day(), help="The day.  [default: today]")
@content_option
def revoke(
    award_id: str, key: Path | None, reason: str, day: Date | None, content: Path, today: Date | None
) -> int:
    """Revoke an award: its page says so, and whoever checks it is told.

    ID is its name, such as ana-lopez.visible-thinking.visible-thinking, its address, or TEACHER/INQUIRY;
    also its number in the list, or a file with it, where someone else signed it with a stolen key. A
    revoked badge stays revoked; the same inquiry can be awarded again with award --anew.

    \b
    Example:  portfolio revoke ana-lopez.talk.thinking --key ~/issuer-key.pem --reason "Issued by mistake"
    """
    from generator.authoring.revocation_plan import RevocationRequest

    if not reason.strip():
        raise UserError("{option} must not be empty.", option="--reason")
    with _open_session(content, key, today) as session:
        request = RevocationRequest(award_id, reason, day or session.today, _credential_in(award_id))
        return _revoke(session, content, request)


def _credential_in(named: str) -> "Document | None":
    """The credential in a file; None where it is not a file's name.  Raises UserError where the file holds
    none."""
    from generator.openbadges.baking import NoCredentialFound, parse_document

    file = Path(named)
    if not file.is_file():
        return None
    try:
        return parse_document(read_start(file))
    except NoCredentialFound as nothing:
        raise_absence(named, nothing.reason)


def _revoke(session: "IssuerSession", content: Path, request: "RevocationRequest") -> ExitStatus:
    from generator.authoring.award_outcome import AwardOutcome
    from generator.authoring.revocation_plan import plan_revocation

    gettext = session.translator.gettext
    plan = plan_revocation(session, request)
    match plan.outcome:
        case AwardOutcome.WRITTEN:
            write_below(content, plan.files)
            print_line(gettext("Revoked: {award}. Type  portfolio build  and publish.", award=plan.name))
        case AwardOutcome.UNCHANGED:
            print_line(gettext("{award} is already revoked.", award=plan.name))
        case AwardOutcome.NOTHING:
            raise click.UsageError(plan.texts[0])
        case _:
            print_line(plan.texts[0], err=True)
            return ExitStatus.PROBLEMS
    return ExitStatus.DONE


@contextmanager
def _open_session(content: Path, key_file: Path | None, today: Date | None) -> "Iterator[IssuerSession]":
    """The program, opened for one issuer at a time.

    Raises UserError where it cannot issue with this key; ends the command where program.yml cannot be
    read.
    """
    require_content_folder(content)
    key = _read_issuer_key(key_file)
    with _lock_awards(content):
        yield _issuer_session(content, key, today or utc_today())


@contextmanager
def _lock_awards(content: Path) -> Iterator[None]:
    """One award at a time: two at once would give one number twice.

    Raises UserError where another award does not end.
    """
    from filelock import FileLock, Timeout

    cache = root_of(content) / CACHE
    cache.mkdir(exist_ok=True)
    try:
        with FileLock(cache / "awards.lock", timeout=_PATIENCE):
            yield
    except Timeout as busy:
        raise UserError(
            "Someone else is awarding in this folder. Wait, then try again.", ExitStatus.MACHINE
        ) from busy


def _issuer_session(content: Path, key: "SigningKey", today: Date) -> "IssuerSession":
    """The program as it is opened for a build.  Raises UserError where the key cannot sign for it."""
    from generator.authoring.issuer_session import IssuerSession
    from generator.authoring.signed_register import require_issuer
    from generator.building.build_context import open_build_context
    from generator.building.options import BuildOptions

    build_context, problems = open_build_context(BuildOptions(content, default_output(content), today))
    translator = translator_for_program(content, build_context.program if build_context else None)
    errors = [problem.under(content.name) for problem in problems if problem.is_error]
    print_problems(errors, translator)
    if build_context is None:
        raise click.exceptions.Exit(ExitStatus.MACHINE)
    require_issuer(build_context.program, key)
    return IssuerSession(translator, build_context, build_context.program, key, today)


def _read_issuer_key(file: Path | None) -> "SigningKey":
    """The issuer's key, from its file or the environment.  Raises UserError where there is none."""
    if file is not None:
        file = file.expanduser()
        if not file.is_file():
            raise UserError("There is no key file {file}.", file=file)
        return read_key(file.read_bytes(), str(file))
    if not os.environ.get(VARIABLE):
        raise UserError("Say which key with --key FILE, or put the key into {variable}.", variable=VARIABLE)
    return read_key(os.environ[VARIABLE].encode("utf-8", "replace"), VARIABLE)
