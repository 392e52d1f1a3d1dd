"""An analysis of any table as text, JSON or pictures."""

import json
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from generator.analyse import AnalysedSeries, Analysis
from generator.evidence.findings_json import finding_as_json, growth_as_json
from generator.model import (
    Change,
    Finding,
    Series,
)
from generator.runchart.before_and_since import before_and_since
from generator.runchart.chart_picture import ChartPicture
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot import Frame, Plot, PlotScale, make_frame, make_plot
from generator.words.effect_texts import EffectTexts
from generator.words.growth_texts import GrowthTexts
from generator.words.translator import ENGLISH, Translator, capitalized, decimals_of
from generator.words.verdict_texts import VerdictTexts


class AnalysisReport(Struct, frozen=True):
    """An analysis as text, JSON or pictures."""

    analysis: Analysis
    translator: Translator = ENGLISH

    def json(self) -> str:
        """The shape of `portfolio analyse --json`, in English; full precision, null where something does
        not apply."""
        english = replace(self, translator=ENGLISH)
        series = [
            finding_as_json(analysed.evaluated, english._verdict(analysed))
            for analysed in self.analysis.series
        ]
        growth = [growth_as_json(result) for result in self.analysis.growth]
        return json.dumps({"series": series, "growth": growth}, ensure_ascii=False, indent=1, allow_nan=False)

    def text(self) -> str:
        """A report for people: a block a series."""
        if not self.analysis.series:
            return self.translator.gettext("There is no series in this table: no column holds values.")
        blocks = ["\n  ".join(self._block(analysed)) for analysed in self.analysis.series]
        return "\n\n".join([*blocks, *self._growth_blocks()])

    def pictures(self) -> list[tuple[str, ChartPicture]]:
        """(a name for its file, the picture) of every series, all on one time axis, one scale a prompt."""
        if not self.analysis.series:
            return []
        time = make_frame([analysed.evaluated for analysed in self.analysis.series], False, ())
        return [(analysed.name, self._picture(analysed, time)) for analysed in self.analysis.series]

    def _picture(self, analysed: AnalysedSeries, time: Frame) -> ChartPicture:
        finding, terms = analysed.evaluated.finding, ChartTerms(self.translator)
        levels = before_and_since(analysed.evaluated)
        figures = terms.figures(levels, self._amount(analysed.share)) if finding.verdict else ""
        caption = VerdictTexts(self.translator).caption(finding)
        return ChartPicture(
            self._plot(analysed, time),
            headline=self.translator.gettext("{figures}.", figures=figures) if figures else "",
            caption=capitalized(caption),
            verdict=finding.verdict,
            foot=self._visits(analysed.evaluated.series),
        )

    def _visits(self, series: Series) -> str:
        """`17 visits, September 5 to December 26, 2025`."""
        visits = self.translator.ngettext(
            "{n} visit", "{n} visits", sum(value is not None for value in series.values)
        )
        days = [point.date for point in series.points if point.date]
        span = self.translator.format_date_range(days[0], days[-1]) if days else ""
        return ", ".join(filter(None, (visits, span)))

    def _plot(self, analysed: AnalysedSeries, time: Frame) -> Plot:
        series = analysed.evaluated.series
        alike = [
            other.evaluated
            for other in self.analysis.series
            if other.evaluated.series.prompt == series.prompt
        ]
        frame = replace(make_frame(alike, analysed.share, ()), x_from=time.x_from, x_to=time.x_to)
        return make_plot(
            [analysed.evaluated],
            _end_of_baseline(series),
            PlotScale(frame, analysed.share, terms=ChartTerms(self.translator)),
            title=analysed.name or self.translator.gettext("Run chart"),
            description=self._verdict(analysed),
        )

    def _verdict(self, analysed: AnalysedSeries) -> str:
        return VerdictTexts(self.translator).verdict(analysed.evaluated, share=analysed.share)

    def _block(self, analysed: AnalysedSeries) -> list[str]:
        finding = analysed.evaluated.finding
        return [
            analysed.name or self.translator.gettext("All rows"),
            self.translator.gettext(
                "{points}, {n} of them not on the median",
                points=self.translator.ngettext("{n} point", "{n} points", finding.points),
                n=self.translator.format_number(finding.useful),
            ),
            *self._medians(analysed),
            *self._runs(finding),
            *self._verdict_lines(analysed),
        ]

    def _growth_blocks(self) -> list[str]:
        """Each prompt against steady growth, where one can be compared."""
        gettext, texts = self.translator.gettext, GrowthTexts(self.translator)
        shares = {analysed.evaluated.series.prompt for analysed in self.analysis.series if analysed.share}
        return [
            "\n  ".join(
                [
                    gettext("{prompt}, against steady growth in all classes together", prompt=result.prompt)
                    if result.prompt
                    else gettext("Against steady growth, all classes together"),
                    f"{texts.name(result.is_more_than_growth)} ({texts.p_value(result.p)})",
                    texts.pooled_step(result, share=result.prompt in shares),
                ]
            )
            for result in self.analysis.growth
            if result.p is not None
        ]

    def _medians(self, analysed: AnalysedSeries) -> list[str]:
        finding = analysed.evaluated.finding
        if finding.median is None:
            return []
        amount = self._amount(analysed.share)
        what = (
            self.translator.gettext("baseline median")
            if analysed.evaluated.series.baseline is not None
            else self.translator.gettext("median")
        )
        line = f"{what} {amount(finding.median)}"
        if finding.median_after is not None:
            line += ", " + self.translator.gettext("after it {median}", median=amount(finding.median_after))
        return [line]

    def _amount(self, share: bool) -> Callable[[float], str]:
        if share:
            return self.translator.format_percent
        return lambda value: self.translator.format_number(value, max(2, decimals_of(value)))

    def _runs(self, finding: Finding) -> list[str]:
        """Runs and crossings against their limits, shifts and trends."""
        sides = {"above": self.translator.gettext("above"), "below": self.translator.gettext("below")}
        directions = {
            "rising": self.translator.gettext("rising"),
            "falling": self.translator.gettext("falling"),
        }
        limits = [
            self.translator.gettext(
                "longest run {run} (unusual above {limit}), crossings {crossings} (unusual below {least})",
                run=finding.longest_run,
                limit=finding.longest_run_limit,
                crossings=finding.crossings,
                least=finding.crossings_limit,
            )
        ]
        shifts = [
            self.translator.gettext(
                "shift {side} the median, rows {start} to {end}",
                side=sides[shift.side],
                start=shift.start,
                end=shift.end,
            )
            for shift in finding.shifts
        ]
        trends = [
            self.translator.gettext(
                "trend, {direction}, rows {start} to {end} (a note; it decides nothing)",
                direction=directions[trend.direction],
                start=trend.start,
                end=trend.end,
            )
            for trend in finding.trends
        ]
        return [*(limits if finding.longest_run_limit is not None else ()), *shifts, *trends]

    def _verdict_lines(self, analysed: AnalysedSeries) -> list[str]:
        finding, texts = analysed.evaluated.finding, EffectTexts(self.translator)
        if finding.verdict is None:
            return []
        lines = [
            f"{VerdictTexts(self.translator).name(finding.verdict).upper()}. {self._verdict(analysed)}",
            texts.effect(finding, share=analysed.share, better=analysed.evaluated.series.better),
            texts.luck(finding),
            texts.rising_baseline(finding),
        ]
        return [line for line in lines if line]


def _end_of_baseline(series: Series) -> list[Change]:
    """A flag where the baseline ends, so that the picture shows what was compared."""
    if series.baseline is None or series.baseline >= len(series.points):
        return []
    day = series.points[series.baseline].date
    return [Change(1, day, "")] if day else []
