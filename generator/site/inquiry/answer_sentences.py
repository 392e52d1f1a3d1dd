"""The sentences that an answer is made of, one main prompt in all classes with a change."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.model import Better, GrowthResult, Outcome, Prompt, SchoolYearStart, Unit, Verdict
from generator.runchart.before_and_since import most_telling_phase
from generator.site.inquiry.answer_figures import MOST_NAMED, AnswerFigures, levels_of
from generator.site.inquiry.chart_view import Chart
from generator.words.class_counts import in_classes
from generator.words.outcome_texts import OUTCOME_FORMS
from generator.words.translator import Translator, capitalized
from generator.words.verdict_texts import VerdictTexts

DAYS_A_WEEK = 7
_FEW_CLASSES = 4  # up to which each other class is named
_MOST_NAMES = 6  # in a list of classes; of more, the rest are counted


class AnswerSentences(Struct, frozen=True):
    """`by_outcome` has the charts of the main prompt, a class each, from the best outcome to the worst."""

    translator: Translator
    prompt: Prompt
    unit: Unit
    figures: AnswerFigures
    school_year: SchoolYearStart
    by_outcome: Mapping[Outcome, Sequence[Chart]]

    @property
    def best(self) -> Outcome:
        """The outcome that the answer leads with."""
        return next(iter(self.by_outcome))

    @property
    def best_charts(self) -> Sequence[Chart]:
        """The charts that have it."""
        return self.by_outcome[self.best]

    @property
    def classes(self) -> int:
        """In how many classes a change was tried."""
        return sum(map(len, self.by_outcome.values()))  # whole numbers

    def headline(self) -> str:
        """In how many classes it got better, and whether that lasted."""
        forms = OUTCOME_FORMS[self.best]
        if self.classes > 1:
            where = in_classes(self.translator, len(self.best_charts), self.classes)
            return self.translator.gettext(forms.some_classes, where=where)
        run = levels_of(self.best_charts[0]).good_run
        visits = self.translator.spell_out(run.visits) if run else ""
        return self.translator.gettext(forms.only_class, visits=visits)

    def leading(self) -> tuple[str, ...]:
        """The figures of the classes that the headline speaks of, and how long it has lasted."""
        if self.best is Outcome.TOO_FEW:
            return self._still_missing()
        figures = self.translator.gettext(
            "{what}: {figures}", what=self._what(), figures=self.figures.of_several(self.best_charts)
        )
        match self.best:
            case Outcome.LASTED:
                return (*self._lasting(figures), *self._late_starts())
            case Outcome.TOO_SOON:
                return (f"{figures}.", *self._late_starts(), self._to_go())
            case Outcome.MAY_BE_LUCK:
                return (
                    f"{figures}.",
                    *self._late_starts(),
                    VerdictTexts(self.translator).too_many_on_median(),
                )
            case Outcome.NO_CLEAR_CHANGE:
                return (f"{figures}.", self.translator.gettext("A small gain or loss could be hidden."))
            case _:
                return (f"{figures}.",)

    def _what(self) -> str:
        """What the figures count; `More students show ...` only where every class shows more."""
        gettext, prompt, charts = self.translator.gettext, self.prompt, self.best_charts
        students = self.unit is Unit.STUDENTS and prompt.is_share
        if not (students and all(map(self.figures.is_better, charts))):
            return gettext("“{prompt}”", prompt=prompt.text)
        if prompt.better is Better.HIGHER:
            return gettext("More students show “{prompt}”", prompt=prompt.text)
        return gettext("Fewer students show “{prompt}”", prompt=prompt.text)

    def _lasting(self, figures: str) -> tuple[str, ...]:
        """The figures with the weeks of the latest unbroken run, else with how many visits are better."""
        weeks = [self._weeks_unbroken(chart) for chart in self.best_charts]
        if all(weeks) and all(map(self.figures.is_better, self.best_charts)):
            so_long = self.translator.ngettext("{n} week", "{n} weeks", min(weeks))
            if len(set(weeks)) > 1:
                so_long = self.translator.gettext("at least {weeks}", weeks=so_long)
            return (f"{figures}.", self.translator.gettext("It has lasted {weeks}.", weeks=so_long))
        shifts = [progress for chart in self.best_charts if (progress := chart.finding.progress)]
        return (
            f"{figures}.",
            self.translator.gettext(
                "{good} of the {visits} visits since this began are better than before.",
                good=self.translator.format_number(sum(shift.good for shift in shifts)),  # whole numbers
                visits=self.translator.format_number(sum(shift.visits for shift in shifts)),  # whole numbers
            ),
        )

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

    def _late_starts(self) -> list[str]:
        """Of each class in which the shift began long after the change: when."""
        charts, texts = self.best_charts, VerdictTexts(self.translator)
        late = [chart for chart in charts if chart.finding.progress and chart.finding.progress.is_late]
        starts = [texts.shift_start(most_telling_phase(chart.phases)) for chart in late]
        if self.classes == 1:
            return [self.translator.gettext("It began on {start}.", start=start) for start in starts]
        return [
            self.translator.gettext(
                "In {class_name} it began on {start}.", class_name=chart.class_name, start=start
            )
            for chart, start in zip(late, starts, strict=True)
        ]

    def _to_go(self) -> str:
        """How many more good visits make it count as lasting; of several classes that need different ones,
        and where no number can be promised, that more can show it."""
        missing = {chart.finding.points_to_go for chart in self.best_charts}
        more = next(iter(missing)) if len(missing) == 1 else None
        if more is None:
            return VerdictTexts(self.translator).more_can_show()
        return self.translator.ngettext(
            "One more visit like the good ones and it counts as lasting.",
            "{more} more visits in a row like the good ones and it counts as lasting.",
            more,
            more=capitalized(self.translator.spell_out(more)),
        )

    def _still_missing(self) -> tuple[str, ...]:
        if self.classes == 1:
            return (VerdictTexts(self.translator).still_missing(self.best_charts[0].finding),)
        return (
            self.translator.gettext(
                "A verdict takes at least six visits before the change, and six after it that are not on the "
                "median."
            ),
        )

    # ------------------------------------------------------------- the classes that the headline leaves out

    def others(self) -> tuple[str, ...]:
        """What happened in each class that differs, bad news first."""
        rest = [(outcome, charts) for outcome, charts in self.by_outcome.items() if outcome is not self.best]
        if self.classes <= _FEW_CLASSES:
            ordered = sorted(rest, key=lambda item: not item[0].is_bad_news)
            return tuple(self._in_classes(outcome, charts) for outcome, charts in ordered)
        bad = [(outcome, charts) for outcome, charts in rest if outcome.is_bad_news]
        quiet = [(outcome, charts) for outcome, charts in rest if not outcome.is_bad_news]
        return (
            *(self._in_classes(outcome, charts) for outcome, charts in bad),
            *(self._in_so_many(outcome, len(charts)) for outcome, charts in quiet),
        )

    def _in_classes(self, outcome: Outcome, charts: Sequence[Chart]) -> str:
        sentence = self._sentence(outcome, self._in_named(charts))
        if outcome is Outcome.TOO_FEW or len(charts) > 1:
            return f"{sentence}."
        return self.translator.gettext(
            "{sentence} ({figures}).", sentence=sentence, figures=self.figures.of(charts[0])
        )

    def _in_so_many(self, outcome: Outcome, classes: int) -> str:
        where = self.translator.ngettext(
            "In one class", "In {classes} classes", classes, classes=self.translator.spell_out(classes)
        )
        return f"{self._sentence(outcome, where)}."

    def _sentence(self, outcome: Outcome, where: str) -> str:
        return self.translator.gettext(OUTCOME_FORMS[outcome].differing, where=where)

    def _in_named(self, charts: Sequence[Chart]) -> str:
        return self.translator.gettext("In {classes}", classes=self._class_names(charts))

    def _class_names(self, charts: Sequence[Chart]) -> str:
        """The names of classes, each once; of very many the first ones and how many more."""
        names = list(dict.fromkeys(chart.class_name for chart in charts))
        if len(names) <= _MOST_NAMES:
            return self.translator.format_list(names)
        more = self.translator.ngettext("{n} more class", "{n} more classes", len(names) - _MOST_NAMES)
        return self.translator.format_list([*names[:_MOST_NAMES], more])

    # ------------------------------------------------------------------------ what stands beside the verdicts

    def rising(self) -> tuple[str, ...]:
        """The classes whose baseline may already have been getting better."""
        charts = [
            chart
            for outcome, of_outcome in self.by_outcome.items()
            if outcome is not Outcome.TOO_FEW
            for chart in of_outcome
            if chart.finding.baseline_rising
        ]
        if not charts:
            return ()
        if self.classes == 1:
            return (self.translator.gettext("It may already have been getting better before the change."),)
        return (
            self.translator.gettext(
                "In {classes} it may already have been getting better before the change.",
                classes=self._class_names(charts),
            ),
        )

    def growth(self, result: GrowthResult | None) -> tuple[str, ...]:
        """Whether this is more than steady growth, where it has lasted in some class."""
        if result is None or self.best is not Outcome.LASTED:
            return ()
        gettext = self.translator.gettext
        match result.is_more_than_growth:
            case True:
                return (gettext("This is more than steady growth would explain."),)
            case False:
                return (gettext("But steady growth that was already under way could explain it too."),)
            case None:
                return (gettext("These visits cannot tell it from steady growth."),)

    def other_prompts(self, charts: Sequence[Chart]) -> tuple[str, ...]:
        """The other prompts that moved the wrong way, and where; `charts` are those of other prompts."""
        worse = [chart for chart in charts if chart.verdict is Verdict.WRONG_DIRECTION]
        if not worse:
            return ()
        texts = list(dict.fromkeys(chart.prompt.text for chart in worse))
        gettext = self.translator.gettext
        if len(texts) > MOST_NAMED:
            what = gettext("{n} other prompts", n=capitalized(self.translator.spell_out(len(texts))))
        else:
            what = self.translator.format_list([gettext("“{prompt}”", prompt=text) for text in texts])
        if self.classes == 1:
            return (gettext("{what} moved the wrong way.", what=what),)
        return (
            gettext("{what} moved the wrong way in {classes}.", what=what, classes=self._class_names(worse)),
        )
