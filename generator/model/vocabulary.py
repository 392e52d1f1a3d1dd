"""The words that the values of the model may have, each a StrEnum whose texts are those of the files."""

from enum import StrEnum


class Verdict(StrEnum):
    """What the run chart rules say of one series; from least to most that can be said."""

    TOO_FEW_POINTS = "too_few_points"
    NO_SIGNAL = "no_signal"
    WRONG_DIRECTION = "wrong_direction"
    SHIFT_NOT_YET_SUSTAINED = "shift_not_yet_sustained"
    DID_NOT_HOLD = "did_not_hold"
    SUSTAINED_IMPROVEMENT = "sustained_improvement"

    def satisfies(self, needed: "Verdict") -> bool:
        """Whether this verdict is the one needed, or more: what is sustained is a shift too."""
        shift_is_enough = needed is Verdict.SHIFT_NOT_YET_SUSTAINED
        return self is needed or (shift_is_enough and self is Verdict.SUSTAINED_IMPROVEMENT)

    @property
    def is_better(self) -> bool:
        """Whether it says that things became better, lasting or not yet."""
        return self in REQUIRED_VERDICTS

    @property
    def outcome(self) -> "Outcome":
        """The outcome of a class with this verdict, unless a gain may be luck."""
        return _OUTCOME_OF_VERDICT[self]


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


_OUTCOME_OF_VERDICT = {
    Verdict.SUSTAINED_IMPROVEMENT: Outcome.LASTED,
    Verdict.SHIFT_NOT_YET_SUSTAINED: Outcome.TOO_SOON,
    Verdict.DID_NOT_HOLD: Outcome.DID_NOT_LAST,
    Verdict.WRONG_DIRECTION: Outcome.WORSE,
    Verdict.NO_SIGNAL: Outcome.NO_CLEAR_CHANGE,
    Verdict.TOO_FEW_POINTS: Outcome.TOO_FEW,
}

# what says that things became better, the most first: what a requirement may ask for
REQUIRED_VERDICTS = (Verdict.SUSTAINED_IMPROVEMENT, Verdict.SHIFT_NOT_YET_SUSTAINED)


class RulesEdition(StrEnum):
    """Which rules a verdict and a decision follow (docs/method.md); the value stands in every finding.

    Of the first: the verdict without its step 5, and no comparison with steady growth.  Whoever changes a
    rule so that a verdict or a decision may change begins a new one.
    """

    FIRST = "1"
    SECOND = "2"


class GrowthRole(StrEnum):
    """What the comparison with steady growth is to a requirement: a part of it, or shown beside it."""

    REQUIRED = "required"
    SHOWN = "shown"


class Better(StrEnum):
    """Which direction of a prompt's numbers is the better one."""

    HIGHER = "higher"
    LOWER = "lower"


class PromptKind(StrEnum):
    """What a prompt's numbers are: x of n (shown as %), a count, a percent, or a mean score."""

    COUNT_OF = "count_of"
    TALLY = "tally"
    PERCENT = "percent"
    SCALE = "scale"


class Unit(StrEnum):
    """What is being counted."""

    STUDENTS = "students"
    RESPONSES = "responses"
    TURNS = "turns"
    MINUTES = "minutes"
    POINTS = "points"


class Sensitivity(StrEnum):
    """What a tool's counts say of students: what they do, or what they have learned."""

    BEHAVIOUR = "behaviour"
    ATTAINMENT = "attainment"


class SmallGroups(StrEnum):
    """What becomes of a count of too few students: its inquiry is left out, or the count is hidden."""

    REFUSE = "refuse"
    SUPPRESS = "suppress"


class PublishReviews(StrEnum):
    """From when the public sees levels, feedback, assessors and recommendations."""

    WHEN_EARNED = "when_earned"
    DECIDED = "decided"
    ALWAYS = "always"


class InquiryStatus(StrEnum):
    """Whether the assessors may look at an inquiry."""

    DRAFT = "draft"
    SUBMITTED = "submitted"


class PhotoPeople(StrEnum):
    """Who can be recognised on a photo, as its author says; a photo that does not say is not published."""

    UNSTATED = ""
    NONE = "none"
    ADULTS = "adults"
    CONSENTED = "consented"
    NOT_IDENTIFIABLE = "not identifiable"


class ReviewRole(StrEnum):
    """Who reviews: a first look at whether all is there, one of the assessors, who approves the award."""

    PRECHECK = "precheck"
    ASSESSOR = "assessor"
    APPROVER = "approver"


class LevelChange(StrEnum):
    """What a reader of a masked chart saw the level do."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Recommendation(StrEnum):
    """What a review recommends; shown beside it.  Only RETURN_INCOMPLETE of a precheck or an approver
    decides anything."""

    NONE = ""
    GRANT = "grant"
    NOT_YET = "not yet"
    RETURN_INCOMPLETE = "return incomplete"


class SameVisits(StrEnum):
    """What several rows of one visit with different numbers are."""

    LATER = "later"  # a corrected form: the later row counts
    LESSONS = "lessons"  # told apart by the time in the form's stamp
    OBSERVERS = "observers"  # called 1, 2, ... in the order of the rows


class ShiftSide(StrEnum):
    """On which side of the median a shift lies."""

    ABOVE = "above"
    BELOW = "below"


class TrendDirection(StrEnum):
    """Which way a trend goes."""

    RISING = "rising"
    FALLING = "falling"
