"""What `portfolio award` says of each award: all of one, or a line of many, and how many became what."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from generator.authoring.award_outcome import AwardOutcome, AwardPlan
from generator.commands.terminal_output import print_line
from generator.words.translator import Translator


class AwardReport(Struct):
    """Prints what becomes of awards, one after the other; a note that is true of many is printed once."""

    content: Path
    translator: Translator
    notes: set[str] = field(default_factory=set)

    def full(self, plan: AwardPlan) -> None:
        """All that is to be said of one award."""
        gettext = self.translator.gettext
        if plan.outcome in (AwardOutcome.UNCHANGED, AwardOutcome.OLDER):
            print_line(self._standing(plan))
            self._list_signed(plan)
        elif plan.outcome is AwardOutcome.WRITTEN:
            print_line(self._written(plan))
            for path in plan.files:
                print_line(f"  {self.content.name}/{path}")
        else:
            print_line(gettext("Not awarded: {award}", award=plan.name or "-"), err=True)
        for text in (*plan.texts, *plan.details):
            print_line(f"  {text}", err=True)

    def line(self, plan: AwardPlan, inquiry_folder: str) -> None:
        """One award among all, in a line; nothing of those that stay as they are, or are not earned yet."""
        gettext, name = self.translator.gettext, plan.name or inquiry_folder
        match plan.outcome:
            case AwardOutcome.WRITTEN:
                notes = [text for text in plan.texts if text not in self.notes]
                self.notes.update(notes)
                print_line(" ".join((self._written(plan), *notes)))
            case AwardOutcome.UNCHANGED | AwardOutcome.OLDER:
                self._list_signed(plan)
            case AwardOutcome.KEPT | AwardOutcome.REVOKED:
                print_line(gettext("Unchanged: {award}. {reason}", award=name, reason=plan.texts[0]))
            case AwardOutcome.REFUSED | AwardOutcome.LOST:
                reason = plan.texts[0] if plan.texts and not plan.problems else self._errors()
                print_line(gettext("Not awarded: {award}. {reason}", award=name, reason=reason), err=True)

    def _list_signed(self, plan: AwardPlan) -> None:
        """Says that the list of revoked awards is signed by this key now, where an award that stays wrote
        it."""
        if plan.files:
            print_line(self.translator.gettext("The list of revoked awards was signed again."))

    def _written(self, plan: AwardPlan) -> str:
        assert plan.day is not None, "it is awarded"
        day = self.translator.format_date(plan.day)
        return self.translator.gettext("Awarded on {date}: {award}", date=day, award=plan.name)

    def _standing(self, plan: AwardPlan) -> str:
        gettext = self.translator.gettext
        if plan.outcome is AwardOutcome.OLDER:
            return gettext("Already awarded, and left as it is: {award}", award=plan.name)
        return gettext("Already awarded, and up to date: {award}", award=plan.name)

    def _errors(self) -> str:
        return self.translator.gettext("It has errors: portfolio check lists them.")


def show_outcomes(outcomes: Mapping[AwardOutcome, int], translator: Translator) -> None:
    """How many awards became what, and what to type where some were left alone."""
    ngettext = translator.ngettext
    written, refused, lost, revoked, unearned, older, kept, there = (
        outcomes[outcome]
        for outcome in (
            AwardOutcome.WRITTEN,
            AwardOutcome.REFUSED,
            AwardOutcome.LOST,
            AwardOutcome.REVOKED,
            AwardOutcome.UNEARNED,
            AwardOutcome.OLDER,
            AwardOutcome.KEPT,
            AwardOutcome.UNCHANGED,
        )
    )
    counted = {
        ngettext("{n} new award", "{n} new awards", written): written,
        ngettext("{n} was already there", "{n} were already there", there): there,
        ngettext(
            "{n} was already there, without entries that new awards have",
            "{n} were already there, without entries that new awards have",
            older,
        ): older,
        ngettext("{n} stays what it was", "{n} stay what they were", kept): kept,
        ngettext("{n} is revoked", "{n} are revoked", revoked): revoked,
        ngettext("{n} could not be awarded", "{n} could not be awarded", refused): refused,
        ngettext("{n} no longer verifies", "{n} no longer verify", lost): lost,
        ngettext(
            "{n} inquiry has not earned one yet", "{n} inquiries have not earned one yet", unearned
        ): unearned,
    }
    nothing = translator.gettext("There is nothing to award")
    print_line(("; ".join(text for text, number in counted.items() if number) or nothing) + ".")
    if older or kept:
        print_line(
            translator.gettext(
                "To issue one of these again with the content of today, type:  portfolio award "
                "TEACHER/INQUIRY --anew"
            )
        )
