"""What a submission would freeze, or why nothing."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from generator.authoring.submission_plan import SubmissionPlan, plan_submission, with_submitted_status
from generator.reading.content_files import load_program, load_teacher
from generator.reading.program_files import read_program
from tests.conftest import ANA, Site

TODAY = date(2026, 2, 2)


def planned(site: Site) -> SubmissionPlan:
    program, _ = read_program(load_program(site.content)[0])
    assert program is not None
    teacher, _ = load_teacher(site.content, "ana-lopez")
    return plan_submission(program, teacher, ANA, TODAY)


def test_the_first_attempt_freezes_the_digests_of_all_files(site: Callable[..., Site]) -> None:
    plan = planned(site())
    frozen = json.loads(plan.files[f"{ANA}/submissions/1.json"])
    assert (plan.attempt, plan.unchanged) == (1, False)
    assert "data/period-2.csv" in frozen["digests"]


def test_the_next_attempt_needs_a_change(site: Callable[..., Site]) -> None:
    one = site()
    one.change(dict(planned(one).files))
    assert (planned(one).files, planned(one).unchanged) == ({}, True)
    one.change({f"{ANA}/reflections/2025-10-10.md": "---\ndate: 2025-10-10\ntitle: Next\n---\n\nMore.\n"})
    assert list(planned(one).files) == [f"{ANA}/submissions/2.json"]


def test_a_visit_in_the_future_freezes_nothing(site: Callable[..., Site]) -> None:
    table = "date,n,explains,asks\n2026-01-30,24,6,3\n2026-02-06,24,9,4\n"
    plan = planned(site({f"{ANA}/data/period-2.csv": table}))
    assert (plan.files, plan.evaluated) == ({}, None)
    assert [problem.code for problem in plan.problems if problem.is_error] == ["future-visit"]


def test_an_error_freezes_nothing(site: Callable[..., Site]) -> None:
    plan = planned(site({f"{ANA}/inquiry.md": "---\ntitle: [\n---\n"}))
    assert (plan.files, plan.evaluated) == ({}, None)
    assert any(problem.is_error for problem in plan.problems)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: A\n---\n\nBody\n", "---\ntitle: A\nstatus: submitted\n---\n\nBody\n"),
        ("---\nstatus: draft # mine\n---\n", "---\nstatus: submitted # mine\n---\n"),
        ("---\r\ntitle: A\r\n---\r\n", "---\r\ntitle: A\r\nstatus: submitted\r\n---\r\n"),
        ("\ufeff---\nstatus: draft\n---\n", "\ufeff---\nstatus: submitted\n---\n"),
        ("---\nstatus: submitted\n---\nstatus: draft\n", "---\nstatus: submitted\n---\nstatus: draft\n"),
        ("no front matter\n", "no front matter\n"),
    ],
)
def test_only_the_status_changes_in_the_file(before: str, after: str) -> None:
    assert with_submitted_status(before.encode()).decode() == after
