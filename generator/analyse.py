"""`portfolio analyse`: the run chart rules on any table, without a program."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as Date

from generator.evidence.findings_json import finding_as_json
from generator.model import Better, Change, EvaluatedSeries, Observation, Prompt, PromptKind, Series
from generator.problems import Problem
from generator.reading.tables.observation_table import ObservationTable, read_observation_table
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot import Plot, PlotScale, make_frame, make_plot
from generator.runchart.series import merge_visits, series_as_listed
from generator.runchart.verdict import evaluate_series
from generator.slugs import slug
from generator.words.translator import ENGLISH, Translator
from generator.words.verdict_texts import VerdictTexts


@dataclass(frozen=True, slots=True)
class Baseline:
    """The first `rows` of each series, or its rows up to and including a day; neither: none."""

    rows: int | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class AnalysedSeries:
    """One series, judged; `share` says that its values are percentages."""

    judged: EvaluatedSeries
    share: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every series of a table; `dated` says that its rows have dates."""

    series: tuple[AnalysedSeries, ...]
    dated: bool


@dataclass(frozen=True, slots=True)
class TableFilter:
    """Which rows are looked at: of these classes (none: all), from the first to the last day."""

    classes: tuple[str, ...] = ()
    first: Date | None = None
    last: Date | None = None

    def holds(self, row: Observation) -> bool:
        return (
            (not self.classes or row.class_id in {slug(name) for name in self.classes})
            and (self.first is None or (row.date is not None and row.date >= self.first))
            and (self.last is None or (row.date is not None and row.date <= self.last))
        )


def analyse(
    data: bytes,
    file: str,
    baseline: Baseline,
    better: Better,
    date_format: str | None = None,
    part: TableFilter | None = None,
) -> tuple[Analysis | None, list[Problem]]:
    """The table's series and findings; None where the table has an error, because half a report
    would be taken for a whole one."""
    table, problems = read_observation_table(data, file, None, date_format=date_format, class_from_file=False)
    if table is None or any(problem.is_error for problem in problems):
        return None, problems
    if part:
        table = replace(table, observations=tuple(row for row in table.observations if part.holds(row)))
    counted = _counted(table.observations)
    found = tuple(
        AnalysedSeries(evaluate_series(_with_baseline(one, baseline)), (one.class_id, one.prompt) in counted)
        for one in _series(table, better)
    )
    return Analysis(found, bool(table.dates)), problems


def analysis_json(analysis: Analysis) -> str:
    """The shape of `portfolio analyse --json`, in English; full precision, null where something does
    not apply."""
    series = [finding_as_json(one.judged, _verdict_text(ENGLISH, one)) for one in analysis.series]
    return json.dumps({"series": series}, ensure_ascii=False, indent=1, allow_nan=False)


def analysis_text(analysis: Analysis, translator: Translator = ENGLISH) -> str:
    """A report for people: a block a series."""
    if not analysis.series:
        return translator.gettext("There is no series in this table: no column holds values.")
    return "\n\n".join(_block(translator, one) for one in analysis.series)


def analysis_plots(analysis: Analysis, translator: Translator = ENGLISH) -> list[tuple[str, Plot]]:
    """(a name for its file, the picture) of every series, all on one time axis, one scale a prompt."""
    if not analysis.series:
        return []
    time = make_frame([one.judged for one in analysis.series], False, ())
    terms = ChartTerms(translator)
    found = []
    for one in analysis.series:
        series = one.judged.series
        alike = [other.judged for other in analysis.series if other.judged.series.prompt == series.prompt]
        frame = replace(make_frame(alike, one.share, ()), x_from=time.x_from, x_to=time.x_to)
        plot = make_plot(
            [one.judged],
            _marked(series),
            PlotScale(frame, one.share, terms=terms),
            title=_name(series) or translator.gettext("Run chart"),
            description=_verdict_text(translator, one),
        )
        found.append((_name(series), plot))
    return found


def _verdict_text(translator: Translator, one: AnalysedSeries) -> str:
    return VerdictTexts(translator).verdict(
        one.judged.finding, share=one.share, better=one.judged.series.better
    )


