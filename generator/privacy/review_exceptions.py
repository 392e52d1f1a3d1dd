"""Reads privacy-review.yml, where a second person allows findings of the gate, and applies it to findings.

An exception names a rule, a file and the finding's fingerprint, which changes with the file's content, so
that what was allowed is what was looked at.  Names on the roster, columns on single students, git history
and what is found in built pages are never allowed.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from hashlib import blake2b

from msgspec import Struct

from generator.layout import REVIEW_EXCEPTIONS
from generator.privacy.privacy_files import accepts_wording_fingerprints
from generator.problems import Place, Problem, Severity, error, notice, warning
from generator.reading.yaml.content_schema import ExceptionFile, PrivacyReviewFile
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml
from generator.reading.yaml.validation import validate
from generator.words.reworded_texts import earlier_texts

# rules without exceptions: a name, a sensitive column or a hidden number is never harmless, git history is
# not content, and the confirmation that a person has read the pages has a setting of its own
NEVER = ("P04", "P05", "P12", "P14", "P15")
SHORTEST_REASON = 20  # characters: about four words, the shortest sentence that can state a reason
LONGEST_TERM = 366  # days from the decision to its end: a school year, also one with a February 29
_RULE = re.compile(r"P(?:0[1-9]|1[0-5])")


class ReviewException(Struct, frozen=True):
    """One exception that is in force; `path` from the program's root, `line` in privacy-review.yml.

    `may_be_old` says whether the fingerprint may be one that was made from the wording of a message.
    """

    rule: str
    path: str
    fingerprint: str
    reason: str
    reviewer: str
    date: Date
    expires: Date
    line: int | None
    may_be_old: bool


def read_exceptions(data: bytes, today: Date) -> tuple[tuple[ReviewException, ...], list[Problem]]:
    """Returns the exceptions that are in force on a day, and what is wrong with the others."""
    document, problems = parse_yaml(data, REVIEW_EXCEPTIONS)
    if document is None:
        return (), problems
    if isinstance(document.value, list):
        document = _with_key(document)
    shape, shape_problems = validate(PrivacyReviewFile, document)
    problems = [*problems, *shape_problems]
    in_force = []
    for number, entry in enumerate(shape.exceptions if shape else ()):
        place = document.place(("exceptions", number))
        entry_problems = list(_entry_problems(entry, place, today))
        if not entry_problems:
            in_force.append(_exception(entry, place, today))
        problems += entry_problems
    return tuple(in_force), problems


def _with_key(document: YamlDocument) -> YamlDocument:
    """A bare list of exceptions as if it stood under the one key that the file has."""
    return YamlDocument(
        REVIEW_EXCEPTIONS,
        {"exceptions": document.value},
        {("exceptions", *path): mark for path, mark in document.marks.items()},
        {("exceptions", *path): mark for path, mark in document.key_marks.items()},
    )


def _exception(entry: ExceptionFile, place: Place, today: Date) -> ReviewException:
    return ReviewException(
        entry.rule.strip().upper(),
        entry.path.strip().removeprefix("./"),
        entry.fingerprint.strip().lower(),
        entry.reason.strip(),
        entry.reviewer.strip(),
        entry.date,
        entry.expires,
        place.line,
        accepts_wording_fingerprints(today),
    )


def _entry_problems(entry: ExceptionFile, place: Place, today: Date) -> Iterator[Problem]:
    """Why an exception is not in force; nothing where it is."""
    rule = entry.rule.strip().upper()
    if not _RULE.fullmatch(rule) or rule in NEVER:
        yield error(
            "bad-exception",
            place,
            "The rule {rule} allows no exception.",
            "Correct the file that the finding is in.",
            rule=entry.rule,
        )
    if any(sign in entry.path for sign in "*?[") or entry.path.endswith("/"):
        yield error(
            "bad-exception",
            place,
            "An exception is for one file; {path} could mean several.",
            "Write the path of the file as the message names it.",
            path=entry.path,
        )
    if len(entry.reason.strip()) < SHORTEST_REASON:
        yield error(
            "bad-exception",
            place,
            "The reason is shorter than {limit} characters.",
            "Write in a sentence why no one can be recognized.",
            limit=SHORTEST_REASON,
        )
    if (entry.expires - entry.date).days > LONGEST_TERM or entry.expires < entry.date:
        yield error(
            "bad-exception",
            place,
            "An exception must end within a year of its date.",
            "Type an expiry date at the end of this school year.",
        )
    elif entry.expires < today or entry.date > today:
        yield warning(
            "expired-exception",
            place,
            "This exception is valid from {begin} to {end}, not today.",
            "Look at the finding again, then renew the date or remove the exception.",
            begin=entry.date.isoformat(),
            end=entry.expires.isoformat(),
        )


def fingerprint_of(problem: Problem, data: bytes) -> str:
    """Twelve hex digits that stand for a finding in one version of its file.

    They are made of the rule, the place, the kind of the finding (`values["kind"]`, which tells apart two
    findings of one rule at one place) and a digest of the file's content `data`; the wording of the message
    does not matter, and nothing of the file can be read from them.
    """
    place = problem.place
    kind = problem.values.get("kind", "")
    finding = json.dumps([problem.code, place.file, place.line, place.row, place.field, kind])
    return _digest(finding, data)


def wording_fingerprints_of(problem: Problem, data: bytes) -> frozenset[str]:
    """The fingerprints in the old form, which the wording of the message, then or now, is part of."""
    place = problem.place
    what = problem.values.get("what")
    phrases = (what, *earlier_texts(what)) if isinstance(what, str) else (what,)
    return frozenset(
        _digest(repr((problem.code, place.file, place.line, place.row, place.field, text, phrase)), data)
        for text in (problem.text, *earlier_texts(problem.text))
        for phrase in phrases
    )


def _digest(finding: str, data: bytes) -> str:
    return blake2b(finding.encode() + b"\0" + blake2b(data).digest(), digest_size=6).hexdigest()


def apply_exceptions(
    problems: Iterable[Problem], files: Mapping[str, bytes], exceptions: Sequence[ReviewException]
) -> list[Problem]:
    """Returns the findings with their fingerprints; what is allowed has become a notice that says who
    allowed it.  `files` are the content of the files that the findings are in."""
    return [
        problem
        if problem.severity is Severity.NOTICE or problem.code in NEVER
        else _reviewed(problem, files.get(problem.place.file, b""), exceptions)
        for problem in problems
    ]


def _reviewed(problem: Problem, data: bytes, exceptions: Iterable[ReviewException]) -> Problem:
    """A finding as the notice of the first exception that covers it, else with its fingerprint."""
    fingerprint = fingerprint_of(problem, data)
    for exception in exceptions:
        # paths in exceptions begin at the program's root, those of findings in its content folder
        paths = (exception.path, exception.path.partition("/")[2])
        if exception.rule != problem.code or problem.place.file not in paths:
            continue
        if exception.fingerprint == fingerprint or (
            exception.may_be_old and exception.fingerprint in wording_fingerprints_of(problem, data)
        ):
            return _allowed(problem, exception)
    return problem.marked(fingerprint)


def _allowed(problem: Problem, exception: ReviewException) -> Problem:
    return notice(
        problem.code,
        problem.place,
        "Allowed by {reviewer} until {date}: {reason}",
        reviewer=exception.reviewer,
        date=exception.expires.isoformat(),
        reason=exception.reason,
    )


def unused_exceptions(exceptions: Sequence[ReviewException], problems: Sequence[Problem]) -> list[Problem]:
    """A warning for each exception that no finding answers to: the file has changed since, or the finding
    is gone.  `problems` are all of a build; only the last part of their paths is compared, because the
    parts before may be masked."""
    used = {
        (
            problem.code,
            problem.place.file.rpartition("/")[2],
            problem.values.get("reason"),
            problem.values.get("reviewer"),
        )
        for problem in problems
        if problem.severity is Severity.NOTICE
    }
    return [
        warning(
            "unused-exception",
            Place(REVIEW_EXCEPTIONS, exception.line),
            "This exception from {rule} no longer matches anything: the file has changed, or the finding "
            "is gone.",
            "Remove it, or look at the finding again and write down its new fingerprint.",
            rule=exception.rule,
        )
        for exception in exceptions
        if (exception.rule, exception.path.rpartition("/")[2], exception.reason, exception.reviewer)
        not in used
    ]
