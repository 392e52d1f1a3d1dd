"""What the interactive run charts need beside the tables and pictures on the page: scales, medians, words."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from generator.runchart.chart_spec import COLUMN, LARGE, STAIRCASE
from generator.site.inquiry.amount_format import AmountFormat
from generator.site.inquiry.chart_view import Chart
from generator.site.rendering.inline_json import json_in_html
from generator.words.translator import Translator


class SavedWords(Struct, frozen=True):
    """What stands around a chart that a reader saves: the question, what the charts measure, whose they are.

    `captions` has by a chart's id what it shows, and the figures with what has to be said beside them.
    """

    title: str = ""
    series: str = ""
    source: str = ""
    captions: Mapping[str, tuple[str, str]] = {}


class InteractiveData(Struct, frozen=True):
    """What scripts/charts.js reads, in one language."""

    translator: Translator

    def json(self, charts: Sequence[Chart], saved: SavedWords) -> Markup:
        """JSON that can stand in a script element; x values are days as `date.toordinal()` counts them."""
        return json_in_html(
            {
                "months": list(self.translator.month_names()),
                "decimal": self.translator.format_decimal(0.5, 1)[1],
                "layouts": {
                    layout.name: [layout.width, layout.left, layout.right, layout.top, layout.plot_height]
                    for layout in (COLUMN, LARGE, STAIRCASE)
                },
                "charts": {
                    chart.id: {**self._chart(chart), "caption": saved.captions.get(chart.id, ("", ""))}
                    for chart in charts
                },
                "saved": {"title": saved.title, "series": saved.series, "source": saved.source},
                "words": self._words(),
            }
        )

    def _chart(self, chart: Chart) -> dict[str, object]:
        amounts = AmountFormat(self.translator)
        plot = chart.plot
        return {
            "prompt": chart.prompt.id,
            "frame": [plot.frame.x_from, plot.frame.x_to, plot.frame.y_from, plot.frame.y_to],
            "down": plot.down_is_better,
            "levels": [
                [
                    level.kind,
                    level.x_from,
                    level.x_to,
                    round(level.y, 4),
                    amounts.value(level.y, chart.prompt),
                ]
                for level in plot.levels
                if level.kind in ("frozen", "carried")
            ],
        }

    def _words(self) -> dict[str, str]:
        gettext = self.translator.gettext
        return {
            "open": gettext("Explore this chart"),
            "close": gettext("Back to the picture"),
            "begin": gettext("Move over the chart, or use the arrow keys."),
            "keys": gettext("Left and right arrow: visit by visit. Escape: back to the picture."),
            "compare": gettext("Show the other classes"),
            "png": gettext("Save as PNG"),
            "svg": gettext("Save as SVG"),
            "above": gettext("Above the median of {median}"),
            "below": gettext("Below the median of {median}"),
            "on": gettext("On the median of {median}, so it counts for neither side"),
            "shift": gettext("Part of a shift: six or more visits in a row on one side of the median"),
        }