def _cells(rows: Iterable[Observation]) -> dict[tuple[str, str], list[Observation]]:
    """Rows by class and prompt, in the order in which each is met first."""
    cells: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in rows:
        cells[row.class_id, row.prompt].append(row)
    return cells


def _counted(rows: Iterable[Observation]) -> set[tuple[str, str]]:
    """The classes and prompts whose values are all counts of n: shares, in percent."""
    return {
        key
        for key, own in _cells(row for row in rows if row.value is not None).items()
        if all(row.count is not None and row.n is not None for row in own)
    }


def _series(table: ObservationTable, better: Better) -> list[Series]:
    """A row a point; where rows name observers or groups, those of one date are one point."""
    rows = table.observations
    if not table.dates or not any(row.observer or row.group for row in rows):
        return series_as_listed(rows, better, None)
    counted = _counted(rows)
    return [
        Series(
            class_id=key[0],
            class_name=own[0].class_name,
            prompt=key[1],
            points=merge_visits(own, _prompt(key[1], key in counted, better)),
            better=better,
        )
        for key, own in _cells(rows).items()
    ]


def _prompt(prompt: str, counted: bool, better: Better) -> Prompt:
    return Prompt(prompt, prompt, kind=PromptKind.COUNT_OF if counted else PromptKind.SCALE, better=better)


def _with_baseline(series: Series, baseline: Baseline) -> Series:
    if baseline.rows is not None:
        return replace(series, baseline=min(baseline.rows, len(series.points)))
    if baseline.until is not None:
        until = baseline.until
        return replace(
            series, baseline=sum(point.date is not None and point.date <= until for point in series.points)
        )
    return series


def _marked(series: Series) -> list[Change]:
    """A flag where the baseline ends, so that the picture shows what was compared."""
    if series.baseline is None or series.baseline >= len(series.points):
        return []
    day = series.points[series.baseline].date
    return [Change(1, day, "")] if day else []


def _name(series: Series) -> str:
    return ", ".join(part for part in (series.class_name, series.prompt) if part)


def _block(translator: Translator, one: AnalysedSeries) -> str:
    finding, series = one.judged.finding, one.judged.series
    amount = translator.format_percent if one.share else (lambda value: translator.format_number(value, 2))
    lines = [_name(series) or translator.gettext("All rows")]
    points = translator.ngettext("{n} point", "{n} points", finding.points)
    lines.append(
        translator.gettext(
            "{points}, {n} of them useful", points=points, n=translator.format_number(finding.useful)
        )
    )
    if finding.median is not None:
        what = (
            translator.gettext("baseline median")
            if series.baseline is not None
            else translator.gettext("median")
        )
        lines.append(f"{what} {amount(finding.median)}")
        if finding.median_after is not None:
            lines[-1] += ", " + translator.gettext("after it {median}", median=amount(finding.median_after))
    if finding.longest_run_limit is not None:
        lines.append(
            translator.gettext(
                "longest run {run} (unusual above {limit}), crossings {crossings} (unusual below {least})",
                run=finding.longest_run,
                limit=finding.longest_run_limit,
                crossings=finding.crossings,
                least=finding.crossings_limit,
            )
        )
    sides = {"above": translator.gettext("above"), "below": translator.gettext("below")}
    directions = {"rising": translator.gettext("rising"), "falling": translator.gettext("falling")}
    lines += [
        translator.gettext(
            "shift {side} the median, rows {start} to {end}",
            side=sides[shift.side],
            start=shift.start,
            end=shift.end,
        )
        for shift in finding.shifts
    ]
    lines += [
        translator.gettext(
            "trend, {direction}, rows {start} to {end} (a note; it decides nothing)",
            direction=directions[trend.direction],
            start=trend.start,
            end=trend.end,
        )
        for trend in finding.trends
    ]
    if finding.verdict is not None:
        lines.append(
            f"{VerdictTexts(translator).name(finding.verdict).upper()}. {_verdict_text(translator, one)}"
        )
        more = (
            VerdictTexts(translator).effect(finding, share=one.share, better=series.better),
            VerdictTexts(translator).luck(finding),
            VerdictTexts(translator).rising_baseline(finding),
        )
        lines += [text for text in more if text]
    return "\n  ".join(lines)
