"""Submissions: what was frozen when the teacher submitted, as `portfolio submit` wrote it."""

import json
import posixpath
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from generator.model import (
    Criterion,
    FrozenRequirement,
    GrowthRole,
    Impact,
    Mastery,
    RulesEdition,
    Submission,
)
from generator.problems import Place, Problem, error
from generator.reading.file_digests import combined_digest
from generator.reading.yaml.field_types import Day, RequiredVerdict


class FrozenFile(BaseModel):
    """One series of a submission, as far as it is compared with later."""

    model_config = ConfigDict(extra="ignore")
    class_: str | None = Field(None, alias="class")
    prompt: str | None = None
    group: str | None = None
    phase: int = 1
    verdict: str | None = None


class FrozenCriterionFile(BaseModel):
    """A criterion of the rubric that an attempt is judged by."""

    model_config = ConfigDict(extra="ignore")
    id: str
    title: str


class FrozenRubricFile(BaseModel):
    """The rubric that an attempt is judged by."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)
    levels: list[str] = Field(min_length=1)
    passing: str = Field(alias="pass")
    assessors: int = Field(ge=1)
    criteria: list[FrozenCriterionFile]

    @model_validator(mode="after")
    def _passing_is_a_level(self) -> "FrozenRubricFile":
        if self.passing not in self.levels:
            raise ValueError("pass")
        return self


class FrozenRequirementFile(BaseModel):
    """The requirement that an attempt is judged by: each part of it is there, so that none is taken for
    granted."""

    model_config = ConfigDict(extra="ignore")
    micro_credential: str
    verdict: RequiredVerdict
    prompts: list[str]
    classes: int = Field(ge=1)
    growth: GrowthRole
    mastery: FrozenRubricFile


class SubmissionFile(BaseModel):
    """content/teachers/ID/INQUIRY/submissions/N.json; later versions may add keys."""

    model_config = ConfigDict(extra="ignore")
    file: ClassVar[str] = ""
    schema_: int = Field(1, alias="schema")
    attempt: int = Field(ge=1)
    date: Day
    digest: str = ""
    digests: dict[str, str] = {}
    basis: dict[str, str] = {}
    requirement: FrozenRequirementFile | None = None
    findings: list[FrozenFile] = []

    @model_validator(mode="after")
    def _second_edition_freezes_it(self) -> "SubmissionFile":
        """The first edition froze no requirement; later ones say at least that there is none."""
        is_second = self.schema_ > 1
        if is_second != ("requirement" in self.model_fields_set) or is_second != (
            "basis" in self.model_fields_set
        ):
            raise ValueError("requirement")
        return self

    @model_validator(mode="after")
    def _digest_is_of_the_digests(self) -> "SubmissionFile":
        if self.schema_ > 1 and self.digest != combined_digest(self.digests):
            raise ValueError("digest")
        return self


def read_submission(data: bytes, file: str) -> tuple[Submission | None, list[Problem]]:
    """A frozen submission, as `portfolio submit` writes it."""
    try:
        shape = SubmissionFile.model_validate(json.loads(data))
        if posixpath.basename(file) != f"{shape.attempt}.json":
            raise ValueError("attempt")
    except (ValueError, RecursionError, ValidationError):
        return None, [
            error(
                "bad-submission",
                Place(file),
                "This file is not as  portfolio submit  wrote it.",
                "Restore it from git, or delete it and submit again.",
            )
        ]
    verdicts = {
        (finding.class_ or "", finding.prompt or "", finding.phase): finding.verdict
        for finding in shape.findings
        if not finding.group
    }
    submission = Submission(
        attempt=shape.attempt,
        date=shape.date,
        digests=shape.digests,
        rules=RulesEdition.FIRST if shape.schema_ == 1 else RulesEdition.SECOND,
        requirement=_frozen_requirement(shape.requirement) if shape.requirement else None,
        basis=shape.basis,
        verdicts=verdicts,
    )
    return submission, []


def _frozen_requirement(frozen: FrozenRequirementFile) -> FrozenRequirement:
    rubric = frozen.mastery
    return FrozenRequirement(
        frozen.micro_credential,
        Impact(frozen.verdict, tuple(frozen.prompts), frozen.classes, frozen.growth),
        Mastery(
            tuple(rubric.levels),
            rubric.passing,
            rubric.assessors,
            tuple(Criterion(criterion.id, criterion.title) for criterion in rubric.criteria),
        ),
    )
