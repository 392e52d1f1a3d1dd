"""Visits in the future are errors of `check`; the site that is built does not depend on the day."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from generator.build import check
from tests.conftest import ANA, SUSTAINED, Site


def test_a_visit_after_today_is_an_error_of_check_and_of_nothing_else(site: Callable[..., Site]) -> None:
    options = site({f"{ANA}/data/period-2.csv": SUSTAINED}).options()
    early = replace(options, today=date(2025, 9, 20))
    future = [problem for problem in check(early).problems if problem.code == "future-visit"]
    assert future and future[0].is_error
    assert future[0].place.file == f"content/{ANA}/data/period-2.csv"
    assert not [problem for problem in check(options).problems if problem.code == "future-visit"]


def test_a_program_that_cannot_be_read_has_no_visits(site: Callable[..., Site]) -> None:
    outcome = check(site({"program.yml": "title: [\n"}).options())
    assert not outcome.readable
    assert "future-visit" not in [problem.code for problem in outcome.problems]
