"""Problem: the one way anything in this house says what is wrong.

A problem is a value.  Rooms return problems beside their results and never print, log or raise
them; the command line shows them all at once.  Its reader is a teacher at nine in the evening, so
the message says which file and place, what is wrong, and the hint says what to type instead.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

MOST_OF_A_KIND = 25  # problems of one kind in one file that are said one by one
LONGEST_VALUE = 300  # characters of a value that a message quotes
MORE_ROWS = ("and {n} more row", "and {n} more rows")  # one, several


class Severity(StrEnum):
    """An error leaves something out of the site, a warning asks for a look, a notice tells what was done."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class PublishedText(str):
    """A value that the site publishes about itself, such as its issuer's DID: a log may always quote it."""


class Phrase(str):
    """An English text that is said later or elsewhere: `make words` finds it by this name, and where
    it is a value of a problem it is translated too."""

    __slots__ = ()


class Place(Struct, frozen=True):
    """Where: a file (relative to the content folder, forward slashes), and how far in.

    `line` and `column` count from 1.  Tables use `row` (as a spreadsheet numbers rows, the header
    is row 1) and `column`; `field` is the key or the column heading.
    """

    file: str
    line: int | None = None
    column: int | None = None
    row: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        if self.row is not None:
            column = f", column {self.field or self.column}" if self.field or self.column else ""
            return f"{self.file}, row {self.row}{column}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class Problem(Struct, frozen=True):
    """One thing that is wrong, where, and what to do about it.

    `text` and `remedy` are templates in English with `{name}` places, filled from `values`: the
    template is what a catalogue translates (words/problem_format.py), so never build it with an f-string.
    """

    severity: Severity
    code: str
    place: Place
    text: str
    remedy: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    fingerprint: str = ""  # of a finding of the privacy gate that a second person may allow
    traceback: str = ""  # of the exception behind it, where there is one; shown with --debug only
    more_rows: int = 0  # of the same table, that have the same mistake and no problem of their own

    @property
    def message(self) -> str:
        message = self.text.format_map(self._shown_values)
        if not self.more_rows:
            return message
        return f"{message.removesuffix('.')} ({MORE_ROWS[self.more_rows > 1].format(n=self.more_rows)})."

    @property
    def hint(self) -> str:
        return self.remedy.format_map(self._shown_values)

    @property
    def _shown_values(self) -> dict[str, object]:
        """The values with a list of several phrases as one text."""
        return {
            name: short_value(", ".join(value) if isinstance(value, list) else value)
            for name, value in self.values.items()
        }

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def under(self, folder: str) -> Self:
        """The same problem with its file named from one folder further up."""
        return replace(self, place=replace(self.place, file=f"{folder}/{self.place.file}"))

    def marked(self, fingerprint: str) -> Self:
        """The same problem with the fingerprint by which privacy-review.yml may name it."""
        return replace(self, fingerprint=fingerprint)

    def with_traceback_of(self, failure: BaseException) -> Self:
        """The same problem with the traceback of the exception that it stands for."""
        from traceback import format_exception

        return replace(self, traceback="".join(format_exception(failure)))

    def as_dict(self) -> dict[str, object]:
        """The shape of `portfolio check --format json`."""
        return {
            "severity": str(self.severity),
            "code": self.code,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "row": self.place.row,
            "field": self.place.field,
            "message": self.message,
            "hint": self.hint,
            **({"fingerprint": self.fingerprint} if self.fingerprint else {}),
        }


# a template is translated wherever it is said, so a Phrase is no more than its text there
def error(code: str, place: Place, text: str, remedy: str = "", /, **values: object) -> Problem:
    """A problem that withholds what it is about; `text` and `remedy` are templates for `values`."""
    return Problem(Severity.ERROR, code, place, str(text), str(remedy), values)


def warning(code: str, place: Place, text: str, remedy: str = "", /, **values: object) -> Problem:
    """A problem that withholds nothing; with --strict it counts as an error."""
    return Problem(Severity.WARNING, code, place, str(text), str(remedy), values)


def notice(code: str, place: Place, text: str, remedy: str = "", /, **values: object) -> Problem:
    """Something that was done or assumed, and that nobody has to act on."""
    return Problem(Severity.NOTICE, code, place, str(text), str(remedy), values)


def short_value(value: object) -> object:
    """What a message quotes of a value: of a long text, its beginning."""
    is_long = isinstance(value, str) and len(value) > LONGEST_VALUE
    return f"{str(value)[:LONGEST_VALUE]}…" if is_long else value


def limit_of_a_kind(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in their order, with at most `MOST_OF_A_KIND` of one kind in one file; one at the end
    says how many more there are.

    Nobody reads ten thousand messages, and a log that holds them is of no use to anybody else.  Findings
    of the privacy gate stay: each can be allowed on its own.
    """
    counted: Counter[tuple[Severity, str, str]] = Counter()
    shown = []
    for problem in problems:
        kind = (problem.severity, problem.code, problem.place.file)
        counted[kind] += not problem.fingerprint
        if problem.fingerprint or counted[kind] <= MOST_OF_A_KIND:
            shown.append(problem)
    return (
        *shown,
        *(
            _and_more(kind, count - MOST_OF_A_KIND)
            for kind, count in counted.items()
            if count > MOST_OF_A_KIND
        ),
    )


def _and_more(kind: tuple[Severity, str, str], count: int) -> Problem:
    severity, code, file = kind
    return Problem(
        severity,
        code,
        Place(file),
        Phrase("There are more problems of the same kind in this file: {count}."),
        Phrase("Correct those above, then check again."),
        {"count": count},
    )
