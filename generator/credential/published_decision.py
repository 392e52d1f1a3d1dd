"""What of a decision the public may see: one value, which pages, lists and feeds are made of.

Before reviews are published, that an inquiry is in review is all that is said of them: no level, feedback,
assessor, recommendation, nor that an attempt was returned or has not earned it yet (a page that parents
read).  The run charts, and with them the impact half, are public all the same.
"""

from msgspec.structs import replace

from generator.credential.decision import CriterionResult, Decision, DecisionState
from generator.model import PublishReviews

_DECIDED = (DecisionState.EARNED, DecisionState.NOT_YET_EARNED)
_SAID_OF_ITSELF = (DecisionState.SHARED, DecisionState.DRAFT, DecisionState.EARNED)


def published_decision(decision: Decision, publish: PublishReviews, *, awarded: bool = False) -> Decision:
    """The decision as far as it is public; `awarded` says that a valid award of it was issued.

    A decision without its reviews has `reviews_published` False: no votes, no half of mastery, and no other
    state than that it is in review.
    """
    if _are_published(decision, publish, awarded=awarded):
        return decision
    return replace(
        decision,
        state=decision.state if decision.state in _SAID_OF_ITSELF else DecisionState.IN_REVIEW,
        attempt=None,
        criteria=tuple(_without_votes(result) for result in decision.criteria),
        mastery_met=False,
        reviews=(),
        reviews_published=False,
    )


def _are_published(decision: Decision, publish: PublishReviews, *, awarded: bool) -> bool:
    """An award stands for an attempt that earned it, though data have come since that no longer show it."""
    match publish:
        case PublishReviews.ALWAYS:
            return True
        case PublishReviews.DECIDED:
            return decision.state in _DECIDED
        case PublishReviews.WHEN_EARNED:
            return decision.state is DecisionState.EARNED or (awarded and decision.mastery_met)


def _without_votes(result: CriterionResult) -> CriterionResult:
    return CriterionResult(result.criterion, (), met=False, assessors_differ=False, votes_missing=0)
