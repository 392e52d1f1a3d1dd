"""A frozen submission: what it holds, and what cannot be left out of it."""

import json
from datetime import date

import pytest

from generator.model import GrowthRole, RulesEdition
from generator.reading.file_digests import combined_digest
from generator.reading.submission_files import read_submission

SUBMISSION = {
    "attempt": 2,
    "date": "2026-01-30",
    "digests": {"inquiry.md": "00"},
    "findings": [
        {"class": "Period 2", "prompt": "explains", "phase": 1, "verdict": "no_signal"},
        {"class": "Period 2", "prompt": "explains", "group": "ELL", "verdict": "no_signal"},
    ],
    "of a later version": True,
}


def test_a_submission_has_the_verdicts_of_whole_classes() -> None:
    submission, problems = read_submission(json.dumps(SUBMISSION).encode(), "submissions/2.json")
    assert submission and problems == []
    assert (submission.attempt, submission.date) == (2, date(2026, 1, 30))
    assert submission.verdicts == {("Period 2", "explains", 1): "no_signal"}


RUBRIC = {
    "levels": ["not yet", "demonstrated"],
    "pass": "demonstrated",
    "assessors": 2,
    "criteria": [{"id": "question", "title": "Asks a question"}],
}
REQUIREMENT = {
    "micro_credential": "visible",
    "verdict": "sustained_improvement",
    "prompts": ["explains"],
    "classes": 2,
    "growth": "required",
    "mastery": RUBRIC,
}
BASIS = {"micro-credentials/visible": "00", "tools/math-talk": "00"}
DIGEST = combined_digest({"inquiry.md": "00"})
SECOND = SUBMISSION | {"schema": 2, "digest": DIGEST, "requirement": REQUIREMENT, "basis": BASIS}


def test_a_submission_of_the_first_edition_has_no_requirement() -> None:
    submission, _ = read_submission(json.dumps(SUBMISSION | {"schema": 1}).encode(), "submissions/2.json")
    assert submission and (submission.rules, submission.requirement) == (RulesEdition.FIRST, None)


def test_a_submission_has_the_requirement_that_it_is_judged_by() -> None:
    submission, _ = read_submission(json.dumps(SECOND).encode(), "submissions/2.json")
    assert submission and submission.requirement and submission.rules is RulesEdition.SECOND
    assert submission.requirement.micro_credential == "visible"
    assert (submission.requirement.impact.prompts, submission.requirement.impact.classes) == (
        ("explains",),
        2,
    )
    assert submission.requirement.impact.growth is GrowthRole.REQUIRED


@pytest.mark.parametrize("key", ["requirement", "basis"])
def test_a_submission_of_the_second_edition_says_what_it_is_judged_by(key: str) -> None:
    without = {name: value for name, value in SECOND.items() if name != key}
    assert read_submission(json.dumps(without).encode(), "submissions/2.json")[0] is None


@pytest.mark.parametrize(
    "spoiled",
    [
        {"schema": 1},
        {"attempt": 3},  # than the file's name says
        {"digest": "0" * 64},  # not of the digests
        {"digests": {"inquiry.md": "01"}},
        {"requirement": {**REQUIREMENT, "growth": "no"}},
        {"requirement": {**REQUIREMENT, "verdict": "no_signal"}},
        {"requirement": {**REQUIREMENT, "classes": 0}},
        {"requirement": {**REQUIREMENT, "mastery": {**RUBRIC, "pass": "begun"}}},
        {"requirement": {**REQUIREMENT, "mastery": {**RUBRIC, "assessors": 0}}},
        *({"requirement": {k: v for k, v in REQUIREMENT.items() if k != key}} for key in REQUIREMENT),
        *(
            {"requirement": {**REQUIREMENT, "mastery": {k: v for k, v in RUBRIC.items() if k != key}}}
            for key in RUBRIC
        ),
    ],
)
def test_no_part_of_a_frozen_requirement_can_be_left_out(spoiled: dict[str, object]) -> None:
    submission, problems = read_submission(json.dumps(SECOND | spoiled).encode(), "submissions/2.json")
    assert submission is None
    assert [problem.code for problem in problems] == ["bad-submission"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b'{"attempt": 0, "date": "2026-01-30"}',
        b'{"attempt": 1}',
        pytest.param(b"[" * 100_000, id="nested too deep"),
    ],
)
def test_a_submission_that_was_changed_by_hand(data: bytes) -> None:
    submission, problems = read_submission(data, "submissions/1.json")
    assert submission is None
    assert [problem.code for problem in problems] == ["bad-submission"]
