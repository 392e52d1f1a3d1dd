"""An award's files: those that are there, those that would be, and what whoever checks them would find."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date

from generator import addresses
from generator.authoring.issuer import signer_of
from generator.credential.case import Case
from generator.evidence.data_csv import data_csv
from generator.making.opening import Opened
from generator.model import Award, Program, Teacher
from generator.openbadges.checking import checked, day_in
from generator.openbadges.credential import (
    CREDENTIAL,
    DATA,
    FINDING,
    Grant,
    credential,
    document_of,
    midnight,
)
from generator.openbadges.finding import frozen_finding
from generator.openbadges.issuing import accepted, answers, as_lines, evidence
from generator.openbadges.keys import SigningKey
from generator.openbadges.proof import signed
from generator.openbadges.sources import in_mapping
from generator.openbadges.status import number_in
from generator.reading.files import Folder
from generator.words.speech import Words


@dataclass(frozen=True, slots=True)
class Earned:
    """Who earned what, in which folder below the content folder."""

    teacher: Teacher
    case: Case
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
class Known:
    """An award that is in its folder already.  `signer` is the key that signed it, empty where that is none
    that is listed today, or the award was changed."""

    files: Mapping[str, bytes]
    signer: str
    day: Date | None
    number: int | None  # in the list, as it was handed out


def known_in(program: Program, own: Folder, seen: Earned) -> Known | None:
    """None too where what lies there was issued for another address: the folder was renamed or copied."""
    own_files = {f"{seen.here}/{name}" for name in (CREDENTIAL, DATA, FINDING)}
    files = {path: data for path, data in own.files.items() if path in own_files}
    document = document_of(files.get(f"{seen.here}/{CREDENTIAL}", b""))
    here = addresses.full(program.url, addresses.award_document(seen.name))
    if not files or (document and document.get("id") != here):
        return None
    number = number_in(document.get("credentialStatus"), addresses.full(program.url, addresses.REVOCATIONS))
    signer = signer_of(program, document) if document else ""
    return Known(files, signer, day_in(document, "validFrom"), number)


def documents(opened: Opened, seen: Earned, key: SigningKey, grant: Grant) -> dict[str, bytes]:
    """The award's files, by path below the content folder.  Raises NotLinkedData."""
    case, program = seen.case, opened.program
    frozen = {DATA: data_csv(case.inquiry, case.tool), FINDING: frozen_finding(case)}
    bare = credential(opened.press.words, program, seen.teacher, case, frozen, grant)
    files = {CREDENTIAL: as_lines(signed(bare, key, grant.did, midnight(grant.day))), **frozen}
    return {f"{seen.here}/{file}": data for file, data in files.items()}


def same_but_for_the_proof(known: Mapping[str, bytes], made: Mapping[str, bytes]) -> bool:
    def bare(files: Mapping[str, bytes]) -> dict[str, object]:
        return {
            path: {**json.loads(data), "proof": None} if path.endswith(f"/{CREDENTIAL}") else data
            for path, data in files.items()
        }

    return bare(known) == bare(made)


def faults_in(
    words: Words, program: Program, seen: Earned, award: Mapping[str, bytes], today: Date
) -> tuple[str, ...]:
    """What whoever checks the award would find wrong with it; nothing, we hope."""
    files = {path.rpartition("/")[2]: data for path, data in award.items()}
    published = answers(program) | evidence(program, seen.name, Award(seen.award, files))
    document = document_of(files[CREDENTIAL])
    result = checked(words, document, in_mapping(published), today, accepted(program))
    return tuple(one.said for one in result.failed)
