"""Mastery and impact put together: earned, or what is still missing.

Mastery comes from the assessors' reviews of the latest attempt, impact from the run charts; both
are computed, neither is ever typed (docs/method.md, section on the decision).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from generator.model import Criterion, Inquiry, Judged, Mastery, MicroCredential, Review, Tool
from generator.runchart.replication import ClassStanding, Standing
from generator.words.speech import Words
from generator.words.verdicts import verdict_name, verdict_text

RETURN = "return incomplete"


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
    review_id: str
    level: str
    passes: bool
    date: Date
    evidence: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class CriterionStanding:
    """`missing` is how many more votes are needed; `split` says that the assessors who were asked
    differ, so that one more (with two assessors: a third) decides."""

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


def reasons(
    words: Words, decision: Decision, judged: Sequence[Judged] = (), tool: Tool | None = None
) -> tuple[str, ...]:
    """Both halves in sentences: met, or what is missing and what it would take; how likely the
    impact half is by luck alone; baselines that were rising; what reviewers recommend.

    With the inquiry's series and its tool, a class that does not meet the requirement is told what
    its chart still lacks; without them it is told its verdict only.
    """
    if decision.state is State.SHARED:
        return ()
    return (
        *_mastery_texts(words, decision),
        *_impact_texts(words, decision.standing, judged, tool),
        *_review_texts(words, decision.reviews),
    )


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
    return any(one.recommend == RETURN for one in latest.values())


def _criteria(mastery: Mastery, reviews: Sequence[Review]) -> tuple[CriterionStanding, ...]:
    return tuple(_standing(criterion, mastery, reviews) for criterion in mastery.criteria)


def _standing(criterion: Criterion, mastery: Mastery, reviews: Sequence[Review]) -> CriterionStanding:
    """`mastery.assessors` who agree decide; where they differ one more is asked for until the
    majority is clear."""
    passing = mastery.levels.index(mastery.passing)
    votes: dict[str, Vote] = {}
    for review in reviews:
        judgement = review.criteria.get(criterion.id)
        if review.role == "assessor" and judgement and judgement.level in mastery.levels:
            # an alias is the same person in capitals or not; without one the file stands for her
            name = " ".join(review.assessor.split()) or review.id
            votes[name.casefold()] = Vote(
                assessor=name,
                review_id=review.id,
                level=judgement.level,
                passes=mastery.levels.index(judgement.level) >= passing,
                date=review.date,
                evidence=judgement.evidence,
                feedback=judgement.feedback,
            )
    cast = tuple(votes.values())
    if len(cast) < mastery.assessors:
        return CriterionStanding(criterion, cast, False, False, mastery.assessors - len(cast))
    for_it = sum(vote.passes for vote in cast)
    against = len(cast) - for_it
    differ = len({vote.passes for vote in cast[: mastery.assessors]}) > 1
    if for_it == against or (differ and len(cast) == mastery.assessors):
        return CriterionStanding(criterion, cast, met=False, split=True, missing=1)
    return CriterionStanding(criterion, cast, for_it > against, False, 0)


def _mastery_texts(words: Words, decision: Decision) -> list[str]:
    criteria = decision.criteria
    if not criteria:
        return [words.say("Mastery: the micro-credential names no criteria, so it cannot be met yet.")]
    if decision.mastery_met:
        return [
            words.count(
                "Mastery: met. Its one criterion is met.",
                "Mastery: met. All {n} criteria are met.",
                len(criteria),
            )
        ]
    said = [
        words.say(
            "Mastery: not yet met. Criteria met: {met} of {all}.",
            met=words.number(sum(one.met for one in criteria)),
            all=words.number(len(criteria)),
        )
    ]
    waiting = [one.criterion.title for one in criteria if one.missing and not one.split]
    split = [one.criterion.title for one in criteria if one.split]
    below = [one.criterion.title for one in criteria if not one.met and not one.missing]
    if waiting:
        said.append(words.say("Still to be judged by assessors: {titles}.", titles=words.listing(waiting)))
    if split:
        said.append(
            words.say("The assessors differ, so one more is asked: {titles}.", titles=words.listing(split))
        )
    if below:
        said.append(
            words.say(
                "Not yet at the level that passes: {titles}. The assessors' feedback says what would help.",
                titles=words.listing(below),
            )
        )
    return said


def _impact_texts(
    words: Words, standing: Standing | None, judged: Sequence[Judged], tool: Tool | None
) -> list[str]:
    if standing is None:
        return [words.say("Impact: no data have been collected for it yet.")]
    verdict = verdict_name(words, standing.verdict)
    counted = words.count(
        "{n} class shows “{verdict}”; needed: {needed}.",
        "{n} classes show “{verdict}”; needed: {needed}.",
        standing.classes_met,
        verdict=verdict,
        needed=words.number(standing.classes_needed),
    )
    said = [
        words.say("Impact: met. {counted}", counted=counted)
        if standing.met
        else words.say("Impact: not yet met. {counted}", counted=counted)
    ]
    for one in standing.classes:
        said += _lacking(words, one, standing, judged, tool)
    if standing.by_luck:
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


def _lacking(
    words: Words, one: ClassStanding, standing: Standing, judged: Sequence[Judged], tool: Tool | None
) -> list[str]:
    """For each prompt of a class without the verdict: the one it has, and what would settle it."""
    prompts = {prompt.id: prompt for prompt in tool.prompts} if tool else {}
    said = []
    for prompt_id, verdict in one.verdicts:
        if verdict is standing.verdict:
            continue
        prompt = prompts.get(prompt_id)
        place = one.class_name
        if len(standing.prompts) > 1:
            text = prompt.text if prompt else prompt_id
            place = words.say("{class_name}, “{prompt}”", class_name=one.class_name, prompt=text)
        said.append(words.say("{place}: {verdict}.", place=place, verdict=verdict_name(words, verdict)))
        latest = [
            series
            for series in judged
            if (series.series.class_id, series.series.prompt, series.series.group)
            == (one.class_id, prompt_id, "")
        ][-1:]
        if prompt and latest:
            said[-1] += " " + verdict_text(
                words, latest[0].finding, share=prompt.is_share, better=prompt.better
            )
    return [text.strip() for text in said]


def _review_texts(words: Words, reviews: Sequence[Review]) -> list[str]:
    """What each reviewer recommends: shown, and decides nothing but a return."""
    roles = {
        "precheck": words.say("Pre-check"),
        "assessor": words.say("Assessor"),
        "approver": words.say("Approver"),
    }
    recommended = {
        "grant": words.say("recommends to grant it"),
        "not yet": words.say("recommends “not yet”"),
        RETURN: words.say("finds that something is missing"),
    }
    said = []
    for review in reviews:
        if review.recommend:
            who = " ".join(part for part in (roles.get(review.role, review.role), review.assessor) if part)
            said.append(
                words.say(
                    "{who} {recommends} ({date}).",
                    who=who,
                    recommends=recommended.get(review.recommend, review.recommend),
                    date=words.date(review.date),
                )
            )
            if review.recommend == RETURN and review.feedback:
                said[-1] += " " + review.feedback.strip()
    return said
