"""What an evidence page says of the decision: each line in one place, whichever parts show it."""

from functools import cached_property

from msgspec import Struct

from generator import addresses
from generator.credential.decision import DecisionState
from generator.credential.decision_texts import DecisionTexts
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import GrowthRole, PublishReviews
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import AwardCard, is_awarded, is_taken_back
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts


class DecisionLines(Struct, frozen=True, dict=True):
    """The decision on one inquiry, with the awards that were issued for it, in words."""

    translator: Translator
    evaluated: EvaluatedInquiry
    awards: tuple[AwardCard, ...]

    @cached_property
    def headline(self) -> str:
        """Where the decision stands, and whether the issuer has awarded it or taken it back."""
        gettext, decision = self.translator.gettext, self.evaluated.decision
        micro_credential = self.evaluated.inquiry.micro_credential
        if is_taken_back(self.awards, micro_credential):
            return gettext("Earned, then revoked by its issuer")
        awarded = is_awarded(self.awards, micro_credential)
        if awarded and not decision.reviews_published:
            return gettext("Earned and awarded")
        headline = DecisionTexts(self.translator).headline(decision)
        if decision.state is DecisionState.EARNED and not awarded:
            return gettext("{earned}; not yet awarded by the issuer", earned=headline)
        return headline

    @cached_property
    def reviewed(self) -> str:
        """By whom and when the rubric was judged; empty before the first review."""
        return DecisionTexts(self.translator).reviewed_by(self.evaluated.decision)

    @property
    def credential(self) -> Link | None:
        """The micro-credential that the inquiry is put forward for."""
        credential = self.evaluated.credential
        return Link(credential.title, addresses.micro_credential(credential.id)) if credential else None

    @cached_property
    def submitted(self) -> str:
        """When it was submitted, empty before; and which attempt it is, once reviews are published: a second
        one tells what came of the first."""
        latest = self.evaluated.inquiry.latest_submission
        if latest is None:
            return ""
        if not self.evaluated.decision.reviews_published:
            date = self.translator.format_date(latest.date)
            return self.translator.gettext("Submitted on {date}.", date=date)
        return self.translator.gettext(
            "Attempt {attempt}, submitted on {date}.",
            attempt=self.translator.format_number(latest.attempt),
            date=self.translator.format_date(latest.date),
        )

    def publication(self, publish: PublishReviews) -> str:
        """When reviews will stand here; empty where they do, or where none are asked for."""
        decision, gettext = self.evaluated.decision, self.translator.gettext
        if decision.reviews_published or decision.state is DecisionState.SHARED:
            return ""
        if publish is PublishReviews.DECIDED:
            return gettext("What the assessors write will appear here once they have decided.")
        return gettext("What the assessors write will appear here once the micro-credential is earned.")

    @cached_property
    def requirement(self) -> str:
        """The requirement on student learning that counts, as declared before the data were in, and where
        it is not the micro-credential's of today, why; empty without one."""
        in_force, tool, requirement = self.evaluated.in_force, self.evaluated.tool, self.evaluated.requirement
        if in_force is None:
            return ""
        impact = in_force.impact
        prompts = requirement.prompts if requirement else impact.prompts
        if not prompts:
            return ""
        texts = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
        quoted = [
            self.translator.gettext("“{prompt}”", prompt=texts.get(prompt, prompt)) for prompt in prompts
        ]
        verdicts_needed = self.translator.ngettext(
            "In at least {n} class: {verdict} of {prompts}.",
            "In at least {n} classes: {verdict} of {prompts}.",
            impact.classes,
            verdict=VerdictTexts(self.translator).requirement(impact.verdict),
            prompts=self.translator.format_list(quoted),
        )
        growth = (
            self.translator.ngettext(
                "The improvement must be more than steady growth, in all classes together.",
                "For each of them, the improvement must be more than steady growth, in all classes together.",
                len(prompts),
            )
            if impact.growth is GrowthRole.REQUIRED
            else ""
        )
        latest = self.evaluated.inquiry.latest_submission
        source = DecisionTexts(self.translator).requirement_source(in_force, latest.date) if latest else ""
        return " ".join(part for part in (verdicts_needed, growth, source) if part)

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """Mastery and impact in sentences: met, or what is missing and what it would take."""
        evaluated = self.evaluated
        return DecisionTexts(self.translator).reasons(evaluated.decision, evaluated.series, evaluated.tool)
