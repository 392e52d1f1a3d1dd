"""A submission: the inquiry as it stands when the teacher submits it, frozen as digests and findings.

Reviews name the attempt that they looked at; with what is kept here a page can say what has changed
since.  The words and tables themselves stay in git.
"""

from collections.abc import Mapping, Sequence
from datetime import date as Date

from generator.evidence.findings_json import finding_as_json
from generator.indented_json import indented_json
from generator.model import EvaluatedSeries, FrozenRequirement, Mastery, RulesEdition
from generator.reading.file_digests import combined_digest

SCHEMA = 2
_KEPT = ("class", "prompt", "points", "useful_after", "median", "median_after", "by_luck", "verdict")


def write_submission(
    attempt: int,
    day: Date,
    digests: Mapping[str, str],
    requirement: FrozenRequirement | None,
    basis: Mapping[str, str],
    evaluated_series: Sequence[EvaluatedSeries],
) -> bytes:
    """submissions/N.json.

    `digests` are of the inquiry's files.  The attempt is judged by `requirement`, whatever the
    micro-credential says later; `basis` are the digests of the files that it follows from.
    """
    document = {
        "schema": SCHEMA,
        "attempt": attempt,
        "date": day.isoformat(),
        "digest": combined_digest(digests),
        "digests": dict(sorted(digests.items())),
        "basis": dict(sorted(basis.items())),
        "rules": RulesEdition.SECOND,
        "requirement": {
            "micro_credential": requirement.micro_credential,
            "verdict": requirement.impact.verdict,
            "prompts": list(requirement.impact.prompts),
            "classes": requirement.impact.classes,
            "growth": requirement.impact.growth,
            "mastery": _mastery_as_json(requirement.mastery),
        }
        if requirement
        else None,
        "findings": [
            {key: value for key, value in finding_as_json(evaluated, "").items() if key in _KEPT}
            | {
                "group": evaluated.series.group or None,
                "phase": evaluated.series.phase,
                "change": evaluated.series.change,
            }
            for evaluated in evaluated_series
        ],
    }
    return indented_json(document)


def _mastery_as_json(rubric: Mastery) -> dict[str, object]:
    return {
        "levels": list(rubric.levels),
        "pass": rubric.passing,
        "assessors": rubric.assessors,
        "criteria": [{"id": criterion.id, "title": criterion.title} for criterion in rubric.criteria],
    }
