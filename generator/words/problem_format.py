"""What a build or check has to say, as lines of text; pure, so that the command line only prints."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.problems import Place, Problem, Severity
from generator.words import problem_texts as told
from generator.words.translator import ENGLISH, Translator

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


def lines_of(problem: Problem, translator: Translator = ENGLISH) -> list[str]:
    """Where and what, and indented below it what to do."""
    place, severity = told.where(translator, problem.place), told.severity(translator, problem)
    said = [f"{place}: {severity}: {told.message(translator, problem)}"]
    if problem.remedy:
        said.append(f"    {told.hint(translator, problem)}")
    if problem.fingerprint:
        said.append(
            "    "
            + translator.gettext(
                "If it is harmless, a second person may allow it in privacy-review.yml: "
                "rule {rule}, fingerprint {fingerprint}.",
                rule=problem.code,
                fingerprint=problem.fingerprint,
            )
        )
    return said


def as_json(problems: Sequence[Problem], summary: dict[str, object], translator: Translator = ENGLISH) -> str:
    """The shape of `portfolio check --format json`; only messages and hints are in a language."""
    counted = Counter(problem.severity for problem in problems)
    document = {
        "problems": [
            problem.as_dict()
            | {"message": told.message(translator, problem), "hint": told.hint(translator, problem)}
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


def as_github(problem: Problem, translator: Translator = ENGLISH) -> str:
    """A workflow command: GitHub shows it on the line that was changed."""
    place = problem.place
    fields = {"file": place.file, "line": _line_of(place), "col": place.column if place.row is None else None}
    said = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items() if value is not None)
    text = _message(
        " ".join(part for part in (told.message(translator, problem), told.hint(translator, problem)) if part)
    )
    return f"::{problem.severity} {said}::{text}"


def as_summary(problems: Sequence[Problem], translator: Translator = ENGLISH) -> str:
    """Markdown for the summary of a GitHub job: every problem in a table, its text made inert."""
    lines = [f"### {_inert(attention(problems, translator=translator))}", ""]
    if problems:
        head = (translator.gettext("Where"), translator.gettext("What"), translator.gettext("What to do"))
        lines += [f"| | {' | '.join(head)} |", "|---|---|---|---|"]
    for problem in in_order(problems):
        hint = told.hint(translator, problem) if problem.remedy else ""
        place, severity = told.where(translator, problem.place), told.severity(translator, problem)
        cells = (severity, place, told.message(translator, problem), hint)
        lines.append("| " + " | ".join(_inert(cell) for cell in cells) + " |")
    return "\n".join([*lines, ""])


def closing(
    outcome_counts: tuple[int, int, int],
    size: int,
    problems: Sequence[Problem],
    left_out: int,
    translator: Translator = ENGLISH,
) -> str:
    """What was built, how large it is against GitHub Pages' limit, what needs attention."""
    teachers, inquiries, pages = outcome_counts
    built = translator.format_list(
        [
            translator.ngettext("{n} teacher", "{n} teachers", teachers),
            translator.ngettext("{n} inquiry", "{n} inquiries", inquiries),
            translator.ngettext("{n} page", "{n} pages", pages),
        ]
    )
    share = 100 * size / PAGES_LIMIT
    of_limit = translator.gettext(
        "{size}, {share} of the 1 GB that GitHub Pages allows",
        size=translator.format_size(size),
        share=translator.format_percent(share, 1)
        if share >= 0.1
        else translator.gettext("less than {percent}", percent=translator.format_percent(0.1, 1)),
    )
    done = translator.gettext("Built {built}: {of_limit}.", built=built, of_limit=of_limit)
    return f"{done} {attention(problems, left_out, translator)}"


def attention(problems: Sequence[Problem], left_out: int = 0, translator: Translator = ENGLISH) -> str:
    """How much is to be looked at."""
    counted = Counter(problem.severity for problem in problems)
    parts = []
    if counted[Severity.ERROR]:
        parts.append(translator.ngettext("{n} error", "{n} errors", counted[Severity.ERROR]))
    if counted[Severity.WARNING]:
        parts.append(translator.ngettext("{n} warning", "{n} warnings", counted[Severity.WARNING]))
    if not parts:
        return translator.gettext("Nothing needs attention.")
    said = translator.gettext("Needs attention: {parts}.", parts=translator.format_list(parts))
    if left_out:
        said += " " + translator.ngettext(
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
