"""Plots -> SVG for pages, and standalone pictures with colours of their own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from html import escape
from importlib.metadata import version
from importlib.resources import files
from typing import Protocol

from generator.memory import Remember, digest
from generator.runchart import labels
from generator.runchart.plot import Dot, Plot
from generator.runchart.spec import KINDS, LAYERS, PICTURE, SPARKLINE, STAIRCASE, Kind, Row, filled
from generator.runchart.standalone import page_of, standing
from generator.runchart.tidy import Pen, number, taken_apart

Marks = dict[str, str]  # layer -> path data

_MILLISECONDS = 86_400_000
_EPOCH = 719_163  # 1970-01-01 as date.toordinal() counts
_MOST_AT_ONCE = 24  # charts in one rendering
_MANY = 45  # dots, from which on they are drawn smaller
_SMALLER, _TINY = 0.7, 0.55
_LAST_FOOT = 14  # what the last panel of a staircase has more, for its months
_SOURCES = ("plot.py", "spec.py", "draw.py", "labels.py", "standalone.py", "tidy.py")


class Draw(Protocol):
    """How pictures are asked for; whoever remembers earlier ones may answer in the place of `draw`."""

    def __call__(self, kind: str, plots: Sequence[Plot]) -> list[str]: ...


def remembered(remember: Remember) -> Draw:
    """`draw`, but for pictures that are known already."""

    def drawn(kind: str, plots: Sequence[Plot]) -> list[str]:
        return remember(digest("draw", kind, repr(plots)), lambda: draw(kind, plots), list[str])

    return drawn


def draw(kind: str, plots: Sequence[Plot]) -> list[str]:
    """Each plot as inline SVG of one kind: `runchart`, `staircase` (one panel a class, in the order
    given; each but the last leads to the next one's start) or `sparkline`.

    Colours come from the page's style sheet, through classes that begin with `rc-`.  Ids come from
    what is drawn, so that they are unique on a page and the same in every build.
    """
    shape = KINDS[kind]
    marks = _marks(shape, plots)
    if shape is SPARKLINE:
        return [_sparkline(one) for one in marks]
    names = _names(kind, plots)
    if shape is STAIRCASE:
        following = [*plots[1:], None]
        return [_panel(*one) for one in zip(names, plots, marks, following, strict=True)]
    return [
        _accessible(name, shape, plot, _body(shape, plot, own), shape.height)
        for name, plot, own in zip(names, plots, marks, strict=True)
    ]


def picture(plot: Plot, form: str, scale: float = 2) -> bytes:
    """A standalone picture with a headline and its own colours: `svg`, `png` (524 px wide,
    times `scale`) or `html`."""
    if form == "html":
        return page([plot])
    body = _body(PICTURE, plot, _marks(PICTURE, [plot])[0], named=True)
    name = _names(PICTURE.name, [plot])[0]
    svg = standing(name, plot.title, plot.description, _size(plot), body)
    if form == "svg":
        return f'<?xml version="1.0" encoding="utf-8"?>\n{svg}\n'.encode()
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=scale))


def page(plots: Sequence[Plot], *, language: str = "en", heading: str = "Run charts") -> bytes:
    """All plots on one self-contained HTML page, without a script; `heading` is what several are called."""
    figures = [
        (
            plot.title,
            plot.description,
            _accessible(name, PICTURE, plot, _body(PICTURE, plot, own, named=True), PICTURE.height),
        )
        for name, plot, own in zip(_names(PICTURE.name, plots), plots, _marks(PICTURE, plots), strict=True)
    ]
    return page_of(figures, language, heading).encode()


def compiled_versions() -> str:
    """What a drawing depends on besides its plot, for whoever remembers drawings: the renderer's
    versions, and a digest of these rooms' own sources."""
    digest = blake2b(digest_size=8)
    for source in _SOURCES:
        digest.update(files("generator.runchart").joinpath(source).read_bytes())
    renderer = f"altair {version('altair')}, vl-convert {version('vl-convert-python')}"
    return f"{renderer}, drawing {digest.hexdigest()}"


def _body(kind: Kind, plot: Plot, marks: Marks, *, named: bool = False) -> str:
    return (
        _paths(marks)
        + labels.scale(kind, plot)
        + labels.flags(kind, plot)
        + labels.medians(kind, plot, named=named)
        + labels.foot(kind, plot)
    )


def _sparkline(marks: Marks) -> str:
    shown: Marks = {
        layer: marks[layer] for layer in ("carried", "line", "plain", "good", "wrong") if layer in marks
    }
    box = f"0 0 {SPARKLINE.width} {SPARKLINE.height}"
    return f'<svg class="rc rc-spark" viewBox="{box}" aria-hidden="true">{_paths(shown)}</svg>'


def _panel(name: str, plot: Plot, marks: Marks, following: Plot | None) -> str:
    """One class of a staircase: the dashed line at its own start steps at the foot to the next
    one's.  Later changes are left to the class's own chart."""
    kind = STAIRCASE
    body = _paths({layer: path for layer, path in marks.items() if layer != "flag"})
    if plot.start is not None:
        foot = kind.height if following else kind.height - kind.bottom
        step = f"M{number(labels.across(kind, plot, plot.start))} 4V{foot}"
        if following and following.start is not None:
            step += f"H{number(labels.across(kind, following, following.start))}"
        body += f'<path class="rc-step" d="{step}"/>'
    body += labels.medians(kind, plot) + f'<text class="rc-name" x="0" y="14">{escape(plot.name)}</text>'
    if following:
        return _accessible(name, kind, plot, body, kind.height)
    return _accessible(name, kind, plot, body + labels.foot(kind, plot), kind.height + _LAST_FOOT)


def _accessible(name: str, kind: Kind, plot: Plot, body: str, height: float) -> str:
    return (
        f'<svg class="rc{_size(plot)}" id="{name}" viewBox="0 0 {kind.width} {number(height)}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(plot.title)}</title>'
        f'<desc id="{name}-d">{escape(plot.description)}</desc>{body}</svg>'
    )


def _size(plot: Plot) -> str:
    return " rc-fine" if len(plot.dots) > _MANY else ""


def _names(kind: str, plots: Sequence[Plot]) -> list[str]:
    """An id a plot, a digest of all that is drawn; of twins the later ones are numbered."""
    names, seen = [], Counter[str]()
    for plot in plots:
        name = f"rc-{blake2b(f'{kind} {plot}'.encode(), digest_size=4).hexdigest()}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _paths(marks: Mapping[str, str]) -> str:
    return "".join(f'<path class="rc-{layer}" d="{marks[layer]}"/>' for layer in LAYERS if layer in marks)


def _marks(kind: Kind, plots: Sequence[Plot]) -> list[Marks]:
    """The marks of each plot, those that share a time axis drawn in one rendering."""
    axes: dict[tuple[float, float], list[int]] = {}
    for i, plot in enumerate(plots):
        axes.setdefault((plot.frame.x_from, plot.frame.x_to), []).append(i)
    found: dict[int, Marks] = {}
    for own in axes.values():
        for begin in range(0, len(own), _MOST_AT_ONCE):
            batch = own[begin : begin + _MOST_AT_ONCE]
            found |= zip(batch, _rendered(kind, [plots[i] for i in batch]), strict=True)
    return [found[i] for i in range(len(plots))]


def _rendered(kind: Kind, plots: Sequence[Plot]) -> list[Marks]:
    """The marks of plots that share a time axis, by the kind's compiled chart, in one rendering."""
    import vl_convert

    rows: dict[str, list[Row]] = {layer: [] for layer in LAYERS}
    owners: dict[str, list[int]] = {layer: [] for layer in LAYERS}
    for i, plot in enumerate(plots):
        for layer, row in _rows(kind, plot, i, len(plots) - 1 - i):
            rows[layer].append(row)
            owners[layer].append(i)
    owners["line"] = list(dict.fromkeys(owners["line"]))
    frame = plots[0].frame
    spec = filled(kind, rows, (_time(frame.x_from), _time(frame.x_to)), len(plots))
    svg = vl_convert.vega_to_svg(spec, allowed_base_urls=[])
    pens = [
        Pen(kind.left, kind.top - i * kind.plot_height, _mark_size(kind, plot))
        for i, plot in enumerate(plots)
    ]
    return taken_apart(svg, owners, pens)


def _rows(kind: Kind, plot: Plot, chart: int, floor: int) -> Iterable[tuple[str, Row]]:
    """(layer, row) of all that a plot shows, `floor` heights above the foot of the lowest chart."""
    frame = plot.frame

    def y(value: float) -> float:
        return floor + (value - frame.y_from) / (frame.y_to - frame.y_from)

    for begin, end in plot.bands:
        yield "band", {"x": _time(begin), "x2": _time(end), "y": floor, "y2": floor + 1}
    for value, _ in plot.grid:
        yield "grid", {"y": y(value)}
    for level in plot.levels:
        yield level.kind, {"x": _time(level.x_from), "x2": _time(level.x_to), "y": y(level.y)}
    for x, _ in plot.flags:
        yield "flag", {"x": _time(x), "y": floor, "y2": floor + 1 + labels.pole(kind)}
    if any(dot.y is not None for dot in plot.dots):
        for dot in plot.dots:
            yield "line", {"x": _time(dot.x), "y": None if dot.y is None else y(dot.y), "chart": chart}
    for i, dot in enumerate(plot.dots):
        if dot.y is None:
            yield "gap", {"x": _time(dot.x), "y": floor}
            continue
        row: Row = {"x": _time(dot.x), "y": y(dot.y)}
        if dot.signal or kind is not SPARKLINE or _stands_alone(plot.dots, i):
            yield dot.signal or "plain", row
        if dot.unusual:
            yield "ring", row


def _stands_alone(dots: Sequence[Dot], i: int) -> bool:
    """The latest, or one that no line reaches."""
    before, after = dots[i - 1 : i] if i else (), dots[i + 1 : i + 2]
    return not after or all(dot.y is None for dot in (*before, *after))


def _mark_size(kind: Kind, plot: Plot) -> float:
    if kind is SPARKLINE:
        return _TINY
    return _SMALLER if len(plot.dots) > _MANY else 1.0


def _time(x: float) -> float:
    return (x - _EPOCH) * _MILLISECONDS
