"""Reviews: what assessors wrote."""

import posixpath

from generator.model import CriterionJudgement, Review
from generator.problems import Problem
from generator.reading.yaml.content_schema import ReviewFile
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
            inquiry=shape.inquiry,
            content=shape.content,
            attempt_place=document.place(("attempt",)),
        ),
        problems,
    )
