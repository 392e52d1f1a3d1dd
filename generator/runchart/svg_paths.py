"""The renderer's SVG -> a few short paths a chart.

Vega writes a group, a transform, colours and ARIA noise for every mark: 6 KB a chart, and ten
thousand teachers must fit on one site.  Here each named layer of a chart becomes one path with a
class; the style sheet says what it looks like, so that dark mode, forced colours and print work.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from xml.etree.ElementTree import Element, fromstring

from msgspec import Struct

from generator.runchart.chart_spec import Layer

AnyLayer = TypeVar("AnyLayer", bound=StrEnum)

_SVG = "{http://www.w3.org/2000/svg}"
_MARKS = "_marks"  # how the renderer ends the class of the group of a layer's marks
_TRANSLATE = re.compile(r"translate\((-?[\d.e-]+),\s*(-?[\d.e-]+)\)")
_PAIR = re.compile(r"([ML])(-?[\d.e-]+),(-?[\d.e-]+)")
_RECT = re.compile(r"M(-?[\d.e-]+),(-?[\d.e-]+)h(-?[\d.e-]+)v(-?[\d.e-]+)")


class Transform(Struct, frozen=True):
    """Where a chart's marks go in its picture's units, how many of those a unit of the rendering is
    across and down, how large its points are (1: full), how far a change's line rises above, and whether
    down is better."""

    left: float
    top: float
    size: float = 1.0
    across: float = 1.0
    down: float = 1.0
    pole: float = 0.0
    down_is_better: bool = False


Marks = Mapping[Layer, Sequence[Element]]  # layer -> its marks, in the order of its rows


def layer_marks(svg: str, layers: type[AnyLayer]) -> dict[AnyLayer, list[Element]]:
    """The marks of a rendering by layer, each in the order of its rows."""
    marks: dict[AnyLayer, list[Element]] = {layer: [] for layer in layers}
    groups = {f"{layer}{_MARKS}": layer for layer in layers}
    for group in fromstring(svg).iter(f"{_SVG}g"):
        name = group.get("class", "").rpartition(" ")[2]
        if name in groups:
            marks[groups[name]].extend(group)
    return marks


def split_by_chart(
    marks: Marks, owners: Mapping[Layer, Sequence[int]], transforms: Mapping[int, Transform]
) -> dict[int, dict[Layer, str]]:
    """For each chart that has a transform, layer -> path data of its marks; empty layers are absent.

    `owners` says of each layer's marks, in the order of its rows (of `line`, a mark a chart), which
    chart they belong to.
    """
    paths: dict[int, dict[Layer, str]] = {owner: {} for owner in transforms}
    for layer, of_layer in marks.items():
        shape = _SHAPES[layer]
        for mark, owner in zip(of_layer, owners.get(layer, ()), strict=True):
            path = shape(mark, transforms[owner]) if owner in transforms else ""
            if path:
                paths[owner][layer] = paths[owner].get(layer, "") + path
    return paths


def format_coordinate(value: float) -> str:
    """At most one decimal, and no more characters than it needs.

    Noise far behind the decimal point must not decide how a half is rounded: a chart has the same
    bytes whichever charts it was drawn with.
    """
    text = f"{round(value, 4):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def moves(*steps: float) -> str:
    """Numbers side by side, with a blank only where two would run together."""
    texts = [format_coordinate(step) for step in steps]
    return texts[0] + "".join(text if text.startswith("-") else f" {text}" for text in texts[1:])


def place_of(mark: Element, transform: Transform) -> tuple[float, float]:
    """A mark's place; without a transform it stands at the origin."""
    match = _TRANSLATE.search(mark.get("transform", "translate(0,0)"))
    assert match, "the renderer places every mark by a translation"
    return float(match[1]) * transform.across + transform.left, float(
        match[2]
    ) * transform.down + transform.top


