"""privacy-report.json: what the gate found in a build, by rule, and what was allowed; never a value."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from generator.model import Program
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.rule_texts import RULES
from generator.problems import Problem, Severity

SCHEMA = 2  # of the report's form; it goes up when a key changes its meaning


class _Outcome(StrEnum):
    """What became of a finding; the value is its key in the report."""

    ERRORS = "errors"  # withdrawn from the site
    WARNINGS = "warnings"  # for a person to look at
    DONE = "done"  # hidden or rounded by the build
    ALLOWED = "allowed"  # by an exception


def privacy_report(
    problems: Iterable[Problem], privacy: PrivacyContext, program: Program
) -> dict[str, object]:
    """The report of one build, ready for JSON; `problems` are all that the build found.

    P10 is done to every photo without a problem that says so, and P12 is never looked for in a build.
    """
    counts: dict[str, Counter[_Outcome]] = {rule: Counter() for rule in RULES}
    for problem in problems:
        if problem.code in counts:
            counts[problem.code][_outcome(problem)] += 1
    return {
        "schema": SCHEMA,
        "min_group_size": program.min_group_size,
        "small_groups": program.small_groups,
        "names_compared_with_a_roster": privacy.has_roster,
        "rules": {
            rule: {
                "looks_for": str(RULES[rule]),
                **{outcome.value: rule_counts[outcome] for outcome in _Outcome},
            }
            for rule, rule_counts in counts.items()
        },
        "exceptions": [
            {
                "rule": exception.rule,
                "path": exception.path,
                "reason": exception.reason,
                "reviewer": exception.reviewer,
                "date": exception.date.isoformat(),
                "expires": exception.expires.isoformat(),
            }
            for exception in privacy.exceptions
        ],
    }


def _outcome(problem: Problem) -> _Outcome:
    if problem.severity is Severity.NOTICE:
        return _Outcome.ALLOWED if "reviewer" in problem.values else _Outcome.DONE
    return _Outcome.ERRORS if problem.is_error else _Outcome.WARNINGS
