"""Reviews: what assessors wrote."""

import posixpath
import re

from generator.model import CriterionJudgement, Review, ReviewPlaces
from generator.problems import Place, Problem
from generator.reading.reviewer_names import without_role
from generator.reading.yaml.content_schema import ReviewFile
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.reading.yaml.validation import validate
from generator.slugs import slug

_ATTEMPT_IN_NAME = re.compile(r"[-_ ]+attempt[-_ ]*\d+$", re.IGNORECASE)


def read_review(data: bytes, file: str) -> tuple[Review | None, list[Problem]]:
    """One assessor's review; None with an error."""
    document, problems = parse_yaml(data, file)
    if document is None:
        return None, problems
    shape, shape_problems = validate(ReviewFile, document)
    if shape is None:
        return None, problems + shape_problems
    stem = posixpath.splitext(posixpath.basename(file))[0]
    signed = shape.assessor.strip() or _name_in_file_name(stem)
    keys = ("inquiry", "assessor", "attempt", "content", "date")
    return (
        Review(
            id=slug(stem),
            date=shape.date,
            assessor=without_role(signed),
            role=shape.role,
            attempt=shape.attempt,
            criteria={
                name: CriterionJudgement(
                    judgement.level,
                    judgement.evidence,
                    judgement.feedback,
                    document.key_place(("criteria", name)),
                    document.place(("criteria", name, "level")),
                    document.place(("criteria", name, "evidence")),
                )
                for name, judgement in shape.criteria.items()
            },
            recommend=shape.recommend,
            feedback=shape.feedback,
            signed=signed,
            inquiry=shape.inquiry.strip(),
            content=shape.content.strip(),
            places=ReviewPlaces(Place(file), *(document.place((key,)) for key in keys)),
        ),
        problems,
    )


def _name_in_file_name(stem: str) -> str:
    """assessor-a-attempt-2 -> assessor a."""
    return re.sub(r"[-_]+", " ", _ATTEMPT_IN_NAME.sub("", stem))
