"""`portfolio award` and `revoke`: an issuer signs what was earned, and takes back what was not."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as Date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    Day,
    content_option,
    print_problems,
    require_content_folder,
    translator_for,
)
from generator.commands.keys import read_key
from generator.exit_status import ExitStatus
from generator.layout import CACHE, root_of
from generator.user_error import UserError
from generator.writing.whole_file import write_below

if TYPE_CHECKING:
    from generator.authoring.award_outcome import AwardOutcome, AwardPlan
    from generator.authoring.award_plan import AwardRequest
    from generator.building.build_context import BuildContext
    from generator.model import Program
    from generator.openbadges.signing_keys import SigningKey
    from generator.words.translator import Translator

VARIABLE = "PORTFOLIO_KEY"
_PATIENCE = 20  # seconds for another who awards
_KEY_OPTION = click.option(
    "--key",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The issuer's key file.  Without it, the key in the environment variable {VARIABLE}.",
)


@click.command(short_help="Sign the credential of an earned micro-credential.")
@click.argument("inquiry", required=False)
@_KEY_OPTION
@click.option("--all", "everyone", is_flag=True, help="Every inquiry that earned its micro-credential.")
@click.option("--date", "day", type=Day(), help="The day of the award.  [default: the latest review's]")
@click.option("--expires", "until", type=Day(), help="The last day on which it is valid.")
@click.option("--anew", is_flag=True, help="Replace an award that is there by one of what is there today.")
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
    from generator.authoring.award_plan import AwardRequest

    if everyone and (inquiry or anew):
        raise UserError("--all takes neither an inquiry nor --anew.")
    with _desk(content, key, today) as desk:
        return _award(desk, content, inquiry, everyone, AwardRequest(day, until, anew))


def _award(desk: "_Desk", content: Path, inquiry: str | None, everyone: bool, wish: "AwardRequest") -> int:
    """One after the other: each needs the next number."""
    from generator.authoring.award_outcome import AwardOutcome
    from generator.authoring.award_plan import plan_award
    from generator.authoring.signed_register import with_files
    from generator.building.teacher_boundary import confine_to_teacher
    from generator.reading.content_files import load_teacher, teacher_names

    translator, program = desk.words, desk.opened.program
    names, refused = teacher_names(content)
    outcomes: Counter[AwardOutcome] = Counter()
    for folder in _folders(content, inquiry, everyone):
        if folder.parent.name not in names:  # two folders with one address, for instance
            print_problems([one.under(content.name) for one in refused if one.is_error], translator)
            outcomes[AwardOutcome.REFUSED] += 1
            continue
        plan = partial(
            plan_award,
            translator,
            desk.opened,
            program,
            *load_teacher(content, folder.parent.name),
            folder.relative_to(content).as_posix(),
            desk.signer,
            wish,
            desk.today,
        )
        planned, failures = confine_to_teacher(folder.parent.name, plan)
        if planned is None:
            print_problems([failure.under(content.name) for failure in failures], translator)
            outcomes[AwardOutcome.REFUSED] += 1
            continue
        write_below(content, planned.files)
        program = with_files(program, planned.files)
        outcomes[planned.outcome] += 1
        if not everyone or planned.outcome in (AwardOutcome.WRITTEN, AwardOutcome.REFUSED, AwardOutcome.LOST):
            print_problems([one.under(content.name) for one in planned.problems], translator)
            _say(translator, content, planned)
    if everyone and (files := _list_anew(desk, program)):
        write_below(content, files)
        click.echo(translator.gettext("The list of what was taken back was signed anew."))
    if outcomes[AwardOutcome.WRITTEN]:
        click.echo(translator.gettext("Type  portfolio build  and publish; then anybody can check it."))
    if everyone:
        _say_all(translator, outcomes)
        return ExitStatus.PROBLEMS if outcomes[AwardOutcome.REFUSED] else ExitStatus.DONE
    return (
        ExitStatus.DONE
        if outcomes.keys() <= {AwardOutcome.WRITTEN, AwardOutcome.THERE}
        else ExitStatus.PROBLEMS
    )


def _list_anew(desk: "_Desk", program: "Program") -> dict[str, bytes]:
    """The list, where it says less than the register or another key signed it."""
    from generator.authoring.signed_register import register_files, stored_register_files
    from generator.openbadges.achievement_credential import midnight
    from generator.openbadges.award_register import BadRegister
    from generator.openbadges.issuer_documents import read_program_register

    try:
        register = read_program_register(program)
    except BadRegister:
        return {}
    files = register_files(program, register, desk.signer, midnight(desk.today)) if register.entries else {}
    return files if files != stored_register_files(program) else {}


@click.command(short_help="Take an award back.")
@click.argument("award_id", metavar="ID")
@_KEY_OPTION
@click.option("--reason", required=True, help="Why; it is published.")
@click.option("--date", "day", type=Day(), help="The day.  [default: today]")
@content_option
def revoke(
    award_id: str, key: Path | None, reason: str, day: Date | None, content: Path, today: Date | None
) -> int:
    """Take an award back: its page says so, and whoever checks it is told.

    ID is its name, such as ana-lopez.visible-thinking.visible-thinking, its address, or TEACHER/INQUIRY.
    A badge that was taken back stays so; the same inquiry can be awarded again with  award --anew.

    \b
    Example:  portfolio revoke ana-lopez.talk.thinking --key ~/issuer-key.pem --reason "Issued by mistake"
    """
    if not reason.strip():
        raise UserError("{option} must not be empty.", option="--reason")
    with _desk(content, key, today) as desk:
        return _revoke(desk, content, award_id, reason, day)


def _revoke(desk: "_Desk", content: Path, award_id: str, reason: str, day: Date | None) -> int:
    from generator.authoring.award_outcome import AwardOutcome
    from generator.authoring.revocation_plan import plan_revocation

    translator, when = desk.words, day or desk.today
    planned = plan_revocation(translator, desk.opened, award_id, desk.signer, reason, when, desk.today)
    match planned.outcome:
        case AwardOutcome.WRITTEN:
            write_below(content, planned.files)
            said = translator.gettext(
                "Revoked: {award}. Type  portfolio build  and publish.", award=planned.name
            )
        case AwardOutcome.THERE:
            said = translator.gettext("{award} is revoked already.", award=planned.name)
        case AwardOutcome.NOTHING:
            raise click.UsageError(planned.said[0])
        case _:
            click.echo(planned.said[0], err=True)
            return ExitStatus.PROBLEMS
    click.echo(said)
    return ExitStatus.DONE


@dataclass(frozen=True, slots=True)
class _Desk:
    """What an issuer works with."""

    words: "Translator"
    opened: "BuildContext"
    signer: "SigningKey"
    today: Date


@contextmanager
def _desk(content: Path, key: Path | None, today: Date | None) -> Iterator[_Desk]:
    """The program, opened for one issuer at a time.  Ends the command, and says why, where it cannot issue
    with this key."""
    require_content_folder(content)
    translator = translator_for(content)
    signer = _key(translator, key)
    with _alone(content):
        yield _at_work(translator, content, signer, today or Date.today())


@contextmanager
def _alone(content: Path) -> Iterator[None]:
    """Two at once would give one number twice.  Raises UserError where another award does not end."""
    from filelock import FileLock, Timeout

    cache = root_of(content) / CACHE
    cache.mkdir(exist_ok=True)
    try:
        with FileLock(cache / "awards.lock", timeout=_PATIENCE):
            yield
    except Timeout as busy:
        raise UserError(
            "Somebody else is awarding in this folder. Wait, then try again.", ExitStatus.MACHINE
        ) from busy


def _at_work(translator: "Translator", content: Path, signer: "SigningKey", now: Date) -> _Desk:
    from generator.authoring.signed_register import why_cannot_sign
    from generator.building.build_context import open_build_context
    from generator.building.options import BuildOptions

    build_context, problems = open_build_context(BuildOptions(content, content.parent / "output", now))
    print_problems([one.under(content.name) for one in problems if one.is_error], translator)
    if build_context is None:
        raise click.exceptions.Exit(ExitStatus.MACHINE)
    if missing := why_cannot_sign(translator, build_context.program, signer):
        click.echo(missing, err=True)
        raise click.exceptions.Exit(ExitStatus.PROBLEMS)
    return _Desk(translator, build_context, signer, now)


def _folders(content: Path, inquiry: str | None, everyone: bool) -> list[Path]:
    from generator.authoring.content_paths import find_inquiry, list_inquiries

    if everyone:
        return [place.folder for place in list_inquiries(content)]
    return [find_inquiry(content, inquiry, "INQUIRY").folder]


def _say(translator: "Translator", content: Path, planned: "AwardPlan") -> None:
    """What became of one award."""
    from generator.authoring.award_outcome import AwardOutcome

    if planned.outcome is AwardOutcome.THERE:
        click.echo(
            translator.gettext("The award is there already, as it would be made: {award}", award=planned.name)
        )
        if planned.files:
            click.echo(translator.gettext("The list of what was taken back was signed anew."))
        return
    if planned.outcome is AwardOutcome.WRITTEN:
        assert planned.day is not None, "it is awarded"
        click.echo(
            translator.gettext(
                "Awarded on {date}: {award}", date=translator.format_date(planned.day), award=planned.name
            )
        )
        for path in planned.files:
            click.echo(f"  {content.name}/{path}")
    else:
        click.echo(translator.gettext("Not awarded: {award}", award=planned.name or "-"), err=True)
    for line in planned.said:
        click.echo(f"  {line}", err=True)


def _say_all(translator: "Translator", outcomes: Mapping["AwardOutcome", int]) -> None:
    """How many of them became what."""
    from generator.authoring.award_outcome import AwardOutcome

    written, refused, lost = (
        outcomes[one] for one in (AwardOutcome.WRITTEN, AwardOutcome.REFUSED, AwardOutcome.LOST)
    )
    there = outcomes[AwardOutcome.THERE] + outcomes[AwardOutcome.STAYS]
    revoked, unearned = outcomes[AwardOutcome.REVOKED], outcomes[AwardOutcome.UNEARNED]
    told = {
        translator.ngettext("{n} new award", "{n} new awards", written): written,
        translator.ngettext("{n} was there already", "{n} were there already", there): there,
        translator.ngettext("{n} is revoked", "{n} are revoked", revoked): revoked,
        translator.ngettext("{n} could not be awarded", "{n} could not be awarded", refused): refused,
        translator.ngettext("{n} does not verify any more", "{n} do not verify any more", lost): lost,
        translator.ngettext(
            "{n} inquiry has not earned one yet", "{n} inquiries have not earned one yet", unearned
        ): unearned,
    }
    click.echo("; ".join(said for said, number in told.items() if number) + ".")


def _key(translator: "Translator", file: Path | None) -> "SigningKey":
    """The issuer's key; a usage error where there is none."""
    if file is not None and not file.is_file():
        raise click.UsageError(translator.gettext("There is no key file {file}.", file=file))
    if file is None and not os.environ.get(VARIABLE):
        raise click.UsageError(
            translator.gettext(
                "Say which key with --key FILE, or put the key into {variable}.", variable=VARIABLE
            )
        )
    data = file.read_bytes() if file else os.environ[VARIABLE].encode("utf-8", "replace")
    return read_key(translator, data, str(file) if file else VARIABLE)
