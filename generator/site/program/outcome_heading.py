"""What came of a class, as a heading above such classes."""

from generator.site.inquiry.outcome import Outcome
from generator.words.translator import Translator

# as a plot is read: what is better, however surely, then what is not, then what cannot be said yet; an
# answer has its own order (Outcome), by how much can be said
GROUP_ORDER = (
    Outcome.LASTED,
    Outcome.TOO_SOON,
    Outcome.MAY_BE_LUCK,
    Outcome.DID_NOT_LAST,
    Outcome.NO_CLEAR_CHANGE,
    Outcome.WORSE,
    Outcome.TOO_FEW,
)


def outcome_heading(translator: Translator, outcome: Outcome) -> str:
    """A few words, true of what ought to become more and of what ought to become less."""
    gettext = translator.gettext
    match outcome:
        case Outcome.LASTED:
            return gettext("It held")
        case Outcome.TOO_SOON:
            return gettext("Better, too soon to say")
        case Outcome.MAY_BE_LUCK:
            return gettext("Better, or luck")
        case Outcome.DID_NOT_LAST:
            return gettext("Better, and gone again")
        case Outcome.NO_CLEAR_CHANGE:
            return gettext("No clear change")
        case Outcome.WORSE:
            return gettext("Worse: look into it")
        case Outcome.TOO_FEW:
            return gettext("Too early")
