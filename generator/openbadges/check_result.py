"""One question that is asked of a credential, and the result of the check.

The text may quote what anybody wrote: it is one line, without characters that a terminal or a log would obey.
"""

from enum import StrEnum, auto

from msgspec import Struct

from generator.openbadges.achievement import clean_text


class CheckQuestion(StrEnum):
    """What is checked, in the order in which it is asked."""

    FORM = auto()
    ISSUER = auto()
    SIGNATURE = auto()
    DATES = auto()
    REVOCATION = auto()
    PUBLISHED = auto()
    MASTERY = auto()
    EVIDENCE = auto()
    VERDICT = auto()


class CheckStatus(StrEnum):
    """INCONCLUSIVE is what cannot be told from here: a file that could not be read proves nothing."""

    PASSED = auto()
    FAILED = auto()
    INCONCLUSIVE = auto()


class CheckResult(Struct, frozen=True):
    """The status of one check, and a sentence that says why."""

    question: CheckQuestion
    status: CheckStatus
    text: str

    @property
    def holds(self) -> bool:
        """Whether the check passed."""
        return self.status is CheckStatus.PASSED


def passed(question: CheckQuestion, text: str) -> CheckResult:
    """The result of a check that passed; `text` says what holds."""
    return CheckResult(question, CheckStatus.PASSED, clean_text(text))


def failed(question: CheckQuestion, text: str) -> CheckResult:
    """The result of a check that failed; `text` says what is wrong."""
    return CheckResult(question, CheckStatus.FAILED, clean_text(text))


def inconclusive(question: CheckQuestion, text: str) -> CheckResult:
    """The result of a check that could not be made; `text` says what is missing."""
    return CheckResult(question, CheckStatus.INCONCLUSIVE, clean_text(text))
