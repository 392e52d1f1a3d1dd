"""Plots -> SVG for pages, and standalone pictures with colours of their own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from importlib.metadata import version
from importlib.resources import files
from typing import Protocol

from generator.memoize import Memoizer, digest
from generator.runchart import chart_labels as labels
from generator.runchart.chart_spec import (
    KINDS,
    LAYERS,
    PICTURE,
    SIDE,
    SPAN,
    SPARKLINE,
    STAIRCASE,
    ChartLayout,
    ChartRow,
    fill_spec,
)
from generator.runchart.plot import Dot, Plot
from generator.runchart.standalone_picture import standalone_page, standalone_svg
from generator.runchart.svg_paths import Marks, Transform, format_coordinate, layer_marks, split_by_chart

Layers = Mapping[str, str]  # layer -> path data

_ON_A_SPARKLINE = ("carried", "line", "alone", "good", "wrong")
_MOST_AT_ONCE = 24  # charts in one rendering
_MOST_KNOWN = 200  # plots whose rendering a pencil keeps
_MANY = 45  # dots, from which on they are drawn smaller
_SMALLER, _TINY = 0.7, 0.55
_LAST_FOOT = 14  # what the last panel of a staircase has more, for its months
_SOURCES = (
    "plot.py",
    "chart_spec.py",
    "chart_renderer.py",
    "chart_labels.py",
    "standalone_picture.py",
    "svg_paths.py",
)


class ChartRenderer(Protocol):
    """How pictures are asked for; whoever remembers earlier ones may answer in the place of `draw`."""

    def __call__(self, kind: str, plots: Sequence[Plot]) -> list[str]: ...


def cached_renderer(memoize: Memoizer) -> ChartRenderer:
    """A pencil, but for pictures that are known already."""
    pencil = SvgRenderer()

    def drawn(kind: str, plots: Sequence[Plot]) -> list[str]:
        if kind == PICTURE.name:  # made into something else, which is remembered
            return pencil(kind, plots)
        return memoize(digest("draw", kind, repr(plots)), lambda: pencil(kind, plots), list[str])

    return drawn


@dataclass(frozen=True, slots=True)
class _Rendering:
    """Several charts drawn at once: their marks, and whose they are."""

    marks: Marks
    owners: Mapping[str, Sequence[int]]


class SvgRenderer:
    """Draws plots.  Each is rendered once, whatever kinds of pictures are made of it."""

    def __init__(self) -> None:
        self._rendered: dict[Plot, tuple[_Rendering, int]] = {}

    def __call__(self, kind: str, plots: Sequence[Plot]) -> list[str]:
        """Each plot as inline SVG of one kind: `runchart`, `staircase` (one panel a class, in the order
        given; each but the last leads to the next one's start), `sparkline`; or as an SVG file's text
        with a headline and colours of its own: `picture`.

        Colours of inline SVG come from the page's style sheet, through classes that begin with `rc-`.
        Ids come from what is drawn, so that they are unique on a page and the same in every build.
        """
        shape = KINDS[kind]
        marks = self._marks(shape, plots)
        if shape is SPARKLINE:
            return [_sparkline(one) for one in marks]
        names = _names(kind, plots)
        if shape is STAIRCASE:
            following = [*plots[1:], None]
            return [_panel(*one) for one in zip(names, plots, marks, following, strict=True)]
        if shape is PICTURE:
            return [
                standalone_svg(
                    name, plot.title, plot.description, _size(plot), _body(shape, plot, own, named=True)
                )
                for name, plot, own in zip(names, plots, marks, strict=True)
            ]
        return [
            _accessible(name, shape, plot, _body(shape, plot, own), shape.height)
            for name, plot, own in zip(names, plots, marks, strict=True)
        ]

    def figures(self, plots: Sequence[Plot]) -> list[str]:
        """Each plot as inline SVG of the size of a `picture`, for a page of its own."""
        marks = self._marks(PICTURE, plots)
        return [
            _accessible(name, PICTURE, plot, _body(PICTURE, plot, own, named=True), PICTURE.height)
            for name, plot, own in zip(_names(PICTURE.name, plots), plots, marks, strict=True)
        ]

    def _marks(self, kind: ChartLayout, plots: Sequence[Plot]) -> list[Layers]:
        """The marks of each plot as a kind has them."""
        missing = list(dict.fromkeys(plot for plot in plots if plot not in self._rendered))
        if len(self._rendered) > _MOST_KNOWN:
            self._rendered = {plot: self._rendered[plot] for plot in plots if plot in self._rendered}
        for begin in range(0, len(missing), _MOST_AT_ONCE):
            batch = missing[begin : begin + _MOST_AT_ONCE]
            rendering = _render(batch)
            self._rendered |= {plot: (rendering, i) for i, plot in enumerate(batch)}
        by_rendering: dict[int, list[Plot]] = defaultdict(list)
        for plot in dict.fromkeys(plots):
            by_rendering[id(self._rendered[plot][0])].append(plot)
        layers: dict[Plot, Layers] = {}
        for together in by_rendering.values():
            layers |= self._split(kind, together)
        return [layers[plot] for plot in plots]

    def _split(self, kind: ChartLayout, plots: Sequence[Plot]) -> dict[Plot, Layers]:
        """The marks of plots that were rendered together."""
        rendering, _ = self._rendered[plots[0]]
        places = {plot: self._rendered[plot][1] for plot in plots}
        transforms = {place: _transform(kind, plot, place) for plot, place in places.items()}
        by_place = split_by_chart(rendering.marks, rendering.owners, transforms)
        return {plot: by_place[place] for plot, place in places.items()}


def draw_charts(kind: str, plots: Sequence[Plot]) -> list[str]:
    """Each plot as a picture of one kind, by a pencil that is used once."""
    return SvgRenderer()(kind, plots)


def draw_picture(plot: Plot, form: str, scale: float = 2) -> bytes:
    """A standalone picture with a headline and its own colours: `svg`, `png` (524 px wide,
    times `scale`) or `html`."""
    if form == "html":
        return draw_page([plot])
    (svg,) = draw_charts(PICTURE.name, [plot])
    if form == "svg":
        return f'<?xml version="1.0" encoding="utf-8"?>\n{svg}\n'.encode()
    return png_of(svg, scale)


def png_of(svg: str, scale: float) -> bytes:
    """An SVG file as a PNG."""
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=scale))


def draw_page(plots: Sequence[Plot], *, language: str = "en", heading: str = "Run charts") -> bytes:
    """All plots on one self-contained HTML page, without a script; `heading` is what several are called."""
    figures = [
        (plot.title, plot.description, svg)
        for plot, svg in zip(plots, SvgRenderer().figures(plots), strict=True)
    ]
    return standalone_page(figures, language, heading).encode()


def compiled_versions() -> str:
    """What a drawing depends on besides its plot, for whoever remembers drawings: the renderer's
    versions, and a digest of these rooms' own sources."""
    digest = blake2b(digest_size=8)
    for source in _SOURCES:
        digest.update(files("generator.runchart").joinpath(source).read_bytes())
    renderer = f"altair {version('altair')}, vl-convert {version('vl-convert-python')}"
    return f"{renderer}, drawing {digest.hexdigest()}"


def _body(kind: ChartLayout, plot: Plot, marks: Layers, *, named: bool = False) -> str:
    return (
        _paths(marks)
        + labels.scale(kind, plot)
        + labels.flags(kind, plot)
        + labels.medians(kind, plot, named=named)
        + labels.foot(kind, plot)
    )


def _sparkline(marks: Layers) -> str:
    shown = {layer: marks[layer] for layer in _ON_A_SPARKLINE if layer in marks}
    box = f"0 0 {SPARKLINE.width} {SPARKLINE.height}"
    return f'<svg class="rc rc-spark" viewBox="{box}" aria-hidden="true">{_paths(shown)}</svg>'


def _panel(name: str, plot: Plot, marks: Layers, following: Plot | None) -> str:
    """One class of a staircase: the dashed line at its own start steps at the foot to the next
    one's.  Later changes are left to the class's own chart."""
    kind = STAIRCASE
    body = _paths({layer: path for layer, path in marks.items() if layer != "flag"})
    if plot.start is not None:
        foot = kind.height if following else kind.height - kind.bottom
        step = f"M{format_coordinate(labels.across(kind, plot, plot.start))} 4V{foot}"
        if following and following.start is not None:
            step += f"H{format_coordinate(labels.across(kind, following, following.start))}"
        body += f'<path class="rc-step" d="{step}"/>'
    body += labels.medians(kind, plot) + f'<text class="rc-name" x="0" y="14">{escape(plot.name)}</text>'
    if following:
        return _accessible(name, kind, plot, body, kind.height)
    return _accessible(name, kind, plot, body + labels.foot(kind, plot), kind.height + _LAST_FOOT)


def _accessible(name: str, kind: ChartLayout, plot: Plot, body: str, height: float) -> str:
    return (
        f'<svg class="rc{_size(plot)}" id="{name}" '
        f'viewBox="0 0 {kind.width} {format_coordinate(height)}" role="img" '
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


def _paths(marks: Layers) -> str:
    merged = dict(marks)
    if alone := merged.pop("alone", ""):
        merged["plain"] = merged.get("plain", "") + alone
    return "".join(f'<path class="rc-{layer}" d="{merged[layer]}"/>' for layer in LAYERS if layer in merged)


def _render(plots: Sequence[Plot]) -> _Rendering:
    """All marks of some plots, by the compiled chart, in one rendering."""
    import vl_convert

    rows: dict[str, list[ChartRow]] = {layer: [] for layer in LAYERS}
    owners: dict[str, list[int]] = {layer: [] for layer in LAYERS}
    for i, plot in enumerate(plots):
        for layer, row in _rows(plot, i, len(plots) - 1 - i):
            rows[layer].append(row)
            owners[layer].append(i)
    owners["line"] = list(dict.fromkeys(owners["line"]))
    svg = vl_convert.vega_to_svg(fill_spec(rows, len(plots)), allowed_base_urls=[])
    return _Rendering(layer_marks(svg, LAYERS), owners)


def _transform(kind: ChartLayout, plot: Plot, place: int) -> Transform:
    """For the chart at a place (from above) of a rendering."""
    return Transform(
        left=kind.left,
        top=kind.top - place * kind.plot_height,
        size=_mark_size(kind, plot),
        across=kind.plot_width / SIDE,
        down=kind.plot_height / SIDE,
        pole=labels.pole(kind),
    )


def _rows(plot: Plot, chart: int, floor: int) -> Iterable[tuple[str, ChartRow]]:
    """(layer, row) of all that a plot shows, `floor` heights above the foot of the lowest chart."""
    frame = plot.frame

    def x(value: float) -> float:
        return SPAN * (value - frame.x_from) / (frame.x_to - frame.x_from)

    def y(value: float) -> float:
        return floor + (value - frame.y_from) / (frame.y_to - frame.y_from)

    for begin, end in plot.bands:
        yield "band", {"x": x(begin), "x2": x(end), "y": floor, "y2": floor + 1}
    for value, _ in plot.grid:
        yield "grid", {"y": y(value)}
    for level in plot.levels:
        yield level.kind, {"x": x(level.x_from), "x2": x(level.x_to), "y": y(level.y)}
    for at, _ in plot.flags:
        yield "flag", {"x": x(at), "y": floor, "y2": floor + 1}
    if any(dot.y is not None for dot in plot.dots):
        for dot in plot.dots:
            yield "line", {"x": x(dot.x), "y": None if dot.y is None else y(dot.y), "chart": chart}
    for i, dot in enumerate(plot.dots):
        if dot.y is None:
            yield "gap", {"x": x(dot.x), "y": floor}
            continue
        row: ChartRow = {"x": x(dot.x), "y": y(dot.y)}
        yield dot.signal or ("alone" if _stands_alone(plot.dots, i) else "plain"), row
        if dot.unusual:
            yield "ring", row


def _stands_alone(dots: Sequence[Dot], i: int) -> bool:
    """The latest, or one that no line reaches."""
    before, after = dots[i - 1 : i] if i else (), dots[i + 1 : i + 2]
    return not after or all(dot.y is None for dot in (*before, *after))


def _mark_size(kind: ChartLayout, plot: Plot) -> float:
    if kind is SPARKLINE:
        return _TINY
    return _SMALLER if len(plot.dots) > _MANY else 1.0
