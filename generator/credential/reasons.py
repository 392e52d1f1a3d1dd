"""The decision in words: where it stands, by whom, and what is missing and what it would take."""

from collections.abc import Sequence

from generator.credential.decision import RETURN, Decision, State
from generator.model import Judged, Review, Tool
from generator.runchart.replication import ClassStanding, Standing
from generator.words.speech import Words
from generator.words.verdicts import verdict_name, verdict_text


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


def decided(words: Words, decision: Decision) -> str:
    """By whom and when the rubric was judged, as far as it has been; empty before the first review."""
    votes = [vote for one in decision.criteria for vote in one.votes]
    if not votes:
        return ""
    names = [
        words.say("Assessor {name}", name=name) for name in dict.fromkeys(vote.assessor for vote in votes)
    ]
    latest = max(vote.date for vote in votes)
    return words.say(
        "reviewed by {names}, last on {date}", names=words.listing(names), date=words.date(latest)
    )


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
