"""The finding of an inquiry as sentences a parent understands, never saying more than the data do."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct, field

from generator.credential.design_texts import DesignTexts
from generator.model import Better, Prompt, SchoolYearStart, Unit, Verdict
from generator.runchart.before_and_since import most_telling_phase
from generator.runchart.design import Design, DesignKind
from generator.runchart.run_rules import side
from generator.runchart.what_works import SecondObserver
from generator.site.inquiry.chart_view import Chart
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

DAYS_A_WEEK = 7


class FindingSentences(Struct, frozen=True, dict=True):
    """The charts of the main prompt, one for each class, and what their values are counted in."""

    translator: Translator
    prompt: Prompt | None
    unit: Unit
    charts: Sequence[Chart]
    design: Design | None = None
    second_observer: SecondObserver = field(default_factory=SecondObserver)
    school_year: SchoolYearStart = field(default_factory=SchoolYearStart)

    @cached_property
    def lead(self) -> str:
        """One sentence: in how many classes the main prompt changed, whether that lasted, and how long."""
        sentence = self._lead()
        return sentence[:1].upper() + sentence[1:]

    @cached_property
    def shared_changes(self) -> tuple[str, ...]:
        """For each class whose verdict belongs to more than the change that it is named after: which."""
        return tuple(
            self.translator.gettext(
                "{class_name}: this verdict was not reached yet when change {later} began, "
                "so it belongs to changes {all} together.",
                class_name=chart.class_name,
                later=chart.confounders[0],
                all=self.translator.format_list(
                    [str(number) for number in (_change_number(chart), *chart.confounders)]
                ),
            )
            for chart in self.charts
            if chart.confounders
        )

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """What the finding does not show, from what holds for every run chart to this inquiry's own data."""
        design = self.design
        if design is None or design.kind is DesignKind.NO_CHANGE or not self.charts:
            return ()
        general = self.translator.gettext(
            "A run chart shows that something changed and whether it lasted. It does not show why."
        )
        return (general, DesignTexts(self.translator, design).limit(), *self._rising_baselines(design))

    @cached_property
    def design_summary(self) -> str:
        """The name of the design and how often the improvement was demonstrated; empty without a design."""
        if self.design is None:
            return ""
        return DesignTexts(self.translator, self.design).summary()

    @cached_property
    def what_works(self) -> str:
        """The line on the standards of the What Works Clearinghouse; empty where no change was tried."""
        if self.design is None or self.design.kind is DesignKind.NO_CHANGE:
            return ""
        return DesignTexts(self.translator, self.design).what_works(self.second_observer)

    def _lead(self) -> str:
        gettext = self.translator.gettext
        if self.prompt is None or not self.charts:
            return gettext("No data have been collected yet.")
        tried = [chart for chart in self.charts if chart.verdict is not None]
        if not tried:
            return gettext("Data have been collected, but no change has been tried yet.")
        by_verdict = {verdict: [chart for chart in tried if chart.verdict is verdict] for verdict in Verdict}
        lost, wrong = by_verdict[Verdict.DID_NOT_HOLD], by_verdict[Verdict.WRONG_DIRECTION]
        if sustained := by_verdict[Verdict.SUSTAINED_IMPROVEMENT]:
            lead = self._in_classes(len(sustained), len(tried)) + self._lasting(self.prompt, sustained)
            return lead + self._in_other_classes(lost, wrong)
        if shifted := by_verdict[Verdict.SHIFT_NOT_YET_SUSTAINED]:
            lead = self._in_classes(len(shifted), len(tried)) + self._not_yet_lasting(self.prompt, shifted)
            return lead + self._in_other_classes(lost, wrong)
        if lost:
            lead = self._in_classes(len(lost), len(tried)) + gettext(
                "{more} than before the change for a while, but it did not hold.",
                more=self._comparison(self.prompt),
            )
            return lead + self._in_other_classes((), wrong)
        if wrong:
            return self._in_classes(len(wrong), len(tried)) + gettext(
                "“{prompt}” moved the other way after the change. That is worth looking into.",
                prompt=self.prompt.text,
            )
        if by_verdict[Verdict.NO_SIGNAL]:
            return gettext(
                "So far the charts show no sign of a change in “{prompt}”. "
                "That is not the same as no improvement: small gains are easily missed.",
                prompt=self.prompt.text,
            )
        return gettext("It is too early to say: there are too few visits before or after the change.")

    def _in_classes(self, some: int, all_classes: int) -> str:
        if all_classes == 1:
            return ""
        return self.translator.gettext(
            "In {some} of {all} classes: ",
            some=self.translator.format_number(some),
            all=self.translator.format_number(all_classes),
        )

    def _in_other_classes(self, lost: Sequence[Chart], wrong: Sequence[Chart]) -> str:
        """What happened where it did not get better: a lead that names the best classes only says too
        much."""
        gettext, names = self.translator.gettext, self._class_names
        sentences = (
            gettext("In {classes} it did not hold.", classes=names(lost)) if lost else "",
            gettext("In {classes} it moved the other way after the change.", classes=names(wrong))
            if wrong
            else "",
        )
        return "".join(f" {sentence}" for sentence in sentences if sentence)

    def _class_names(self, charts: Sequence[Chart]) -> str:
        return self.translator.format_list([chart.class_name for chart in charts])

    def _comparison(self, prompt: Prompt) -> str:
        """What is more (or less) than before, without a capital: it may stand behind a number of classes."""
        gettext = self.translator.gettext
        higher = prompt.better is Better.HIGHER
        if self.unit is Unit.STUDENTS and prompt.is_share:
            return (
                gettext("more students show “{prompt}”", prompt=prompt.text)
                if higher
                else gettext("fewer students show “{prompt}”", prompt=prompt.text)
            )
        return (
            gettext("“{prompt}” is higher", prompt=prompt.text)
            if higher
            else gettext("“{prompt}” is lower", prompt=prompt.text)
        )

    def _lasting(self, prompt: Prompt, charts: Sequence[Chart]) -> str:
        weeks = [self._weeks_unbroken(chart) for chart in charts]
        if all(weeks) and all(map(_is_better_since_change, charts)):
            sentence = self.translator.gettext(
                "{more} than before the change, and it has lasted {weeks}.",
                more=self._comparison(prompt),
                weeks=self.translator.ngettext("{n} week", "{n} weeks", min(weeks)),
            )
        else:
            sentence = self._visits_since(prompt, charts)
        return " ".join([sentence, *self._late_starts(charts)])

    def _not_yet_lasting(self, prompt: Prompt, charts: Sequence[Chart]) -> str:
        if all(map(_is_better_since_change, charts)):
            sentence = self.translator.gettext(
                "{more} than before the change.", more=self._comparison(prompt)
            )
        else:
            sentence = self._visits_since(prompt, charts)
        held_back = all(chart.finding.held_back_by_luck for chart in charts)
        why = (
            VerdictTexts(self.translator).too_many_on_median()
            if held_back
            else self.translator.gettext("It is too early to say that this lasts.")
        )
        return " ".join([sentence, *self._late_starts(charts), why])

    def _visits_since(self, prompt: Prompt, charts: Sequence[Chart]) -> str:
        """Of how many visits since the shift it is so; true also after a relapse, and of a late shift."""
        shifts = [progress for chart in charts if (progress := chart.finding.progress)]
        return self.translator.gettext(
            "{more} than before the change on {good} of the {visits} visits since this began.",
            more=self._comparison(prompt),
            good=self.translator.format_number(sum(shift.good for shift in shifts)),  # whole numbers
            visits=self.translator.format_number(sum(shift.visits for shift in shifts)),  # whole numbers
        )

    def _late_starts(self, charts: Sequence[Chart]) -> list[str]:
        """Of each class in which the shift began long after the change: when."""
        late = [chart for chart in charts if chart.finding.progress and chart.finding.progress.is_late]
        texts = VerdictTexts(self.translator)
        starts = [texts.shift_start(most_telling_phase(chart.phases)) for chart in late]
        if len(self.charts) == 1:
            return [self.translator.gettext("It began on {start}.", start=start) for start in starts]
        return [
            self.translator.gettext(
                "In {class_name} it began on {start}.", class_name=chart.class_name, start=start
            )
            for chart, start in zip(late, starts, strict=True)
        ]

    def _weeks_unbroken(self, chart: Chart) -> int:
        """Whole weeks of the latest unbroken good run; 0 without one, without dates, or across a summer."""
        progress = chart.finding.progress
        if progress is None or progress.run_start is None or progress.run_end is None:
            return 0
        points = most_telling_phase(chart.phases).series.points
        first, last = points[progress.run_start - 1].date, points[progress.run_end - 1].date
        if first is None or last is None or self.school_year.starts_between([first, last]):
            return 0
        return (last - first).days // DAYS_A_WEEK

    def _rising_baselines(self, design: Design) -> tuple[str, ...]:
        if not design.rising:
            return ()
        names = [chart.class_name for chart in self.charts if chart.class_id in design.rising]
        return (
            self.translator.gettext(
                "In {classes} the baseline may already have been getting better before the change; some of "
                "the gain may have come without it.",
                classes=self.translator.format_list(names),
            ),
        )


def _change_number(chart: Chart) -> int | None:
    return most_telling_phase(chart.phases).series.change


def _is_better_since_change(chart: Chart) -> bool:
    """Whether the median of all visits since the change is on the good side of the one before it."""
    finding, better = chart.finding, most_telling_phase(chart.phases).series.better
    if finding.median is None or finding.median_after is None:
        return False
    return side(finding.median_after, finding.median) == (1 if better is Better.HIGHER else -1)
