"""The run charts of an inquiry: which there are, in words, as pictures, and as tables."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator.model import Better, Change, Finding, Inquiry, Judged, Kind, Point, Prompt, Tool, Verdict
from generator.runchart.draw import Draw
from generator.runchart.leaning import leans_on
from generator.runchart.plot import Plot, frame_of, plot_of
from generator.runchart.series import changes_of, first_change
from generator.runchart.terms import terms_of
from generator.words.names import unit_name
from generator.words.speech import Words
from generator.words.verdicts import effect_text, luck_text, rising_text, verdict_name, verdict_text


@dataclass(frozen=True, slots=True)
class Row:
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
    phases: tuple[Judged, ...]
    plot: Plot
    title: str
    svg: Markup
    verdict: Verdict | None
    explained: tuple[str, ...]
    rows: tuple[Row, ...]
    leans_on: tuple[int, ...] = ()  # later changes, before which the verdict was not there yet

    @property
    def finding(self) -> Finding:
        """What the rules say of the phase that the chart's verdict speaks of."""
        return telling(self.phases).finding

    @property
    def by_phase(self) -> list[tuple[str, list[Row]]]:
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
        points = telling(self.phases).series.points
        return next((point.date for point in reversed(points) if point.date), None)


def charts_of(
    words: Words, inquiry: Inquiry, tool: Tool | None, judged: Sequence[Judged], draw: Draw
) -> tuple[Chart, ...]:
    """Every run chart of an inquiry, by class and then by prompt, all on one scale and time axis."""
    if tool is None:
        return ()
    cells: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        if not one.series.group:
            cells[one.series.class_id, one.series.prompt].append(one)
    # a prompt that a class's colleague never collected has nothing to draw
    drawn = {key: one for key, one in cells.items() if any(each.finding.points for each in one)}
    time = frame_of([one for phases in drawn.values() for one in phases], True, inquiry.changes)
    charts, terms = [], terms_of(words)
    for (class_id, prompt_id), phases in drawn.items():
        prompt = tool.prompt(prompt_id)
        alike = [one for (_, other), own in drawn.items() if other == prompt_id for one in own]
        scale = frame_of(alike, prompt.is_share, inquiry.changes)
        frame = replace(scale, x_from=time.x_from, x_to=time.x_to)
        own_changes = changes_of(class_id, inquiry.changes)
        title = _title(words, phases, prompt)
        plot = plot_of(
            phases,
            own_changes,
            frame,
            title=title,
            description=_described(words, phases, prompt),
            share=prompt.is_share,
            amount=partial(amount, words, prompt=prompt),
            unit=counted_in(words, tool, prompt),
            terms=terms,
        )
        finding = telling(phases).finding
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
                explained=(*explain(words, finding, prompt), *_since(words, phases)),
                rows=_rows(words, phases, prompt, own_changes, plot),
                leans_on=leans_on(telling(phases), own_changes),
            )
        )
    pictures = draw("runchart", [chart.plot for chart in charts])
    return tuple(replace(chart, svg=Markup(picture)) for chart, picture in zip(charts, pictures, strict=True))


def telling(phases: Sequence[Judged]) -> Judged:
    """The latest phase with enough points for a verdict; where none has, the latest.  A phase that
    has only just begun takes nothing away from what the one before it showed."""
    enough = [one for one in phases if one.finding.verdict is not Verdict.TOO_FEW_POINTS]
    return (enough or list(phases))[-1]


def by_start(charts: Sequence[Chart], changes: Sequence[Change]) -> list[Chart]:
    """Charts of one prompt in the order in which their classes started; classes without a change last."""

    def start(chart: Chart) -> Date:
        change = first_change(chart.class_id, changes)
        return change.date if change else Date.max

    return sorted(charts, key=start)


_BOUNDS = {"": "", "<=": "≤ ", ">=": "≥ "}  # a space that does not break


