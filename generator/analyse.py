"""`portfolio analyse`: the run chart rules on any table, without a program."""

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date as Date

from generator.evidence.findings import finding_entry
from generator.model import Better, Change, Judged, Kind, Observation, Prompt, Series
from generator.problems import Problem
from generator.reading.tables import Table, read_table
from generator.runchart.plot import Plot, frame_of, plot_of
from generator.runchart.series import merge, unmerged
from generator.runchart.verdict import judge_series
from generator.words.speech import Words
from generator.words.verdicts import effect_text, luck_text, rising_text, verdict_name, verdict_text


@dataclass(frozen=True, slots=True)
class Baseline:
    """The first `rows` of each series, or its rows up to and including a day; neither: none."""

    rows: int | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every series of a table, judged; `share` says that values are percentages."""

    judged: tuple[Judged, ...]
    share: bool
    baseline: Baseline
    dated: bool


def analyse(
    data: bytes, file: str, baseline: Baseline, better: Better, date_format: str | None = None
) -> tuple[Analysis | None, list[Problem]]:
    """The table's series and findings; None where the table has an error, because half a report
    would be taken for a whole one."""
    table, problems = read_table(data, file, None, date_format=date_format, class_from_file=False)
    if table is None or any(problem.is_error for problem in problems):
        return None, problems
    series = [_with_baseline(one, baseline) for one in _series(table, better)]
    share = bool(table.observations) and all(
        row.n is not None or row.value is None for row in table.observations
    )
    dated = bool(table.dates)
    return Analysis(tuple(judge_series(one) for one in series), share, baseline, dated), problems


def as_json(analysis: Analysis) -> str:
    """The shape of `portfolio analyse --json`; full precision, null where something does not apply."""
    words = Words()
    series = [
        finding_entry(one, verdict_text(words, one.finding, share=analysis.share, better=one.series.better))
        for one in analysis.judged
    ]
    return json.dumps({"series": series}, ensure_ascii=False, indent=1, allow_nan=False)


def as_text(analysis: Analysis) -> str:
    """A report for people: a block a series."""
    return "\n\n".join(_block(one, analysis.share) for one in analysis.judged)


def plots(analysis: Analysis) -> list[tuple[str, Plot]]:
    """(a name for its file, the picture) of every series, all on one time axis, one scale a prompt."""
    words = Words()
    found = []
    for one in analysis.judged:
        alike = [other for other in analysis.judged if other.series.prompt == one.series.prompt]
        scale = frame_of(alike, analysis.share, ())
        time = frame_of(analysis.judged, analysis.share, ())
        frame = replace(scale, x_from=time.x_from, x_to=time.x_to)
        plot = plot_of(
            [one],
            _marked(one),
            frame,
            title=_name(one.series) or words.say("Run chart"),
            description=verdict_text(words, one.finding, share=analysis.share, better=one.series.better),
            share=analysis.share,
        )
        found.append((_name(one.series), plot))
    return found


def _series(table: Table, better: Better) -> list[Series]:
    """A row a point; where rows name observers or groups, those of one date are one point."""
    if not any(row.observer or row.group for row in table.observations):
        return unmerged(table.observations, better, None)
    cells: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in table.observations:
        cells[row.class_id, row.prompt].append(row)
    kinds = {True: Kind.COUNT_OF, False: Kind.SCALE}
    return [
        Series(
            class_id=class_id,
            class_name=rows[0].class_name,
            prompt=prompt,
            points=merge(rows, Prompt(prompt, prompt, kind=kinds[all(row.n for row in rows)], better=better)),
            better=better,
        )
        for (class_id, prompt), rows in cells.items()
    ]


def _with_baseline(series: Series, baseline: Baseline) -> Series:
    if baseline.rows is not None:
        return replace(series, baseline=min(baseline.rows, len(series.points)))
    if baseline.until is not None:
        until = baseline.until
        return replace(
            series, baseline=sum(point.date is not None and point.date <= until for point in series.points)
        )
    return series


def _marked(judged: Judged) -> list[Change]:
    """A flag where the baseline ends, so that the picture shows what was compared."""
    series = judged.series
    if series.baseline is None or series.baseline >= len(series.points):
        return []
    day = series.points[series.baseline].date
    return [Change(1, day, "")] if day else []


def _name(series: Series) -> str:
    return ", ".join(part for part in (series.class_name, series.prompt) if part)


def _block(judged: Judged, share: bool) -> str:
    words, finding, series = Words(), judged.finding, judged.series
    amount = words.percent if share else (lambda value: words.number(value, 2))
    lines = [_name(series) or words.say("All rows")]
    points = words.count("{n} point", "{n} points", finding.points)
    lines.append(words.say("{points}, {n} of them useful", points=points, n=words.number(finding.useful)))
    if finding.median is not None:
        what = words.say("baseline median") if series.baseline is not None else words.say("median")
        lines.append(f"{what} {amount(finding.median)}")
        if finding.median_after is not None:
            lines[-1] += ", " + words.say("after it {median}", median=amount(finding.median_after))
    if finding.longest_run_limit is not None:
        lines.append(
            words.say(
                "longest run {run} (unusual above {limit}), crossings {crossings} (unusual below {least})",
                run=finding.longest_run,
                limit=finding.longest_run_limit,
                crossings=finding.crossings,
                least=finding.crossings_limit,
            )
        )
    lines += [
        words.say(
            "shift {side} the median, rows {start} to {end}",
            side=words.say(one.side),
            start=one.start,
            end=one.end,
        )
        for one in finding.shifts
    ]
    lines += [
        words.say(
            "trend, {direction}, rows {start} to {end} (a note; it decides nothing)",
            direction=words.say(one.direction),
            start=one.start,
            end=one.end,
        )
        for one in finding.trends
    ]
    if finding.verdict is not None:
        said = verdict_text(words, finding, share=share, better=series.better)
        lines.append(f"{verdict_name(words, finding.verdict).upper()}. {said}")
        more = (
            effect_text(words, finding, share=share, better=series.better),
            luck_text(words, finding),
            rising_text(words, finding),
        )
        lines += [text for text in more if text]
    return "\n  ".join(lines)
