"""A run chart as a page shows it: what is drawn, its words, its table."""

from collections.abc import Sequence
from datetime import date as Date
from itertools import groupby

from msgspec import Struct

from generator.model import Change, EvaluatedSeries, Finding, Prompt, Verdict
from generator.runchart.before_and_since import most_telling_phase
from generator.runchart.plot import Plot
from generator.runchart.series import first_change


class ChartTableRow(Struct, frozen=True):
    """One visit in the table under a chart.  `x` and `y` are the point in the plot's own units, `signal`
    is the plot's: good, wrong or empty."""

    date: Date | None
    value: str
    counted: str  # "12 of 24", or empty
    phase: str
    note: str
    x: float = 0.0
    y: float | None = None
    signal: str = ""
    time: str = ""


class Chart(Struct, frozen=True):
    """One prompt in one class: the phases that were evaluated, and what a page shows of them."""

    id: str  # as an anchor of the page
    class_id: str
    class_name: str
    prompt: Prompt
    phases: tuple[EvaluatedSeries, ...]
    plot: Plot
    title: str
    verdict: Verdict | None
    other_years: tuple[str, ...]  # sentences on visits that the verdict is not about
    rows: tuple[ChartTableRow, ...]
    confounders: tuple[int, ...] = ()  # numbers of later changes that began before the verdict was reached

    @property
    def finding(self) -> Finding:
        """The finding of the phase that the chart's verdict is about."""
        return most_telling_phase(self.phases).finding

    @property
    def by_phase(self) -> list[tuple[str, list[ChartTableRow]]]:
        """The rows of its table, as (name of the phase, rows)."""
        return [(phase, list(rows)) for phase, rows in groupby(self.rows, key=lambda row: row.phase)]

    @property
    def packed_rows(self) -> str:
        """The table for scripts/charts.js: first the x of the first visit, then `x,y` for each row.

        x is in days since the first visit; y is followed by the first letter of its signal where it is
        part of a shift, and empty where nothing was collected.
        """
        first = self.rows[0].x if self.rows else 0
        packed = [f"{row.x - first:g},{_short(row.y)}{row.signal[:1]}" for row in self.rows]
        return ";".join([f"{first:g}", *packed])

    def latest_visit(self, day: Date) -> ChartTableRow | None:
        """The latest visit up to a day on which something was counted; None before the first."""
        rows = [row for row in self.rows if row.date and row.date <= day and row.y is not None]
        return max(rows, key=lambda row: row.x, default=None)

    @property
    def latest(self) -> Date | None:
        """The latest visit of the phase that the chart's verdict is about."""
        points = most_telling_phase(self.phases).series.points
        return next((point.date for point in reversed(points) if point.date), None)


def order_by_start(charts: Sequence[Chart], changes: Sequence[Change]) -> list[Chart]:
    """Charts of one prompt in the order in which their classes started; classes without a change last."""

    def start(chart: Chart) -> Date:
        change = first_change(chart.class_id, changes)
        return change.date if change else Date.max

    return sorted(charts, key=start)


def _short(value: float | None) -> str:
    """A number rounded to what a picture can show."""
    return "" if value is None else f"{value:.5g}"
