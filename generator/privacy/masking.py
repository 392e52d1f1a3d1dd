"""What a log may quote of the content.

A message about a cell quotes the cell, and one about a file names the file.  A build's log is as public as
its site, so a name of the roster or an address is left out there; where there is no roster, so is every
word that could be a name.  The path of a file is the exception: without it nobody finds the mistake, and
whoever reads the log of a repository can list its files.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from generator.layout import THEMES, ProgramFolder
from generator.model import Program
from generator.privacy.known_words import Vocabulary, may_be_quoted, program_vocabulary
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import find_personal_data
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.roster import Roster
from generator.problems import Phrase, Problem, PublishedText

_MASK = "…"
_BETWEEN_PARTS = re.compile(r"([,:] )")
# values that are paths of content files or of inquiries, or kinds of exceptions: places, not content
_PATHS = ("file", "inquiry", "kind")


class LogQuoting(Struct, frozen=True):
    """How a public log may quote the content: the one place that decides it, for every command.

    Where a roster is there, without the names on it; where there is none (`vocabulary` is not None), only
    numbers and the words of this program, because any other word may be a name (known_words.py).
    Addresses and personal numbers are never quoted.
    """

    names: NameFinder = NameFinder(Roster())
    vocabulary: Vocabulary | None = None

    def text(self, text: str) -> str:
        """A text of the content as it may be quoted; parts between commas and colons stand for themselves, as
        in a list of classes, or a line of settings."""
        text = mask_text(text, self.names)
        if self.vocabulary is None:
            return text
        return "".join(
            part if part == _MASK or may_be_quoted(part, self.vocabulary) else _MASK
            for part in _BETWEEN_PARTS.split(text)
        )

    def path(self, path: str) -> str:
        """A path of content files as it may be quoted."""
        return _mask_path(path, self.names)

    def problems(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems with what they quote of the content as it may be quoted."""
        return tuple(map(self._problem, problems))

    def _problem(self, problem: Problem) -> Problem:
        """Our own phrases, numbers and the paths of files stay.  A theme is code, and quoted as such."""
        place = problem.place
        if place.file.startswith(f"{THEMES}/"):
            return problem
        values = {name: self._value(name, value) for name, value in problem.values.items()}
        field = self.text(place.field) if place.field else place.field
        if field != place.field and place.column:
            field = None  # the number of the column says where it is
        place = replace(place, file=self.path(place.file), field=field)
        return replace(problem, place=place, values=values)

    def _value(self, name: str, value: object) -> object:
        if isinstance(value, list):
            return [self._value(name, item) for item in value]
        if value is None or isinstance(value, (Phrase, PublishedText, int, float)):
            return value
        return self.path(str(value)) if name in _PATHS else self.text(str(value))


def log_quoting(privacy: PrivacyContext, program: Program | None, on_own_screen: bool = False) -> LogQuoting:
    """The quoting of a program's content; None where program.yml could not be read.

    What a person reads `on_own_screen` is not a log: there only names of the roster, addresses and personal
    numbers are left out.
    """
    is_known = privacy.has_roster or on_own_screen
    return LogQuoting(privacy.names, None if is_known else program_vocabulary(program))


def mask_text(text: str, names: NameFinder) -> str:
    """The text without the names that are surely meant, and without addresses and personal numbers."""
    masked = normalise(text)
    spans = [(match.start, match.end) for match in find_personal_data(masked)]
    spans += [(hit.start, hit.end) for hit in names.find(masked, cell=True) if hit.sure]
    if not spans:
        return text
    parts: list[str] = []
    shown_from = 0
    for start, end in sorted(spans):
        if start >= shown_from:  # else it begins within the one before, as a name in an address
            parts += [masked[shown_from:start], _MASK]
        shown_from = max(shown_from, end)
    return "".join([*parts, masked[shown_from:]])


def _mask_path(file: str, names: NameFinder) -> str:
    """A path with its parts masked, down from a teacher's folder, which has the teacher's own name."""
    parts = file.split("/")
    shown = parts.index(ProgramFolder.TEACHERS) + 2 if ProgramFolder.TEACHERS in parts else 0
    return "/".join([*parts[:shown], *(mask_text(part, names) for part in parts[shown:])])
