"""A frozen submission: what it holds, and what cannot be left out of it."""

import json
from datetime import date

import pytest

from generator.model import GrowthRole, RulesEdition
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


REQUIREMENT = {
    "micro_credential": "visible",
    "verdict": "sustained_improvement",
    "prompts": ["explains"],
    "classes": 2,
    "growth": "required",
}


def test_a_submission_of_the_first_edition_has_no_requirement() -> None:
    submission, _ = read_submission(json.dumps(SUBMISSION | {"schema": 1}).encode(), "submissions/2.json")
    assert submission and (submission.rules, submission.requirement) == (RulesEdition.FIRST, None)


def test_a_submission_has_the_requirement_that_it_is_judged_by() -> None:
    frozen = SUBMISSION | {"schema": 2, "requirement": REQUIREMENT}
    submission, _ = read_submission(json.dumps(frozen).encode(), "submissions/2.json")
    assert submission and submission.requirement and submission.rules is RulesEdition.SECOND
    assert submission.requirement.micro_credential == "visible"
    assert (submission.requirement.impact.prompts, submission.requirement.impact.classes) == (
        ("explains",),
        2,
    )
    assert submission.requirement.impact.growth is GrowthRole.REQUIRED


@pytest.mark.parametrize(
    "spoiled",
    [
        {"schema": 2},  # of the second edition, and without what it is judged by
        {"schema": 1, "requirement": REQUIREMENT},
        {"schema": 2, "requirement": {**REQUIREMENT, "growth": "no"}},
        {"schema": 2, "requirement": {**REQUIREMENT, "prompts": []}},
        {"schema": 2, "requirement": {**REQUIREMENT, "classes": 0}},
        *(
            {"schema": 2, "requirement": {k: v for k, v in REQUIREMENT.items() if k != key}}
            for key in REQUIREMENT
        ),
    ],
)
def test_no_part_of_a_frozen_requirement_can_be_left_out(spoiled: dict[str, object]) -> None:
    submission, problems = read_submission(json.dumps(SUBMISSION | spoiled).encode(), "submissions/2.json")
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
