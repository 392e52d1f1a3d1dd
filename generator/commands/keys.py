"""`portfolio keys`: the key that an issuer signs with."""

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import debug_option, translator_for_language
from generator.commands.terminal_output import ask_secret, can_be_asked, print_line
from generator.exit_status import ExitStatus
from generator.git import run_git
from generator.layout import CONTENT, has_settings
from generator.user_error import UserError
from generator.writing.whole_file import SECRET, write_new

if TYPE_CHECKING:
    from generator.openbadges.signing_keys import SigningKey

PASSPHRASE = "PORTFOLIO_KEY_PASSPHRASE"  # the variable with the passphrase of a locked key


@click.group(short_help="Keys that awards are signed with.")
def keys() -> None:
    """Keys that awards are signed with.

    \b
    Example:  portfolio keys new ~/issuer-key.pem
    """


@keys.command("new", short_help="Create a key.")
@debug_option
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--encrypt",
    is_flag=True,
    help="Lock it with a passphrase: the one in PORTFOLIO_KEY_PASSPHRASE, or as you type it.",
)
def keys_new(file: Path, encrypt: bool) -> int:
    """Create a key in FILE, which no one else may read, and print its public half.

    FILE must be outside the program's folder, where git does not keep it: the key signs in the issuer's
    name, and teachers work in that folder.

    \b
    Example:  portfolio keys new ~/issuer-key.pem
    """
    from generator.openbadges.signing_keys import new_key

    file = file.expanduser()
    if os.path.lexists(file):
        raise UserError("{file} already exists; nothing was written.", file=file)
    if _program_around(file):
        raise UserError(
            "{file} is in the program's folder, where teachers work, and anyone with the key can sign in "
            "your name. Choose a place outside it, for instance  ~/issuer-key.pem",
            file=file,
        )
    if _is_kept_by_git(file):
        raise UserError(
            "{file} is in a git repository, and others can read a key in git forever. Choose a place "
            "outside it, for instance  ~/issuer-key.pem",
            file=file,
        )
    key, translator = new_key(), translator_for_language()
    passphrase = _new_passphrase(encrypt)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_new(file, key.pem(passphrase), mode=SECRET)
    print_line(
        translator.gettext(
            "The private key is in {file}. Keep a copy in a safe place, and show it to no one.", file=file
        )
    )
    _show(key.public)
    return ExitStatus.DONE


@keys.command("show", short_help="Print a key's public half.")
@debug_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def keys_show(file: Path) -> int:
    """Print the public half of the key in FILE: what goes into program.yml.

    \b
    Example:  portfolio keys show ~/issuer-key.pem
    """
    _show(read_key(file.read_bytes(), str(file)).public)
    return ExitStatus.DONE


def read_key(data: bytes, name: str) -> "SigningKey":
    """A private key from a file or a variable of this name; a locked one with the passphrase in the
    environment, or as it is typed.

    Raises UserError, which never quotes what was read, where it is not a key, or the passphrase is wrong.
    """
    from generator.openbadges.signing_keys import InvalidKey, LockedKey, load_key

    try:
        return load_key(data)
    except LockedKey:
        return _unlock(data, name)
    except InvalidKey:
        raise UserError(
            "{name} does not hold an Ed25519 key as  portfolio keys new  makes one.", name=name
        ) from None


def _unlock(data: bytes, name: str) -> "SigningKey":
    """A locked key.  Raises UserError where there is no passphrase, or not this one."""
    from generator.openbadges.signing_keys import InvalidKey, load_key

    passphrase = os.environ.get(PASSPHRASE, "")
    if not passphrase and can_be_asked():
        passphrase = ask_secret(translator_for_language().gettext("The key's passphrase"))
    if not passphrase:
        raise UserError(
            "The key in {name} is locked. Put its passphrase into {variable}.", name=name, variable=PASSPHRASE
        )
    try:
        return load_key(data, passphrase)
    except InvalidKey:
        raise UserError(
            "The key in {name} does not open with this passphrase.", ExitStatus.PROBLEMS, name=name
        ) from None


def _new_passphrase(is_wanted: bool) -> str:
    """The passphrase for a new key: the one in the environment, else as it is typed twice where one is
    wanted; empty for none.  Raises UserError where nobody can be asked."""
    if given := os.environ.get(PASSPHRASE, ""):
        return given
    if not is_wanted:
        return ""
    if not can_be_asked():
        raise UserError("No one can be asked here: put the passphrase into {variable}.", variable=PASSPHRASE)
    typed = ask_secret(translator_for_language().gettext("A passphrase for the key"), twice=True)
    if not typed:
        raise UserError("A passphrase must not be empty.")
    return typed


def _show(public: str) -> None:
    """The public key as a line of program.yml."""
    translator = translator_for_language()
    print_line(translator.gettext("The public key, which goes into content/program.yml:"))
    print_line(f"  issuer: {{name: YOUR DISTRICT, keys: [{public}]}}")
    print_line(
        translator.gettext(
            "If there is already such a line, put the new key first in its list and keep the older ones "
            "after it."
        )
    )


def _program_around(file: Path) -> Path | None:
    """The folder of the program that a file lies in; None where it lies in none."""
    parents = file.absolute().resolve().parents
    return next(
        (folder for folder in parents if has_settings(folder / CONTENT) or has_settings(folder)), None
    )


def _is_kept_by_git(file: Path) -> bool:
    """Whether it lies in a git repository that does not ignore it.  Where git cannot be asked: yes."""
    path = file.absolute()
    inside = [folder for folder in path.resolve().parents if (folder / ".git").exists()]
    if not inside:
        return False
    try:
        ran = run_git(inside[0], "check-ignore", "--quiet", "--", str(path.resolve()), timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return True
    return ran.returncode != 0
