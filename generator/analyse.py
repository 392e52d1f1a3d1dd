"""`portfolio analyse`: the run chart rules on any table, without a program."""

import json
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date as Date

from msgspec import Struct, field
from msgspec.structs import replace

from generator.evidence.findings_json import finding_as_json, growth_as_json
from generator.model import (
    Better,
    Change,
    EvaluatedSeries,
    Finding,
    GrowthResult,
    Observation,
    Prompt,
    PromptKind,
    Series,
)
from generator.problems import Problem
from generator.reading.tables.bare_table_checks import BareTable, check_bare_table
from generator.reading.tables.columns import ColumnAnswers
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.observation_table import ObservationTable, read_observation_table
from generator.reading.tables.phase_column import (
    SeriesKey,
    baseline_lengths,
    phases_not_used,
    read_phases,
)
from generator.runchart.before_and_since import before_and_since
from generator.runchart.chart_picture import ChartPicture
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.growth import growth_by_prompt
from generator.runchart.plot import Frame, Plot, PlotScale, make_frame, make_plot
from generator.runchart.series import merge_visits, series_as_listed
from generator.runchart.verdict import evaluate_series
from generator.slugs import slug
from generator.words.effect_texts import EffectTexts
from generator.words.growth_texts import GrowthTexts
from generator.words.translator import ENGLISH, Translator, decimals_of
from generator.words.verdict_texts import VerdictTexts


class Baseline(Struct, frozen=True):
    """The first `rows` of each series, or its rows up to and including a day, or as many points as
    `lengths` says of it; none of them: no baseline."""

    rows: int | None = None
    until: Date | None = None
    lengths: Mapping[SeriesKey, int] | None = None  # from a column of phases


class TableFilter(Struct, frozen=True):
    """Which rows are looked at: of these classes (none: all), from the first to the last day."""

    classes: tuple[str, ...] = ()
    first: Date | None = None
    last: Date | None = None

    def holds(self, row: Observation) -> bool:
        """Whether the row is looked at; one without a date is not where days are named."""
        return (
            (not self.classes or row.class_id in {slug(name) for name in self.classes})
            and (self.first is None or (row.date is not None and row.date >= self.first))
            and (self.last is None or (row.date is not None and row.date <= self.last))
        )


class AnalysisRequest(Struct, frozen=True):
    """How a table is to be read and judged.  `date_format` settles dates that can be read both ways,
    `answers` what columns hold."""

    baseline: Baseline = field(default_factory=Baseline)
    better: Better = Better.HIGHER
    date_format: DateOrder | None = None
    rows: TableFilter = field(default_factory=TableFilter)
    answers: ColumnAnswers = field(default_factory=dict)


class AnalysedSeries(Struct, frozen=True):
    """One series, judged; `share` says that its values are percentages."""

    evaluated: EvaluatedSeries
    share: bool

    @property
    def name(self) -> str:
        """Class and prompt; empty where the table has neither."""
        series = self.evaluated.series
        return ", ".join(part for part in (series.class_name, series.prompt) if part)


class Analysis(Struct, frozen=True):
    """Every series of a table; `dated` says that its rows have dates."""

    series: tuple[AnalysedSeries, ...]
    dated: bool

    @property
    def growth(self) -> tuple[GrowthResult, ...]:
        """Each prompt against steady growth, over all series that have a baseline and a verdict."""
        return growth_by_prompt(
            analysed.evaluated for analysed in self.series if analysed.evaluated.finding.verdict is not None
        )


