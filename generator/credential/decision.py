"""Mastery and impact put together: earned, or what is still missing.

Mastery comes from the assessors' reviews of the latest attempt, impact from the run charts; both
are computed, neither is ever typed (docs/method.md, section on the decision).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from generator.model import Criterion, Inquiry, Mastery, MicroCredential, Review
from generator.runchart.replication import Standing
from generator.words.speech import Words
from generator.words.verdicts import verdict_name


class State(StrEnum):
    """Where an inquiry stands; `shared` is one without a micro-credential."""

    SHARED = "shared"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    IN_REVIEW = "in_review"
    NOT_YET_EARNED = "not_yet_earned"
    EARNED = "earned"


@dataclass(frozen=True, slots=True)
class Vote:
    """One assessor on one criterion."""

    assessor: str
    level: str
    passes: bool
    date: Date
    evidence: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class CriterionStanding:
    """`missing` is how many more votes are needed; `split` says that a third one is asked for."""

    criterion: Criterion
    votes: tuple[Vote, ...]
    met: bool
    split: bool
    missing: int


@dataclass(frozen=True, slots=True)
class Decision:
    state: State
    attempt: int | None
    criteria: tuple[CriterionStanding, ...]
    mastery_met: bool
    impact_met: bool
    standing: Standing | None
    reviews: tuple[Review, ...]  # of the latest attempt

    @property
    def third_asked(self) -> bool:
        return any(standing.split for standing in self.criteria)


def decide(inquiry: Inquiry, credential: MicroCredential | None, standing: Standing | None) -> Decision:
    """The decision on an inquiry, from the reviews of its latest attempt and its standing.

    A `precheck` or `approver` who recommends `return incomplete` returns it; only assessors vote.
    Each counts once a criterion, with her latest review of the attempt.
    """
    attempt = latest_attempt(inquiry)
    reviews = tuple(
        sorted(
            (one for one in inquiry.reviews if one.attempt in (None, attempt)),
            key=lambda one: (one.date, one.id),
        )
    )
    criteria = _criteria(credential.mastery, reviews) if credential else ()
    mastery = bool(criteria) and all(one.met for one in criteria)
    impact = standing is not None and standing.met
    if credential is None:
        state = State.SHARED
    elif inquiry.status != "submitted":
        state = State.DRAFT
    elif _returned(reviews):
        state = State.INCOMPLETE
    elif not any(review.role == "assessor" for review in reviews):
        state = State.SUBMITTED
    elif any(one.missing for one in criteria):
        state = State.IN_REVIEW
    else:
        state = State.EARNED if mastery and impact else State.NOT_YET_EARNED
    return Decision(state, attempt, criteria, mastery, impact, standing, reviews)


def latest_attempt(inquiry: Inquiry) -> int | None:
    """The number of the latest submission; 1 where the status says submitted and none is frozen."""
    latest = max((one.attempt for one in inquiry.submissions), default=None)
    return 1 if latest is None and inquiry.status == "submitted" else latest


def six_words(words: Words, decision: Decision) -> str:
    """Where the decision stands, in six words."""
    match decision.state:
        case State.EARNED:
            return words.say("Earned: mastery and impact both shown")
        case State.NOT_YET_EARNED if decision.mastery_met:
            return words.say("Not yet: impact is still missing")
        case State.NOT_YET_EARNED if decision.impact_met:
            return words.say("Not yet: mastery is still missing")
        case State.NOT_YET_EARNED:
            return words.say("Not yet: mastery and impact missing")
        case State.SUBMITTED:
            return words.say("Submitted: waiting for the first review")
        case State.IN_REVIEW if decision.third_asked:
            return words.say("In review: a third assessor decides")
        case State.IN_REVIEW:
            return words.say("In review: assessors are still reading")
        case State.INCOMPLETE:
            return words.say("Returned: something is still missing here")
        case State.DRAFT:
            return words.say("Published, not submitted for review yet")
        case State.SHARED:
            return words.say("Shared for learning, not for credit")


def reasons(words: Words, decision: Decision) -> tuple[str, ...]:
    """Both halves in sentences: met, or what is missing and what it would take; how likely the
    impact half is by luck alone; baselines that were rising."""
    if decision.state is State.SHARED:
        return ()
    said = [_mastery_text(words, decision), *_impact_texts(words, decision)]
    for review in decision.reviews:
        if review.recommend and review.role != "assessor":
            said.append(
                words.say(
                    "{role} {assessor} on {date}: {recommend}.",
                    role=words.say(review.role).capitalize(),
                    assessor=review.assessor,
                    date=words.date(review.date),
                    recommend=words.say(review.recommend),
                )
            )
    return tuple(said)


def requirement_entry(standing: Standing) -> dict[str, object]:
    """The requirement and where each class stands against it, for findings.json."""
    return {
        "verdict": standing.verdict,
        "prompts": list(standing.prompts),
        "classes_needed": standing.classes_needed,
        "classes_met": standing.classes_met,
        "met": standing.met,
        "by_luck": standing.by_luck,
        "classes": [
            {
                "class": one.class_name,
                "verdicts": dict(one.verdicts),
                "met": one.met,
                "by_luck": one.by_luck,
                "baseline_rising": one.rising,
            }
            for one in standing.classes
        ],
    }


def decision_entry(decision: Decision) -> dict[str, object]:
    """The decision, for findings.json."""
    return {
        "state": decision.state,
        "attempt": decision.attempt,
        "mastery": decision.mastery_met,
        "impact": decision.impact_met,
        "criteria": [
            {"id": one.criterion.id, "met": one.met, "missing": one.missing, "third_asked": one.split}
            for one in decision.criteria
        ],
    }


def _returned(reviews: Sequence[Review]) -> bool:
    """Whether the latest word of anybody who checks completeness is to return it."""
    latest = {(one.role, one.assessor): one for one in reviews if one.role in ("precheck", "approver")}
    return any(one.recommend == "return incomplete" for one in latest.values())


def _criteria(mastery: Mastery, reviews: Sequence[Review]) -> tuple[CriterionStanding, ...]:
    return tuple(_standing(criterion, mastery, reviews) for criterion in mastery.criteria)


def _standing(criterion: Criterion, mastery: Mastery, reviews: Sequence[Review]) -> CriterionStanding:
    passing = mastery.levels.index(mastery.passing)
    votes: dict[str, Vote] = {}
    for review in reviews:
        judgement = review.criteria.get(criterion.id)
        if review.role == "assessor" and judgement and judgement.level in mastery.levels:
            votes[review.assessor or review.id] = Vote(
                assessor=review.assessor or review.id,
                level=judgement.level,
                passes=mastery.levels.index(judgement.level) >= passing,
                date=review.date,
                evidence=judgement.evidence,
                feedback=judgement.feedback,
            )
    cast = tuple(votes.values())
    for_it = sum(vote.passes for vote in cast)
    against = len(cast) - for_it
    missing = max(mastery.assessors - len(cast), 0)
    if not missing and for_it == against:
        return CriterionStanding(criterion, cast, met=False, split=True, missing=1)
    met = not missing and for_it > against
    return CriterionStanding(criterion, cast, met, False, missing)


def _mastery_text(words: Words, decision: Decision) -> str:
    if not decision.criteria:
        return words.say("Mastery: the micro-credential names no criteria, so it cannot be met yet.")
    if decision.mastery_met:
        return words.count(
            "Mastery: met. The {n} criterion is met.",
            "Mastery: met. All {n} criteria are met.",
            len(decision.criteria),
        )
    met = sum(one.met for one in decision.criteria)
    unmet = [one.criterion.title for one in decision.criteria if not one.met]
    return words.say(
        "Mastery: {met} of {all} criteria are met. Still open: {titles}.",
        met=words.number(met),
        all=words.number(len(decision.criteria)),
        titles=words.listing(unmet),
    )


def _impact_texts(words: Words, decision: Decision) -> list[str]:
    standing = decision.standing
    if standing is None:
        return [words.say("Impact: no data have been collected for it yet.")]
    said = [
        words.say(
            "Impact: {state}. {met} of the {needed} classes that are needed show it.",
            state=words.say("met") if standing.met else words.say("not yet met"),
            met=words.number(standing.classes_met),
            needed=words.number(standing.classes_needed),
        )
    ]
    for one in standing.classes:
        if not one.met:
            verdicts = [verdict_name(words, verdict) for _, verdict in one.verdicts]
            said.append(
                words.say(
                    "{class_name}: {verdicts}.", class_name=one.class_name, verdicts=words.listing(verdicts)
                )
            )
    said.append(
        words.say(
            "By luck alone, with no change at all, this requirement would be met in {chance} of such "
            "inquiries (each chart's own chance, the classes taken as independent).",
            chance=words.chance(standing.by_luck),
        )
    )
    rising = [one.class_name for one in standing.classes if one.rising]
    if rising:
        said.append(
            words.say(
                "In {classes} the baseline was already getting better before the change; weigh this.",
                classes=words.listing(rising),
            )
        )
    return said
