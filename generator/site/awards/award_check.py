"""An award held against what its own program publishes, and what to do where it does not verify."""

from collections.abc import Mapping
from typing import Any

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
from generator.openbadges.status_list import number_in
from generator.problems import Phrase, Place, Problem, notice, warning
from generator.site.rendering.context import RenderContext


def check_award(
    context: RenderContext, name: str, award: Award, data: bytes
) -> tuple[Mapping[str, Any] | None, CheckReport]:
    """The credential, None where the file holds none of this address, and every question asked of it."""
    program, translator = context.program, context.translator
    wanted = addresses.absolute_url(program.url, addresses.award_document(name))
    try:
        document: Mapping[str, Any] = parse_document(data)
    except NoCredentialFound:
        document = {}
    if document.get("id") != wanted:
        found = clean_text(str(document.get("id", "")))[:200] or "?"
        said = translator.gettext("It was issued for another address, {address}.", address=found)
        return None, CheckReport((failed(CheckQuestion.FORM, said),))
    if wrong := _against_register(context, register_entry(context, name), document):
        return document, CheckReport((failed(CheckQuestion.REVOCATION, wrong),))
    files = published_files(program) | award_evidence(program, name, award)
    key = digest(
        "award",
        context.language_digest,
        data,
        files.items(),
        context.today.isoformat(),
        *sorted(accepted_issuers(program)),
    )
    check = CredentialCheck(
        translator, document, mapping_source(files), context.today, accepted_issuers(program)
    )
    return document, context.memoize(key, check.report)


def _against_register(
    context: RenderContext, entry: RegisterEntry | None, document: Mapping[str, Any]
) -> str:
    """What the register says otherwise: it knows every award, and what has been taken back."""
    translator = context.translator
    if entry is None:
        return translator.gettext("It is not in the register, {file}.", file=f"content/{REGISTER}")
    until = date_of(document, "validUntil")
    number = number_in(
        document.get("credentialStatus"), addresses.absolute_url(context.program.url, addresses.REVOCATIONS)
    )
    if number != entry.number or (until.isoformat() if until else "") != entry.until:
        return translator.gettext("The register, {file}, says otherwise of it.", file=f"content/{REGISTER}")
    return ""


def register_entry(context: RenderContext, name: str) -> RegisterEntry | None:
    """What the issuer's register says of an award."""
    try:
        return read_program_register(context.program).entry(name)
    except BadRegister:
        return None


def award_not_shown_problem(file: str, result: CheckReport) -> Problem:
    """Why an award's badge is not shown, and what to do about just that."""
    failed = result.failures[0]
    said = Phrase("This award does not verify, so its badge is not shown: {reason}")
    if failed.question is CheckQuestion.DATES:
        return notice(
            "award-expired",
            Place(file),
            said,
            "There is nothing to do, unless you want to award it anew.",
            reason=failed.text,
        )
    return warning("award-fails", Place(file), said, str(_REMEDIES[failed.question]), reason=failed.text)


def no_credential_problem(file: str) -> Problem:
    return warning(
        "award-incomplete",
        Place(file),
        "This award has no credential, so it is not shown.",
        "Restore its folder from git, or take it away.",
    )


_RESTORE = Phrase("Restore the award's folder from git.")
_REMEDIES: Mapping[CheckQuestion, Phrase] = {
    CheckQuestion.FORM: Phrase(
        "If the site's address has changed, put the url in program.yml back, or issue the award anew. "
        "Else restore its folder from git."
    ),
    CheckQuestion.ISSUER: Phrase(
        "Put the issuer in program.yml back to what it was when this was signed: its did, url and keys."
    ),
    CheckQuestion.SIGNATURE: Phrase(
        "If it names a key that is not listed, put that key back in program.yml, behind the newer ones; or, "
        "if that key was stolen, type  portfolio award --all. Else restore the award's folder from git."
    ),
    CheckQuestion.REVOCATION: Phrase(
        "Restore content/credentials/ from git, or type  portfolio award --all  to sign its list anew."
    ),
    CheckQuestion.MASTERY: _RESTORE,
    CheckQuestion.EVIDENCE: _RESTORE,
    CheckQuestion.VERDICT: Phrase(
        "Restore the award's folder from git; or, if it was judged by older rules, issue it anew."
    ),
}
