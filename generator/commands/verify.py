"""`portfolio verify`: a credential, held against what its issuer publishes."""

from collections.abc import Mapping, Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from msgspec import Struct

from generator.commands.common import (
    Day,
    debug_option,
    require_one_settings_file,
    translator_for_language,
    utc_today,
)
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus
from generator.layout import has_settings
from generator.user_error import UserError

if TYPE_CHECKING:
    from generator.openbadges.baking import AbsenceReason
    from generator.openbadges.check_result import CheckStatus
    from generator.openbadges.credential_check import CheckReport
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
    help="The folder of the built site that it belongs to; the web is then not used.",
)
@click.option("--today", type=Day(), help="The date to use as today.")
def verify(file: str, site: Path | None, today: Date | None) -> int:
    """Check a credential, in a .json file or in a badge image: who issued it, whether it was changed,
    expired, or revoked, whether the evidence is the same, and whether the verdict follows from the data.

    FILE may also be a web address. Without --site, the issuer's site is used; if it cannot be reached, the
    files next to FILE are used, and you are told so.

    \b
    Example:  portfolio verify badge.png
    """
    from generator.commands.web_files import SiteFolder, WebFiles
    from generator.openbadges.baking import NoCredentialFound, parse_document
    from generator.openbadges.credential_check import CredentialCheck
    from generator.openbadges.document_fields import site_of
    from generator.openbadges.document_sources import FallbackSource

    translator, web = translator_for_language(), WebFiles()
    is_address = file.startswith("https://")
    data = web(_document_address(file)) if is_address else read_start(Path(file))
    if data is None:
        raise UserError("Nothing could be read at {address}.", ExitStatus.PROBLEMS, address=file)
    try:
        document = parse_document(data)
    except NoCredentialFound as nothing:
        raise_absence(file, nothing.reason)
    surroundings = None if site or is_address else _source_around(Path(file).resolve(), site_of(document))
    folder = SiteFolder.of(site, document) if site else None
    source = FallbackSource(folder or web, surroundings)
    is_absent = (folder or web).is_absent
    check = CredentialCheck(translator, document, source, today or utc_today(), is_absent=is_absent)
    site_address = folder.address if folder else ""
    verification = _Verification(translator, document, check.report(), source.from_second, site_address)
    verification.show()
    return ExitStatus.DONE if verification.holds else ExitStatus.PROBLEMS


class _Verification(Struct, frozen=True):
    """A checked credential, to be shown.

    `from_surroundings` are the addresses whose files were taken from around the credential, because the
    web did not answer; `site_address` is that of the site whose folder stands for the web, empty without.
    """

    translator: "Translator"
    document: Mapping[str, Any]
    report: "CheckReport"
    from_surroundings: Sequence[str]
    site_address: str = ""

    @property
    def holds(self) -> bool:
        """Whether it verifies with what its issuer publishes: files that came with it prove nothing."""
        return self.report.holds and not self._issuer_addresses()

    def show(self) -> None:
        """Print each check, what was awarded to whom, and whether the credential verifies."""
        gettext = self.translator.gettext
        for result in self.report.results:
            print_line(f"{self._mark(result.status):>4}  {result.text}")
        print_line(self._award_text())
        replaced = self._issuer_addresses()
        if replaced:
            print_line(
                gettext(
                    "{address} could not be read on the web, so the files next to this one were used. "
                    "Only you can know whether they are the issuer's own.",
                    address=replaced[0],
                )
            )
        for line in self._conclusion(bool(replaced)):
            print_line(line)

    def _mark(self, status: "CheckStatus") -> str:
        from generator.openbadges.check_result import CheckStatus

        match status:
            case CheckStatus.PASSED:
                return self.translator.gettext("yes")
            case CheckStatus.FAILED:
                return self.translator.gettext("NO")
            case _:
                return "?"

    def _award_text(self) -> str:
        """What was awarded to whom; only a claim where nobody signed it."""
        from generator.openbadges.achievement import clean_text
        from generator.openbadges.document_fields import mapping

        identifiers = mapping(self.document.get("credentialSubject")).get("identifier")
        first = mapping(identifiers[0]) if isinstance(identifiers, list) and identifiers else {}
        title, name = (
            clean_text(str(value or "?"))[:200]
            for value in (self.document.get("name"), first.get("identityHash"))
        )
        if self.report.signed:
            return self.translator.gettext("{title}, awarded to {name}", title=title, name=name)
        return self.translator.gettext("It claims to be: {title}, awarded to {name}", title=title, name=name)

    def _issuer_addresses(self) -> list[str]:
        """The addresses at which the issuer speaks; what is bound by a digest may come from anywhere."""
        from generator.openbadges.achievement_credential import DATA, FINDING

        home = str(self.document.get("id", "")).removesuffix(".json")
        bound = (f"{home}/{DATA}", f"{home}/{FINDING}")
        return [address for address in self.from_surroundings if address not in bound]

    def _site_named(self) -> str:
        """The address of the site that the credential says it was issued at."""
        from generator.openbadges.achievement import clean_text
        from generator.openbadges.document_fields import site_of

        return clean_text(site_of(self.document))[:200]

    def _is_of_another_site(self) -> bool:
        """Whether the folder that stands for the web is that of another site than the credential's."""
        return bool(self.site_address and self._site_named()) and self._site_named() != self.site_address

    def _conclusion(self, with_surroundings: bool) -> list[str]:
        """Whether the credential verifies, and what to do where that cannot be told."""
        from generator.openbadges.check_result import CheckStatus

        gettext = self.translator.gettext
        if self.report.holds and with_surroundings:
            return [
                gettext("It verifies with those files."),
                gettext("If you know that a folder holds its issuer's site, say so with --site FOLDER."),
            ]
        if self.report.holds:
            return [gettext("It verifies.")]
        if self.report.status is CheckStatus.INCONCLUSIVE and len(self.report.results) == 1:
            return [gettext("Ask its issuer, or a verifier for that kind of badge.")]
        if self.report.status is CheckStatus.INCONCLUSIVE and self._is_of_another_site():
            return [
                gettext(
                    "It cannot be checked from here: it was issued at {address}, and this folder is the site "
                    "of {site}.",
                    address=self._site_named(),
                    site=self.site_address,
                ),
                gettext("Check it without --site. Where the program has moved, ask for the new badge."),
            ]
        if self.report.status is CheckStatus.INCONCLUSIVE:
            return [
                gettext("It cannot be checked from here. Try again with an internet connection, or"),
                gettext("say with --site which folder holds its site."),
            ]
        return [gettext("It does not verify.")]


