"""The words and numbers in a picture, each where it neither collides nor is cut off.

Heights and widths are the picture's own units.
"""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import accumulate, pairwise

from generator.runchart.chart_spec import ChartLayout
from generator.runchart.plot import Flag, Level, Plot
from generator.runchart.svg_paths import format_coordinate, moves, ring_path
from generator.runchart.text_width import cut, fold, text_width

_DISC = 8.5  # the radius of a flag
_BESIDE = 4.0  # between a mark and its words
_RING = 6.0  # its radius
_LEAST_TITLE = 90.0  # room that a title needs which is cut


def across(layout: ChartLayout, plot: Plot, x: float) -> float:
    """Where a time stands."""
    frame = plot.frame
    return layout.left + layout.plot_width * (x - frame.x_from) / (frame.x_to - frame.x_from)


def down(layout: ChartLayout, plot: Plot, y: float) -> float:
    """Where a value stands."""
    frame = plot.frame
    return layout.top + layout.plot_height * (frame.y_to - y) / (frame.y_to - frame.y_from)


def line_height(layout: ChartLayout) -> float:
    """From one line of words to the next."""
    return layout.text + 1.0


def scale(layout: ChartLayout, plot: Plot) -> str:
    """The scale's numbers above their grid lines at the left."""
    return "".join(_text("scale", 0, down(layout, plot, y) - 3, label) for y, label in plot.grid)


def foot(layout: ChartLayout, plot: Plot) -> str:
    """Months (or rows) along the foot, each under a short tick; where their names would meet, only every
    second or third has one."""
    axis = layout.height - layout.bottom
    spots = [across(layout, plot, x) for x, _ in plot.ticks]
    ticks = "".join(f"M{moves(at, axis)}v4" for at in spots)
    texts = []
    for at, (_, label) in _named_ticks(layout, list(zip(spots, plot.ticks, strict=True))):
        half = text_width(label, layout.text) / 2
        texts.append(_text("tick", min(max(at, half), layout.width - half), axis + 3 + layout.text, label))
    return (f'<path class="rc-month" d="{ticks}"/>' if ticks else "") + "".join(texts)


def pole(layout: ChartLayout) -> float:
    """How far a change's line rises above the plot to its number."""
    return max(layout.top - 2 * _DISC - 1, 0)


def flags(layout: ChartLayout, plot: Plot) -> str:
    """The numbers of the changes on top of their lines; where two would meet they move apart."""
    y = _DISC + 0.5
    return "".join(
        f'<path class="rc-disc" d="{ring_path(at, y, _DISC)}"/>' + _text("number", at, y + 4.5, flag.number)
        for at, flag in zip(_flag_spots(layout, plot), plot.flags, strict=True)
    )


