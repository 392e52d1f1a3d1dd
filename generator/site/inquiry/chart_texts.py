"""The words of a run chart: its title, its description, visits of other years, the rows of its table."""

from collections.abc import Sequence
from datetime import date as Date

from msgspec import Struct

from generator.model import Better, Change, EvaluatedSeries, Point, Prompt
from generator.runchart.before_and_since import GoodRun, levels_of_phases, most_telling_phase
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot import Plot
from generator.site.inquiry.amount_format import AmountFormat
from generator.site.inquiry.chart_view import ChartTableRow
from generator.words.translator import Translator, capitalized
from generator.words.verdict_texts import VerdictTexts


class ChartTexts(Struct, frozen=True):
    """One prompt in one class, and the language that it is described in."""

    translator: Translator
    prompt: Prompt
    phases: Sequence[EvaluatedSeries]

    @property
    def amounts(self) -> AmountFormat:
        return AmountFormat(self.translator)

    @property
    def verdicts(self) -> VerdictTexts:
        return VerdictTexts(self.translator)

    @property
    def points(self) -> list[Point]:
        """Every point once, by date: a later phase's baseline repeats rows of the phase before."""
        by_moment = {point.moment: point for phase in self.phases for point in phase.series.points}
        return [by_moment[moment] for moment in sorted(by_moment)]

    def title(self) -> str:
        """The chart's name: prompt, class, number of visits, time span."""
        points = self.points
        dates = [point.date for point in points if point.date]
        missed = sum(point.value is None for point in points)
        visits = self.translator.ngettext("{n} visit", "{n} visits", len(points) - missed)
        if missed:
            visits += self.translator.ngettext(" ({n} missed)", " ({n} missed)", missed)
        return self.translator.gettext(
            "Run chart, {prompt}, {class_name}, {visits}, {span}",
            prompt=self.prompt.text,
            class_name=self.phases[0].series.class_name,
            visits=visits,
            span=self.translator.format_date_range(dates[0], dates[-1]) if dates else "",
        )

    def description(self, direction: str) -> str:
        """The picture in words, for readers who do not see it: which way is better (`fewer is better`; empty
        where more is), the shift, the levels that the picture names, the verdict."""
        gettext, telling = self.translator.gettext, most_telling_phase(self.phases)
        if telling.finding.verdict is None:
            median = self.amounts.value(telling.finding.median, self.prompt)
            return gettext("Median {median}. No change was tried in this class.", median=median)
        levels, verdict = levels_of_phases(self.phases), self.verdicts.name(telling.finding.verdict)
        figures = ChartTerms(self.translator).figures(
            levels, lambda level: self.amounts.value(level, self.prompt)
        )
        sentences = (
            f"{capitalized(direction)}." if direction else "",
            self._shift(telling, levels.good_run),
            gettext("{figures}: {verdict}.", figures=figures, verdict=verdict) if figures else f"{verdict}.",
        )
        return " ".join(sentence for sentence in sentences if sentence)

    def table_rows(self, changes: Sequence[Change], plot: Plot) -> tuple[ChartTableRow, ...]:
        """One row for each visit; `changes` are those of the class, `plot` has one dot for each visit."""
        return tuple(
            ChartTableRow(
                date=point.date,
                time=point.time,
                value=self._value(point),
                counted=self.amounts.count_of_students(point, self.prompt),
                phase=self._phase_name(point, changes),
                note=point.unusual,
                x=dot.x,
                y=dot.y,
                signal=dot.signal,
            )
            for point, dot in zip(self.points, plot.dots, strict=True)
        )

    def _shift(self, telling: EvaluatedSeries, lost: GoodRun | None) -> str:
        """When the shift began that the verdict speaks of, and when it ended if it did; empty without one."""
        gettext, points = self.translator.gettext, telling.series.points
        start = lost.start if lost else telling.finding.shift_start
        first = points[start - 1].date if start is not None else None
        if first is None:
            return ""
        is_up, begin = self.prompt.better is Better.HIGHER, self.translator.format_date(first)
        last = points[lost.end - 1].date if lost else None
        if last is None:
            return (
                gettext("A shift above the median began on {date}.", date=begin)
                if is_up
                else gettext("A shift below the median began on {date}.", date=begin)
            )
        end = self.translator.format_date(last)
        return (
            gettext("A shift above the median lasted from {first} to {last}.", first=begin, last=end)
            if is_up
            else gettext("A shift below the median lasted from {first} to {last}.", first=begin, last=end)
        )

    def other_years(self) -> tuple[str, ...]:
        """What is said of visits in other school years than those that the verdict is about."""
        shown = most_telling_phase(self.phases).series.cohort_start or Date.min
        visited = {phase.series.cohort_start or Date.min for phase in self.phases if phase.series.points}
        sentences = []
        if any(start < shown for start in visited):
            sentences.append(
                self.translator.gettext(
                    "The visits before {date} are from another school year, with other students, and do not "
                    "count here.",
                    date=self.translator.format_date(shown),
                )
            )
        if later := [start for start in visited if start > shown]:
            sentences.append(
                self.translator.gettext(
                    "The visits since {date} are from another school year, with other students, and do not "
                    "count here.",
                    date=self.translator.format_date(min(later)),
                )
            )
        return tuple(sentences)

    def _value(self, point: Point) -> str:
        if point.value is None:
            return point.bound or self.translator.gettext("not collected")
        return self.amounts.value(point.value, self.prompt, point.bound)

    def _phase_name(self, point: Point, changes: Sequence[Change]) -> str:
        starts = {phase.series.cohort_start or Date.min: phase.series.change for phase in self.phases}
        day = point.date or Date.min
        cohort = max(start for start in starts if start <= day)
        if changes and starts[cohort] is None:
            return self.translator.gettext("another school year")
        begun = [change for change in changes if cohort <= change.date <= day]
        if begun:
            return self.translator.gettext("after change {number}", number=begun[-1].number)
        return self.translator.gettext("baseline") if changes else ""
