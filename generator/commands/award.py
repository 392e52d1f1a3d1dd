"""`portfolio keys`, `award`, `revoke` and `verify`: credentials that anyone can check."""

import os
import subprocess
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.asking import inquiry_folder
from generator.commands.shared import (
    DONE,
    MACHINE,
    PROBLEMS,
    Day,
    debugging,
    no_program,
    on_a_program,
    print_problems,
    words_for,
    words_of,
    write_whole,
)

if TYPE_CHECKING:
    from generator.authoring.awarding import Awarding
    from generator.making.opening import Opened
    from generator.openbadges.checking import Source
    from generator.openbadges.keys import SigningKey
    from generator.words.speech import Words

VARIABLE = "PORTFOLIO_KEY"
_KEY_OPTION = click.option(
    "--key",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The issuer's key file.  Without it, the key in the environment variable {VARIABLE}.",
)


@click.group(short_help="Keys that awards are signed with.")
def keys() -> None:
    """Keys that awards are signed with.

    \b
    Example:  portfolio keys new ~/issuer-key.pem
    """


@keys.command("new", short_help="Make a key.")
@debugging
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def keys_new(file: Path) -> int:
    """Make a key in FILE, which nobody else may read, and print its public half.

    FILE must lie where git does not keep it: the key signs in the issuer's name.

    \b
    Example:  portfolio keys new ~/issuer-key.pem
    """
    from generator.openbadges.keys import new_key

    words = words_of()
    if file.exists() or file.is_symlink():
        raise click.UsageError(words.say("{file} is there already; nothing was written.", file=file))
    if _kept_by_git(file):
        raise click.UsageError(
            words.say(
                "{file} lies in a folder that git keeps, and a key in git can be read by others for ever. "
                "Choose a place outside, for instance  ~/issuer-key.pem",
                file=file,
            )
        )
    key = new_key()
    _write_secret(file, key.pem())
    click.echo(
        words.say("The private key is in {file}. Keep a copy in a safe place; show it to nobody.", file=file)
    )
    click.echo(
        words.say("The public key, first in the issuer's list in program.yml (older ones stay after it):")
    )
    click.echo(f"  issuer: {{name: YOUR DISTRICT, keys: [{key.public}]}}")
    return DONE


@click.command(short_help="Sign the credential of an earned micro-credential.")
@click.argument("inquiry", required=False)
@_KEY_OPTION
@click.option("--date", "day", type=Day(), help="The day of the award.  [default: the latest review's]")
@click.option("--expires", "until", type=Day(), help="The last day on which it is valid.")
@click.option("--anew", is_flag=True, help="Replace an award that is there by one of what is there today.")
@on_a_program
def award(
    inquiry: str | None,
    key: Path | None,
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
    """
    from generator.authoring.awarding import awarding
    from generator.reading.files import load_teacher

    if missing := no_program(content):
        click.echo(missing, err=True)
        return MACHINE
    words = words_for(content)
    signer = _key(words, key)
    folder = inquiry_folder(words, content, inquiry, "INQUIRY")
    now = today or Date.today()
    opened = _opened(words, content, now)
    if opened is None:
        return MACHINE
    if not _ready(words, opened, signer):
        return PROBLEMS
    own, _ = load_teacher(content, folder.parent.name)
    planned = awarding(
        words,
        opened.program,
        opened.press.guard,
        own,
        folder.relative_to(content).as_posix(),
        signer,
        today=now,
        day=day,
        until=until,
        anew=anew,
    )
    print_problems([one.under(content.name) for one in planned.problems], words)
    if planned.refused:
        return _refuse(words, planned)
    if planned.unchanged:
        click.echo(words.say("The award is there already, as it would be made: {award}", award=planned.name))
        return DONE
    write_whole(content, planned.files)
    assert planned.day is not None, "it is awarded"
    click.echo(words.say("Awarded on {date}: {award}", date=words.date(planned.day), award=planned.name))
    for path in planned.files:
        click.echo(f"  {content.name}/{path}")
    click.echo(words.say("Type  portfolio build  and publish; then anybody can check it."))
    return DONE


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

    ID is its name, such as ana-lopez.visible-thinking.visible-thinking, or its address.

    \b
    Example:  portfolio revoke ana-lopez.talk.thinking --key ~/issuer-key.pem --reason "Issued by mistake"
    """
    from generator.authoring.awarding import revoking

    if missing := no_program(content):
        click.echo(missing, err=True)
        return MACHINE
    words = words_for(content)
    signer = _key(words, key)
    if not reason.strip():
        raise click.UsageError(words.say("{option} must not be empty.", option="--reason"))
    now = today or Date.today()
    opened = _opened(words, content, now)
    if opened is None:
        return MACHINE
    if not _ready(words, opened, signer):
        return PROBLEMS
    planned = revoking(words, opened.program, award_id, signer, reason, day or now)
    if planned.refused:
        if not planned.name:
            raise click.UsageError(planned.refused[0])
        return _refuse(words, planned)
    if planned.unchanged:
        click.echo(words.say("{award} is revoked already.", award=planned.name))
        return DONE
    write_whole(content, planned.files)
    click.echo(words.say("Revoked: {award}. Type  portfolio build  and publish.", award=planned.name))
    return DONE


@click.command(short_help="Check a credential.")
@debugging
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the built site that it belongs to.",
)
@click.option("--today", type=Day(), help="The date to take for today.")
def verify(file: Path, site: Path | None, today: Date | None) -> int:
    """Check a credential, in a .json file or in a badge image: who issued it, whether it was changed,
    expired or revoked, whether the evidence is the same, and whether the verdict follows from the data.

    Without --site its files are looked for around FILE, and then on the web.

    \b
    Example:  portfolio verify badge.png
    """
    from generator.openbadges.achievement import clean
    from generator.openbadges.baking import NoCredential, document_in
    from generator.openbadges.checking import checked

    words = words_of()
    try:
        document = document_in(file.read_bytes())
    except NoCredential as nothing:
        click.echo(_no_credential(words, file, nothing.reason), err=True)
        return PROBLEMS
    result = checked(words, document, _source(document, file, site), today or Date.today())
    for step in result.steps:
        mark = words.say("yes") if step.holds else words.say("NO")
        click.echo(f"{mark:>4}  {clean(step.said)}")
    click.echo(words.say("It verifies.") if result.holds else words.say("It does not verify."))
    return DONE if result.holds else PROBLEMS