def analyse(data: bytes, file: str, request: AnalysisRequest) -> tuple[Analysis | None, list[Problem]]:
    """The series and findings of a table, `file` being its name in problems; None where the table has
    an error, because half a report would be taken for a whole one."""
    table, problems = read_observation_table(
        data,
        file,
        None,
        date_format=request.date_format,
        answers=request.answers,
        class_from_file=False,
    )
    if table is None or any(problem.is_error for problem in problems):
        return None, problems
    rows = [row for row in table.observations if request.rows.holds(row)]
    bare, new_problems = check_bare_table(table, rows)
    # the column that tells classes apart is named once
    problems = [problem for problem in problems if not _names_column(problem, bare.class_heading)]
    problems += new_problems
    if any(problem.is_error for problem in problems):
        return None, problems
    baseline, new_problems = _with_phases(request.baseline, table, rows)
    problems += new_problems
    if any(problem.is_error for problem in problems):
        return None, problems
    shares = _shares(rows)
    series = tuple(
        AnalysedSeries(_judge(item, baseline, bare), (item.class_id, item.prompt) in shares)
        for item in _series(rows, shares, request.better, dated=table.dates is not None)
    )
    return Analysis(series, table.dates is not None), problems


def _names_column(problem: Problem, heading: str) -> bool:
    return problem.code == "text-column" and problem.values.get("heading") == heading


def _with_phases(
    baseline: Baseline, table: ObservationTable, rows: Sequence[Observation]
) -> tuple[Baseline, list[Problem]]:
    """The baseline that was asked for, else the one that the table's column of phases says."""
    if baseline != Baseline():
        return baseline, phases_not_used(table)
    phases, problems = read_phases(table, rows)
    return (Baseline(lengths=baseline_lengths(phases, rows)) if phases else baseline), problems


def _judge(series: Series, baseline: Baseline, bare: BareTable) -> EvaluatedSeries:
    """The series with its finding, which has no verdict where none may be given."""
    evaluated = evaluate_series(_with_baseline(series, baseline))
    if bare.may_judge(series.prompt):
        return evaluated
    return replace(evaluated, finding=replace(evaluated.finding, verdict=None))


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
            caption=f"{caption[:1].upper()}{caption[1:]}",
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


def _group_rows(rows: Iterable[Observation]) -> dict[SeriesKey, list[Observation]]:
    """Rows by class and prompt, in the order in which each occurs first."""
    groups: dict[SeriesKey, list[Observation]] = defaultdict(list)
    for row in rows:
        groups[row.class_id, row.prompt].append(row)
    return groups


def _shares(rows: Iterable[Observation]) -> set[SeriesKey]:
    """The series whose values are all counts of n: shares, in percent."""
    groups = _group_rows(row for row in rows if row.value is not None)
    return {
        key
        for key, of_series in groups.items()
        if all(row.count is not None and row.n is not None for row in of_series)
    }


def _series(
    rows: Sequence[Observation], shares: Container[SeriesKey], better: Better, *, dated: bool
) -> list[Series]:
    """The rows of one date (and time) are one point; without dates a row is."""
    if not dated:
        return series_as_listed(rows, better, None)
    return [
        Series(
            class_id=key[0],
            class_name=of_series[0].class_name,
            prompt=key[1],
            points=merge_visits(of_series, _prompt(key[1], key in shares, better)),
            better=better,
        )
        for key, of_series in _group_rows(rows).items()
    ]


def _prompt(prompt: str, share: bool, better: Better) -> Prompt:
    return Prompt(prompt, prompt, kind=PromptKind.COUNT_OF if share else PromptKind.SCALE, better=better)


def _with_baseline(series: Series, baseline: Baseline) -> Series:
    if baseline.rows is not None:
        return replace(series, baseline=min(baseline.rows, len(series.points)))
    if baseline.until is not None:
        until = baseline.until
        return replace(
            series, baseline=sum(point.date is not None and point.date <= until for point in series.points)
        )
    if baseline.lengths is not None:
        return replace(series, baseline=baseline.lengths[series.class_id, series.prompt])
    return series


def _end_of_baseline(series: Series) -> list[Change]:
    """A flag where the baseline ends, so that the picture shows what was compared."""
    if series.baseline is None or series.baseline >= len(series.points):
        return []
    day = series.points[series.baseline].date
    return [Change(1, day, "")] if day else []