def flag_titles(layout: ChartLayout, plot: Plot) -> str:
    """What each change was, at the right of its number: on one line or folded, cut where there is less
    room, left out where there is too little."""
    beside = _DISC + _BESIDE
    begins = [at + beside for at in _flag_spots(layout, plot)]
    # up to the next number; the latest has the margin too, where nothing else stands in it
    most = layout.width - layout.right if plot.direction else layout.width
    rooms = [later - 2 * beside - begin for begin, later in pairwise([*begins, most + 2 * beside])]
    most_lines = int(layout.top // line_height(layout))
    texts = []
    for begin, room, flag in zip(begins, rooms, plot.flags, strict=True):
        lines = _title_lines(flag, room, layout.text, most_lines)
        first = _DISC + 5 if len(lines) == 1 else layout.text - 2
        texts += [
            _text("change", begin, first + i * line_height(layout), line) for i, line in enumerate(lines)
        ]
    return "".join(texts)


def ring(layout: ChartLayout, plot: Plot) -> str:
    """A ring around one visit; on the axis where nothing was collected."""
    if plot.ringed is None:
        return ""
    values = (dot.y for dot in plot.dots if dot.x == plot.ringed and dot.y is not None)
    at = across(layout, plot, plot.ringed), down(layout, plot, next(values, plot.frame.y_from))
    return f'<path class="rc-visit" d="{ring_path(*at, _RING)}"/>'


def stair(layout: ChartLayout, plot: Plot, following: Plot | None) -> str:
    """In a staircase, the line at a class's own start, which leads at the foot to the next one's."""
    if plot.start is None:
        return ""
    foot = layout.height if following else layout.height - layout.bottom
    path = f"M{moves(across(layout, plot, plot.start), layout.top - pole(layout))}V{format_coordinate(foot)}"
    if following and following.start is not None:
        path += f"H{format_coordinate(across(layout, following, following.start))}"
    return f'<path class="rc-step" d="{path}"/>'


def ends(layout: ChartLayout, plot: Plot) -> str:
    """The medians' names at the right end of their lines, pushed apart where they would meet, and above
    them which way is better, where that is down."""
    levels = sorted((level for level in plot.levels if level.label), key=lambda level: -level.y)
    blocks = [(level, _end_lines(layout, level.label)) for level in levels]
    return _direction(layout, plot) + "".join(
        _block(f"m-{level.kind}", layout, lines, first)
        for (level, lines), first in zip(blocks, _end_places(layout, plot, blocks), strict=True)
    )


def apart(spots: Sequence[float], least: Sequence[float], low: float, high: float) -> list[float]:
    """Ascending spots moved as little as need be, so that each is `least` or more after the one before
    it (one number fewer than spots) and none is below `low` or, as far as there is room, above `high`.

    The least squares of the moves: spots less their least distances may not fall, and where they do, each
    group takes the mean of what its members wished (pool adjacent violators).
    """
    if not spots:
        return []
    offsets = list(accumulate(least, initial=0.0))
    groups: list[tuple[float, int]] = []  # (mean wish, how many)
    for spot, offset in zip(spots, offsets, strict=True):
        wish, size = spot - offset, 1
        while groups and groups[-1][0] > wish:
            mean, count = groups.pop()
            wish, size = (mean * count + wish * size) / (count + size), count + size
        groups.append((wish, size))
    top = max(high - offsets[-1], low)
    placed = [min(max(wish, low), top) for wish, size in groups for _ in range(size)]
    return [spot + offset for spot, offset in zip(placed, offsets, strict=True)]


def _direction(layout: ChartLayout, plot: Plot) -> str:
    lines = _direction_lines(layout, plot)
    return _block("direction", layout, lines, layout.text - 2)


def _named_ticks(
    layout: ChartLayout, ticks: Sequence[tuple[float, tuple[float, str]]]
) -> Sequence[tuple[float, tuple[float, str]]]:
    """As many (place, tick) at equal steps as have room for their names."""
    for every in range(1, len(ticks)):
        kept = ticks[::every]
        if all(
            later - earlier > (text_width(left, layout.text) + text_width(right, layout.text)) / 2 + 3
            for (earlier, (_, left)), (later, (_, right)) in pairwise(kept)
        ):
            return kept
    return ticks[:1]


def _flag_spots(layout: ChartLayout, plot: Plot) -> list[float]:
    right = layout.width - layout.right + _DISC
    least = [2 * _DISC + 1] * max(len(plot.flags) - 1, 0)
    return apart([across(layout, plot, flag.x) for flag in plot.flags], least, _DISC + 0.5, right)


def _title_lines(flag: Flag, room: float, size: float, most_lines: int) -> list[str]:
    """The lines of a change's name, none where there is no room."""
    if not flag.title or text_width(flag.title, size) <= room:
        return [flag.title] if flag.title else []
    lines = fold(flag.title, room, size) if most_lines > 1 else []
    if 0 < len(lines) <= most_lines:
        return lines
    return [cut(flag.title, room, size)] if room >= _LEAST_TITLE else []


def _direction_lines(layout: ChartLayout, plot: Plot) -> list[str]:
    return _end_lines(layout, f"{plot.direction} ↓") if plot.direction else []


def _end_lines(layout: ChartLayout, label: str) -> list[str]:
    room = layout.right - _BESIDE
    return fold(label, room, layout.text) or label.split(" ")


def _end_places(
    layout: ChartLayout, plot: Plot, blocks: Sequence[tuple[Level, Sequence[str]]]
) -> list[float]:
    """Where the first line of each block stands."""
    line = line_height(layout)
    above = len(_direction_lines(layout, plot)) * line
    low = max(layout.top + 4.0, layout.text - 2 + above)
    last_lines = len(blocks[-1][1]) - 1 if blocks else 0
    high = layout.height - layout.bottom + 4.0 - last_lines * line
    wishes = [down(layout, plot, level.y) + 4.5 - (len(lines) - 1) * line / 2 for level, lines in blocks]
    return apart(wishes, [len(lines) * line for _, lines in blocks[:-1]], low, high)


def _block(name: str, layout: ChartLayout, lines: Iterable[str], first: float) -> str:
    x = layout.width - layout.right + _BESIDE + 1
    return "".join(_text(name, x, first + i * line_height(layout), line) for i, line in enumerate(lines))


def _text(name: str, x: float, y: float, label: str) -> str:
    place = f'x="{format_coordinate(x)}" y="{format_coordinate(y)}"'
    return f'<text class="rc-{name}" {place}>{escape(label)}</text>'
