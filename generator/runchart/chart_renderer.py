"""Plots -> SVG for pages, and standalone pictures with colours of their own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from hashlib import blake2b
from html import escape
from typing import Protocol

from msgspec import Struct

from generator.inert_markup import InertMarkup
from generator.memoize import Memoizer, digest
from generator.runchart import chart_labels as labels
from generator.runchart.chart_spec import (
    PICTURE,
    SPAN,
    SPARKLINE,
    STAIRCASE,
    ChartLayout,
    ChartRow,
    Layer,
    fill_spec,
)
from generator.runchart.compiled_chart import SIDE
from generator.runchart.plot import Dot, Plot
from generator.runchart.standalone_picture import standalone_page, standalone_svg
from generator.runchart.svg_paths import Marks, Transform, format_coordinate, layer_marks, split_by_chart

LayerPaths = Mapping[Layer, str]  # path data of each

_ON_A_SPARKLINE = (Layer.CARRIED, Layer.LINE, Layer.ALONE, Layer.GOOD, Layer.WRONG)
_MOST_AT_ONCE = 24  # charts in one rendering
_MOST_KEPT = 200  # plots whose rendering a renderer keeps
_MANY = 45  # dots, from which on they are drawn smaller
_SMALLER, _TINY = 0.7, 0.55
_LAST_FOOT = 14  # what the last panel of a staircase has more, for its months


class PictureFormat(StrEnum):
    """The formats of a standalone picture, each the suffix of its files."""

    SVG = "svg"
    PNG = "png"
    HTML = "html"


class ChartRenderer(Protocol):
    """Draws plots in one layout, as SVG each; whoever remembers earlier pictures may answer instead."""

    def __call__(self, layout: ChartLayout, plots: Sequence[Plot]) -> list[str]: ...


def cached_renderer(memoize: Memoizer) -> ChartRenderer:
    """A renderer that asks the cache first."""
    renderer = SvgRenderer()

    def draw(layout: ChartLayout, plots: Sequence[Plot]) -> list[str]:
        if layout is PICTURE:  # made into something else, which is remembered
            return renderer(layout, plots)
        key = digest("draw", layout.name, repr(plots))
        return memoize(key, lambda: renderer(layout, plots), list[InertMarkup])

    return draw


class _Rendering(Struct, frozen=True):
    """Several charts drawn at once: their marks, and whose they are."""

    marks: Marks
    owners: Mapping[Layer, Sequence[int]]


class SvgRenderer:
    """Draws plots.  Each is rendered once, whatever kinds of pictures are made of it."""

    def __init__(self) -> None:
        self._rendered: dict[Plot, tuple[_Rendering, int]] = {}

    def __call__(self, layout: ChartLayout, plots: Sequence[Plot]) -> list[str]:
        """Each plot as inline SVG of a layout: RUNCHART, STAIRCASE (one panel a class, in the order
        given; each but the last leads to the next one's start), SPARKLINE; or as an SVG file's text
        with a headline and colours of its own: PICTURE.

        Colours of inline SVG come from the page's style sheet, through classes that begin with `rc-`.
        Ids come from what is drawn, so that they are unique on a page and the same in every build.
        """
        paths = self._paths(layout, plots)
        if layout is SPARKLINE:
            return [_sparkline(plot_paths) for plot_paths in paths]
        names = _names(layout, plots)
        if layout is STAIRCASE:
            following = [*plots[1:], None]
            return [_panel(*panel) for panel in zip(names, plots, paths, following, strict=True)]
        drawn = zip(names, plots, paths, strict=True)
        if layout is PICTURE:
            return [
                standalone_svg(
                    name,
                    plot.title,
                    plot.description,
                    _size(plot),
                    _body(layout, plot, plot_paths, named=True),
                )
                for name, plot, plot_paths in drawn
            ]
        return [
            _accessible(name, layout, plot, _body(layout, plot, plot_paths), layout.height)
            for name, plot, plot_paths in drawn
        ]

    def figures(self, plots: Sequence[Plot]) -> list[str]:
        """Each plot as inline SVG of the size of a `picture`, for a page of its own."""
        paths = self._paths(PICTURE, plots)
        return [
            _accessible(name, PICTURE, plot, _body(PICTURE, plot, plot_paths, named=True), PICTURE.height)
            for name, plot, plot_paths in zip(_names(PICTURE, plots), plots, paths, strict=True)
        ]

    def _paths(self, layout: ChartLayout, plots: Sequence[Plot]) -> list[LayerPaths]:
        """The paths of each plot in a layout."""
        missing = list(dict.fromkeys(plot for plot in plots if plot not in self._rendered))
        if len(self._rendered) > _MOST_KEPT:
            self._rendered = {plot: self._rendered[plot] for plot in plots if plot in self._rendered}
        for begin in range(0, len(missing), _MOST_AT_ONCE):
            batch = missing[begin : begin + _MOST_AT_ONCE]
            rendering = _render(batch)
            self._rendered |= {plot: (rendering, i) for i, plot in enumerate(batch)}
        by_rendering: dict[int, list[Plot]] = defaultdict(list)
        for plot in dict.fromkeys(plots):
            by_rendering[id(self._rendered[plot][0])].append(plot)
        layers: dict[Plot, LayerPaths] = {}
        for together in by_rendering.values():
            layers |= self._split(layout, together)
        return [layers[plot] for plot in plots]

    def _split(self, layout: ChartLayout, plots: Sequence[Plot]) -> dict[Plot, LayerPaths]:
        """The paths of plots that were rendered together."""
        rendering, _ = self._rendered[plots[0]]
        places = {plot: self._rendered[plot][1] for plot in plots}
        transforms = {place: _transform(layout, plot, place) for plot, place in places.items()}
        by_place = split_by_chart(rendering.marks, rendering.owners, transforms)
        return {plot: by_place[place] for plot, place in places.items()}


class UnmarkedRenderer(SvgRenderer):
    """Draws all that can be read of a chart, and no marks: for whoever asks what a page says, not how it
    looks."""

    def _paths(self, layout: ChartLayout, plots: Sequence[Plot]) -> list[LayerPaths]:
        return [{} for _ in plots]


def draw_charts(layout: ChartLayout, plots: Sequence[Plot]) -> list[str]:
    """Each plot as a picture of one layout, by a renderer that is used once."""
    return SvgRenderer()(layout, plots)


def draw_picture(plot: Plot, form: PictureFormat, scale: float = 2) -> bytes:
    """A standalone picture with a headline and its own colours; a PNG is 524 px wide, times `scale`."""
    if form is PictureFormat.HTML:
        return draw_page([plot])
    (svg,) = draw_charts(PICTURE, [plot])
    if form is PictureFormat.SVG:
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


def _body(layout: ChartLayout, plot: Plot, paths: LayerPaths, *, named: bool = False) -> str:
    return (
        _paths(paths)
        + labels.scale(layout, plot)
        + labels.flags(layout, plot)
        + labels.medians(layout, plot, named=named)
        + labels.foot(layout, plot)
    )


def _sparkline(paths: LayerPaths) -> str:
    shown = {layer: paths[layer] for layer in _ON_A_SPARKLINE if layer in paths}
    box = f"0 0 {SPARKLINE.width} {SPARKLINE.height}"
    return f'<svg class="rc rc-spark" viewBox="{box}" aria-hidden="true">{_paths(shown)}</svg>'


def _panel(name: str, plot: Plot, paths: LayerPaths, following: Plot | None) -> str:
    """One class of a staircase: the dashed line at its own start steps at the foot to the next
    one's.  Later changes are left to the class's own chart."""
    layout = STAIRCASE
    body = _paths({layer: path for layer, path in paths.items() if layer is not Layer.FLAG})
    if plot.start is not None:
        foot = layout.height if following else layout.height - layout.bottom
        step = f"M{format_coordinate(labels.across(layout, plot, plot.start))} 4V{foot}"
        if following and following.start is not None:
            step += f"H{format_coordinate(labels.across(layout, following, following.start))}"
        body += f'<path class="rc-step" d="{step}"/>'
    body += labels.medians(layout, plot) + f'<text class="rc-name" x="0" y="14">{escape(plot.name)}</text>'
    if following:
        return _accessible(name, layout, plot, body, layout.height)
    return _accessible(name, layout, plot, body + labels.foot(layout, plot), layout.height + _LAST_FOOT)


def _accessible(name: str, layout: ChartLayout, plot: Plot, body: str, height: float) -> str:
    return (
        f'<svg class="rc{_size(plot)}" id="{name}" '
        f'viewBox="0 0 {layout.width} {format_coordinate(height)}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(plot.title)}</title>'
        f'<desc id="{name}-d">{escape(plot.description)}</desc>{body}</svg>'
    )


def _size(plot: Plot) -> str:
    return " rc-fine" if len(plot.dots) > _MANY else ""


def _names(layout: ChartLayout, plots: Sequence[Plot]) -> list[str]:
    """An id a plot, a digest of all that is drawn; of twins the later ones are numbered."""
    names, uses = [], Counter[str]()
    for plot in plots:
        name = f"rc-{blake2b(f'{layout.name} {plot}'.encode(), digest_size=4).hexdigest()}"
        uses[name] += 1
        names.append(name if uses[name] == 1 else f"{name}-{uses[name]}")
    return names


def _paths(paths: LayerPaths) -> str:
    merged = dict(paths)
    if alone := merged.pop(Layer.ALONE, ""):
        merged[Layer.PLAIN] = merged.get(Layer.PLAIN, "") + alone
    return "".join(f'<path class="rc-{layer}" d="{merged[layer]}"/>' for layer in Layer if layer in merged)


def _render(plots: Sequence[Plot]) -> _Rendering:
    """All marks of some plots, in one rendering of the compiled chart."""
    import vl_convert

    rows: dict[Layer, list[ChartRow]] = {layer: [] for layer in Layer}
    owners: dict[Layer, list[int]] = {layer: [] for layer in Layer}
    for i, plot in enumerate(plots):
        for layer, row in _rows(plot, i, len(plots) - 1 - i):
            rows[layer].append(row)
            owners[layer].append(i)
    owners[Layer.LINE] = list(dict.fromkeys(owners[Layer.LINE]))
    svg = vl_convert.vega_to_svg(fill_spec(rows, len(plots)), allowed_base_urls=[])
    return _Rendering(layer_marks(svg, Layer), owners)


def _transform(layout: ChartLayout, plot: Plot, place: int) -> Transform:
    """For the chart at a place (from above) of a rendering."""
    return Transform(
        left=layout.left,
        top=layout.top - place * layout.plot_height,
        size=_mark_size(layout, plot),
        across=layout.plot_width / SIDE,
        down=layout.plot_height / SIDE,
        pole=labels.pole(layout),
    )


def _rows(plot: Plot, chart: int, floor: int) -> Iterable[tuple[Layer, ChartRow]]:
    """(layer, row) of all that a plot shows, `floor` heights above the foot of the lowest chart."""
    frame = plot.frame

    def x(value: float) -> float:
        return SPAN * (value - frame.x_from) / (frame.x_to - frame.x_from)

    def y(value: float) -> float:
        return floor + (value - frame.y_from) / (frame.y_to - frame.y_from)

    for begin, end in plot.bands:
        yield Layer.BAND, {"x": x(begin), "x2": x(end), "y": floor, "y2": floor + 1}
    for value, _ in plot.grid:
        yield Layer.GRID, {"y": y(value)}
    for level in plot.levels:
        yield Layer(level.kind), {"x": x(level.x_from), "x2": x(level.x_to), "y": y(level.y)}
    for at, _ in plot.flags:
        yield Layer.FLAG, {"x": x(at), "y": floor, "y2": floor + 1}
    if any(dot.y is not None for dot in plot.dots):
        for dot in plot.dots:
            yield Layer.LINE, {"x": x(dot.x), "y": None if dot.y is None else y(dot.y), "chart": chart}
    for i, dot in enumerate(plot.dots):
        if dot.y is None:
            yield Layer.GAP, {"x": x(dot.x), "y": floor}
            continue
        row: ChartRow = {"x": x(dot.x), "y": y(dot.y)}
        plain = Layer.ALONE if _stands_alone(plot.dots, i) else Layer.PLAIN
        yield Layer(dot.signal) if dot.signal else plain, row
        if dot.unusual:
            yield Layer.RING, row


def _stands_alone(dots: Sequence[Dot], i: int) -> bool:
    """The latest, or one that no line reaches."""
    before, after = dots[i - 1 : i] if i else (), dots[i + 1 : i + 2]
    return not after or all(dot.y is None for dot in (*before, *after))


def _mark_size(layout: ChartLayout, plot: Plot) -> float:
    if layout is SPARKLINE:
        return _TINY
    return _SMALLER if len(plot.dots) > _MANY else 1.0
