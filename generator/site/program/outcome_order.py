"""The order of outcomes in a plot of many classes."""

from generator.model import Outcome

# as a plot is read: what is better, however surely, then what is not, then what cannot be said yet; an
# answer has its own order (Outcome), by how much can be said
OUTCOME_ORDER = (
    Outcome.LASTED,
    Outcome.TOO_SOON,
    Outcome.MAY_BE_LUCK,
    Outcome.DID_NOT_LAST,
    Outcome.NO_CLEAR_CHANGE,
    Outcome.WORSE,
    Outcome.TOO_FEW,
)
