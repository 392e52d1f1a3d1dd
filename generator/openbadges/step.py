"""One question that is asked of a credential, and its answer.

What is said may quote what anybody wrote: it is one line, without what a terminal or a log would obey.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.openbadges.achievement import clean


class Question(StrEnum):
    FORM = "form"
    ISSUER = "issuer"
    SIGNATURE = "signature"
    DATES = "dates"
    REVOCATION = "revocation"
    MASTERY = "mastery"
    EVIDENCE = "evidence"
    VERDICT = "verdict"


class Answer(StrEnum):
    """UNKNOWN is what cannot be told from here: a file that could not be had is no proof of anything."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """`said` is the answer in a sentence."""

    question: Question
    answer: Answer
    said: str

    @property
    def holds(self) -> bool:
        return self.answer is Answer.YES


def yes(question: Question, said: str) -> Step:
    return Step(question, Answer.YES, clean(said))


def no(question: Question, said: str) -> Step:
    return Step(question, Answer.NO, clean(said))


def unknown(question: Question, said: str) -> Step:
    return Step(question, Answer.UNKNOWN, clean(said))
