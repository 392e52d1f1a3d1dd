"""The verdict of a run chart in plain words: what is so, what would settle it, how sure it is.

Never more than the data say, and never a judgement of the teacher (docs/method.md).
"""

from msgspec import Struct

from generator.model import (
    FEWEST_POINTS,
    POINTS_HELD,
    Better,
    EvaluatedSeries,
    Finding,
    ShiftProgress,
    Verdict,
)
from generator.words.outcome_texts import NO_CHANGE_TRIED, NO_VERDICT, OUTCOME_FORMS
from generator.words.translator import ENGLISH, Translator


class VerdictTexts(Struct, frozen=True):
    """What is said of a finding, in one language."""

    translator: Translator = ENGLISH

    def name(self, verdict: Verdict | None) -> str:
        """The verdict as every list, table and chart names it; a template may give its value alone."""
        text = OUTCOME_FORMS[Verdict(verdict).outcome].verdict if verdict else NO_VERDICT
        return self.translator.gettext(text)

    def caption(self, finding: Finding) -> str:
        """What a chart's caption says of its finding, behind the name of its class."""
        if finding.verdict is None:
            return self.translator.gettext(NO_CHANGE_TRIED)
        # before the first visit after the change there is no outcome yet
        return self.translator.gettext(OUTCOME_FORMS[finding.outcome or finding.verdict.outcome].caption)

    def requirement(self, verdict: Verdict) -> str:
        """The verdict as a requirement names it: a shift is asked for whether or not it is sustained."""
        if verdict is Verdict.SHIFT_NOT_YET_SUSTAINED:
            return self.translator.gettext("a shift (sustained or not yet)")
        return self.name(verdict)

    def verdict(self, evaluated: EvaluatedSeries, *, share: bool, unit: str = "") -> str:
        """A few sentences on the verdict, with this finding's own figures; empty without one.

        `share` says that values are percentages; `unit` is what other values are counted in, if it is
        to be said ("minutes").
        """
        finding = evaluated.finding
        if finding.verdict is None:
            return ""
        counted = self.counted(evaluated, share=share, unit=unit)
        match finding.verdict:
            case Verdict.TOO_FEW_POINTS:
                return self._too_few(finding, counted)
            case Verdict.NO_SIGNAL:
                text = f"{counted} {self._small_gains()}"
            case Verdict.WRONG_DIRECTION:
                text = f"{counted} {self._worth_a_look()}"
            case Verdict.DID_NOT_HOLD:
                text = f"{counted} {self.translator.gettext('What helped while it lasted?')}"
            case Verdict.SHIFT_NOT_YET_SUSTAINED:
                text = f"{counted} {self._not_yet_sustained(finding)}"
            case Verdict.SUSTAINED_IMPROVEMENT:
                text = counted
        return f"{text} {self.on_median(finding)}".strip()

    def counted(self, evaluated: EvaluatedSeries, *, share: bool, unit: str = "") -> str:
        """What was counted that the verdict rests on, in a sentence; empty without one.  `share` and `unit`
        as in `verdict`."""
        finding, better = evaluated.finding, evaluated.series.better
        level = "" if finding.median is None else self._format_amount(finding.median, share, unit)
        match finding.verdict:
            case None:
                return ""
            case Verdict.TOO_FEW_POINTS:
                return self.still_missing(finding)
            case Verdict.NO_SIGNAL:
                return self._visits_on_good_side(finding, better, level)
            case Verdict.WRONG_DIRECTION:
                return self._wrong_direction(better, level)
            case Verdict.DID_NOT_HOLD:
                return self._did_not_hold(evaluated)
            case Verdict.SHIFT_NOT_YET_SUSTAINED | Verdict.SUSTAINED_IMPROVEMENT:
                return self._since_shift(evaluated, level)

    def shift_start(self, evaluated: EvaluatedSeries) -> str:
        """When the shift began that the verdict speaks of, with how late after the change where it was
        late: `January 12 (5 visits after the change)`; empty without a shift."""
        progress = evaluated.finding.progress
        if progress is None:
            return ""
        when = self._visit(evaluated, progress.start)
        if not progress.is_late:
            return when
        return self.translator.ngettext(
            "{date} ({n} visit after the change)",
            "{date} ({n} visits after the change)",
            progress.visit,
            date=when,
        )

    def _format_amount(self, value: float, share: bool, unit: str = "") -> str:
        """A value in its own measure: `35%`, `4.5`, `4.5 minutes`."""
        amount = self.translator.format_amount(value, share=share)
        return f"{amount}\N{NO-BREAK SPACE}{unit}" if unit and not share else amount

    def still_missing(self, finding: Finding) -> str:
        """Of too few points: how many visits a verdict still takes, before the change and after it."""
        has_before, has_after = finding.baseline_points or 0, finding.useful_after or 0
        missing = []
        if has_before < FEWEST_POINTS:
            missing.append(
                self.translator.ngettext(
                    "{n} visit before the change", "{n} visits before the change", FEWEST_POINTS - has_before
                )
            )
        if has_after < FEWEST_POINTS:
            missing.append(
                self.translator.ngettext(
                    "{n} visit after the change", "{n} visits after the change", FEWEST_POINTS - has_after
                )
            )
        return self.translator.gettext(
            "Still missing: {missing}.", missing=self.translator.format_list(missing)
        )

    def _too_few(self, finding: Finding, still_missing: str) -> str:
        has_before, has_after = finding.baseline_points or 0, finding.useful_after or 0
        collected_after = finding.visits_after
        sentences = [f"{self.translator.gettext('It is too early for a verdict.')} {still_missing}"]
        if has_after < FEWEST_POINTS:
            sentences.append(self.on_median(finding))
        if has_before < FEWEST_POINTS and collected_after:
            sentences.append(self.translator.gettext("A next change can start from a longer baseline."))
        return " ".join(filter(None, sentences))

    def on_median(self, finding: Finding) -> str:
        """The visits after the change that count for neither side; empty where there are none."""
        if not finding.on_median_after:
            return ""
        return self.translator.ngettext(
            "{n} visit after the change is exactly on the median and counts for neither side.",
            "{n} visits after the change are exactly on the median and count for neither side.",
            finding.on_median_after,
        )

    def _visits_on_good_side(self, finding: Finding, better: Better, level: str) -> str:
        good, visits = finding.on_good_side or 0, self.translator.format_number(finding.visits_after)
        return (
            self.translator.ngettext(
                "{n} of the {visits} visits after the change is above the earlier level ({level}).",
                "{n} of the {visits} visits after the change are above the earlier level ({level}).",
                good,
                visits=visits,
                level=level,
            )
            if better is Better.HIGHER
            else self.translator.ngettext(
                "{n} of the {visits} visits after the change is below the earlier level ({level}).",
                "{n} of the {visits} visits after the change are below the earlier level ({level}).",
                good,
                visits=visits,
                level=level,
            )
        )

    def _small_gains(self) -> str:
        return self.translator.gettext(
            "No six visits in a row after the change are on one side, so there is no signal. That is not "
            "the same as no improvement: a small gain is easily missed, and more visits can show it."
        )

    def _wrong_direction(self, better: Better, level: str) -> str:
        return (
            self.translator.gettext(
                "Six or more visits in a row after the change are below the earlier level ({level}).",
                level=level,
            )
            if better is Better.HIGHER
            else self.translator.gettext(
                "Six or more visits in a row after the change are above the earlier level ({level}).",
                level=level,
            )
        )

    def _worth_a_look(self) -> str:
        return self.translator.gettext("That is worth looking into: what was different on these visits?")

    def _did_not_hold(self, evaluated: EvaluatedSeries) -> str:
        # with a shift still in force, it is its latest visits that fell back
        start, wrong = self.shift_start(evaluated), evaluated.finding.wrong_of_last_six
        return (
            self.translator.gettext(
                "The shift for the better since {start} did not last: {wrong} of {latest} "
                "are on the other side.",
                start=start,
                latest=self.translator.gettext("the latest 6 visits that are not on the median")
                if evaluated.finding.on_median_after
                else self.translator.gettext("the latest 6 visits"),
                wrong=self.translator.format_number(wrong or 0),
            )
            if start
            else self.translator.gettext(
                "There was a shift for the better, then six or more visits in a row on the other side."
            )
        )

    def _not_yet_sustained(self, finding: Finding) -> str:
        missing = self.to_go(finding)
        if (finding.useful_after or 0) >= POINTS_HELD or not finding.points_to_go:
            return missing
        return f"{self.translator.gettext('It is too soon after the change to show more.')} {missing}"

    def to_go(self, finding: Finding) -> str:
        """What is still missing for a shift to be a sustained improvement."""
        if finding.held_back_by_luck:
            return self.too_many_on_median()
        if finding.points_to_go is None:
            return self.more_can_show()
        return self.translator.ngettext(
            "{n} more visit like the good ones would make it a sustained improvement.",
            "{n} more visits in a row like the good ones would make it a sustained improvement.",
            finding.points_to_go,
        )

    def more_can_show(self) -> str:
        """What is still missing where no number of visits can be promised."""
        return self.translator.gettext("More visits can show whether it lasts.")

    def too_many_on_median(self) -> str:
        """Why a shift that has lasted is not called sustained (step 5 of the verdict)."""
        return self.translator.gettext(
            "Too many visits are on the median to tell a lasting improvement from luck."
        )

    def _since_shift(self, evaluated: EvaluatedSeries, level: str) -> str:
        """How many of the visits since the shift began are on the good side, and since when all are."""
        progress, higher = evaluated.finding.progress, evaluated.series.better is Better.HIGHER
        assert progress is not None, "a shift has a beginning"
        start, visits = self.shift_start(evaluated), self.translator.format_number(progress.visits)
        if progress.is_unbroken:
            return (
                self.translator.gettext(
                    "Above the earlier level ({level}) on all {visits} visits since {start}.",
                    level=level,
                    visits=visits,
                    start=start,
                )
                if higher
                else self.translator.gettext(
                    "Below the earlier level ({level}) on all {visits} visits since {start}.",
                    level=level,
                    visits=visits,
                    start=start,
                )
            )
        good = self.translator.format_number(progress.good)
        counted = (
            self.translator.gettext(
                "{good} of the {visits} visits since {start} are above the earlier level ({level}).",
                good=good,
                visits=visits,
                start=start,
                level=level,
            )
            if higher
            else self.translator.gettext(
                "{good} of the {visits} visits since {start} are below the earlier level ({level}).",
                good=good,
                visits=visits,
                start=start,
                level=level,
            )
        )
        return f"{counted} {self._since_relapse(evaluated, progress)}".strip()

    def _since_relapse(self, evaluated: EvaluatedSeries, progress: ShiftProgress) -> str:
        """Since when no visit has been on the wrong side; empty where the latest one is, or only the latest
        one is not."""
        if progress.run_start is None or progress.run < 2:
            return ""
        start = self._visit(evaluated, progress.run_start)
        return (
            self.translator.gettext("None has been below it since {start}.", start=start)
            if evaluated.series.better is Better.HIGHER
            else self.translator.gettext("None has been above it since {start}.", start=start)
        )

    def _visit(self, evaluated: EvaluatedSeries, row: int) -> str:
        """A visit by its day; by its row in a table without dates."""
        day = evaluated.series.points[row - 1].date
        if day is not None:
            return self.translator.format_date(day)
        return self.translator.gettext("row {row}", row=self.translator.format_number(row))
