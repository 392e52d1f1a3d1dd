"""Exit statuses of the command, and when problems make a run fail."""

from collections.abc import Iterable

from generator.problems import Problem, Severity

DONE, PROBLEMS, WRONG_USE, MACHINE, INTERRUPTED = 0, 1, 2, 3, 130


def status_of(problems: Iterable[Problem], strict: bool) -> int:
    """PROBLEMS where there is an error; with `strict` a warning too, of the privacy gate's (P01 to P15)
    only P14.  Notices never count."""
    failing = any(
        problem.is_error
        or (strict and problem.severity is Severity.WARNING and _counts_when_strict(problem.code))
        for problem in problems
    )
    return PROBLEMS if failing else DONE


def _counts_when_strict(code: str) -> bool:
    is_privacy_rule = len(code) == 3 and code[0] == "P" and code[1:].isdecimal()
    return not is_privacy_rule or code == "P14"
