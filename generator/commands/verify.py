"""`portfolio verify`: a credential, held against what its issuer publishes."""

from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.common import Day, debug_option, translator_for_language
from generator.exit_status import ExitStatus
from generator.layout import has_settings

if TYPE_CHECKING:
    from generator.openbadges.document_sources import Source
    from generator.words.translator import Translator


class _FileOrAddress(click.Path):
    """A file that is there, or an address on the web."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if isinstance(value, str) and value.startswith("https://"):
            return value
        return str(super().convert(value, param, ctx))


@click.command(short_help="Check a credential.")
@debug_option
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
    from generator.commands.web_files import WebFiles, folder_files
    from generator.openbadges.achievement import clean_text
    from generator.openbadges.achievement_credential import base_of
    from generator.openbadges.baking import NoCredentialFound, parse_document
    from generator.openbadges.check_result import CheckAnswer
    from generator.openbadges.credential_check import check_credential
    from generator.openbadges.document_sources import LARGEST, FallbackSource

    translator, web = translator_for_language(), WebFiles()
    address = file if file.startswith("https://") else ""
    if address:
        data = web(_document_of(address))
        if data is None:
            click.echo(translator.gettext("Nothing could be read at {address}.", address=address), err=True)
            return ExitStatus.PROBLEMS
    else:
        with Path(file).open("rb") as build_context:
            data = build_context.read(LARGEST + 1)
    try:
        document = parse_document(data)
    except NoCredentialFound as nothing:
        click.echo(_no_credential(translator, file, nothing.reason), err=True)
        return ExitStatus.PROBLEMS
    around = None if site or address else _around(Path(file).resolve(), base_of(document))
    source = FallbackSource(folder_files(site, base_of(document)) if site else web, around)
    result = check_credential(translator, document, source, today or Date.today())
    marks = {
        CheckAnswer.YES: translator.gettext("yes"),
        CheckAnswer.NO: translator.gettext("NO"),
        CheckAnswer.UNKNOWN: "?",
    }
    for step in result.steps:
        click.echo(f"{marks[step.answer]:>4}  {clean_text(step.said)}")
    click.echo(_about(translator, document, result.signed))
    if stood_in := _of_the_issuer(document, source.second):
        click.echo(
            translator.gettext(
                "On the web, {address} could not be read; the files around this one were taken instead. "
                "Whether they are the issuer's own, you must know yourself.",
                address=stood_in[0],
            )
        )
    if result.holds:
        click.echo(
            translator.gettext("It verifies with those files.")
            if stood_in
            else translator.gettext("It verifies.")
        )
        return ExitStatus.DONE
    if result.answer is CheckAnswer.UNKNOWN:
        click.echo(
            translator.gettext("Whether it verifies cannot be told from here. Try again with the web, or")
        )
        click.echo(translator.gettext("say with --site which folder holds the site that it belongs to."))
    else:
        click.echo(translator.gettext("It does not verify."))
    return ExitStatus.PROBLEMS


def _about(translator: "Translator", document: Mapping[str, Any], signed: bool) -> str:
    """What was awarded to whom, or what the document claims."""
    from generator.openbadges.achievement import clean_text

    subject = document.get("credentialSubject")
    named = subject.get("identifier") if isinstance(subject, dict) else None
    first = named[0] if isinstance(named, list) and named and isinstance(named[0], dict) else {}
    title, name = (
        clean_text(str(one or "?"))[:200] for one in (document.get("name"), first.get("identityHash"))
    )
    if signed:
        return translator.gettext("{title}, awarded to {name}", title=title, name=name)
    return translator.gettext("It claims to be: {title}, awarded to {name}", title=title, name=name)


def _document_of(address: str) -> str:
    """An award's page is as good as its document."""
    page = address.split("#")[0].removesuffix("index.html")
    return f"{page.rstrip('/')}.json" if page.endswith("/") else page


def _of_the_issuer(document: Mapping[str, Any], addresses: list[str]) -> list[str]:
    """Those of the addresses at which the issuer speaks; what is bound by a digest may come from anywhere."""
    from generator.openbadges.achievement_credential import DATA, FINDING

    home = str(document.get("id", "")).removesuffix(".json")
    return [one for one in addresses if one not in (f"{home}/{DATA}", f"{home}/{FINDING}")]


def _around(file: Path, base: str) -> "Source | None":
    """The built site, or the program, in which a file lies."""
    from generator.commands.web_files import folder_files

    for folder in file.parents:
        if any((folder / name).is_file() for name in ("did.json", ".well-known/did.json", "issuer.json")):
            return folder_files(folder, base)
        if has_settings(folder):
            return _in_content(file, folder, base)
    return None


def _in_content(file: Path, content: Path, base: str) -> "Source":
    """A credential in the awards folder of a program that is not built yet."""
    from generator.openbadges.document_sources import FallbackSource, mapping_source
    from generator.openbadges.issuer_documents import published_files
    from generator.reading.content_files import load_program
    from generator.reading.program_files import read_program

    program, _ = read_program(load_program(content)[0])
    published = published_files(program) if program else {}

    def beside(address: str) -> bytes | None:
        name = address.rpartition("/")[2]
        if not name or not address.startswith(f"{base}credentials/"):
            return None
        path = file.with_name(name)
        return path.read_bytes() if path.is_file() else None

    return FallbackSource(mapping_source(published), beside)


def _no_credential(translator: "Translator", file: str, reason: str) -> str:
    if reason == "none":
        return translator.gettext("There is no credential in {file}.", file=file)
    if reason == "many":
        return translator.gettext("There is more than one credential in {file}.", file=file)
    if reason == "large":
        return translator.gettext("{file} is too large to be a credential.", file=file)
    return translator.gettext("{file} is no credential, and no SVG or PNG image with one.", file=file)
