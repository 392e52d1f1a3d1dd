"""Reviews and submissions: what assessors wrote, and what was frozen when the teacher submitted."""

import json
import posixpath

from pydantic import ValidationError

from generator.model import CriterionJudgement, Review, Submission
from generator.problems import Place, Problem, error
from generator.reading.yaml.content_schema import ReviewFile, SubmissionFile
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.reading.yaml.validation import validate
from generator.slugs import slug


def read_review(data: bytes, file: str) -> tuple[Review | None, list[Problem]]:
    """One assessor's review."""
    document, problems = parse_yaml(data, file)
    if document is None:
        return None, problems
    shape, shape_problems = validate(ReviewFile, document)
    if shape is None:
        return None, problems + shape_problems
    return (
        Review(
            id=slug(posixpath.splitext(posixpath.basename(file))[0]),
            date=shape.date,
            assessor=shape.assessor,
            role=shape.role,
            attempt=shape.attempt,
            criteria={
                name: CriterionJudgement(
                    judgement.level,
                    judgement.evidence,
                    judgement.feedback,
                    document.key_place(("criteria", name)),
                    document.place(("criteria", name, "level")),
                )
                for name, judgement in shape.criteria.items()
            },
            recommend=shape.recommend,
            feedback=shape.feedback,
            attempt_place=document.place(("attempt",)),
        ),
        problems,
    )


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
    return Submission(shape.attempt, shape.date, shape.digests, verdicts), []