def _document_address(address: str) -> str:
    """The address of an award's document, also from that of its page."""
    page = address.split("#")[0].removesuffix("index.html")
    return f"{page.rstrip('/')}.json" if page.endswith("/") else page


def read_start(file: Path) -> bytes:
    """A file's bytes, at most one more than is looked into: what is larger is refused later."""
    from generator.openbadges.document_sources import LARGEST

    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _source_around(file: Path, base: str) -> "Source | None":
    """The files of the built site, or of the program, in which a file lies; None where it is in neither."""
    from generator.commands.web_files import folder_files

    for folder in file.parents:
        if any((folder / name).is_file() for name in ("did.json", ".well-known/did.json", "issuer.json")):
            return folder_files(folder, base)
        if has_settings(folder):
            require_one_settings_file(folder)
            return _source_in_content(file, folder, base)
    return None


def _source_in_content(file: Path, content: Path, base: str) -> "Source":
    """The files around a credential in the awards folder of a program that is not built yet."""
    from generator.openbadges.achievement_credential import CREDENTIAL
    from generator.openbadges.document_fields import document_of
    from generator.openbadges.document_sources import FallbackSource, mapping_source
    from generator.openbadges.issuer_documents import published_files
    from generator.reading.content_files import load_program
    from generator.reading.program_files import read_program

    program, _ = read_program(load_program(content)[0])
    published = published_files(program) if program else {}
    address_of_file = document_of(file.read_bytes()).get("id") if file.name == CREDENTIAL else None

    def read_beside_file(address: str) -> bytes | None:
        if address == address_of_file:
            return file.read_bytes()
        name = address.rpartition("/")[2]
        if not name or not address.startswith(f"{base}credentials/"):
            return None
        path = file.with_name(name)
        return path.read_bytes() if path.is_file() else None

    return FallbackSource(mapping_source(published), read_beside_file)


def raise_absence(file: str, reason: "AbsenceReason") -> NoReturn:
    """Raise UserError: why there is nothing to check."""
    from generator.openbadges.baking import AbsenceReason

    match reason:
        case AbsenceReason.NONE:
            raise UserError("There is no credential in {file}.", ExitStatus.PROBLEMS, file=file)
        case AbsenceReason.MANY:
            raise UserError("There is more than one credential in {file}.", ExitStatus.PROBLEMS, file=file)
        case AbsenceReason.JWT:
            raise UserError(
                "{file} holds a credential as a JWT, which runfolio cannot check. Ask its issuer, or a "
                "verifier for Open Badges 3.0.",
                ExitStatus.PROBLEMS,
                file=file,
            )
        case AbsenceReason.LARGE:
            raise UserError("{file} is too large to be a credential.", ExitStatus.PROBLEMS, file=file)
        case _:
            raise UserError(
                "{file} is not a credential, and not an SVG or PNG image with one.",
                ExitStatus.PROBLEMS,
                file=file,
            )
