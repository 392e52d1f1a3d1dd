"""What becomes of an award or a revocation, and the files it would write."""

from collections.abc import Mapping
from datetime import date as Date
from enum import StrEnum

from msgspec import Struct, field

from generator.problems import Problem


class AwardOutcome(StrEnum):
    """What becomes of an award: written, or why not."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"  # there, and as it would be made today
    OLDER = "older"  # there, without entries that an award made today would have
    KEPT = "kept"  # there, and made of what was there then
    NOTHING = "nothing"  # to award: no micro-credential is named
    UNEARNED = "unearned"
    LOST = "lost"  # there, but it does not verify, and today's data do not earn it
    REVOKED = "revoked"
    REFUSED = "refused"


class AwardPlan(Struct, frozen=True):
    """The outcome of one award or revocation.

    `name` is what the award is called in addresses, `files` are to be written, by path below the content
    folder, `texts` say why it is not written, or what to know about one that is, the most important one
    first; `details` what else is said where only one award is made.
    """

    outcome: AwardOutcome
    name: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    day: Date | None = None
