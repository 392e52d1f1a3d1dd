"""`portfolio award` and `revoke`: an issuer signs what was earned, and takes back what was not."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.asking import inquiry_folder
from generator.commands.keys import key_in
from generator.commands.shared import (
    DONE,
    MACHINE,
    PROBLEMS,
    Day,
    no_program,
    on_a_program,
    print_problems,
    words_for,
    write_whole,
)

if TYPE_CHECKING:
    from generator.authoring.awarding import Wish
    from generator.authoring.outcome import Awarding, Outcome
    from generator.making.opening import Opened
    from generator.model import Program
    from generator.openbadges.keys import SigningKey
    from generator.words.speech import Words

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
@on_a_program
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
    from generator.authoring.awarding import Wish

    if everyone and (inquiry or anew):
        raise click.UsageError(words_for(content).say("--all takes neither an inquiry nor --anew."))
    with _desk(content, key, today) as desk:
        return _award(desk, content, inquiry, everyone, Wish(day, until, anew))


def _award(desk: "_Desk", content: Path, inquiry: str | None, everyone: bool, wish: "Wish") -> int:
    """One after the other: each needs the next number."""
    from generator.authoring.awarding import awarding
    from generator.authoring.issuer import after
    from generator.authoring.outcome import Outcome
    from generator.reading.files import load_teacher, teacher_names

    words, program = desk.words, desk.opened.program
    names, refused = teacher_names(content)
    outcomes: Counter[Outcome] = Counter()
    for folder in _folders(words, content, inquiry, everyone):
        if folder.parent.name not in names:  # two folders with one address, for instance
            print_problems([one.under(content.name) for one in refused if one.is_error], words)
            outcomes[Outcome.REFUSED] += 1
            continue
        planned = awarding(
            words,
            desk.opened,
            program,
            *load_teacher(content, folder.parent.name),
            folder.relative_to(content).as_posix(),
            desk.signer,
            wish,
            desk.today,
        )
        write_whole(content, planned.files)
        program = after(program, planned.files)
        outcomes[planned.outcome] += 1
        if not everyone or planned.outcome in (Outcome.WRITTEN, Outcome.REFUSED, Outcome.LOST):
            print_problems([one.under(content.name) for one in planned.problems], words)
            _say(words, content, planned)
    if everyone and (files := _list_anew(desk, program)):
        write_whole(content, files)
        click.echo(words.say("The list of what was taken back was signed anew."))
    if outcomes[Outcome.WRITTEN]:
        click.echo(words.say("Type  portfolio build  and publish; then anybody can check it."))
    if everyone:
        _say_all(words, outcomes)
        return PROBLEMS if outcomes[Outcome.REFUSED] else DONE
    return DONE if outcomes.keys() <= {Outcome.WRITTEN, Outcome.THERE} else PROBLEMS


def _list_anew(desk: "_Desk", program: "Program") -> dict[str, bytes]:
    """The list, where it says less than the register or another key signed it."""
    from generator.authoring.issuer import ledger, ledger_there
    from generator.openbadges.credential import midnight
    from generator.openbadges.issuing import register_of
    from generator.openbadges.status import BadRegister

    try:
        register = register_of(program)
    except BadRegister:
        return {}
    files = ledger(program, register, desk.signer, midnight(desk.today)) if register.entries else {}
    return files if files != ledger_there(program) else {}


@click.command(short_help="Take an award back.")
@click.argument("award_id", metavar="ID")
@_KEY_OPTION
@click.option("--reason", required=True, help="Why; it is published.")
@click.option("--date", "day", type=Day(), help="The day.  [default: today]")
@on_a_program
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
        raise click.UsageError(words_for(content).say("{option} must not be empty.", option="--reason"))
    with _desk(content, key, today) as desk:
        return _revoke(desk, content, award_id, reason, day)


def _revoke(desk: "_Desk", content: Path, award_id: str, reason: str, day: Date | None) -> int:
    from generator.authoring.outcome import Outcome
    from generator.authoring.revoking import revoking

    words, when = desk.words, day or desk.today
    planned = revoking(words, desk.opened, award_id, desk.signer, reason, when, desk.today)
    match planned.outcome:
        case Outcome.WRITTEN:
            write_whole(content, planned.files)
            said = words.say("Revoked: {award}. Type  portfolio build  and publish.", award=planned.name)
        case Outcome.THERE:
            said = words.say("{award} is revoked already.", award=planned.name)
        case Outcome.NOTHING:
            raise click.UsageError(planned.said[0])
        case _:
            click.echo(planned.said[0], err=True)
            return PROBLEMS
    click.echo(said)
    return DONE


@dataclass(frozen=True, slots=True)
class _Desk:
    """What an issuer works with."""

    words: "Words"
    opened: "Opened"
    signer: "SigningKey"
    today: Date


@contextmanager
def _desk(content: Path, key: Path | None, today: Date | None) -> Iterator[_Desk]:
    """The program, opened for one issuer at a time.  Ends the command, and says why, where it cannot issue
    with this key."""
    if missing := no_program(content):
        click.echo(missing, err=True)
        raise click.exceptions.Exit(MACHINE)
    words = words_for(content)
    signer = _key(words, key)
    with _alone(words, content):
        yield _at_work(words, content, signer, today or Date.today())


@contextmanager
def _alone(words: "Words", content: Path) -> Iterator[None]:
    """Two at once would give one number twice."""
    from filelock import FileLock, Timeout

    cache = content.parent / ".portfolio-cache"
    cache.mkdir(exist_ok=True)
    try:
        with FileLock(cache / "awards.lock", timeout=_PATIENCE):
            yield
    except Timeout:
        click.echo(words.say("Somebody else is awarding in this folder. Wait, then try again."), err=True)
        raise click.exceptions.Exit(MACHINE) from None


def _at_work(words: "Words", content: Path, signer: "SigningKey", now: Date) -> _Desk:
    from generator.authoring.issuer import not_ready
    from generator.making.opening import open_program
    from generator.making.options import Options

    opened, problems = open_program(Options(content, content.parent / "output", now))
    print_problems([one.under(content.name) for one in problems if one.is_error], words)
    if opened is None:
        raise click.exceptions.Exit(MACHINE)
    if missing := not_ready(words, opened.program, signer):
        click.echo(missing, err=True)
        raise click.exceptions.Exit(PROBLEMS)
    return _Desk(words, opened, signer, now)


def _folders(words: "Words", content: Path, inquiry: str | None, everyone: bool) -> list[Path]:
    from generator.authoring.places import inquiries

    if everyone:
        return [place.folder for place in inquiries(content)]
    return [inquiry_folder(words, content, inquiry, "INQUIRY")]


def _say(words: "Words", content: Path, planned: "Awarding") -> None:
    """What became of one award."""
    from generator.authoring.outcome import Outcome

    if planned.outcome is Outcome.THERE:
        click.echo(words.say("The award is there already, as it would be made: {award}", award=planned.name))
        if planned.files:
            click.echo(words.say("The list of what was taken back was signed anew."))
        return
    if planned.outcome is Outcome.WRITTEN:
        assert planned.day is not None, "it is awarded"
        click.echo(words.say("Awarded on {date}: {award}", date=words.date(planned.day), award=planned.name))
        for path in planned.files:
            click.echo(f"  {content.name}/{path}")
    else:
        click.echo(words.say("Not awarded: {award}", award=planned.name or "-"), err=True)
    for line in planned.said:
        click.echo(f"  {line}", err=True)


def _say_all(words: "Words", outcomes: Mapping["Outcome", int]) -> None:
    """How many of them became what."""
    from generator.authoring.outcome import Outcome

    written, refused, lost = (outcomes[one] for one in (Outcome.WRITTEN, Outcome.REFUSED, Outcome.LOST))
    there = outcomes[Outcome.THERE] + outcomes[Outcome.STAYS]
    revoked, unearned = outcomes[Outcome.REVOKED], outcomes[Outcome.UNEARNED]
    told = {
        words.count("{n} new award", "{n} new awards", written): written,
        words.count("{n} was there already", "{n} were there already", there): there,
        words.count("{n} is revoked", "{n} are revoked", revoked): revoked,
        words.count("{n} could not be awarded", "{n} could not be awarded", refused): refused,
        words.count("{n} does not verify any more", "{n} do not verify any more", lost): lost,
        words.count(
            "{n} inquiry has not earned one yet", "{n} inquiries have not earned one yet", unearned
        ): unearned,
    }
    click.echo("; ".join(said for said, number in told.items() if number) + ".")


def _key(words: "Words", file: Path | None) -> "SigningKey":
    """The issuer's key; a usage error where there is none."""
    if file is not None and not file.is_file():
        raise click.UsageError(words.say("There is no key file {file}.", file=file))
    if file is None and not os.environ.get(VARIABLE):
        raise click.UsageError(
            words.say("Say which key with --key FILE, or put the key into {variable}.", variable=VARIABLE)
        )
    data = file.read_bytes() if file else os.environ[VARIABLE].encode("utf-8", "replace")
    return key_in(words, data, str(file) if file else VARIABLE)
