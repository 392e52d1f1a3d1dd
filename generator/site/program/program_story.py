"""The program's story in sentences: what changed for students, what was done for it, what was learned of
each change idea.

They count and describe what happened.  No count of verdicts says whether an idea works (docs/method.md).
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.model import Outcome
from generator.site.program.change_idea_results import ChangeIdeaResults
from generator.site.program.program_context import ProgramContext
from generator.words.class_counts import in_classes
from generator.words.outcome_texts import OUTCOME_FORMS, CountedPhrase
from generator.words.translator import Translator, capitalized

# of which the headline says that something got better
_GAINS = (Outcome.LASTED, Outcome.TOO_SOON, Outcome.MAY_BE_LUCK)


class ProgramTotals(Struct, frozen=True):
    """How much the program's teachers have published."""

    teachers: int  # with an inquiry
    inquiries: int
    visits: int
    earned: int
    awaiting_award: int  # of those that are earned
    outcomes: Mapping[Outcome, int]  # of the main prompt, a class each; also those of which there are none

    @property
    def classes(self) -> int:
        """In how many classes a change was tried."""
        return sum(self.outcomes.values())  # whole numbers


def program_totals(context: ProgramContext) -> ProgramTotals:
    """The totals of all cards of a context."""
    inquiries = [inquiry for _, inquiry in context.inquiries]
    return ProgramTotals(
        teachers=len({card.id for card, _ in context.inquiries}),
        inquiries=len(inquiries),
        visits=sum(inquiry.visits for inquiry in inquiries),
        earned=sum(1 for inquiry in inquiries if inquiry.earned),
        awaiting_award=sum(1 for inquiry in inquiries if inquiry.awaits_award),
        outcomes=_counted(of_class.outcome for inquiry in inquiries for of_class in inquiry.classes),
    )


class ProgramStory(Struct, frozen=True):
    """Tells the story in one language."""

    translator: Translator

    def headline(self, totals: ProgramTotals) -> str:
        """What changed for students, in a sentence; empty where nobody shares an inquiry."""
        if not totals.inquiries:
            return ""
        if not totals.classes:
            return self._before_any_change(totals)
        best = next(outcome for outcome in Outcome if totals.outcomes[outcome])
        text = OUTCOME_FORMS[best].program
        if isinstance(text, CountedPhrase):
            every = totals.classes
            return self.translator.ngettext(*text, every, classes=self.translator.spell_out(every))
        return self.translator.gettext(text, where=self._where(totals.outcomes[best], totals.classes))

    def summary(self, totals: ProgramTotals) -> str:
        """What was done: who asked, how often it was counted; and what a headline on gains leaves out.
        Empty before the first visit."""
        if not totals.visits:
            return ""
        return " ".join([self._asked_and_counted(totals), *self._setbacks(totals)])

    def standfirst(self, totals: ProgramTotals) -> str:
        """The summary, and what the plot below it shows."""
        if not totals.classes:
            return self.summary(totals)
        every_class = self.translator.gettext(
            "Here is every class where something was tried: where it stood before, and where it "
            "has stood since."
        )
        return f"{self.summary(totals)} {every_class}".strip()

    def earned(self, totals: ProgramTotals) -> str:
        """How many micro-credentials were earned, and how many of them are not awarded yet, if any."""
        if not totals.earned:
            return ""
        sentence = self.translator.ngettext(
            "One micro-credential was earned.",
            "{number} micro-credentials were earned.",
            totals.earned,
            number=capitalized(self.translator.spell_out(totals.earned)),
        )
        if not totals.awaiting_award:
            return sentence
        waiting = self.translator.ngettext(
            "{n} of those earned is not yet awarded by the issuer.",
            "{n} of those earned are not yet awarded by the issuer.",
            totals.awaiting_award,
        )
        return f"{sentence} {waiting}"

    def of_idea(self, results: ChangeIdeaResults) -> str:
        """In how many classes an idea was tried, and what followed there by the prompt that counts."""
        gettext, ngettext = self.translator.gettext, self.translator.ngettext
        classes, teachers = len(results.trials), results.teachers
        if not classes:
            return gettext("Nobody has tried it yet.")
        counted = _counted(
            trial.main_results[0].finding.outcome for trial in results.trials if trial.main_results
        )
        parts = [self._in_so_many(outcome, number) for outcome, number in counted.items() if number]
        unclear = classes - sum(counted.values())  # whole numbers
        if unclear:
            word = self._word(unclear)
            parts.append(ngettext("no verdict in one", "no verdict in {number}", unclear, number=word))
        return gettext(
            "{tried} {by_teachers}: {results}.",
            tried=ngettext(
                "Tried in one class", "Tried in {number} classes", classes, number=self._word(classes)
            ),
            by_teachers=ngettext(
                "by one teacher", "by {number} teachers", teachers, number=self._word(teachers)
            ),
            results=self.translator.format_list(parts),
        )

    def _word(self, number: int) -> str:
        return self.translator.spell_out(number)

    def _where(self, some: int, every: int) -> str:
        if every == 1:
            return self.translator.gettext("In the only class so far")
        return in_classes(self.translator, some, every)

    def _in_so_many(self, outcome: Outcome, classes: int) -> str:
        """`it held in two`."""
        where = self.translator.ngettext("one", "{number}", classes, number=self._word(classes))
        return self.translator.gettext(OUTCOME_FORMS[outcome].counted, classes=where)

    def _before_any_change(self, totals: ProgramTotals) -> str:
        if totals.visits:
            return self.translator.gettext("The counting has begun. No change has been tried yet.")
        return self.translator.ngettext(
            "One question about students has been asked. The counting has not begun yet.",
            "{number} questions about students have been asked. The counting has not begun yet.",
            totals.inquiries,
            number=capitalized(self._word(totals.inquiries)),
        )

    def _asked_and_counted(self, totals: ProgramTotals) -> str:
        """`Six teachers asked seven questions ...; the counts come from 197 visits.`"""
        ngettext, word = self.translator.ngettext, self._word
        inquiries, visits = totals.inquiries, totals.visits
        return ngettext(
            "One teacher asked {questions} about what students say and do; the counts come from {visits}.",
            "{teachers} teachers asked {questions} about what students say and do; "
            "the counts come from {visits}.",
            totals.teachers,
            teachers=capitalized(word(totals.teachers)),
            questions=ngettext("one question", "{number} questions", inquiries, number=word(inquiries)),
            visits=ngettext("one visit", "{number} visits", visits, number=word(visits)),
        )

    def _setbacks(self, totals: ProgramTotals) -> list[str]:
        """What a headline on gains must not hide."""
        has_gains = any(totals.outcomes[outcome] for outcome in _GAINS)
        sentences: list[str] = []
        for outcome, classes in totals.outcomes.items():
            setback = OUTCOME_FORMS[outcome].setback
            # what did not last is the headline itself where there is no gain
            if setback and classes and (has_gains or outcome is not Outcome.DID_NOT_LAST):
                sentences.append(self.translator.ngettext(*setback, classes, number=self._word(classes)))
        return sentences


def _counted(outcomes: Iterable[Outcome | None]) -> dict[Outcome, int]:
    """How often there is each outcome, from the most that can be said to the least."""
    counted = Counter(outcomes)
    return {outcome: counted[outcome] for outcome in Outcome}
