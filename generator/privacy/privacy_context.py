"""Roster and review exceptions, loaded from outside content/."""

import re
from dataclasses import dataclass, field
from datetime import date as Date
from pathlib import Path

from generator.privacy.review_exceptions import ReviewException, read_exceptions
from generator.privacy.roster import NameFinder, Roster, name_finder, read_roster
from generator.problems import Place, Problem, error
from generator.reading.encoding import decode_text

ROSTER = "private/roster.txt"
_REVIEW = "privacy-review.yml"
_LARGEST = 5 * 1024 * 1024
_DATE = re.compile(rb"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class PrivacyContext:
    """`has_roster` is False where there is none to compare with, as in a workflow: then names are not
    looked for, and the build says so."""

    roster: Roster = field(default_factory=Roster)
    exceptions: tuple[ReviewException, ...] = ()
    has_roster: bool = False

    @property
    def names(self) -> NameFinder:
        return name_finder(self.roster)


def parse_privacy_context(
    roster: bytes | None, review: bytes | None, today: Date
) -> tuple[PrivacyContext, list[Problem]]:
    """From the bytes of private/roster.txt and privacy-review.yml; None where there is no such file."""
    text, problems = decode_text(roster, ROSTER) if roster is not None else ("", [])
    exceptions, found = read_exceptions(review, today) if review is not None else ((), [])
    privacy = PrivacyContext(read_roster(text or ""), exceptions, has_roster=roster is not None)
    return privacy, [*(one for one in problems if one.is_error), *found]


@dataclass(frozen=True, slots=True)
class PrivacyFiles:
    """The bytes of both files; None where there is no such file."""

    roster: bytes | None = None
    review: bytes | None = None

    def key(self, today: Date) -> tuple[object, ...]:
        """What of it pages depend on: that a day has come on which an exception begins or ends, but not
        which day it is."""
        return self.roster, self.review, expiry_state(self.review or b"", today)


def expiry_state(data: bytes, today: Date) -> list[tuple[bool, bool]]:
    """For each date in a file whether it has passed, and whether it is today's."""
    day = today.isoformat().encode()
    return [(date < day, date == day) for date in _DATE.findall(data)]


def load_privacy_files(content: Path) -> tuple[PrivacyFiles, list[Problem]]:
    """From the disk.  A roster that is there and cannot be read is an error: nobody may believe that
    names were looked for."""
    root = content.absolute().parent
    problems: list[Problem] = []
    return PrivacyFiles(_read(root, ROSTER, problems), _read(root, _REVIEW, problems)), problems


def _read(root: Path, name: str, problems: list[Problem]) -> bytes | None:
    path = root / name
    if not path.exists() and not path.is_symlink():
        return None
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            raise OSError
        return path.read_bytes()
    except OSError:
        problems.append(
            error(
                "unreadable-guard",
                Place(name),
                "This file is there and cannot be read, so what it says could not be heeded.",
                "Make it a plain file of at most {limit} MB that you may read.",
                limit=_LARGEST // 1024 // 1024,
            )
        )
        return None
