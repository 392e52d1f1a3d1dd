"""The decision in words: where it stands, by whom, and what is missing and what it would take."""

from collections.abc import Sequence

from generator.credential.decision import RETURN, Decision, DecisionState
from generator.model import EvaluatedSeries, Review, Tool
from generator.runchart.replication import ClassResult, RequirementResult
from generator.words.translator import Translator
from generator.words.verdict_texts import verdict_name, verdict_text


def decision_headline(translator: Translator, decision: Decision) -> str:
    """Where the decision stands, in six words."""
    match decision.state:
        case DecisionState.EARNED:
            return translator.gettext("Earned: mastery and impact both shown")
        case DecisionState.NOT_YET_EARNED if decision.mastery_met:
            return translator.gettext("Not yet: impact is still missing")
        case DecisionState.NOT_YET_EARNED if decision.impact_met:
            return translator.gettext("Not yet: mastery is still missing")
        case DecisionState.NOT_YET_EARNED:
            return translator.gettext("Not yet: mastery and impact missing")
        case DecisionState.SUBMITTED:
            return translator.gettext("Submitted: waiting for the first review")
        case DecisionState.IN_REVIEW if decision.third_asked:
            return translator.gettext("In review: a third assessor decides")
        case DecisionState.IN_REVIEW:
            return translator.gettext("In review: assessors are still reading")
        case DecisionState.INCOMPLETE:
            return translator.gettext("Returned: something is still missing here")
        case DecisionState.DRAFT:
            return translator.gettext("Published, not submitted for review yet")
        case DecisionState.SHARED:
            return translator.gettext("Shared for learning, not for credit")


def decision_sentence(translator: Translator, decision: Decision) -> str:
    """By whom and when the rubric was judged, as far as it has been; empty before the first review."""
    votes = [vote for one in decision.criteria for vote in one.votes]
    if not votes:
        return ""
    names = [
        translator.gettext("Assessor {name}", name=name)
        for name in dict.fromkeys(vote.assessor for vote in votes)
    ]
    latest = max(vote.date for vote in votes)
    return translator.gettext(
        "reviewed by {names}, last on {date}",
        names=translator.format_list(names),
        date=translator.format_date(latest),
    )


def decision_reasons(
    translator: Translator,
    decision: Decision,
    judged: Sequence[EvaluatedSeries] = (),
    tool: Tool | None = None,
) -> tuple[str, ...]:
    """Both halves in sentences: met, or what is missing and what it would take; how likely the
    impact half is by luck alone; baselines that were rising; what reviewers recommend.

    With the inquiry's series and its tool, a class that does not meet the requirement is told what
    its chart still lacks; without them it is told its verdict only.
    """
    if decision.state is DecisionState.SHARED:
        return ()
    return (
        *_mastery_texts(translator, decision),
        *_impact_texts(translator, decision.standing, judged, tool),
        *_review_texts(translator, decision.reviews),
    )


def _mastery_texts(translator: Translator, decision: Decision) -> list[str]:
    criteria = decision.criteria
    if not criteria:
        return [
            translator.gettext("Mastery: the micro-credential names no criteria, so it cannot be met yet.")
        ]
    if decision.mastery_met:
        return [
            translator.ngettext(
                "Mastery: met. Its one criterion is met.",
                "Mastery: met. All {n} criteria are met.",
                len(criteria),
            )
        ]
    said = [
        translator.gettext(
            "Mastery: not yet met. Criteria met: {met} of {all}.",
            met=translator.format_number(sum(one.met for one in criteria)),
            all=translator.format_number(len(criteria)),
        )
    ]
    waiting = [one.criterion.title for one in criteria if one.missing and not one.split]
    split = [one.criterion.title for one in criteria if one.split]
    below = [one.criterion.title for one in criteria if not one.met and not one.missing]
    if waiting:
        said.append(
            translator.gettext(
                "Still to be judged by assessors: {titles}.", titles=translator.format_list(waiting)
            )
        )
    if split:
        said.append(
            translator.gettext(
                "The assessors differ, so one more is asked: {titles}.", titles=translator.format_list(split)
            )
        )
    if below:
        said.append(
            translator.gettext(
                "Not yet at the level that passes: {titles}. The assessors' feedback says what would help.",
                titles=translator.format_list(below),
            )
        )
    return said


def _impact_texts(
    translator: Translator,
    standing: RequirementResult | None,
    judged: Sequence[EvaluatedSeries],
    tool: Tool | None,
) -> list[str]:
    if standing is None:
        return [translator.gettext("Impact: no data have been collected for it yet.")]
    verdict = verdict_name(translator, standing.verdict)
    counted = translator.ngettext(
        "{n} class shows “{verdict}”; needed: {needed}.",
        "{n} classes show “{verdict}”; needed: {needed}.",
        standing.classes_met,
        verdict=verdict,
        needed=translator.format_number(standing.classes_needed),
    )
    said = [
        translator.gettext("Impact: met. {counted}", counted=counted)
        if standing.met
        else translator.gettext("Impact: not yet met. {counted}", counted=counted)
    ]
    for one in standing.classes:
        said += _lacking(translator, one, standing, judged, tool)
    if standing.by_luck:
        said.append(
            translator.gettext(
                "By luck alone, with no change at all, this requirement would be met in {chance} of such "
                "inquiries (each chart's own chance, the classes taken as independent).",
                chance=translator.format_probability(standing.by_luck),
            )
        )
    rising = [one.class_name for one in standing.classes if one.rising]
    if rising:
        said.append(
            translator.gettext(
                "In {classes} the baseline was already getting better before the change; weigh this.",
                classes=translator.format_list(rising),
            )
        )
    return said


def _lacking(
    translator: Translator,
    one: ClassResult,
    standing: RequirementResult,
    judged: Sequence[EvaluatedSeries],
    tool: Tool | None,
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
            place = translator.gettext("{class_name}, “{prompt}”", class_name=one.class_name, prompt=text)
        said.append(
            translator.gettext("{place}: {verdict}.", place=place, verdict=verdict_name(translator, verdict))
        )
        latest = [
            series
            for series in judged
            if (series.series.class_id, series.series.prompt, series.series.group)
            == (one.class_id, prompt_id, "")
        ][-1:]
        if prompt and latest:
            said[-1] += " " + verdict_text(
                translator, latest[0].finding, share=prompt.is_share, better=prompt.better
            )
    return [text.strip() for text in said]


def _review_texts(translator: Translator, reviews: Sequence[Review]) -> list[str]:
    """What each reviewer recommends: shown, and decides nothing but a return."""
    roles = {
        "precheck": translator.gettext("Pre-check"),
        "assessor": translator.gettext("Assessor"),
        "approver": translator.gettext("Approver"),
    }
    recommended = {
        "grant": translator.gettext("recommends to grant it"),
        "not yet": translator.gettext("recommends “not yet”"),
        RETURN: translator.gettext("finds that something is missing"),
    }
    said = []
    for review in reviews:
        if review.recommend:
            who = " ".join(part for part in (roles.get(review.role, review.role), review.assessor) if part)
            said.append(
                translator.gettext(
                    "{who} {recommends} ({date}).",
                    who=who,
                    recommends=recommended.get(review.recommend, review.recommend),
                    date=translator.format_date(review.date),
                )
            )
            if review.recommend == RETURN and review.feedback:
                said[-1] += " " + review.feedback.strip()
    return said
