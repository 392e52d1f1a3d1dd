"""`portfolio keys`: the key that an issuer signs with."""

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import debug_option, translator_for_language
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus
from generator.layout import CONTENT, OUTPUT, THEMES
from generator.user_error import UserError
from generator.writing.whole_file import SECRET, write_new

if TYPE_CHECKING:
    from generator.openbadges.signing_keys import SigningKey


@click.group(short_help="Keys that awards are signed with.")
def keys() -> None:
    """Keys that awards are signed with.

    \b
    Example:  portfolio keys new ~/issuer-key.pem
    """


@keys.command("new", short_help="Make a key.")
@debug_option
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def keys_new(file: Path) -> int:
    """Make a key in FILE, which nobody else may read, and print its public half.

    FILE must lie where git does not keep it, and outside what is published: the key signs in the issuer's
    name.

    \b
    Example:  portfolio keys new ~/issuer-key.pem
    """
    from generator.openbadges.signing_keys import new_key

    if os.path.lexists(file):
        raise UserError("{file} is there already; nothing was written.", file=file)
    if _is_published(file):
        raise UserError(
            "{file} lies in a folder that is published, and whoever has the key can sign in your name. "
            "Choose a place outside, for instance  ~/issuer-key.pem",
            file=file,
        )
    if _is_kept_by_git(file):
        raise UserError(
            "{file} lies in a folder that git keeps, and a key in git can be read by others for ever. "
            "Choose a place outside, for instance  ~/issuer-key.pem",
            file=file,
        )
    key, translator = new_key(), translator_for_language()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_new(file, key.pem(), mode=SECRET)
    print_line(
        translator.gettext(
            "The private key is in {file}. Keep a copy in a safe place; show it to nobody.", file=file
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
    """A private key from a file or a variable of this name.

    Raises UserError, which never quotes what was read, where it is not a key.
    """
    from generator.openbadges.signing_keys import InvalidKey, load_key

    try:
        return load_key(data)
    except InvalidKey:
        raise UserError("{name} holds no Ed25519 key, as  portfolio keys new  makes it.", name=name) from None


def _show(public: str) -> None:
    """The public key as a line of program.yml."""
    translator = translator_for_language()
    print_line(translator.gettext("The public key, which goes into content/program.yml:"))
    print_line(f"  issuer: {{name: YOUR DISTRICT, keys: [{public}]}}")
    print_line(
        translator.gettext(
            "Where such a line is there already, put the key first into its list; older ones stay behind it."
        )
    )


def _is_published(file: Path) -> bool:
    """Whether it lies in a program's content, theme or site."""
    parents = file.absolute().resolve().parents
    return any(
        folder.name in (CONTENT, THEMES, OUTPUT) and (folder.parent / CONTENT).is_dir() for folder in parents
    )


def _is_kept_by_git(file: Path) -> bool:
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
