"""Forest plots for tests."""

from generator.runchart.forest_plot import (
    ForestPlot,
    ForestRow,
    ForestSummary,
    Interval,
    axis_range,
    axis_ticks,
)

ROWS = (
    ForestRow(Interval(12.0, 3.0, 21.0), "1 Ana Lopez", "+12 (3 to 21)"),
    ForestRow(Interval(-4.0, -15.0, 7.0), "2 Jin Park", "-4 (-15 to 7)"),
)
SUMMARY = ForestSummary(Interval(6.0, 1.0, 11.0), -8.0, 20.0, "Mean of 5 inquiries", "+6 (1 to 11)")


def forest_plot(*rows: ForestRow, summary: ForestSummary | None = None) -> ForestPlot:
    """A plot of these rows, or of two, in percentage points."""
    shown = rows or ROWS
    x_from, x_to = axis_range(shown, summary)
    ticks = tuple((tick, f"{tick:g}") for tick in axis_ticks(x_from, x_to))
    return ForestPlot(
        shown, summary, x_from, x_to, ticks, "percentage points", "Forest plot", "Two inquiries"
    )
