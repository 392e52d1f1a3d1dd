"""Findings of the gate that a second person has looked at and allowed: privacy-review.yml.

An exception names a rule, a file and the finding's fingerprint, which changes with the file; so what
was allowed is what was looked at.  Names of the roster, columns on single students and what is found
in built pages are never allowed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from hashlib import blake2b

from generator.problems import Place, Problem, Severity, error, notice, warning
from generator.reading.yaml.content_schema import ExceptionFile, PrivacyReviewFile
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml
from generator.reading.yaml.validation import validate

FILE = "privacy-review.yml"
NEVER = ("P04", "P05", "P12", "P14", "P15")
SHORTEST_REASON = 20  # characters
LONGEST = 366  # days from the decision to its end: a school year
_RULE = re.compile(r"P(?:0[1-9]|1[0-5])")


@dataclass(frozen=True, slots=True)
class ReviewException:
    """One exception that is in force; `path` from the program's root, `line` in privacy-review.yml."""

    rule: str
    path: str
    fingerprint: str
    reason: str
    reviewer: str
    date: Date
    expires: Date
    line: int


def read_exceptions(data: bytes, today: Date) -> tuple[tuple[ReviewException, ...], list[Problem]]:
    """Those in force on a day, and what is wrong with the others."""
    document, problems = parse_yaml(data, FILE)
    if document is None:
        return (), problems
    if isinstance(document.value, list):  # without the one key that the file has
        document = YamlDocument(
            FILE,
            {"exceptions": document.value},
            {("exceptions", *path): mark for path, mark in document.marks.items()},
            {("exceptions", *path): mark for path, mark in document.key_marks.items()},
        )
    shape, found = validate(PrivacyReviewFile, document)
    problems += found
    kept = []
    for number, one in enumerate(shape.exceptions if shape else ()):
        place = document.place(("exceptions", number))
        wrong = _wrong(one, place, today)
        problems += wrong
        if not wrong:
            path = one.path.strip().removeprefix("./")
            kept.append(
                ReviewException(
                    one.rule.strip().upper(),
                    path,
                    one.fingerprint.strip().lower(),
                    one.reason.strip(),
                    one.reviewer.strip(),
                    one.date,
                    one.expires,
                    place.line or 0,
                )
            )
    return tuple(kept), problems


def _wrong(one: ExceptionFile, place: Place, today: Date) -> list[Problem]:
    """Why an exception is not in force."""
    rule = one.rule.strip().upper()
    problems = []
    if not _RULE.fullmatch(rule) or rule in NEVER:
        problems.append(
            error(
                "bad-exception",
                place,
                "There can be no exception from the rule {rule}.",
                "Correct the file that the finding is in.",
                rule=one.rule,
            )
        )
    if any(sign in one.path for sign in "*?[") or one.path.endswith("/"):
        problems.append(
            error(
                "bad-exception",
                place,
                "An exception is for one file; {path} could mean several.",
                "Write the path of the file as the message names it.",
                path=one.path,
            )
        )
    if len(one.reason.strip()) < SHORTEST_REASON:
        problems.append(
            error(
                "bad-exception",
                place,
                "The reason is shorter than {limit} characters.",
                "Write in a sentence why nobody can be recognised.",
                limit=SHORTEST_REASON,
            )
        )
    if (one.expires - one.date).days > LONGEST or one.expires < one.date:
        problems.append(
            error(
                "bad-exception",
                place,
                "An exception ends within a year of its date.",
                "Type a date of expiry at the end of this school year.",
            )
        )
    elif one.expires < today or one.date > today:
        problems.append(
            warning(
                "expired-exception",
                place,
                "This exception holds from {begin} to {end}, and not today.",
                "Look at the finding again; then renew the date or take the exception away.",
                begin=one.date.isoformat(),
                end=one.expires.isoformat(),
            )
        )
    return problems


def fingerprint_of(problem: Problem, data: bytes) -> str:
    """Twelve signs that stand for this finding in this version of the file; nothing of the file can be
    read from them."""
    place = problem.place
    what = problem.values.get("what")
    spot = (problem.code, place.file, place.line, place.row, place.field, problem.text, what)
    return blake2b(repr(spot).encode() + b"\0" + blake2b(data).digest(), digest_size=6).hexdigest()


def apply_exceptions(
    problems: Iterable[Problem], files: Mapping[str, bytes], exceptions: Sequence[ReviewException]
) -> list[Problem]:
    """The findings with their fingerprints; what is allowed has become a notice that says who allowed it.
    `files` are the content of the files that the findings are in."""
    said = []
    for problem in problems:
        if problem.severity is Severity.NOTICE or problem.code in NEVER:
            said.append(problem)
            continue
        mark = fingerprint_of(problem, files.get(problem.place.file, b""))
        allowed = next((one for one in exceptions if _covers(one, problem, mark)), None)
        said.append(_allowed(problem, allowed) if allowed else problem.marked(mark))
    return said


def _covers(one: ReviewException, problem: Problem, mark: str) -> bool:
    """Paths in exceptions begin at the program's root, those of findings in its content folder."""
    paths = (one.path, one.path.partition("/")[2])
    return (one.rule, one.fingerprint) == (problem.code, mark) and problem.place.file in paths


def _allowed(problem: Problem, by: ReviewException) -> Problem:
    return notice(
        problem.code,
        problem.place,
        "Allowed by {reviewer} until {date}: {reason}",
        reviewer=by.reviewer,
        date=by.expires.isoformat(),
        reason=by.reason,
    )


def unused_exceptions(exceptions: Sequence[ReviewException], problems: Sequence[Problem]) -> list[Problem]:
    """Exceptions that no finding answers to: the file has changed since, or the finding is gone."""
    used = {
        (one.code, one.place.file.rpartition("/")[2], one.values.get("reason"), one.values.get("reviewer"))
        for one in problems
        if one.severity is Severity.NOTICE
    }
    return [
        warning(
            "unused-exception",
            Place(FILE, one.line or None),
            "Nothing answers to this exception from {rule} any more: the file has changed, or the finding "
            "is gone.",
            "Take it away, or look at the finding again and write down its new fingerprint.",
            rule=one.rule,
        )
        for one in exceptions
        if (one.rule, one.path.rpartition("/")[2], one.reason, one.reviewer) not in used
    ]
