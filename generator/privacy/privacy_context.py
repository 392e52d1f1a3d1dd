"""Roster, review exceptions and attestations: what the privacy gate compares content with."""

from collections.abc import Mapping
from datetime import date as Date

from msgspec import Struct, field

from generator.layout import ROSTER
from generator.model import Attestation
from generator.privacy.attestations import read_attestations
from generator.privacy.name_finder import NameFinder, name_finder
from generator.privacy.privacy_files import PrivacyFiles
from generator.privacy.review_exceptions import ReviewException, read_exceptions
from generator.privacy.roster import Roster
from generator.privacy.roster_file import read_roster
from generator.problems import Problem
from generator.reading.encoding import decode_text


class PrivacyContext(Struct, frozen=True):
    """What the gate compares content with.

    `has_roster` is False where no roster has a name, as in a workflow: then names are not looked for, and
    the build and its pages say so.
    """

    roster: Roster = field(default_factory=Roster)
    exceptions: tuple[ReviewException, ...] = ()
    has_roster: bool = False
    attestations: Mapping[str, Attestation] = field(default_factory=dict)  # by T/I

    @property
    def names(self) -> NameFinder:
        """The finder of the roster's names; made once for a roster."""
        return name_finder(self.roster)


def read_privacy_context(files: PrivacyFiles, today: Date) -> tuple[PrivacyContext, list[Problem]]:
    """The context with the exceptions that are in force on a day, and what is wrong with the files."""
    text, roster_problems = decode_text(files.roster, ROSTER) if files.roster else ("", [])
    exceptions, review_problems = (
        read_exceptions(files.review, today) if files.review is not None else ((), [])
    )
    attestations, attested_problems = read_attestations(files.attested or b"")
    roster = read_roster(text or "")
    context = PrivacyContext(roster, exceptions, bool(roster.names), attestations=attestations)
    roster_errors = [problem for problem in roster_problems if problem.is_error]
    return context, [*roster_errors, *review_problems, *attested_problems]
