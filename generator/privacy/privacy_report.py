"""privacy-report.json: what the gate found in a build, by rule, and what was allowed; never a value."""

from collections import Counter
from collections.abc import Iterable

from generator.model import Program
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.rule_texts import RULES
from generator.problems import Problem, Severity

SCHEMA = 1


def privacy_report(
    problems: Iterable[Problem], privacy: PrivacyContext, program: Program
) -> dict[str, object]:
    """`errors` were withdrawn from the site, `warnings` are for a person to look at, `done` was hidden or
    rounded by the build, `allowed` by an exception.  P10 is done to every photo, P12 never in a build."""
    counts: dict[str, Counter[str]] = {rule: Counter() for rule in RULES}
    for one in problems:
        if one.code in counts:
            counts[one.code][_kind(one)] += 1
    return {
        "schema": SCHEMA,
        "min_group_size": program.min_group_size,
        "small_groups": program.small_groups,
        "names_compared_with_a_roster": privacy.has_roster,
        "attested": (
            {"by": program.privacy.attested_by, "on": program.privacy.attested_on.isoformat()}
            if program.privacy
            else None
        ),
        "rules": {
            rule: {
                "looks_for": str(RULES[rule]),
                **{kind: own[kind] for kind in ("errors", "warnings", "done", "allowed")},
            }
            for rule, own in counts.items()
        },
        "exceptions": [
            {
                "rule": one.rule,
                "path": one.path,
                "reason": one.reason,
                "reviewer": one.reviewer,
                "date": one.date.isoformat(),
                "expires": one.expires.isoformat(),
            }
            for one in privacy.exceptions
        ],
    }


def _kind(problem: Problem) -> str:
    if problem.severity is Severity.NOTICE:
        return "allowed" if "reviewer" in problem.values else "done"
    return "errors" if problem.is_error else "warnings"
