"""The words and numbers in a picture, each where it neither collides nor is cut off.

Heights and widths are the picture's own units; text is 13 of them high.
"""

from collections.abc import Sequence
from html import escape

from generator.runchart.chart_spec import ChartLayout
from generator.runchart.plot import Level, Plot
from generator.runchart.svg_paths import format_coordinate, moves

_LINE = 14.0  # from one label to the next below it
_LETTER = 7.2  # the width of a letter, a little more than most have
_DISC = 8.5  # the radius of a flag
_MOST_LABELS = 4  # of medians: the latest two phases'


def across(layout: ChartLayout, plot: Plot, x: float) -> float:
    """Where a time stands."""
    frame = plot.frame
    return layout.left + layout.plot_width * (x - frame.x_from) / (frame.x_to - frame.x_from)


def down(layout: ChartLayout, plot: Plot, y: float) -> float:
    """Where a value stands."""
    frame = plot.frame
    return layout.top + layout.plot_height * (frame.y_to - y) / (frame.y_to - frame.y_from)


def scale(layout: ChartLayout, plot: Plot) -> str:
    """The scale's numbers above their grid lines at the left."""
    return "".join(_text("scale", 0, down(layout, plot, y) - 3, label) for y, label in plot.grid)


def foot(layout: ChartLayout, plot: Plot) -> str:
    """Months (or rows) along the foot, each under a short tick."""
    axis = layout.height - layout.bottom
    ticks, texts = [], []
    for x, label in plot.ticks:
        at = across(layout, plot, x)
        half = len(label) * _LETTER / 2
        ticks.append(f"M{moves(at, axis)}v4")
        texts.append(_text("tick", min(max(at, half), layout.width - half), axis + 16, label))
    return (f'<path class="rc-month" d="{"".join(ticks)}"/>' if ticks else "") + "".join(texts)


def pole(layout: ChartLayout) -> float:
    """How far a change's line rises above the plot to its number."""
    return max(layout.top - 2 * _DISC - 1, 0)


def flags(layout: ChartLayout, plot: Plot) -> str:
    """The numbers of the changes on top of their lines; where two would meet they move apart."""
    spots = apart(
        [across(layout, plot, x) for x, _ in plot.flags], 2 * _DISC + 1, _DISC, layout.width - _DISC - 1
    )
    y = _DISC + 0.5
    return "".join(
        f'<path class="rc-disc" d="M{moves(at - 8.5, y)}a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0"/>'
        + _text("number", at, y + 4.5, label)
        for at, (_, label) in zip(spots, plot.flags, strict=True)
    )


def medians(layout: ChartLayout, plot: Plot, *, named: bool = False) -> str:
    """The latest medians at the right end of their lines, pushed apart where they would meet; two
    that read the same are said once.  `named` says what each is, where there is room."""
    latest: dict[str, Level] = {}
    for level in [level for level in plot.levels if level.label][-_MOST_LABELS:]:
        latest[level.name if named else level.label] = level
    ordered = sorted(latest.items(), key=lambda labelled: -labelled[1].y)
    low, high = layout.top + 4.0, layout.height - layout.bottom + 4.0
    spots = apart([down(layout, plot, level.y) + 4.5 for _, level in ordered], _LINE, low, high)
    x = layout.width - layout.right + 5
    return "".join(
        _text(f"m-{level.kind}", x, spot, label) for spot, (label, level) in zip(spots, ordered, strict=True)
    )


def apart(spots: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Ascending spots moved as little as need be, so that neighbours are `least` apart or more and
    none is below `low` or, as far as there is room, above `high`."""
    groups: list[tuple[float, int]] = []  # (where the first one stands, how many follow closely)
    for spot in spots:
        begin, size = spot, 1
        while groups and groups[-1][0] + groups[-1][1] * least > begin:
            before, count = groups.pop()
            # the group's middle stays the mean of what its members wished
            begin = (before * count + (begin - count * least) * size) / (count + size)
            size += count
        groups.append((begin, size))
    placed = [begin + i * least for begin, size in groups for i in range(size)]
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], high if i == len(placed) - 1 else placed[i + 1] - least)
    for i, spot in enumerate(placed):
        placed[i] = max(spot, low if i == 0 else placed[i - 1] + least)
    return placed


def _text(name: str, x: float, y: float, label: str) -> str:
    place = f'x="{format_coordinate(x)}" y="{format_coordinate(y)}"'
    return f'<text class="rc-{name}" {place}>{escape(label)}</text>'
