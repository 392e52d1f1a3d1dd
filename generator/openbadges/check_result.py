"""One question that is asked of a credential, and its answer.

What is said may quote what anybody wrote: it is one line, without what a terminal or a log would obey.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.openbadges.achievement import clean_text


class CheckQuestion(StrEnum):
    FORM = "form"
    ISSUER = "issuer"
    SIGNATURE = "signature"
    DATES = "dates"
    REVOCATION = "revocation"
    MASTERY = "mastery"
    EVIDENCE = "evidence"
    VERDICT = "verdict"


class CheckAnswer(StrEnum):
    """UNKNOWN is what cannot be told from here: a file that could not be had is no proof of anything."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`said` is the answer in a sentence."""

    question: CheckQuestion
    answer: CheckAnswer
    said: str

    @property
    def holds(self) -> bool:
        return self.answer is CheckAnswer.YES


def passed(question: CheckQuestion, said: str) -> CheckResult:
    return CheckResult(question, CheckAnswer.YES, clean_text(said))


def failed(question: CheckQuestion, said: str) -> CheckResult:
    return CheckResult(question, CheckAnswer.NO, clean_text(said))


def inconclusive(question: CheckQuestion, said: str) -> CheckResult:
    return CheckResult(question, CheckAnswer.UNKNOWN, clean_text(said))
