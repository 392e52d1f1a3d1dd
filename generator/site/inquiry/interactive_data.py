"""What the interactive run charts need beside the tables on the page: medians, changes, words."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.site.inquiry.inquiry_charts import Chart, format_amount
from generator.site.rendering.inline_json import json_in_html
from generator.words.translator import Translator


def interactive_data(translator: Translator, charts: Sequence[Chart]) -> Markup:
    """JSON for scripts/charts.js; days as `date.toordinal()` counts them."""
    return json_in_html(
        {
            "months": list(translator.month_names()),
            "decimal": translator.format_decimal(0.5, 1)[1],
            "charts": {chart.id: _chart(translator, chart) for chart in charts},
            "words": {
                "open": translator.gettext("Explore this chart"),
                "close": translator.gettext("Back to the picture"),
                "begin": translator.gettext("Move over the chart, or use the arrow keys."),
                "keys": translator.gettext(
                    "Left and right arrow: visit by visit. Escape: back to the picture."
                ),
                "compare": translator.gettext("Show the other classes"),
                "png": translator.gettext("Save as PNG"),
                "svg": translator.gettext("Save as SVG"),
                "above": translator.gettext("Above the median of {median}"),
                "below": translator.gettext("Below the median of {median}"),
                "on": translator.gettext("On the median of {median}, so it counts for neither side"),
                "shift": translator.gettext(
                    "Part of a shift: six or more visits in a row on one side of the median"
                ),
            },
        }
    )


def _chart(translator: Translator, chart: Chart) -> dict[str, object]:
    plot = chart.plot
    return {
        "prompt": chart.prompt.id,
        "low": plot.frame.y_from,
        "high": plot.frame.y_to,
        "levels": [
            [one.kind, one.x_from, one.x_to, round(one.y, 4), format_amount(translator, one.y, chart.prompt)]
            for one in plot.levels
            if one.kind in ("frozen", "carried")
        ],
        "flags": [[x, number] for x, number in plot.flags],
    }
