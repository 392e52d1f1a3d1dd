"""What the gate knows beside the content: the roster of names, and the exceptions in force."""

from dataclasses import dataclass, field
from datetime import date as Date

from generator.privacy.exceptions import Exempt, read_exceptions
from generator.privacy.roster import Finder, Roster, finder, read_roster
from generator.problems import Problem
from generator.reading.text import decode

ROSTER = "private/roster.txt"


@dataclass(frozen=True, slots=True)
class Guard:
    """`has_roster` is False where there is none to compare with, as in a workflow: then names are not
    looked for, and the build says so."""

    roster: Roster = field(default_factory=Roster)
    exceptions: tuple[Exempt, ...] = ()
    has_roster: bool = False

    @property
    def names(self) -> Finder:
        return finder(self.roster)


def read_guard(roster: bytes | None, review: bytes | None, today: Date) -> tuple[Guard, list[Problem]]:
    """From the bytes of private/roster.txt and privacy-review.yml; None where there is no such file."""
    text, problems = decode(roster, ROSTER) if roster is not None else ("", [])
    exceptions, found = read_exceptions(review, today) if review is not None else ((), [])
    guard = Guard(read_roster(text or ""), exceptions, has_roster=roster is not None)
    return guard, [*(one for one in problems if one.is_error), *found]
