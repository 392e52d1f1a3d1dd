"""What the main prompt came to in one class, as the answer tells classes apart."""

from enum import StrEnum

from generator.model import Finding, Verdict


class Outcome(StrEnum):
    """The six verdicts, and beside them a gain that may be luck; from the most that can be said down."""

    LASTED = "lasted"
    TOO_SOON = "too_soon"
    MAY_BE_LUCK = "may_be_luck"
    DID_NOT_LAST = "did_not_last"
    WORSE = "worse"
    NO_CLEAR_CHANGE = "no_clear_change"
    TOO_FEW = "too_few"

    @property
    def is_bad_news(self) -> bool:
        """Whether its classes are named however many there are."""
        return self in (Outcome.DID_NOT_LAST, Outcome.WORSE)


_OF_VERDICT = {
    Verdict.SUSTAINED_IMPROVEMENT: Outcome.LASTED,
    Verdict.SHIFT_NOT_YET_SUSTAINED: Outcome.TOO_SOON,
    Verdict.DID_NOT_HOLD: Outcome.DID_NOT_LAST,
    Verdict.WRONG_DIRECTION: Outcome.WORSE,
    Verdict.NO_SIGNAL: Outcome.NO_CLEAR_CHANGE,
    Verdict.TOO_FEW_POINTS: Outcome.TOO_FEW,
}


def outcome_of(finding: Finding) -> Outcome | None:
    """The outcome of a finding; None where no visit follows a change, which may still be a plan."""
    if finding.verdict is None or not finding.visits_after:
        return None
    return Outcome.MAY_BE_LUCK if finding.held_back_by_luck else _OF_VERDICT[finding.verdict]