def rule_path(mark: Element, transform: Transform) -> str:
    """A level line, from left to right."""
    x, y = place_of(mark, transform)
    return f"M{moves(x, y)}h{format_coordinate(float(mark.get('x2', '0')) * transform.across)}"


def flag_path(mark: Element, transform: Transform) -> str:
    """From the foot up, and above the plot as far as the transform says."""
    x, y = place_of(mark, transform)
    return f"M{moves(x, y)}v{format_coordinate(float(mark.get('y2', '0')) * transform.down - transform.pole)}"


def _rect(mark: Element, transform: Transform) -> str:
    match = _RECT.match(mark.get("d", ""))
    assert match, "the renderer draws a rectangle as one path"
    x, y, width, height = map(float, match.groups())
    wide, high = width * transform.across, height * transform.down
    corner = moves(x * transform.across + transform.left, y * transform.down + transform.top)
    return f"M{corner}h{format_coordinate(wide)}v{format_coordinate(high)}h{format_coordinate(-wide)}z"


def line_path(mark: Element, transform: Transform) -> str:
    """The line through the points, as moves and relative steps; a lone point between gaps has none."""
    path, here, moved = [], (0.0, 0.0), ""
    for step, x_text, y_text in _PAIR.findall(mark.get("d", "")):
        x = round(float(x_text) * transform.across + transform.left, 1)
        y = round(float(y_text) * transform.down + transform.top, 1)
        if step == "M":
            moved = f"M{moves(x, y)}"
        else:
            delta = moves(x - here[0], y - here[1])
            path.append(f"{moved}l{delta}" if moved else delta if delta.startswith("-") else f" {delta}")
            moved = ""
        here = (x, y)
    return "".join(path)


def _spot(mark: Element, transform: Transform) -> str:
    """A point of no length: the round cap of its stroke is the dot."""
    return f"M{moves(*place_of(mark, transform))}h0"


def _good(mark: Element, transform: Transform) -> str:
    """A triangle that points to the good side."""
    return _triangle(mark, transform, 1 if transform.down_is_better else -1)


def _wrong(mark: Element, transform: Transform) -> str:
    """A triangle that points away from it."""
    return _triangle(mark, transform, -1 if transform.down_is_better else 1)


def _triangle(mark: Element, transform: Transform, direction: int) -> str:
    """A triangle that points up (-1) or down (1), its centre of mass on the value."""
    x, y = place_of(mark, transform)
    tip, rise, half = (transform.size * part for part in (5, 7.6, 4.3))
    side = moves(half, -direction * rise)
    return f"M{moves(x, y + direction * tip)}l{side}h{format_coordinate(-2 * half)}z"


def _ring(mark: Element, transform: Transform) -> str:
    return ring_path(*place_of(mark, transform), 7)


def ring_path(x: float, y: float, radius: float) -> str:
    """A circle."""
    r, across = format_coordinate(radius), format_coordinate(2 * radius)
    return f"M{moves(x - radius, y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0"


def _gap(mark: Element, transform: Transform) -> str:
    """A tick on the axis with no point above it; unlike those of months it rises."""
    x, y = place_of(mark, transform)
    return f"M{moves(x, y + 2 * transform.size)}v{format_coordinate(-9 * transform.size)}"


_SHAPES: Mapping[Layer, Callable[[Element, Transform], str]] = {
    Layer.SUSTAINED: _rect,
    Layer.BEGUN: _rect,
    Layer.LOST: _rect,
    Layer.GRID: rule_path,
    Layer.FROZEN: rule_path,
    Layer.CARRIED: rule_path,
    Layer.AFTER: rule_path,
    Layer.LASTED: rule_path,
    Layer.WARNED: rule_path,
    Layer.SINCE: rule_path,
    Layer.FLAG: flag_path,
    Layer.LINE: line_path,
    Layer.PLAIN: _spot,
    Layer.ALONE: _spot,
    Layer.GOOD: _good,
    Layer.WRONG: _wrong,
    Layer.RING: _ring,
    Layer.GAP: _gap,
}
