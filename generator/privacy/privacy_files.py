"""The roster, the review exceptions and the attestations as files beside content/.

Imports nothing that reads them: a build with nothing to do only compares them with the last build's.
"""

import re
from datetime import date as Date
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from generator.layout import ATTESTATIONS, REVIEW_EXCEPTIONS, ROSTER, root_of
from generator.problems import Place, Problem, error
from generator.reading.file_sizes import KILO, LARGEST_TABLE

_DATE = re.compile(rb"\d{4}-\d{2}-\d{2}")
# Fingerprints were made from the wording of messages until December 2026.  An exception lasts at most a
# year, so by this day everyone has had to look again at what they allowed in that form.
WORDING_FINGERPRINTS_UNTIL = Date(2027, 12, 1)


class PrivacyFiles(Struct, frozen=True):
    """The bytes of private/roster.txt, privacy-review.yml and privacy-attested.txt; None where there is no
    such file."""

    roster: bytes | None = None
    review: bytes | None = None
    attested: bytes | None = None

    def key(self, today: Date) -> tuple[object, ...]:
        """What all pages depend on, as a part of their cache key: roster and review, and which of the dates
        in the review have come, but not which day it is."""
        if self.review is None:
            return self.roster, None
        return self.roster, self.review, expiry_state(self.review, today), accepts_wording_fingerprints(today)

    @property
    def attested_lines(self) -> dict[str, bytes]:
        """The lines of privacy-attested.txt about each teacher's inquiries, by the teacher's id: what one
        teacher's pages depend on."""
        lines: dict[str, bytes] = {}
        for line in (self.attested or b"").splitlines(keepends=True):
            teacher = line.partition(b"/")[0].strip().decode("utf-8", "replace")
            lines[teacher] = lines.get(teacher, b"") + line
        return lines


def accepts_wording_fingerprints(today: Date) -> bool:
    """Whether fingerprints in the old form, made from the wording of messages, are still matched."""
    return today <= WORDING_FINGERPRINTS_UNTIL


def load_privacy_files(content: Path) -> tuple[PrivacyFiles, list[Problem]]:
    """Reads the files of the program with this content folder from the disk.

    A roster that is there and cannot be read is an error: nobody may believe that names were looked for.
    """
    root = root_of(content)
    roster, roster_problems = _load(root, ROSTER)
    review, review_problems = _load(root, REVIEW_EXCEPTIONS)
    attested, attested_problems = _load(root, ATTESTATIONS)
    problems = [*roster_problems, *review_problems, *attested_problems]
    return PrivacyFiles(roster, review, attested), problems


def expiry_state(data: bytes, today: Date) -> list[tuple[bool, bool]]:
    """For each date in a file whether it has passed, and whether it is today's."""
    day = today.isoformat().encode()
    return [(date < day, date == day) for date in _DATE.findall(data)]


def _load(root: Path, name: str) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a plain file below `root`, None where there is none to read."""
    path = root / name
    try:
        state = path.lstat()
        if not S_ISREG(state.st_mode):
            raise OSError
        if state.st_size > LARGEST_TABLE:
            raise OSError
        return path.read_bytes(), []
    except (FileNotFoundError, NotADirectoryError):
        return None, []
    except OSError:
        return None, [_unreadable(name)]


def _unreadable(name: str) -> Problem:
    return error(
        "unreadable-guard",
        Place(name),
        "This file cannot be read, so it was not taken into account.",
        "Make it a plain file of at most {limit} MB that you have permission to read.",
        limit=LARGEST_TABLE // KILO // KILO,
    )
