"""Submissions: what was frozen when the teacher submitted, as `portfolio submit` wrote it."""

import json
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from generator.model import FrozenRequirement, GrowthRole, Impact, RulesEdition, Submission, Verdict
from generator.problems import Place, Problem, error
from generator.reading.yaml.field_types import Day


class FrozenFile(BaseModel):
    """One series of a submission, as far as it is compared with later."""

    model_config = ConfigDict(extra="ignore")
    class_: str | None = Field(None, alias="class")
    prompt: str | None = None
    group: str | None = None
    phase: int = 1
    verdict: str | None = None


class FrozenRequirementFile(BaseModel):
    """The requirement that an attempt is judged by: each part of it is there, so that none is taken for
    granted."""

    model_config = ConfigDict(extra="ignore")
    micro_credential: str
    verdict: Verdict
    prompts: list[str] = Field(min_length=1)
    classes: int = Field(ge=1)
    growth: GrowthRole


class SubmissionFile(BaseModel):
    """content/teachers/ID/INQUIRY/submissions/N.json; later versions may add keys."""

    model_config = ConfigDict(extra="ignore")
    file: ClassVar[str] = ""
    schema_: int = Field(1, alias="schema")
    attempt: int = Field(ge=1)
    date: Day
    digests: dict[str, str] = {}
    requirement: FrozenRequirementFile | None = None
    findings: list[FrozenFile] = []

    @model_validator(mode="after")
    def _second_edition_freezes_it(self) -> "SubmissionFile":
        """The first edition froze no requirement; later ones say at least that there is none."""
        if (self.schema_ > 1) != ("requirement" in self.model_fields_set):
            raise ValueError("requirement")
        return self


def read_submission(data: bytes, file: str) -> tuple[Submission | None, list[Problem]]:
    """A frozen submission, as `portfolio submit` writes it."""
    try:
        shape = SubmissionFile.model_validate(json.loads(data))
    except (ValueError, RecursionError, ValidationError):
        return None, [
            error(
                "bad-submission",
                Place(file),
                "This file is not as  portfolio submit  wrote it.",
                "Restore it from git, or take it away and submit again.",
            )
        ]
    verdicts = {
        (finding.class_ or "", finding.prompt or "", finding.phase): finding.verdict
        for finding in shape.findings
        if not finding.group
    }
    frozen = shape.requirement
    submission = Submission(
        attempt=shape.attempt,
        date=shape.date,
        digests=shape.digests,
        rules=RulesEdition.FIRST if shape.schema_ == 1 else RulesEdition.SECOND,
        requirement=FrozenRequirement(
            frozen.micro_credential,
            Impact(frozen.verdict, tuple(frozen.prompts), frozen.classes, frozen.growth),
        )
        if frozen
        else None,
        verdicts=verdicts,
    )
    return submission, []
