"""An award held against what its own program publishes, and what to do where it does not verify."""

from collections.abc import Mapping
from datetime import timedelta

from msgspec import Struct

from generator import addresses
from generator.layout import REGISTER
from generator.memoize import digest
from generator.model import Award
from generator.openbadges.achievement import clean_text
from generator.openbadges.award_register import BadRegister, RegisterEntry
from generator.openbadges.baking import NoCredentialFound, parse_document
from generator.openbadges.check_result import CheckQuestion, failed
from generator.openbadges.credential_check import CheckReport, CredentialCheck
from generator.openbadges.document_fields import date_of
from generator.openbadges.document_sources import mapping_source
from generator.openbadges.issuer_documents import (
    accepted_issuers,
    award_evidence,
    published_files,
    read_program_register,
)
from generator.openbadges.jsonld import Document
from generator.openbadges.status_list import number_in
from generator.problems import Phrase, Place, Problem, notice, warning
from generator.site.rendering.context import RenderContext


class CheckedAward(Struct, frozen=True):
    """An award and the results of its check.

    `name` is the award's id in addresses and in the register, `document` the credential, empty where the
    file does not hold the one of this address.
    """

    name: str
    document: Document
    report: CheckReport

    @property
    def signed_document(self) -> Document:
        """The credential; empty where its signature does not hold, so that nothing unsigned is repeated."""
        return self.document if self.report.signed else {}


def check_award(context: RenderContext, name: str, award: Award, credential: bytes) -> CheckedAward:
    """Check an award's credential as a third party would, from what the program publishes."""
    translator = context.translator
    document = _parsed(credential)
    if document.get("id") != addresses.absolute_url(context.program.url, addresses.award_document(name)):
        address = clean_text(str(document.get("id", "")))[:200] or "?"
        text = translator.gettext("It was issued for another address, {address}.", address=address)
        return CheckedAward(name, {}, CheckReport((failed(CheckQuestion.FORM, text),)))
    if text := _against_register(context, register_entry(context, name), document):
        return CheckedAward(name, document, CheckReport((failed(CheckQuestion.REVOCATION, text),)))
    files = published_files(context.program) | award_evidence(context.program, name, award)
    issuers = accepted_issuers(context.program)
    key = digest(
        "award",
        context.language_digest,
        credential,
        files.items(),
        context.today.isoformat(),
        *sorted(issuers),
    )
    # a build goes by the day on the wall: in some places that is still the day before
    check = CredentialCheck(
        translator, document, mapping_source(files), context.today, issuers, slack=timedelta(days=1)
    )
    return CheckedAward(name, document, context.memoize(key, check.report))


def _parsed(credential: bytes) -> Document:
    try:
        return parse_document(credential)
    except NoCredentialFound:
        return {}


def _against_register(context: RenderContext, entry: RegisterEntry | None, document: Document) -> str:
    """In what the register contradicts a credential, as a sentence; empty where it agrees.  The register
    lists every award, with its number, its last day and whether it is revoked."""
    gettext = context.translator.gettext
    if entry is None:
        return gettext("It is not in the register, {file}.", file=f"content/{REGISTER}")
    until = date_of(document, "validUntil")
    number = number_in(
        document.get("credentialStatus"), addresses.absolute_url(context.program.url, addresses.REVOCATIONS)
    )
    if number != entry.number or (until.isoformat() if until else "") != entry.until:
        return gettext("The register, {file}, says something else about it.", file=f"content/{REGISTER}")
    return ""


def register_entry(context: RenderContext, name: str) -> RegisterEntry | None:
    """The entry of an award in the issuer's register; None without one, or without a register that can be
    read."""
    try:
        return read_program_register(context.program).entry(name)
    except BadRegister:
        return None


def award_not_shown_problem(file: str, report: CheckReport) -> Problem:
    """Why an award's badge is not shown, and what to do about just that.  `report` has a failure."""
    failure = report.failures[0]
    text = Phrase("This award does not verify, so its badge is not shown: {reason}")
    if failure.question is CheckQuestion.DATES:
        return notice(
            "award-expired",
            Place(file),
            text,
            "There is nothing to do, unless you want to award it again.",
            reason=failure.text,
        )
    return warning("award-fails", Place(file), text, str(_REMEDIES[failure.question]), reason=failure.text)


def no_credential_problem(file: str) -> Problem:
    """An award's folder without its credential; `file` is where it should be."""
    return warning(
        "award-incomplete",
        Place(file),
        "This award has no credential, so it is not shown.",
        "Restore its folder from git, or delete it.",
    )


_RESTORE = Phrase("Restore the award's folder from git.")
_REMEDIES: Mapping[CheckQuestion, Phrase] = {
    CheckQuestion.FORM: Phrase(
        "If the site's address has changed, put back the url in program.yml, or issue the award again. "
        "Otherwise restore its folder from git."
    ),
    CheckQuestion.ISSUER: Phrase(
        "Put the issuer in program.yml back to what it was when this was signed: its did, url and keys."
    ),
    CheckQuestion.SIGNATURE: Phrase(
        "If it names a key that is not listed, put that key back in program.yml, after the newer ones; "
        "or, if that key was stolen, type  portfolio award --all. Otherwise restore the award's folder "
        "from git."
    ),
    CheckQuestion.REVOCATION: Phrase(
        "Restore content/credentials/ from git, or type  portfolio award --all  to sign its list again."
    ),
    CheckQuestion.MASTERY: _RESTORE,
    CheckQuestion.EVIDENCE: _RESTORE,
    CheckQuestion.VERDICT: Phrase(
        "Restore the award's folder from git; or, if it was judged by older rules, issue it again."
    ),
}
