"""Which problems make a run fail, with and without --strict."""

import pytest

from generator.exit_status import ExitStatus, exit_status_of
from generator.problems import Place, Problem, error, notice, warning

PLACE = Place("program.yml")


@pytest.mark.parametrize(
    ("problem", "plain", "strict"),
    [
        (error("no-title", PLACE, "x"), ExitStatus.PROBLEMS, ExitStatus.PROBLEMS),
        (warning("no-url", PLACE, "x"), ExitStatus.DONE, ExitStatus.PROBLEMS),
        (notice("no-url", PLACE, "x"), ExitStatus.DONE, ExitStatus.DONE),
        (warning("P04", PLACE, "x"), ExitStatus.DONE, ExitStatus.DONE),
        (warning("P14", PLACE, "x"), ExitStatus.DONE, ExitStatus.PROBLEMS),
        (warning("P4x", PLACE, "x"), ExitStatus.DONE, ExitStatus.PROBLEMS),
    ],
)
def test_errors_fail_and_warnings_fail_when_strict(
    problem: Problem, plain: ExitStatus, strict: ExitStatus
) -> None:
    assert exit_status_of([problem], strict=False) is plain
    assert exit_status_of([problem], strict=True) is strict


def test_nothing_wrong_is_done() -> None:
    assert exit_status_of([], strict=True) is ExitStatus.DONE
