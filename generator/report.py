"""What a build or check has to say, as lines of text; pure, so that the command line only prints."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.problems import Place, Problem, Severity
from generator.words import told
from generator.words.speech import ENGLISH, Words

PAGES_LIMIT = 1_000_000_000  # GitHub Pages: a published site may not be larger than 1 GB


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Errors first; then by file and place, so that a file is mended from top to bottom."""
    rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}
    return sorted(
        problems,
        key=lambda one: (
            rank[one.severity],
            one.place.file,
            one.place.row or one.place.line or 0,
            one.place.column or 0,
        ),
    )


def lines_of(problem: Problem, words: Words = ENGLISH) -> list[str]:
    """Where and what, and indented below it what to do."""
    place, severity = told.where(words, problem.place), told.severity(words, problem)
    said = [f"{place}: {severity}: {told.message(words, problem)}"]
    if problem.remedy:
        said.append(f"    {told.hint(words, problem)}")
    if problem.fingerprint:
        said.append(
            "    "
            + words.say(
                "If it is harmless, a second person may allow it in privacy-review.yml: "
                "rule {rule}, fingerprint {fingerprint}.",
                rule=problem.code,
                fingerprint=problem.fingerprint,
            )
        )
    return said


def as_json(problems: Sequence[Problem], summary: dict[str, object], words: Words = ENGLISH) -> str:
    """The shape of `portfolio check --format json`; only messages and hints are in a language."""
    counted = Counter(problem.severity for problem in problems)
    document = {
        "problems": [
            problem.as_dict() | {"message": told.message(words, problem), "hint": told.hint(words, problem)}
            for problem in in_order(problems)
        ],
        "summary": {
            "errors": counted[Severity.ERROR],
            "warnings": counted[Severity.WARNING],
            "notices": counted[Severity.NOTICE],
            **summary,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def as_github(problem: Problem, words: Words = ENGLISH) -> str:
    """A workflow command: GitHub shows it on the line that was changed."""
    place = problem.place
    fields = {"file": place.file, "line": _line_of(place), "col": place.column if place.row is None else None}
    said = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items() if value is not None)
    text = _message(
        " ".join(part for part in (told.message(words, problem), told.hint(words, problem)) if part)
    )
    return f"::{problem.severity} {said}::{text}"


def as_summary(problems: Sequence[Problem], words: Words = ENGLISH) -> str:
    """Markdown for the summary of a GitHub job: every problem in a table, its text made inert."""
    lines = [f"### {_inert(attention(problems, words=words))}", ""]
    if problems:
        head = (words.say("Where"), words.say("What"), words.say("What to do"))
        lines += [f"| | {' | '.join(head)} |", "|---|---|---|---|"]
    for problem in in_order(problems):
        hint = told.hint(words, problem) if problem.remedy else ""
        place, severity = told.where(words, problem.place), told.severity(words, problem)
        cells = (severity, place, told.message(words, problem), hint)
        lines.append("| " + " | ".join(_inert(cell) for cell in cells) + " |")
    return "\n".join([*lines, ""])


def closing(
    outcome_counts: tuple[int, int, int],
    size: int,
    problems: Sequence[Problem],
    left_out: int,
    words: Words = ENGLISH,
) -> str:
    """What was built, how large it is against GitHub Pages' limit, what needs attention."""
    teachers, inquiries, pages = outcome_counts
    built = words.listing(
        [
            words.count("{n} teacher", "{n} teachers", teachers),
            words.count("{n} inquiry", "{n} inquiries", inquiries),
            words.count("{n} page", "{n} pages", pages),
        ]
    )
    share = 100 * size / PAGES_LIMIT
    of_limit = words.say(
        "{size}, {share} of the 1 GB that GitHub Pages allows",
        size=words.size(size),
        share=words.percent(share, 1)
        if share >= 0.1
        else words.say("less than {percent}", percent=words.percent(0.1, 1)),
    )
    done = words.say("Built {built}: {of_limit}.", built=built, of_limit=of_limit)
    return f"{done} {attention(problems, left_out, words)}"


def attention(problems: Sequence[Problem], left_out: int = 0, words: Words = ENGLISH) -> str:
    """How much is to be looked at."""
    counted = Counter(problem.severity for problem in problems)
    parts = []
    if counted[Severity.ERROR]:
        parts.append(words.count("{n} error", "{n} errors", counted[Severity.ERROR]))
    if counted[Severity.WARNING]:
        parts.append(words.count("{n} warning", "{n} warnings", counted[Severity.WARNING]))
    if not parts:
        return words.say("Nothing needs attention.")
    said = words.say("Needs attention: {parts}.", parts=words.listing(parts))
    if left_out:
        said += " " + words.count(
            "{n} inquiry is left out until it is corrected.",
            "{n} inquiries are left out until they are corrected.",
            left_out,
        )
    return said


def fails(problems: Iterable[Problem], strict: bool) -> bool:
    """Whether the exit status says that there are problems: errors; with `strict` warnings too, of
    the privacy gate's (P01 to P15) only P14."""
    return any(
        one.is_error or (strict and one.severity is Severity.WARNING and _counts(one.code))
        for one in problems
    )


def _counts(code: str) -> bool:
    of_the_gate = len(code) == 3 and code[0] == "P" and code[1:].isdecimal()
    return not of_the_gate or code == "P14"


def _line_of(place: Place) -> int | None:
    return place.line if place.line is not None else place.row


def _inert(text: str) -> str:
    """Text that Markdown shows as it stands, in one cell of a table."""
    return re.sub(r"([\\\\`*_{}\[\]<>()#+!|~-])", r"\\\1", " ".join(text.split()))


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
