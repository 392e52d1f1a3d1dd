"""The roster and the exceptions in force are read from their files."""

from datetime import date

import pytest

from generator.privacy.privacy_context import PrivacyContext, read_privacy_context
from generator.privacy.privacy_files import PrivacyFiles

TODAY = date(2026, 2, 1)
REVIEW = b"""
exceptions:
- rule: P03
  path: content/about.md
  fingerprint: 0123456789ab
  reason: The number of the school's office, on its door.
  reviewer: J. Park
  date: 2026-01-10
  expires: 2026-06-30
"""


def test_names_and_exceptions_are_read() -> None:
    context, problems = read_privacy_context(PrivacyFiles(b"Jaylen Brown\n", REVIEW), TODAY)
    assert (context.roster.names, context.has_roster, problems) == (("Jaylen Brown",), True, [])
    assert [exception.rule for exception in context.exceptions] == ["P03"]
    assert context.names.may_be_in("Jaylen")


def test_who_read_an_inquiry_is_read() -> None:
    attested = f"ana/talk {'0' * 64} 2026-01-30 J. Park\n".encode()
    context, problems = read_privacy_context(PrivacyFiles(attested=attested), TODAY)
    assert (context.attestations["ana/talk"].reader, problems) == ("J. Park", [])


def test_an_exception_is_in_force_on_its_days() -> None:
    context, problems = read_privacy_context(PrivacyFiles(review=REVIEW), date(2026, 7, 1))
    assert (context.exceptions, [problem.code for problem in problems]) == ((), ["expired-exception"])


def test_without_files_nothing_is_compared() -> None:
    context, problems = read_privacy_context(PrivacyFiles(), TODAY)
    assert (context.has_roster, context.exceptions, problems) == (False, (), [])
    assert not context.names
    assert not PrivacyContext().has_roster


@pytest.mark.parametrize("roster", [b"", b"# Period 2\n", b"Name\n", b"Jaylen\0Brown"])
def test_without_a_name_nobody_is_told_that_names_were_compared(roster: bytes) -> None:
    assert not read_privacy_context(PrivacyFiles(roster=roster), TODAY)[0].has_roster


def test_a_roster_that_is_not_text_is_an_error() -> None:
    context, problems = read_privacy_context(PrivacyFiles(roster=b"Jaylen\0Brown"), TODAY)
    assert (context.roster.names, [problem.is_error for problem in problems]) == ((), [True])
