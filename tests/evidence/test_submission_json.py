"""submissions/N.json: digests and findings of the day on which the inquiry was submitted."""

import json
from datetime import date

from generator.evidence.submission_json import write_submission
from generator.model import (
    Criterion,
    FrozenRequirement,
    GrowthRole,
    Impact,
    Mastery,
    Point,
    RulesEdition,
    Series,
    Verdict,
)
from generator.reading.file_digests import combined_digest
from generator.reading.submission_files import read_submission
from generator.runchart.verdict import evaluate_series

DIGESTS = {"inquiry.md": "b" * 64, "data/period-2.csv": "a" * 64}


BASIS = {"micro-credentials/visible": "c" * 64, "tools/math-talk": "d" * 64}
REQUIREMENT = FrozenRequirement(
    "visible",
    Impact(Verdict.SUSTAINED_IMPROVEMENT, ("explains", "asks"), 2, GrowthRole.REQUIRED),
    Mastery(criteria=(Criterion("question", "Asks a question"),)),
)


def written(requirement: FrozenRequirement | None = REQUIREMENT) -> bytes:
    points = tuple(Point(row, date(2025, 9, row), row % 5) for row in range(1, 17))
    judged = evaluate_series(Series("p-2", "P 2", "explains", points, baseline=8, change=1))
    return write_submission(2, date(2026, 1, 30), DIGESTS, requirement, BASIS, [judged])


def test_what_is_frozen() -> None:
    document = json.loads(written())
    assert list(document) == [
        "schema",
        "attempt",
        "date",
        "digest",
        "digests",
        "basis",
        "rules",
        "requirement",
        "findings",
    ]
    assert document["requirement"] == {
        "micro_credential": "visible",
        "verdict": "sustained_improvement",
        "prompts": ["explains", "asks"],
        "classes": 2,
        "growth": "required",
        "mastery": {
            "levels": ["not yet", "demonstrated"],
            "pass": "demonstrated",
            "assessors": 2,
            "criteria": [{"id": "question", "title": "Asks a question"}],
        },
    }
    assert document["basis"] == BASIS
    assert (document["attempt"], document["date"]) == (2, "2026-01-30")
    assert list(document["digests"]) == ["data/period-2.csv", "inquiry.md"]
    assert document["digest"] == combined_digest(DIGESTS)
    (finding,) = document["findings"]
    assert (finding["class"], finding["group"], finding["phase"], finding["change"]) == ("P 2", None, 1, 1)
    assert "verdict_text" not in finding


def test_it_is_read_back() -> None:
    submission, problems = read_submission(written(), "teachers/ana/talk/submissions/2.json")
    assert problems == []
    assert submission is not None
    assert (submission.attempt, submission.date) == (2, date(2026, 1, 30))
    assert dict(submission.digests) == DIGESTS
    assert (submission.rules, submission.requirement) == (RulesEdition.SECOND, REQUIREMENT)
    assert submission.basis == BASIS


def test_without_a_micro_credential_there_is_no_requirement_to_freeze() -> None:
    submission, problems = read_submission(written(None), "teachers/ana/talk/submissions/2.json")
    assert submission is not None and problems == []
    assert (submission.rules, submission.requirement) == (RulesEdition.SECOND, None)
