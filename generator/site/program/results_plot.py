"""The plot on the home page: a row a class, a dot where it stood before the change, an arrow to where it
has stood since, grouped by what came of it.

Each row is drawn for itself, in shares of its own width, so that one picture is as legible on a phone as on
a desk; its figures stand beside its marks.  Shares are on one scale from 0 to 100; whatever else is counted
has a panel of its own for each unit, from 0 to a round number.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.model import Better, Outcome
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot_axes import value_limits
from generator.site.inquiry.inquiry_charts import COUNTED_UNITS
from generator.site.program.outcome_order import OUTCOME_ORDER
from generator.site.program.program_context import CardPair
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import ClassCard
from generator.words.outcome_texts import OUTCOME_FORMS
from generator.words.translator import Translator, decimals_of
from generator.words.unit_names import unit_of_values

MOST_ROWS = 40  # above which there is a strip a change idea, a dot a class


class PlotMark(Struct, frozen=True):
    """One mark of a row: where it stands, in percent of the plot's width, and its figure."""

    x: float
    text: str


class PlotRow(Struct, frozen=True):
    """One class.  A mark is None where nothing was counted in that time; `peak` is only that of a gain
    that was lost; `figures` has them all in words."""

    link: Link
    teacher: str
    school_year: str
    prompt: str
    better_below: str  # `fewer is better`; empty where more is better
    outcome: Outcome
    rising: bool
    before: PlotMark | None
    since: PlotMark | None
    peak: PlotMark | None
    figures: str

    @property
    def to_right(self) -> bool:
        """Whether the arrow points to the right."""
        return self.before is None or self.since is None or self.since.x >= self.before.x


class PlotGroup(Struct, frozen=True):
    """The classes with one outcome."""

    outcome: Outcome
    heading: str
    rows: tuple[PlotRow, ...]


class PlotPanel(Struct, frozen=True):
    """All classes that are counted in one unit; `ticks` stand above the scale."""

    unit: str  # empty for shares
    ticks: tuple[PlotMark, ...]
    groups: tuple[PlotGroup, ...]


class _ClassResult(Struct, frozen=True):
    """A class with an outcome, and whose it is."""

    pair: CardPair
    of_class: ClassCard
    outcome: Outcome


class _Scale(Struct, frozen=True):
    """The part of the measure that a panel shows."""

    low: float
    high: float

    def x(self, value: float) -> float:
        """Where a value stands, in percent of the width."""
        return round(100 * (value - self.low) / (self.high - self.low), 1)


class ResultsPlot(Struct, frozen=True):
    """Makes the plot in one language; with several school years each row names its own."""

    translator: Translator
    with_school_years: bool = False

    def panels(self, pairs: Iterable[CardPair]) -> tuple[PlotPanel, ...]:
        """A panel for each unit, that of shares first; empty where no change was tried."""
        results = [
            _ClassResult((card, inquiry), of_class, of_class.outcome)
            for card, inquiry in pairs
            for of_class in inquiry.classes
            if of_class.outcome is not None
        ]
        units: dict[str, list[_ClassResult]] = {}
        for result in sorted(results, key=lambda result: not result.of_class.prompt.is_share):
            units.setdefault(self._unit(result), []).append(result)
        return tuple(self._panel(unit, of_unit) for unit, of_unit in units.items())

    def _unit(self, result: _ClassResult) -> str:
        """What is counted; empty for shares."""
        prompt, inquiry = result.of_class.prompt, result.pair[1]
        return "" if prompt.is_share else unit_of_values(self.translator, prompt.kind, inquiry.unit)

    def _panel(self, unit: str, results: Sequence[_ClassResult]) -> PlotPanel:
        scale = _round_scale(results) if unit else _Scale(0, 100)
        groups = []
        for outcome in OUTCOME_ORDER:
            rows = tuple(self._row(result, scale) for result in results if result.outcome is outcome)
            if rows:
                heading = self.translator.gettext(OUTCOME_FORMS[outcome].heading)
                groups.append(PlotGroup(outcome, heading, rows))
        return PlotPanel(unit, self._ticks(scale, share=not unit), tuple(groups))

    def _ticks(self, scale: _Scale, *, share: bool) -> tuple[PlotMark, ...]:
        """Both ends and the middle; of shares, the last with the percent sign as the region writes it."""
        ticks = (scale.low, (scale.low + scale.high) / 2, scale.high)
        *first, last = (self._mark(tick, scale, share=share) for tick in ticks)
        if share:
            last = PlotMark(last.x, self.translator.format_percent(scale.high))
        return (*first, last)

    def _row(self, result: _ClassResult, scale: _Scale) -> PlotRow:
        (card, inquiry), of_class = result.pair, result.of_class
        before, since, peak = (
            None if level is None else self._mark(level, scale, share=of_class.prompt.is_share)
            for level in _levels_of(of_class)
        )
        return PlotRow(
            link=Link(of_class.class_name, inquiry.address),
            teacher=card.name,
            school_year=inquiry.school_year if self.with_school_years else "",
            prompt=of_class.prompt.text,
            better_below=self._better_below(result),
            outcome=result.outcome,
            rising=of_class.rising,
            before=before,
            since=since,
            peak=peak,
            figures=of_class.figures,
        )

    def _better_below(self, result: _ClassResult) -> str:
        (_, inquiry), prompt = result.pair, result.of_class.prompt
        if prompt.better is not Better.LOWER:
            return ""
        counted = prompt.is_share or inquiry.unit in COUNTED_UNITS
        return ChartTerms(self.translator).fewer_is_better(counted=counted)

    def _mark(self, value: float, scale: _Scale, *, share: bool) -> PlotMark:
        digits = 0 if share else decimals_of(value)
        return PlotMark(scale.x(value), self.translator.format_number(value, digits))


def _round_scale(results: Sequence[_ClassResult]) -> _Scale:
    """From 0, or a round number below the least level, to a round number above the greatest."""
    return _Scale(*value_limits([level for result in results for level in _levels_of(result.of_class)]))


def _levels_of(of_class: ClassCard) -> tuple[float | None, float | None, float | None]:
    """The level before, since, and while a gain lasted that was lost."""
    levels = of_class.levels
    return levels.before, levels.since, levels.good_run.level if levels.good_run else None
