"""Exit statuses of the command, and which problems make a run fail."""

from collections.abc import Iterable
from enum import IntEnum

from generator.problems import Problem, Severity


class ExitStatus(IntEnum):
    """What the process tells the shell that started it."""

    DONE = 0
    PROBLEMS = 1  # the content has errors, or with --strict warnings
    WRONG_USE = 2  # as click and getopt have it
    MACHINE = 3  # the computer failed, or program.yml cannot be read
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def exit_status_of(problems: Iterable[Problem], strict: bool) -> ExitStatus:
    """PROBLEMS where there is an error; with `strict` a warning too, of the privacy gate's (P01 to P15)
    only P14.  Notices never count."""
    failing = any(
        problem.is_error
        or (strict and problem.severity is Severity.WARNING and _counts_when_strict(problem.code))
        for problem in problems
    )
    return ExitStatus.PROBLEMS if failing else ExitStatus.DONE


def _counts_when_strict(code: str) -> bool:
    is_privacy_rule = len(code) == 3 and code[0] == "P" and code[1:].isdecimal()
    return not is_privacy_rule or code == "P14"
