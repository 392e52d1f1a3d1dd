"""Charts to draw in tests: judged series and plots from a few numbers."""

from collections.abc import Sequence
from datetime import date, timedelta

from generator.model import Better, Change, EvaluatedSeries, Point, Series
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot import Plot, PlotScale, make_frame, make_plot
from generator.runchart.verdict import evaluate_series

FIRST = date(2025, 9, 8)  # a Monday

# eight visits before the change, fourteen after; the fourth and the fourteenth were not collected
BEFORE = [30, 35, 25, None, 40, 30, 35, 40]
AFTER = [55, 60, 50, 65, 60, None, 70, 65, 60, 75, 70, 60, 65, 70]
SUSTAINED = [*BEFORE, *AFTER]


def week(number: int) -> date:
    """The day of a visit; visits count from 0."""
    return FIRST + timedelta(weeks=number)


def judged(
    values: Sequence[float | None],
    baseline: int | None = None,
    *,
    first: int = 0,
    dated: bool = True,
    better: Better = Better.HIGHER,
    unusual: Sequence[int] = (),
    name: str = "Period 2",
) -> EvaluatedSeries:
    """A series of weekly visits from week `first`; `unusual` has the rows with a note."""
    points = tuple(
        Point(row, week(first + row - 1) if dated else None, value, unusual="drill" if row in unusual else "")
        for row, value in enumerate(values, start=1)
    )
    return evaluate_series(Series("period-2", name, "explains", points, baseline, better=better))


def change(number: int, at: int) -> Change:
    """A change that starts in week `at`."""
    return Change(number, week(at), "Talk")


def plotted(
    phases: Sequence[EvaluatedSeries],
    changes: Sequence[Change] = (),
    *,
    share: bool = True,
    title: str = "Run chart, Period 2",
    unit: str = "",
    terms: ChartTerms | None = None,
) -> Plot:
    return make_plot(
        phases,
        changes,
        PlotScale(make_frame(phases, share, changes), share, unit, terms=terms or ChartTerms()),
        title=title,
        description="Median 35%, after the change 65%.",
    )


def sustained() -> Plot:
    """A chart with everything: two medians, a shift, a change, two visits without a value."""
    return plotted([judged(SUSTAINED, 8)], [change(1, 8)])
