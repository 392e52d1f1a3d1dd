"""What lies beside content/ and says what may be published: the roster of names and the exceptions."""

import re
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path

from generator.problems import Place, Problem, error

_ROSTER = "private/roster.txt"
_REVIEW = "privacy-review.yml"
_LARGEST = 5 * 1024 * 1024
_DATE = re.compile(rb"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Beside:
    """The bytes of both files; None where there is no such file."""

    roster: bytes | None = None
    review: bytes | None = None

    def key(self, today: Date) -> tuple[object, ...]:
        """What of it pages depend on: that a day has come on which an exception begins or ends, but not
        which day it is."""
        return self.roster, self.review, passed(self.review or b"", today)


def passed(data: bytes, today: Date) -> list[tuple[bool, bool]]:
    """For each date in a file whether it has passed, and whether it is today's."""
    day = today.isoformat().encode()
    return [(date < day, date == day) for date in _DATE.findall(data)]


def load_beside(content: Path) -> tuple[Beside, list[Problem]]:
    """From the disk.  A roster that is there and cannot be read is an error: nobody may believe that
    names were looked for."""
    root = content.absolute().parent
    problems: list[Problem] = []
    return Beside(_read(root, _ROSTER, problems), _read(root, _REVIEW, problems)), problems


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
