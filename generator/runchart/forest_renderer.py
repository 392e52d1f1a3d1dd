"""Forest plots -> SVG for pages, with the colours of the page's style sheet.

Each study has two lines: what it is called with its estimate in figures, and below that its interval.
So a plot is as legible on a phone as on a desk.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from html import escape

from generator.runchart.compiled_chart import SIDE
from generator.runchart.forest_plot import DETAIL, ForestPlot, Interval
from generator.runchart.forest_spec import ForestLayer, ForestMark, fill_forest
from generator.runchart.svg_paths import (
    Transform,
    flag_path,
    format_coordinate,
    layer_marks,
    line_path,
    moves,
    place_of,
    rule_path,
)
from generator.runchart.text_width import cut, text_width

# in CSS pixels at a width of about 320
_WIDTH = 320
_MARGIN = 6
_ROW = 36
_TEXT_LINE = 15  # from a row's top to the foot of its words
_BAND = 18  # to where the scale's lines begin: they do not cross the words
_MARK_LINE = 27  # to the middle of its interval
_DIAMOND = 6  # half its height
_SQUARE = 3.5  # half of an estimate's side
_FOOT = 38
_TEXT = 13  # the height of its words
_GAP = 10  # between a row's name and its figures

ForestMarks = Mapping[ForestLayer, Sequence[ForestMark]]


def draw_forest(plot: ForestPlot) -> str:
    """The plot as inline SVG; its classes begin with `fp-`."""
    import vl_convert

    height = _ROW * (len(plot.rows) + (plot.summary is not None))
    transform = Transform(left=_MARGIN, top=0, across=(_WIDTH - 2 * _MARGIN) / SIDE, down=height / SIDE)
    svg = vl_convert.vega_to_svg(fill_forest(_marks(plot, height)), allowed_base_urls=[])
    paths = _paths(svg, transform)
    name = f"fp-{blake2b(repr(plot).encode(), digest_size=4).hexdigest()}"
    return (
        f'<svg class="rc fp" id="{name}" viewBox="0 0 {_WIDTH} {height + _FOOT}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(plot.title)}</title>'
        f'<desc id="{name}-d">{escape(plot.description)}</desc>'
        f"{paths}{_row_texts(plot)}{_axis(plot, height)}</svg>"
    )


def _marks(plot: ForestPlot, height: float) -> ForestMarks:
    """Everything in the box of 1 by 1."""

    def y(line: float, row: int) -> float:
        return 1 - (row * _ROW + line) / height

    def ends(interval: Interval, row: int) -> ForestMark:
        return {"x": _share(plot, interval.low), "x2": _share(plot, interval.high), "y": y(_MARK_LINE, row)}

    marks: dict[ForestLayer, list[ForestMark]] = {layer: [] for layer in ForestLayer}
    for value, _ in plot.ticks:
        layer = ForestLayer.GRID if value else ForestLayer.ZERO
        marks[layer] += [
            {"x": _share(plot, value), "y": y(_ROW, row), "y2": y(_BAND, row)}
            for row in range(len(plot.rows) + (plot.summary is not None))
        ]
    for row, study in enumerate(plot.rows):
        marks[ForestLayer.INTERVAL].append(ends(study.interval, row))
        marks[ForestLayer.ESTIMATE].append(
            {"x": _share(plot, study.interval.estimate), "y": y(_MARK_LINE, row)}
        )
    if plot.summary:
        last, mean = len(plot.rows), plot.summary.mean
        predicted = Interval(mean.estimate, plot.summary.predicted_low, plot.summary.predicted_high)
        marks[ForestLayer.PREDICTION].append(ends(predicted, last))
        corners = (
            (mean.low, _MARK_LINE),
            (mean.estimate, _MARK_LINE - _DIAMOND),
            (mean.high, _MARK_LINE),
            (mean.estimate, _MARK_LINE + _DIAMOND),
        )
        marks[ForestLayer.DIAMOND] = [
            {"x": _share(plot, value), "y": y(line, last), "corner": corner}
            for corner, (value, line) in enumerate(corners)
        ]
    return marks


def _share(plot: ForestPlot, value: float) -> float:
    """Where a value stands on the axis, from 0 (left) to 1."""
    return (value - plot.x_from) / (plot.x_to - plot.x_from)


def _across(plot: ForestPlot, value: float) -> float:
    return _MARGIN + (_WIDTH - 2 * _MARGIN) * _share(plot, value)


def _paths(svg: str, transform: Transform) -> str:
    """One path a layer, as of a run chart."""
    marks = layer_marks(svg, ForestLayer)
    shapes = {
        ForestLayer.GRID: flag_path,
        ForestLayer.ZERO: flag_path,
        ForestLayer.PREDICTION: rule_path,
        ForestLayer.INTERVAL: rule_path,
    }
    paths = {
        layer: "".join(shape(mark, transform) for mark in marks[layer]) for layer, shape in shapes.items()
    }
    paths[ForestLayer.ESTIMATE] = "".join(
        _square(*place_of(mark, transform)) for mark in marks[ForestLayer.ESTIMATE]
    )
    diamond = "".join(line_path(mark, transform) for mark in marks[ForestLayer.DIAMOND])
    paths[ForestLayer.DIAMOND] = f"{diamond}z" if diamond else ""
    return "".join(f'<path class="fp-{layer}" d="{paths[layer]}"/>' for layer in ForestLayer if paths[layer])


def _square(x: float, y: float) -> str:
    side = format_coordinate(2 * _SQUARE)
    return f"M{moves(x - _SQUARE, y - _SQUARE)}h{side}v{side}h-{side}z"


def _row_texts(plot: ForestPlot) -> str:
    """Above each interval: the study at the left, its estimate at the right."""
    rows = [("fp-name", row.label, row.amount) for row in plot.rows]
    if plot.summary:
        rows.append(("fp-mean", plot.summary.label, plot.summary.amount))
    return "".join(
        _text(name, _MARGIN, row, _cut(label, amount))
        + _text(f"{name} fp-amount", _WIDTH - _MARGIN, row, amount)
        for row, (name, label, amount) in enumerate(rows)
    )


def _text(name: str, x: float, row: int, text: str) -> str:
    return f'<text class="{name}" x="{x}" y="{row * _ROW + _TEXT_LINE}">{escape(text)}</text>'


def _cut(label: str, amount: str) -> str:
    """The label as far as there is room beside the figures: what follows its last dot gives way first."""
    room = _WIDTH - 2 * _MARGIN - _GAP - text_width(amount, _TEXT)
    if text_width(label, _TEXT) > room:
        label = label.rpartition(DETAIL)[0] or label
    return cut(label, room, _TEXT)


def _axis(plot: ForestPlot, height: float) -> str:
    """The scale's numbers, and below them what it measures."""
    texts = [_tick(plot, value, label, height + 14) for value, label in plot.ticks]
    middle = format_coordinate(_WIDTH / 2)
    texts.append(f'<text class="fp-tick" x="{middle}" y="{height + 31}">{escape(plot.axis)}</text>')
    return "".join(texts)


def _tick(plot: ForestPlot, value: float, label: str, y: float) -> str:
    half = text_width(label, _TEXT) / 2
    x = min(max(_across(plot, value), half), _WIDTH - half)
    return (
        f'<text class="fp-tick" x="{format_coordinate(x)}" y="{format_coordinate(y)}">{escape(label)}</text>'
    )