def _source(document: dict[str, object], file: Path, site: Path | None) -> "Source":
    from generator.commands.fetching import from_the_web
    from generator.openbadges.sources import base_of, first_of, in_folder

    base = base_of(document)
    if site:
        return in_folder(site, base)
    for folder in file.resolve().parents:
        if any((folder / name).is_file() for name in ("did.json", ".well-known/did.json", "issuer.json")):
            return in_folder(folder, base)
        if (folder / "program.yml").is_file() or (folder / "program.yaml").is_file():
            return first_of(_in_content(file.resolve(), folder, base), from_the_web)
    return from_the_web


def _in_content(file: Path, content: Path, base: str) -> "Source":
    """A credential in the awards folder of a program that is not built yet."""
    from generator.openbadges.issuing import answers
    from generator.openbadges.sources import first_of, in_mapping
    from generator.reading.files import load_program
    from generator.reading.program import read_program

    program, _ = read_program(load_program(content)[0])
    published = answers(program) if program else {}

    def beside(address: str) -> bytes | None:
        path = file.with_name(address.rpartition("/")[2])
        return path.read_bytes() if address.startswith(f"{base}credentials/") and path.is_file() else None

    return first_of(in_mapping(published), beside)


def _no_credential(words: "Words", file: Path, reason: str) -> str:
    if reason == "none":
        return words.say("There is no credential in {file}.", file=file)
    if reason == "many":
        return words.say("There is more than one credential in {file}.", file=file)
    if reason == "large":
        return words.say("{file} is too large to be a credential.", file=file)
    return words.say("{file} is no credential, and no SVG or PNG image with one.", file=file)


def _key(words: "Words", file: Path | None) -> "SigningKey":
    """The issuer's key; a usage error, which never quotes what was read, where there is none."""
    from generator.openbadges.keys import NoKey, key_from

    if file is not None and not file.is_file():
        raise click.UsageError(words.say("There is no key file {file}.", file=file))
    if file is None and not os.environ.get(VARIABLE):
        raise click.UsageError(
            words.say("Say which key with --key FILE, or put the key into {variable}.", variable=VARIABLE)
        )
    data = file.read_bytes() if file else os.environ[VARIABLE].encode("utf-8", "replace")
    try:
        return key_from(data)
    except NoKey:
        name = str(file) if file else VARIABLE
        raise click.UsageError(
            words.say("{name} holds no Ed25519 key, as  portfolio keys new  makes it.", name=name)
        ) from None


def _opened(words: "Words", content: Path, today: Date) -> "Opened | None":
    """The program; None, and everything said, where program.yml cannot be read."""
    from generator.making.opening import open_program
    from generator.making.options import Options

    opened, problems = open_program(Options(content, content.parent / "output", today))
    errors = [one.under(content.name) for one in problems if one.is_error]
    print_problems(errors, words)
    return opened


def _ready(words: "Words", opened: "Opened", key: "SigningKey") -> bool:
    from generator.authoring.awarding import not_ready

    if missing := not_ready(words, opened.program, key):
        click.echo(missing, err=True)
    return not missing


def _refuse(words: "Words", planned: "Awarding") -> int:
    click.echo(words.say("Not awarded."), err=True)
    for line in planned.refused:
        click.echo(f"  {line}", err=True)
    return PROBLEMS


def _write_secret(file: Path, data: bytes) -> None:
    """For nobody but its owner, from the first byte on."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(data)


def _kept_by_git(file: Path) -> bool:
    """Whether it lies in a git repository that does not ignore it.  Where git cannot be asked: yes."""
    path = file.absolute()
    inside = [folder for folder in path.resolve().parents if (folder / ".git").exists()]
    if not inside:
        return False
    try:
        asked = subprocess.run(
            ["git", "check-ignore", "--quiet", "--", str(path.resolve())],
            cwd=inside[0],
            capture_output=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return True
    return asked.returncode != 0
