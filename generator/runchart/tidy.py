"""The renderer's SVG -> a few short paths.

Vega writes a group, a transform, colours and ARIA noise for every mark: 9 KB a chart, and ten
thousand teachers must fit on one site.  Here each named layer becomes one path with a class; the
style sheet says what it looks like, so that dark mode, forced colours and print work.
"""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, fromstring

_SVG = "{http://www.w3.org/2000/svg}"
_TRANSLATE = re.compile(r"translate\((-?[\d.e-]+),\s*(-?[\d.e-]+)\)")
_PAIR = re.compile(r"([ML])(-?[\d.e-]+),(-?[\d.e-]+)")
_RECT = re.compile(r"M(-?[\d.e-]+),(-?[\d.e-]+)h(-?[\d.e-]+)v(-?[\d.e-]+)")


def layers_of(svg: str, left: float, top: float) -> dict[str, str]:
    """Layer name -> path data of all its marks, moved by (left, top); empty layers are not there."""
    found: dict[str, str] = {}
    for group in fromstring(svg).iter(f"{_SVG}g"):
        name = group.get("class", "").rpartition(" ")[2]
        if not name.endswith("_marks") or len(group) == 0:
            continue
        layer = name.removesuffix("_marks")
        draw = _SHAPES[layer]
        found[layer] = "".join(draw(mark, left, top) for mark in group)
    return {layer: path for layer, path in found.items() if path}


def number(value: float) -> str:
    """At most one decimal, and no more characters than it needs."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _at(mark: Element, left: float, top: float) -> tuple[float, float]:
    found = _TRANSLATE.search(mark.get("transform", "translate(0,0)"))
    assert found, "the renderer places every mark by a translation"
    return float(found[1]) + left, float(found[2]) + top


def _rule(mark: Element, left: float, top: float) -> str:
    x, y = _at(mark, left, top)
    dx, dy = float(mark.get("x2", "0")), float(mark.get("y2", "0"))
    start = f"M{number(x)} {number(y)}"
    return start + (f"v{number(dy)}" if dy else f"h{number(dx)}")


def _rect(mark: Element, left: float, top: float) -> str:
    found = _RECT.match(mark.get("d", ""))
    assert found, "the renderer draws a rectangle as one path"
    x, y, width, height = map(float, found.groups())
    return f"M{number(x + left)} {number(y + top)}h{number(width)}v{number(height)}h{number(-width)}z"


def _line(mark: Element, left: float, top: float) -> str:
    """The line through the points, as moves and relative steps; a lone point between gaps has none."""
    path, here, moved = [], (0.0, 0.0), ""
    for step, x_text, y_text in _PAIR.findall(mark.get("d", "")):
        x = round(float(x_text) + left, 1)
        y = round(float(y_text) + top, 1)
        if step == "M":
            moved = f"M{number(x)} {number(y)}"
        else:
            path.append(moved + ("l" if moved else " ") + _pair(x - here[0], y - here[1]))
            moved = ""
        here = (x, y)
    return "".join(path)


def _pair(dx: float, dy: float) -> str:
    second = number(dy)
    return number(dx) + ("" if second.startswith("-") else " ") + second


def _spot(mark: Element, left: float, top: float) -> str:
    """A point of no length: the round cap of its stroke is the dot."""
    x, y = _at(mark, left, top)
    return f"M{number(x)} {number(y)}h0"


def _up(mark: Element, left: float, top: float) -> str:
    x, y = _at(mark, left, top)
    return f"M{number(x)} {number(y - 4.6)}l4.3 7.6h-8.6z"


def _down(mark: Element, left: float, top: float) -> str:
    x, y = _at(mark, left, top)
    return f"M{number(x)} {number(y + 4.6)}l4.3-7.6h-8.6z"


def _ring(mark: Element, left: float, top: float) -> str:
    x, y = _at(mark, left, top)
    return f"M{number(x - 7)} {number(y)}a7 7 0 1 0 14 0a7 7 0 1 0-14 0"


def _gap(mark: Element, left: float, top: float) -> str:
    x, y = _at(mark, left, top)
    return f"M{number(x)} {number(y - 3)}v6"


_SHAPES: Mapping[str, Callable[[Element, float, float], str]] = {
    "band": _rect,
    "grid": _rule,
    "frozen": _rule,
    "carried": _rule,
    "after": _rule,
    "flag": _rule,
    "line": _line,
    "plain": _spot,
    "good": _up,
    "wrong": _down,
    "ring": _ring,
    "gap": _gap,
}
