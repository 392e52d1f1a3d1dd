"""The files of an award: those that are there, those that would be written, and how they verify."""

from collections.abc import Mapping
from datetime import date as Date

from msgspec import Struct

from generator import addresses
from generator.authoring.issuer_session import IssuerSession
from generator.authoring.signed_register import signer_of
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.credential.rules_edition import CURRENT_EDITION
from generator.evidence.data_csv import write_data_csv
from generator.indented_json import indented_json
from generator.layout import InquiryFolder
from generator.model import Award, Program, Teacher
from generator.openbadges.achievement_credential import (
    CREDENTIAL,
    DATA,
    FINDING,
    CredentialBuilder,
    Grant,
    midnight,
)
from generator.openbadges.document_fields import compare_documents, date_of, document_of
from generator.openbadges.frozen_finding import edition_of_finding, equal_findings, freeze_finding
from generator.openbadges.jsonld import Document
from generator.openbadges.proof import sign_document
from generator.openbadges.status_list import number_in
from generator.reading.content_files import ContentFolder
from generator.site.awards.award_check import check_award
from generator.site.rendering.context import RenderContext


class AwardedInquiry(Struct, frozen=True):
    """The inquiry that an award is for, evaluated as it is today; it names a micro-credential.

    `inquiry_folder` is its path below the content folder.
    """

    teacher: Teacher
    evaluated: EvaluatedInquiry
    inquiry_folder: str

    @property
    def micro_credential(self) -> str:
        """The micro-credential's id."""
        assert self.evaluated.credential is not None, "it names one"
        return self.evaluated.credential.id

    @property
    def name(self) -> str:
        """What the award is called in addresses."""
        return addresses.award_id(self.teacher.id, self.evaluated.inquiry.id, self.micro_credential)

    @property
    def folder(self) -> str:
        """The award's folder, below the content folder."""
        return f"{self.inquiry_folder}/{InquiryFolder.AWARDS}/{self.micro_credential}"


class StandingAward(Struct, frozen=True):
    """An award that is in its folder already.

    `signer` is the public key that signed it, empty where that key is not listed today or the award was
    changed since; `number` is its number in the status list, as it was handed out.
    """

    files: Mapping[str, bytes]
    signer: str
    day: Date | None
    number: int | None


class AwardDifferences(Struct, frozen=True):
    """Where an award says other than it would today: files that differ, and entries of the credential.

    `added` are entries that it does not have at all: an earlier version of runfolio did not write them, or
    the micro-credential or the issuer has been given them since.
    """

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


class AwardDocuments(Struct, frozen=True):
    """What an award says: the credential without its proof, and the bytes of DATA and FINDING."""

    credential: Document
    frozen: Mapping[str, bytes]

    def compare(self, standing_award: StandingAward, folder: str) -> AwardDifferences:
        """How an award in its `folder` differs from this, whoever signed it."""
        stored = {path.removeprefix(f"{folder}/"): data for path, data in standing_award.files.items()}
        signed = document_of(stored.pop(CREDENTIAL, b""))
        bare = {name: value for name, value in signed.items() if name not in ("proof", "relatedResource")}
        current = {name: value for name, value in self.credential.items() if name != "relatedResource"}
        changed, added = compare_documents(bare, current)
        files = tuple(name for name in {**stored, **self.frozen} if stored.get(name) != self.frozen.get(name))
        return AwardDifferences((*files, *changed), added)


def read_standing_award(
    program: Program, teacher: ContentFolder, awarded: AwardedInquiry
) -> StandingAward | None:
    """The award in an inquiry's folder.

    None where there is none, or where it was issued for another address: the folder was renamed or copied.
    """
    paths = {f"{awarded.folder}/{name}" for name in (CREDENTIAL, DATA, FINDING)}
    files = {path: data for path, data in teacher.files.items() if path in paths}
    document = document_of(files.get(f"{awarded.folder}/{CREDENTIAL}", b""))
    address = addresses.absolute_url(program.url, addresses.award_document(awarded.name))
    if not files or (document and document.get("id") != address):
        return None
    list_address = addresses.absolute_url(program.url, addresses.REVOCATIONS)
    return StandingAward(
        files=files,
        signer=signer_of(program, document) if document else "",
        day=date_of(document, "validFrom"),
        number=number_in(document.get("credentialStatus"), list_address),
    )


def award_documents(
    session: IssuerSession, awarded: AwardedInquiry, grant: Grant, standing_award: StandingAward | None = None
) -> AwardDocuments:
    """What the award says, unsigned.

    A finding in `standing_award` is compared by its own edition of the rules; one that says the same, but
    for the last digits of numbers, is taken as it is.
    """
    evaluated, build_context = awarded.evaluated, session.build_context
    stored = standing_award.files.get(f"{awarded.folder}/{FINDING}", b"") if standing_award else b""
    edition = edition_of_finding(stored) or CURRENT_EDITION
    finding = freeze_finding(evaluated, edition)
    if equal_findings(stored, finding):
        finding = stored
    frozen = {DATA: write_data_csv(evaluated.inquiry, evaluated.tool), FINDING: finding}
    builder = CredentialBuilder(
        build_context.render.translator, build_context.program, awarded.teacher, evaluated, edition
    )
    return AwardDocuments(builder.build(frozen, grant), frozen)


def signed_award(
    session: IssuerSession, awarded: AwardedInquiry, documents: AwardDocuments, grant: Grant
) -> dict[str, bytes]:
    """The award's files, by path below the content folder.

    Raises InvalidJsonLd where something in it could not be signed.
    """
    credential = sign_document(documents.credential, session.key, grant.did, midnight(grant.day))
    files = {CREDENTIAL: indented_json(credential), **documents.frozen}
    return {f"{awarded.folder}/{name}": data for name, data in files.items()}


def failed_checks(
    context: RenderContext, awarded: AwardedInquiry, files: Mapping[str, bytes]
) -> tuple[str, ...]:
    """Verify an award as a build will; returns the texts of the failed checks.

    `files` are the award's, by path below the content folder; the program of the context has the register.
    """
    award_files = {
        path.rpartition("/")[2]: data for path, data in files.items() if path.startswith(f"{awarded.folder}/")
    }
    award = Award(awarded.micro_credential, award_files)
    checked = check_award(context, awarded.name, award, award_files[CREDENTIAL])
    return tuple(failure.text for failure in checked.report.failures)
