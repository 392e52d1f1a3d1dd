"""Problems as text: lines for a terminal, JSON, GitHub annotations, a Markdown summary.

Pure: commands print what this returns and decide the exit status (exit_status.py).
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.problems import Phrase, Place, Problem, Severity, short_value
from generator.words.log_line import log_document, log_line
from generator.words.translator import ENGLISH, Translator

PAGES_LIMIT = 1_000_000_000  # bytes; GitHub Pages: a published site may not be larger than 1 GB
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Errors first; then by file and place, so that a file is corrected from top to bottom."""
    return sorted(
        problems,
        key=lambda problem: (
            _RANK[problem.severity],
            problem.place.file,
            problem.place.row or problem.place.line or 0,
            problem.place.column or 0,
        ),
    )


class BuildCounts(Struct, frozen=True):
    """How much a build made; `size` in bytes, `withheld` counts inquiries left out for an error."""

    teachers: int
    inquiries: int
    pages: int
    size: int
    withheld: int = 0


class ProblemFormat(Struct, frozen=True):
    """Writes problems in one language."""

    translator: Translator = ENGLISH

    def message(self, problem: Problem) -> str:
        """What is wrong, with this problem's own values, and how many more rows have the same mistake."""
        message = self.translator.gettext(problem.text).format_map(self._values(problem))
        if not problem.more_rows:
            return message
        more = self.translator.ngettext("and {n} more row", "and {n} more rows", problem.more_rows)
        return f"{message.removesuffix('.')} ({more})."

    def hint(self, problem: Problem) -> str:
        """What to do about it; empty where there is nothing to be done."""
        if not problem.remedy:
            return ""
        return self.translator.gettext(problem.remedy).format_map(self._values(problem))

    def place(self, place: Place) -> str:
        """The file and how far in: `data/period-2.csv, row 3, column n`, or `inquiry.md:4:7`."""
        if place.row is None:
            return str(place)
        column = place.field or place.column
        if column:
            return self.translator.gettext(
                "{file}, row {row}, column {column}", file=place.file, row=place.row, column=column
            )
        return self.translator.gettext("{file}, row {row}", file=place.file, row=place.row)

    def severity(self, problem: Problem) -> str:
        """`error`, `warning` or `notice`."""
        gettext = self.translator.gettext
        names = {
            Severity.ERROR: gettext("error"),
            Severity.WARNING: gettext("warning"),
            Severity.NOTICE: gettext("notice"),
        }
        return names[problem.severity]

    def lines(self, problem: Problem) -> list[str]:
        """`PLACE: error: text`, and indented by four spaces below it what to do; each on one line."""
        lines = [f"{self.place(problem.place)}: {self.severity(problem)}: {self.message(problem)}"]
        if problem.remedy:
            lines.append(f"    {self.hint(problem)}")
        if problem.fingerprint:
            lines.append(
                "    "
                + self.translator.gettext(
                    "If it is harmless, a second person may allow it in privacy-review.yml: "
                    "rule {rule}, fingerprint {fingerprint}.",
                    rule=problem.code,
                    fingerprint=problem.fingerprint,
                )
            )
        return [log_line(line) for line in lines]

    def json_document(self, problems: Sequence[Problem], summary: dict[str, object]) -> str:
        """The shape of `portfolio check --format json`, problems in this order; messages and hints are in
        a language."""
        counted = Counter(problem.severity for problem in problems)
        document = {
            "problems": [
                problem.as_dict() | {"message": self.message(problem), "hint": self.hint(problem)}
                for problem in problems
            ],
            "summary": {
                "errors": counted[Severity.ERROR],
                "warnings": counted[Severity.WARNING],
                "notices": counted[Severity.NOTICE],
                **summary,
            },
        }
        return log_document(json.dumps(document, ensure_ascii=False, indent=1))

    def github_annotation(self, problem: Problem) -> str:
        """A workflow command: GitHub shows it on the line that was changed."""
        place = problem.place
        line = place.line if place.line is not None else place.row
        fields = {"file": place.file, "line": line, "col": place.column if place.row is None else None}
        properties = ",".join(
            f"{name}={_property(log_line(str(value)))}" for name, value in fields.items() if value is not None
        )
        text = log_line(" ".join(part for part in (self.message(problem), self.hint(problem)) if part))
        return f"::{problem.severity} {properties}::{_message(text)}"

    def github_summary(self, problems: Sequence[Problem]) -> str:
        """Markdown for the summary of a GitHub job: every problem in a table, its text made inert."""
        gettext = self.translator.gettext
        lines = [f"### {_inert(self.attention(problems))}", ""]
        if problems:
            head = (gettext("Where"), gettext("What"), gettext("What to do"))
            lines += [f"| | {' | '.join(head)} |", "|---|---|---|---|"]
        for problem in problems:
            cells = (
                self.severity(problem),
                self.place(problem.place),
                self.message(problem),
                self.hint(problem),
            )
            lines.append("| " + " | ".join(_inert(cell) for cell in cells) + " |")
        return "\n".join([*lines, ""])

    def build_summary(self, counts: BuildCounts, problems: Sequence[Problem]) -> str:
        """What was built, how large it is against GitHub Pages' limit, what needs attention."""
        translator = self.translator
        built = translator.format_list(
            [
                translator.ngettext("{n} teacher", "{n} teachers", counts.teachers),
                translator.ngettext("{n} inquiry", "{n} inquiries", counts.inquiries),
                translator.ngettext("{n} page", "{n} pages", counts.pages),
            ]
        )
        share = 100 * counts.size / PAGES_LIMIT
        of_limit = translator.gettext(
            "{size}, {share} of the 1 GB that GitHub Pages allows",
            size=translator.format_size(counts.size),
            share=translator.format_percent(share, 1)
            if share >= 0.1
            else translator.gettext("less than {percent}", percent=translator.format_percent(0.1, 1)),
        )
        done = translator.gettext("Built {built}: {of_limit}.", built=built, of_limit=of_limit)
        return f"{done} {self.attention(problems, counts.withheld)}"

    def attention(self, problems: Sequence[Problem], withheld: int = 0) -> str:
        """How many errors and warnings there are, and how many inquiries are left out for them."""
        translator = self.translator
        counted = Counter(problem.severity for problem in problems)
        parts = []
        if counted[Severity.ERROR]:
            parts.append(translator.ngettext("{n} error", "{n} errors", counted[Severity.ERROR]))
        if counted[Severity.WARNING]:
            parts.append(translator.ngettext("{n} warning", "{n} warnings", counted[Severity.WARNING]))
        if not parts:
            return translator.gettext("Nothing needs attention.")
        text = translator.gettext("Needs attention: {parts}.", parts=translator.format_list(parts))
        if withheld:
            text += " " + translator.ngettext(
                "{n} inquiry is left out until it is corrected.",
                "{n} inquiries are left out until they are corrected.",
                withheld,
            )
        return text

    def _values(self, problem: Problem) -> dict[str, object]:
        return {name: self._value(value) for name, value in problem.values.items()}

    def _value(self, value: object) -> object:
        """A phrase, or a list of phrases, in the translator's language; anything else as it is."""
        if isinstance(value, list):
            return short_value(self.translator.format_list([str(self._value(phrase)) for phrase in value]))
        return self.translator.gettext(value) if isinstance(value, Phrase) else short_value(value)


def _inert(text: str) -> str:
    """Text that Markdown shows as it stands, in one cell of a table."""
    return re.sub(r"([\\\\`*_{}\[\]<>()#+!|~-])", r"\\\1", " ".join(text.split()))


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
