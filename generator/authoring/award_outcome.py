"""What becomes of an award or a revocation, and the files it would write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from enum import StrEnum

from generator.problems import Problem


class AwardOutcome(StrEnum):
    """What becomes of an award: written, or why not."""

    WRITTEN = "written"
    THERE = "there"  # as it would be made today
    STAYS = "stays"  # there, and made of what was there then
    NOTHING = "nothing"  # to award: no micro-credential is named
    UNEARNED = "unearned"
    LOST = "lost"  # there, but it does not verify, and today's data do not earn it
    REVOKED = "revoked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AwardPlan:
    """`files` are to be written, by path below the content folder; `name` is what the award is called in
    addresses; `said` why it is not written, or what is to be known of one that is."""

    outcome: AwardOutcome
    name: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    day: Date | None = None