def amount(words: Words, value: float | None, prompt: Prompt, bound: str = "") -> str:
    """A value in the prompt's own measure: `35 %`, `4.5`, or `≤ 5 %` where it is a bound; a dash where
    there is none."""
    if value is None:
        return "–"
    if prompt.is_share:
        return _BOUNDS[bound] + words.percent(value)
    return words.number(value, 1)


def counted_in(words: Words, tool: Tool, prompt: Prompt) -> str:
    """What stands behind the uppermost number of a tally's scale: `minutes`; nothing for scores."""
    return unit_name(words, tool.unit) if prompt.kind is Kind.TALLY else ""


def explain(words: Words, finding: Finding, prompt: Prompt) -> tuple[str, ...]:
    """What a reader needs beside a chart: the verdict in words, effect, luck, a rising baseline."""
    sentences = (
        verdict_text(words, finding, share=prompt.is_share, better=prompt.better),
        effect_text(words, finding, share=prompt.is_share, better=prompt.better),
        luck_text(words, finding),
        rising_text(words, finding),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _since(words: Words, phases: Sequence[Judged]) -> list[str]:
    """The phases that began after the one that the verdict speaks of."""
    later = phases[list(phases).index(telling(phases)) + 1 :]
    return [
        words.say(
            "A new phase began with change {number}: {verdict} so far.",
            number=one.series.change,
            verdict=verdict_name(words, one.finding.verdict),
        )
        for one in later
    ]


def _points(phases: Sequence[Judged]) -> list[Point]:
    """Every point once: a later phase's baseline repeats rows of the phase before."""
    by_date = {point.date: point for one in phases for point in one.series.points}
    return sorted(by_date.values(), key=lambda point: point.date or Date.min)


def _title(words: Words, phases: Sequence[Judged], prompt: Prompt) -> str:
    points = _points(phases)
    dates = [point.date for point in points if point.date]
    missed = sum(point.value is None for point in points)
    visits = words.count("{n} visit", "{n} visits", len(points) - missed)
    if missed:
        visits += words.count(" ({n} missed)", " ({n} missed)", missed)
    return words.say(
        "Run chart, {prompt}, {class_name}, {visits}, {span}",
        prompt=prompt.text,
        class_name=phases[0].series.class_name,
        visits=visits,
        span=words.span(dates[0], dates[-1]) if dates else "",
    )


def _described(words: Words, phases: Sequence[Judged], prompt: Prompt) -> str:
    finding = telling(phases).finding
    if finding.verdict is None:
        middle = amount(words, finding.median, prompt)
        return words.say("Median {median}. No change was tried in this class.", median=middle)
    text = words.say(
        "Baseline median {before}, after the change {after}; {verdict}.",
        before=amount(words, finding.median, prompt),
        after=amount(words, finding.median_after, prompt),
        verdict=verdict_name(words, finding.verdict),
    )
    if finding.shift_start is None:
        return text
    start = telling(phases).series.points[finding.shift_start - 1].date
    if start is None:
        return text
    begun = (
        words.say("A shift above the median began on {date}.", date=words.date(start))
        if prompt.better is Better.HIGHER
        else words.say("A shift below the median began on {date}.", date=words.date(start))
    )
    return f"{begun} {text}"


def _rows(
    words: Words, phases: Sequence[Judged], prompt: Prompt, changes: Sequence[Change], plot: Plot
) -> tuple[Row, ...]:
    return tuple(
        Row(
            date=point.date,
            value=amount(words, point.value, prompt, point.bound)
            if point.value is not None
            else point.bound or words.say("not collected"),
            counted=_counted(words, point, prompt),
            phase=_phase(words, point, changes),
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


def _counted(words: Words, point: Point, prompt: Prompt) -> str:
    if not prompt.is_share or point.count is None or point.n is None:
        return ""
    return words.say("{count} of {n}", count=words.number(point.count, 1), n=words.number(point.n, 1))


def _phase(words: Words, point: Point, changes: Sequence[Change]) -> str:
    begun = [change for change in changes if point.date and change.date <= point.date]
    if begun:
        return words.say("after change {number}", number=begun[-1].number)
    return words.say("baseline") if changes else ""
