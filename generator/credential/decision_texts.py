"""The decision in words: where it stands, by whom, and what is missing and what it would take."""

from collections.abc import Sequence
from datetime import date as Date

from msgspec import Struct

from generator.credential.decision import Decision, DecisionState
from generator.credential.requirement_in_force import RequirementInForce, RequirementSource
from generator.model import (
    EvaluatedSeries,
    GrowthRole,
    Inquiry,
    Prompt,
    Recommendation,
    Review,
    ReviewRole,
    Series,
    Tool,
    Verdict,
)
from generator.reading.file_digests import changes_since
from generator.runchart.replication import ClassResult, ImpactState, RequirementResult
from generator.words.growth_texts import GrowthTexts
from generator.words.translator import ENGLISH, Translator
from generator.words.verdict_texts import VerdictTexts


class DecisionTexts(Struct, frozen=True):
    """What is said of a decision, in one language."""

    translator: Translator = ENGLISH

    @property
    def verdict_texts(self) -> VerdictTexts:
        """What is said of each chart, in the same language."""
        return VerdictTexts(self.translator)

    def headline(self, decision: Decision) -> str:
        """Where the decision stands, in six words."""
        match decision.state:
            case DecisionState.IN_REVIEW if not decision.reviews_published:
                return self.translator.gettext("In review")
            case DecisionState.EARNED:
                return self.translator.gettext("Earned: mastery and impact both shown")
            case DecisionState.NOT_YET_EARNED if decision.mastery_met and _is_like_growth(decision):
                return self.translator.gettext("Improvement, not separable from growth")
            case DecisionState.NOT_YET_EARNED if decision.mastery_met:
                return self.translator.gettext("Not yet: impact is still missing")
            case DecisionState.NOT_YET_EARNED if decision.impact_met:
                return self.translator.gettext("Not yet: mastery is still missing")
            case DecisionState.NOT_YET_EARNED:
                return self.translator.gettext("Not yet: mastery and impact missing")
            case DecisionState.SUBMITTED if decision.attempt is None:
                return self.translator.gettext("Marked as submitted, but nothing was submitted")
            case DecisionState.SUBMITTED:
                return self.translator.gettext("Submitted: waiting for the first review")
            case DecisionState.IN_REVIEW if decision.third_assessor_needed:
                return self.translator.gettext("In review: a third assessor decides")
            case DecisionState.IN_REVIEW:
                return self.translator.gettext("In review: assessors are still reading")
            case DecisionState.INCOMPLETE:
                return self.translator.gettext("Returned: something is still missing here")
            case DecisionState.DRAFT:
                return self.translator.gettext("Published, not submitted for review yet")
            case DecisionState.SHARED:
                return self.translator.gettext("Shared for learning, not for credit")

    def reviewed_by(self, decision: Decision) -> str:
        """By whom and when the rubric was judged, as far as it has been; empty before the first review."""
        votes = [vote for result in decision.criteria for vote in result.votes]
        if not votes:
            return ""
        names = [
            self.translator.gettext("Assessor {name}", name=name)
            for name in dict.fromkeys(vote.assessor for vote in votes)
        ]
        latest = max(vote.date for vote in votes)
        return self.translator.gettext(
            "reviewed by {names}, last on {date}",
            names=self.translator.format_list(names),
            date=self.translator.format_date(latest),
        )

    def reasons(
        self,
        decision: Decision,
        series: Sequence[EvaluatedSeries] = (),
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
            *self._mastery(decision),
            *self._impact(decision, series, tool),
            *self._recommendations(decision.reviews),
        )

    def _mastery(self, decision: Decision) -> list[str]:
        criteria = decision.criteria
        if not decision.reviews_published:
            return []
        if not criteria:
            return [
                self.translator.gettext(
                    "Mastery: the micro-credential names no criteria, so it cannot be met yet."
                )
            ]
        if decision.mastery_met:
            return [
                self.translator.ngettext(
                    "Mastery: met. Its one criterion is met.",
                    "Mastery: met. All {n} criteria are met.",
                    len(criteria),
                )
            ]
        sentences = [
            self.translator.gettext(
                "Mastery: not yet met. Criteria met: {met} of {all}.",
                met=self.translator.format_number([result.met for result in criteria].count(True)),
                all=self.translator.format_number(len(criteria)),
            )
        ]
        waiting = [
            result.criterion.title
            for result in criteria
            if result.votes_missing and not result.assessors_differ
        ]
        undecided = [result.criterion.title for result in criteria if result.assessors_differ]
        below = [result.criterion.title for result in criteria if not result.met and not result.votes_missing]
        if waiting:
            sentences.append(
                self.translator.gettext(
                    "Assessors have yet to judge: {titles}.", titles=self.translator.format_list(waiting)
                )
            )
        if undecided:
            sentences.append(
                self.translator.gettext(
                    "The two assessors disagree on {titles}; a third will decide.",
                    titles=self.translator.format_list(undecided),
                )
            )
        if below:
            sentences.append(
                self.translator.gettext(
                    "Not yet at the passing level: {titles}. The assessors' feedback says what would help.",
                    titles=self.translator.format_list(below),
                )
            )
        return sentences

    def _impact(
        self,
        decision: Decision,
        series: Sequence[EvaluatedSeries],
        tool: Tool | None,
    ) -> list[str]:
        requirement = decision.requirement
        if requirement is None:
            return [self.translator.gettext("Impact: no data have been collected yet.")]
        verdict = self.verdict_texts.requirement(requirement.verdict)
        counted = self.translator.ngettext(
            "{n} class shows “{verdict}”; needed: {needed}.",
            "{n} classes show “{verdict}”; needed: {needed}.",
            requirement.classes_met,
            verdict=verdict,
            needed=self.translator.format_number(requirement.classes_needed),
        )
        state = self._impact_state(decision, requirement.state, counted)
        sentences = [state, *self._growth(requirement, tool)]
        for result in requirement.classes:
            sentences += self._lacking(result, requirement, series, tool)
        if requirement.by_luck:
            sentences.append(
                self.translator.gettext(
                    "If nothing had changed, at most {chance} inquiries like this would pass by luck (if "
                    "visits and classes are independent; at most about {alike} if neighboring visits "
                    "resemble each other as in published studies).",
                    chance=self.translator.format_most_frequency(requirement.by_luck),
                    alike=self.translator.format_most_frequency(requirement.by_luck_if_alike),
                )
            )
        rising = [result.class_name for result in requirement.classes if result.rising]
        if rising:
            sentences.append(
                self.translator.gettext(
                    "In {classes} the baseline may already have been improving before the change; take "
                    "this into account.",
                    classes=self.translator.format_list(rising),
                )
            )
        return sentences

    def _impact_state(self, decision: Decision, state: ImpactState, counted: str) -> str:
        """What the requirement comes to; `counted` says in how many classes it has the verdict.  That it is
        not yet met is said with the reviews, not before."""
        gettext = self.translator.gettext
        match state:
            case ImpactState.MET:
                return gettext("Impact: met. {counted}", counted=counted)
            case ImpactState.NOT_SEPARABLE_FROM_GROWTH:
                return gettext("Impact: improvement, not separable from growth. {counted}", counted=counted)
            case _ if not decision.reviews_published:
                return gettext("Impact so far: {counted}", counted=counted)
            case _:
                return gettext("Impact: not yet met. {counted}", counted=counted)

    def _growth(self, requirement: RequirementResult, tool: Tool | None) -> list[str]:
        """Each listed prompt against steady growth, once enough classes have the verdict."""
        if requirement.state is ImpactState.VERDICTS_MISSING:
            return []
        texts, gettext = GrowthTexts(self.translator), self.translator.gettext
        prompts = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
        lasted = requirement.verdict is Verdict.SUSTAINED_IMPROVEMENT
        sentences = []
        for result in requirement.growth:
            sentence = texts.comparison(result, lasted=lasted)
            if len(requirement.prompts) > 1:
                text = prompts.get(result.prompt, result.prompt)
                sentence = gettext("“{prompt}”: {sentence}", prompt=text, sentence=sentence)
            sentences.append(sentence)
        if requirement.growth_role is GrowthRole.SHOWN:
            sentences.append(gettext("The comparison with steady growth is shown here and decides nothing."))
        return sentences

    def changed_since_submission(self, inquiry: Inquiry) -> str:
        """A warning that the content is not what was submitted for review; empty where it is, or where no
        digest was kept."""
        submission = inquiry.latest_submission
        if submission is None or not submission.digests or not changes_since(submission, inquiry):
            return ""
        return self.translator.gettext(
            "This has changed since attempt {attempt} was submitted, so a review of it does not count. It "
            "must be submitted again first.",
            attempt=submission.attempt,
        )

    def requirement_source(self, in_force: RequirementInForce, submitted: Date) -> str:
        """Since when the requirement counts, and whether it is another one than the micro-credential's of
        today.

        `submitted` is the day of the attempt that it belongs to.  Empty where nothing was frozen.
        """
        date = self.translator.format_date(submitted)
        asks_growth = in_force.declared.impact.growth is GrowthRole.REQUIRED
        if in_force.source is RequirementSource.FIRST_EDITION and asks_growth:
            return self.translator.gettext(
                "Submitted on {date} under the first edition of the rules, which did not ask for more "
                "than steady growth, so it is judged without it.",
                date=date,
            )
        if in_force.source is RequirementSource.OTHER_CREDENTIAL:
            return self.translator.gettext(
                "The submission of {date} was for another micro-credential; for this one, submit it again.",
                date=date,
            )
        if in_force.changed_since:
            return self.translator.gettext(
                "Judged by the requirement and rubric as they stood when submitted on {date}; the "
                "micro-credential asks for something else today.",
                date=date,
            )
        if in_force.source is RequirementSource.SUBMISSION:
            return self.translator.gettext("As it stood when submitted on {date}.", date=date)
        return ""

    def _lacking(
        self,
        result: ClassResult,
        requirement: RequirementResult,
        series: Sequence[EvaluatedSeries],
        tool: Tool | None,
    ) -> list[str]:
        """For each prompt of a class without the verdict: the one it has, and what would settle it."""
        prompts = {prompt.id: prompt for prompt in tool.prompts} if tool else {}
        sentences = []
        for prompt_id, verdict in result.verdicts:
            if verdict and verdict.satisfies(requirement.verdict):
                continue
            prompt = prompts.get(prompt_id)
            place = result.class_name
            if len(requirement.prompts) > 1:
                text = prompt.text if prompt else prompt_id
                place = self.translator.gettext("{class_name}, “{prompt}”", class_name=place, prompt=text)
            sentence = self.translator.gettext(
                "{place}: {verdict}.", place=place, verdict=self.verdict_texts.name(verdict)
            )
            phases = [phase for phase in series if _shows(phase.series, result.class_id, prompt_id)]
            sentences.append(f"{sentence} {self._latest_verdict(phases, prompt)}".strip())
        return sentences

    def _latest_verdict(self, phases: Sequence[EvaluatedSeries], prompt: Prompt | None) -> str:
        """The verdict of the latest phase in words; empty without a phase or its prompt."""
        if not phases or prompt is None:
            return ""
        return self.verdict_texts.verdict(phases[-1], share=prompt.is_share)

    def _recommendations(self, reviews: Sequence[Review]) -> list[str]:
        """What each reviewer recommends: shown, and decides nothing but a return."""
        roles = {
            ReviewRole.PRECHECK: self.translator.gettext("Pre-check"),
            ReviewRole.ASSESSOR: self.translator.gettext("Assessor"),
            ReviewRole.APPROVER: self.translator.gettext("Approver"),
        }
        recommended = {
            Recommendation.GRANT: self.translator.gettext("recommends granting it"),
            Recommendation.NOT_YET: self.translator.gettext("recommends “not yet”"),
            Recommendation.RETURN_INCOMPLETE: self.translator.gettext("finds that something is missing"),
        }
        sentences = []
        for review in reviews:
            if review.recommend:
                who = " ".join(part for part in (roles[review.role], review.assessor) if part)
                sentences.append(
                    self.translator.gettext(
                        "{who} {recommends} ({date}).",
                        who=who,
                        recommends=recommended[review.recommend],
                        date=self.translator.format_date(review.date),
                    )
                )
                if review.recommend is Recommendation.RETURN_INCOMPLETE and review.feedback:
                    sentences[-1] += " " + review.feedback.strip()
        return sentences


def _is_like_growth(decision: Decision) -> bool:
    requirement = decision.requirement
    return requirement is not None and requirement.state is ImpactState.NOT_SEPARABLE_FROM_GROWTH


def _shows(series: Series, class_id: str, prompt_id: str) -> bool:
    """Whether a series is of this prompt, and of the whole class."""
    return (series.class_id, series.prompt, series.group) == (class_id, prompt_id, "")
