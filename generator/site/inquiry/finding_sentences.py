"""The finding of an inquiry as sentences a parent understands, never saying more than the data do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property

from generator.model import Better, Prompt, Unit, Verdict
from generator.runchart.replication import Design, DesignKind
from generator.site.inquiry.chart_view import Chart, most_telling_phase
from generator.words.translator import Translator

DAYS_A_WEEK = 7


@dataclass(frozen=True)
class FindingSentences:
    """The charts of the main prompt, one for each class, and what their values are counted in."""

    translator: Translator
    prompt: Prompt | None
    unit: Unit
    charts: Sequence[Chart]
    design: Design | None = None

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
        return (general, self._limit_of_design(design), *self._rising_baselines(design))

    @cached_property
    def design_summary(self) -> str:
        """The name of the design and how often the improvement was demonstrated; empty without a design.

        Designs are those of single-case research: several classes with staggered starts are a
        multiple baseline (Kratochwill et al. 2010, What Works Clearinghouse).
        """
        if self.design is None:
            return ""
        gettext, ngettext = self.translator.gettext, self.translator.ngettext
        name = {
            DesignKind.NO_CHANGE: gettext("No change has been tried yet"),
            DesignKind.ONE_CLASS: gettext("One class"),
            DesignKind.SAME_START: gettext("Several classes, same start"),
            DesignKind.STAGGERED: gettext("Staggered starts (multiple baseline across classes)"),
        }[self.design.kind]
        if self.design.kind is DesignKind.NO_CHANGE:
            return name + "."
        demonstrated = ngettext(
            "{n} demonstration of a sustained improvement",
            "{n} demonstrations of a sustained improvement",
            self.design.demonstrations,
        )
        times = ngettext("at {n} starting time", "at {n} starting times", self.design.times)
        return (
            f"{name}: {demonstrated} {times}." if self.design.demonstrations else f"{name}: {demonstrated}."
        )

    def _lead(self) -> str:
        gettext = self.translator.gettext
        if self.prompt is None or not self.charts:
            return gettext("No data have been collected yet.")
        tried = [chart for chart in self.charts if chart.verdict is not None]
        if not tried:
            return gettext("Data have been collected, but no change has been tried yet.")
        by_verdict = {verdict: [chart for chart in tried if chart.verdict is verdict] for verdict in Verdict}
        if sustained := by_verdict[Verdict.SUSTAINED_IMPROVEMENT]:
            return self._in_classes(len(sustained), len(tried)) + gettext(
                "{more} than before the change, and it has lasted {weeks}.",
                more=self._comparison(self.prompt),
                weeks=self._weeks_lasted(sustained),
            )
        if shifted := by_verdict[Verdict.SHIFT_NOT_YET_SUSTAINED]:
            return self._in_classes(len(shifted), len(tried)) + gettext(
                "{more} than before the change. It is too early to say that this lasts.",
                more=self._comparison(self.prompt),
            )
        if lost := by_verdict[Verdict.DID_NOT_HOLD]:
            return self._in_classes(len(lost), len(tried)) + gettext(
                "{more} than before the change for a while, but it did not hold.",
                more=self._comparison(self.prompt),
            )
        if wrong := by_verdict[Verdict.WRONG_DIRECTION]:
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

    def _weeks_lasted(self, charts: Sequence[Chart]) -> str:
        """From the first point of the shift to the latest visit, in the class where it is shortest."""
        days = [
            (chart.latest - start).days for chart in charts if (start := _shift_start(chart)) and chart.latest
        ]
        return self.translator.ngettext("{n} week", "{n} weeks", min(days, default=0) // DAYS_A_WEEK)

    def _limit_of_design(self, design: Design) -> str:
        gettext = self.translator.gettext
        if design.kind is DesignKind.ONE_CLASS:
            return gettext("One class cannot tell the change from anything else that began at the same time.")
        if design.kind is DesignKind.SAME_START:
            return gettext(
                "All classes started on the same day, so anything else that began then "
                "could have done the same."
            )
        return gettext(
            "The classes started at different times, so one outside event is a less likely reason for "
            "what several of them show."
        )

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


def _shift_start(chart: Chart) -> Date | None:
    """The day of the first point of the shift; None without a shift, or in a table without dates."""
    start = chart.finding.shift_start
    points = most_telling_phase(chart.phases).series.points
    return next((point.date for point in points if point.row == start), None)
