"""The run charts of an inquiry: which there are, in words, as pictures, and as tables."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from itertools import groupby

from markupsafe import Markup

from generator.model import (
    Better,
    Change,
    EvaluatedSeries,
    Finding,
    Inquiry,
    Point,
    Prompt,
    PromptKind,
    Tool,
    Verdict,
)
from generator.runchart.chart_renderer import ChartRenderer
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.confounders import confounding_changes
from generator.runchart.plot import Plot, PlotScale, make_frame, make_plot
from generator.runchart.series import changes_of, first_change
from generator.words.translator import Translator
from generator.words.unit_names import UNIT_NAMES
from generator.words.verdict_texts import VerdictTexts


@dataclass(frozen=True, slots=True)
class ChartTableRow:
    """One visit in the table under a chart."""

    date: Date | None
    value: str
    counted: str  # "12 of 24", or empty
    phase: str
    note: str
    x: float = 0.0  # as the plot counts time
    y: float | None = None
    signal: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """One prompt in one class: the phases that were judged, and what a page shows of them."""

    id: str  # as an anchor of the page
    class_id: str
    class_name: str
    prompt: Prompt
    phases: tuple[EvaluatedSeries, ...]
    plot: Plot
    title: str
    svg: Markup
    verdict: Verdict | None
    explained: tuple[str, ...]
    rows: tuple[ChartTableRow, ...]
    leans_on: tuple[int, ...] = ()  # later changes, before which the verdict was not there yet

    @property
    def finding(self) -> Finding:
        """What the rules say of the phase that the chart's verdict speaks of."""
        return most_telling_phase(self.phases).finding

    @property
    def by_phase(self) -> list[tuple[str, list[ChartTableRow]]]:
        """The rows of its table, a group a phase."""
        return [(phase, list(rows)) for phase, rows in groupby(self.rows, key=lambda row: row.phase)]

    @property
    def plain_rows(self) -> str:
        """What the interactive chart reads of the table: `x,y` a row, a letter behind y where it is part
        of a shift, y empty where nothing was collected; x in days since
        the first visit, which stands before them all."""
        first = self.rows[0].x if self.rows else 0
        told = [f"{row.x - first:g},{_short(row.y)}{row.signal[:1]}" for row in self.rows]
        return ";".join([f"{first:g}", *told])

    @property
    def again(self) -> Markup:
        """The same picture a second time on a page, without its marks being sent twice."""
        box = re.search(r'viewBox="([^"]+)"', self.svg)
        name = re.search(r'<svg[^>]* id="([^"]+)"', self.svg)
        if not box or not name:
            return self.svg
        return Markup(
            '<svg class="rc" viewBox="{}" role="img" aria-label="{}"><use href="#{}"/></svg>'
        ).format(box[1], self.title, name[1])

    @property
    def latest(self) -> Date | None:
        points = most_telling_phase(self.phases).series.points
        return next((point.date for point in reversed(points) if point.date), None)


def make_charts(
    translator: Translator,
    inquiry: Inquiry,
    tool: Tool | None,
    judged: Sequence[EvaluatedSeries],
    draw: ChartRenderer,
) -> tuple[Chart, ...]:
    """Every run chart of an inquiry, by class and then by prompt, all on one scale and time axis."""
    if tool is None:
        return ()
    cells: dict[tuple[str, str], list[EvaluatedSeries]] = defaultdict(list)
    for one in judged:
        if not one.series.group:
            cells[one.series.class_id, one.series.prompt].append(one)
    # a prompt that a class's colleague never collected has nothing to draw
    drawn = {key: one for key, one in cells.items() if any(each.finding.points for each in one)}
    time = make_frame([one for phases in drawn.values() for one in phases], True, inquiry.changes)
    charts, terms = [], ChartTerms(translator)
    for (class_id, prompt_id), phases in drawn.items():
        prompt = tool.prompt(prompt_id)
        alike = [one for (_, other), own in drawn.items() if other == prompt_id for one in own]
        scale = make_frame(alike, prompt.is_share, inquiry.changes)
        frame = replace(scale, x_from=time.x_from, x_to=time.x_to)
        own_changes = changes_of(class_id, inquiry.changes)
        title = _title(translator, phases, prompt)
        plot = make_plot(
            phases,
            own_changes,
            PlotScale(frame, prompt.is_share, counted_in(translator, tool, prompt), digits=1, terms=terms),
            title=title,
            description=_described(translator, phases, prompt),
        )
        finding = most_telling_phase(phases).finding
        charts.append(
            Chart(
                id=f"chart-{class_id}-{prompt_id}",
                class_id=class_id,
                class_name=phases[0].series.class_name,
                prompt=prompt,
                phases=tuple(phases),
                plot=plot,
                title=title,
                svg=Markup(),
                verdict=finding.verdict,
                explained=(*explain_finding(translator, finding, prompt), *_since(translator, phases)),
                rows=_rows(translator, phases, prompt, own_changes, plot),
                leans_on=confounding_changes(most_telling_phase(phases), own_changes),
            )
        )
    pictures = draw("runchart", [chart.plot for chart in charts])
    return tuple(replace(chart, svg=Markup(picture)) for chart, picture in zip(charts, pictures, strict=True))


def most_telling_phase(phases: Sequence[EvaluatedSeries]) -> EvaluatedSeries:
    """The latest phase with enough points for a verdict; where none has, the latest.  A phase that
    has only just begun takes nothing away from what the one before it showed."""
    enough = [one for one in phases if one.finding.verdict is not Verdict.TOO_FEW_POINTS]
    return (enough or list(phases))[-1]


