"""An award's files: those that are there, those that would be, and what whoever checks them would find."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date

from generator import addresses
from generator.authoring.signed_register import signer_of
from generator.building.build_context import BuildContext
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.evidence.data_csv import write_data_csv
from generator.model import Award, Program, Teacher
from generator.openbadges.achievement_credential import (
    CREDENTIAL,
    DATA,
    FINDING,
    CredentialBuilder,
    Grant,
    midnight,
)
from generator.openbadges.credential_check import CredentialCheck
from generator.openbadges.document_fields import date_of, document_of
from generator.openbadges.document_sources import mapping_source
from generator.openbadges.frozen_finding import freeze_finding
from generator.openbadges.issuer_documents import (
    accepted_issuers,
    award_evidence,
    json_lines,
    published_files,
)
from generator.openbadges.proof import sign_document
from generator.openbadges.signing_keys import SigningKey
from generator.openbadges.status_list import number_in
from generator.reading.content_files import ContentFolder
from generator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class EarnedAward:
    """Who earned what, in which folder below the content folder."""

    teacher: Teacher
    case: EvaluatedInquiry
    folder: str

    @property
    def award(self) -> str:
        assert self.case.credential is not None, "it is earned"
        return self.case.credential.id

    @property
    def name(self) -> str:
        return addresses.award_id(self.teacher.id, self.case.inquiry.id, self.award)

    @property
    def here(self) -> str:
        return f"{self.folder}/awards/{self.award}"


@dataclass(frozen=True, slots=True)
class StandingAward:
    """An award that is in its folder already.  `signer` is the key that signed it, empty where that is none
    that is listed today, or the award was changed."""

    files: Mapping[str, bytes]
    signer: str
    day: Date | None
    number: int | None  # in the list, as it was handed out


def read_standing_award(program: Program, own: ContentFolder, seen: EarnedAward) -> StandingAward | None:
    """None too where what lies there was issued for another address: the folder was renamed or copied."""
    own_files = {f"{seen.here}/{name}" for name in (CREDENTIAL, DATA, FINDING)}
    files = {path: data for path, data in own.files.items() if path in own_files}
    document = document_of(files.get(f"{seen.here}/{CREDENTIAL}", b""))
    here = addresses.absolute_url(program.url, addresses.award_document(seen.name))
    if not files or (document and document.get("id") != here):
        return None
    number = number_in(
        document.get("credentialStatus"), addresses.absolute_url(program.url, addresses.REVOCATIONS)
    )
    signer = signer_of(program, document) if document else ""
    return StandingAward(files, signer, date_of(document, "validFrom"), number)


def award_documents(
    build_context: BuildContext, seen: EarnedAward, key: SigningKey, grant: Grant
) -> dict[str, bytes]:
    """The award's files, by path below the content folder.  Raises NotLinkedData."""
    evaluated, program = seen.case, build_context.program
    frozen = {DATA: write_data_csv(evaluated.inquiry, evaluated.tool), FINDING: freeze_finding(evaluated)}
    builder = CredentialBuilder(build_context.render.translator, program, seen.teacher, evaluated)
    bare = builder.build(frozen, grant)
    files = {CREDENTIAL: json_lines(sign_document(bare, key, grant.did, midnight(grant.day))), **frozen}
    return {f"{seen.here}/{file}": data for file, data in files.items()}


def equal_without_proof(known: Mapping[str, bytes], made: Mapping[str, bytes]) -> bool:
    def bare(files: Mapping[str, bytes]) -> dict[str, object]:
        return {
            path: {**json.loads(data), "proof": None} if path.endswith(f"/{CREDENTIAL}") else data
            for path, data in files.items()
        }

    return bare(known) == bare(made)


def failed_checks(
    translator: Translator, program: Program, seen: EarnedAward, award: Mapping[str, bytes], today: Date
) -> tuple[str, ...]:
    """What whoever checks the award would find wrong with it; nothing, we hope."""
    files = {path.rpartition("/")[2]: data for path, data in award.items()}
    published = published_files(program) | award_evidence(program, seen.name, Award(seen.award, files))
    document = document_of(files[CREDENTIAL])
    check = CredentialCheck(translator, document, mapping_source(published), today, accepted_issuers(program))
    return tuple(failure.text for failure in check.report().failures)
