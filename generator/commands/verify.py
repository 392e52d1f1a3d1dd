"""`portfolio verify`: a credential, held against what its issuer publishes."""

from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import DONE, PROBLEMS, Day, debugging, words_of

if TYPE_CHECKING:
    from generator.openbadges.sources import Source
    from generator.words.speech import Words


class _FileOrAddress(click.Path):
    """A file that is there, or an address on the web."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if isinstance(value, str) and value.startswith("https://"):
            return value
        return str(super().convert(value, param, ctx))


@click.command(short_help="Check a credential.")
@debugging
@click.argument("file", type=_FileOrAddress(exists=True, dir_okay=False))
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the built site that it belongs to; then the web is not asked.",
)
@click.option("--today", type=Day(), help="The date to take for today.")
def verify(file: str, site: Path | None, today: Date | None) -> int:
    """Check a credential, in a .json file or in a badge image: who issued it, whether it was changed,
    expired or revoked, whether the evidence is the same, and whether the verdict follows from the data.

    FILE may be its address on the web, too.  Without --site its issuer is asked on the web; only where
    that cannot be reached are the files around FILE taken, and you are told so.

    \b
    Example:  portfolio verify badge.png
    """
    from generator.commands.fetching import Web, in_folder
    from generator.openbadges.achievement import clean
    from generator.openbadges.baking import NoCredential, document_in
    from generator.openbadges.checking import checked
    from generator.openbadges.credential import base_of
    from generator.openbadges.sources import LARGEST, FirstOf
    from generator.openbadges.step import Answer

    words, web = words_of(), Web()
    address = file if file.startswith("https://") else ""
    if address:
        data = web(_document_of(address))
        if data is None:
            click.echo(words.say("Nothing could be read at {address}.", address=address), err=True)
            return PROBLEMS
    else:
        with Path(file).open("rb") as opened:
            data = opened.read(LARGEST + 1)
    try:
        document = document_in(data)
    except NoCredential as nothing:
        click.echo(_no_credential(words, file, nothing.reason), err=True)
        return PROBLEMS
    around = None if site or address else _around(Path(file).resolve(), base_of(document))
    source = FirstOf(in_folder(site, base_of(document)) if site else web, around)
    result = checked(words, document, source, today or Date.today())
    marks = {Answer.YES: words.say("yes"), Answer.NO: words.say("NO"), Answer.UNKNOWN: "?"}
    for step in result.steps:
        click.echo(f"{marks[step.answer]:>4}  {clean(step.said)}")
    click.echo(_about(words, document, result.signed))
    if stood_in := _of_the_issuer(document, source.second):
        click.echo(
            words.say(
                "On the web, {address} could not be read; the files around this one were taken instead. "
                "Whether they are the issuer's own, you must know yourself.",
                address=stood_in[0],
            )
        )
    if result.holds:
        click.echo(words.say("It verifies with those files.") if stood_in else words.say("It verifies."))
        return DONE
    if result.answer is Answer.UNKNOWN:
        click.echo(words.say("Whether it verifies cannot be told from here. Try again with the web, or"))
        click.echo(words.say("say with --site which folder holds the site that it belongs to."))
    else:
        click.echo(words.say("It does not verify."))
    return PROBLEMS


def _about(words: "Words", document: Mapping[str, Any], signed: bool) -> str:
    """What was awarded to whom, or what the document claims."""
    from generator.openbadges.achievement import clean

    subject = document.get("credentialSubject")
    named = subject.get("identifier") if isinstance(subject, dict) else None
    first = named[0] if isinstance(named, list) and named and isinstance(named[0], dict) else {}
    title, name = (clean(str(one or "?"))[:200] for one in (document.get("name"), first.get("identityHash")))
    if signed:
        return words.say("{title}, awarded to {name}", title=title, name=name)
    return words.say("It claims to be: {title}, awarded to {name}", title=title, name=name)


def _document_of(address: str) -> str:
    """An award's page is as good as its document."""
    page = address.split("#")[0].removesuffix("index.html")
    return f"{page.rstrip('/')}.json" if page.endswith("/") else page


def _of_the_issuer(document: Mapping[str, Any], addresses: list[str]) -> list[str]:
    """Those of the addresses at which the issuer speaks; what is bound by a digest may come from anywhere."""
    from generator.openbadges.credential import DATA, FINDING

    home = str(document.get("id", "")).removesuffix(".json")
    return [one for one in addresses if one not in (f"{home}/{DATA}", f"{home}/{FINDING}")]


def _around(file: Path, base: str) -> "Source | None":
    """The built site, or the program, in which a file lies."""
    from generator.commands.fetching import in_folder

    for folder in file.parents:
        if any((folder / name).is_file() for name in ("did.json", ".well-known/did.json", "issuer.json")):
            return in_folder(folder, base)
        if (folder / "program.yml").is_file() or (folder / "program.yaml").is_file():
            return _in_content(file, folder, base)
    return None


def _in_content(file: Path, content: Path, base: str) -> "Source":
    """A credential in the awards folder of a program that is not built yet."""
    from generator.openbadges.issuing import answers
    from generator.openbadges.sources import FirstOf, in_mapping
    from generator.reading.files import load_program
    from generator.reading.program import read_program

    program, _ = read_program(load_program(content)[0])
    published = answers(program) if program else {}

    def beside(address: str) -> bytes | None:
        name = address.rpartition("/")[2]
        if not name or not address.startswith(f"{base}credentials/"):
            return None
        path = file.with_name(name)
        return path.read_bytes() if path.is_file() else None

    return FirstOf(in_mapping(published), beside)


def _no_credential(words: "Words", file: str, reason: str) -> str:
    if reason == "none":
        return words.say("There is no credential in {file}.", file=file)
    if reason == "many":
        return words.say("There is more than one credential in {file}.", file=file)
    if reason == "large":
        return words.say("{file} is too large to be a credential.", file=file)
    return words.say("{file} is no credential, and no SVG or PNG image with one.", file=file)
