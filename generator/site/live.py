"""What the interactive run charts need beside the tables on the page: medians, changes, words."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.site.charts import Chart, amount
from generator.site.inline import json_in_html
from generator.words.speech import Words


def live_data(words: Words, charts: Sequence[Chart]) -> Markup:
    """JSON for scripts/charts.js; days as `date.toordinal()` counts them."""
    return json_in_html(
        {
            "months": list(words.months()),
            "decimal": words.decimal(0.5, 1)[1],
            "charts": {chart.id: _chart(words, chart) for chart in charts},
            "words": {
                "open": words.say("Explore this chart"),
                "close": words.say("Back to the picture"),
                "begin": words.say("Move over the chart, or use the arrow keys."),
                "keys": words.say("Left and right arrow: visit by visit. Escape: back to the picture."),
                "compare": words.say("Show the other classes"),
                "png": words.say("Save as PNG"),
                "svg": words.say("Save as SVG"),
                "above": words.say("Above the median of {median}"),
                "below": words.say("Below the median of {median}"),
                "on": words.say("On the median of {median}, so it counts for neither side"),
                "shift": words.say("Part of a shift: six or more visits in a row on one side of the median"),
            },
        }
    )


def _chart(words: Words, chart: Chart) -> dict[str, object]:
    plot = chart.plot
    return {
        "prompt": chart.prompt.id,
        "low": plot.frame.y_from,
        "high": plot.frame.y_to,
        "levels": [
            [one.kind, one.x_from, one.x_to, round(one.y, 4), amount(words, one.y, chart.prompt)]
            for one in plot.levels
            if one.kind in ("frozen", "carried")
        ],
        "flags": [[x, number] for x, number in plot.flags],
    }