def order_by_start(charts: Sequence[Chart], changes: Sequence[Change]) -> list[Chart]:
    """Charts of one prompt in the order in which their classes started; classes without a change last."""

    def start(chart: Chart) -> Date:
        change = first_change(chart.class_id, changes)
        return change.date if change else Date.max

    return sorted(charts, key=start)


_BOUNDS = {"": "", "<=": "≤ ", ">=": "≥ "}  # a space that does not break


def format_amount(translator: Translator, value: float | None, prompt: Prompt, bound: str = "") -> str:
    """A value in the prompt's own measure: `35 %`, `4.5`, or `≤ 5 %` where it is a bound; a dash where
    there is none."""
    if value is None:
        return "–"
    if prompt.is_share:
        return _BOUNDS[bound] + translator.format_percent(value)
    return translator.format_number(value, 1)


def counted_in(translator: Translator, tool: Tool, prompt: Prompt) -> str:
    """What stands behind the uppermost number of a tally's scale: `minutes`; nothing for scores."""
    return translator.gettext(UNIT_NAMES[tool.unit]) if prompt.kind is PromptKind.TALLY else ""


def explain_finding(translator: Translator, finding: Finding, prompt: Prompt) -> tuple[str, ...]:
    """What a reader needs beside a chart: the verdict in words, effect, luck, a rising baseline."""
    sentences = (
        VerdictTexts(translator).verdict(finding, share=prompt.is_share, better=prompt.better),
        VerdictTexts(translator).effect(finding, share=prompt.is_share, better=prompt.better),
        VerdictTexts(translator).luck(finding),
        VerdictTexts(translator).rising_baseline(finding),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _since(translator: Translator, phases: Sequence[EvaluatedSeries]) -> list[str]:
    """The phases that began after the one that the verdict speaks of."""
    later = phases[list(phases).index(most_telling_phase(phases)) + 1 :]
    return [
        translator.gettext(
            "A new phase began with change {number}: {verdict} so far.",
            number=one.series.change,
            verdict=VerdictTexts(translator).name(one.finding.verdict),
        )
        for one in later
    ]


def _points(phases: Sequence[EvaluatedSeries]) -> list[Point]:
    """Every point once: a later phase's baseline repeats rows of the phase before."""
    by_date = {point.date: point for one in phases for point in one.series.points}
    return sorted(by_date.values(), key=lambda point: point.date or Date.min)


def _title(translator: Translator, phases: Sequence[EvaluatedSeries], prompt: Prompt) -> str:
    points = _points(phases)
    dates = [point.date for point in points if point.date]
    missed = sum(point.value is None for point in points)
    visits = translator.ngettext("{n} visit", "{n} visits", len(points) - missed)
    if missed:
        visits += translator.ngettext(" ({n} missed)", " ({n} missed)", missed)
    return translator.gettext(
        "Run chart, {prompt}, {class_name}, {visits}, {span}",
        prompt=prompt.text,
        class_name=phases[0].series.class_name,
        visits=visits,
        span=translator.format_date_range(dates[0], dates[-1]) if dates else "",
    )


def _described(translator: Translator, phases: Sequence[EvaluatedSeries], prompt: Prompt) -> str:
    finding = most_telling_phase(phases).finding
    if finding.verdict is None:
        middle = format_amount(translator, finding.median, prompt)
        return translator.gettext("Median {median}. No change was tried in this class.", median=middle)
    text = translator.gettext(
        "Baseline median {before}, after the change {after}; {verdict}.",
        before=format_amount(translator, finding.median, prompt),
        after=format_amount(translator, finding.median_after, prompt),
        verdict=VerdictTexts(translator).name(finding.verdict),
    )
    if finding.shift_start is None:
        return text
    start = most_telling_phase(phases).series.points[finding.shift_start - 1].date
    if start is None:
        return text
    begun = (
        translator.gettext("A shift above the median began on {date}.", date=translator.format_date(start))
        if prompt.better is Better.HIGHER
        else translator.gettext(
            "A shift below the median began on {date}.", date=translator.format_date(start)
        )
    )
    return f"{begun} {text}"


def _rows(
    translator: Translator,
    phases: Sequence[EvaluatedSeries],
    prompt: Prompt,
    changes: Sequence[Change],
    plot: Plot,
) -> tuple[ChartTableRow, ...]:
    return tuple(
        ChartTableRow(
            date=point.date,
            value=format_amount(translator, point.value, prompt, point.bound)
            if point.value is not None
            else point.bound or translator.gettext("not collected"),
            counted=_counted(translator, point, prompt),
            phase=_phase(translator, point, changes),
            note=point.unusual,
            x=dot.x,
            y=dot.y,
            signal=dot.signal,
        )
        for point, dot in zip(_points(phases), plot.dots, strict=True)
    )


def _short(value: float | None) -> str:
    """As exact as a picture can show."""
    return "" if value is None else f"{value:.5g}"


def _counted(translator: Translator, point: Point, prompt: Prompt) -> str:
    if not prompt.is_share or point.count is None or point.n is None:
        return ""
    return translator.gettext(
        "{count} of {n}",
        count=translator.format_number(point.count, 1),
        n=translator.format_number(point.n, 1),
    )


def _phase(translator: Translator, point: Point, changes: Sequence[Change]) -> str:
    begun = [change for change in changes if point.date and change.date <= point.date]
    if begun:
        return translator.gettext("after change {number}", number=begun[-1].number)
    return translator.gettext("baseline") if changes else ""
