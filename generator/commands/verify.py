"""`portfolio verify`: a credential, held against what its issuer publishes."""

from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.shared import DONE, PROBLEMS, Day, debugging, words_of

if TYPE_CHECKING:
    from generator.openbadges.checking import Source
    from generator.words.speech import Words


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
    from generator.openbadges.credential import base_of
    from generator.openbadges.sources import first_of, in_folder

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
